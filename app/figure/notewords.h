#pragma once

#include "figure/noteshape.h"

namespace dateline
{

/// @p text in lines of at most @p width pixels, or as it is where that is 0; the box's top left is at 0, 0.
[[nodiscard]] NoteWords noteWords(const QString &text, double sizePx, double width, QColor ink, QColor halo);

void paintWords(QPainter &painter, const NoteWords &words);

} // namespace dateline
