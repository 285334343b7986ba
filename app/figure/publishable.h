#pragma once

#include "figure/figure.h"

namespace dateline
{

/// A figure's settings and content as they may leave the house.
struct Publishable
{
    FigureSpec spec;
    FigureContent content;
};

/// @p content without what @p spec keeps back; doing it again changes nothing.
///
/// A sensitive incident keeps its kind and time; its place is blurred (map/blur.h), its title replaced, its words left
/// out. Words and parties that name its place are left out elsewhere too, unless another incident is openly placed
/// there, and so are the title and address of a source that names it or that nothing else rests on. An extent asked for
/// is widened where it shows a blurred place. The words of graphic incidents and documents are left out unless
/// spec.graphicWords is set.
[[nodiscard]] Publishable publishable(const FigureSpec &spec, const FigureContent &content);

/// True if publishable() would change @p content.
[[nodiscard]] bool keepsBack(const FigureSpec &spec, const FigureContent &content);

/// The place that @p text names and that @p spec blurs; empty if there is none.
[[nodiscard]] QString blurredPlaceIn(const QString &text, const FigureSpec &spec, const FigureContent &content);

/// Conflict if a text that somebody wrote for the figure, its notes' included, names a place that @p spec blurs.
[[nodiscard]] Result<void> namesNothingBlurred(const FigureSpec &spec, const FigureContent &content);

/// “1 place is blurred to 10 km. The words of 2 quotes are left out.”; empty if nothing is kept back.
[[nodiscard]] QString withheldSentence(const FigureContent &content);

/// “blurred to 10 km”, for the key; empty if nothing is blurred.
[[nodiscard]] QString blurText(const FigureContent &content);

} // namespace dateline
