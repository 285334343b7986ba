#include "geo/projection.h"

#include "geo/geodesy.h"
#include "geo/projcrs.h"
#include "geo/projectionchoice.h"
#include "geo/projectionname.h"
#include "geo/projectiontext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double earthRadius = 6378137.0;
constexpr double mercatorLatitude = 85.051129;
constexpr qsizetype mostText = 400; // characters; more than any PROJ string needs
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

QString nameFor(const QString &definition, const QString &projString, const PJ *crs)
{
    if (definition.startsWith(QLatin1StringView("EPSG:")))
        return QStringLiteral("%1 (%2)").arg(QString::fromUtf8(proj_get_name(crs)), definition);
    const QString name = projectionNameOf(projString.isEmpty() ? definition : projString);
    return name.isEmpty() ? definition : name;
}

} // namespace

struct Projection::Data
{
    QString definition;
    QString projString; ///< The same, taken apart; may be empty.
    QString name;
    double centralMeridian = 0;
    ProjContext context; // Null for Web Mercator; outlives pj.
    ProjObject pj; ///< From longitude and latitude in degrees to metres, east and north.

    [[nodiscard]] static std::unique_ptr<Data> made(const QString &definition, ProjContext context, const PJ *crs)
    {
        auto data = std::make_unique<Data>();
        data->context = std::move(context);
        data->definition = definition;
        data->pj = wayTo(data->context.get(), crs);
        if (!data->pj)
            return nullptr;
        data->projString = projStringOf(data->context.get(), crs);
        data->name = nameFor(definition, data->projString, crs);
        data->findCentralMeridian();
        return data;
    }

    [[nodiscard]] std::unique_ptr<Data> copied() const
    {
        auto data = std::make_unique<Data>();
        if (pj) {
            data->context = newProjContext();
            data->pj.reset(proj_clone(data->context.get(), pj.get()));
        }
        data->definition = definition;
        data->projString = projString;
        data->name = name;
        data->centralMeridian = centralMeridian;
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
    void findCentralMeridian()
    {
        if (const std::optional<double> lon0 = projNumber(projString, QLatin1StringView("lon_0"))) {
            centralMeridian = *lon0;
        } else if (const std::optional<double> zone = projNumber(projString, QLatin1StringView("zone"))) {
            centralMeridian = 6 * *zone - 183;
        } else {
            const double east = projNumber(projString, QLatin1StringView("x_0")).value_or(0);
            const double north = projNumber(projString, QLatin1StringView("y_0")).value_or(0);
            if (const std::optional<LonLat> origin = inverse({east, north}))
                centralMeridian = origin->lon;
        }
    }
};

Projection::Projection(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

Projection::Projection(const Projection &other)
    : m_data(other.m_data->copied())
{
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
    ProjContext context = newProjContext();
    const QString definition = fittingText(box);
    const ProjObject crs = crsFrom(context.get(), definition);
    Q_ASSERT(crs);
    std::unique_ptr<Data> data = Data::made(definition, std::move(context), crs.get());
    Q_ASSERT(data);
    return Projection(std::move(data));
}

Result<Projection> Projection::fromText(const QString &text)
{
    QString definition = text.trimmed();
    const auto refused = [&definition](const QString &message) {
        return failure(Error::Kind::Malformed, message.arg(definition), definition);
    };
    const QString unknown =
        ProjectionText::tr("“%1” names no projection; use a PROJ string or a code such as EPSG:3857");
    if (definition.startsWith(QLatin1StringView("EPSG:"), Qt::CaseInsensitive))
        definition = definition.toUpper();
    if (definition == QLatin1StringView("EPSG:3857"))
        return webMercator();
    // Only what names a projection by itself; PROJ would also take file names and whole JSON documents.
    const bool named =
        definition.startsWith(QLatin1StringView("+proj=")) || definition.startsWith(QLatin1StringView("EPSG:"));
    if (!named || definition.size() > mostText || definition.contains(QLatin1StringView("+init"))
        || definition.contains(u'@'))
        return refused(unknown);
    ProjContext context = newProjContext();
    const ProjObject crs = crsFrom(context.get(), definition);
    if (!crs)
        return refused(unknown);
    if (!isPlaneInMetres(context.get(), crs.get()))
        return refused(
            ProjectionText::tr("“%1” does not lead from the earth’s surface to a plane in metres; use another one"));
    std::unique_ptr<Data> data = Data::made(definition, std::move(context), crs.get());
    if (!data)
        return refused(unknown);
    return Projection(std::move(data));
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

std::vector<LonLat> Projection::rim() const
{
    static constexpr std::array<QLatin1StringView, 9> azimuthal{
        QLatin1StringView("ortho"), QLatin1StringView("gnom"),  QLatin1StringView("nsper"),
        QLatin1StringView("tpers"), QLatin1StringView("geos"),  QLatin1StringView("aeqd"),
        QLatin1StringView("laea"),  QLatin1StringView("stere"), QLatin1StringView("airy")};
    if (!m_data->pj || !std::ranges::contains(azimuthal, projIdOf(m_data->projString)))
        return {};
    const LonLat middle{m_data->centralMeridian,
                        projNumber(m_data->projString, QLatin1StringView("lat_0")).value_or(0)};
    constexpr double halfRound = 19'990'000; // metres; a little less than to the other side of the earth
    constexpr int azimuths = 180;
    std::vector<LonLat> ring;
    for (int i = 0; i < azimuths; ++i) {
        double shown = 0;
        double hidden = halfRound;
        const double azimuth = 360.0 * i / azimuths;
        if (m_data->forward(destination(middle, azimuth, halfRound)))
            shown = halfRound;
        while (hidden - shown > 100) {
            const double between = (shown + hidden) / 2;
            (m_data->forward(destination(middle, azimuth, between)) ? shown : hidden) = between;
        }
        ring.push_back(destination(middle, azimuth, shown));
    }
    return ring;
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
