#include "geo/projection.h"

#include <QCoreApplication>
#include <QLocale>

#include <proj.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double earthRadius = 6378137.0;
constexpr double mercatorLatitude = 85.051129;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

double degrees(double radians)
{
    return radians * 180 / std::numbers::pi;
}

QPointF mercatorFromLonLat(LonLat position)
{
    const double lat = std::clamp(position.lat, -mercatorLatitude, mercatorLatitude);
    return {earthRadius * radians(position.lon), earthRadius * std::asinh(std::tan(radians(lat)))};
}

QString number(double value)
{
    return QString::number(value, 'g', 12);
}

struct ProjectionText
{
    Q_DECLARE_TR_FUNCTIONS(Projection)
};

// “39°”, “39.5°”; in English, as all interface texts are until translations are made.
QString degreeText(double value)
{
    return QString::number(std::round(std::abs(value) * 10) / 10) + QChar(0x00B0);
}

QString parallelsText(double south, double north)
{
    const auto side = [](double lat) { return lat < 0 ? QStringLiteral(" S") : QStringLiteral(" N"); };
    if ((south < 0) == (north < 0))
        return degreeText(south) + QChar(0x2013) + degreeText(north) + side(north);
    return degreeText(south) + side(south) + QStringLiteral(" – ") + degreeText(north) + side(north);
}

struct Described
{
    QString definition;
    QString name;
};

Described describedFor(const LonLatBox &box)
{
    const LonLat middle = box.centre();
    const double width = box.east - box.west;
    const double height = box.north - box.south;
    const QString lon0 = QStringLiteral(" +lon_0=") + number(std::remainder(middle.lon, 360));
    const QString tail = QStringLiteral(" +datum=WGS84 +units=m +no_defs");
    if (width > 150 || height > 100) {
        const QString world = width > 300 ? QStringLiteral(" +lon_0=0") : lon0;
        return {QStringLiteral("+proj=robin") + world + tail, ProjectionText::tr("Robinson")};
    }
    if (box.north > 80 || box.south < -80 || std::abs(middle.lat) > 72)
        return {QStringLiteral("+proj=laea +lat_0=") + number(middle.lat) + lon0 + tail,
                ProjectionText::tr("Lambert azimuthal equal-area")};
    // A cone needs both parallels well on one side of the equator.
    const double south = box.south + height / 6;
    const double north = box.south + height * 5 / 6;
    if ((box.south < 0 && box.north > 0) || std::abs(middle.lat) < 12)
        return {QStringLiteral("+proj=merc +lat_ts=") + number(middle.lat) + lon0 + tail,
                ProjectionText::tr("Mercator")};
    return {QStringLiteral("+proj=lcc +lat_1=") + number(south) + QStringLiteral(" +lat_2=") + number(north)
                + QStringLiteral(" +lat_0=") + number(middle.lat) + lon0 + tail,
            ProjectionText::tr("Lambert conformal conic, %1").arg(parallelsText(south, north))};
}

} // namespace

struct Projection::Data
{
    struct ContextDeleter
    {
        void operator()(PJ_CONTEXT *context) const { proj_context_destroy(context); }
    };

    struct PjDeleter
    {
        void operator()(PJ *pj) const { proj_destroy(pj); }
    };

    QString definition;
    QString name;
    double centralMeridian = 0;
    std::unique_ptr<PJ_CONTEXT, ContextDeleter> context; // Null for Web Mercator; outlives pj.
    std::unique_ptr<PJ, PjDeleter> pj;

    // From longitude and latitude in degrees to metres, east and north; null if PROJ does not know @p definition.
    [[nodiscard]] static std::unique_ptr<Data> made(const QString &definition, const QString &name)
    {
        auto data = std::make_unique<Data>();
        data->definition = definition;
        data->name = name;
        data->context.reset(proj_context_create());
        proj_context_set_enable_network(data->context.get(), 0);
        proj_log_level(data->context.get(), PJ_LOG_NONE);
        const std::unique_ptr<PJ, Data::PjDeleter> raw(proj_create_crs_to_crs(
            data->context.get(), "+proj=longlat +datum=WGS84 +no_defs", crsText(definition).constData(), nullptr));
        if (!raw)
            return nullptr;
        data->pj.reset(proj_normalize_for_visualization(data->context.get(), raw.get()));
        if (!data->pj)
            return nullptr;
        data->findCentralMeridian();
        return data;
    }

