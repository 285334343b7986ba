#pragma once

#include <QColor>
#include <QFont>
#include <QPolygonF>
#include <QSize>
#include <QString>

#include <span>
#include <vector>

class QPainter;

namespace dateline
{

/// Names on the picture of an overlay, in pixels of the device: none over another, none cut by the picture’s edge.
class OverlayLabels
{
public:
    /// @param ratio as OverlayView::devicePixelRatio.
    OverlayLabels(QSize viewPx, double ratio);

    /// Sets @p text with its middle at @p middle, its baseline turned by @p degrees clockwise; false if there is no room.
    bool place(const QString &text, QPointF middle, double degrees = 0);
    /// The first place of a few beside a mark of @p radius around @p at.
    bool placeBeside(const QString &text, QPointF at, double radius);
    /// Upright along the straightest stretch of @p line, if one is long enough.
    bool placeAlong(const QString &text, std::span<const QPointF> line);

    void paint(QPainter &painter, QColor ink, QColor halo) const;

private:
    struct Label
    {
        QString text;
        QPointF middle;
        double degrees;
        QPolygonF outline;
    };

    [[nodiscard]] QSizeF sizeOf(const QString &text) const;

    QRectF m_view;
    double m_ratio;
    QFont m_font;
    std::vector<Label> m_labels;
};

/// A spot inside the area of closed @p rings, filled by the even-odd rule: the middle of its widest stretch half way down,
/// and how wide that is.
struct InnerSpot
{
    QPointF at;
    double width = 0;
};
[[nodiscard]] InnerSpot innerSpotOf(std::span<const QPolygonF> rings, const QRectF &within);

} // namespace dateline
