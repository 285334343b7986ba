#pragma once

#include "base/result.h"
#include "casefile/celltexts.h"
#include "casefile/pointblob.h"
#include "casefile/rowbatch.h"
#include "casefile/spatialindex.h"
#include "domain/incidentcolumns.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <memory>
#include <optional>
#include <unordered_set>

namespace dateline
{

/// The first ids that rows of a load get.
struct FirstIds
{
    std::int64_t document = 1;
    std::int64_t incident = 1;
    std::int64_t quote = 1;
    std::int64_t claim = 1;
};

/// What an incident of the case becomes.
struct LoadedUpdate
{
    std::int64_t incident = 0;
    QJsonObject columns; ///< As rowFrom() has them; the others stay.
};

/// Some rows of a load, ready to be written.
struct LoadedRows
{
    LoadedRows();

    void clear();

    RowBatch incidents;
    RowBatch quotes;
    RowBatch claims;
    std::vector<LoadedUpdate> updates;
    std::vector<DocumentRow> documents; ///< With the ids that they get.
};

/// Turns IncidentRows into rows of the case's tables and numbers them. Knows no database, so that it can work on a
/// thread of its own.
class RowMaker
{
    Q_DECLARE_TR_FUNCTIONS(Case)

public:
    /// @param documents ids of the documents that the case has.
    RowMaker(const FirstIds &first, std::unordered_set<std::int64_t> documents);

    /// Adds @p row with its quotes and claims; why not, if it cannot be kept.
    [[nodiscard]] std::optional<Error> add(const IncidentRow &row);
    /// Adds a document that rows name by an id below 0.
    void add(DocumentRow document);

    [[nodiscard]] bool isEmpty() const { return incidentsWaiting() == 0 && m_rows->documents.empty(); }
    /// How many documents rows name by an id below 0.
    [[nodiscard]] std::int64_t documentsNamed() const { return m_documentsNamed; }
    [[nodiscard]] std::size_t incidentsWaiting() const { return m_rows->incidents.rows() + m_rows->updates.size(); }
    /// The rows since the last call. @param spare rows that are written, whose room is used again; may be null.
    [[nodiscard]] std::unique_ptr<LoadedRows> takeRows(std::unique_ptr<LoadedRows> spare);

    // What became of all rows.
    IncidentColumns columns;
    std::vector<IndexedBox> boxes;

private:
    void setCells(const IncidentRow &row);
    [[nodiscard]] std::optional<Error> addUpdate(const IncidentRow &row);
    [[nodiscard]] DocumentId resolved(DocumentId id) const;
    void addQuote(const QuoteRow &quote, std::int64_t incident);
    [[nodiscard]] std::optional<Error> refusalOf(const IncidentRow &row) const;
    static Error notUtf8(const IncidentRow &row);

    std::unordered_set<std::int64_t> m_documents;
    std::unique_ptr<LoadedRows> m_rows;
    FirstIds m_next;
    std::int64_t m_documentsNamed = 0;
    // Of the row that is added; cells are views of the others.
    std::vector<CellValue> m_cells;
    std::vector<CellValue> m_quoteCells;
    IsoTime m_begin{UtcMinute{}};
    IsoTime m_end{UtcMinute{}};
    std::string m_actors;
    std::string m_losses;
    std::string m_tags;
    QByteArray m_geometry;
    PointBlob m_point{};
};

} // namespace dateline
