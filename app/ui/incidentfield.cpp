#include "ui/incidentfield.h"

#include "map/classes.h"
#include "map/points.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace dateline
{

namespace
{

constexpr int mostClasses = 6;

struct FieldText
{
    Q_DECLARE_TR_FUNCTIONS(IncidentField)
};

} // namespace

void IncidentField::clear()
{
    m_image = {};
    m_limits.clear();
    m_colours.clear();
}

std::uint32_t IncidentField::paint(Kind kind, const IncidentTable &table, const Viewport &viewport, double pixelRatio,
                                   const Theme &theme)
{
    clear();
    if (kind == Kind::Points) {
        m_box = QRectF(QPointF(), viewport.sizePx());
        return paintPoints(m_image, table, viewport, pixelRatio, theme);
    }
    const DensityGrid grid = densityIn(table, viewport);
    m_box = grid.box;
    m_sideMetres = grid.sideMetres;
    const std::vector<double> counts(grid.counts.begin(), grid.counts.end());
    m_limits = classBreaks(counts, mostClasses);
    const std::size_t classCount = m_limits.empty() ? 0 : m_limits.size() - 1;
    for (std::size_t i = 0; i < classCount; ++i)
        m_colours.push_back(classColour(i, classCount, theme));
    m_image = QImage(grid.across, grid.down, QImage::Format_RGBA8888_Premultiplied);
    m_image.fill(Qt::transparent);
    for (std::size_t i = 0; i < grid.counts.size(); ++i) {
        if (const auto index = classOf(m_limits, grid.counts[i]))
            m_image.setPixelColor(static_cast<int>(i) % grid.across, static_cast<int>(i) / grid.across,
                                  m_colours.at(*index));
    }
    return grid.total;
}

QString IncidentField::title() const
{
    if (m_limits.empty())
        return {};
    const bool inMetres = m_sideMetres < 1000;
    const double side = inMetres ? m_sideMetres : m_sideMetres / 1000;
    // Two digits: a square is not the same width all over the view.
    const double unit = std::pow(10, std::floor(std::log10(side)) - 1);
    const QString rounded = QLocale().toString(std::round(side / unit) * unit, 'f', unit < 1 ? 1 : 0);
    return FieldText::tr("Incidents per square of about %1")
        .arg(inMetres ? FieldText::tr("%1 m").arg(rounded) : FieldText::tr("%1 km").arg(rounded));
}

QStringList IncidentField::classes() const
{
    QStringList texts;
    for (std::size_t i = 0; i + 1 < m_limits.size(); ++i) {
        const auto first = static_cast<qint64>(m_limits[i]);
        const auto last = static_cast<qint64>(m_limits[i + 1]) - 1;
        texts.append(last > first ? FieldText::tr("%L1–%L2").arg(first).arg(last) : QLocale().toString(first));
    }
    return texts;
}

QColor IncidentField::colour(int index) const
{
    return m_colours.at(static_cast<std::size_t>(index));
}

} // namespace dateline
