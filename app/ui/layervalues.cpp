#include "ui/layervalues.h"

#include <QColor>
#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

constexpr int fillCount = 6;
constexpr int markCount = 5;

QString colourName(OverlayColour colour)
{
    return QColor::fromRgb(colour).name();
}

std::optional<OverlayColour> overlayColourFrom(const QVariant &value)
{
    const QString text = value.toString().trimmed();
    const QColor colour = QColor::fromString(text);
    return !text.isEmpty() && colour.isValid() ? std::optional<OverlayColour>(colour.rgb() & 0xffffffU) : std::nullopt;
}

struct LayerValue
{
    const char *name;
    QVariant (*of)(const OverlayStyle &);
    void (*set)(OverlayStyle &, const QVariant &);
};

/// A number within two others.
double within(const QVariant &value, double otherwise, double least, double most)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber ? std::clamp(number, least, most) : otherwise;
}

void leave(OverlayStyle &, const QVariant &) {} ///< For what is only told.

const std::array layerValues{
    LayerValue{"placed", [](const OverlayStyle &s) { return QVariant(s.scan.isOn()); }, leave},
    LayerValue{"visible", [](const OverlayStyle &s) { return QVariant(s.visible); },
               [](OverlayStyle &s, const QVariant &v) { s.visible = v.toBool(); }},
    LayerValue{"opacity", [](const OverlayStyle &s) { return QVariant(s.opacity); },
               [](OverlayStyle &s, const QVariant &v) { s.opacity = within(v, s.opacity, 0, 1); }},
    LayerValue{"credit", [](const OverlayStyle &s) { return QVariant(s.credit); },
               [](OverlayStyle &s, const QVariant &v) { s.credit = v.toString().simplified().left(300); }},
    LayerValue{"low", [](const OverlayStyle &s) { return QVariant(s.raster.lowPercent); },
               [](OverlayStyle &s, const QVariant &v) {
                   s.raster.lowPercent = std::min(within(v, s.raster.lowPercent, 0, 99), s.raster.highPercent - 1);
               }},
    LayerValue{"high", [](const OverlayStyle &s) { return QVariant(s.raster.highPercent); },
               [](OverlayStyle &s, const QVariant &v) {
                   s.raster.highPercent = std::max(within(v, s.raster.highPercent, 1, 100), s.raster.lowPercent + 1);
               }},
    LayerValue{"brightness", [](const OverlayStyle &s) { return QVariant(s.raster.brightness); },
               [](OverlayStyle &s, const QVariant &v) { s.raster.brightness = within(v, s.raster.brightness, -1, 1); }},
    LayerValue{"contrast", [](const OverlayStyle &s) { return QVariant(s.raster.contrast); },
               [](OverlayStyle &s, const QVariant &v) { s.raster.contrast = within(v, s.raster.contrast, -1, 1); }},
    LayerValue{
        "noData",
        [](const OverlayStyle &s) { return QVariant(s.raster.noData ? QString::number(*s.raster.noData) : QString()); },
        [](OverlayStyle &s, const QVariant &v) {
            bool isNumber = false;
            const double number = v.toString().toDouble(&isNumber);
            s.raster.noData = isNumber ? std::optional(number) : std::nullopt;
        }},
    LayerValue{"clear",
               [](const OverlayStyle &s) { return QVariant(s.raster.clear ? colourName(*s.raster.clear) : QString()); },
               [](OverlayStyle &s, const QVariant &v) { s.raster.clear = overlayColourFrom(v); }},
    LayerValue{"layer", [](const OverlayStyle &s) { return QVariant(s.features.layer); },
               [](OverlayStyle &s, const QVariant &v) {
                   s.features.layer = v.toString();
                   s.features.labelField.clear(); // The other layer has other fields.
               }},
    LayerValue{"colour", [](const OverlayStyle &s) { return QVariant(colourName(s.features.colour)); },
               [](OverlayStyle &s, const QVariant &v) {
                   s.features.colour = overlayColourFrom(v).value_or(s.features.colour);
               }},
    LayerValue{"fillColour",
               [](const OverlayStyle &s) {
                   return QVariant(s.features.fillColour ? colourName(*s.features.fillColour) : QString());
               },
               [](OverlayStyle &s, const QVariant &v) { s.features.fillColour = overlayColourFrom(v); }},
    LayerValue{"mark", [](const OverlayStyle &s) { return QVariant(static_cast<int>(s.features.mark)); },
               [](OverlayStyle &s, const QVariant &v) {
                   s.features.mark = static_cast<FeatureMark>(std::clamp(v.toInt(), 0, markCount - 1));
               }},
    LayerValue{"markSize", [](const OverlayStyle &s) { return QVariant(s.features.markPt); },
               [](OverlayStyle &s, const QVariant &v) { s.features.markPt = within(v, s.features.markPt, 2, 24); }},
    LayerValue{
        "width", [](const OverlayStyle &s) { return QVariant(s.features.widthPt); },
        [](OverlayStyle &s, const QVariant &v) { s.features.widthPt = within(v, s.features.widthPt, 0.25, 12); }},
    LayerValue{"fill", [](const OverlayStyle &s) { return QVariant(static_cast<int>(s.features.fill)); },
               [](OverlayStyle &s, const QVariant &v) {
                   s.features.fill = static_cast<NoteFill>(std::clamp(v.toInt(), 0, fillCount - 1));
               }},
    LayerValue{"label", [](const OverlayStyle &s) { return QVariant(s.features.labelField); },
               [](OverlayStyle &s, const QVariant &v) { s.features.labelField = v.toString(); }},
    LayerValue{"hillshade", [](const OverlayStyle &s) { return QVariant(s.terrain.hillshade); },
               [](OverlayStyle &s, const QVariant &v) { s.terrain.hillshade = v.toBool(); }},
    LayerValue{"tint", [](const OverlayStyle &s) { return QVariant(s.terrain.tint); },
               [](OverlayStyle &s, const QVariant &v) { s.terrain.tint = v.toBool(); }},
    LayerValue{"contours", [](const OverlayStyle &s) { return QVariant(s.terrain.contourMetres); },
               [](OverlayStyle &s, const QVariant &v) {
                   s.terrain.contourMetres = v == TerrainStyle::automatic ? TerrainStyle::automatic
                                                                          : within(v, s.terrain.contourMetres, 0, 5000);
               }},
};

} // namespace

