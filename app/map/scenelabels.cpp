#include "map/scenelabels.h"

#include "map/boxgrid.h"
#include "map/theme.h"

#include <QFontMetricsF>
#include <QHash>

namespace dateline
{

namespace
{

// Beyond this a view of many marks is a view of text.
constexpr std::size_t mostLabels = 250;

// Room for the ring of selection, so that a name need not move when its mark is clicked.
constexpr double ringRadiusPx = markDiameterPx / 2 + 3;

QRectF squareAround(QPointF middle, double side)
{
    return {middle.x() - side / 2, middle.y() - side / 2, side, side};
}

} // namespace

std::vector<QRectF> placesBeside(QPointF at, double radius, QSizeF size)
{
    const double w = size.width();
    const double h = size.height();
    const double gap = radius + 3;
    const double corner = radius * 0.72 + 1;
    return {
        {at.x() + gap, at.y() - h / 2, w, h},
        {at.x() - gap - w, at.y() - h / 2, w, h},
        {at.x() - w / 2, at.y() + gap - 2, w, h},
        {at.x() - w / 2, at.y() - gap - h + 2, w, h},
        {at.x() + corner, at.y() - corner - h * 0.7, w, h},
        {at.x() + corner, at.y() + corner - h * 0.3, w, h},
        {at.x() - corner - w, at.y() - corner - h * 0.7, w, h},
        {at.x() - corner - w, at.y() + corner - h * 0.3, w, h},
    };
}

std::vector<SceneLabel> placedLabels(const std::vector<SceneMark> &marks, const std::vector<QString> &names,
                                     QSizeF viewPx)
{
    Q_ASSERT(marks.size() == names.size());
    const QRectF view(QPointF(), viewPx);
    BoxGrid taken(view);
    for (const SceneMark &mark : marks)
        taken.add(squareAround(mark.at, markDiameterPx));
    const QFontMetricsF metrics(interfaceFont(sceneLabelPx, true));
    QHash<QString, QSizeF> sizes;
    std::vector<SceneLabel> labels;
    for (std::size_t i = 0; i < marks.size() && labels.size() < mostLabels; ++i) {
        if (names[i].isEmpty())
            continue;
        QSizeF &size = sizes[names[i]];
        if (size.isEmpty())
            size = {metrics.horizontalAdvance(names[i]), metrics.height()};
        for (const QRectF &box : placesBeside(marks[i].at, ringRadiusPx, size)) {
            if (!view.contains(box) || taken.meets(box))
                continue;
            labels.push_back({marks[i].incidents.front(), names[i], box, marks[i].isArea});
            taken.add(box);
            break;
        }
    }
    return labels;
}

} // namespace dateline
