#pragma once

#include "figure/mapframe.h"
#include "figure/section.h"

#include <QStringList>

#include <vector>

namespace dateline
{

/// What the line around the area that the filter keeps means.
[[nodiscard]] SectionRow edgeRow(const Theme &theme);

/// What the marks mean, of those that are shown, the honest count, and what @p content keeps back.
///
/// @param more further rows of the key.
/// @param notes that are drawn by hand, which it tells apart from what is reported.
[[nodiscard]] Section keySection(const MapView &view, const FigureContent &content, std::vector<SectionRow> more,
                                 std::span<const FigureNote> notes, double width, const Theme &theme);

/// The sources with their letters, as @p lines, and how many @p others there are.
[[nodiscard]] Section sourceSection(const QStringList &lines, int others, double width, const Theme &theme);

/// The marks that have no callout on the map.
[[nodiscard]] Section noteSection(const std::vector<CalloutText> &callouts,
                                  const std::vector<std::optional<CalloutPlace>> &places, double width,
                                  const Theme &theme);

/// What is reported with at most @p lines lines for each, under @p heading; with one line, without words.
[[nodiscard]] Section wordsSection(const QString &heading, const std::vector<CalloutText> &incidents, int lines,
                                   double width, const Theme &theme);

/// “[a] …” for each of @p sources, indices into @p content's.
[[nodiscard]] QStringList sourceLines(const std::vector<int> &sources, const FigureContent &content);

} // namespace dateline
