#pragma once

#include "base/lonlat.h"
#include "base/result.h"
#include "domain/claim.h"
#include "domain/document.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dateline
{

/// Words that are tied to an incident, as the case has them; see Quote and Claim.
struct StoredQuote
{
    ClaimId claim{};
    QuoteId id{};
    DocumentId document{};
    qint64 begin = 0;
    qint64 end = 0;
    std::string_view exact;
    std::string_view prefix;
    std::string_view suffix;
    std::string_view speaker;
    std::string_view stance; ///< Its key.
};

/// An Incident as one row of a large case: every text is UTF-8, and lives until the next row.
struct StoredIncident
{
    IncidentId id{};
    std::string_view title;
    std::string_view kind; ///< Its term.
    std::string_view subKind;
    std::string_view begin; ///< “2022-09-12T20:05Z”; empty: no time is stated.
    std::string_view end;
    std::string_view timePrecision; ///< Its key.
    std::string_view zone;
    std::string_view timeAsWritten;
    std::string_view placePrecision; ///< Its key; empty: no place is stated.
    std::optional<LonLat> point;
    std::string_view shape; ///< The GeoPackage blob of a line or an area, instead of the point.
    double radiusMetres = 0;
    std::string_view place;
    std::string_view province;
    std::string_view country;
    std::string_view placeAsWritten;
    std::string_view actors; ///< JSON array of texts; so are the tags. May be damaged.
    std::string_view losses; ///< JSON array of objects. May be damaged.
    std::string_view status; ///< Its key.
    int credibility = 0;
    std::string_view tags;
    std::string_view notes;
    bool graphic = false;
    bool sensitive = false;
    std::string_view dataSetId;
    std::string_view attributes; ///< JSON object. May be damaged.
    std::span<StoredQuote> quotes; ///< By claim.

    /// Whether it can stand on a map.
    [[nodiscard]] bool isPlaced() const { return point || !shape.empty(); }
};

/// Reads the incidents of a case file one after the other, in a few megabytes of memory, beside whoever has it open.
///
/// All that one reader reads is of one state of the case. For one thread at a time, which may be any.
class IncidentReader
{
public:
    /// Errors: those of openCase().
    [[nodiscard]] static Result<std::unique_ptr<IncidentReader>> open(const QString &casePath);
    ~IncidentReader();
    IncidentReader(const IncidentReader &) = delete;
    IncidentReader &operator=(const IncidentReader &) = delete;

    /// Given each incident; it may change what it is given. False ends the reading.
    using Take = std::function<bool(StoredIncident &incident)>;

    /// Hands over all incidents by id, or, if there are @p ids, those in that order; one that is not there is passed over.
    ///
    /// @param withQuotes costs as much again.
    [[nodiscard]] Result<void> forEach(const std::optional<std::span<const IncidentId>> &ids, bool withQuotes,
                                       const Take &take);

    /// Without its text and bytes; its title is never empty. NotFound if there is none.
    [[nodiscard]] Result<Document> document(DocumentId id);

private:
    struct Data;
    explicit IncidentReader(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace dateline
