#include "casefile/mergeplanner.h"

#include "casefile/database.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

// What a row rests on comes before it.
constexpr std::array<const Table *, 9> inOrder{&documentTable, &incidentTable, &quoteTable,
                                               &claimTable,    &decisionTable, &figureTable,
                                               &layerTable,    &bookmarkTable, &caseInfoTable};

std::size_t placeOf(const Table *table)
{
    return static_cast<std::size_t>(std::ranges::find(inOrder, table) - inOrder.begin());
}

} // namespace

MergePlanner::MergePlanner(const MergeLine &ours, const MergeLine &theirs, MergeRows &rows,
                           const MergeDecisions &decisions)
    : m_ours(ours)
    , m_theirs(theirs)
    , m_rows(rows)
    , m_decisions(decisions)
{
}

void MergePlanner::run()
{
    std::vector<std::pair<std::size_t, std::int64_t>> touched;
    for (const MergeEvent &event : m_theirs.events()) {
        if (!event.table || event.first == 0 || m_ours.knows(event.sha256))
            continue;
        if (event.first == event.last) {
            touched.emplace_back(placeOf(event.table), event.first);
            continue;
        }
        // Of the rows that were made at once, some may be gone.
        const QByteArray sql = QByteArray("SELECT id FROM ") + event.table->name + " WHERE id BETWEEN ? AND ?";
        for (Statement row = m_theirs.database().query(sql.toStdString(), event.first, event.last); row.next();)
            touched.emplace_back(placeOf(event.table), row.integer(0));
    }
    for (const MergeMark &mark : m_ours.undecided()) {
        if (const std::optional<MergeLine::Row> row = m_theirs.rowOf(mark.sha256, mark.offset))
            touched.emplace_back(placeOf(row->table), row->id);
    }
    std::ranges::sort(touched);
    const auto repeated = std::ranges::unique(touched);
    touched.erase(repeated.begin(), repeated.end());
    for (const auto &[place, id] : touched)
        take(*inOrder.at(place), id);
}

void MergePlanner::take(const Table &table, std::int64_t theirs)
{
    // What a case says of itself is its own unless both are copies of one.
    if (!m_taken.insert({&table, theirs}).second || (&table == &caseInfoTable && !m_rows.oursOf(table, theirs)))
        return;
    const std::optional<QJsonObject> row = storedRow(m_theirs.database(), table, theirs);
    const std::optional<std::int64_t> ours = m_rows.oursOf(table, theirs);
    if (!row) {
        if (ours)
            takeRemoval(table, theirs, *ours);
        return;
    }
    for (const MergeReference &reference : mergeReferences()) {
        if (reference.table == &table && row->value(reference.column).isDouble()
            && !m_rows.oursOf(*reference.target, row->value(reference.column).toInteger()))
            take(*reference.target, row->value(reference.column).toInteger());
    }
    if (!ours)
        takeNew(table, theirs, *row);
    else if (isThere(table, *ours))
        takeFields(table, theirs, *ours, *row);
    else
        takeGoneHere(table, theirs, *ours, *row);
}

// We know of the row, and do not have it.
bool MergePlanner::wasRefused(const Table &table, std::int64_t theirs) const
{
    return std::ranges::any_of(m_theirs.eventsOf(table, theirs), [&](const MergeEvent *event) {
        return m_ours.knows(event->sha256) && !m_ours.isUndecided({event->sha256, theirs - event->first, wholeRow});
    });
}

void MergePlanner::takeNew(const Table &table, std::int64_t theirs, const QJsonObject &row)
{
    if (wasRefused(table, theirs)) {
        takeGoneHere(table, theirs, 0, row);
        return;
    }
    if (!hasGround(table, theirs, row)) {
        ++m_leftOut;
        return;
    }
    if (const std::optional<std::int64_t> same = m_rows.sameThing(table, m_rows.translated(table, row));
        same && !m_gone.contains({&table, *same})) {
        m_rows.set(table, theirs, *same);
        count(table, &MergeCount::joined);
        takeFields(table, theirs, *same, row);
        return;
    }
    add(table, theirs, m_rows.newNumber(table));
}

// A row that both have.
void MergePlanner::takeFields(const Table &table, std::int64_t theirs, std::int64_t ours, const QJsonObject &row)
{
    const std::optional<QJsonObject> ourRow = storedRow(m_ours.database(), table, ours);
    if (!ourRow)
        return; // It is only just coming in.
    const QJsonObject theirRow = m_rows.translated(table, row);
    QJsonObject merged = *ourRow;
    for (const MergeField &field : mergeFields(table)) {
        if (isSameField(field, *ourRow, theirRow))
            continue;
        const News oursNews = newsOf(m_ours, m_theirs, table, ours, &field);
        const News theirsNews = newsOf(m_theirs, m_ours, table, theirs, &field);
        Side side = sideOf(table, field, *ourRow, theirRow, oursNews, theirsNews);
        if (side == Side::Ask) {
            MergeConflict conflict{.key = {}, .table = {}, .id = ours, .name = {}, .field = field.name};
            if (theirsNews.base && !theirsNews.made)
                conflict.base = shown(m_theirs, field, table, *theirsNews.base);
            conflict.ours.columns = shown(m_ours, field, table, *ourRow);
            conflict.theirs.columns = shown(m_theirs, field, table, row);
            side = ask(std::move(conflict), table, theirs, oursNews, theirsNews) == MergeChoice::Theirs ? Side::Theirs
                                                                                                        : Side::Ours;
        }
        if (side == Side::Theirs) {
            for (const QString &column : field.columns)
                merged.insert(column, theirRow.value(column));
        }
    }
    if (merged == *ourRow)
        return;
    count(table, &MergeCount::changed);
    m_merged.push_back({MergedRow::Kind::Change, &table, ours, theirs, merged});
}

void MergePlanner::add(const Table &table, std::int64_t theirs, std::int64_t ours)
{
    m_rows.set(table, theirs, ours);
    m_coming.insert({&table, ours});
    m_merged.push_back({MergedRow::Kind::Add, &table, ours, theirs, {}});
    count(table, &MergeCount::added);
}

void MergePlanner::count(const Table &table, std::int64_t MergeCount::*what)
{
    MergeCount &counted = m_counts[&table];
    counted.table = QString::fromLatin1(table.name);
    ++(counted.*what);
}

std::vector<MergeCount> MergePlanner::counts() const
{
    std::vector<MergeCount> counts;
    for (const Table *table : inOrder) {
        if (const auto found = m_counts.find(table); found != m_counts.end())
            counts.push_back(found->second);
    }
    return counts;
}

} // namespace dateline
