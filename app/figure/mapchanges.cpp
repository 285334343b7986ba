#include "figure/mapchanges.h"

#include "figure/captions.h"
#include "figure/changetexts.h"
#include "figure/figuretext.h"
#include "figure/panels.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

namespace dateline
{

namespace
{

using Counts = std::vector<std::uint32_t>;

Counts countsFrom(const QJsonValue &value)
{
    Counts counts;
    const QJsonArray array = value.toArray();
    counts.reserve(static_cast<std::size_t>(array.size()));
    for (const QJsonValue count : array)
        counts.push_back(static_cast<std::uint32_t>(count.toInteger()));
    return counts;
}

/// What a sidecar tells of its squares; none if it has none, or they are not understood.
std::optional<SquareGrid> gridFrom(const QJsonValue &value)
{
    SquareGrid grid{value[u"shift"].toInt(-1),
                    static_cast<std::uint32_t>(value[u"west"].toInteger()),
                    static_cast<std::uint32_t>(value[u"north"].toInteger()),
                    value[u"across"].toInt(),
                    value[u"down"].toInt(),
                    countsFrom(value[u"counts"])};
    if (grid.shift < 0 || grid.shift > 31 || grid.across < 1 || grid.down < 1
        || qint64{grid.across} * grid.down != std::ssize(grid.counts))
        return std::nullopt;
    return grid;
}

/// “12 hold another number …”; @p name is that of the map, if there are several.
void compare(const Counts &then, const Counts &now, const QString &name, QStringList &changes)
{
    qint64 squares = 0;
    qint64 more = 0;
    qint64 fewer = 0;
    for (std::size_t i = 0; i < std::min(now.size(), then.size()); ++i) {
        squares += now[i] == then[i] ? 0 : 1;
        more += std::max<qint64>(0, qint64{now[i]} - then[i]);
        fewer += std::max<qint64>(0, qint64{then[i]} - now[i]);
    }
    if (squares == 0)
        return;
    const QStringList numbers{countText(squares), countText(more), countText(fewer)};
    changes.append(name.isEmpty()
                       ? FigureText::tr("Of the squares, %1 hold another number of incidents now: %2 more and %3 fewer")
                             .arg(numbers[0], numbers[1], numbers[2])
                       : FigureText::tr("Of the squares of the map “%1”, %2 hold another number of incidents now: %3 "
                                        "more and %4 fewer")
                             .arg(name, numbers[0], numbers[1], numbers[2]));
}

using IdsByMap = std::map<QString, std::set<qint64>>;

IdsByMap idsByMap(const QJsonValue &panels)
{
    IdsByMap maps;
    for (const QJsonValue panel : panels.toArray()) {
        std::set<qint64> &ids = maps[panel[u"name"].toString()];
        for (const QJsonValue id : panel[u"incidents"].toArray())
            ids.insert(id.toInteger());
    }
    return maps;
}

} // namespace

QStringList changedSquares(const QJsonObject &sidecar, const Publishable &now)
{
    const std::optional<SquareGrid> then = gridFrom(sidecar[u"squares"]);
    const IncidentTable *table = now.content.table.get();
    if (!then || table == nullptr)
        return {};
    QStringList changes;
    compare(then->counts, recounted(*then, *table).counts, {}, changes);
    if (!now.spec.panels)
        return changes;
    std::map<QString, Counts> maps;
    for (const FigureGroup &group : groupsOf(now.content, now.spec, *now.spec.panels))
        maps.emplace(group.name, recounted(*then, *table, countedOf(group)).counts);
    for (const QJsonValue panel : sidecar[u"panels"].toArray()) {
        const QString name = panel[u"name"].toString();
        Counts &counts = maps[name];
        counts.resize(then->counts.size());
        compare(countsFrom(panel[u"counts"]), counts, name, changes);
        maps.erase(name);
    }
    for (const auto &[name, counts] : maps)
        changes.append(FigureText::tr("There would be a map “%1” now").arg(name));
    return changes;
}

QStringList changedPanels(const QJsonObject &then, const QJsonObject &now)
{
    const IdsByMap before = idsByMap(then[u"panels"]);
    const IdsByMap after = idsByMap(now[u"panels"]);
    std::set<qint64> stays;
    for (const QJsonValue incident : now[u"incidents"].toArray())
        stays.insert(incident[u"id"].toInteger());
    const auto isOn = [](const IdsByMap &maps, const QString &name, qint64 id) {
        const auto map = maps.find(name);
        return map != maps.end() && map->second.contains(id);
    };
    QStringList changes;
    for (const QJsonValue value : then[u"incidents"].toArray()) {
        const QJsonObject incident = value.toObject();
        const qint64 id = incident[u"id"].toInteger();
        if (!stays.contains(id))
            continue;
        for (const auto &[name, ids] : before) {
            if (ids.contains(id) && !isOn(after, name, id))
                changes.append(
                    FigureText::tr("%1 would no longer be on the map “%2”").arg(incidentText(incident), name));
        }
        for (const auto &[name, ids] : after) {
            if (ids.contains(id) && !isOn(before, name, id))
                changes.append(FigureText::tr("%1 would be on the map “%2” now").arg(incidentText(incident), name));
        }
    }
    return changes;
}

} // namespace dateline
