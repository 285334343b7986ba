#pragma once

#include "ui/incidentlistmodel.h"
#include "ui/look.h"
#include "ui/selection.h"

#include <QQuickPaintedItem>
#include <QtQmlIntegration>

#include <array>
#include <vector>

namespace dateline
{

/// The incidents over time as a histogram in the colours of their kinds, with the stretch that the filter keeps.
///
/// Time is on the horizontal axis, in UTC, from the first day to the last; distances are in pixels of the item.
class TimelineItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::IncidentListModel *incidents READ incidents WRITE setIncidents NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Selection *selection READ selection WRITE setSelection NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(bool hasTimes READ hasTimes NOTIFY timesChanged)
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

    [[nodiscard]] bool hasTimes() const { return m_first < m_last; }
    [[nodiscard]] QString rangeText() const; ///< “12–14 September 2022, UTC”, of the brush if there is one.
    [[nodiscard]] QString undatedText() const; ///< “1 with no time”.
    [[nodiscard]] bool isBrushed() const;
    [[nodiscard]] double brushX() const;
    [[nodiscard]] double brushWidth() const;

    /// Keeps what happened between the pixels @p from and @p to, in either order, on whole steps of the axis.
    Q_INVOKABLE void brush(double from, double to);

    /// Moves the brush by @p steps of the axis, or its begin or end alone.
    Q_INVOKABLE void moveBrush(int steps);
    Q_INVOKABLE void moveBrushEnd(int steps);
    Q_INVOKABLE void dragBrush(double fromX, double byPx);
    Q_INVOKABLE void clearBrush();

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void partsChanged();
    void timesChanged();

protected:
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    struct Bin
    {
        std::array<int, kindCount> counts{};
        bool selected = false;
    };
    void rebuild();
    void markSelected();
    void paintAxis(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void setRange(UtcMinute begin, UtcMinute end);
    [[nodiscard]] double xFromTime(UtcMinute time) const;
    [[nodiscard]] UtcMinute timeFromX(double x) const;
    [[nodiscard]] UtcMinute onStep(UtcMinute time) const;
    [[nodiscard]] std::size_t binAt(UtcMinute time) const;

    IncidentListModel *m_incidents = nullptr;
    Selection *m_selection = nullptr;
    Look *m_look = nullptr;
    UtcMinute m_first{};
    UtcMinute m_last{};
    std::chrono::minutes m_step{60}; ///< Of the brush.
    std::vector<Bin> m_bins;
    int m_undated = 0;
    int m_tallest = 1;
};

} // namespace dateline
