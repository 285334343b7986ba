#pragma once

#include "map/haloedtext.h"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// A letter with its marks, turned to follow a curve.
struct CurvedLetter
{
    LetterRun run;
    QRectF box; ///< Around the turned letter.
};

/// Whether the letters of @p text can be set one by one: not where a script joins them or runs to the left.
[[nodiscard]] bool canBeCurved(const QString &text);

/// Sets @p text along @p line, whichever way the line runs, with the letters’ middles on it: upright, further apart where
/// there is room, in the order of reading.
///
/// @p middle is where the text has its middle, as a share of the line in the order of reading. None where the text is longer than the line, the line bends too much for a name, or a letter would hang over.
[[nodiscard]] std::optional<std::vector<CurvedLetter>> lettersAlong(std::span<const QPointF> line, const QString &text,
                                                                    const QFont &font, double middle = 0.5);

} // namespace dateline
