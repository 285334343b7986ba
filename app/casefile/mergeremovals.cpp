#include "casefile/database.h"
#include "casefile/mergeplanner.h"

#include <algorithm>
#include <string>

namespace dateline
{

// A row that this copy has removed or refused, and the other has.
void MergePlanner::takeGoneHere(const Table &table, std::int64_t theirs, std::int64_t ours, const QJsonObject &row)
{
    const News theirsNews = newsOf(m_theirs, m_ours, table, theirs, nullptr);
    if (theirsNews.events.empty() || isBase(table, theirsNews, row))
        return;
    // What it rests on is gone too: then that is what to decide, and this goes with it.
    if (!hasGround(table, theirs, row) || m_coming.contains({&table, ours}))
        return;
    static_cast<void>(askWhetherBack(table, theirs, ours, theirsNews));
}

bool MergePlanner::hasGround(const Table &table, std::int64_t theirs, const QJsonObject &row)
{
    const auto wait = [&](MergeChoice choice) {
        settle(newsOf(m_theirs, m_ours, table, theirs, nullptr).events, theirs, wholeRow, choice);
        m_asked.emplace(Key{&table, theirs}, choice); // What rests on this waits for the same.
        return false;
    };
    for (const MergeReference &reference : mergeReferences()) {
        if (reference.table != &table || !reference.required)
            continue;
        const std::int64_t target = row.value(reference.column).toInteger();
        const auto isGround = [&] {
            const std::optional<std::int64_t> ours = m_rows.oursOf(*reference.target, target);
            return ours && isThere(*reference.target, *ours);
        };
        if (isGround())
            continue;
        if (const auto asked = m_asked.find({reference.target, target}); asked != m_asked.end())
            return wait(asked->second);
        const std::optional<std::int64_t> ours = m_rows.oursOf(*reference.target, target);
        if (!ours && !wasRefused(*reference.target, target))
            return wait(MergeChoice::Undecided);
        News because = newsOf(m_theirs, m_ours, *reference.target, target, nullptr);
        if (because.events.empty())
            because.events = newsOf(m_theirs, m_ours, table, theirs, nullptr).events;
        const MergeChoice choice = askWhetherBack(*reference.target, target, ours.value_or(0), because);
        if (choice != MergeChoice::Theirs || !isGround())
            return wait(choice);
    }
    return true;
}

bool MergePlanner::standsOnRows(const Table &table, const QJsonObject &row) const
{
    return std::ranges::all_of(mergeReferences(), [&](const MergeReference &reference) {
        if (reference.table != &table || !reference.required)
            return true;
        const std::optional<std::int64_t> ours =
            m_rows.oursOf(*reference.target, row.value(reference.column).toInteger());
        return ours && isThere(*reference.target, *ours);
    });
}

MergeChoice MergePlanner::askWhetherBack(const Table &table, std::int64_t theirs, std::int64_t ours,
                                         const News &theirsNews)
{
    const Key key{&table, theirs};
    if (const auto asked = m_asked.find(key); asked != m_asked.end())
        return asked->second;
    const News oursNews = newsOf(m_ours, m_theirs, table, ours, nullptr);
    MergeChoice choice = MergeChoice::Theirs; // Who knows that it was removed and has it has brought it back.
    if (!oursNews.events.empty() || ours == 0) {
        MergeConflict conflict{.key = {}, .table = {}, .id = ours, .name = {}, .field = {}};
        conflict.ours.present = false;
        if (const std::optional<QJsonObject> row = storedRow(m_theirs.database(), table, theirs)) {
            for (const MergeField &field : mergeFields(table)) {
                const QJsonObject columns = shown(m_theirs, field, table, *row);
                for (auto column = columns.begin(); column != columns.end(); ++column)
                    conflict.theirs.columns.insert(column.key(), column.value());
            }
        }
        choice = ask(std::move(conflict), table, theirs, oursNews, theirsNews);
    }
    m_asked.emplace(key, choice);
    if (choice == MergeChoice::Theirs)
        bringBack(table, theirs, ours);
    return choice;
}

// With all that rests on it there.
void MergePlanner::bringBack(const Table &table, std::int64_t theirs, std::int64_t ours)
{
    const std::optional<QJsonObject> row = storedRow(m_theirs.database(), table, theirs);
    if (!row || !hasGround(table, theirs, *row))
        return;
    m_taken.insert({&table, theirs});
    add(table, theirs, ours != 0 ? ours : m_rows.newNumber(table));
    for (const auto &[childTable, child] : restingOn(m_theirs.database(), table, theirs)) {
        const std::optional<std::int64_t> ourChild = m_rows.oursOf(*childTable, child);
        const std::optional<QJsonObject> childRow = storedRow(m_theirs.database(), *childTable, child);
        if (!ourChild)
            take(*childTable, child);
        else if (!isThere(*childTable, *ourChild) && childRow && standsOnRows(*childTable, *childRow))
            bringBack(*childTable, child, *ourChild);
    }
}

// A row that the other copy has removed.
void MergePlanner::takeRemoval(const Table &table, std::int64_t theirs, std::int64_t ours)
{
    const std::optional<QJsonObject> ourRow = storedRow(m_ours.database(), table, ours);
    const News theirsNews = newsOf(m_theirs, m_ours, table, theirs, nullptr);
    if (!ourRow || !isThere(table, ours) || theirsNews.events.empty())
        return;
    if (const auto kept = m_kept.find({&table, ours}); kept != m_kept.end()) {
        settle(theirsNews.events, theirs, wholeRow, kept->second);
        return;
    }
    const News oursNews = newsOf(m_ours, m_theirs, table, ours, nullptr);
    if (isChangedHere(table, ours, oursNews, theirsNews) || restsNewHere(table, ours)) {
        MergeConflict conflict{.key = {}, .table = {}, .id = ours, .name = {}, .field = {}};
        conflict.theirs.present = false;
        for (const MergeField &field : mergeFields(table)) {
            const QJsonObject columns = shown(m_ours, field, table, *ourRow);
            for (auto column = columns.begin(); column != columns.end(); ++column)
                conflict.ours.columns.insert(column.key(), column.value());
        }
        const MergeChoice choice = ask(std::move(conflict), table, theirs, oursNews, theirsNews);
        if (choice != MergeChoice::Theirs) {
            markKept(table, ours, choice);
            return;
        }
    }
    count(table, &MergeCount::removed);
    m_merged.push_back({MergedRow::Kind::Remove, &table, ours, theirs, {}});
    markGone(table, ours);
}

bool MergePlanner::isChangedHere(const Table &table, std::int64_t ours, const News &oursNews,
                                 const News &theirsNews) const
{
    if (oursNews.events.empty())
        return false;
    if (std::ranges::any_of(oursNews.events, &MergeEvent::isDecision))
        return true;
    const std::optional<QJsonObject> row = storedRow(m_ours.database(), table, ours);
    News inOurs = theirsNews;
    if (inOurs.base)
        inOurs.base = m_rows.translated(table, *inOurs.base);
    return !row || !isBase(table, inOurs, *row);
}

bool MergePlanner::restsNewHere(const Table &table, std::int64_t ours) const
{
    return std::ranges::any_of(restingOn(m_ours.database(), table, ours), [&](const Key &child) {
        const News news = newsOf(m_ours, m_theirs, *child.first, child.second, nullptr);
        const std::optional<QJsonObject> row = storedRow(m_ours.database(), *child.first, child.second);
        return (!news.events.empty() && row && !isBase(*child.first, news, *row))
            || restsNewHere(*child.first, child.second);
    });
}

std::vector<MergePlanner::Key> MergePlanner::restingOn(Database &database, const Table &table, std::int64_t row) const
{
    std::vector<Key> rows;
    for (const MergeReference &reference : mergeReferences()) {
        if (reference.target != &table || !reference.required)
            continue;
        const QByteArray sql =
            QByteArray("SELECT id FROM ") + reference.table->name + " WHERE " + reference.column.toLatin1() + " = ?";
        for (Statement found = database.query(sql.toStdString(), row); found.next();)
            rows.emplace_back(reference.table, found.integer(0));
    }
    return rows;
}

bool MergePlanner::isThere(const Table &table, std::int64_t ours) const
{
    const Key key{&table, ours};
    return m_coming.contains(key) || (!m_gone.contains(key) && storedRow(m_ours.database(), table, ours));
}

void MergePlanner::markGone(const Table &table, std::int64_t ours)
{
    m_gone.insert({&table, ours});
    for (const auto &[childTable, child] : restingOn(m_ours.database(), table, ours))
        markGone(*childTable, child);
}

void MergePlanner::markKept(const Table &table, std::int64_t ours, MergeChoice choice)
{
    m_kept.insert_or_assign({&table, ours}, choice);
    for (const auto &[childTable, child] : restingOn(m_ours.database(), table, ours))
        markKept(*childTable, child, choice);
}

} // namespace dateline
