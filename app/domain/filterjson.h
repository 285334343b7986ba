#pragma once

#include "domain/filter.h"

#include <QJsonObject>

namespace dateline
{

/// @p filter with the published terms and stable keys; parts that limit nothing are left out.
[[nodiscard]] QJsonObject objectFrom(const IncidentFilter &filter);

/// The filter that objectFrom() made; what is missing or not understood limits nothing.
[[nodiscard]] IncidentFilter filterFrom(const QJsonObject &object);

} // namespace dateline
