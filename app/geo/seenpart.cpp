#include "geo/seenpart.h"

#include "geo/viewgrid.h"

#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace dateline
{

namespace
{

constexpr int looks = 24; // Across and down the view, to find what it shows.
constexpr std::size_t lookColumns = looks + 1;

QRectF including(const QRectF &box, QPointF at)
{
    return QRectF(QPointF(std::min(box.left(), at.x()), std::min(box.top(), at.y())),
                  QPointF(std::max(box.right(), at.x()), std::max(box.bottom(), at.y())));
}

bool isWebMercator(const Projection &projection)
{
    return projection.definition() == QLatin1StringView("EPSG:3857");
}

/// A spot of the view; none outside the earth’s image.
using Look = std::optional<QPointF>;

/// The degrees of the spots of @p shown, row by row, around the @p middle meridian.
std::vector<Look> looksInto(const QRectF &shown, const Projection &projection, double middle, double metresPerPixel)
{
    std::vector<Look> degrees;
    for (int row = 0; row <= looks; ++row) {
        for (int column = 0; column <= looks; ++column) {
            const QPointF metres(shown.left() + shown.width() * column / looks,
                                 shown.top() + shown.height() * row / looks);
            // A view of Mercator may begin in one copy of the world and end in the next.
            const std::optional<LonLat> place = isWebMercator(projection)
                ? projection.lonLatFromMetres(metres)
                : shownPlace(projection, metres, metresPerPixel);
            degrees.push_back(std::nullopt);
            if (!place)
                continue;
            const double lon =
                isWebMercator(projection) ? place->lon : middle + std::remainder(place->lon - middle, 360);
            degrees.back() = QPointF(lon, place->lat);
        }
    }
    return degrees;
}

/// Widens what was seen by poles in view, or to all where the earth’s edge is, and takes away what the plane has not.
void lookAround(SeenPart &seen, const QRectF &shown, const Projection &projection, double middle, bool isEdgeShown)
{
    bool isPoleShown = false;
    std::array<double, 2> most{-90, 90};
    for (double &pole : most) {
        const std::optional<QPointF> at = projection.metresFromLonLat({middle, pole});
        if (!isWebMercator(projection) && at && shown.contains(*at)) {
            isPoleShown = true;
            seen.degrees = including(seen.degrees, {middle, pole});
        }
        constexpr double farAway = 1e8; // metres; some planes have no poles.
        if (!at || std::abs(at->y()) > farAway)
            pole = std::copysign(89.5, pole);
    }
    constexpr double almost = 180 - 1e-7; // Exactly there PROJ may take the other side.
    const double half = isWebMercator(projection) ? 360 : almost;
    QRectF &box = seen.degrees;
    if (isEdgeShown)
        box = QRectF(QPointF(middle - half, -90), QPointF(middle + half, 90));
    else if (isPoleShown)
        box = QRectF(QPointF(middle - half, box.top()), QPointF(middle + half, box.bottom()));
    box = QRectF(QPointF(std::max(box.left(), middle - half), std::max(box.top(), most[0])),
                 QPointF(std::min(box.right(), middle + half), std::min(box.bottom(), most[1])));
    seen.isUncut = (isPoleShown || isEdgeShown) && !projection.rim().empty();
}

/// The turn round the world that @p degrees lie in.
int turnOf(QPointF degrees)
{
    return static_cast<int>(std::floor((degrees.x() + 180) / 360));
}

/// @param degrees of the spots. @param spacingPx between them.
void lookNear(SeenPart &seen, const std::vector<Look> &degrees, OGRCoordinateTransformation *fromDegrees,
              QSizeF spacingPx)
{
    std::vector<Look> units = degrees;
    std::map<int, QRectF> boxes; // By the turn round the world that they lie in.
    for (Look &at : units) {
        if (!at || fromDegrees == nullptr)
            continue;
        const int turn = turnOf(*at);
        if (fromDegrees->Transform(1, &at->rx(), &at->ry()) == FALSE) {
            at.reset();
            continue;
        }
        const auto [box, isNew] = boxes.try_emplace(turn, *at, QSizeF());
        if (!isNew)
            box->second = including(box->second, *at);
    }
    double widest = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        for (const std::size_t beside : {i + 1, i + lookColumns}) {
            const bool isBeside = beside < units.size() && (beside != i + 1 || beside % lookColumns != 0);
            if (!isBeside || !units[i] || !units[beside]
                || (fromDegrees != nullptr && turnOf(*degrees[i]) != turnOf(*degrees[beside])))
                continue;
            const QPointF way = *units[beside] - *units[i];
            const double length = std::hypot(way.x(), way.y());
            widest = std::max(widest, length);
            const double perPixel = length / (beside == i + 1 ? spacingPx.width() : spacingPx.height());
            if (perPixel > 0)
                seen.unitsPerPixel = seen.unitsPerPixel > 0 ? std::min(seen.unitsPerPixel, perPixel) : perPixel;
        }
    }
    // A plane that goes on over the antimeridian is one all the same.
    for (const auto &[turn, box] : boxes) {
        QRectF wider = box.adjusted(-widest, -widest, widest, widest);
        std::erase_if(seen.near, [&wider](const QRectF &other) {
            const bool isOne = boxesMeet(wider, other);
            if (isOne)
                wider |= other;
            return isOne;
        });
        seen.near.push_back(wider);
    }
}

} // namespace

QRectF boxAround(std::span<const QPointF> points)
{
    QRectF box(points.front(), QSizeF());
    for (const QPointF at : points)
        box = including(box, at);
    return box;
}

bool boxesMeet(const QRectF &a, const QRectF &b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

bool boxHolds(const QRectF &outer, const QRectF &inner)
{
    return inner.left() >= outer.left() && inner.right() <= outer.right() && inner.top() >= outer.top()
        && inner.bottom() <= outer.bottom();
}

SeenPart seenPartOf(const OverlayView &view, const Projection &projection, OGRCoordinateTransformation *fromDegrees,
                    double sparePx)
{
    const double step = view.metresPerPixel();
    const double spare = sparePx * step;
    const QRectF shown = view.metres.adjusted(-spare, -spare, spare, spare);
    const double middle = isWebMercator(projection) ? projection.lonLatFromMetres(view.metres.center())->lon
                                                    : projection.centralMeridian();
    const std::vector<Look> degrees = looksInto(shown, projection, middle, step);
    SeenPart seen;
    std::optional<QRectF> box;
    for (const Look &at : degrees) {
        if (at)
            box = box ? including(*box, *at) : QRectF(*at, QSizeF());
    }
    if (!box)
        return seen;
    // Between two spots the view may reach a little further.
    const QSizeF between = box->size() / looks;
    seen.degrees = box->adjusted(-between.width(), -between.height(), between.width(), between.height());
    lookAround(seen, shown, projection, middle, std::ranges::contains(degrees, Look()));
    lookNear(seen, degrees, fromDegrees, shown.size() / looks / step);
    return seen;
}

} // namespace dateline
