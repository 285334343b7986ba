#include "figure/changes.h"

#include "base/zone.h"
#include "domain/figurespecjson.h"
#include "figure/captions.h"
#include "figure/figuretext.h"
#include "figure/publishable.h"
#include "figure/sidecar.h"
#include "figure/words.h"
#include "geo/geodesy.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace dateline
{

namespace
{

using ObjectsById = std::map<qint64, QJsonObject>;

ObjectsById byId(const QJsonValue &array, QLatin1StringView key)
{
    ObjectsById objects;
    for (const QJsonValue value : array.toArray())
        objects.emplace(value[key].toInteger(), value.toObject());
    return objects;
}

/// “Shelling towards Goris” (number 3).
QString nameOf(const QJsonObject &incident)
{
    const QString title = incident[u"title"].toString();
    const QString name =
        title.isEmpty() ? FigureText::tr("Incident %1").arg(incident[u"id"].toInteger()) : u'“' + title + u'”';
    const int number = incident[u"number"].toInt();
    return number > 0 ? FigureText::tr("%1 (number %2)").arg(name).arg(number) : name;
}

QString wordsText(const QJsonValue &quote)
{
    return quote[u"hidden"].isString() ? FigureText::tr("(left out on purpose)") : quoted(quote[u"words"].toString());
}

QString timeText(const QJsonValue &when)
{
    const std::optional<UtcMinute> begin = utcFromIso(when[u"begin"].toString());
    const std::optional<UtcMinute> end = utcFromIso(when[u"end"].toString());
    if (!begin || !end)
        return FigureText::tr("without a time");
    const TimePrecision precision = timePrecisionFromKey(when[u"precision"].toString()).value_or(TimePrecision::Minute);
    return textFromSpan({*begin, *end, precision}, zoneOrUtc(when[u"zone"].toString()));
}

QString placeText(const QJsonValue &where)
{
    const QString place = where[u"place"].toString();
    if (!where.isObject())
        return FigureText::tr("no place");
    return place.isEmpty() ? FigureText::tr("a place without a name") : place;
}

std::optional<LonLat> positionOf(const QJsonValue &where)
{
    if (!where[u"lon"].isDouble() || !where[u"lat"].isDouble())
        return std::nullopt;
    return LonLat{where[u"lon"].toDouble(), where[u"lat"].toDouble()};
}

/// How far @p a and @p b lie apart; empty if they do not.
QString distanceText(const QJsonValue &a, const QJsonValue &b)
{
    const std::optional<LonLat> from = positionOf(a);
    const std::optional<LonLat> to = positionOf(b);
    if (!from || !to || *from == *to)
        return {};
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const double metres = distanceMetres(*from, *to);
    constexpr double kilometre = 1000;
    return metres < kilometre ? FigureText::tr("%1 m").arg(std::max(1.0, std::round(metres)))
                              : FigureText::tr("%1 km").arg(english.toString(metres / kilometre, 'f', 1));
}

/// Collects what has changed, incident by incident.
class Comparison
{
public:
    /// @param inCase all incidents of the case, or those that are looked at.
    Comparison(const QJsonObject &then, const QJsonObject &now, const FigureContent &inCase)
        : m_then(then)
        , m_now(now)
        , m_case(inCase)
    {
    }

    QStringList run()
    {
        const ObjectsById now = byId(m_now[u"incidents"], idKey);
        std::set<qint64> known;
        for (const QJsonValue value : m_then[u"incidents"].toArray()) {
            const QJsonObject then = value.toObject();
            const qint64 id = then[u"id"].toInteger();
            known.insert(id);
            if (const auto found = now.find(id); found != now.end())
                compare(then, found->second);
            else if (isInCase(IncidentId{id}))
                say(FigureText::tr("%1 is in the case, but the figure’s filter no longer shows it").arg(nameOf(then)));
            else
                say(FigureText::tr("%1 is no longer in the case").arg(nameOf(then)));
        }
        for (const QJsonValue value : m_now[u"incidents"].toArray()) {
            if (!known.contains(value[u"id"].toInteger()))
                say(FigureText::tr("%1, %2, is not on the figure, and its filter would show it now")
                        .arg(nameOf(value.toObject()), timeText(value[u"when"])));
        }
        compareSources();
        return std::move(m_changes);
    }

private:
    static constexpr auto idKey = QLatin1StringView("id");

    void say(const QString &sentence) { m_changes.append(sentence); }

    [[nodiscard]] bool isInCase(IncidentId id) const
    {
        return m_case.table
            ? m_case.table->rowOf(id).has_value()
            : std::ranges::contains(m_case.incidents, id, [](const SceneIncident &row) { return row.incident.id; });
    }

    void compare(const QJsonObject &then, const QJsonObject &now)
    {
        const QString name = nameOf(then);
        const bool isSecret = now.contains(u"blurredToMetres") && !then.contains(u"blurredToMetres");
        if (isSecret) {
            say(FigureText::tr("%1 is marked as sensitive now: the figure tells more of its place than it should")
                    .arg(name));
        } else {
            if (then[u"title"] != now[u"title"])
                say(FigureText::tr("%1 is titled “%2” now").arg(name, now[u"title"].toString()));
            comparePlaces(name, then[u"where"], now[u"where"]);
        }
        if (then[u"kind"] != now[u"kind"])
            say(FigureText::tr("%1 is of the kind “%2” now, and of the kind “%3” on the figure")
                    .arg(name, now[u"kind"].toString(), then[u"kind"].toString()));
        if (then[u"when"] != now[u"when"])
            say(FigureText::tr("%1 is dated %2 now, and %3 on the figure")
                    .arg(name, timeText(now[u"when"]), timeText(then[u"when"])));
        compareWords(name, then[u"words"], now[u"words"], isSecret);
    }

    void comparePlaces(const QString &name, const QJsonValue &then, const QJsonValue &now)
    {
        if (then == now)
            return;
        const QString moved = distanceText(then, now);
        if (then.isObject() != now.isObject() || then[u"place"] != now[u"place"])
            say(FigureText::tr("%1 is placed at %2 now, and at %3 on the figure")
                    .arg(name, placeText(now), placeText(then)));
        else if (moved.isEmpty())
            say(FigureText::tr("How precisely the place of %1 is known has changed").arg(name));
        else
            say(FigureText::tr("%1 was moved by %2").arg(name, moved));
    }

    void compareWords(const QString &name, const QJsonValue &then, const QJsonValue &now, bool isSecret)
    {
        constexpr auto quoteKey = QLatin1StringView("quote");
        const ObjectsById nowById = byId(now, quoteKey);
        const ObjectsById thenById = byId(then, quoteKey);
        for (const QJsonValue value : then.toArray()) {
            const QJsonObject was = value.toObject();
            const auto found = nowById.find(was[quoteKey].toInteger());
            if (found == nowById.end())
                say(FigureText::tr("Words quoted for %1 are no longer tied to it: %2").arg(name, wordsText(was)));
            else if (!isSecret)
                compareQuote(name, was, found->second);
        }
        for (const QJsonValue value : now.toArray()) {
            if (!thenById.contains(value[quoteKey].toInteger()))
                say(FigureText::tr("Words that the figure does not have are tied to %1 now: %2")
                        .arg(name, wordsText(value)));
        }
    }

    void compareQuote(const QString &name, const QJsonObject &then, const QJsonObject &now)
    {
        if (then[u"hidden"] != now[u"hidden"]) {
            say(now.contains(u"hidden")
                    ? FigureText::tr("Words quoted for %1 are to be left out now, and the figure has them: %2")
                          .arg(name, wordsText(then))
                    : FigureText::tr("Words of %1 that the figure leaves out may be printed now").arg(name));
        } else if (then[u"words"] != now[u"words"]) {
            say(FigureText::tr("Words quoted for %1 are %2 now, and %3 on the figure")
                    .arg(name, wordsText(now), wordsText(then)));
        }
        if (then[u"speaker"] != now[u"speaker"])
            say(FigureText::tr("Words quoted for %1 are said by “%2” now, and by “%3” on the figure")
                    .arg(name, now[u"speaker"].toString(), then[u"speaker"].toString()));
        if (then[u"stance"] != now[u"stance"])
            say(FigureText::tr("What words quoted for %1 do for it is “%2” now, and “%3” on the figure")
                    .arg(name, now[u"stance"].toString(), then[u"stance"].toString()));
    }

    void compareSources()
    {
        constexpr auto documentKey = QLatin1StringView("document");
        const ObjectsById now = byId(m_now[u"sources"], documentKey);
        for (const QJsonValue value : m_then[u"sources"].toArray()) {
            const QJsonObject then = value.toObject();
            const QString publisher = then[u"publisher"].toString();
            const QString title = then[u"name"].toString();
            const QString called = title.isEmpty() ? publisher : u'“' + title + u'”';
            const QString name = FigureText::tr("source [%1] %2").arg(then[u"letter"].toString(), called).trimmed();
            const auto found = now.find(then[documentKey].toInteger());
            if (found == now.end()) {
                say(FigureText::tr("Nothing on the figure rests on %1 any more").arg(name));
                continue;
            }
            if (then[u"textSha256"] != found->second[u"textSha256"])
                say(FigureText::tr(
                        "The text of %1 is not the one that was quoted: its SHA-256 is %2 now, and %3 on the "
                        "figure")
                        .arg(name, found->second[u"textSha256"].toString().left(8),
                             then[u"textSha256"].toString().left(8)));
            if (then[u"withheld"] != found->second[u"withheld"])
                continue;
            for (const auto key : {u"name", u"publisher", u"address", u"published"}) {
                if (then[key] != found->second[key])
                    say(FigureText::tr("What the case says of %1 has changed: “%2” now, and “%3” on the figure")
                            .arg(name, found->second[key].toString(), then[key].toString()));
            }
        }
    }

    const QJsonObject &m_then;
    const QJsonObject &m_now;
    const FigureContent &m_case;
    QStringList m_changes;
};

/// What a sidecar tells of its squares; none if it has none, or they are not understood.
std::optional<SquareGrid> gridFrom(const QJsonValue &value)
{
    SquareGrid grid{value[u"shift"].toInt(-1),
                    static_cast<std::uint32_t>(value[u"west"].toInteger()),
                    static_cast<std::uint32_t>(value[u"north"].toInteger()),
                    value[u"across"].toInt(),
                    value[u"down"].toInt(),
                    {}};
    const QJsonArray counts = value[u"counts"].toArray();
    if (grid.shift < 0 || grid.shift > 31 || grid.across < 1 || grid.down < 1
        || qint64{grid.across} * grid.down != counts.size())
        return std::nullopt;
    grid.counts.reserve(static_cast<std::size_t>(counts.size()));
    for (const QJsonValue count : counts)
        grid.counts.push_back(static_cast<std::uint32_t>(count.toInteger()));
    return grid;
}

QStringList changedSquares(const SquareGrid &then, const IncidentTable &table)
{
    std::vector<std::uint32_t> now(then.counts.size());
    const IncidentColumns &columns = table.columns();
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!table.shows(row) || !columns.has(row, IncidentColumns::HasPlace) || columns.reach[row] > then.shift)
            continue;
        if (const std::optional<std::size_t> at = then.at({columns.x[row], columns.y[row]}))
            ++now[*at];
    }
    qint64 squares = 0;
    qint64 more = 0;
    qint64 fewer = 0;
    for (std::size_t i = 0; i < now.size(); ++i) {
        squares += now[i] == then.counts[i] ? 0 : 1;
        more += std::max<qint64>(0, qint64{now[i]} - then.counts[i]);
        fewer += std::max<qint64>(0, qint64{then.counts[i]} - now[i]);
    }
    if (squares == 0)
        return {};
    return {FigureText::tr("Of the squares, %1 hold another number of incidents now: %2 more and %3 fewer")
                .arg(countText(squares), countText(more), countText(fewer))};
}

} // namespace

QStringList changesSince(const QJsonObject &sidecar, const FigureContent &now)
{
    const Publishable safe = publishable(figureSpecFrom(sidecar[u"spec"].toObject()), now);
    QStringList changes;
    if (const std::optional<SquareGrid> squares = gridFrom(sidecar[u"squares"]); squares && now.table)
        changes = changedSquares(*squares, *now.table);
    return changes + Comparison(sidecar, sidecarOf(safe.spec, safe.content, {}), now).run();
}

} // namespace dateline
