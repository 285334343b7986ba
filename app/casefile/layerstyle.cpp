#include "casefile/layerstyle.h"

#include "casefile/kindmarks.h"

#include <QXmlStreamWriter>

#include <utility>
#include <vector>

namespace dateline
{

namespace
{

// Places known only as an area have a colour of their own, and never a pin.
constexpr auto areaFill = "217,154,28,31";
constexpr auto areaEdge = "217,154,28,255";
constexpr auto isArea = R"("location_precision" IN ('district','province','country'))";

// QGIS takes a metre for a unit of the map's projection; Mercator's grow towards the poles.
constexpr auto trueDiameter = R"(2 * coalesce("radius_m", 0) / )"
                              R"(CASE WHEN @map_crs_acronym = 'merc' THEN cos(radians(y(@geometry))) ELSE 1 END)";

// Where a name stands, as a point, so that lines and areas are labelled as points are.
constexpr auto labelPoint = "CASE geometry_type(@geometry) "
                            "WHEN 'Line' THEN line_interpolate_point(@geometry, length(@geometry) / 2) "
                            "WHEN 'Polygon' THEN point_on_surface(@geometry) ELSE @geometry END";

QString embedded(const QByteArray &svg)
{
    return QStringLiteral("base64:") + QString::fromLatin1(svg.toBase64());
}

/// Writes one document; QGIS fills in what is left out.
class StyleWriter
{
public:
    QString write()
    {
        m_xml.writeDTD(QStringLiteral("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"));
        start("qgis", {{"version", "3.40.0"}, {"styleCategories", "Symbology|Labeling"}, {"labelsEnabled", "1"}});
        start("renderer-v2", {{"type", "RuleRenderer"}, {"symbollevels", "0"}, {"enableorderby", "0"}});
        writeRules();
        writeSymbols();
        m_xml.writeEndElement();
        writeLabels();
        m_xml.writeEndDocument();
        return m_text;
    }

private:
    struct Attribute
    {
        Attribute(const char *key, const char *text)
            : name(key)
            , value(QString::fromLatin1(text))
        {
        }
        Attribute(const char *key, QString text)
            : name(key)
            , value(std::move(text))
        {
        }

        const char *name;
        QString value;
    };
    using Attributes = std::vector<Attribute>;

    void start(const char *name, const Attributes &attributes = {})
    {
        m_xml.writeStartElement(QString::fromLatin1(name));
        for (const auto &[key, value] : attributes)
            m_xml.writeAttribute(QString::fromLatin1(key), value);
    }

    void writeRules()
    {
        start("rules", {{"key", "dateline"}});
        for (int i = 0; i < kindCount; ++i) {
            const QString term = termOf(static_cast<Kind>(i));
            writeRule(term, QStringLiteral("geometry_type(@geometry) = 'Point' AND \"kind\" = '%1'").arg(term), i);
        }
        writeRule(QStringLiteral("Along a line"), QStringLiteral("geometry_type(@geometry) = 'Line'"), kindCount);
        writeRule(QStringLiteral("Somewhere in the area"), QStringLiteral("geometry_type(@geometry) = 'Polygon'"),
                  kindCount + 1);
        m_xml.writeEndElement();
    }

    void writeRule(const QString &label, const QString &filter, int symbol)
    {
        start("rule",
              {{"key", QStringLiteral("dateline%1").arg(symbol)},
               {"label", label},
               {"filter", filter},
               {"symbol", QString::number(symbol)}});
        m_xml.writeEndElement();
    }

    void writeSymbols()
    {
        start("symbols");
        for (int i = 0; i < kindCount; ++i)
            writePointSymbol(static_cast<Kind>(i));
        writeLineSymbol();
        writeAreaSymbol();
        m_xml.writeEndElement();
    }

    void startSymbol(const char *type, const QString &name)
    {
        start("symbol", {{"type", type}, {"name", name}, {"alpha", "1"}, {"clip_to_extent", "1"}});
    }

    // A near place has a circle of its true radius around the pin, a coarser one a circle and a ring.
    void writePointSymbol(Kind kind)
    {
        const QString near = QStringLiteral("\"location_precision\" = 'near'");
        const QString area = QLatin1StringView(isArea);
        startSymbol("marker", QString::number(static_cast<int>(kind)));
        writeCircle(rgbaOf(kind, 33), rgbaOf(kind, 153), "solid", near);
        writeCircle(QString::fromLatin1(areaFill), QString::fromLatin1(areaEdge), "dash", area);
        writeMark(embedded(ringSvg(kind)), {{"enabled", area}});
        writeMark(embedded(discSvg(kind)), {{"enabled", QStringLiteral("NOT coalesce(%1, false)").arg(area)}});
        m_xml.writeEndElement();
    }

    static QString rgbaOf(Kind kind, int alpha)
    {
        const auto rgb = static_cast<unsigned>(markColour(kind));
        return QStringLiteral("%1,%2,%3,%4").arg(rgb >> 16U & 0xffU).arg(rgb >> 8U & 0xffU).arg(rgb & 0xffU).arg(alpha);
    }

