#pragma once

#include "domain/incidentcolumns.h"
#include "map/theme.h"

#include <QImage>
#include <QPointF>
#include <QSizeF>

#include <optional>
#include <span>

namespace dateline
{

/// Where an incident was, or is about to be: a hollow mark that is no incident of the case yet, or any more.
struct Ghost
{
    enum class Sort : std::uint8_t {
        Added, ///< Will be at #to.
        Moved, ///< Was at #from, will be at #to.
        Removed ///< Was at #from, and will be nowhere.
    };

    FixedPosition from;
    FixedPosition to;
    Kind kind = Kind::NotStated;
    Sort sort = Sort::Added;
};

/// A Web Mercator view in the units of FixedPosition, for the hundred thousands.
class GhostView
{
public:
    GhostView(LonLat centre, double zoom, QSizeF sizePx);

    /// Where the view shows @p at, in the copy of the world nearest to its middle.
    [[nodiscard]] QPointF pixelOf(FixedPosition at) const
    {
        return {m_middle.x() + static_cast<double>(static_cast<std::int32_t>(at.x - m_centre.x)) * m_pixelsPerUnit,
                m_middle.y() + (static_cast<double>(at.y) - static_cast<double>(m_centre.y)) * m_pixelsPerUnit};
    }
    [[nodiscard]] QSizeF sizePx() const { return m_sizePx; }

private:
    QSizeF m_sizePx;
    QPointF m_middle;
    FixedPosition m_centre;
    double m_pixelsPerUnit;
};

/// Up to so many in view have lines and strokes; more are small rings alone, one where several would lie on each other.
inline constexpr std::size_t mostGhostsInFull = 1'500;

/// Paints those of @p ghosts that @p view shows: the old place as a hollow grey mark that a thin line joins to the new
/// one, what is added as a hollow mark in its kind's colour, what is removed struck through.
///
/// @param current the one that a person looks at, which stands out; past the end for none.
/// @returns null where there is nothing to see.
[[nodiscard]] QImage paintedGhosts(std::span<const Ghost> ghosts, std::size_t current, const GhostView &view,
                                   double pixelRatio, const Theme &theme);

} // namespace dateline
