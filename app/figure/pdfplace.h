#pragma once

#include "figure/pdfdocument.h"
#include "figure/qpdf.h"

namespace dateline
{

/// Says on @p page, which is @p height points high, where on the earth the map of @p told lies, as programs of maps
/// read it; nothing where that has no name.
void placeOnEarth(QPDFObjectHandle page, double height, const PdfPage &told);

} // namespace dateline
