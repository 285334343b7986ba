#include "ui/timelineitem.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dateline
{

namespace
{

using namespace std::chrono_literals;

constexpr double axisHeightPx = 24; ///< For the words under the axis.
constexpr double binPx = 8;
constexpr double topPx = 8;

UtcMinute dayBegin(UtcMinute time)
{
    return std::chrono::floor<std::chrono::days>(time);
}

QString formatted(UtcMinute time, const QString &format)
{
    return QLocale::c().toString(dateTimeFromUtc(time), format);
}

// Steps between axis words: enough room for each, and units that people count in.
std::chrono::minutes tickFor(std::chrono::minutes span, double width)
{
    constexpr double wordPx = 84;
    const double most = std::max(1.0, width / wordPx);
    for (const std::chrono::minutes tick : {60min, 180min, 360min, 720min, 1440min, 2 * 1440min, 7 * 1440min,
                                            14 * 1440min, 30 * 1440min, 91 * 1440min, 365 * 1440min, 1826 * 1440min}) {
        if (static_cast<double>(span / tick) <= most)
            return tick;
    }
    return 3652 * 1440min;
}

} // namespace

TimelineItem::TimelineItem(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
}

void TimelineItem::setIncidents(IncidentListModel *incidents)
{
    m_incidents = incidents;
    connect(incidents, &IncidentListModel::shownChanged, this, &TimelineItem::rebuild);
    rebuild();
    Q_EMIT partsChanged();
}

void TimelineItem::setSelection(Selection *selection)
{
    m_selection = selection;
    connect(selection, &Selection::changed, this, &TimelineItem::markSelected);
    Q_EMIT partsChanged();
}

void TimelineItem::setLook(Look *look)
{
    m_look = look;
    connect(look, &Look::changed, this, [this] { update(); });
    Q_EMIT partsChanged();
}

void TimelineItem::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickPaintedItem::geometryChange(newGeometry, oldGeometry);
    rebuild();
}

void TimelineItem::rebuild()
{
    m_bins.clear();
    m_undated = 0;
    m_tallest = 1;
    m_first = m_last = {};
    if (!m_incidents)
        return;
    const IncidentColumns &columns = m_incidents->columns();
    const auto timeOf = [&columns](std::size_t row) { return UtcMinute(std::chrono::minutes(columns.begin[row])); };
    bool any = false;
    for (std::size_t row = 0; row < columns.size(); ++row) {
        if (!columns.has(row, IncidentColumns::HasTime))
            continue;
        m_first = any ? std::min(m_first, timeOf(row)) : timeOf(row);
        m_last = any ? std::max(m_last, timeOf(row)) : timeOf(row);
        any = true;
    }
    if (any) {
        m_first = dayBegin(m_first);
        m_last = dayBegin(m_last) + 24h;
        m_bins.resize(static_cast<std::size_t>(std::max(1.0, width() / binPx)));
        m_step = std::max<std::chrono::minutes>(60min, (m_last - m_first) / 96);
    }
    IncidentFilter kindsOnly = m_incidents->filter();
    kindsOnly.begin.reset();
    kindsOnly.end.reset();
    const ColumnFilter filter(kindsOnly, columns);
    for (std::size_t row = 0; row < columns.size(); ++row) {
        if (!filter.shows(row))
            continue;
        if (!columns.has(row, IncidentColumns::HasTime))
            ++m_undated;
        else
            ++m_bins[binAt(timeOf(row))].counts.at(columns.kind[row]);
    }
    for (const Bin &bin : m_bins)
        m_tallest = std::max(m_tallest, std::accumulate(bin.counts.begin(), bin.counts.end(), 0));
    markSelected();
    update();
    Q_EMIT timesChanged();
}

void TimelineItem::markSelected()
{
    for (Bin &bin : m_bins)
        bin.selected = false;
    const IncidentEntry *entry = m_selection && m_incidents ? m_incidents->find(m_selection->stop().incident) : nullptr;
    if (entry && entry->incident.when && !m_bins.empty())
        m_bins[binAt(entry->incident.when->span.begin)].selected = true;
    update();
}

double TimelineItem::xFromTime(UtcMinute time) const
{
    const auto span = static_cast<double>((m_last - m_first).count());
    return span > 0 ? static_cast<double>((time - m_first).count()) / span * width() : 0;
}

UtcMinute TimelineItem::timeFromX(double x) const
{
    const double part = width() > 0 ? std::clamp(x / width(), 0.0, 1.0) : 0;
    return m_first + std::chrono::minutes(std::llround(part * static_cast<double>((m_last - m_first).count())));
}

UtcMinute TimelineItem::onStep(UtcMinute time) const
{
    const std::int64_t steps =
        std::llround(static_cast<double>((time - m_first).count()) / static_cast<double>(m_step.count()));
    return std::min(m_last, m_first + steps * m_step);
}

std::size_t TimelineItem::binAt(UtcMinute time) const
{
    const auto bin = static_cast<std::size_t>(std::max(0.0, xFromTime(time) / binPx));
    return std::min(bin, m_bins.size() - 1);
}

bool TimelineItem::isBrushed() const
{
    return m_incidents && m_incidents->isTimeFiltered();
}

