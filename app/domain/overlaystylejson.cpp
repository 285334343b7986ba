#include "domain/overlaystylejson.h"

#include "domain/keys.h"
#include "domain/scanplacingjson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace dateline
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<QLatin1StringView, 6> overlayFills{"none"_L1,     "tint"_L1,  "solid"_L1,
                                                        "diagonal"_L1, "cross"_L1, "dots"_L1};

constexpr std::array<QLatin1StringView, 5> featureMarks{"circle"_L1, "square"_L1, "diamond"_L1, "triangle"_L1,
                                                        "cross"_L1};

QString colourText(OverlayColour colour)
{
    return u"#%1"_s.arg(colour & 0xffffffU, 6, 16, QLatin1Char('0'));
}

std::optional<OverlayColour> colourOf(const QJsonValue &value)
{
    const QString text = value.toString();
    bool isNumber = false;
    const OverlayColour colour = QStringView(text).mid(1).toUInt(&isNumber, 16);
    const bool isColour = isNumber && text.size() == 7 && text.startsWith(u'#');
    return isColour ? std::optional(colour) : std::nullopt;
}

/// Writes what differs from the default and reads what is there.
class Keys
{
public:
    explicit Keys(QJsonObject object = {})
        : m_object(std::move(object))
    {
    }

    [[nodiscard]] const QJsonObject &object() const { return m_object; }

    template<typename T>
    void put(const QString &key, const T &value, const T &byDefault)
    {
        if (value != byDefault)
            m_object.insert(key, value);
    }
    void put(const QString &key, const Keys &part)
    {
        if (!part.m_object.isEmpty())
            m_object.insert(key, part.m_object);
    }

    void take(const QString &key, bool &value) const { value = m_object[key].toBool(value); }
    void take(const QString &key, int &value) const { value = m_object[key].toInt(value); }
    void take(const QString &key, QString &value) const { value = m_object[key].toString(value); }
    void take(const QString &key, double &value, double least, double most) const
    {
        value = std::clamp(m_object[key].toDouble(value), least, most);
    }
    [[nodiscard]] QJsonValue value(const QString &key) const { return m_object[key]; }
    [[nodiscard]] Keys part(const QString &key) const { return Keys(m_object[key].toObject()); }

private:
    QJsonObject m_object;
};

Keys keysFrom(const RasterStyle &style)
{
    const RasterStyle fresh;
    Keys keys;
    keys.put(u"lowPercent"_s, style.lowPercent, fresh.lowPercent);
    keys.put(u"highPercent"_s, style.highPercent, fresh.highPercent);
    keys.put(u"brightness"_s, style.brightness, fresh.brightness);
    keys.put(u"contrast"_s, style.contrast, fresh.contrast);
    if (style.noData)
        keys.put(u"noData"_s, QJsonValue(*style.noData), QJsonValue());
    if (style.clear)
        keys.put(u"clear"_s, colourText(*style.clear), QString());
    return keys;
}

RasterStyle rasterStyleFrom(const Keys &keys)
{
    RasterStyle style;
    keys.take(u"lowPercent"_s, style.lowPercent, 0, 99);
    keys.take(u"highPercent"_s, style.highPercent, style.lowPercent + 1, 100);
    keys.take(u"brightness"_s, style.brightness, -1, 1);
    keys.take(u"contrast"_s, style.contrast, -1, 1);
    if (const QJsonValue noData = keys.value(u"noData"_s); noData.isDouble())
        style.noData = noData.toDouble();
    style.clear = colourOf(keys.value(u"clear"_s));
    return style;
}

Keys keysFrom(const FeatureStyle &style)
{
    const FeatureStyle fresh;
    Keys keys;
    keys.put(u"layer"_s, style.layer, fresh.layer);
    keys.put(u"colour"_s, colourText(style.colour), colourText(fresh.colour));
    keys.put(u"width"_s, style.widthPt, fresh.widthPt);
    keys.put(u"fill"_s, QString(overlayFills.at(static_cast<std::size_t>(style.fill))),
             QString(overlayFills.at(static_cast<std::size_t>(fresh.fill))));
    if (style.fillColour)
        keys.put(u"fillColour"_s, colourText(*style.fillColour), QString());
    keys.put(u"mark"_s, QString(featureMarks.at(static_cast<std::size_t>(style.mark))),
             QString(featureMarks.at(static_cast<std::size_t>(fresh.mark))));
    keys.put(u"markSize"_s, style.markPt, fresh.markPt);
    keys.put(u"label"_s, style.labelField, fresh.labelField);
    return keys;
}

FeatureStyle featureStyleFrom(const Keys &keys)
{
    FeatureStyle style;
    keys.take(u"layer"_s, style.layer);
    style.colour = colourOf(keys.value(u"colour"_s)).value_or(style.colour);
    keys.take(u"width"_s, style.widthPt, 0.25, 12);
    const auto fill = std::ranges::find(overlayFills, keys.value(u"fill"_s).toString());
    if (fill != overlayFills.end())
        style.fill = static_cast<NoteFill>(fill - overlayFills.begin());
    style.fillColour = colourOf(keys.value(u"fillColour"_s));
    style.mark = enumFromKey<FeatureMark>(featureMarks, keys.value(u"mark"_s).toString()).value_or(style.mark);
    keys.take(u"markSize"_s, style.markPt, 2, 24);
    keys.take(u"label"_s, style.labelField);
    return style;
}

Keys keysFrom(const TerrainStyle &style)
{
    Keys keys;
    keys.put(u"hillshade"_s, style.hillshade, false);
    keys.put(u"tint"_s, style.tint, false);
    keys.put(u"contours"_s, style.contourMetres, 0.0);
    return keys;
}

TerrainStyle terrainStyleFrom(const Keys &keys)
{
    TerrainStyle style;
    keys.take(u"hillshade"_s, style.hillshade);
    keys.take(u"tint"_s, style.tint);
    keys.take(u"contours"_s, style.contourMetres, TerrainStyle::automatic, 5000);
    return style;
}

} // namespace

QString textFrom(const OverlayStyle &style)
{
    const OverlayStyle fresh;
    Keys keys;
    keys.put(u"visible"_s, style.visible, fresh.visible);
    keys.put(u"opacity"_s, style.opacity, fresh.opacity);
    keys.put(u"order"_s, style.order, fresh.order);
    keys.put(u"credit"_s, style.credit, fresh.credit);
    keys.put(u"raster"_s, keysFrom(style.raster));
    keys.put(u"features"_s, keysFrom(style.features));
    keys.put(u"terrain"_s, keysFrom(style.terrain));
    keys.put(u"scan"_s, Keys(objectFrom(style.scan)));
    if (keys.object().isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(keys.object()).toJson(QJsonDocument::Compact));
}

OverlayStyle overlayStyleFrom(const QString &text)
{
    const Keys keys(QJsonDocument::fromJson(text.toUtf8()).object());
    OverlayStyle style;
    keys.take(u"visible"_s, style.visible);
    keys.take(u"opacity"_s, style.opacity, 0, 1);
    keys.take(u"order"_s, style.order);
    keys.take(u"credit"_s, style.credit);
    style.raster = rasterStyleFrom(keys.part(u"raster"_s));
    style.features = featureStyleFrom(keys.part(u"features"_s));
    style.terrain = terrainStyleFrom(keys.part(u"terrain"_s));
    style.scan = scanPlacingFrom(keys.part(u"scan"_s).object());
    return style;
}

} // namespace dateline
