#include "geo/dataset.h"

#include "geo/datasetopening.h"
#include "geo/geometryfromogr.h"
#include "geo/libraries.h"
#include "geo/quieterrors.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <ogrsf_frmts.h>
#include <proj.h>

namespace dateline
{

namespace
{

struct DatasetText
{
    Q_DECLARE_TR_FUNCTIONS(Dataset)
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
    const QByteArray file = QFile::encodeName(QFileInfo(path).absoluteFilePath());
    auto data = std::make_unique<Data>();
    data->path = path;
    constexpr std::array<const char *, 2> options{"LIST_ALL_TABLES=NO", nullptr};
    data->dataset = openDataset(file, "GPKG", options.data());
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
            feature.geometry = geometryFrom(*geometry);
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
