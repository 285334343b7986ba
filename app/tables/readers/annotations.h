#pragma once

#include "tables/readers/foreigntable.h"

#include <QJsonDocument>

#include <optional>

namespace dateline
{

/// The annotations of the W3C's Web Annotation Data Model in @p document, alone, in a list, a page or a collection; none
/// if it has none.
[[nodiscard]] std::optional<ForeignTable> annotationsIn(const QJsonDocument &document);

} // namespace dateline
