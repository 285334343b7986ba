#include "casefile/mergerows.h"

#include "casefile/database.h"
#include "casefile/mergejson.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace dateline
{

namespace
{

QByteArray contentOf(const Table &table, const QJsonObject &row)
{
    QJsonObject whole;
    for (const Column &column : table.columns) {
        const QLatin1StringView name(column.name);
        const QJsonValue value = row.value(name);
        // The same number is written the same way, whether it came from a table or from JSON.
        whole.insert(name, value.isDouble() ? QJsonValue(value.toDouble()) : value);
    }
    return QCryptographicHash::hash(QJsonDocument(whole).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

// The same words in another place, or of another publisher, are another source.
bool isSameSource(const QJsonObject &one, const QJsonObject &other)
{
    const auto differ = [&](QStringView column) {
        const QString a = one.value(column).toString();
        const QString b = other.value(column).toString();
        return !a.isEmpty() && !b.isEmpty() && a != b;
    };
    const QString address = one.value(u"address").toString();
    return !differ(u"address")
        && (!differ(u"publisher") || (!address.isEmpty() && address == other.value(u"address").toString()));
}

std::int64_t numberIn(Statement row)
{
    return row.next() ? row.integer(0) : 0;
}

} // namespace

MergeRows::MergeRows(const MergeLine &ours, const MergeLine &theirs, std::int64_t sharedRows, bool related)
    : m_ours(ours)
    , m_theirs(theirs)
    , m_related(related)
{
    Statement row = ours.database().query("SELECT table_name, max(ifnull(last_row_id, row_id)) FROM history "
                                          "WHERE id <= ? GROUP BY table_name",
                                          sharedRows);
    while (row.next()) {
        if (const Table *table = editableTableNamed(row.utf8(0)))
            m_lastShared[table] = row.integer(1);
    }
    // Numbers are not given twice, so a new one is above all that ever were.
    for (const Table *table : editableTables()) {
        const QString name = QString::fromLatin1(table->name);
        m_lastNumber[table] =
            std::max(numberIn(ours.database().query("SELECT seq FROM sqlite_sequence WHERE name = ?", name)),
                     numberIn(ours.database().query((QByteArray("SELECT max(id) FROM ") + table->name).toStdString())));
    }
}

std::int64_t MergeRows::lastShared(const Table &table) const
{
    if (&table == &caseInfoTable)
        return m_related ? 1 : 0;
    const auto found = m_lastShared.find(&table);
    return found == m_lastShared.end() ? 0 : found->second;
}

std::optional<std::int64_t> MergeRows::oursOf(const Table &table, std::int64_t theirs) const
{
    if (isShared(table, theirs))
        return theirs;
    Numbers &known = m_oursOf[&table];
    if (const auto found = known.find(theirs); found != known.end())
        return found->second;
    for (const MergeEvent *event : m_theirs.eventsOf(table, theirs)) {
        const std::optional<MergeLine::Row> row = m_ours.rowOf(event->sha256, theirs - event->first);
        if (row && row->table == &table && !event->isDecision()) {
            known.emplace(theirs, row->id);
            return row->id;
        }
    }
    return std::nullopt;
}

std::optional<std::int64_t> MergeRows::theirsOf(const Table &table, std::int64_t ours) const
{
    if (isShared(table, ours))
        return ours;
    Numbers &known = m_theirsOf[&table];
    if (const auto found = known.find(ours); found != known.end())
        return found->second;
    for (const MergeEvent *event : m_ours.eventsOf(table, ours)) {
        const std::optional<MergeLine::Row> row = m_theirs.rowOf(event->sha256, ours - event->first);
        if (row && row->table == &table && !event->isDecision()) {
            known.emplace(ours, row->id);
            return row->id;
        }
    }
    return std::nullopt;
}

void MergeRows::set(const Table &table, std::int64_t theirs, std::int64_t ours)
{
    m_oursOf[&table].insert_or_assign(theirs, ours);
    m_theirsOf[&table].insert_or_assign(ours, theirs);
}

std::int64_t MergeRows::newNumber(const Table &table)
{
    return ++m_lastNumber[&table];
}

QJsonObject MergeRows::translated(const Table &table, QJsonObject row) const
{
    for (const MergeReference &reference : mergeReferences()) {
        if (reference.table != &table || !row.value(reference.column).isDouble())
            continue;
        const std::optional<std::int64_t> ours = oursOf(*reference.target, row.value(reference.column).toInteger());
        row.insert(reference.column, ours ? QJsonValue(qint64{*ours}) : QJsonValue());
    }
    if (&table == &bookmarkTable)
        row.insert(QStringLiteral("filter"), filterRenumbered(row.value(u"filter"), *this));
    if (&table == &figureTable)
        row.insert(QStringLiteral("spec"), figureRenumbered(row.value(u"spec"), *this));
    return row;
}

// A row that the other copy has as well is its own thing there.
bool MergeRows::isFree(const Table &table, std::int64_t ours) const
{
    return !theirsOf(table, ours).has_value();
}

template<typename... Values>
std::optional<std::int64_t> MergeRows::firstFree(const Table &table, std::string_view sql,
                                                 const Values &...values) const
{
    for (Statement row = m_ours.database().query(sql, values...); row.next();) {
        if (isFree(table, row.integer(0)))
            return row.integer(0);
    }
    return std::nullopt;
}

std::optional<std::int64_t> MergeRows::sameThing(const Table &table, const QJsonObject &row)
{
    const auto number = [&row](QStringView column) { return std::int64_t{row.value(column).toInteger()}; };
    if (&table == &documentTable)
        return sameDocument(row);
    if (&table == &quoteTable) {
        return firstFree(table,
                         "SELECT id FROM quote WHERE document_id = ? AND begin_position = ? AND end_position = ? "
                         "AND ifnull(speaker, '') = ?",
                         number(u"document_id"), number(u"begin_position"), number(u"end_position"),
                         row.value(u"speaker").toString());
    }
    if (&table == &claimTable) {
        return firstFree(table, "SELECT id FROM claim WHERE incident_id = ? AND quote_id = ?", number(u"incident_id"),
                         number(u"quote_id"));
    }
    if (&table == &decisionTable) {
        return firstFree(table, "SELECT id FROM decision WHERE document_id = ? AND proposal_key = ?",
                         number(u"document_id"), row.value(u"proposal_key").toString());
    }
    return sameRow(table, row);
}

std::optional<std::int64_t> MergeRows::sameDocument(const QJsonObject &row)
{
    if (!m_documents) {
        m_documents.emplace();
        for (Statement all = m_ours.database().query("SELECT id, text_sha256 || bytes_sha256 FROM document");
             all.next();)
            m_documents->insert(all.text(1).toLatin1(), all.integer(0));
    }
    const QByteArray key = (row.value(u"text_sha256").toString() + row.value(u"bytes_sha256").toString()).toLatin1();
    QList<std::int64_t> candidates = m_documents->values(key);
    std::ranges::sort(candidates);
    for (const std::int64_t id : candidates) {
        const std::optional<QJsonObject> other = storedRow(m_ours.database(), documentTable, id);
        if (other && isFree(documentTable, id) && isSameSource(row, *other))
            return id;
    }
    return std::nullopt;
}

std::optional<std::int64_t> MergeRows::sameRow(const Table &table, const QJsonObject &row)
{
    if (!m_contents.contains(&table)) {
        QMultiHash<QByteArray, std::int64_t> &contents = m_contents[&table];
        const QByteArray sql = QByteArray("SELECT id FROM ") + table.name + " WHERE id > ?";
        for (Statement all = m_ours.database().query(sql.toStdString(), lastShared(table)); all.next();) {
            if (isFree(table, all.integer(0)))
                contents.insert(contentOf(table, *storedRow(m_ours.database(), table, all.integer(0))), all.integer(0));
        }
    }
    QList<std::int64_t> candidates = m_contents[&table].values(contentOf(table, row));
    std::ranges::sort(candidates);
    const auto free = std::ranges::find_if(candidates, [&](std::int64_t id) { return isFree(table, id); });
    return free == candidates.end() ? std::nullopt : std::optional(*free);
}

} // namespace dateline
