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
using std::chrono::minutes;

constexpr double axisHeightPx = 24; ///< For the words under the axis.
constexpr double barPx = 7;
constexpr double wordsPx = 84; ///< For the words at a tick.
constexpr double topPx = 8;
constexpr double spreadOpacity = 0.45;

std::optional<UtcMinute> &beginOf(IncidentFilter &filter, Clock clock)
{
    return clock == Clock::Happened ? filter.begin : filter.knownBegin;
}

std::optional<UtcMinute> &endOf(IncidentFilter &filter, Clock clock)
{
    return clock == Clock::Happened ? filter.end : filter.knownEnd;
}

IncidentFilter withoutClock(IncidentFilter filter, Clock clock)
{
    beginOf(filter, clock).reset();
    endOf(filter, clock).reset();
    return filter;
}

} // namespace

TimelineItem::TimelineItem(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
}

void TimelineItem::setIncidents(IncidentListModel *incidents)
{
    m_incidents = incidents;
    connect(incidents, &IncidentListModel::incidentsChanged, this, &TimelineItem::takeIncidents);
    connect(incidents, &IncidentListModel::supportsChanged, this, [this] {
        if (isByReport())
            takeIncidents();
    });
    connect(incidents, &IncidentListModel::shownChanged, this, [this] {
        // What the own clock hides stays in the picture: a drag of the brush changes no bar.
        if (m_incidents->table().changesBeside(partOf(m_clock)) != m_counted)
            rebuild();
        Q_EMIT timesChanged();
    });
    takeIncidents();
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

void TimelineItem::setByReport(bool byReport)
{
    if (byReport == isByReport())
        return;
    m_clock = byReport ? Clock::KnownAt : Clock::Happened;
    m_zoomed = false;
    takeIncidents();
}

void TimelineItem::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickPaintedItem::geometryChange(newGeometry, oldGeometry);
    if (m_extent)
        setAxis(m_zoomed ? TimeAxis(m_axis.begin(), m_axis.end(), width()) : wholeAxis());
}

std::optional<TimeSpan> TimelineItem::extent() const
{
    const std::optional<TimeSpan> times =
        m_clock == Clock::Happened ? m_incidents->extentInTime() : m_incidents->extentKnown();
    if (!times)
        return std::nullopt;
    return TimeSpan{std::chrono::floor<std::chrono::days>(times->begin),
                    std::chrono::ceil<std::chrono::days>(times->end), TimePrecision::Day};
}

TimeAxis TimelineItem::wholeAxis() const
{
    return {m_extent->begin, m_extent->end, width()};
}

void TimelineItem::takeIncidents()
{
    m_extent = extent();
    if (!m_extent) {
        m_zoomed = false;
        m_histogram = {};
        update();
        Q_EMIT timesChanged();
        return;
    }
    if (m_zoomed && (m_axis.end() <= m_extent->begin || m_axis.begin() >= m_extent->end))
        m_zoomed = false;
    setAxis(m_zoomed ? m_axis : wholeAxis());
}

void TimelineItem::setAxis(const TimeAxis &axis)
{
    m_axis = axis;
    m_bins = m_axis.bins(barPx);
    m_binning = TimeBinning(m_incidents->table(), m_clock, m_bins);
    rebuild();
    markSelected();
    Q_EMIT timesChanged();
}

void TimelineItem::rebuild()
{
    m_counted = m_incidents->table().changesBeside(partOf(m_clock));
    m_histogram = m_extent ? m_binning.histogramOf(m_incidents->table()) : Histogram();
    update();
}

void TimelineItem::markSelected()
{
    const IncidentEntry *entry = m_selection && m_incidents ? m_incidents->find(m_selection->stop().incident) : nullptr;
    m_selected = entry && entry->incident.when && m_clock == Clock::Happened
        ? std::optional(entry->incident.when->span.begin)
        : std::nullopt;
    update();
}

void TimelineItem::zoom(double factor, double x)
{
    if (!m_extent)
        return;
    const TimeAxis whole = wholeAxis();
    const TimeAxis axis = m_axis.zoomed(factor, x);
    m_zoomed = axis.end() - axis.begin() < whole.end() - whole.begin();
    setAxis(m_zoomed ? axis : whole);
}

