#pragma once

#include "domain/scanplacing.h"

#include <QJsonObject>

namespace dateline
{

/// @p placing; empty where it has no points.
[[nodiscard]] QJsonObject objectFrom(const ScanPlacing &placing);

/// What objectFrom() made; points without four numbers, or at no place on the earth, are left out.
[[nodiscard]] ScanPlacing scanPlacingFrom(const QJsonObject &object);

} // namespace dateline
