#include "ui/provincelayer.h"

#include "base/sharedfile.h"
#include "map/classes.h"
#include "map/provinceshapes.h"

#include <QLocale>
#include <QPainter>
#include <QPointer>

#include <algorithm>
#include <numeric>

namespace dateline
{

namespace
{

constexpr int mostClasses = 6;
constexpr int locatePriority = 1;

/// @param colours of each province; not valid where none is drawn.
QImage paintedProvinces(const Provinces &provinces, const std::vector<QColor> &colours, const Viewport &viewport,
                        double ratio, const Theme &theme)
{
    QImage image((viewport.sizePx() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.land, 0.7));
    for (const ProvinceShape &shape : provinceShapes(provinces, viewport, ratio)) {
        if (!colours[shape.province].isValid())
            continue;
        painter.setBrush(colours[shape.province]);
        painter.drawPath(shape.path);
    }
    return image;
}

/// The median of those above 0; 0 if none is.
double middleOf(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return value <= 0; });
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace

ProvinceLayer::ProvinceLayer(QQuickItem *parent)
    : PictureLayer(parent)
{
    connect(this, &PictureLayer::partsChanged, this, &ProvinceLayer::locate);
}

void ProvinceLayer::setIncidents(IncidentListModel *incidents)
{
    m_incidents = incidents;
    connect(incidents, &IncidentListModel::incidentsChanged, this, [this] {
        ++m_changes;
        m_provinceOf.clear();
        locate();
    });
    connect(incidents, &IncidentListModel::shownChanged, this, &ProvinceLayer::count);
    Q_EMIT partsChanged();
}

void ProvinceLayer::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    setVisible(active);
    locate();
    count();
    Q_EMIT activeChanged();
}

void ProvinceLayer::setPerArea(bool perArea)
{
    if (perArea == m_perArea)
        return;
    m_perArea = perArea;
    count();
    Q_EMIT activeChanged();
}

// Opens the provinces if that has not been done, and tells in which each incident lies; both in a worker.
void ProvinceLayer::locate()
{
    if (!m_active || m_locating || !m_provinceOf.empty() || !m_incidents || !source() || m_incidents->total() == 0)
        return;
    m_locating = true;
    const IncidentColumns &all = m_incidents->columns();
    IncidentColumns columns;
    columns.id = all.id;
    columns.x = all.x;
    columns.y = all.y;
    columns.precision = all.precision;
    columns.flags = all.flags;
    source()->start(
        [guard = QPointer(this), source = source(), provinces = m_provinces, columns = std::move(columns),
         turn = m_changes]() mutable {
            if (!provinces) {
                Result<std::shared_ptr<const Provinces>> opened =
                    Provinces::open(sharedFile(QStringLiteral("base.gpkg")));
                if (!opened) {
                    QMetaObject::invokeMethod(source, [guard, source, error = opened.error()] {
                        if (guard)
                            guard->m_locating = false;
                        Q_EMIT source->failed(error.message);
                    });
                    return;
                }
                provinces = *opened;
            }
            QMetaObject::invokeMethod(source, [guard, provinces, found = provinces->of(columns), turn]() mutable {
                if (!guard)
                    return;
                guard->m_locating = false;
                guard->m_provinces = std::move(provinces);
                if (turn == guard->m_changes)
                    guard->m_provinceOf = std::move(found);
                guard->locate();
                guard->count();
            });
        },
        locatePriority);
}

void ProvinceLayer::count()
{
    // What was counted last stands until incidents that have changed are found again.
    if (!m_active || !m_incidents || (m_locating && m_incidents->total() > 0))
        return;
    m_scale = {};
    m_counts.clear();
    m_values.clear();
    if (m_provinces && m_incidents->total() > 0 && look()) {
        m_counts = countIn(m_provinceOf, m_incidents->table().hidden(), m_provinces->all().size());
        m_values.assign(m_counts.begin(), m_counts.end());
        if (m_perArea) {
            for (std::size_t i = 0; i < m_values.size(); ++i)
                m_values[i] /= m_provinces->all()[i].squareKm;
            m_unit = areaUnitFor(middleOf(m_values));
            std::ranges::for_each(m_values, [this](double &value) { value *= m_unit; });
        }
        m_scale = ClassScale(classBreaks(m_values, mostClasses),
                             m_perArea ? ClassScale::Values::Real : ClassScale::Values::Whole, look()->theme());
    }
    if (m_counts.empty())
        clear();
    else
        invalidate();
    Q_EMIT countsChanged();
}

std::function<QImage()> ProvinceLayer::painting(const Viewport &viewport, double pixelRatio) const
{
    if (!m_active || m_counts.empty())
        return {};
    std::vector<QColor> colours(m_values.size());
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (const auto index = m_scale.classOf(m_values[i]))
            colours[i] = m_scale.colour(*index);
    }
    return [provinces = m_provinces, colours = std::move(colours), viewport, pixelRatio, theme = look()->theme()] {
        return paintedProvinces(*provinces, colours, viewport, pixelRatio, theme);
    };
}

QString ProvinceLayer::legendTitle() const
{
    if (!m_active)
        return {};
    if (m_counts.empty())
        return m_locating ? tr("Counting by province…") : QString();
    return m_perArea ? tr("%1, by province").arg(perAreaText(m_unit)) : tr("Incidents by province");
}

QString ProvinceLayer::legendNote() const
{
    if (m_counts.empty())
        return {};
    const std::uint32_t placed = std::reduce(m_counts.begin(), m_counts.end());
    const int others = m_incidents->count() - static_cast<int>(placed);
    if (others == 0)
        return {};
    return others == 1 ? tr("1 without a known province") : tr("%L1 without a known province").arg(others);
}

QColor ProvinceLayer::legendColour(int index) const
{
    return m_scale.colour(static_cast<std::size_t>(index));
}

QString ProvinceLayer::textAt(QPointF pixel) const
{
    if (!m_active || m_counts.empty() || !camera())
        return {};
    const std::optional<LonLat> at = camera()->viewport().lonLatFromPixel(pixel);
    const std::uint16_t number = at ? m_provinces->at(fixedFromLonLat(*at)) : Provinces::none;
    if (number == Provinces::none)
        return {};
    const Province &province = m_provinces->all()[number];
    const std::uint32_t count = m_counts[number];
    const QString name = province.name.isEmpty() ? province.country : tr("%1, %2").arg(province.name, province.country);
    const QString counted = count == 1 ? tr("1 incident") : tr("%L1 incidents").arg(count);
    if (!m_perArea || count == 0)
        return tr("%1: %2").arg(name, counted);
    return tr("%1: %2, %3 per %4 km²").arg(name, counted, numberText(m_values[number]), numberText(m_unit));
}

} // namespace dateline
