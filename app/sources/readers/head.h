#pragma once

#include "domain/document.h"
#include "sources/readers/article.h"

namespace dateline
{

/// Fills @p document with what the page says of itself: title, publisher, author, address, language, when it was
/// published or, where it does not say that, last changed, and when it was changed after that.
///
/// JSON-LD comes first, as it is made to be read by programs; then OpenGraph and other meta fields, then the page itself.
/// What @p document holds already stays where the page says nothing.
void takeHead(const HtmlTree &tree, const Article &article, Document &document);

} // namespace dateline
