#pragma once

#include "casefile/caserows.h"
#include "casefile/merge.h"
#include "domain/incidentcolumns.h"
#include "domain/support.h"

#include <memory>
#include <vector>

namespace dateline
{

/// A case: documents, quotes, incidents and the claims that tie them, with all that was ever done to them.
///
/// Safe from any thread; one call waits for the other. Every query fails with Unreadable if the store does.
class Case
{
public:
    virtual ~Case() = default;

    [[nodiscard]] virtual QString path() const = 0;
    [[nodiscard]] virtual CaseInfo info() const = 0;
    [[nodiscard]] virtual CaseFormat format() const = 0;
    [[nodiscard]] virtual bool isReadOnly() const = 0;

    /// Applies @p change whole or not at all; when it returns, it is on disk. The only way to write.
    ///
    /// A quote with the document, begin, end and speaker of one that is there stands for that one.
    /// Errors: NotFound for an id that is not there, Unwritable for a full disk or a read-only case.
    [[nodiscard]] virtual Result<Changed> apply(const Change &change) = 0;

    /// Stores every row of @p rows that can be, as one step; when it returns, they are on disk, or none is.
    ///
    /// Calls rows.next() from another thread, and @p proceed, where there is one, from this. Quotes are made as they
    /// are given, even where the same is there; documents that rows bring are kept with them. Errors: Unwritable, as for apply().
    [[nodiscard]] virtual Result<Loaded> load(const QString &label, IncidentSource &rows,
                                              const Proceed &proceed = {}) = 0;

    /// Takes back the last step that is not taken back, as a new step of the history; NotFound if there is none.
    [[nodiscard]] virtual Result<Changed> undo() = 0;
    [[nodiscard]] virtual Result<Changed> redo() = 0;

    /// Takes in what the case at @p otherPath has that this one has not, as one step; see planMerge().
    ///
    /// Where both differ, @p decisions tell what to take. Merging again brings only what is new since.
    [[nodiscard]] virtual Result<Merged> merge(const QString &otherPath, const MergeDecisions &decisions) = 0;
    [[nodiscard]] virtual std::optional<QString> undoLabel() const = 0;
    [[nodiscard]] virtual std::optional<QString> redoLabel() const = 0;
    /// How many rows undo() and redo() change; 0 if there is nothing to take back or to do again.
    [[nodiscard]] virtual std::int64_t undoRows() const = 0;
    [[nodiscard]] virtual std::int64_t redoRows() const = 0;

    [[nodiscard]] virtual Result<std::vector<Incident>> incidents() const = 0; ///< By begin, undated last, then id.
    [[nodiscard]] virtual Result<Incident> incident(IncidentId id) const = 0;
    [[nodiscard]] virtual Result<std::vector<Evidence>> evidence(IncidentId id) const = 0; ///< By claim id.
    /// What originsOf() needs of all documents.
    [[nodiscard]] virtual Result<std::vector<Sourced>> sourced() const = 0;
    /// What all incidents rest on, by incident id, counted by the origins of all documents.
    [[nodiscard]] virtual Result<std::vector<std::pair<IncidentId, Support>>>
    supports(const OriginIndex &origins) const = 0;
    [[nodiscard]] virtual Result<Support> support(IncidentId id, const OriginIndex &origins) const = 0;

    /// The ids that rows of the data set called @p dataSet have there (Incident::dataSetId), as “data_set” of their
    /// attributes names it; in no order.
    [[nodiscard]] virtual Result<std::vector<QByteArray>> dataSetIds(const QByteArray &dataSet) const = 0;

    /// What map, timeline and filters need of all incidents, in one pass.
    [[nodiscard]] virtual Result<IncidentColumns> columns() const = 0;

    [[nodiscard]] virtual Result<std::vector<DocumentSummary>> documents() const = 0; ///< By id.
    /// Whether the document, or an incident that words of it are tied to, is marked as graphic.
    [[nodiscard]] virtual Result<bool> isGraphic(DocumentId id) const = 0;
    [[nodiscard]] virtual Result<Document> document(DocumentId id) const = 0;
    [[nodiscard]] virtual Result<int> quoteCount(DocumentId id) const = 0;
    [[nodiscard]] virtual Result<std::vector<Quote>> quotesIn(DocumentId id) const = 0; ///< By begin.
    [[nodiscard]] virtual Result<std::vector<Claim>> claimsOn(QuoteId id) const = 0;
    [[nodiscard]] virtual Result<std::vector<Decision>> decisions(DocumentId id) const = 0;
    [[nodiscard]] virtual Result<std::vector<FigureSpec>> figures() const = 0; ///< By id.

    [[nodiscard]] virtual Result<std::vector<Layer>> layers() const = 0; ///< By id.
    [[nodiscard]] virtual Result<std::vector<Bookmark>> bookmarks() const = 0; ///< By id.

    /// What was done after step number @p after (0: from the beginning), oldest first.
    [[nodiscard]] virtual Result<std::vector<HistoryStep>> history(std::int64_t after) const = 0;
    /// What step number @p step did to each row, in the order it was done: @p most of them (below 0: all), after
    /// the first @p from.
    [[nodiscard]] virtual Result<std::vector<HistoryRow>> historyRows(std::int64_t step, std::int64_t from = 0,
                                                                      std::int64_t most = -1) const = 0;

    /// Which case this is and how far it is.
    [[nodiscard]] virtual Result<CaseStamp> stamp() const = 0;
    /// How many steps were done since the last row of the history had @p historySha256 (CaseStamp); none if it never had:
    /// then that was another case, or a later state of this one.
    [[nodiscard]] virtual Result<std::optional<std::int64_t>> stepsSince(const QString &historySha256) const = 0;

    /// What others have changed in the file since the last call, or since it was opened; none if nothing.
    [[nodiscard]] virtual Result<std::optional<Changed>> follow() = 0;

    /// Incidents with @p words in their title or place name, case ignored; at most @p limit, by id.
    [[nodiscard]] virtual Result<std::vector<Incident>> incidentsNamed(const QString &words, int limit) const = 0;

    /// Where all of @p words stand in documents, case ignored; at most @p limit hits.
    [[nodiscard]] virtual Result<std::vector<SearchHit>> search(const QString &words, int limit) const = 0;
};

/// Makes a new case file; Conflict if @p path is there already, Unwritable if it cannot be made.
[[nodiscard]] Result<std::unique_ptr<Case>> createCase(const QString &path, const QString &title);

/// Opens the case file at @p path, read-only where the file or folder is.
///
/// Errors: NotFound, Malformed for what is no case, Unsupported for a GeoPackage that is no Dateline case.
[[nodiscard]] Result<std::unique_ptr<Case>> openCase(const QString &path);

/// Case::sourced() of the case file at @p path, read beside whoever has it open; in any thread.
[[nodiscard]] Result<std::vector<Sourced>> sourcedIn(const QString &path);

/// Copies the open case, as it is now, to @p path; Conflict if that is there already.
[[nodiscard]] Result<void> copyCase(const Case &original, const QString &path);

} // namespace dateline
