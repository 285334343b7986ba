#include "geo/projcrs.h"

#include <cstring>

namespace dateline
{

namespace
{

constexpr double leastEarthRadius = 6.3e6; // metres; a sphere of any usual radius and every ellipsoid lie between
constexpr double mostEarthRadius = 6.45e6;

/// A plane with a shift of datum is wrapped.
ProjObject unwrapped(PJ_CONTEXT *context, const PJ *crs)
{
    return ProjObject(proj_get_type(crs) == PJ_TYPE_BOUND_CRS ? proj_get_source_crs(context, crs)
                                                              : proj_clone(context, crs));
}

bool isOfTheEarth(PJ_CONTEXT *context, const PJ *crs)
{
    const ProjObject ellipsoid(proj_get_ellipsoid(context, crs));
    double radius = 0;
    return ellipsoid && proj_ellipsoid_get_parameters(context, ellipsoid.get(), &radius, nullptr, nullptr, nullptr) != 0
        && radius > leastEarthRadius && radius < mostEarthRadius;
}

bool hasAxesInMetres(PJ_CONTEXT *context, const PJ *crs)
{
    const ProjObject system(proj_crs_get_coordinate_system(context, crs));
    if (!system || proj_cs_get_axis_count(context, system.get()) < 2)
        return false;
    for (const int axis : {0, 1}) {
        const char *direction = nullptr;
        double metres = 0;
        if (proj_cs_get_axis_info(context, system.get(), axis, nullptr, nullptr, &direction, &metres, nullptr, nullptr,
                                  nullptr)
                == 0
            || metres != 1 || direction == nullptr || std::strcmp(direction, "west") == 0)
            return false;
    }
    return true;
}

} // namespace

ProjContext newProjContext()
{
    ProjContext context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

ProjObject crsFrom(PJ_CONTEXT *context, const QString &definition)
{
    QByteArray text = definition.toUtf8();
    // Without +type=crs PROJ takes a “+proj=” text for an operation, not for a map's plane.
    if (text.startsWith("+proj=") && !text.contains("+type=crs"))
        text += " +type=crs";
    return ProjObject(proj_create(context, text.constData()));
}

bool isPlaneInMetres(PJ_CONTEXT *context, const PJ *crs)
{
    const ProjObject plane = unwrapped(context, crs);
    return plane && proj_get_type(plane.get()) == PJ_TYPE_PROJECTED_CRS && isOfTheEarth(context, plane.get())
        && hasAxesInMetres(context, plane.get());
}

ProjObject wayTo(PJ_CONTEXT *context, const PJ *crs)
{
    const ProjObject degrees = crsFrom(context, QStringLiteral("+proj=longlat +datum=WGS84 +no_defs"));
    const ProjObject way(degrees ? proj_create_crs_to_crs_from_pj(context, degrees.get(), crs, nullptr, nullptr)
                                 : nullptr);
    return ProjObject(way ? proj_normalize_for_visualization(context, way.get()) : nullptr);
}

QString projStringOf(PJ_CONTEXT *context, const PJ *crs)
{
    const ProjObject plane = unwrapped(context, crs);
    return QString::fromUtf8(plane ? proj_as_proj_string(context, plane.get(), PJ_PROJ_5, nullptr) : nullptr);
}

} // namespace dateline
