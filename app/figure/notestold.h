#pragma once

#include "domain/figurenote.h"

#include <QString>

namespace dateline
{

/// “Arrow”, “Hatched area” …
[[nodiscard]] QString nameOf(NoteKind kind);

/// “Arrow: “Advance”, 12.4 km”: what a note is, what it says and what it measures, in one line.
[[nodiscard]] QString noteLine(const FigureNote &note);

/// “3 notes are drawn by hand and stand for no report.”; empty if there are none.
[[nodiscard]] QString handDrawnSentence(std::span<const FigureNote> notes);

/// The same with what they say, for those who do not see them.
[[nodiscard]] QString notesInWords(std::span<const FigureNote> notes);

} // namespace dateline
