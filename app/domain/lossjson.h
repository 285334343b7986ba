#pragma once

#include "domain/incident.h"

#include <QJsonObject>

namespace dateline
{

/// A loss as cases and exports write it; none if its kind is not known.
[[nodiscard]] std::optional<Loss> lossFrom(const QJsonObject &json);

} // namespace dateline
