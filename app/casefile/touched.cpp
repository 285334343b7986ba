#include "casefile/touched.h"

#include <utility>

namespace dateline
{

namespace
{

enum TouchedIndex : std::size_t { Documents, Quotes, Incidents, Claims, Figures, Decided, Layers, Bookmarks, Info };

template<typename Id>
std::vector<Id> idsFrom(const std::set<std::int64_t> &numbers)
{
    std::vector<Id> ids;
    ids.reserve(numbers.size());
    for (const std::int64_t number : numbers)
        ids.push_back(Id{number});
    return ids;
}

} // namespace

void Touched::add(const Table &table, std::int64_t id, const QJsonObject &row)
{
    if (&table == &documentTable)
        m_rows[Documents].insert(id);
    else if (&table == &quoteTable)
        m_rows[Quotes].insert(id);
    else if (&table == &incidentTable)
        m_rows[Incidents].insert(id);
    else if (&table == &figureTable)
        m_rows[Figures].insert(id);
    else if (&table == &layerTable)
        m_rows[Layers].insert(id);
    else if (&table == &bookmarkTable)
        m_rows[Bookmarks].insert(id);
    else if (&table == &caseInfoTable)
        m_rows[Info].insert(id);
    else if (&table == &decisionTable && !row.isEmpty())
        m_rows[Decided].insert(row[u"document_id"].toInteger());
    else if (&table == &claimTable) {
        m_rows[Claims].insert(id);
        if (!row.isEmpty())
            m_rows[Incidents].insert(row[u"incident_id"].toInteger());
    }
}

Changed Touched::changed() const
{
    return {idsFrom<DocumentId>(m_rows[Documents]),
            idsFrom<QuoteId>(m_rows[Quotes]),
            idsFrom<IncidentId>(m_rows[Incidents]),
            idsFrom<ClaimId>(m_rows[Claims]),
            idsFrom<FigureId>(m_rows[Figures]),
            idsFrom<DocumentId>(m_rows[Decided]),
            idsFrom<LayerId>(m_rows[Layers]),
            idsFrom<BookmarkId>(m_rows[Bookmarks]),
            !m_rows[Info].empty()};
}

} // namespace dateline