    [[nodiscard]] std::optional<QPointF> forward(LonLat position) const
    {
        const PJ_COORD out = proj_trans(pj.get(), PJ_FWD, proj_coord(position.lon, position.lat, 0, 0));
        if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y))
            return std::nullopt;
        return QPointF(out.xy.x, out.xy.y);
    }

    [[nodiscard]] std::optional<LonLat> inverse(QPointF metres) const
    {
        const PJ_COORD out = proj_trans(pj.get(), PJ_INV, proj_coord(metres.x(), metres.y(), 0, 0));
        if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y))
            return std::nullopt;
        return LonLat{out.xy.x, out.xy.y};
    }

private:
    // Without +type=crs PROJ takes a “+proj=” text for an operation, not for a map's plane.
    static QByteArray crsText(const QString &definition)
    {
        if (definition.startsWith(QLatin1String("+proj=")) && !definition.contains(QLatin1String("+type=crs")))
            return definition.toUtf8() + " +type=crs";
        return definition.toUtf8();
    }

    void findCentralMeridian()
    {
        const qsizetype begin = definition.indexOf(QLatin1String("+lon_0="));
        if (begin >= 0) {
            const QString value = definition.sliced(begin + 7).section(QLatin1Char(' '), 0, 0);
            centralMeridian = value.toDouble();
        } else if (const std::optional<LonLat> middle = inverse({0, 0})) {
            // UTM and most named grids: the middle of x is far from 0, but within a few degrees of the meridian.
            centralMeridian = middle->lon;
        }
    }
};

Projection::Projection(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

Projection::Projection(const Projection &other)
    : m_data(other.m_data->pj ? Data::made(other.m_data->definition, other.m_data->name) : std::make_unique<Data>())
{
    Q_ASSERT(m_data);
    m_data->definition = other.m_data->definition;
    m_data->name = other.m_data->name;
}

Projection &Projection::operator=(const Projection &other)
{
    if (this != &other)
        *this = Projection(other);
    return *this;
}

Projection::Projection(Projection &&) noexcept = default;
Projection &Projection::operator=(Projection &&) noexcept = default;
Projection::~Projection() = default;

Projection Projection::webMercator()
{
    auto data = std::make_unique<Data>();
    data->definition = QStringLiteral("EPSG:3857");
    data->name = ProjectionText::tr("Web Mercator");
    return Projection(std::move(data));
}

Projection Projection::fitting(const LonLatBox &box)
{
    const Described described = describedFor(box);
    std::unique_ptr<Data> data = Data::made(described.definition, described.name);
    Q_ASSERT(data);
    return Projection(std::move(data));
}

Result<Projection> Projection::fromText(const QString &text)
{
    const QString trimmed = text.trimmed();
    // Only what names a projection by itself; PROJ would also take file names and whole JSON documents.
    if (trimmed.size() < 400
        && (trimmed.startsWith(QLatin1String("+proj=")) || trimmed.startsWith(QLatin1String("EPSG:")))
        && !trimmed.contains(QLatin1String("+init")) && !trimmed.contains(QLatin1Char('@'))) {
        if (std::unique_ptr<Data> data = Data::made(trimmed, trimmed))
            return Projection(std::move(data));
    }
    return failure(
        Error::Kind::Malformed,
        ProjectionText::tr("“%1” names no projection; use a PROJ string or a code such as EPSG:3857").arg(trimmed),
        trimmed);
}

QString Projection::name() const
{
    return m_data->name;
}

QString Projection::definition() const
{
    return m_data->definition;
}

double Projection::centralMeridian() const
{
    return m_data->centralMeridian;
}

std::optional<QPointF> Projection::metresFromLonLat(LonLat position) const
{
    return m_data->pj ? m_data->forward(position) : mercatorFromLonLat(position);
}

std::optional<LonLat> Projection::lonLatFromMetres(QPointF metres) const
{
    if (m_data->pj)
        return m_data->inverse(metres);
    return LonLat{degrees(metres.x() / earthRadius), degrees(std::atan(std::sinh(metres.y() / earthRadius)))};
}

void Projection::metresFromLonLats(std::span<const LonLat> positions, std::vector<QPointF> &metres) const
{
    metres.resize(positions.size());
    if (!m_data->pj) {
        std::ranges::transform(positions, metres.begin(), mercatorFromLonLat);
        return;
    }
    static_assert(sizeof(QPointF) == 2 * sizeof(double));
    std::ranges::transform(positions, metres.begin(), [](LonLat p) { return QPointF(p.lon, p.lat); });
    if (metres.empty())
        return;
    proj_trans_generic(m_data->pj.get(), PJ_FWD, &metres.front().rx(), sizeof(QPointF), metres.size(),
                       &metres.front().ry(), sizeof(QPointF), metres.size(), nullptr, 0, 0, nullptr, 0, 0);
    for (QPointF &point : metres) {
        if (!std::isfinite(point.x()) || !std::isfinite(point.y()))
            point = {nan, nan};
    }
}

} // namespace dateline
