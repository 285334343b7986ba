#pragma once

#include "casefile/case.h"

#include <QJsonObject>

namespace dateline
{

/// Whether @p path names a figure or its sidecar, by its ending.
[[nodiscard]] bool isFigure(const QString &path);

/// Whether @p file is the case that the figure of @p sidecar was made from, in the state of then or a later one.
[[nodiscard]] Result<bool> isMadeFrom(const QJsonObject &sidecar, const Case &file);

/// Prints what of the figure at @p path no longer holds in the case at @p casePath, as text or JSON.
///
/// @returns the exit status: 0 if all holds, 1 if not, 2 if it cannot be told.
[[nodiscard]] int verifyFigure(const QString &path, const QString &casePath, bool asJson);

} // namespace dateline
