#pragma once

#include "map/timeaxis.h"
#include "ui/incidentlistmodel.h"
#include "ui/look.h"
#include "ui/selection.h"

#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace dateline
{

/// The incidents over time as a histogram in the colours of their kinds, with the stretch that the filter keeps.
///
/// Time is on the horizontal axis, in UTC: from the first day to the last until it is zoomed. Distances are in pixels of
/// the item. Times that are known less closely than a bar is wide are spread evenly over their bars, and paler.
class TimelineItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::IncidentListModel *incidents READ incidents WRITE setIncidents NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Selection *selection READ selection WRITE setSelection NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(bool byReport READ isByReport WRITE setByReport NOTIFY timesChanged)
    Q_PROPERTY(bool hasTimes READ hasTimes NOTIFY timesChanged)
    Q_PROPERTY(bool zoomed READ isZoomed NOTIFY timesChanged)
    Q_PROPERTY(QString rangeText READ rangeText NOTIFY timesChanged)
    Q_PROPERTY(QString undatedText READ undatedText NOTIFY timesChanged)
    Q_PROPERTY(bool brushed READ isBrushed NOTIFY timesChanged)
    Q_PROPERTY(double brushX READ brushX NOTIFY timesChanged)
    Q_PROPERTY(double brushWidth READ brushWidth NOTIFY timesChanged)

public:
    explicit TimelineItem(QQuickItem *parent = nullptr);

    [[nodiscard]] IncidentListModel *incidents() const { return m_incidents; }
    void setIncidents(IncidentListModel *incidents);
    [[nodiscard]] Selection *selection() const { return m_selection; }
    void setSelection(Selection *selection);
    [[nodiscard]] Look *look() const { return m_look; }
    void setLook(Look *look);

    /// Whether the clock is when incidents were first reported, and not when they happened.
    [[nodiscard]] bool isByReport() const { return m_clock == Clock::KnownAt; }
    void setByReport(bool byReport);

    [[nodiscard]] bool hasTimes() const { return m_extent.has_value(); }
    [[nodiscard]] bool isZoomed() const { return m_zoomed; } ///< It may show less than all times.
    [[nodiscard]] QString rangeText() const; ///< “12–14 September 2022, UTC”, of the brush if there is one.
    [[nodiscard]] QString undatedText() const; ///< “1 with no time”.
    [[nodiscard]] bool isBrushed() const;
    [[nodiscard]] double brushX() const;
    [[nodiscard]] double brushWidth() const;

    /// Keeps what happened between the pixels @p from and @p to, in either order, on whole bars.
    Q_INVOKABLE void brush(double from, double to);

    /// Moves the brush by @p steps bars, or its end alone.
    Q_INVOKABLE void moveBrush(int steps);
    Q_INVOKABLE void moveBrushEnd(int steps);
    Q_INVOKABLE void dragBrush(double fromX, double byPx);
    Q_INVOKABLE void clearBrush();

    /// Shows @p factor times as much time, with the time at @p x where it is; never much more than there is.
    Q_INVOKABLE void zoom(double factor, double x);
    /// Shows what lies @p px to the right.
    Q_INVOKABLE void pan(double px);
    Q_INVOKABLE void showWhole();

    /// Makes ready to play from the stretch that is kept; with @p cumulative it begins with the first incident. False
    /// if there is nothing to play.
    [[nodiscard]] bool startPlaying(bool cumulative);
    /// Moves the stretch, or with @p cumulative its end alone; false at the last incident.
    [[nodiscard]] bool play(std::chrono::minutes by, bool cumulative);
    [[nodiscard]] double wholeMinutes() const; ///< From the first incident to the last.
    [[nodiscard]] std::chrono::minutes playStep() const; ///< A day, an hour or a minute: what the bars can show of it.

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void partsChanged();
    void timesChanged();

protected:
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    void takeIncidents();
    void rebuild();
    void markSelected();
    void setAxis(const TimeAxis &axis);
    void paintAxis(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void setRange(UtcMinute begin, UtcMinute end);
    [[nodiscard]] std::optional<TimeSpan> extent() const;
    [[nodiscard]] TimeAxis wholeAxis() const;
    [[nodiscard]] std::chrono::minutes step() const { return std::chrono::minutes(m_bins.minutes); }
    [[nodiscard]] UtcMinute onStep(UtcMinute time) const;
    [[nodiscard]] UtcMinute rangeBegin() const; ///< Of the brush, or else of the extent.
    [[nodiscard]] UtcMinute rangeEnd() const;

    IncidentListModel *m_incidents = nullptr;
    Selection *m_selection = nullptr;
    Look *m_look = nullptr;
    Clock m_clock = Clock::Happened;
    std::optional<TimeSpan> m_extent; ///< In whole days.
    TimeAxis m_axis;
    TimeBins m_bins;
    bool m_zoomed = false;
    TimeBinning m_binning; ///< Of the incidents, clock and bins.
    Histogram m_histogram;
    std::uint64_t m_counted = 0; ///< The changes of the filter, beside its own clock, that the histogram tells.
    std::optional<UtcMinute> m_selected;
};

} // namespace dateline
