#include "geo/positionsystem.h"

#include "geo/projcrs.h"
#include "geo/projectiontext.h"

#include <QRegularExpression>

#include <array>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double unknownErrorMetres = 5; ///< Of a way that PROJ says nothing of: what shifts of datum mostly have.

/// Whether @p text only names or describes a system; PROJ would open files that a PROJ string asks for.
bool describesSystem(const QString &text)
{
    static const QRegularExpression code(QStringLiteral("^[A-Za-z]{2,8}:\\d{3,7}$"));
    static const QRegularExpression wellKnown(QStringLiteral("^[A-Z_]{4,24}\\["));
    static const QRegularExpression proj(
        QStringLiteral("^\\+proj=(?!pipeline)\\w+(\\s+\\+(?!nadgrids|geoidgrids|grids|init|file|step)"
                       "\\w+(=[\\w.,+-]+)?)*$"));
    return code.match(text).hasMatch() || wellKnown.match(text).hasMatch() || proj.match(text).hasMatch();
}

bool isSystem(const PJ *crs)
{
    switch (proj_get_type(crs)) {
    case PJ_TYPE_PROJECTED_CRS:
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_GEOGRAPHIC_3D_CRS:
    case PJ_TYPE_BOUND_CRS: return true;
    default: return false;
    }
}

std::unexpected<Error> unknownSystem(const QString &text)
{
    return failure(Error::Kind::Malformed,
                   ProjectionText::tr("“%1” is no system of coordinates that is known: give its EPSG code, such as "
                                      "EPSG:32638, or its well-known text")
                       .arg(text.left(60)),
                   text);
}

} // namespace

struct PositionSystem::Data
{
    ProjContext context;
    ProjObject crs;
    ProjObject way; ///< From easting and northing to longitude and latitude.
    QString name;
    bool isPlane = false;
    mutable double errorMetres = -1; ///< Known with the first position, whose place chooses the way.

    [[nodiscard]] double errorOfWay() const
    {
        const ProjObject used(proj_trans_get_last_used_operation(way.get()));
        const double error = used ? proj_coordoperation_get_accuracy(context.get(), used.get()) : -1;
        return error < 0 ? unknownErrorMetres : error;
    }
};

PositionSystem::PositionSystem(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}
PositionSystem::PositionSystem(PositionSystem &&) noexcept = default;
PositionSystem &PositionSystem::operator=(PositionSystem &&) noexcept = default;
PositionSystem::~PositionSystem() = default;

Result<PositionSystem> PositionSystem::fromText(const QString &text)
{
    static const QRegularExpression bareCode(QStringLiteral("^\\d{4,6}$"));
    QString definition = text.trimmed();
    if (bareCode.match(definition).hasMatch())
        definition.prepend(QStringLiteral("EPSG:"));
    if (!describesSystem(definition))
        return unknownSystem(text);
    auto data = std::make_unique<Data>();
    data->context = newProjContext();
    data->crs = crsFrom(data->context.get(), definition);
    if (!data->crs || !isSystem(data->crs.get()))
        return unknownSystem(text);
    const ProjObject degrees = crsFrom(data->context.get(), QStringLiteral("EPSG:4326"));
    // A guess at the datum may be a kilometre off.
    const std::array<const char *, 2> options{"ALLOW_BALLPARK=NO", nullptr};
    const ProjObject way(degrees ? proj_create_crs_to_crs_from_pj(data->context.get(), data->crs.get(), degrees.get(),
                                                                  nullptr, options.data())
                                 : nullptr);
    if (way)
        data->way.reset(proj_normalize_for_visualization(data->context.get(), way.get()));
    if (!data->way) {
        return failure(Error::Kind::Malformed,
                       ProjectionText::tr("No way is known from “%1” to longitudes and latitudes on WGS 84: choose a "
                                          "system that tells its datum")
                           .arg(text.left(60)),
                       text);
    }
    data->name = QString::fromUtf8(proj_get_name(data->crs.get()));
    const ProjObject source(proj_get_type(data->crs.get()) == PJ_TYPE_BOUND_CRS
                                ? proj_get_source_crs(data->context.get(), data->crs.get())
                                : nullptr);
    data->isPlane = proj_get_type(source ? source.get() : data->crs.get()) == PJ_TYPE_PROJECTED_CRS;
    return PositionSystem(std::move(data));
}

QString PositionSystem::name() const
{
    return m_data->name;
}

bool PositionSystem::isPlane() const
{
    return m_data->isPlane;
}

std::optional<PositionSystem::Position> PositionSystem::positionFrom(double easting, double northing) const
{
    const PJ_COORD out = proj_trans(m_data->way.get(), PJ_FWD, proj_coord(easting, northing, 0, 0));
    const bool isOnEarth = std::abs(out.xy.x) <= 180 && std::abs(out.xy.y) <= 90; // Also false for what is no number.
    if (proj_errno_reset(m_data->way.get()) != 0 || !isOnEarth)
        return std::nullopt;
    if (m_data->errorMetres < 0)
        m_data->errorMetres = m_data->errorOfWay();
    return Position{{out.xy.x, out.xy.y}, m_data->errorMetres};
}

} // namespace dateline
