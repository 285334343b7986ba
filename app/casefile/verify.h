#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace dateline
{

/// One thing that is not as it should be, and where.
struct Finding
{
    enum class Kind : std::uint8_t {
        Damage, ///< SQLite cannot read it, or its structure does not hold.
        Chain, ///< The history does not match its own SHA-256.
        Replay, ///< A table does not hold what the history tells.
        Content, ///< A text or file does not match its SHA-256, or is missing.
        Quote, ///< Words do not stand in their document as noted.
        Merge ///< The history of a merged case does not hold.
    };

    Kind kind = Kind::Damage;
    QString table; ///< Empty if it is about the whole file.
    std::optional<std::int64_t> row;
    QString column; ///< Empty if it is not known, or about the whole row.
    QString words; ///< One sentence without a full stop.

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// The stable English key: “damage”, “chain”.
[[nodiscard]] QString keyOf(Finding::Kind kind);

/// Somebody who worked on the case, as the history names them.
struct HistoryAuthor
{
    QString name;
    QDateTime first; ///< UTC.
    QDateTime last;
    std::int64_t steps = 0;
};

/// What was found when a case was checked against its own history and hashes.
struct Verification
{
    QString path;
    QString title;
    std::int64_t size = 0; ///< Of the file, bytes.
    std::int64_t logSize = 0; ///< Of the log beside it, bytes: changes that are not in the file yet.
    QByteArray fileSha256; ///< 32 bytes; empty if the file could not be read to its end.
    QDateTime checked; ///< UTC.
    QString programVersion;
    int schema = 0;

    std::int64_t steps = 0;
    std::int64_t historyRows = 0;
    std::int64_t mergedRows = 0;
    QString lastSha256; ///< Of the last row of the history, as it stands there.
    std::vector<HistoryAuthor> authors; ///< By first time.
    std::int64_t documents = 0;
    std::int64_t incidents = 0;
    std::int64_t claims = 0;
    std::int64_t quotesExact = 0; ///< Their words stand in their document at their position.
    std::int64_t quotesMoved = 0; ///< … elsewhere in it.
    std::int64_t quotesChanged = 0; ///< … not quite as noted.
    std::int64_t quotesLost = 0; ///< … nowhere.

    std::vector<Finding> findings; ///< At most mostFindings of each kind.
    std::int64_t findingsLeftOut = 0;
    bool complete = true; ///< False if the check was stopped.

    [[nodiscard]] bool holds() const { return complete && findings.empty(); }
};
inline constexpr std::size_t mostFindings = 500;

/// Checks the case file at @p path: its structure, the chain of its history, its rows against the history, and its
/// documents and quotes against their hashes.
///
/// The file is only read, and may be open elsewhere. Any thread; long for a large case, until @p stop is asked for.
/// Errors: as openCase() for what cannot be read as a case at all.
[[nodiscard]] Result<Verification> verifyCase(const QString &path, const std::stop_token &stop = {});

} // namespace dateline
