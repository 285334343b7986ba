// What GeoPackageCase answers; what it writes is in geopackagecase.cpp.
#include "casefile/geopackagecase.h"

#include "casefile/columnblocks.h"
#include "casefile/database.h"
#include "casefile/documentorigins.h"
#include "casefile/history.h"
#include "casefile/rows.h"
#include "casefile/textsearch.h"
#include "casefile/writerslock.h"
#include "domain/rowsmediatype.h"

#include <QFileInfo>

#include <chrono>
#include <limits>
#include <string>
#include <thread>

namespace dateline
{

namespace
{

std::string selectAll(const Table &table, const char *rest)
{
    return ("SELECT id, " + columnList(table) + " FROM " + table.name + ' ' + rest).toStdString();
}

UtcMinute retrievedFrom(const Statement &row, int column)
{
    return utcFromIso(row.text(column)).value_or(UtcMinute{});
}

std::unexpected<Error> noSuchRow(const QString &sentence, std::int64_t id)
{
    return failure(Error::Kind::NotFound, sentence.arg(id));
}

} // namespace

Result<std::vector<Incident>> GeoPackageCase::incidents() const
{
    const std::lock_guard oneCall(m_mutex);
    static const std::string sql = selectAll(incidentTable, "ORDER BY time_begin IS NULL, time_begin, id");
    std::vector<Incident> incidents;
    for (Statement row = m_database->query(sql); row.next();)
        incidents.push_back(incidentFrom(row));
    return m_database->checked(std::move(incidents));
}

Result<Incident> GeoPackageCase::incident(IncidentId id) const
{
    const std::lock_guard oneCall(m_mutex);
    static const std::string sql = selectAll(incidentTable, "WHERE id = ?");
    Statement row = m_database->query(sql, numberOf(id));
    if (row.next())
        return incidentFrom(row);
    if (std::optional<Error> error = m_database->takeFailure())
        return std::unexpected(std::move(*error));
    return noSuchRow(QCoreApplication::translate("Case", "Incident %1 is no longer in the case"), numberOf(id));
}

Result<std::vector<Evidence>> GeoPackageCase::evidence(IncidentId id) const
{
    const std::lock_guard oneCall(m_mutex);
    Statement row = m_database->query(
        "SELECT c.id, c.incident_id, c.quote_id, c.stance, c.about, "
        "q.id, q.document_id, q.begin_position, q.end_position, q.exact, q.prefix, q.suffix, q.speaker, "
        "d.name, d.published, d.published_precision, d.published_zone, d.text_sha256, d.publisher, d.graphic, "
        "d.retrieved, (SELECT max(n.id) FROM document n WHERE n.replaces = d.id) "
        "FROM claim c JOIN quote q ON q.id = c.quote_id JOIN document d ON d.id = q.document_id "
        "WHERE c.incident_id = ? ORDER BY c.id",
        numberOf(id));
    std::vector<Evidence> evidence;
    while (row.next()) {
        Evidence one{claimFrom(row), quoteFrom(row, 5),    row.text(13),           writtenTimeFrom(row, 14),   false,
                     row.text(18),   row.integer(19) != 0, retrievedFrom(row, 20), DocumentId{row.integer(21)}};
        const QString text = textOf(row.text(17));
        if (const std::optional<TextSpan> span = spanOf(one.quote, text)) {
            one.matches = true;
            one.page = pageAt(text, span->begin);
        }
        evidence.push_back(std::move(one));
    }
    return m_database->checked(std::move(evidence));
}

Result<std::vector<Sourced>> GeoPackageCase::sourced() const
{
    const std::lock_guard oneCall(m_mutex);
    return m_database->checked(sourcedDocuments(*m_database));
}

Result<std::vector<std::pair<IncidentId, Support>>> GeoPackageCase::supports(const OriginIndex &origins) const
{
    const std::lock_guard oneCall(m_mutex);
    return m_database->checked(supportsOf(*m_database, origins));
}

Result<Support> GeoPackageCase::support(IncidentId id, const OriginIndex &origins) const
{
    const std::lock_guard oneCall(m_mutex);
    return m_database->checked(supportOf(*m_database, id, origins));
}

Result<IncidentColumns> GeoPackageCase::columns() const
{
    const std::lock_guard oneCall(m_mutex);
    return m_database->checked(readColumns(*m_database));
}

Result<std::vector<DocumentSummary>> GeoPackageCase::documents() const
{
    const std::lock_guard oneCall(m_mutex);
    std::vector<DocumentSummary> documents;
    Statement row = m_database->query("SELECT d.id, d.name, d.publisher, d.published, d.published_precision, "
                                      "d.published_zone, d.grade, d.graphic, d.retrieved, d.replaces, "
                                      "(SELECT max(n.id) FROM document n WHERE n.replaces = d.id), d.media_type "
                                      "FROM document d ORDER BY d.id");
    while (row.next()) {
        documents.push_back({DocumentId{row.integer(0)}, row.text(1), row.text(2), writtenTimeFrom(row, 3),
                             gradeFrom(row.utf8(6)), row.integer(7) != 0, retrievedFrom(row, 8),
                             DocumentId{row.integer(9)}, DocumentId{row.integer(10)}, row.text(11) == rowsMediaType});
    }
    return m_database->checked(std::move(documents));
}

Result<bool> GeoPackageCase::isGraphic(DocumentId id) const
{
    const std::lock_guard oneCall(m_mutex);
    Statement row = m_database->query("SELECT 1 FROM document WHERE id = ?1 AND graphic UNION ALL "
                                      "SELECT 1 FROM quote q JOIN claim c ON c.quote_id = q.id "
                                      "JOIN incident i ON i.id = c.incident_id "
                                      "WHERE q.document_id = ?1 AND i.graphic LIMIT 1",
                                      numberOf(id));
    const bool graphic = row.next();
    return m_database->checked(graphic);
}

Result<Document> GeoPackageCase::document(DocumentId id) const
{
    const std::lock_guard oneCall(m_mutex);
    static const std::string sql = selectAll(documentTable, "WHERE id = ?");
    Document document;
    {
        Statement row = m_database->query(sql, numberOf(id));
        if (row.next())
            document = documentFrom(row);
    }
    if (std::optional<Error> error = m_database->takeFailure())
        return std::unexpected(std::move(*error));
    if (document.id == DocumentId{})
        return noSuchRow(QCoreApplication::translate("Case", "Document %1 is no longer in the case"), numberOf(id));
    document.text = textOf(QString::fromLatin1(document.textSha256.toHex()));
    if (document.bytesSha256 == document.textSha256) {
        document.bytes = document.text.toUtf8();
    } else {
        Statement row = m_database->query("SELECT bytes FROM document_bytes WHERE sha256 = ?",
                                          QString::fromLatin1(document.bytesSha256.toHex()));
        if (row.next())
            document.bytes = row.blob(0);
    }
    return m_database->checked(std::move(document));
}

Result<int> GeoPackageCase::quoteCount(DocumentId id) const
{
    const std::lock_guard oneCall(m_mutex);
    Statement row = m_database->query("SELECT count(*) FROM quote WHERE document_id = ?", numberOf(id));
    const std::int64_t count = row.next() ? row.integer(0) : 0;
    return m_database->checked(static_cast<int>(count));
}

Result<std::vector<Quote>> GeoPackageCase::quotesIn(DocumentId id) const
{
    const std::lock_guard oneCall(m_mutex);
    static const std::string sql =
        selectAll(quoteTable, "WHERE document_id = ? ORDER BY begin_position, end_position, id");
    std::vector<Quote> quotes;
    for (Statement row = m_database->query(sql, numberOf(id)); row.next();)
        quotes.push_back(quoteFrom(row));
    return m_database->checked(std::move(quotes));
}

Result<std::vector<Claim>> GeoPackageCase::claimsOn(QuoteId id) const
{
    const std::lock_guard oneCall(m_mutex);
    static const std::string sql = selectAll(claimTable, "WHERE quote_id = ? ORDER BY id");
    std::vector<Claim> claims;
    for (Statement row = m_database->query(sql, numberOf(id)); row.next();)
        claims.push_back(claimFrom(row));
    return m_database->checked(std::move(claims));
}

Result<std::vector<Decision>> GeoPackageCase::decisions(DocumentId id) const
{
    const std::lock_guard oneCall(m_mutex);
    static const std::string sql = selectAll(decisionTable, "WHERE document_id = ? ORDER BY id");
    std::vector<Decision> decisions;
    for (Statement row = m_database->query(sql, numberOf(id)); row.next();)
        decisions.push_back(decisionFrom(row));
    return m_database->checked(std::move(decisions));
}

Result<std::vector<FigureSpec>> GeoPackageCase::figures() const
{
    const std::lock_guard oneCall(m_mutex);
    static const std::string sql = selectAll(figureTable, "ORDER BY id");
    std::vector<FigureSpec> figures;
    for (Statement row = m_database->query(sql); row.next();)
        figures.push_back(figureFrom(row));
    return m_database->checked(std::move(figures));
}

Result<std::vector<Layer>> GeoPackageCase::layers() const
{
    const std::lock_guard oneCall(m_mutex);
    static const std::string sql = selectAll(layerTable, "ORDER BY id");
    std::vector<Layer> layers;
    for (Statement row = m_database->query(sql); row.next();)
        layers.push_back(layerFrom(row));
    return m_database->checked(std::move(layers));
}

Result<std::vector<Bookmark>> GeoPackageCase::bookmarks() const
{
    const std::lock_guard oneCall(m_mutex);
    static const std::string sql = selectAll(bookmarkTable, "ORDER BY id");
    std::vector<Bookmark> bookmarks;
    for (Statement row = m_database->query(sql); row.next();)
        bookmarks.push_back(bookmarkFrom(row));
    return m_database->checked(std::move(bookmarks));
}

Result<std::vector<HistoryStep>> GeoPackageCase::history(std::int64_t after) const
{
    const std::lock_guard oneCall(m_mutex);
    return m_database->checked(stepsAfter(*m_database, after));
}

Result<std::vector<HistoryRow>> GeoPackageCase::historyRows(std::int64_t step, std::int64_t from,
                                                            std::int64_t most) const
{
    const std::lock_guard oneCall(m_mutex);
    return m_database->checked(rowsOfStep(*m_database, step, from, most));
}

Result<CaseStamp> GeoPackageCase::stamp() const
{
    const std::lock_guard oneCall(m_mutex);
    return m_database->checked(
        CaseStamp{QFileInfo(m_path).fileName(), m_info.title, m_info.licence, lastSha256(*m_database)});
}

Result<std::optional<std::int64_t>> GeoPackageCase::stepsSince(const QString &historySha256) const
{
    const std::lock_guard oneCall(m_mutex);
    return m_database->checked(dateline::stepsSince(*m_database, historySha256));
}

Result<std::vector<Incident>> GeoPackageCase::incidentsNamed(const QString &words, int limit) const
{
    const std::lock_guard oneCall(m_mutex);
    // Two columns of each row are looked at here, since SQLite ignores the case of ASCII letters only.
    std::vector<std::int64_t> ids;
    for (Statement row = m_database->query("SELECT id, title, place_name FROM incident ORDER BY id");
         std::ssize(ids) < limit && row.next();) {
        if (row.text(1).contains(words, Qt::CaseInsensitive) || row.text(2).contains(words, Qt::CaseInsensitive))
            ids.push_back(row.integer(0));
    }
    std::vector<Incident> incidents;
    for (const std::int64_t id : ids) {
        if (Result<Incident> found = incident(IncidentId{id}))
            incidents.push_back(std::move(*found));
    }
    return m_database->checked(std::move(incidents));
}

Result<std::vector<SearchHit>> GeoPackageCase::search(const QString &words, int limit) const
{
    const std::lock_guard oneCall(m_mutex);
    return m_database->checked(hitsFor(*m_database, words, limit));
}

Result<std::vector<QByteArray>> GeoPackageCase::dataSetIds(const QByteArray &dataSet) const
{
    // Some rows at a time, so that the window waits for no more of a million when it asks for something.
    constexpr int rowsAtOnce = 10'000;
    constexpr std::chrono::microseconds forOthers(100);
    std::vector<QByteArray> ids;
    for (std::int64_t after = std::numeric_limits<std::int64_t>::min();;) {
        {
            const std::lock_guard oneCall(m_mutex);
            Statement last = m_database->query(
                "SELECT max(id) FROM (SELECT id FROM incident WHERE id > ? ORDER BY id LIMIT ?)", after, rowsAtOnce);
            if (!last.next() || last.isNull(0))
                return m_database->checked(std::move(ids));
            const std::int64_t end = last.integer(0);
            // Attributes may be no JSON where another program wrote them.
            Statement row = m_database->query("SELECT data_set_id FROM incident WHERE id > ? AND id <= ? "
                                              "AND data_set_id IS NOT NULL AND CASE WHEN json_valid(attributes) "
                                              "THEN json_extract(attributes, '$.data_set') = CAST(? AS TEXT) END",
                                              after, end, dataSet);
            while (row.next())
                ids.emplace_back(row.utf8(0).data(), static_cast<qsizetype>(row.utf8(0).size()));
            after = end;
        }
        std::this_thread::sleep_for(forOthers);
    }
}

QString GeoPackageCase::textOf(const QString &sha256) const
{
    if (const QString *text = m_texts.object(sha256))
        return *text;
    Statement row = m_database->query("SELECT text FROM document_text WHERE sha256 = ?", sha256);
    if (!row.next())
        return {};
    const QString text = row.text(0);
    // One that is larger than all that is kept is kept alone: it is asked for again at once.
    m_texts.insert(sha256, new QString(text), std::min(1 + text.size(), m_texts.maxCost()));
    return text;
}

} // namespace dateline