    void writeCircle(const QString &fill, const QString &edge, const char *line, const QString &when)
    {
        startLayer("SimpleMarker",
                   {{"name", "circle"},
                    {"color", fill},
                    {"outline_color", edge},
                    {"outline_style", line},
                    {"outline_width", "0.3"},
                    {"outline_width_unit", "MM"},
                    {"size", "0"},
                    {"size_unit", "RenderMetersInMapUnits"}});
        writeExpressions(
            {{"size", trueDiameter}, {"enabled", QStringLiteral("coalesce(\"radius_m\", 0) > 0 AND %1").arg(when)}});
        m_xml.writeEndElement();
    }

    void writeMark(const QString &svg, const Attributes &expressions)
    {
        startLayer("SvgMarker", {{"name", svg}, {"size", "5.8"}, {"size_unit", "MM"}, {"outline_width", "0"}});
        writeExpressions(expressions);
        m_xml.writeEndElement();
    }

    void writeRingByKind(const QString &symbol)
    {
        QString name = QStringLiteral("CASE");
        for (int i = 0; i < kindCount; ++i) {
            const Kind kind = static_cast<Kind>(i);
            name += QStringLiteral(" WHEN \"kind\" = '%1' THEN '%2'").arg(termOf(kind), embedded(ringSvg(kind)));
        }
        startSymbol("marker", symbol);
        writeMark(embedded(ringSvg(Kind::NotStated)), {{"name", name + QStringLiteral(" END")}});
        m_xml.writeEndElement();
    }

    void writeLineSymbol()
    {
        startSymbol("line", QString::number(kindCount));
        startLayer(
            "SimpleLine",
            {{"line_color", areaEdge}, {"line_style", "dash"}, {"line_width", "0.46"}, {"line_width_unit", "MM"}});
        m_xml.writeEndElement();
        startLayer("MarkerLine", {{"placements", "CentralPoint"}, {"rotate", "0"}});
        writeRingByKind(QStringLiteral("@%1@1").arg(kindCount));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void writeAreaSymbol()
    {
        startSymbol("fill", QString::number(kindCount + 1));
        startLayer("SimpleFill",
                   {{"color", areaFill},
                    {"style", "solid"},
                    {"outline_color", areaEdge},
                    {"outline_style", "dash"},
                    {"outline_width", "0.46"},
                    {"outline_width_unit", "MM"}});
        m_xml.writeEndElement();
        startLayer("CentroidFill", {{"point_on_surface", "1"}, {"point_on_all_parts", "0"}});
        writeRingByKind(QStringLiteral("@%1@1").arg(kindCount + 1));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void startLayer(const char *type, const Attributes &options)
    {
        start("layer", {{"class", type}, {"enabled", "1"}, {"pass", "0"}, {"locked", "0"}});
        start("Option", {{"type", "Map"}});
        for (const auto &[name, value] : options) {
            start("Option", {{"type", "QString"}, {"name", name}, {"value", value}});
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void writeExpressions(const Attributes &expressions)
    {
        start("data_defined_properties");
        start("Option", {{"type", "Map"}});
        start("Option", {{"type", "Map"}, {"name", "properties"}});
        for (const auto &[name, expression] : expressions) {
            start("Option", {{"type", "Map"}, {"name", name}});
            for (const Attributes &option :
                 {Attributes{{"type", "bool"}, {"name", "active"}, {"value", "true"}},
                  Attributes{{"type", "QString"}, {"name", "expression"}, {"value", expression}},
                  Attributes{{"type", "int"}, {"name", "type"}, {"value", "3"}}}) {
                start("Option", option);
                m_xml.writeEndElement();
            }
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        start("Option", {{"type", "QString"}, {"name", "type"}, {"value", "collection"}});
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    // Not before a country fills the view: a name for each of a million marks would take minutes.
    void writeLabels()
    {
        start("labeling", {{"type", "simple"}});
        start("settings");
        start("text-style",
              {{"fieldName", "title"},
               {"fontFamily", "Noto Sans"},
               {"fontSize", "8"},
               {"fontSizeUnit", "Point"},
               {"textColor", "27,32,39,255"}});
        start("text-buffer",
              {{"bufferDraw", "1"},
               {"bufferSize", "0.8"},
               {"bufferSizeUnits", "MM"},
               {"bufferColor", "251,249,244,255"}});
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        start("text-format", {{"wrapChar", ""}, {"autoWrapLength", "28"}, {"useMaxLineLengthForAutoWrap", "1"}});
        m_xml.writeEndElement();
        start("placement",
              {{"placement", "0"},
               {"dist", "3.2"},
               {"distUnits", "MM"},
               {"geometryGeneratorEnabled", "1"},
               {"geometryGeneratorType", "PointGeometry"},
               {"geometryGenerator", labelPoint}});
        m_xml.writeEndElement();
        start("rendering", {{"scaleVisibility", "1"}, {"scaleMin", "0"}, {"scaleMax", "5000000"}, {"obstacle", "1"}});
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    QString m_text;
    QXmlStreamWriter m_xml{&m_text};
};

} // namespace

QString incidentStyle()
{
    return StyleWriter().write();
}

} // namespace dateline
