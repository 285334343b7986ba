#include "geo/overlay.h"

#include "geo/featureoverlay.h"
#include "geo/filekind.h"
#include "geo/geopackagetables.h"
#include "geo/overlaytext.h"
#include "geo/pmtilesfile.h"
#include "geo/rasteroverlay.h"
#include "geo/scanoverlay.h"
#include "geo/terrainoverlay.h"
#include "geo/tileoverlay.h"

namespace dateline
{

Result<std::unique_ptr<Overlay>> openOverlay(const QString &path, const OverlayStyle &style)
{
    if (style.scan.isOn())
        return openScanOverlay(path, style);
    const Result<FileKind> kind = fileKindAt(path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == FileKind::PmTiles) {
        // GDAL reads such archives of shapes alone.
        const Result<PmTilesFile> tiles = PmTilesFile::open(path);
        const bool hasPictures = tiles && tiles->tiles() != PmTilesFile::Tiles::Vector;
        return hasPictures ? openTileOverlay(path, style) : openFeatureOverlay(path, style);
    }
    const Result<const char *> driver = rasterDriverOf(path);
    if (!driver)
        return std::unexpected(driver.error());
    if (*driver == nullptr)
        return openFeatureOverlay(path, style);
    if (const QString &layer = style.features.layer; !layer.isEmpty()) {
        const GeoPackageTables tables = geoPackageTablesAt(path);
        if (!tables.all().contains(layer))
            return failure(Error::Kind::NotFound, OverlayText::tr("“%1” has no layer “%2”").arg(path, layer), path);
        if (tables.features.contains(layer))
            return openFeatureOverlay(path, style);
    }
    return style.terrain.isOn() ? openTerrainOverlay(path, style) : openRasterOverlay(path, style);
}

bool isOpenedAlike(const OverlayStyle &a, const OverlayStyle &b)
{
    return a.terrain.isOn() == b.terrain.isOn() && a.scan.isOn() == b.scan.isOn()
        && a.features.layer == b.features.layer;
}

} // namespace dateline
