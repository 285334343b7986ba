#pragma once

#include "base/lonlat.h"

#include <QSizeF>

#include <cmath>
#include <functional>
#include <optional>

namespace dateline
{

/// A box around a picture of @p size whose spots @p placeOf tells, also over the antimeridian; the world, if it tells none.
[[nodiscard]] inline LonLatBox boxOfPlaces(QSizeF size, const std::function<std::optional<LonLat>(QPointF)> &placeOf)
{
    std::optional<LonLatBox> box;
    double last = 0;
    constexpr int steps = 16;
    for (int row = 0; row <= steps; ++row) {
        for (int i = 0; i <= steps; ++i) {
            // To and fro, so that each spot lies beside the last and its longitude can go on past 180°.
            const int column = row % 2 == 0 ? i : steps - i;
            const auto place = placeOf({size.width() * column / steps, size.height() * row / steps});
            if (!place)
                continue;
            last = box ? last + std::remainder(place->lon - last, 360) : place->lon;
            const LonLat near{last, place->lat};
            box = box ? box->including(near) : LonLatBox{near.lon, near.lat, near.lon, near.lat};
        }
    }
    if (!box || box->east - box->west >= 360)
        return box ? LonLatBox{-180, box->south, 180, box->north} : LonLatBox{-180, -90, 180, 90};
    if (const double turn = box->west < -180 ? 360 : box->west >= 180 ? -360 : 0; turn != 0) {
        box->west += turn;
        box->east += turn;
    }
    return *box;
}

} // namespace dateline
