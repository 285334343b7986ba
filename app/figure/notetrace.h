#pragma once

#include <QPainterPath>

#include <utility>
#include <vector>

namespace dateline
{

/// Where a note can be taken hold of.
struct NoteTrace
{
    std::vector<QPainterPath> filled; ///< Held anywhere inside of each subpath.
    std::vector<std::pair<QPainterPath, double>> lines; ///< Held along them, with their widths.

    [[nodiscard]] NoteTrace mapped(const QTransform &transform) const;
};

/// How far @p at is from what is drawn; 0 on it.
[[nodiscard]] double distanceTo(const NoteTrace &trace, QPointF at);

/// Whether @p at is on what is drawn, or closer to it than @p within.
[[nodiscard]] bool hitNote(const NoteTrace &trace, QPointF at, double within);

} // namespace dateline
