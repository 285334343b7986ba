#include "geo/rasterplace.h"

#include "geo/overlaytext.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr qint64 mostSidecar = 64 * 1024; // bytes; more than any world or .prj file has

/// A small text file beside the one at @p path, with another ending.
QByteArray textBeside(const QString &path, const QString &ending)
{
    const QFileInfo info(path);
    QFile file(info.path() + u'/' + info.completeBaseName() + u'.' + ending);
    if (!QFileInfo(file).isFile() || file.size() > mostSidecar || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

/// What a world file says: six numbers, of the middle of the first pixel.
std::optional<std::array<double, 6>> worldFileBeside(const QString &path)
{
    const QString ending = QFileInfo(path).suffix();
    QStringList endings{ending + u'w', QStringLiteral("wld")};
    if (ending.size() >= 3)
        endings.prepend(ending.left(1) + ending.right(1) + u'w'); // “.pgw”, “.jgw”, “.tfw”
    for (const QString &each : std::as_const(endings)) {
        const QList<QByteArray> numbers = textBeside(path, each).simplified().split(' ');
        std::array<double, 6> world{};
        bool isWhole = numbers.size() >= 6;
        for (std::size_t i = 0; isWhole && i < world.size(); ++i)
            world.at(i) = numbers[static_cast<qsizetype>(i)].toDouble(&isWhole);
        if (!isWhole || world[0] * world[3] == world[1] * world[2])
            continue;
        const auto [a, d, b, e, x, y] = world;
        return std::array{x - a / 2 - b / 2, a, b, y - d / 2 - e / 2, d, e};
    }
    return std::nullopt;
}

/// Reads a description of a system that a file gives, without following what it points to.
bool readSystem(OGRSpatialReference &system, const QByteArray &text)
{
    return !text.isEmpty()
        && system.SetFromUserInput(text.constData(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get())
        == OGRERR_NONE;
}

bool isInDegrees(const RasterPlace &place)
{
    const auto &[x, a, b, y, d, e] = place.transform;
    for (const double px : {0.0, double(place.size.width())}) {
        for (const double py : {0.0, double(place.size.height())}) {
            if (std::abs(x + a * px + b * py) > 360 || std::abs(y + d * px + e * py) > 90.5)
                return false;
        }
    }
    return true;
}

} // namespace

std::array<double, 6> RasterPlace::transformFor(QSize reduced) const
{
    const double across = double(size.width()) / reduced.width();
    const double down = double(size.height()) / reduced.height();
    return {transform[0], transform[1] * across, transform[2] * down,
            transform[3], transform[4] * across, transform[5] * down};
}

Result<RasterPlace> rasterPlaceOf(GDALDataset &dataset, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    RasterPlace place;
    place.size = {dataset.GetRasterXSize(), dataset.GetRasterYSize()};
    if (dataset.GetGeoTransform(place.transform.data()) != CE_None) {
        const std::optional<std::array<double, 6>> world = worldFileBeside(path);
        if (!world)
            return failure(Error::Kind::Unsupported,
                           OverlayText::tr("“%1” does not tell where on the earth it lies: a scanned map is to be "
                                           "placed first")
                               .arg(name),
                           path);
        place.transform = *world;
    }
    if (const OGRSpatialReference *own = dataset.GetSpatialRef())
        place.system = *own;
    else if (!readSystem(place.system, textBeside(path, QStringLiteral("prj"))) && isInDegrees(place))
        place.system.SetWellKnownGeogCS("WGS84");
    place.system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (place.system.IsEmpty() || place.system.IsLocal())
        return failure(Error::Kind::Unsupported,
                       OverlayText::tr("“%1” tells where it lies but not in which projection: put a .prj file with "
                                       "that beside it")
                           .arg(name),
                       path);
    return place;
}

std::optional<LonLatBox> boxOf(const RasterPlace &place)
{
    const auto &[x, a, b, y, d, e] = place.transform;
    const double w = place.size.width();
    const double h = place.size.height();
    const auto [west, east] = std::minmax({x, x + a * w, x + b * h, x + a * w + b * h});
    const auto [south, north] = std::minmax({y, y + d * w, y + e * h, y + d * w + e * h});
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (place.system.IsGeographic() != 0)
        return LonLatBox{west, std::max(south, -90.0), std::max(west, std::min(east, west + 360)),
                         std::min(north, 90.0)};
    const std::unique_ptr<OGRCoordinateTransformation> way(OGRCreateCoordinateTransformation(&place.system, &degrees));
    LonLatBox box;
    if (!way || way->TransformBounds(west, south, east, north, &box.west, &box.south, &box.east, &box.north, 21) == 0
        || !std::isfinite(box.west + box.east + box.south + box.north))
        return std::nullopt;
    if (box.east < box.west)
        box.east += 360;
    return box;
}

Result<OGRSpatialReference> planeNamed(const QString &projection)
{
    QByteArray text = projection.toUtf8();
    if (text.startsWith("+proj=") && !text.contains("+type=crs"))
        text += " +type=crs";
    OGRSpatialReference plane;
    if (!readSystem(plane, text))
        return failure(Error::Kind::Unsupported,
                       OverlayText::tr("“%1” names no projection that layers can be drawn in").arg(projection),
                       projection);
    plane.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return plane;
}

} // namespace dateline
