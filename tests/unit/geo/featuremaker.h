#pragma once

#include "overlaytest.h"

#include "geo/libraries.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace dateline
{

inline const QString mercator = QStringLiteral("EPSG:3857");
inline const QString conic = QStringLiteral("+proj=lcc +lat_1=30 +lat_2=60 +lon_0=20");

/// A feature to write.
struct Shape
{
    QByteArray text; ///< Well-known.
    QByteArray name;
};

inline OGRSpatialReference crsOf(int epsg)
{
    OGRSpatialReference crs;
    crs.importFromEPSG(epsg);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

/// A file of @p shapes, whose positions are in the system @p epsg; 0 for none.
inline void write(const QString &path, const char *driver, int epsg, const std::vector<Shape> &shapes,
                  const std::vector<const char *> &options = {}, const char *layerName = "places")
{
    addVectorFormats();
    std::vector<const char *> list = options;
    list.push_back(nullptr);
    GDALDriver *writer = GetGDALDriverManager()->GetDriverByName(driver);
    QVERIFY2(writer, driver);
    const GDALDatasetUniquePtr file(
        writer->Create(QFile::encodeName(path).constData(), 0, 0, 0, GDT_Unknown, const_cast<char **>(list.data())));
    QVERIFY2(file, CPLGetLastErrorMsg());
    OGRSpatialReference crs = crsOf(epsg == 0 ? 4326 : epsg);
    OGRGeometry *first = nullptr;
    OGRGeometryFactory::createFromWkt(shapes.front().text.constData(), nullptr, &first);
    OGRLayer *layer = file->CreateLayer(layerName, epsg == 0 ? nullptr : &crs, first->getGeometryType());
    OGRGeometryFactory::destroyGeometry(first);
    QVERIFY2(layer, CPLGetLastErrorMsg());
    OGRFieldDefn name("name", OFTString);
    layer->CreateField(&name);
    for (const Shape &shape : shapes) {
        OGRFeature feature(layer->GetLayerDefn());
        OGRGeometry *geometry = nullptr;
        QCOMPARE(OGRGeometryFactory::createFromWkt(shape.text.constData(), nullptr, &geometry), OGRERR_NONE);
        feature.SetGeometryDirectly(geometry);
        feature.SetField("name", shape.name.constData());
        QCOMPARE(layer->CreateFeature(&feature), OGRERR_NONE);
    }
}

inline QByteArray point(double x, double y)
{
    return "POINT (" + QByteArray::number(x, 'g', 12) + ' ' + QByteArray::number(y, 'g', 12) + ')';
}

inline QByteArray box(double west, double south, double east, double north)
{
    const auto corner = [](double x, double y) {
        return QByteArray::number(x, 'g', 12) + ' ' + QByteArray::number(y, 'g', 12);
    };
    return "POLYGON ((" + corner(west, south) + ',' + corner(east, south) + ',' + corner(east, north) + ','
        + corner(west, north) + ',' + corner(west, south) + "))";
}

inline OverlayStyle red(NoteFill fill = NoteFill::Solid)
{
    OverlayStyle style;
    style.features.colour = 0xff0000;
    style.features.fill = fill;
    style.features.markPt = 9;
    return style;
}

inline bool isShown(QRgb colour)
{
    return qAlpha(colour) > 128;
}

inline QPoint pixelAt(const OverlayView &view, LonLat place)
{
    const QPointF at = pixelIn(view, place);
    return {static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y()))};
}

/// The file at @p path over the map; ends the test if it cannot be opened.
inline std::unique_ptr<Overlay> opened(const QString &path, const OverlayStyle &style)
{
    Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, style);
    if (!overlay)
        qFatal("%s", qPrintable(overlay.error().message));
    return std::move(*overlay);
}

} // namespace dateline
