#pragma once

#include "domain/figurespec.h"

namespace dateline
{

/// How a figure looks, for others to look alike: page, margins, where its parts stand, colours, credit, what is drawn of
/// the map and what is kept back. Not what it shows: no filter, no part of the earth, no title, no callout, no note on the ground.
[[nodiscard]] QByteArray templateOf(const FigureSpec &spec);

/// @p spec with its notes, looking as @p bytes of templateOf() say; Malformed if they are none, named @p file in the sentence.
[[nodiscard]] Result<FigureSpec> withTemplate(FigureSpec spec, const QByteArray &bytes, const QString &file);

/// The same of the file @p path; NotFound or Unreadable if it cannot be read.
[[nodiscard]] Result<FigureSpec> withTemplateOf(FigureSpec spec, const QString &path);

} // namespace dateline