double TimelineItem::brushX() const
{
    return isBrushed() ? xFromTime(m_incidents->filter().begin.value_or(m_first)) : 0;
}

double TimelineItem::brushWidth() const
{
    return isBrushed() ? xFromTime(m_incidents->filter().end.value_or(m_last)) - brushX() : 0;
}

void TimelineItem::setRange(UtcMinute begin, UtcMinute end)
{
    IncidentFilter filter = m_incidents->filter();
    filter.begin = std::clamp(begin, m_first, m_last - m_step);
    filter.end = std::clamp(end, *filter.begin + m_step, m_last);
    m_incidents->setFilter(filter);
}

void TimelineItem::brush(double from, double to)
{
    if (hasTimes())
        setRange(onStep(timeFromX(std::min(from, to))), onStep(timeFromX(std::max(from, to))));
}

void TimelineItem::moveBrush(int steps)
{
    if (!hasTimes())
        return;
    const IncidentFilter &filter = m_incidents->filter();
    const UtcMinute begin = filter.begin.value_or(m_first);
    const UtcMinute end = filter.end.value_or(isBrushed() ? m_last : onStep(m_first + (m_last - m_first) / 4));
    const std::chrono::minutes by =
        isBrushed() ? std::clamp<std::chrono::minutes>(steps * m_step, m_first - begin, m_last - end) : 0min;
    setRange(begin + by, end + by);
}

void TimelineItem::moveBrushEnd(int steps)
{
    if (isBrushed())
        setRange(m_incidents->filter().begin.value_or(m_first),
                 m_incidents->filter().end.value_or(m_last) + steps * m_step);
}

void TimelineItem::dragBrush(double fromX, double byPx)
{
    if (!isBrushed())
        return;
    const double kept = brushWidth();
    const double left = std::clamp(fromX + byPx, 0.0, width() - kept);
    const UtcMinute begin = onStep(timeFromX(left));
    const IncidentFilter &filter = m_incidents->filter();
    setRange(begin, begin + (filter.end.value_or(m_last) - filter.begin.value_or(m_first)));
}

void TimelineItem::clearBrush()
{
    if (m_incidents)
        m_incidents->showAllTimes();
}

QString TimelineItem::rangeText() const
{
    if (!hasTimes())
        return tr("No times yet");
    if (!isBrushed())
        return tr("%1, UTC").arg(textFromSpan({m_first, m_last, TimePrecision::Week}));
    const IncidentFilter &filter = m_incidents->filter();
    const QString format = QStringLiteral("d MMM HH:mm");
    return tr("%1 – %2 UTC")
        .arg(formatted(filter.begin.value_or(m_first), format), formatted(filter.end.value_or(m_last), format));
}

QString TimelineItem::undatedText() const
{
    if (m_undated == 0)
        return {};
    return m_undated == 1 ? tr("1 with no time") : tr("%1 with no time").arg(m_undated);
}

void TimelineItem::paint(QPainter *painter)
{
    if (!m_look || !hasTimes())
        return;
    paintAxis(*painter);
    paintBars(*painter);
}

void TimelineItem::paintAxis(QPainter &painter) const
{
    const Theme &theme = m_look->theme();
    const double base = std::floor(height() - axisHeightPx) + 0.5;
    painter.setPen(QPen(theme.hairline, 1));
    painter.drawLine(QPointF(0, base), QPointF(width(), base));
    painter.setFont(interfaceFont(12, false));
    const std::chrono::minutes tick = tickFor(m_last - m_first, width());
    for (UtcMinute time = m_first; time < m_last; time += tick) {
        const double x = std::floor(xFromTime(time)) + 0.5;
        const bool midnight = dayBegin(time) == time;
        painter.setPen(QPen(theme.hairline, 1));
        painter.drawLine(QPointF(x, midnight ? topPx : base), QPointF(x, base + 4));
        painter.setPen(theme.mutedInk);
        const QString words = tick >= 300 * 24h ? formatted(time, QStringLiteral("yyyy"))
            : midnight                          ? formatted(time, QStringLiteral("d MMM"))
                                                : formatted(time, QStringLiteral("HH:mm"));
        painter.drawText(QPointF(x + (midnight ? 0 : -14), height() - 5), words);
    }
}

void TimelineItem::paintBars(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Theme &theme = m_look->theme();
    const double base = std::floor(height() - axisHeightPx);
    // One incident alone is a low bar, not a tower.
    const double unit = (base - topPx) / std::max(m_tallest, 3);
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        double top = base;
        for (std::size_t kind = 0; kind < kindCount; ++kind) {
            const int count = m_bins[i].counts.at(kind);
            if (count == 0)
                continue;
            const double tall = count * unit;
            painter.setBrush(colourOf(static_cast<Kind>(kind), theme));
            painter.drawRect(
                QRectF(static_cast<double>(i) * binPx + 1, top - tall, binPx - 2, tall - (top < base ? 1 : 0)));
            top -= tall;
        }
        if (m_bins[i].selected) {
            painter.setBrush(theme.accent);
            painter.drawEllipse(QPointF((static_cast<double>(i) + 0.5) * binPx, base + 4), 2.5, 2.5);
        }
    }
}

} // namespace dateline
