#include "ui/incidentfield.h"

#include "map/classes.h"
#include "map/density.h"
#include "map/heatmap.h"
#include "map/points.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace dateline
{

namespace
{

constexpr int mostClasses = 6;

struct FieldText
{
    Q_DECLARE_TR_FUNCTIONS(IncidentField)
};

/// “12 km”, in two digits: a distance on the map is not the same all over the view.
QString distanceText(double metres)
{
    const bool inMetres = metres < 1000;
    const double distance = inMetres ? metres : metres / 1000;
    const double unit = std::pow(10, std::floor(std::log10(distance)) - 1);
    const QString rounded = QLocale().toString(std::round(distance / unit) * unit, 'f', unit < 1 ? 1 : 0);
    return inMetres ? FieldText::tr("%1 m").arg(rounded) : FieldText::tr("%1 km").arg(rounded);
}

} // namespace

void IncidentField::clear()
{
    m_image = {};
    m_scale = {};
    m_title.clear();
}

std::uint32_t IncidentField::paint(Kind kind, const IncidentTable &table, const Viewport &viewport, double pixelRatio,
                                   const Theme &theme)
{
    clear();
    m_box = QRectF(QPointF(), viewport.sizePx());
    switch (kind) {
    case Kind::Points: return paintPoints(m_image, table, viewport, pixelRatio, theme);
    case Kind::Density: return paintDensity(table, viewport, theme);
    case Kind::Heat: return paintHeat(table, viewport, theme);
    }
    return 0;
}

std::uint32_t IncidentField::paintDensity(const IncidentTable &table, const Viewport &viewport, const Theme &theme)
{
    const DensityGrid grid = densityIn(table, viewport);
    m_box = grid.box;
    const std::vector<double> counts(grid.counts.begin(), grid.counts.end());
    m_scale = ClassScale(classBreaks(counts, mostClasses), ClassScale::Values::Whole, theme);
    if (m_scale.isEmpty())
        return 0;
    m_title = FieldText::tr("Incidents per square of about %1").arg(distanceText(grid.sideMetres));
    m_image = QImage(grid.across, grid.down, QImage::Format_RGBA8888_Premultiplied);
    m_image.fill(Qt::transparent);
    for (std::size_t i = 0; i < grid.counts.size(); ++i) {
        if (const auto index = m_scale.classOf(grid.counts[i]))
            m_image.setPixelColor(static_cast<int>(i) % grid.across, static_cast<int>(i) / grid.across,
                                  m_scale.colour(*index));
    }
    return grid.total;
}

std::uint32_t IncidentField::paintHeat(const IncidentTable &table, const Viewport &viewport, const Theme &theme)
{
    HeatMap heat = heatIn(table, viewport);
    const float most = heat.perSquareKm.empty() ? 0 : std::ranges::max(heat.perSquareKm);
    if (most <= 0)
        return heat.total;
    const double unit = areaUnitFor(static_cast<double>(most) / 10);
    m_scale = ClassScale(roundLimits(static_cast<double>(most) * unit, mostClasses), ClassScale::Values::Real, theme);
    m_title = FieldText::tr("%1, evened out over %2").arg(perAreaText(unit), distanceText(heat.evenedMetres));
    std::array<float, mostClasses> limits{};
    std::array<std::uint32_t, mostClasses + 1> colours{};
    for (std::size_t i = 0; i < mostClasses; ++i) {
        limits.at(i) = static_cast<float>(m_scale.limits()[i] / unit);
        QImage pixel(1, 1, QImage::Format_RGBA8888_Premultiplied);
        pixel.setPixelColor(0, 0, m_scale.colour(i));
        std::memcpy(&colours.at(i + 1), pixel.constBits(), sizeof(std::uint32_t));
    }
    m_image = QImage(heat.across, heat.down, QImage::Format_RGBA8888_Premultiplied);
    const float *value = heat.perSquareKm.data();
    for (int y = 0; y < heat.down; ++y) {
        auto *line = reinterpret_cast<std::uint32_t *>(m_image.scanLine(y));
        for (int x = 0; x < heat.across; ++x, ++value) {
            std::size_t above = 0;
            for (const float limit : limits)
                above += *value >= limit ? 1U : 0U;
            line[x] = colours[above];
        }
    }
    return heat.total;
}

} // namespace dateline