QVariantMap layerValuesOf(const OverlayStyle &style)
{
    QVariantMap values;
    for (const LayerValue &value : layerValues)
        values.insert(QString::fromLatin1(value.name), value.of(style));
    return values;
}

void setLayerValue(OverlayStyle &style, const QString &name, const QVariant &value)
{
    const auto found = std::ranges::find_if(
        layerValues, [&name](const LayerValue &each) { return name == QLatin1StringView(each.name); });
    if (found != layerValues.end())
        found->set(style, value);
}

QStringList layerMarkNames()
{
    const auto name = [](const char *text) { return QCoreApplication::translate("LayerValues", text); };
    return {name(QT_TRANSLATE_NOOP("LayerValues", "Circle")), name(QT_TRANSLATE_NOOP("LayerValues", "Square")),
            name(QT_TRANSLATE_NOOP("LayerValues", "Diamond")), name(QT_TRANSLATE_NOOP("LayerValues", "Triangle")),
            name(QT_TRANSLATE_NOOP("LayerValues", "Cross"))};
}

QStringList layerFillNames()
{
    const auto name = [](const char *text) { return QCoreApplication::translate("LayerValues", text); };
    return {name(QT_TRANSLATE_NOOP("LayerValues", "Outline only")), name(QT_TRANSLATE_NOOP("LayerValues", "Tint")),
            name(QT_TRANSLATE_NOOP("LayerValues", "Solid")),        name(QT_TRANSLATE_NOOP("LayerValues", "Hatched")),
            name(QT_TRANSLATE_NOOP("LayerValues", "Crossed")),      name(QT_TRANSLATE_NOOP("LayerValues", "Dots"))};
}

} // namespace dateline
