#include "geo/featurelabels.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr std::size_t mostFeatureNames = 4000; // Of which some hundred find room.
constexpr qsizetype mostLetters = 60;

double lengthOf(const QPolygonF &line, const QRectF &within)
{
    double length = 0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        if (within.contains(line[i]))
            length += std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
    }
    return length;
}

} // namespace

FeatureLabels::FeatureLabels(QSize viewPx)
    : m_view(viewPx)
{
}

void FeatureLabels::add(const QString &text, const ViewShape &shape)
{
    const QString line = text.simplified();
    if (line.isEmpty() || m_names.size() >= mostFeatureNames)
        return;
    Name name{line.size() > mostLetters ? line.first(mostLetters - 1) + u'…' : line, 0, {}, {}};
    const QRectF within{QPointF(), QSizeF(m_view)};
    if (!shape.points.empty()) {
        name.at = shape.points.front();
        name.shape.points.push_back(name.at);
    } else if (!shape.areas.empty()) {
        const InnerSpot spot = innerSpotOf(shape.areas, within);
        name.at = spot.at;
        name.size = spot.width;
        if (spot.width <= 0)
            return;
    } else {
        for (const QPolygonF &part : shape.lines) {
            const double length = lengthOf(part, within);
            if (length > name.size) {
                name.size = length;
                name.at = part[part.size() / 2];
                name.shape.lines = {part};
            }
        }
        if (name.size <= 0)
            return;
    }
    m_names.push_back(std::move(name));
}

void FeatureLabels::paint(QPainter &painter, double markRadius, double ratio, QColor ink) const
{
    std::vector<const Name *> order;
    for (const Name &name : m_names)
        order.push_back(&name);
    std::ranges::stable_sort(order, std::greater(), &Name::size);
    OverlayLabels labels(m_view, ratio);
    QHash<QString, QList<QPointF>> written;
    const double again = 180 * ratio; // pixels
    for (const Name *name : order) {
        QList<QPointF> &before = written[name->text];
        if (std::ranges::any_of(
                before, [&](QPointF at) { return std::hypot(at.x() - name->at.x(), at.y() - name->at.y()) < again; }))
            continue;
        const bool isPlaced = !name->shape.points.empty() ? labels.placeBeside(name->text, name->at, markRadius)
            : !name->shape.lines.empty()                  ? labels.placeAlong(name->text, name->shape.lines.front())
                                                          : labels.place(name->text, name->at);
        if (isPlaced)
            before.append(name->at);
    }
    labels.paint(painter, ink.darker(160), QColor(255, 255, 255, 225));
}

} // namespace dateline
