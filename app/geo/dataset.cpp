#include "geo/dataset.h"

#include "geo/libraries.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <proj.h>

#include <array>

namespace dateline
{

namespace
{

struct DatasetText
{
    Q_DECLARE_TR_FUNCTIONS(Dataset)
};

// GDAL writes its messages to stderr otherwise; ours say what to do.
class QuietErrors
{
public:
    QuietErrors() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietErrors() { CPLPopErrorHandler(); }
    Q_DISABLE_COPY_MOVE(QuietErrors)
};

// A GeoPackage is an SQLite file with its own application id at byte 68 (“GPKG”, before version 1.2 “GP10”, “GP11”).
Result<void> sniffGeoPackage(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Error::Kind::NotFound, DatasetText::tr("There is no file %1").arg(path), path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Unreadable,
                       DatasetText::tr("%1 cannot be read; check that it is a file and that you may read it").arg(path),
                       path);
    const QByteArray head = file.read(100);
    if (!head.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return failure(Error::Kind::Unsupported,
                       DatasetText::tr("%1 is not a GeoPackage, whatever its name says; choose another file").arg(path),
                       path);
    if (head.size() < 100 || !QByteArrayView(head).sliced(68).startsWith("GP"))
        return failure(Error::Kind::Unsupported,
                       DatasetText::tr("%1 is a database but not a GeoPackage; choose another file").arg(path), path);
    return {};
}

std::vector<LonLat> positionsOf(const OGRSimpleCurve &curve)
{
    static_assert(sizeof(LonLat) == 2 * sizeof(double));
    std::vector<LonLat> positions(static_cast<std::size_t>(curve.getNumPoints()));
    if (!positions.empty())
        curve.getPoints(&positions.front().lon, sizeof(LonLat), &positions.front().lat, sizeof(LonLat));
    return positions;
}

void appendRing(const OGRLinearRing &ring, bool hole, Geometry &geometry)
{
    std::vector<LonLat> positions = positionsOf(ring);
    if (static_cast<bool>(ring.isClockwise()) != hole)
        std::ranges::reverse(positions);
    geometry.parts.push_back(std::move(positions));
}

void append(const OGRGeometry &from, Geometry &geometry)
{
    switch (wkbFlatten(from.getGeometryType())) {
    case wkbPoint:
        if (!from.IsEmpty())
            geometry.parts.push_back({{from.toPoint()->getX(), from.toPoint()->getY()}});
        break;
    case wkbLineString:
        geometry.type = Geometry::Type::Line;
        geometry.parts.push_back(positionsOf(*from.toLineString()));
        break;
    case wkbPolygon: {
        geometry.type = Geometry::Type::Polygon;
        const OGRPolygon &polygon = *from.toPolygon();
        if (polygon.getExteriorRing() == nullptr)
            break;
        appendRing(*polygon.getExteriorRing(), false, geometry);
        for (int i = 0; i < polygon.getNumInteriorRings(); ++i)
            appendRing(*polygon.getInteriorRing(i), true, geometry);
        break;
    }
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
        for (const OGRGeometry *part : *from.toGeometryCollection())
            append(*part, geometry);
        break;
    default: break; // Curves and mixed collections have no place in Dateline's own files.
    }
}

} // namespace

struct Dataset::Data
{
    QString path;
    GDALDatasetUniquePtr dataset;
};

Dataset::Dataset(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

Dataset::Dataset(Dataset &&) noexcept = default;
Dataset &Dataset::operator=(Dataset &&) noexcept = default;
Dataset::~Dataset() = default;

Result<Dataset> Dataset::open(const QString &path)
{
    if (Result<void> sniffed = sniffGeoPackage(path); !sniffed)
        return std::unexpected(sniffed.error());
    closeGeoLibraries();
    const QuietErrors quiet;
    constexpr std::array<const char *, 2> drivers{"GPKG", nullptr};
    constexpr std::array<const char *, 2> options{"LIST_ALL_TABLES=NO", nullptr};
    // An absolute path cannot be taken for a connection string or a virtual file.
    const QByteArray file = QFile::encodeName(QFileInfo(path).absoluteFilePath());
    auto data = std::make_unique<Data>();
    data->path = path;
    data->dataset.reset(GDALDataset::Open(file.constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(),
                                          options.data(), nullptr));
    if (!data->dataset)
        return failure(
            Error::Kind::Malformed,
            DatasetText::tr("%1 is damaged: it begins like a GeoPackage but cannot be opened as one").arg(path), path);
    return Dataset(std::move(data));
}

QStringList Dataset::layers() const
{
    QStringList names;
    for (const OGRLayer *layer : m_data->dataset->GetLayers())
        names.append(QString::fromUtf8(const_cast<OGRLayer *>(layer)->GetName()));
    return names;
}

Result<void> Dataset::forEach(const QString &layer, const std::optional<LonLatBox> &box, const QStringList &attributes,
                              const std::function<void(Feature &&)> &take) const
{
    const QuietErrors quiet;
    OGRLayer *rows = m_data->dataset->GetLayerByName(layer.toUtf8().constData());
    if (rows == nullptr)
        return failure(Error::Kind::NotFound, DatasetText::tr("%1 has no layer %2").arg(m_data->path, layer),
                       m_data->path);
    std::vector<int> columns;
    for (const QString &attribute : attributes)
        columns.push_back(rows->GetLayerDefn()->GetFieldIndex(attribute.toUtf8().constData()));
    if (box)
        rows->SetSpatialFilterRect(box->west, box->south, box->east, box->north);
    else
        rows->SetSpatialFilter(nullptr);
    rows->ResetReading();
    CPLErrorReset();
    while (const OGRFeatureUniquePtr row{rows->GetNextFeature()}) {
        Feature feature;
        if (const OGRGeometry *geometry = row->GetGeometryRef())
            append(*geometry, feature.geometry);
        for (const int column : columns)
            feature.attributes.append(column < 0 ? QString() : QString::fromUtf8(row->GetFieldAsString(column)));
        take(std::move(feature));
    }
    if (CPLGetLastErrorType() == CE_Failure)
        return failure(Error::Kind::Malformed,
                       DatasetText::tr("%1 is damaged: layer %2 cannot be read").arg(m_data->path, layer),
                       m_data->path);
    return {};
}

QString geoLibraryVersions()
{
    return QStringLiteral("GDAL %1, PROJ %2")
        .arg(QString::fromLatin1(GDALVersionInfo("RELEASE_NAME")), QString::fromLatin1(proj_info().version));
}

} // namespace dateline
