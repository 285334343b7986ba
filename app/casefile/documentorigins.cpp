#include "casefile/documentorigins.h"

#include "casefile/case.h"
#include "casefile/columnblocks.h"
#include "casefile/database.h"
#include "casefile/readbeside.h"
#include "casefile/rows.h"

#include <unordered_map>

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

} // namespace

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

Result<std::vector<Sourced>> sourcedIn(const QString &path)
{
    return readBeside(path, sourcedDocuments);
}

Support supportOf(Database &database, IncidentId id, const OriginIndex &origins)
{
    SupportCount count(origins);
    Statement row = database.query("SELECT c.quote_id, q.document_id, coalesce(d.published, d.retrieved) FROM claim c "
                                   "JOIN quote q ON q.id = c.quote_id JOIN document d ON d.id = q.document_id "
                                   "WHERE c.incident_id = ?",
                                   numberOf(id));
    while (row.next())
        count.add(QuoteId{row.integer(0)}, DocumentId{row.integer(1)}, utcFromIso(row.text(2)).value_or(UtcMinute{}));
    return count.take();
}

std::vector<std::pair<IncidentId, Support>> supportsOf(Database &database, const OriginIndex &origins)
{
    std::vector<std::pair<IncidentId, Support>> supports;
    supports.reserve(likelyIncidentCount(database)); // Growing, it would take twice the room.
    SupportCount count(origins);
    // A time is read once for each document, not for each of its words.
    std::unordered_map<std::int64_t, UtcMinute> reported;
    for (Statement row = database.query("SELECT id, coalesce(published, retrieved) FROM document"); row.next();)
        reported.emplace(row.integer(0), utcFromIso(row.text(1)).value_or(UtcMinute{}));
    IncidentId incident{};
    const auto takeIncident = [&] {
        if (incident != IncidentId{})
            supports.emplace_back(incident, count.take());
    };
    Statement row = database.query("SELECT c.incident_id, c.quote_id, q.document_id "
                                   "FROM claim c JOIN quote q ON q.id = c.quote_id ORDER BY c.incident_id");
    while (row.next()) {
        if (incident != IncidentId{row.integer(0)}) {
            takeIncident();
            incident = IncidentId{row.integer(0)};
        }
        count.add(QuoteId{row.integer(1)}, DocumentId{row.integer(2)}, reported[row.integer(2)]);
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
