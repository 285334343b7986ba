#include "casefile/mergeline.h"

#include "casefile/database.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>
#include <tuple>

namespace dateline
{

namespace
{

QByteArray digestFrom(const Statement &row, int column)
{
    const std::string_view hex = row.utf8(column);
    return QByteArray::fromHex(QByteArray::fromRawData(hex.data(), static_cast<qsizetype>(hex.size())));
}

std::optional<QJsonObject> objectIn(const Statement &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    const std::string_view json = row.utf8(column);
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).object();
}

// What a merge notes down of itself; see MergeWriter.
QJsonObject mergeNote(const Statement &row, int tableColumn, int afterColumn)
{
    if (!row.utf8(tableColumn).empty() || row.isNull(afterColumn))
        return {};
    return objectIn(row, afterColumn)->value(u"merge").toObject();
}

MergeMark markFrom(const QJsonValue &value)
{
    const QJsonArray parts = value.toArray();
    return {QByteArray::fromHex(parts.at(0).toString().toLatin1()), parts.at(1).toInteger(), parts.at(2).toString()};
}

// One row of history holds all decisions of a merge; each is an event of its own, the same in every copy.
QByteArray decisionSha256(const QByteArray &marker, const MergeMark &mark)
{
    const QJsonArray parts{QString::fromLatin1(marker.toHex()), QString::fromLatin1(mark.sha256.toHex()),
                           qint64{mark.offset}, mark.field};
    return QCryptographicHash::hash(QJsonDocument(parts).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

auto placeInLine(const MergeEvent &event)
{
    return std::tuple(event.step, !event.merged, event.historyId);
}

} // namespace

size_t qHash(const MergeMark &mark, size_t seed)
{
    return qHashMulti(seed, mark.sha256, mark.offset, mark.field);
}

std::int64_t sharedHistory(Database &one, Database &other)
{
    const auto rows = [](Database &database) {
        Statement row = database.query("SELECT max(id) FROM history");
        return row.next() ? row.integer(0) : 0;
    };
    const auto digest = [](Database &database, std::int64_t id) {
        Statement row = database.query("SELECT sha256 FROM history WHERE id = ?", id);
        return row.next() ? row.text(0) : QString();
    };
    // Each row's hash covers all before it: where one is the same, the past is.
    std::int64_t shared = 0;
    for (std::int64_t end = std::min(rows(one), rows(other)) + 1; shared + 1 < end;) {
        const std::int64_t middle = shared + (end - shared) / 2;
        const QString there = digest(one, middle);
        (!there.isEmpty() && there == digest(other, middle) ? shared : end) = middle;
    }
    return shared;
}

MergeLine::MergeLine(Database &database, std::int64_t sharedRows)
    : m_database(database)
{
    Statement row = database.query("SELECT step FROM history WHERE id = ?", sharedRows);
    const std::int64_t sharedSteps = row.next() ? row.integer(0) : 0;
    readMerges(sharedSteps);
    readMerged(sharedSteps);
    readOwn(sharedRows);
    index();
}

void MergeLine::readMerges(std::int64_t sharedSteps)
{
    Statement row = m_database.query("SELECT step, table_name, after, (SELECT action FROM history h WHERE "
                                     "h.target = history.step ORDER BY h.id DESC LIMIT 1) "
                                     "FROM history WHERE table_name = '' AND after IS NOT NULL ORDER BY id");
    while (row.next()) {
        const QJsonObject note = mergeNote(row, 1, 2);
        if (note.isEmpty())
            continue;
        // A merge of the shared past that was taken back since is known to both: taking it back is what differs.
        const bool stands = row.utf8(3) != "undo" || row.integer(0) <= sharedSteps;
        m_merges.insert(row.integer(0), stands);
        if (!stands)
            continue;
        for (const QJsonValue mark : note[u"undecided"].toArray())
            m_undecided.insert(markFrom(mark));
        for (const QJsonValue mark : note[u"decided"].toArray())
            m_undecided.remove(markFrom(mark));
    }
}

void MergeLine::readMerged(std::int64_t sharedSteps)
{
    QSet<QByteArray> merges; // The steps of other cases that were merges themselves.
    Statement row = m_database.query("SELECT id, merge_step, local_id, row_id, last_row_id, sha256, table_name, after, "
                                     "step, time, author FROM merged_history ORDER BY id");
    while (row.next()) {
        if (const std::int64_t merge = row.integer(1); merge > sharedSteps && !m_merges.value(merge))
            continue;
        MergeEvent event{.sha256 = digestFrom(row, 5),
                         .merged = true,
                         .historyId = row.integer(0),
                         .step = row.integer(1),
                         .table = editableTableNamed(row.utf8(6)),
                         .first = row.integer(2),
                         .last = row.isNull(4) ? row.integer(2) : row.integer(2) + row.integer(4) - row.integer(3),
                         .decided = {},
                         .tookOver = false};
        const QByteArray step = (row.text(8) + row.text(9) + row.text(10)).toUtf8();
        if (const QJsonObject note = mergeNote(row, 6, 7); !note.isEmpty()) {
            merges.insert(step);
            m_markers.emplace_back(event, note);
        }
        event.tookOver = merges.contains(step);
        // What did not come in at first may have come in later.
        if (const auto known = m_bySha256.constFind(event.sha256); known != m_bySha256.cend()) {
            if (event.first != 0)
                m_events[*known] = std::move(event);
            continue;
        }
        m_bySha256.insert(event.sha256, m_events.size());
        m_events.push_back(std::move(event));
    }
}

void MergeLine::readOwn(std::int64_t sharedRows)
{
    Statement row = m_database.query("SELECT id, step, row_id, last_row_id, sha256, table_name, after IS NOT NULL, "
                                     "CASE WHEN table_name = '' THEN after END FROM history WHERE id > ? ORDER BY id",
                                     sharedRows);
    while (row.next()) {
        const MergeEvent event{.sha256 = digestFrom(row, 4),
                               .merged = false,
                               .historyId = row.integer(0),
                               .step = row.integer(1),
                               .table = editableTableNamed(row.utf8(5)),
                               .first = row.integer(2),
                               .last = row.isNull(3) ? row.integer(2) : row.integer(3),
                               .decided = {},
                               .tookOver = m_merges.contains(row.integer(1))};
        if (const QJsonObject note = mergeNote(row, 5, 7); !note.isEmpty() && m_merges.value(event.step))
            m_markers.emplace_back(event, note);
        m_events.push_back(event);
    }
}

void MergeLine::index()
{
    std::ranges::stable_sort(m_events, {}, placeInLine);
    m_bySha256.clear();
    for (std::size_t i = 0; i < m_events.size(); ++i)
        m_bySha256.insert(m_events[i].sha256, i);
    for (const auto &[marker, note] : m_markers)
        addDecisions(note, marker);
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        const MergeEvent &event = m_events[i];
        if (!event.table || event.first == 0)
            continue;
        if (event.last > event.first)
            m_ranges.push_back(i);
        else
            m_byRow[{event.table, event.first}].push_back(i);
    }
}

void MergeLine::addDecisions(const QJsonObject &merge, const MergeEvent &marker)
{
    std::set<std::tuple<const Table *, std::int64_t, QString>> seen; // A field may have several events behind it.
    for (const QJsonValue value : merge[u"decided"].toArray()) {
        const MergeMark mark = markFrom(value);
        const std::optional<Row> row = rowOf(mark.sha256, mark.offset);
        if (!row || !seen.emplace(row->table, row->id, mark.field).second)
            continue;
        MergeEvent event = marker;
        event.sha256 = decisionSha256(marker.sha256, mark);
        event.table = row->table;
        event.first = event.last = row->id;
        event.decided = mark.field;
        event.tookOver = false;
        m_bySha256.insert(event.sha256, m_events.size());
        m_events.push_back(std::move(event));
    }
}

bool MergeLine::isUndecided(const MergeMark &mark) const
{
    return m_undecided.contains(mark)
        || (mark.field != u"*" && m_undecided.contains({mark.sha256, mark.offset, QStringLiteral("*")}));
}

std::vector<const MergeEvent *> MergeLine::eventsOf(const Table &table, std::int64_t row) const
{
    std::vector<const MergeEvent *> events;
    if (const auto found = m_byRow.find({&table, row}); found != m_byRow.end()) {
        for (const std::size_t index : found->second)
            events.push_back(&m_events[index]);
    }
    for (const std::size_t index : m_ranges) {
        const MergeEvent &event = m_events[index];
        if (event.table == &table && event.first <= row && row <= event.last)
            events.push_back(&event);
    }
    // Decisions were found last.
    std::ranges::stable_sort(events, {}, [](const MergeEvent *event) { return placeInLine(*event); });
    return events;
}

std::optional<MergeLine::Row> MergeLine::rowOf(const QByteArray &sha256, std::int64_t offset) const
{
    const auto found = m_bySha256.constFind(sha256);
    if (found == m_bySha256.cend())
        return std::nullopt;
    const MergeEvent &event = m_events[*found];
    if (!event.table || event.first == 0 || offset < 0 || offset > event.last - event.first)
        return std::nullopt;
    return Row{event.table, event.first + offset};
}

MergeEventDetail MergeLine::detailOf(const MergeEvent &event) const
{
    Statement row = m_database.query(event.merged ? "SELECT before, after, author, time, last_row_id FROM "
                                                    "merged_history WHERE id = ?"
                                                  : "SELECT before, after, author, time, last_row_id FROM history "
                                                    "WHERE id = ?",
                                     event.historyId);
    if (!row.next())
        return {};
    MergeEventDetail detail{{}, {}, row.text(2), QDateTime::fromString(row.text(3), Qt::ISODateWithMs)};
    if (!event.isDecision()) {
        detail.before = objectIn(row, 0);
        // What many rows have at once is no row.
        detail.after = row.isNull(4) ? objectIn(row, 1) : std::nullopt;
    }
    return detail;
}

} // namespace dateline
