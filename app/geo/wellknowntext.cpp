#include "geo/wellknowntext.h"

#include "geo/geodesy.h"
#include "geo/projcrs.h"

#include <array>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double alike = 0.01; // metres

/// @p crs without a shift of datum, which well-known text of a plane does not tell.
ProjObject planeOf(PJ_CONTEXT *context, ProjObject crs)
{
    return crs && proj_get_type(crs.get()) == PJ_TYPE_BOUND_CRS ? ProjObject(proj_get_source_crs(context, crs.get()))
                                                                : std::move(crs);
}

/// From @p plane's metres to degrees of its own, longitude first; null if PROJ finds no way.
ProjObject wayToOwnDegrees(PJ_CONTEXT *context, const PJ *plane)
{
    const ProjObject degrees(plane ? proj_crs_get_geodetic_crs(context, plane) : nullptr);
    const ProjObject way(degrees ? proj_create_crs_to_crs_from_pj(context, plane, degrees.get(), nullptr, nullptr)
                                 : nullptr);
    return ProjObject(way ? proj_normalize_for_visualization(context, way.get()) : nullptr);
}

} // namespace

struct NamedPlane::Data
{
    ProjContext context = newProjContext();
    ProjObject plane;
    ProjObject toDegrees;
};

NamedPlane::NamedPlane(const QString &definition)
    : m_data(std::make_unique<Data>())
{
    m_data->plane = planeOf(m_data->context.get(), crsFrom(m_data->context.get(), definition));
    m_data->toDegrees = wayToOwnDegrees(m_data->context.get(), m_data->plane.get());
}

NamedPlane::NamedPlane(NamedPlane &&) noexcept = default;
NamedPlane &NamedPlane::operator=(NamedPlane &&) noexcept = default;
NamedPlane::~NamedPlane() = default;

QByteArray NamedPlane::wellKnownText(const QRectF &shown) const
{
    for (const PJ_WKT_TYPE type : {PJ_WKT1_ESRI, PJ_WKT2_2019}) {
        const std::array<const char *, 2> options{"MULTILINE=NO", nullptr};
        const QByteArray text =
            m_data->plane ? proj_as_wkt(m_data->context.get(), m_data->plane.get(), type, options.data()) : nullptr;
        // Of a few projections the text tells less than there is to tell.
        if (!text.isEmpty() && NamedPlane(QString::fromUtf8(text)).isLike(*this, shown))
            return text;
    }
    return {};
}

bool NamedPlane::isLike(const NamedPlane &other, const QRectF &shown) const
{
    bool isAny = false;
    for (const double x : {0.02, 0.3, 0.5, 0.7, 0.98}) {
        for (const double y : {0.02, 0.3, 0.5, 0.7, 0.98}) {
            const QPointF metres(shown.left() + x * shown.width(), shown.top() + y * shown.height());
            const std::optional<LonLat> here = ownDegrees(metres);
            const std::optional<LonLat> there = other.ownDegrees(metres);
            if (here.has_value() != there.has_value())
                return false;
            if (here && distanceMetres(*here, *there) > alike)
                return false;
            isAny = isAny || here.has_value();
        }
    }
    return isAny;
}

std::optional<LonLat> NamedPlane::ownDegrees(QPointF metres) const
{
    if (!m_data->toDegrees)
        return std::nullopt;
    const PJ_COORD out = proj_trans(m_data->toDegrees.get(), PJ_FWD, proj_coord(metres.x(), metres.y(), 0, 0));
    const PJ_COORD back = proj_trans(m_data->toDegrees.get(), PJ_INV, out);
    // Outside the earth's image some projections answer with a position that is drawn elsewhere.
    if (!(std::hypot(back.xy.x - metres.x(), back.xy.y - metres.y()) < alike))
        return std::nullopt;
    return LonLat{out.xy.x, out.xy.y};
}

} // namespace dateline
