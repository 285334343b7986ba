#include "figure/notetrace.h"

#include "figure/notegeometry.h"

#include <QTransform>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline
{

NoteTrace NoteTrace::mapped(const QTransform &transform) const
{
    NoteTrace result;
    const double scale = std::sqrt(std::abs(transform.determinant()));
    result.filled.reserve(filled.size());
    result.lines.reserve(lines.size());
    for (const QPainterPath &path : filled)
        result.filled.push_back(transform.map(path));
    for (const auto &[path, width] : lines)
        result.lines.emplace_back(transform.map(path), width * scale);
    return result;
}

double distanceTo(const NoteTrace &trace, QPointF at)
{
    double least = std::numeric_limits<double>::max();
    for (const QPainterPath &path : trace.filled) {
        const bool isInside = std::ranges::any_of(path.toSubpathPolygons(), [at](const QPolygonF &polygon) {
            return polygon.containsPoint(at, Qt::OddEvenFill);
        });
        least = std::min(least, isInside ? 0.0 : distanceToLines(path, at));
    }
    for (const auto &[path, width] : trace.lines)
        least = std::min(least, std::max(0.0, distanceToLines(path, at) - width / 2));
    return least;
}

bool hitNote(const NoteTrace &trace, QPointF at, double within)
{
    return distanceTo(trace, at) <= within;
}

} // namespace dateline
