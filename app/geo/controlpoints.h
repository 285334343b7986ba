#pragma once

#include "base/result.h"
#include "domain/scanplacing.h"
#include "geo/projection.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dateline
{

class PlaneFit;

/// “Thin plate spline”.
[[nodiscard]] QString nameOf(ScanTransformation transformation);

/// How many enabled points @p transformation needs, 2…10; with just so many it goes through each of them.
[[nodiscard]] int leastPoints(ScanTransformation transformation);

/// What @p transformation is for and how many points it needs, in a sentence.
[[nodiscard]] QString purposeOf(ScanTransformation transformation);

/// How far a control point lies from where the others and it put it.
struct PointError
{
    double pixels = 0; ///< Of the picture.
    double metres = 0; ///< On the ground.
};

/// Where the pixels of a scanned map lie on the earth, as its control points tell.
///
/// Pixels as ControlPoint has them. One object, its copies and those fitted after it are for one thread at a time.
class ScanFit
{
public:
    /// Errors: Malformed for too few points, for points that determine nothing, such as those on one line, or for a
    /// projection that PROJ does not know. The sentence names the points to look at by their numbers, from 1.
    ///
    /// @param before may be null: a fit whose projection is taken again where it is the same, as while a point of the
    /// picture is dragged. To make it takes most of the time.
    [[nodiscard]] static Result<ScanFit> fitted(const ScanPlacing &placing, const ScanFit *before = nullptr);

    /// None where the projection, or the transformation, has no point.
    [[nodiscard]] std::optional<LonLat> placeOf(QPointF pixel) const;
    [[nodiscard]] std::optional<QPointF> pixelOf(LonLat place) const;

    /// One for each point of the placing, also those that are not enabled; none where it has no place by the fit.
    [[nodiscard]] const std::vector<std::optional<PointError>> &errors() const { return m_errors; }
    /// The root of the mean square of the errors of the enabled points.
    [[nodiscard]] const PointError &rootMeanSquare() const { return m_rootMeanSquare; }
    /// The projection in which the transformation is made.
    [[nodiscard]] const Projection &projection() const { return *m_projection; }

private:
    friend std::vector<std::optional<PointError>> errorsLeavingOneOut(const ScanPlacing &placing);

    ScanFit(std::shared_ptr<const Projection> projection, std::shared_ptr<const PlaneFit> fit);
    [[nodiscard]] std::optional<PointError> errorOf(const ControlPoint &point) const;

    std::shared_ptr<const Projection> m_projection;
    std::shared_ptr<const PlaneFit> m_fit;
    std::vector<std::optional<PointError>> m_errors;
    PointError m_rootMeanSquare;
};

/// How far each enabled point lies from where the others alone put it: what a wrong point cannot hide, even from a spline.
///
/// None for other points, and where the others do not suffice. It takes as many fits as there are points.
[[nodiscard]] std::vector<std::optional<PointError>> errorsLeavingOneOut(const ScanPlacing &placing);

/// The root of the mean square of @p errors, as far as there are any.
[[nodiscard]] PointError rootMeanSquareOf(std::span<const std::optional<PointError>> errors);

} // namespace dateline
