#pragma once

#include "casefile/case.h"
#include "casefile/step.h"

#include <QCache>
#include <QLockFile>

namespace dateline
{

class Database;

/// A case in a GeoPackage, through SQLite.
class GeoPackageCase final : public Case
{
public:
    /// @param writersLock held as long as the case is open; null if it is only read.
    /// @param whyReadOnly what a person is told who changes a case without @p writersLock.
    GeoPackageCase(std::unique_ptr<Database> database, QString path, std::unique_ptr<QLockFile> writersLock,
                   QString whyReadOnly);
    ~GeoPackageCase() override;
    GeoPackageCase(const GeoPackageCase &) = delete;
    GeoPackageCase &operator=(const GeoPackageCase &) = delete;

    [[nodiscard]] QString path() const override { return m_path; }
    [[nodiscard]] QString title() const override { return m_title; }
    [[nodiscard]] bool isReadOnly() const override { return !m_writersLock; }

    [[nodiscard]] Result<Changed> apply(const Change &change) override;
    [[nodiscard]] Result<Changed> undo() override;
    [[nodiscard]] Result<Changed> redo() override;
    [[nodiscard]] std::optional<QString> undoLabel() const override;
    [[nodiscard]] std::optional<QString> redoLabel() const override;

    [[nodiscard]] Result<std::vector<Incident>> incidents() const override;
    [[nodiscard]] Result<Incident> incident(IncidentId id) const override;
    [[nodiscard]] Result<std::vector<Evidence>> evidence(IncidentId id) const override;
    [[nodiscard]] Result<std::vector<std::pair<IncidentId, Support>>> supports() const override;
    [[nodiscard]] Result<std::vector<DocumentSummary>> documents() const override;
    [[nodiscard]] Result<Document> document(DocumentId id) const override;
    [[nodiscard]] Result<std::vector<Quote>> quotesIn(DocumentId id) const override;
    [[nodiscard]] Result<std::vector<Claim>> claimsOn(QuoteId id) const override;
    [[nodiscard]] Result<std::vector<Decision>> decisions(DocumentId id) const override;
    [[nodiscard]] Result<std::vector<FigureSpec>> figures() const override;
    [[nodiscard]] Result<std::vector<SearchHit>> search(const QString &words, int limit) const override;

private:
    [[nodiscard]] Result<void> startWriting();
    [[nodiscard]] Result<Changed> finish(Step &step, class Transaction &transaction);
    [[nodiscard]] QString textOf(const QString &sha256) const;

    QString m_path;
    std::unique_ptr<QLockFile> m_writersLock; // Let go after the database is closed.
    std::unique_ptr<Database> m_database;
    QString m_whyReadOnly;
    QString m_title;
    bool m_writing = false;
    mutable QCache<QString, QString> m_texts; // By SHA-256; costs are their sizes.
};

} // namespace dateline
