#include "domain/geometry.h"

namespace dateline
{

Geometry pointGeometry(LonLat position)
{
    return {Geometry::Type::Point, {{position}}};
}

std::optional<LonLatBox> boxOf(const Geometry &geometry)
{
    std::optional<LonLatBox> box;
    for (const std::vector<LonLat> &part : geometry.parts) {
        for (const LonLat position : part) {
            if (!box)
                box = LonLatBox{position.lon, position.lat, position.lon, position.lat};
            box = box->including(position);
        }
    }
    return box;
}

bool contains(const Geometry &polygon, LonLat position)
{
    bool inside = false;
    for (const std::vector<LonLat> &ring : polygon.parts) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const LonLat a = ring[i];
            const LonLat b = ring[j];
            if ((a.lat > position.lat) != (b.lat > position.lat)
                && position.lon < (b.lon - a.lon) * (position.lat - a.lat) / (b.lat - a.lat) + a.lon)
                inside = !inside;
        }
    }
    return inside;
}

} // namespace dateline
