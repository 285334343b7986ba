#include "casefile/layerstyle.h"

#include "domain/kind.h"

#include <array>

namespace dateline
{

namespace
{

struct MarkerStyle
{
    const char *shape; ///< QGIS's name of the marker.
    const char *colour; ///< Red, green and blue, after Okabe and Ito.
};

constexpr std::array<MarkerStyle, kindCount> styles{{{"cross_fill", "213,94,0"},
                                                     {"star", "230,159,0"},
                                                     {"triangle", "204,121,167"},
                                                     {"circle", "0,114,178"},
                                                     {"diamond", "86,180,233"},
                                                     {"square", "0,158,115"}}};

} // namespace

QString incidentStyle()
{
    QString categories;
    QString symbols;
    for (int i = 0; i < kindCount; ++i) {
        const QString term = termOf(static_cast<Kind>(i)).toHtmlEscaped();
        const MarkerStyle &style = styles.at(static_cast<std::size_t>(i));
        categories +=
            QStringLiteral("<category value=\"%1\" label=\"%1\" symbol=\"%2\" render=\"true\"/>").arg(term).arg(i);
        symbols += QStringLiteral("<symbol type=\"marker\" name=\"%1\" alpha=\"1\"><layer class=\"SimpleMarker\" "
                                  "enabled=\"1\" pass=\"0\" locked=\"0\"><Option type=\"Map\">"
                                  "<Option type=\"QString\" name=\"name\" value=\"%2\"/>"
                                  "<Option type=\"QString\" name=\"color\" value=\"%3,255\"/>"
                                  "<Option type=\"QString\" name=\"outline_color\" value=\"255,255,255,255\"/>"
                                  "<Option type=\"QString\" name=\"outline_width\" value=\"0.3\"/>"
                                  "<Option type=\"QString\" name=\"size\" value=\"4\"/>"
                                  "<Option type=\"QString\" name=\"size_unit\" value=\"MM\"/>"
                                  "</Option></layer></symbol>")
                       .arg(i)
                       .arg(QLatin1StringView(style.shape), QLatin1StringView(style.colour));
    }
    return QStringLiteral("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
                          "<qgis version=\"3.40.0\" styleCategories=\"Symbology\">"
                          "<renderer-v2 type=\"categorizedSymbol\" attr=\"kind\" enableorderby=\"0\">"
                          "<categories>%1</categories><symbols>%2</symbols></renderer-v2></qgis>")
        .arg(categories, symbols);
}

} // namespace dateline
