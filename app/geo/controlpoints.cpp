#include "geo/controlpoints.h"

#include "geo/geodesy.h"
#include "geo/planefit.h"
#include "geo/projectionchoice.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace dateline
{

namespace
{

struct ControlPointsText
{
    Q_DECLARE_TR_FUNCTIONS(ControlPoints)
};

/// The box around the enabled points, which may lie on both sides of the antimeridian.
LonLatBox boxOfPoints(const ScanPlacing &placing)
{
    std::optional<LonLatBox> box;
    double first = 0;
    for (const ControlPoint &point : placing.points) {
        if (!point.enabled)
            continue;
        if (!box)
            first = point.place.lon;
        const LonLat near{first + std::remainder(point.place.lon - first, 360), point.place.lat};
        box = box ? box->including(near) : LonLatBox{near.lon, near.lat, near.lon, near.lat};
    }
    return box.value_or(LonLatBox{});
}

using SharedProjection = std::shared_ptr<const Projection>;

Result<SharedProjection> fitPlaneOf(const ScanPlacing &placing, const SharedProjection &before = nullptr)
{
    const QString text = placing.projection.isEmpty() ? fittingText(boxOfPoints(placing)) : placing.projection;
    if (before && before->definition() == text)
        return before;
    return Projection::fromText(text).transform(
        [](const Projection &projection) { return std::make_shared<const Projection>(projection); });
}

/// Two enabled points at one pixel or one place, which would have to be in two spots at once.
std::optional<QString> doublesIn(const ScanPlacing &placing)
{
    for (std::size_t i = 0; i < placing.points.size(); ++i) {
        for (std::size_t j = i + 1; j < placing.points.size(); ++j) {
            const ControlPoint &a = placing.points[i];
            const ControlPoint &b = placing.points[j];
            if (!a.enabled || !b.enabled)
                continue;
            constexpr double nearPx = 1e-3;
            constexpr double nearDegrees = 1e-8; // A millimetre.
            const QPointF apart = a.pixel - b.pixel;
            if (std::abs(apart.x()) < nearPx && std::abs(apart.y()) < nearPx)
                return ControlPointsText::tr("Points %1 and %2 are one spot of the picture: delete one of them")
                    .arg(i + 1)
                    .arg(j + 1);
            if (std::abs(a.place.lon - b.place.lon) < nearDegrees && std::abs(a.place.lat - b.place.lat) < nearDegrees)
                return ControlPointsText::tr("Points %1 and %2 are one place on the earth: delete one of them")
                    .arg(i + 1)
                    .arg(j + 1);
        }
    }
    return std::nullopt;
}

/// The enabled points but that of the number @p left.
Result<std::vector<PlanePair>> pairsOf(const ScanPlacing &placing, const Projection &plane,
                                       std::optional<std::size_t> left = {})
{
    std::vector<PlanePair> pairs;
    for (std::size_t i = 0; i < placing.points.size(); ++i) {
        const ControlPoint &point = placing.points[i];
        if (!point.enabled || left == i)
            continue;
        const std::optional<QPointF> metres = plane.metresFromLonLat(point.place);
        if (!metres)
            return failure(Error::Kind::Malformed,
                           ControlPointsText::tr("Point %1 has no place in the projection %2: check its position")
                               .arg(i + 1)
                               .arg(plane.name()));
        pairs.push_back({point.pixel, *metres});
    }
    return pairs;
}

QString tooFew(const ScanPlacing &placing, std::size_t count)
{
    return ControlPointsText::tr("%1 needs %2 points, and there are %3: set more, or choose another transformation")
        .arg(nameOf(placing.transformation))
        .arg(leastPoints(placing.transformation))
        .arg(count);
}

QString undetermined(const ScanPlacing &placing)
{
    return ControlPointsText::tr("%1 cannot be told from these points, which lie too near to one line: set one away "
                                 "from it")
        .arg(nameOf(placing.transformation));
}

} // namespace

QString nameOf(ScanTransformation transformation)
{
    switch (transformation) {
    case ScanTransformation::Similarity: return ControlPointsText::tr("Similarity (Helmert)");
    case ScanTransformation::Affine: return ControlPointsText::tr("Affine");
    case ScanTransformation::Polynomial2: return ControlPointsText::tr("Polynomial of the 2nd order");
    case ScanTransformation::Polynomial3: return ControlPointsText::tr("Polynomial of the 3rd order");
    case ScanTransformation::ThinPlateSpline: return ControlPointsText::tr("Thin plate spline");
    case ScanTransformation::Projective: return ControlPointsText::tr("Projective");
    }
    return {};
}

int leastPoints(ScanTransformation transformation)
{
    switch (transformation) {
    case ScanTransformation::Similarity: return 2;
    case ScanTransformation::Affine: return 3;
    case ScanTransformation::Polynomial2: return 6;
    case ScanTransformation::Polynomial3: return 10;
    case ScanTransformation::ThinPlateSpline: return 3;
    case ScanTransformation::Projective: return 4;
    }
    return 0;
}

QString purposeOf(ScanTransformation transformation)
{
    switch (transformation) {
    case ScanTransformation::Similarity:
        return ControlPointsText::tr("Moves, turns and scales a true map or a plan; needs 2 points");
    case ScanTransformation::Affine:
        return ControlPointsText::tr("Also evens out paper that has stretched in one direction; needs 3 points that do "
                                     "not lie on one line");
    case ScanTransformation::Polynomial2:
        return ControlPointsText::tr("Bends a map of another projection, or creased paper, a little; needs 6 points "
                                     "all over the picture");
    case ScanTransformation::Polynomial3:
        return ControlPointsText::tr("Bends more, and may run wild beyond the points; needs 10 points all over the "
                                     "picture");
    case ScanTransformation::ThinPlateSpline:
        return ControlPointsText::tr(
            "Goes through every point exactly, right or wrong, for sketches and warped sheets; "
            "needs 3 points, better 10 or more");
    case ScanTransformation::Projective:
        return ControlPointsText::tr("Straightens a map that was photographed aslant; needs 4 points, no three of them "
                                     "on one line");
    }
    return {};
}

ScanFit::ScanFit(std::shared_ptr<const Projection> projection, std::shared_ptr<const PlaneFit> fit)
    : m_projection(std::move(projection))
    , m_fit(std::move(fit))
{
}

Result<ScanFit> ScanFit::fitted(const ScanPlacing &placing, const ScanFit *before)
{
    const auto malformed = [](const QString &sentence) { return failure(Error::Kind::Malformed, sentence); };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(placing.points, &ControlPoint::enabled));
    if (count < static_cast<std::size_t>(leastPoints(placing.transformation)))
        return malformed(tooFew(placing, count));
    if (const std::optional<QString> doubles = doublesIn(placing))
        return malformed(*doubles);
    Result<SharedProjection> plane = fitPlaneOf(placing, before != nullptr ? before->m_projection : nullptr);
    if (!plane)
        return std::unexpected(plane.error());
    const Result<std::vector<PlanePair>> pairs = pairsOf(placing, **plane);
    if (!pairs)
        return std::unexpected(pairs.error());
    std::shared_ptr<const PlaneFit> fit = PlaneFit::fitted(placing.transformation, *pairs);
    if (!fit)
        return malformed(undetermined(placing));
    ScanFit made(std::move(*plane), std::move(fit));
    std::vector<std::optional<PointError>> enabled;
    for (const ControlPoint &point : placing.points) {
        made.m_errors.push_back(made.errorOf(point));
        if (!point.enabled)
            continue;
        if (!made.m_errors.back())
            return malformed(undetermined(placing));
        enabled.push_back(made.m_errors.back());
    }
    made.m_rootMeanSquare = rootMeanSquareOf(enabled);
    return made;
}

