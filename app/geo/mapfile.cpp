#include "geo/mapfile.h"

#include "geo/datasetopening.h"
#include "geo/libraries.h"
#include "geo/quieterrors.h"

#include <QCoreApplication>
#include <QUtf8StringView>

#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <array>
#include <cmath>
#include <optional>

namespace dateline
{

namespace
{

struct MapFileText
{
    Q_DECLARE_TR_FUNCTIONS(MapFile)
};

/// The options that a file of @p kind is opened with.
std::array<const char *, 3> optionsOf(FileKind kind)
{
    // Without it SQLite writes files beside one that keeps a log of changes.
    if (kind == FileKind::GeoPackage)
        return {"LIST_ALL_TABLES=NO", "IMMUTABLE=YES", nullptr};
    return {};
}

std::string utf8From(const char *text)
{
    const QByteArray bytes(text);
    // A shapefile that names the wrong encoding, or none.
    return QUtf8StringView(bytes).isValidUtf8() ? bytes.toStdString() : QString::fromUtf8(bytes).toStdString();
}

/// 2022-09-13T14:05:00 in UTC; a bare day without a time, which a time of midnight also is.
std::string isoTimeOf(const OGRFeature &feature, int field, OGRFieldType type)
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0;
    int zone = 0;
    if (feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone) == FALSE)
        return {};
    if (type == OFTTime)
        return QStringLiteral("%1:%2").arg(hour, 2, 10, QChar(u'0')).arg(minute, 2, 10, QChar(u'0')).toStdString();
    QDateTime time(QDate(year, month, day), QTime(hour, minute, std::min(static_cast<int>(second), 59)),
                   QTimeZone(QTimeZone::UTC));
    constexpr int utc = 100; // From here on in quarters of an hour.
    if (zone > 1)
        time = time.addSecs((utc - zone) * 15 * 60);
    // What is no date stays as the file has it, and is refused with that.
    if (!time.isValid())
        return const_cast<OGRFeature &>(feature).GetFieldAsString(field);
    if (type == OFTDate || (zone <= 1 && time.time() == QTime(0, 0)))
        return time.date().toString(Qt::ISODate).toStdString();
    return time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toStdString();
}

std::string cellOf(OGRFeature &feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field))
        return {};
    const OGRFieldType type = feature.GetFieldDefnRef(field)->GetType();
    switch (type) {
    case OFTDate:
    case OFTDateTime:
    case OFTTime: return isoTimeOf(feature, field, type);
    case OFTBinary: return {};
    case OFTStringList: {
        std::string cell;
        for (const char *const *part = feature.GetFieldAsStringList(field); part && *part; ++part)
            cell.append(cell.empty() ? "" : "\n").append(utf8From(*part));
        return cell;
    }
    case OFTIntegerList:
    case OFTInteger64List:
    case OFTRealList: {
        // “(2:1,2)”.
        QByteArray list(feature.GetFieldAsString(field));
        list = list.sliced(list.indexOf(':') + 1);
        if (list.endsWith(')'))
            list.chop(1);
        return list.replace(',', '\n').toStdString();
    }
    default: return utf8From(feature.GetFieldAsString(field));
    }
}

bool isDegrees(const OGREnvelope &box)
{
    return box.MinX >= -181 && box.MaxX <= 181 && box.MinY >= -91 && box.MaxY <= 91;
}

/// Brings shapes of a layer to degrees of WGS 84.
class ToDegrees
{
public:
    /// False: the layer's plane leads to no degrees.
    [[nodiscard]] bool begin(const OGRSpatialReference &plane)
    {
        m_from = plane;
        m_from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        m_to.SetWellKnownGeogCS("WGS84");
        m_to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (m_from.IsSame(&m_to) != FALSE)
            return true;
        m_way.reset(OGRCreateCoordinateTransformation(&m_from, &m_to));
        return m_way != nullptr;
    }
    [[nodiscard]] bool bring(OGRGeometry &shape) const { return !m_way || shape.transform(m_way.get()) == OGRERR_NONE; }

private:
    OGRSpatialReference m_from;
    OGRSpatialReference m_to;
    std::unique_ptr<OGRCoordinateTransformation> m_way;
};

