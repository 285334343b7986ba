#include "casefile/database.h"
#include "casefile/mergeplanner.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace dateline
{

namespace
{

QString shortened(const QString &words)
{
    constexpr qsizetype longest = 80;
    const QString line = words.simplified();
    return line.size() <= longest ? line : line.first(longest - 1).trimmed() + QStringLiteral("…");
}

/// What to call the row of @p table.
QString nameOf(Database &database, const Table &table, const QJsonObject &row)
{
    const auto other = [&](const Table &target, QStringView column) {
        const std::optional<QJsonObject> found = storedRow(database, target, row.value(column).toInteger());
        return found ? nameOf(database, target, *found) : QString();
    };
    if (&table == &documentTable || &table == &bookmarkTable)
        return shortened(row.value(u"name").toString());
    if (&table == &quoteTable)
        return shortened(row.value(u"exact").toString());
    if (&table == &claimTable) {
        return QCoreApplication::translate("Merge", "%1: “%2”", "a claim: incident, words")
            .arg(other(incidentTable, u"incident_id"), other(quoteTable, u"quote_id"));
    }
    if (&table == &decisionTable)
        return other(documentTable, u"document_id");
    return shortened(row.value(u"title").toString());
}

bool isFrom(const MergeEvent &event, const std::vector<const MergeEvent *> &events)
{
    return std::ranges::any_of(events, [&](const MergeEvent *other) { return other->merged && !other->tookOver; })
        && event.tookOver;
}

} // namespace

bool MergePlanner::concerns(const MergeLine &line, const MergeEvent &event, const MergeField &field) const
{
    if (event.isDecision())
        return event.decided == field.name || event.decided == wholeRow;
    const MergeEventDetail detail = line.detailOf(event);
    return !detail.before || !detail.after || !isSameField(field, *detail.before, *detail.after);
}

// What a merge wrote was done by whoever did it first, unless only the merge did it.
bool MergePlanner::isToldByOthers(const MergeLine &line, const MergeEvent &event,
                                  const std::vector<const MergeEvent *> &events, const MergeField &field) const
{
    if (!event.tookOver)
        return false;
    const std::optional<QJsonObject> after = line.detailOf(event).after;
    return std::ranges::any_of(events, [&](const MergeEvent *other) {
        if (!other->merged || other->tookOver || other->isDecision() || !concerns(line, *other, field))
            return false;
        const std::optional<QJsonObject> otherAfter = line.detailOf(*other).after;
        return field.refers || !after || !otherAfter || isSameField(field, *after, *otherAfter);
    });
}

MergePlanner::News MergePlanner::newsOf(const MergeLine &line, const MergeLine &other, const Table &table,
                                        std::int64_t row, const MergeField *field) const
{
    News news;
    const std::vector<const MergeEvent *> events = line.eventsOf(table, row);
    for (const MergeEvent *event : events) {
        const MergeMark mark{event->sha256, row - event->first, field ? field->name : wholeRow};
        if (line.isUndecided(mark) || (other.knows(event->sha256) && !other.isUndecided(mark)))
            continue;
        if (field ? !concerns(line, *event, *field) || isToldByOthers(line, *event, events, *field)
                  : isFrom(*event, events))
            continue;
        news.events.push_back(event);
    }
    // What a person decided is no return to what was, though it may hold the same.
    if (news.events.empty() || std::ranges::any_of(news.events, &MergeEvent::isDecision))
        return news;
    const MergeEvent &first = *news.events.front();
    const MergeEventDetail detail = line.detailOf(first);
    news.made = !detail.before;
    // Ids of another case say nothing here.
    const bool isForeign = first.merged && (!field || field->refers);
    if (news.made || !isForeign)
        news.base = detail.before.value_or(QJsonObject());
    return news;
}

MergePlanner::Side MergePlanner::sideOf(const Table &table, const MergeField &field, const QJsonObject &ours,
                                        const QJsonObject &theirs, const News &oursNews, const News &theirsNews) const
{
    if (theirsNews.events.empty())
        return Side::Ours;
    if (oursNews.events.empty())
        return Side::Theirs;
    const std::optional<QJsonObject> &oursBase = oursNews.base;
    const std::optional<QJsonObject> theirsBase =
        theirsNews.base ? std::optional(m_rows.translated(table, *theirsNews.base)) : std::nullopt;
    const auto isBase = [&](const std::optional<QJsonObject> &base, const QJsonObject &row) {
        return base && isSameField(field, *base, row);
    };
    // The side that still has, or again has, what either began with has nothing of its own to say.
    const bool theirsIsOld = isBase(theirsBase, theirs) || isBase(oursBase, theirs);
    const bool oursIsOld = isBase(theirsBase, ours) || isBase(oursBase, ours);
    if (theirsIsOld != oursIsOld)
        return theirsIsOld ? Side::Ours : Side::Theirs;
    if (const QJsonObject *kept = withoutAsking(table, field, ours, theirs))
        return kept == &ours ? Side::Ours : Side::Theirs;
    return Side::Ask;
}

bool MergePlanner::isBase(const Table &table, const News &theirsNews, const QJsonObject &row) const
{
    if (!theirsNews.base || theirsNews.made)
        return false;
    return std::ranges::all_of(mergeFields(table),
                               [&](const MergeField &field) { return isSameField(field, *theirsNews.base, row); });
}

QJsonObject MergePlanner::shown(const MergeLine &line, const MergeField &field, const Table &table,
                                const QJsonObject &row) const
{
    QJsonObject columns = fieldOf(field, row);
    for (const MergeReference &reference : mergeReferences()) {
        if (reference.table != &table || !columns.value(reference.column).isDouble())
            continue;
        const std::int64_t id = columns.value(reference.column).toInteger();
        const std::optional<QJsonObject> target = storedRow(line.database(), *reference.target, id);
        columns.insert(reference.column, target ? nameOf(line.database(), *reference.target, *target) : QString());
    }
    return columns;
}

MergeChoice MergePlanner::ask(MergeConflict conflict, const Table &table, std::int64_t theirs, const News &oursNews,
                              const News &theirsNews)
{
    QByteArray identity = (QString::fromLatin1(table.name) + u'/' + conflict.field).toUtf8();
    const auto tellSide = [&](MergeSide &side, const MergeLine &line, const std::vector<const MergeEvent *> &events) {
        if (events.empty())
            return;
        const MergeEventDetail detail = line.detailOf(*events.back());
        side.author = detail.author;
        side.time = detail.time;
        identity += '/' + events.back()->sha256;
    };
    tellSide(conflict.ours, m_ours, oursNews.events);
    tellSide(conflict.theirs, m_theirs, theirsNews.events);
    identity += '/' + QByteArray::number(qint64{conflict.id}) + '/' + QByteArray::number(qint64{theirs});
    conflict.key =
        QString::fromLatin1(QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex().first(16));
    conflict.table = QString::fromLatin1(table.name);
    const std::optional<QJsonObject> ourRow = storedRow(m_ours.database(), table, conflict.id);
    if (const std::optional<QJsonObject> row = ourRow ? ourRow : storedRow(m_theirs.database(), table, theirs))
        conflict.name = nameOf(ourRow ? m_ours.database() : m_theirs.database(), table, *row);
    conflict.choice = m_decisions.of(conflict.key);
    settle(theirsNews.events, theirs, conflict.field.isEmpty() ? wholeRow : conflict.field, conflict.choice);
    const MergeChoice choice = conflict.choice;
    m_conflicts.push_back(std::move(conflict));
    return choice;
}

void MergePlanner::settle(const std::vector<const MergeEvent *> &events, std::int64_t theirs, const QString &field,
                          MergeChoice choice)
{
    for (const MergeEvent *event : events)
        m_decided.push_back({{event->sha256, theirs - event->first, field}, choice});
}

} // namespace dateline
