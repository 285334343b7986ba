#pragma once

#include "domain/document.h"

namespace dateline
{

/// Puts into @p document what @p xml says of it: the part of a DOCX or ODT file with title, author, language and date.
void takeProperties(const QByteArray &xml, Document &document);

} // namespace dateline
