#include "domain/figurespecjson.h"

#include "domain/figurearrangementjson.h"
#include "domain/figurenotejson.h"
#include "domain/filterjson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace dateline
{

using namespace Qt::StringLiterals;

namespace
{

QJsonValue valueFrom(const std::optional<LonLatBox> &box)
{
    return box ? QJsonValue(QJsonArray{box->west, box->south, box->east, box->north}) : QJsonValue();
}

std::optional<LonLatBox> boxFrom(const QJsonArray &array)
{
    if (array.size() != 4)
        return std::nullopt;
    const LonLatBox box{array[0].toDouble(), array[1].toDouble(), array[2].toDouble(), array[3].toDouble()};
    const bool isOnGlobe = box.west >= -540 && box.west < box.east && box.east <= 540 && box.east - box.west <= 360
        && box.south >= -90 && box.south < box.north && box.north <= 90;
    return isOnGlobe ? std::optional(box) : std::nullopt;
}

constexpr std::array marksKeys{"automatic"_L1, "each"_L1, "squares"_L1};
constexpr std::array coloursKeys{"light"_L1, "dark"_L1, "grey"_L1};
constexpr std::array groupKeys{"incident"_L1, "day"_L1,     "week"_L1,  "kind"_L1, "province"_L1,
                               "party"_L1,    "speaker"_L1, "split"_L1, "known"_L1};

template<typename Value, std::size_t Count>
std::optional<Value> fromKey(const std::array<QLatin1StringView, Count> &keys, const QString &key)
{
    const auto found = std::ranges::find_if(keys, [&key](QLatin1StringView known) { return key == known; });
    return found == keys.end() ? std::nullopt : std::optional(static_cast<Value>(found - keys.begin()));
}

int within(const QJsonValue &value, int least, int most, int otherwise)
{
    return std::clamp(value.toInt(otherwise), least, most);
}

} // namespace

QString keyOf(FigureMarks marks)
{
    return marksKeys.at(static_cast<std::size_t>(marks));
}

std::optional<FigureMarks> figureMarksFromKey(const QString &key)
{
    return fromKey<FigureMarks>(marksKeys, key);
}

QString keyOf(FigureColours colours)
{
    return coloursKeys.at(static_cast<std::size_t>(colours));
}

std::optional<FigureColours> figureColoursFromKey(const QString &key)
{
    return fromKey<FigureColours>(coloursKeys, key);
}

QString keyOf(GroupBy by)
{
    return groupKeys.at(static_cast<std::size_t>(by));
}

std::optional<GroupBy> groupByFromKey(const QString &key)
{
    return fromKey<GroupBy>(groupKeys, key);
}

QJsonObject objectFrom(const FigureSpec &spec)
{
    QJsonObject object{{u"title"_s, spec.title},
                       {u"subtitle"_s, spec.subtitle},
                       {u"credit"_s, spec.credit},
                       {u"widthPx"_s, spec.widthPx},
                       {u"heightPx"_s, spec.heightPx},
                       {u"dpi"_s, spec.dpi},
                       {u"box"_s, valueFrom(spec.box)},
                       {u"filter"_s, objectFrom(spec.filter)},
                       {u"colours"_s, keyOf(spec.colours)},
                       {u"graticule"_s, spec.graticule},
                       {u"northArrow"_s, spec.northArrow},
                       {u"blurMetres"_s, spec.blurMetres},
                       {u"graphicWords"_s, spec.graphicWords}};
    if (!spec.only.empty()) {
        QJsonArray ids;
        for (const IncidentId id : spec.only)
            ids.append(qint64{numberOf(id)});
        object.insert(u"only"_s, ids);
    }
    if (spec.panels)
        object.insert(u"panels"_s, keyOf(*spec.panels));
    if (!spec.instants.empty()) {
        QJsonArray instants;
        for (const UtcMinute instant : spec.instants)
            instants.append(isoFromUtc(instant));
        object.insert(u"instants"_s, instants);
    }
    if (spec.marks != FigureMarks::Automatic)
        object.insert(u"marks"_s, keyOf(spec.marks));
    if (!spec.alternativeText.isEmpty())
        object.insert(u"alternativeText"_s, spec.alternativeText);
    if (!spec.projection.isEmpty())
        object.insert(u"projection"_s, spec.projection);
    if (spec.arrangement != FigureArrangement())
        object.insert(u"arrangement"_s, objectFrom(spec.arrangement));
    if (!spec.notes.empty())
        object.insert(u"notes"_s, objectFrom(std::span(spec.notes)));
    return object;
}

FigureSpec figureSpecFrom(const QJsonObject &object)
{
    FigureSpec spec;
    spec.title = object[u"title"_s].toString();
    spec.subtitle = object[u"subtitle"_s].toString();
    spec.credit = object[u"credit"_s].toString();
    spec.alternativeText = object[u"alternativeText"_s].toString();
    spec.widthPx = within(object[u"widthPx"_s], 400, 10'000, spec.widthPx);
    spec.heightPx = within(object[u"heightPx"_s], 400, 10'000, spec.heightPx);
    spec.dpi = within(object[u"dpi"_s], 72, 600, spec.dpi);
    spec.box = boxFrom(object[u"box"_s].toArray());
    spec.projection = object[u"projection"_s].toString();
    spec.graticule = object[u"graticule"_s].toBool();
    spec.northArrow = object[u"northArrow"_s].toBool();
    spec.filter = filterFrom(object[u"filter"_s].toObject());
    for (const QJsonValue id : object[u"only"_s].toArray())
        spec.only.push_back(IncidentId{id.toInteger()});
    std::ranges::sort(spec.only);
    spec.marks = figureMarksFromKey(object[u"marks"_s].toString()).value_or(spec.marks);
    spec.panels = groupByFromKey(object[u"panels"_s].toString());
    for (const QJsonValue text : object[u"instants"_s].toArray()) {
        if (const std::optional<UtcMinute> instant = utcFromIso(text.toString()))
            spec.instants.push_back(*instant);
    }
    std::ranges::sort(spec.instants);
    spec.instants.erase(std::ranges::unique(spec.instants).begin(), spec.instants.end());
    spec.colours = figureColoursFromKey(object[u"colours"_s].toString())
                       .value_or(object[u"dark"_s].toBool() ? FigureColours::Dark : FigureColours::Light); // As it was.
    spec.blurMetres = std::clamp(object[u"blurMetres"_s].toDouble(spec.blurMetres), 0.0, 1e6);
    spec.graphicWords = object[u"graphicWords"_s].toBool();
    spec.arrangement = figureArrangementFrom(object[u"arrangement"_s].toObject());
    if (const QJsonObject notes = object[u"notes"_s].toObject(); !notes.isEmpty())
        spec.notes = notesFrom(notes).notes;
    return spec;
}

} // namespace dateline
