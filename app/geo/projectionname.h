#pragma once

#include <QString>

#include <optional>

namespace dateline
{

/// The value of “+@p key=” in a PROJ string; none if it is not there or no number.
[[nodiscard]] std::optional<double> projNumber(const QString &projString, QLatin1StringView key);

/// “lcc”: which projection a PROJ string is of.
[[nodiscard]] QString projIdOf(const QString &projString);

/// What maps call the projection of @p projString: “Lambert conformal conic, 39°–41° N”; empty if PROJ has no name.
[[nodiscard]] QString projectionNameOf(const QString &projString);

} // namespace dateline
