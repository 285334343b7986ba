#pragma once

#include "map/classscale.h"
#include "map/incidenttable.h"
#include "map/viewport.h"

#include <QImage>

namespace dateline
{

/// Incidents that are too many for marks, as one picture: a dot for each, how many lie in squares, or a heat map.
class IncidentField
{
public:
    enum class Kind : std::uint8_t { Points, Density, Heat };

    /// Paints what @p table shows in @p viewport, for a screen of @p pixelRatio.
    ///
    /// @returns how many incidents lie in it.
    std::uint32_t paint(Kind kind, const IncidentTable &table, const Viewport &viewport, double pixelRatio,
                        const Theme &theme);
    void clear();

    [[nodiscard]] const QImage &image() const { return m_image; } ///< Null if there is nothing to draw.
    [[nodiscard]] const QRectF &box() const { return m_box; } ///< Where, in pixels of the view.

    [[nodiscard]] const ClassScale &scale() const { return m_scale; } ///< Empty without classes.
    [[nodiscard]] const QString &title() const { return m_title; } ///< Of the classes: what is counted.

private:
    std::uint32_t paintDensity(const IncidentTable &table, const Viewport &viewport, const Theme &theme);
    std::uint32_t paintHeat(const IncidentTable &table, const Viewport &viewport, const Theme &theme);

    QImage m_image;
    QRectF m_box;
    ClassScale m_scale;
    QString m_title;
};

} // namespace dateline
