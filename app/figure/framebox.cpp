#include "figure/framebox.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

namespace dateline
{

namespace
{

constexpr double metresPerDegree = 111'195;
constexpr double leastMetres = 150'000;
constexpr LonLatBox world{-180, -58, 180, 80};

double metresPerDegreeEast(double lat)
{
    return metresPerDegree * std::max(0.05, std::cos(lat * std::numbers::pi / 180));
}

LonLatBox united(const LonLatBox &a, const LonLatBox &b)
{
    return {std::min(a.west, b.west), std::min(a.south, b.south), std::max(a.east, b.east), std::max(a.north, b.north)};
}

std::optional<LonLatBox> boxAround(const Where &where)
{
    std::optional<LonLatBox> box = boxOf(where.geometry);
    if (box && where.radiusMetres > 0) {
        const double up = where.radiusMetres / metresPerDegree;
        const double aside = where.radiusMetres / metresPerDegreeEast(box->centre().lat);
        box = LonLatBox{box->west - aside, box->south - up, box->east + aside, box->north + up};
    }
    return box;
}

/// The boxes' union, across the antimeridian where that is smaller.
LonLatBox unionOf(const std::vector<LonLatBox> &boxes)
{
    LonLatBox plain = boxes.front();
    LonLatBox shifted = boxes.front();
    const auto eastward = [](LonLatBox box) {
        return box.centre().lon < 0 ? LonLatBox{box.west + 360, box.south, box.east + 360, box.north} : box;
    };
    shifted = eastward(shifted);
    for (const LonLatBox &box : boxes) {
        plain = united(plain, box);
        shifted = united(shifted, eastward(box));
    }
    return shifted.east - shifted.west < plain.east - plain.west ? shifted : plain;
}

/// @p box with its extents in degrees set to @p width and @p height around its middle, kept on the globe.
LonLatBox resized(const LonLatBox &box, double width, double height)
{
    const LonLat middle = box.centre();
    const double w = std::min(width, 360.0);
    const double h = std::min(height, 168.0);
    const double lat = std::clamp(middle.lat, -84 + h / 2, 84 - h / 2);
    if (w >= 360) // All around: from where the world's maps are cut.
        return {-180, lat - h / 2, 180, lat + h / 2};
    return {middle.lon - w / 2, lat - h / 2, middle.lon + w / 2, lat + h / 2};
}

/// @p box widened so that it takes up @p share of @p frame, in its proportions.
LonLatBox framed(const LonLatBox &box, double share, QSizeF frame)
{
    const double perDegree = metresPerDegreeEast(box.centre().lat);
    double width = std::max(leastMetres, (box.east - box.west) * perDegree / share);
    double height = std::max(leastMetres, (box.north - box.south) * metresPerDegree / share);
    const double aspect = frame.isEmpty() ? 1.5 : frame.width() / frame.height();
    width = std::max(width, height * aspect);
    height = std::max(height, width / aspect);
    return resized(box, width / perDegree, height / metresPerDegree);
}

} // namespace

LonLatBox fittingBox(std::span<const SceneIncident> incidents, const IncidentFilter &filter, QSizeF frame)
{
    std::vector<LonLatBox> close;
    std::vector<LonLatBox> countries;
    for (const SceneIncident &shown : incidents) {
        if (!shown.incident.where || !isShown(shown, filter))
            continue;
        if (const std::optional<LonLatBox> box = boxAround(*shown.incident.where)) {
            const bool country = shown.incident.where->precision == LocationPrecision::Country;
            (country ? countries : close).push_back(*box);
        }
    }
    if (close.empty() && countries.empty())
        return world;
    LonLatBox box = unionOf(close.empty() ? countries : close);
    if (!close.empty()) {
        for (const LonLatBox &country : countries) {
            const LonLatBox both = unionOf({box, country});
            if (both.east - both.west < 1.5 * (box.east - box.west)
                && both.north - both.south < 1.5 * (box.north - box.south))
                box = both;
        }
    }
    const double share = close.size() + countries.size() > 12 ? 0.6 : 0.45; // of the frame that the places take up
    return framed(box, share, frame);
}

LonLatBox fittingBox(const IncidentTable &table, QSizeF frame)
{
    std::vector<std::uint32_t> shown;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (table.shows(row))
            shown.push_back(row);
    }
    const std::optional<LonLatBox> box = extentOf(table.columns(), shown);
    return box ? framed(*box, 0.92, frame) : world;
}

} // namespace dateline
