#pragma once

#include "map/scene.h"
#include "map/theme.h"

#include <QImage>

class QPainter;

namespace dateline
{

/// How a mark is drawn.
enum class MarkState : std::uint8_t { Plain, Hovered, Selected };

/// Paints a mark of @p kind around @p middle: its colour and its shape both carry the kind.
///
/// @param text drawn instead of the kind's symbol, such as a figure's number; may be empty.
void paintMark(QPainter &painter, QPointF middle, Kind kind, MarkState state, const QString &text, const Theme &theme,
               double diameterPx = markDiameterPx);

/// Paints @p mark: a pin, or the ring that stands for an area; with the number of its incidents if they are several.
void paintMark(QPainter &painter, const SceneMark &mark, MarkState state, const QString &text, const Theme &theme,
               double diameterPx = markDiameterPx);

/// Paints the ring that stands in the middle of an area, where a pin would claim too much.
void paintRing(QPainter &painter, QPointF middle, Kind kind, MarkState state, const QString &text, const Theme &theme,
               double diameterPx = markDiameterPx);

/// Paints the area behind marks: fill, outline, dashed for an area that stands for a named region.
void paintArea(QPainter &painter, const SceneArea &area, MarkState state, const Theme &theme);

/// Paints the names beside marks with their halos.
void paintSceneLabels(QPainter &painter, const std::vector<SceneLabel> &labels, const Theme &theme);

/// The symbol of @p kind alone, for legends and lists.
[[nodiscard]] QImage kindImage(Kind kind, const Theme &theme, double diameterPx, double pixelRatio);

} // namespace dateline
