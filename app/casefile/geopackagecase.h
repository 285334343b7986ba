#pragma once

#include "casefile/case.h"
#include "casefile/step.h"

#include <QCache>

#include <mutex>

namespace dateline
{

class Database;
class WritersLock;

/// A case in a GeoPackage, through SQLite.
class GeoPackageCase final : public Case
{
public:
    /// @param writersLock held as long as the case is open; null if it is only read.
    /// @param whyReadOnly what a person is told who changes a case without @p writersLock.
    GeoPackageCase(std::unique_ptr<Database> database, QString path, std::unique_ptr<WritersLock> writersLock,
                   QString whyReadOnly);
    ~GeoPackageCase() override;
    GeoPackageCase(const GeoPackageCase &) = delete;
    GeoPackageCase &operator=(const GeoPackageCase &) = delete;

    [[nodiscard]] QString path() const override { return m_path; }
    [[nodiscard]] CaseInfo info() const override;
    [[nodiscard]] CaseFormat format() const override;
    [[nodiscard]] bool isReadOnly() const override { return !m_writersLock; }

    [[nodiscard]] Result<Changed> apply(const Change &change) override;
    [[nodiscard]] Result<Loaded> load(const QString &label, IncidentSource &rows, const Proceed &proceed) override;
    [[nodiscard]] Result<Changed> undo() override;
    [[nodiscard]] Result<Changed> redo() override;
    [[nodiscard]] Result<Merged> merge(const QString &otherPath, const MergeDecisions &decisions) override;
    [[nodiscard]] std::optional<QString> undoLabel() const override;
    [[nodiscard]] std::optional<QString> redoLabel() const override;
    [[nodiscard]] std::int64_t undoRows() const override;
    [[nodiscard]] std::int64_t redoRows() const override;

    [[nodiscard]] Result<std::vector<Incident>> incidents() const override;
    [[nodiscard]] Result<Incident> incident(IncidentId id) const override;
    [[nodiscard]] Result<std::vector<Evidence>> evidence(IncidentId id) const override;
    [[nodiscard]] Result<std::vector<Sourced>> sourced() const override;
    [[nodiscard]] Result<std::vector<std::pair<IncidentId, Support>>>
    supports(const OriginIndex &origins) const override;
    [[nodiscard]] Result<Support> support(IncidentId id, const OriginIndex &origins) const override;
    [[nodiscard]] Result<std::vector<QByteArray>> dataSetIds(const QByteArray &dataSet) const override;
    [[nodiscard]] Result<IncidentColumns> columns() const override;
    [[nodiscard]] Result<std::vector<DocumentSummary>> documents() const override;
    [[nodiscard]] Result<bool> isGraphic(DocumentId id) const override;
    [[nodiscard]] Result<Document> document(DocumentId id) const override;
    [[nodiscard]] Result<int> quoteCount(DocumentId id) const override;
    [[nodiscard]] Result<std::vector<Quote>> quotesIn(DocumentId id) const override;
    [[nodiscard]] Result<std::vector<Claim>> claimsOn(QuoteId id) const override;
    [[nodiscard]] Result<std::vector<Decision>> decisions(DocumentId id) const override;
    [[nodiscard]] Result<std::vector<FigureSpec>> figures() const override;
    [[nodiscard]] Result<std::vector<Layer>> layers() const override;
    [[nodiscard]] Result<std::vector<Bookmark>> bookmarks() const override;
    [[nodiscard]] Result<std::vector<HistoryStep>> history(std::int64_t after) const override;
    [[nodiscard]] Result<std::vector<HistoryRow>> historyRows(std::int64_t step, std::int64_t from,
                                                              std::int64_t most) const override;
    [[nodiscard]] Result<CaseStamp> stamp() const override;
    [[nodiscard]] Result<std::optional<std::int64_t>> stepsSince(const QString &historySha256) const override;
    [[nodiscard]] Result<std::optional<Changed>> follow() override;
    [[nodiscard]] Result<std::vector<Incident>> incidentsNamed(const QString &words, int limit) const override;
    [[nodiscard]] Result<std::vector<SearchHit>> search(const QString &words, int limit) const override;

private:
    [[nodiscard]] Result<void> startWriting();
    [[nodiscard]] Result<Changed> finish(Changed changed, class Transaction &transaction);
    void readInfo();
    [[nodiscard]] std::int64_t dataVersion() const;
    [[nodiscard]] QString textOf(const QString &sha256) const;

    mutable std::recursive_mutex m_mutex;
    QString m_path;
    std::unique_ptr<WritersLock> m_writersLock; // Let go after the database is closed.
    std::unique_ptr<Database> m_database;
    QString m_whyReadOnly;
    CaseInfo m_info;
    std::int64_t m_dataVersion = 0;
    std::int64_t m_lastStep = 0; // The last one that whoever holds this case knows of.
    bool m_writing = false;
    mutable QCache<QString, QString> m_texts; // By SHA-256; costs are their sizes.
};

} // namespace dateline
