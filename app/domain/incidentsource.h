#pragma once

#include "domain/change.h"

#include <bitset>
#include <optional>
#include <span>
#include <string_view>

namespace dateline
{

/// People or things lost, as a data set's row has them; see Loss.
struct LossRow
{
    Loss::Kind kind = Loss::Kind::Killed;
    qint64 low = 0;
    qint64 high = 0;
    std::string_view ofWhom;
    std::string_view reportedBy;
    std::optional<qint64> best;
};

/// Words that a row rests on, and what they do for it; see Quote and Claim.
struct QuoteRow
{
    DocumentId document{}; ///< Of the case, or below 0 for one that the source hands out itself.
    qint64 begin = 0;
    qint64 end = 0;
    std::string_view exact;
    std::string_view prefix;
    std::string_view suffix;
    std::string_view speaker;
    Stance stance = Stance::Reports;
};

/// What of a row an incident that is there already takes.
enum class RowField : std::uint8_t { Title, Kind, Actors, Time, Place, Losses, Tags, Notes, Attributes };
using RowFields = std::bitset<9>;

/// An Incident as one row of a large data set: every text is UTF-8 that the source keeps until its next row.
struct IncidentRow
{
    qint64 number = 0; ///< Of the row in its file, for messages.
    std::string_view title;
    Kind kind = Kind::NotStated;
    std::optional<SubKind> subKind;
    std::optional<TimeSpan> time; ///< None: no time is stated.
    std::string_view zone;
    std::string_view timeAsWritten;
    std::optional<LocationPrecision> precision; ///< None: no place is stated; then nothing else of the place counts.
    std::optional<LonLat> point;
    const Geometry *geometry = nullptr; ///< A line or an area, instead of point.
    double radiusMetres = 0;
    std::string_view place;
    std::string_view province;
    std::string_view country;
    std::string_view placeAsWritten;
    std::span<const std::string_view> actors;
    std::span<const LossRow> losses;
    Status status = Status::Reported;
    int credibility = 0;
    std::span<const std::string_view> tags;
    std::string_view notes;
    bool graphic = false;
    bool sensitive = false;
    std::string_view dataSetId;
    std::string_view attributes; ///< JSON object.
    std::span<const QuoteRow> quotes; ///< The words that it rests on.
    IncidentId replaces{}; ///< The incident of the case that takes #fields and quotes of this row; 0: it is a new one.
    RowFields fields;
};

/// A document that rows are quoted from and that comes in with them.
struct DocumentRow
{
    /// Its id is below 0: −1 for the first one that a row named, −2 for the next one, without a gap. Its text and bytes
    /// are empty and both its SHA-256 are those of @p text.
    Document document;
    QByteArray text; ///< In UTF-8, its line ends “\n”.
};

/// Hands out the rows of a data set, one after the other.
class IncidentSource
{
public:
    virtual ~IncidentSource() = default;

    /// The next row, or why it is none; nothing after the last. Called from one thread, which may be any.
    [[nodiscard]] virtual std::optional<Result<IncidentRow>> next() = 0;

    /// A document of its own that no later row names, in whatever order; none if there is none now. Asked in the same
    /// thread after each row, and after the last until all have come.
    [[nodiscard]] virtual std::optional<DocumentRow> takeDocument() { return std::nullopt; }

    /// What is stored in the same step besides; asked once, after the last row.
    [[nodiscard]] virtual std::vector<Edit> edits() { return {}; }

    /// Incidents of the case that go in the same step, with their claims; asked once, after the last row.
    [[nodiscard]] virtual std::vector<IncidentId> removals() { return {}; }

    /// The data set that the rows are a newer state of, which the history notes; empty if they only add to the case.
    [[nodiscard]] virtual QString release() { return {}; }
};

} // namespace dateline
