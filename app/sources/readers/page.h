#pragma once

#include "domain/document.h"

namespace dateline
{

/// Puts the article of the web page @p bytes into @p document, with what the page says of itself.
///
/// @param charset the encoding that came with the page; empty if none did.
void takePage(const QByteArray &bytes, const QByteArray &charset, Document &document);

} // namespace dateline