void TimelineItem::pan(double px)
{
    if (!m_zoomed)
        return;
    const minutes by = m_axis.timeFromX(px) - m_axis.begin();
    const minutes length = m_axis.end() - m_axis.begin();
    // Half of what is shown may lie beyond the first or the last incident.
    setAxis(m_axis.moved(
        std::clamp(by, m_extent->begin - length / 2 - m_axis.begin(), m_extent->end + length / 2 - m_axis.end())));
}

void TimelineItem::showWhole()
{
    m_zoomed = false;
    takeIncidents();
}

UtcMinute TimelineItem::onStep(UtcMinute time) const
{
    const auto steps = static_cast<double>(time.time_since_epoch().count() - m_bins.first) / m_bins.minutes;
    return UtcMinute(minutes(m_bins.first + std::llround(steps) * m_bins.minutes));
}

bool TimelineItem::isBrushed() const
{
    return m_incidents && m_extent && withoutClock(m_incidents->filter(), m_clock) != m_incidents->filter();
}

UtcMinute TimelineItem::rangeBegin() const
{
    IncidentFilter filter = m_incidents->filter();
    return beginOf(filter, m_clock).value_or(m_extent->begin);
}

UtcMinute TimelineItem::rangeEnd() const
{
    IncidentFilter filter = m_incidents->filter();
    return endOf(filter, m_clock).value_or(m_extent->end);
}

double TimelineItem::brushX() const
{
    return isBrushed() ? m_axis.xFromTime(rangeBegin()) : 0;
}

double TimelineItem::brushWidth() const
{
    return isBrushed() ? m_axis.xFromTime(rangeEnd()) - brushX() : 0;
}

void TimelineItem::setRange(UtcMinute begin, UtcMinute end)
{
    IncidentFilter filter = m_incidents->filter();
    const UtcMinute from = std::clamp(begin, m_extent->begin, m_extent->end - step());
    beginOf(filter, m_clock) = from;
    endOf(filter, m_clock) = std::clamp(end, from + step(), std::max(m_extent->end, from + step()));
    m_incidents->setFilter(filter);
}

void TimelineItem::brush(double from, double to)
{
    if (hasTimes())
        setRange(onStep(m_axis.timeFromX(std::min(from, to))), onStep(m_axis.timeFromX(std::max(from, to))));
}

void TimelineItem::moveBrush(int steps)
{
    if (!hasTimes())
        return;
    if (!isBrushed()) {
        setRange(onStep(m_axis.begin()), onStep(m_axis.begin() + (m_axis.end() - m_axis.begin()) / 4));
        return;
    }
    const minutes by = std::clamp<minutes>(steps * step(), m_extent->begin - rangeBegin(), m_extent->end - rangeEnd());
    setRange(rangeBegin() + by, rangeEnd() + by);
}

void TimelineItem::moveBrushEnd(int steps)
{
    if (isBrushed())
        setRange(rangeBegin(), rangeEnd() + steps * step());
}

void TimelineItem::dragBrush(double fromX, double byPx)
{
    if (!isBrushed())
        return;
    const minutes length = rangeEnd() - rangeBegin();
    const UtcMinute begin = std::clamp(onStep(m_axis.timeFromX(fromX + byPx)), m_extent->begin, m_extent->end - length);
    setRange(begin, begin + length);
}

void TimelineItem::clearBrush()
{
    if (m_incidents)
        m_incidents->setFilter(withoutClock(m_incidents->filter(), m_clock));
}

bool TimelineItem::startPlaying(bool cumulative)
{
    if (!hasTimes())
        return false;
    constexpr int parts = 12; ///< Of the whole; that is kept where a person has kept nothing.
    const minutes length =
        isBrushed() ? rangeEnd() - rangeBegin() : (m_extent->end - m_extent->begin) / parts / playStep() * playStep();
    const bool fromBeginning = !isBrushed() || rangeEnd() >= m_extent->end;
    const UtcMinute begin = fromBeginning || cumulative ? m_extent->begin : rangeBegin();
    setRange(begin, cumulative && !fromBeginning ? rangeEnd() : begin + (cumulative ? step() : length));
    return true;
}

bool TimelineItem::play(minutes by, bool cumulative)
{
    if (!hasTimes() || !isBrushed())
        return false;
    const minutes most = m_extent->end - rangeEnd();
    setRange(rangeBegin() + (cumulative ? minutes(0) : std::min(by, most)), rangeEnd() + std::min(by, most));
    return by < most;
}

