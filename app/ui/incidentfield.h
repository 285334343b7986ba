#pragma once

#include "map/density.h"
#include "map/theme.h"

#include <QImage>
#include <QStringList>

#include <vector>

namespace dateline
{

/// Incidents that are too many for marks, as one picture under them: a dot for each, or their density in classes.
class IncidentField
{
public:
    enum class Kind : std::uint8_t { Points, Density };

    /// Paints what @p table shows in @p viewport, for a screen of @p pixelRatio.
    ///
    /// @returns how many incidents lie in it.
    std::uint32_t paint(Kind kind, const IncidentTable &table, const Viewport &viewport, double pixelRatio,
                        const Theme &theme);
    void clear();

    [[nodiscard]] const QImage &image() const { return m_image; } ///< Null if there is nothing to draw.
    [[nodiscard]] const QRectF &box() const { return m_box; } ///< Where, in pixels of the view.

    [[nodiscard]] QString title() const; ///< “Incidents per square of about 12 km”; empty without classes.
    [[nodiscard]] QStringList classes() const; ///< “1–4”, the least first.
    [[nodiscard]] QColor colour(int index) const; ///< Of a class.

private:
    QImage m_image;
    QRectF m_box;
    double m_sideMetres = 0;
    std::vector<double> m_limits; ///< Of the classes, as classBreaks() gives them.
    std::vector<QColor> m_colours;
};

} // namespace dateline
