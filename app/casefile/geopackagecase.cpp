#include "casefile/geopackagecase.h"

#include "casefile/database.h"
#include "casefile/editor.h"
#include "casefile/history.h"
#include "casefile/rows.h"
#include "casefile/textsearch.h"
#include "casefile/transaction.h"

#include <array>
#include <string>

namespace dateline
{

namespace
{

constexpr qsizetype cachedTextUnits = 32 * 1024 * 1024;

std::string selectAll(const Table &table, const char *rest)
{
    return ("SELECT id, " + columnList(table) + " FROM " + table.name + ' ' + rest).toStdString();
}

std::unexpected<Error> nothingTo(const QString &sentence)
{
    return failure(Error::Kind::NotFound, sentence);
}

std::unexpected<Error> noSuchRow(const QString &sentence, std::int64_t id)
{
    return failure(Error::Kind::NotFound, sentence.arg(id));
}

} // namespace

GeoPackageCase::GeoPackageCase(std::unique_ptr<Database> database, QString path, std::unique_ptr<QLockFile> writersLock,
                               QString whyReadOnly)
    : m_path(std::move(path))
    , m_writersLock(std::move(writersLock))
    , m_database(std::move(database))
    , m_whyReadOnly(std::move(whyReadOnly))
    , m_texts(cachedTextUnits)
{
    Statement row = m_database->query("SELECT value FROM dateline_meta WHERE key = 'title'");
    if (row.next())
        m_title = row.text(0);
}

GeoPackageCase::~GeoPackageCase()
{
    if (!m_writing)
        return;
    // At rest a case is one file that every reader of GeoPackages can open, also from a read-only folder. If somebody
    // reads it just now, it stays in WAL mode with an empty log.
    m_database->run("PRAGMA busy_timeout = 0");
    m_database->run("PRAGMA journal_mode = DELETE");
    if (m_database->takeFailure())
        m_database->run("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<void> GeoPackageCase::startWriting()
{
    if (isReadOnly())
        return failure(Error::Kind::Unwritable, m_whyReadOnly, m_path);
    // Not when it is opened: a case that is only looked at stays as it is, byte for byte.
    if (!m_writing) {
        m_database->run("PRAGMA journal_mode = WAL");
        m_database->run("PRAGMA synchronous = FULL");
        if (std::optional<Error> error = m_database->takeFailure())
            return std::unexpected(std::move(*error));
        m_writing = true;
    }
    return {};
}

Result<Changed> GeoPackageCase::finish(Step &step, Transaction &transaction)
{
    transaction.commit();
    return m_database->checked(step.changed());
}

Result<Changed> GeoPackageCase::apply(const Change &change)
{
    if (const Result<void> started = startWriting(); !started)
        return std::unexpected(started.error());
    Transaction transaction(*m_database);
    Step step(*m_database, Step::Action::Do, change.label);
    applyEdits(*m_database, step, change);
    return finish(step, transaction);
}

Result<Changed> GeoPackageCase::undo()
{
    if (const Result<void> started = startWriting(); !started)
        return std::unexpected(started.error());
    Transaction transaction(*m_database);
    const std::optional<StepName> last = nextUndo(*m_database);
    if (!last) {
        if (std::optional<Error> error = m_database->takeFailure())
            return std::unexpected(std::move(*error));
        return nothingTo(QCoreApplication::translate("Case", "There is nothing to undo"));
    }
    Step step(*m_database, Step::Action::Undo, last->label, last->step);
    step.revert(last->step);
    return finish(step, transaction);
}

Result<Changed> GeoPackageCase::redo()
{
    if (const Result<void> started = startWriting(); !started)
        return std::unexpected(started.error());
    Transaction transaction(*m_database);
    const std::optional<RedoName> next = nextRedo(*m_database);
    if (!next) {
        if (std::optional<Error> error = m_database->takeFailure())
            return std::unexpected(std::move(*error));
        return nothingTo(QCoreApplication::translate("Case", "There is nothing to redo"));
    }
    Step step(*m_database, Step::Action::Redo, next->redone.label, next->redone.step);
    step.revert(next->undoing);
    return finish(step, transaction);
}

std::optional<QString> GeoPackageCase::undoLabel() const
{
    const std::optional<StepName> last = isReadOnly() ? std::nullopt : nextUndo(*m_database);
    return !m_database->takeFailure() && last ? std::optional(last->label) : std::nullopt;
}

std::optional<QString> GeoPackageCase::redoLabel() const
{
    const std::optional<RedoName> next = isReadOnly() ? std::nullopt : nextRedo(*m_database);
    return !m_database->takeFailure() && next ? std::optional(next->redone.label) : std::nullopt;
}

Result<std::vector<Incident>> GeoPackageCase::incidents() const
{
    static const std::string sql = selectAll(incidentTable, "ORDER BY time_begin IS NULL, time_begin, id");
    std::vector<Incident> incidents;
    for (Statement row = m_database->query(sql); row.next();)
        incidents.push_back(incidentFrom(row));
    return m_database->checked(std::move(incidents));
}

Result<Incident> GeoPackageCase::incident(IncidentId id) const
{
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
    Statement row = m_database->query(
        "SELECT c.id, c.incident_id, c.quote_id, c.stance, "
        "q.id, q.document_id, q.begin_position, q.end_position, q.exact, q.prefix, q.suffix, q.speaker, "
        "d.name, d.published, d.published_precision, d.published_zone, d.text_sha256 "
        "FROM claim c JOIN quote q ON q.id = c.quote_id JOIN document d ON d.id = q.document_id "
        "WHERE c.incident_id = ? ORDER BY c.id",
        numberOf(id));
    std::vector<Evidence> evidence;
    while (row.next()) {
        Evidence one{claimFrom(row), quoteFrom(row, 4), row.text(12), writtenTimeFrom(row, 13), false};
        one.matches = spanOf(one.quote, textOf(row.text(16))).has_value();
        evidence.push_back(std::move(one));
    }
    return m_database->checked(std::move(evidence));
}

Result<std::vector<std::pair<IncidentId, Support>>> GeoPackageCase::supports() const
{
    std::vector<std::pair<IncidentId, Support>> supports;
    Statement row = m_database->query("SELECT c.incident_id, count(DISTINCT c.quote_id), count(DISTINCT q.document_id) "
                                      "FROM claim c JOIN quote q ON q.id = c.quote_id "
                                      "GROUP BY c.incident_id ORDER BY c.incident_id");
    while (row.next()) {
        supports.emplace_back(IncidentId{row.integer(0)},
                              Support{static_cast<int>(row.integer(1)), static_cast<int>(row.integer(2))});
    }
    return m_database->checked(std::move(supports));
}

Result<std::vector<DocumentSummary>> GeoPackageCase::documents() const
{
    std::vector<DocumentSummary> documents;
    Statement row = m_database->query("SELECT d.id, d.name, d.publisher, d.published, d.published_precision, "
                                      "d.published_zone, (SELECT count(*) FROM quote q WHERE q.document_id = d.id) "
                                      "FROM document d ORDER BY d.id");
    while (row.next()) {
        documents.push_back({DocumentId{row.integer(0)}, row.text(1), row.text(2), writtenTimeFrom(row, 3),
                             static_cast<int>(row.integer(6))});
    }
    return m_database->checked(std::move(documents));
}

Result<Document> GeoPackageCase::document(DocumentId id) const
{
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

Result<std::vector<Quote>> GeoPackageCase::quotesIn(DocumentId id) const
{
    static const std::string sql =
        selectAll(quoteTable, "WHERE document_id = ? ORDER BY begin_position, end_position, id");
    std::vector<Quote> quotes;
    for (Statement row = m_database->query(sql, numberOf(id)); row.next();)
        quotes.push_back(quoteFrom(row));
    return m_database->checked(std::move(quotes));
}

Result<std::vector<Claim>> GeoPackageCase::claimsOn(QuoteId id) const
{
    static const std::string sql = selectAll(claimTable, "WHERE quote_id = ? ORDER BY id");
    std::vector<Claim> claims;
    for (Statement row = m_database->query(sql, numberOf(id)); row.next();)
        claims.push_back(claimFrom(row));
    return m_database->checked(std::move(claims));
}

Result<std::vector<Decision>> GeoPackageCase::decisions(DocumentId id) const
{
    static const std::string sql = selectAll(decisionTable, "WHERE document_id = ? ORDER BY id");
    std::vector<Decision> decisions;
    for (Statement row = m_database->query(sql, numberOf(id)); row.next();)
        decisions.push_back(decisionFrom(row));
    return m_database->checked(std::move(decisions));
}

Result<std::vector<FigureSpec>> GeoPackageCase::figures() const
{
    static const std::string sql = selectAll(figureTable, "ORDER BY id");
    std::vector<FigureSpec> figures;
    for (Statement row = m_database->query(sql); row.next();)
        figures.push_back(figureFrom(row));
    return m_database->checked(std::move(figures));
}

Result<std::vector<SearchHit>> GeoPackageCase::search(const QString &words, int limit) const
{
    return m_database->checked(hitsFor(*m_database, words, limit));
}

QString GeoPackageCase::textOf(const QString &sha256) const
{
    if (const QString *text = m_texts.object(sha256))
        return *text;
    Statement row = m_database->query("SELECT text FROM document_text WHERE sha256 = ?", sha256);
    if (!row.next())
        return {};
    const QString text = row.text(0);
    m_texts.insert(sha256, new QString(text), 1 + text.size());
    return text;
}

} // namespace dateline