std::optional<LonLat> ScanFit::placeOf(QPointF pixel) const
{
    const std::optional<QPointF> metres = m_fit->forward(pixel);
    return metres ? m_projection->lonLatFromMetres(*metres) : std::nullopt;
}

std::optional<QPointF> ScanFit::pixelOf(LonLat place) const
{
    const std::optional<QPointF> metres = m_projection->metresFromLonLat(place);
    return metres ? m_fit->back(*metres) : std::nullopt;
}

std::optional<PointError> ScanFit::errorOf(const ControlPoint &point) const
{
    const std::optional<QPointF> pixel = pixelOf(point.place);
    const std::optional<LonLat> place = placeOf(point.pixel);
    if (!pixel || !place)
        return std::nullopt;
    const QPointF apart = *pixel - point.pixel;
    return PointError{std::hypot(apart.x(), apart.y()), distanceMetres(*place, point.place)};
}

std::vector<std::optional<PointError>> errorsLeavingOneOut(const ScanPlacing &placing)
{
    std::vector<std::optional<PointError>> errors(placing.points.size());
    const auto least = static_cast<std::size_t>(leastPoints(placing.transformation));
    Result<SharedProjection> plane = fitPlaneOf(placing);
    if (!plane || doublesIn(placing))
        return errors;
    ScanFit others(std::move(*plane), nullptr);
    for (std::size_t i = 0; i < errors.size(); ++i) {
        if (!placing.points[i].enabled)
            continue;
        const Result<std::vector<PlanePair>> pairs = pairsOf(placing, *others.m_projection, i);
        if (!pairs || pairs->size() < least)
            continue;
        others.m_fit = PlaneFit::fitted(placing.transformation, *pairs);
        if (others.m_fit)
            errors[i] = others.errorOf(placing.points[i]);
    }
    return errors;
}

PointError rootMeanSquareOf(std::span<const std::optional<PointError>> errors)
{
    PointError sum;
    int count = 0;
    for (const std::optional<PointError> &error : errors) {
        if (!error)
            continue;
        sum.pixels += error->pixels * error->pixels;
        sum.metres += error->metres * error->metres;
        ++count;
    }
    return count == 0 ? PointError{} : PointError{std::sqrt(sum.pixels / count), std::sqrt(sum.metres / count)};
}

} // namespace dateline
