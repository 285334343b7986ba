#include "domain/figurearrangementjson.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace dateline
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<QLatin1StringView, figurePartCount> partKeys{"head"_L1,    "map"_L1,    "key"_L1,     "notes"_L1,
                                                                  "sources"_L1, "offMap"_L1, "locator"_L1, "foot"_L1};

std::optional<QRectF> partBoxFrom(const QJsonArray &array)
{
    if (array.size() != 4)
        return std::nullopt;
    const QRectF box(array[0].toDouble(), array[1].toDouble(), array[2].toDouble(), array[3].toDouble());
    const bool isBox = box.width() > 0 && box.height() > 0;
    return isBox ? std::optional(onPage(box)) : std::nullopt;
}

} // namespace

QString keyOf(FigurePart part)
{
    return partKeys.at(static_cast<std::size_t>(part));
}

QRectF onPage(const QRectF &box)
{
    const double width = std::clamp(box.width(), leastPartSide, 1.0);
    const double height = std::clamp(box.height(), leastPartSide, 1.0);
    return {std::clamp(box.left(), 0.0, 1 - width), std::clamp(box.top(), 0.0, 1 - height), width, height};
}

QJsonObject objectFrom(const FigureArrangement &arrangement)
{
    QJsonObject object;
    if (arrangement.margin)
        object.insert(u"margin"_s, *arrangement.margin);
    QJsonObject parts;
    for (const auto &[part, box] : arrangement.parts)
        parts.insert(keyOf(part), QJsonArray{box.x(), box.y(), box.width(), box.height()});
    if (!parts.isEmpty())
        object.insert(u"parts"_s, parts);
    QJsonArray callouts;
    for (const PlacedCallout &placed : arrangement.callouts) {
        QJsonObject callout{{u"incident"_s, qint64{numberOf(placed.incident)}}};
        if (placed.asNote) {
            callout.insert(u"asNote"_s, true);
        } else {
            callout.insert(u"x"_s, placed.x);
            callout.insert(u"y"_s, placed.y);
            if (placed.width > 0)
                callout.insert(u"width"_s, placed.width);
        }
        callouts.append(callout);
    }
    if (!callouts.isEmpty())
        object.insert(u"callouts"_s, callouts);
    return object;
}

FigureArrangement figureArrangementFrom(const QJsonObject &object)
{
    FigureArrangement arrangement;
    if (const QJsonValue margin = object[u"margin"_s]; margin.isDouble())
        arrangement.margin = std::clamp(margin.toInt(), 0, mostMargin);
    const QJsonObject parts = object[u"parts"_s].toObject();
    for (std::size_t i = 0; i < figurePartCount; ++i) {
        if (const std::optional<QRectF> box = partBoxFrom(parts[partKeys.at(i)].toArray()))
            arrangement.parts.emplace(static_cast<FigurePart>(i), *box);
    }
    const auto share = [](const QJsonValue &value) { return std::clamp(value.toDouble(), 0.0, 1.0); };
    for (const QJsonValue value : object[u"callouts"_s].toArray()) {
        const QJsonObject callout = value.toObject();
        const qint64 id = callout[u"incident"_s].toInteger();
        if (id <= 0)
            continue;
        PlacedCallout placed{.incident = IncidentId{id}, .asNote = callout[u"asNote"_s].toBool()};
        if (!placed.asNote) {
            placed.x = share(callout[u"x"_s]);
            placed.y = share(callout[u"y"_s]);
            placed.width = share(callout[u"width"_s]);
        }
        arrangement.callouts.push_back(placed);
    }
    std::ranges::stable_sort(arrangement.callouts, {}, &PlacedCallout::incident);
    const auto again = std::ranges::unique(arrangement.callouts, {}, &PlacedCallout::incident);
    arrangement.callouts.erase(again.begin(), again.end());
    return arrangement;
}

} // namespace dateline