/// Writes the shape of @p feature, or why it cannot be.
void takeShape(OGRFeature &feature, const ToDegrees &degrees, MapFeature &taken)
{
    const std::unique_ptr<OGRGeometry> shape(feature.StealGeometry());
    if (!shape || shape->IsEmpty())
        return;
    const std::unique_ptr<OGRGeometry> straight(shape->hasCurveGeometry() ? shape->getLinearGeometry()
                                                                          : shape->clone());
    if (!straight || !degrees.bring(*straight)) {
        taken.problem = MapFileText::tr("Its shape cannot be told in degrees of longitude and latitude: check its "
                                        "positions and the coordinate reference system of the file")
                            .toStdString();
        return;
    }
    straight->flattenTo2D();
    taken.shape = straight->exportToWkt();
}

} // namespace

struct MapFile::Data
{
    QString name;
    std::optional<MemoryFolder> folder;
    GDALDatasetUniquePtr dataset; ///< Closed before the folder goes.

    [[nodiscard]] Result<void> openAt(const QByteArray &path, FileKind kind)
    {
        dataset = openDataset(path, traitsOf(kind).driver, optionsOf(kind).data());
        if (dataset)
            return {};
        if (kind == FileKind::Shapefile) {
            return failure(
                Error::Kind::Malformed,
                MapFileText::tr("“%1” is damaged, or its files .shx and .dbf are not beside it: get them with "
                                "it")
                    .arg(name),
                name);
        }
        return failure(Error::Kind::Malformed,
                       MapFileText::tr("“%1” is damaged or cut off: it cannot be opened as the map file that it begins "
                                       "as")
                           .arg(name),
                       name);
    }
};

MapFile::MapFile(std::shared_ptr<Data> data)
    : m_data(std::move(data))
{
}

MapFile::MapFile(MapFile &&) noexcept = default;
MapFile &MapFile::operator=(MapFile &&) noexcept = default;
MapFile::~MapFile() = default;

Result<MapFile> MapFile::open(const QString &path, FileKind kind, const QString &name)
{
    addMapFormats();
    auto data = std::make_shared<Data>();
    data->name = name;
    if (Result<void> opened = data->openAt(gdalPath(path), kind); !opened)
        return std::unexpected(opened.error());
    return MapFile(std::move(data));
}

Result<MapFile> MapFile::open(std::vector<FileInMemory> files, FileKind kind, const QString &name)
{
    addMapFormats();
    auto data = std::make_shared<Data>();
    data->name = name;
    data->folder.emplace(std::move(files));
    if (Result<void> opened = data->openAt(data->folder->firstPath(), kind); !opened)
        return std::unexpected(opened.error());
    return MapFile(std::move(data));
}

int MapFile::layerCount() const
{
    return m_data->dataset->GetLayerCount();
}

QString MapFile::layerName(int layer) const
{
    return QString::fromUtf8(m_data->dataset->GetLayer(layer)->GetName());
}

QStringList MapFile::fields(int layer) const
{
    QStringList names;
    OGRFeatureDefn &definition = *m_data->dataset->GetLayer(layer)->GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        names.append(QString::fromUtf8(definition.GetFieldDefn(i)->GetNameRef()));
    return names;
}

Result<void> MapFile::forEach(int layer, const std::function<bool(MapFeature &)> &take) const
{
    const QuietErrors quiet;
    OGRLayer &rows = *m_data->dataset->GetLayer(layer);
    ToDegrees degrees;
    const OGRSpatialReference *plane = rows.GetSpatialRef();
    OGREnvelope box;
    const auto unsupported = [&](const QString &sentence) {
        return failure(Error::Kind::Unsupported, sentence.arg(m_data->name), m_data->name);
    };
    if (plane ? !degrees.begin(*plane) : rows.GetExtent(&box, TRUE) == OGRERR_NONE && !isDegrees(box)) {
        return unsupported(plane ? MapFileText::tr("The coordinate reference system of “%1” leads to no longitude and "
                                                   "latitude: save it in WGS 84")
                                 : MapFileText::tr("“%1” states no coordinate reference system, and its positions are "
                                                   "no degrees: add its .prj file, or save it in WGS 84"));
    }
    rows.ResetReading();
    CPLErrorReset();
    const int fields = rows.GetLayerDefn()->GetFieldCount();
    while (const OGRFeatureUniquePtr row{rows.GetNextFeature()}) {
        MapFeature feature;
        for (int i = 0; i < fields; ++i)
            feature.cells.push_back(cellOf(*row, i));
        takeShape(*row, degrees, feature);
        CPLErrorReset();
        if (!take(feature))
            return {};
    }
    if (CPLGetLastErrorType() == CE_Failure)
        return failure(Error::Kind::Malformed,
                       MapFileText::tr("“%1” is damaged or cut off there: get it anew").arg(m_data->name),
                       m_data->name);
    return {};
}

} // namespace dateline
