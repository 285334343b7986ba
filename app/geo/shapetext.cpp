#include "geo/shapetext.h"

#include "geo/geometryfromogr.h"
#include "geo/quieterrors.h"

#include <ogr_geometry.h>

#include <memory>
#include <string>

namespace dateline
{

std::optional<Geometry> shapeFromText(std::string_view wellKnownText)
{
    const QuietErrors quiet;
    const std::string text(wellKnownText);
    OGRGeometry *made = nullptr;
    const OGRErr error = OGRGeometryFactory::createFromWkt(text.c_str(), nullptr, &made);
    const std::unique_ptr<OGRGeometry> parsed(made);
    if (error != OGRERR_NONE || !parsed)
        return std::nullopt;
    const std::unique_ptr<OGRGeometry> straight(parsed->getLinearGeometry());
    if (!straight)
        return std::nullopt;
    straight->closeRings();
    Geometry geometry = geometryFrom(*straight, Rings::AsTheyStand);
    if (geometry.parts.empty())
        return std::nullopt;
    return geometry;
}

} // namespace dateline
