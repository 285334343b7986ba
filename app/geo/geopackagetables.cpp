#include "geo/geopackagetables.h"

#include "geo/datasetopening.h"
#include "geo/filekind.h"
#include "geo/libraries.h"
#include "geo/quieterrors.h"

#include <ogrsf_frmts.h>

namespace dateline
{

GeoPackageTables geoPackageTablesAt(const QString &path)
{
    GeoPackageTables tables;
    const Result<FileKind> kind = fileKindAt(path);
    if (!kind || *kind != FileKind::GeoPackage)
        return tables;
    const QuietErrors quiet;
    addRasterFormats();
    // Opened for tiles; one without any has features alone, of which a layer shows all.
    const GDALDatasetUniquePtr file = openRaster(gdalPath(path), traitsOf(*kind).driver, nullptr);
    OGRLayer *rows = file
        ? file->ExecuteSQL("SELECT table_name, data_type FROM gpkg_contents ORDER BY rowid", nullptr, nullptr)
        : nullptr;
    if (rows == nullptr)
        return tables;
    while (const OGRFeatureUniquePtr row{rows->GetNextFeature()}) {
        const QByteArrayView type(row->GetFieldAsString(1));
        QStringList *list = type == "features"                 ? &tables.features
            : type == "tiles" || type == "2d-gridded-coverage" ? &tables.tiles
                                                               : nullptr;
        if (list != nullptr)
            list->append(QString::fromUtf8(row->GetFieldAsString(0)));
    }
    file->ReleaseResultSet(rows);
    return tables;
}

QStringList tablesApart(const QString &path)
{
    const GeoPackageTables tables = geoPackageTablesAt(path);
    return !tables.tiles.isEmpty() && tables.all().size() > 1 ? tables.all() : QStringList();
}

} // namespace dateline
