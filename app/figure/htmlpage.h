#pragma once

#include "figure/figure.h"

#include <QByteArray>

namespace dateline
{

/// A web page of the figure that needs nothing else: the image, its alternative text, a table of the incidents with the
/// words quoted for them, and the sources with links. No script; light and dark as the reader's browser asks for.
///
/// It is HTML and well-formed XML at once, in UTF-8. What sources say is text in it, never markup, and only addresses of
/// the web are links.
///
/// @param png the figure as drawn.
/// @param spec,content as publishable() gave them.
[[nodiscard]] QByteArray htmlPage(const QByteArray &png, const FigureSpec &spec, const FigureContent &content,
                                  const FigureReport &report);

} // namespace dateline
