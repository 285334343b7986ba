#include "geo/shapetext.h"

#include "geo/geometryfromogr.h"
#include "geo/quieterrors.h"

#include <ogr_geometry.h>

#include <charconv>
#include <memory>
#include <string>

namespace dateline
{

namespace
{

/// “POINT (46.3386 39.5077)”, which most shapes are, without what all others take.
std::optional<LonLat> plainPointFrom(std::string_view text)
{
    constexpr std::string_view begin = "POINT (";
    if (!text.starts_with(begin) || !text.ends_with(')'))
        return std::nullopt;
    const char *const end = text.data() + text.size() - 1;
    LonLat at;
    const auto [space, noLongitude] = std::from_chars(text.data() + begin.size(), end, at.lon);
    if (noLongitude != std::errc() || *space != ' ')
        return std::nullopt;
    const auto [rest, noLatitude] = std::from_chars(space + 1, end, at.lat);
    if (noLatitude != std::errc() || rest != end)
        return std::nullopt;
    return at;
}

} // namespace

std::optional<Geometry> shapeFromText(std::string_view wellKnownText)
{
    if (const std::optional<LonLat> point = plainPointFrom(wellKnownText))
        return pointGeometry(*point);
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
