#pragma once

#include "base/lonlat.h"

#include <QPointF>
#include <QString>

#include <cstdint>
#include <vector>

namespace dateline
{

/// How a scanned map is bent so that its control points come to lie where they belong.
enum class ScanTransformation : std::uint8_t {
    Similarity, ///< Moved, turned and scaled, alike in all directions (Helmert).
    Affine, ///< Also sheared, and scaled apart along two directions.
    Polynomial2,
    Polynomial3,
    ThinPlateSpline, ///< Through every point exactly.
    Projective ///< As a plane is photographed from aslant.
};

/// A spot of a scanned map whose position is known.
struct ControlPoint
{
    QPointF pixel; ///< From the top left corner of the picture's first pixel, y down.
    LonLat place;
    bool enabled = true; ///< Others are kept, and held against those that are.

    friend bool operator==(const ControlPoint &, const ControlPoint &) = default;
};

/// Where a scanned map lies: “scan” of Layer::style.
struct ScanPlacing
{
    ScanTransformation transformation = ScanTransformation::Affine;
    /// A PROJ string or “EPSG:n” of the plane that the map was drawn on, if that is known; empty: the one that fits the
    /// points.
    QString projection;
    std::vector<ControlPoint> points;

    [[nodiscard]] bool isOn() const { return !points.empty(); }

    friend bool operator==(const ScanPlacing &, const ScanPlacing &) = default;
};

} // namespace dateline
