#include "casefile/documentorigins.h"

#include "casefile/database.h"
#include "casefile/rows.h"

#include <algorithm>

namespace dateline
{

namespace
{

/// Of a fingerprint and, for those that have none or one of another version, its text.
Fingerprint fingerprintFrom(Database &database, const Statement &row, int fingerprint, int sha256)
{
    if (std::optional<Fingerprint> stored = dateline::fingerprintFrom(row.blob(fingerprint)))
        return std::move(*stored);
    Statement text = database.query("SELECT text FROM document_text WHERE sha256 = ?", row.text(sha256));
    return text.next() ? fingerprintOf(text.text(0)) : Fingerprint();
}

std::vector<Sourced> sourcedDocuments(Database &database)
{
    std::vector<Sourced> documents;
    Statement row =
        database.query("SELECT d.id, d.publisher, d.author, d.published, d.published_precision, "
                       "d.published_zone, d.replaces, d.origin, t.fingerprint, d.text_sha256 "
                       "FROM document d LEFT JOIN document_text t ON t.sha256 = d.text_sha256 ORDER BY d.id");
    while (row.next()) {
        documents.push_back({.id = DocumentId{row.integer(0)},
                             .fingerprint = fingerprintFrom(database, row, 8, 9),
                             .publisher = row.text(1),
                             .author = row.text(2),
                             .published = writtenTimeFrom(row, 3),
                             .replaces = DocumentId{row.integer(6)},
                             .origin = DocumentId{row.integer(7)}});
    }
    return documents;
}

std::size_t differentOnes(std::vector<std::int64_t> &numbers)
{
    std::ranges::sort(numbers);
    return numbers.size() - std::ranges::unique(numbers).size();
}

} // namespace

/// Counts what one incident rests on.
class DocumentOrigins::Count
{
public:
    explicit Count(const DocumentOrigins &origins)
        : m_places(origins.m_places)
    {
    }

    void add(std::int64_t quote, std::int64_t document)
    {
        const auto place = m_places.find(document);
        m_quotes.push_back(quote);
        m_articles.push_back(place == m_places.end() ? document : place->second.article);
        m_origins.push_back(place == m_places.end() ? document : place->second.origin);
    }

    [[nodiscard]] Support take()
    {
        const Support support{.quotes = static_cast<int>(differentOnes(m_quotes)),
                              .documents = static_cast<int>(differentOnes(m_articles)),
                              .origins = static_cast<int>(differentOnes(m_origins))};
        m_quotes.clear();
        m_articles.clear();
        m_origins.clear();
        return support;
    }

private:
    const std::unordered_map<std::int64_t, Place> &m_places;
    std::vector<std::int64_t> m_quotes;
    std::vector<std::int64_t> m_articles;
    std::vector<std::int64_t> m_origins;
};

void DocumentOrigins::learn(Database &database)
{
    if (m_known)
        return;
    m_origins = originsOf(sourcedDocuments(database));
    m_places.clear();
    for (const Origin &origin : m_origins) {
        for (const OriginMember &member : origin.members)
            m_places[numberOf(member.document)] = {numberOf(member.article), numberOf(origin.document())};
    }
    // What could not be read whole is not kept.
    m_known = !database.failed();
}

const std::vector<Origin> &DocumentOrigins::all(Database &database)
{
    learn(database);
    return m_origins;
}

Support DocumentOrigins::supportOf(Database &database, IncidentId id)
{
    learn(database);
    Count count(*this);
    Statement row = database.query("SELECT c.quote_id, q.document_id FROM claim c JOIN quote q ON q.id = c.quote_id "
                                   "WHERE c.incident_id = ?",
                                   numberOf(id));
    while (row.next())
        count.add(row.integer(0), row.integer(1));
    return count.take();
}

std::vector<std::pair<IncidentId, Support>> DocumentOrigins::supports(Database &database)
{
    learn(database);
    std::vector<std::pair<IncidentId, Support>> supports;
    Count count(*this);
    std::optional<std::int64_t> incident;
    const auto takeIncident = [&] {
        if (incident)
            supports.emplace_back(IncidentId{*incident}, count.take());
    };
    Statement row = database.query("SELECT c.incident_id, c.quote_id, q.document_id "
                                   "FROM claim c JOIN quote q ON q.id = c.quote_id ORDER BY c.incident_id");
    while (row.next()) {
        if (incident != row.integer(0)) {
            takeIncident();
            incident = row.integer(0);
        }
        count.add(row.integer(1), row.integer(2));
    }
    takeIncident();
    return supports;
}

void addFingerprints(Database &database)
{
    std::vector<std::int64_t> texts;
    for (Statement row = database.query("SELECT id FROM document_text WHERE fingerprint IS NULL"); row.next();)
        texts.push_back(row.integer(0));
    for (const std::int64_t id : texts) {
        QByteArray fingerprint;
        if (Statement row = database.query("SELECT text FROM document_text WHERE id = ?", id); row.next())
            fingerprint = bytesFrom(fingerprintOf(row.text(0)));
        database.run("UPDATE document_text SET fingerprint = ? WHERE id = ?", fingerprint, id);
    }
}

} // namespace dateline
