#pragma once

#include "places/gazetteer.h"

#include <QHash>
#include <QString>

#include <memory>
#include <mutex>
#include <unordered_set>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace dateline
{

struct CloseDatabase
{
    void operator()(sqlite3 *database) const;
};
struct FinalizeStatement
{
    void operator()(sqlite3_stmt *statement) const;
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// One row of the table of names: which place it calls, and how.
struct NameRow
{
    qint64 place = 0;
    bool former = false;
    bool preferred = false;
    bool foreign = false; ///< In a language other than English.
    bool acronym = false; ///< All capitals, such as “US”: only counts where the text has capitals too.
};

/// All names that begin with one word, by their normal form.
struct NamesByFirstWord
{
    QHash<QString, std::vector<NameRow>> byKey;
    int mostWords = 0;
};

/// A row of the table of places with what ranking needs besides.
struct RankedPlace
{
    Place place;
    bool ours = false; ///< From one of our own tables: a place that reports name.
};

/// The open file. Its queries may run in several threads at once; each makes its own statement.
struct PlaceFile
{
    std::unique_ptr<sqlite3, CloseDatabase> database;

    [[nodiscard]] Statement prepared(const char *sql) const;

    /// False if no name begins with @p word; read from the file once, at the first question.
    [[nodiscard]] bool mayBeginName(const QString &word) const;
    [[nodiscard]] NamesByFirstWord namesBeginningWith(const QString &word) const;
    [[nodiscard]] std::optional<RankedPlace> placeById(qint64 id) const;

private:
    mutable std::once_flag m_firstWordsRead;
    mutable std::unordered_set<size_t> m_firstWords; ///< Hashes of the first words of all keys.
};

} // namespace dateline
