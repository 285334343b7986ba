#include "figure/pdfplace.h"

#include "figure/pdfobjects.h"
#include "geo/wellknowntext.h"

namespace dateline
{

void placeOnEarth(QPDFObjectHandle page, double height, const PdfPage &told)
{
    if (!told.metres)
        return;
    const NamedPlane plane(told.projection);
    const QByteArray name = plane.wellKnownText(told.metres->mapRect(told.map));
    if (name.isEmpty())
        return;
    // Four points of the map, the corners where these are on the earth.
    for (double reach = 1; reach > 0.01; reach *= 0.8) {
        std::vector<double> onPage;
        std::vector<double> onEarth;
        for (const auto &[x, y] : {std::pair(-1, -1), {-1, 1}, {1, 1}, {1, -1}}) {
            const QPointF part(0.5 + 0.5 * reach * x, 0.5 + 0.5 * reach * y); // From the bottom left.
            const QPointF pixel(told.map.left() + part.x() * told.map.width(),
                                told.map.bottom() - part.y() * told.map.height());
            const std::optional<LonLat> position = plane.ownDegrees(told.metres->map(pixel));
            if (!position)
                break;
            onPage.insert(onPage.end(), {part.x(), part.y()});
            onEarth.insert(onEarth.end(), {position->lat, position->lon});
        }
        constexpr std::size_t all = 8;
        if (onEarth.size() < all)
            continue;
        constexpr int decimals = 12;
        QPDFObjectHandle measure = dictionary("<< /Type /Measure /Subtype /GEO /Bounds [0 0 0 1 1 1 1 0] >>");
        measure.replaceKey("/LPTS", numbers(onPage, decimals));
        measure.replaceKey("/GPTS", numbers(onEarth, decimals));
        QPDFObjectHandle system = dictionary("<< /Type /PROJCS >>");
        system.replaceKey("/WKT", QPDFObjectHandle::newString(name.toStdString()));
        measure.replaceKey("/GCS", system);
        QPDFObjectHandle viewport = dictionary("<< /Type /Viewport /Name (Map) >>");
        viewport.replaceKey("/BBox", rectangle(told.map, height));
        viewport.replaceKey("/Measure", measure);
        page.replaceKey("/VP", QPDFObjectHandle::newArray({viewport}));
        return;
    }
}

} // namespace dateline