minutes TimelineItem::playStep() const
{
    return step() >= 24h ? minutes(24h) : step() >= 1h ? minutes(1h) : 1min;
}

double TimelineItem::wholeMinutes() const
{
    return m_extent ? static_cast<double>((m_extent->end - m_extent->begin).count()) : 0;
}

QString TimelineItem::rangeText() const
{
    if (!hasTimes())
        return isByReport() ? tr("No dates of reports yet") : tr("No times yet");
    if (!isBrushed() && !m_zoomed)
        return tr("%1, UTC").arg(textFromSpan({m_extent->begin, m_extent->end, TimePrecision::Week}));
    const UtcMinute begin = isBrushed() ? rangeBegin() : m_axis.begin();
    const UtcMinute end = isBrushed() ? rangeEnd() : m_axis.end();
    if (std::chrono::floor<std::chrono::days>(begin) == begin && std::chrono::floor<std::chrono::days>(end) == end)
        return tr("%1, UTC").arg(textFromSpan({begin, end, TimePrecision::Week}));
    const auto formatted = [](UtcMinute time) {
        return QLocale::c().toString(dateTimeFromUtc(time), QStringLiteral("d MMM yyyy HH:mm"));
    };
    return tr("%1 – %2 UTC").arg(formatted(begin), formatted(end));
}

QString TimelineItem::undatedText() const
{
    const std::uint32_t undated = m_histogram.undated;
    if (undated == 0)
        return {};
    if (isByReport())
        return undated == 1 ? tr("1 with no date of a report") : tr("%L1 with no date of a report").arg(undated);
    return undated == 1 ? tr("1 with no time") : tr("%L1 with no time").arg(undated);
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
    for (const TimeTick &tick : m_axis.ticks(wordsPx)) {
        const double x = std::floor(m_axis.xFromTime(tick.time)) + 0.5;
        painter.setPen(QPen(theme.hairline, 1));
        painter.drawLine(QPointF(x, tick.major ? topPx : base), QPointF(x, base + 4));
        painter.setFont(interfaceFont(12, false));
        painter.setPen(tick.major ? theme.ink : theme.mutedInk);
        // Words that would be cut off at the end are left out; their line stays.
        if (x + painter.fontMetrics().horizontalAdvance(tick.words) <= width())
            painter.drawText(QPointF(x, height() - 5), tick.words);
    }
}

void TimelineItem::paintBars(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Theme &theme = m_look->theme();
    const double base = std::floor(height() - axisHeightPx);
    const auto sumOf = [](const HistogramBin &bin) {
        return static_cast<double>(std::reduce(bin.certain.begin(), bin.certain.end()))
            + static_cast<double>(std::reduce(bin.spread.begin(), bin.spread.end()));
    };
    // One incident alone is a low bar, not a tower.
    double tallest = 3;
    for (const HistogramBin &bin : m_histogram.bins)
        tallest = std::max(tallest, sumOf(bin));
    const double unit = (base - topPx) / tallest;
    for (std::size_t i = 0; i < m_histogram.bins.size(); ++i) {
        const HistogramBin &bin = m_histogram.bins[i];
        const UtcMinute begin(minutes(m_bins.first + static_cast<std::int64_t>(i) * m_bins.minutes));
        const double left = m_axis.xFromTime(begin);
        const double wide = m_axis.xFromTime(begin + step()) - left;
        double top = base;
        const auto pile = [&](std::size_t kind, double count, double opacity) {
            if (count <= 0)
                return;
            const double tall = count * unit;
            painter.setOpacity(opacity);
            painter.setBrush(colourOf(static_cast<Kind>(kind), theme));
            // A gap between kinds, where it does not eat the bar.
            painter.drawRect(QRectF(left + 0.5, top - tall, std::max(1.0, wide - 1), tall - (top < base && tall > 3)));
            top -= tall;
        };
        for (std::size_t kind = 0; kind < kindCount; ++kind)
            pile(kind, bin.certain[kind], 1);
        for (std::size_t kind = 0; kind < kindCount; ++kind)
            pile(kind, static_cast<double>(bin.spread[kind]), spreadOpacity);
    }
    painter.setOpacity(1);
    if (m_selected) {
        painter.setBrush(theme.accent);
        const double x = m_axis.xFromTime(*m_selected + step() / 2);
        painter.drawEllipse(QPointF(x, base + 4), 2.5, 2.5);
    }
}

} // namespace dateline
