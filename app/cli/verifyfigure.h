#pragma once

#include <QString>

namespace dateline
{

/// Whether @p path names a figure, an atlas or the sidecar of one, by its ending; or a folder.
[[nodiscard]] bool isFigure(const QString &path);

/// Prints what of the figure, the atlas or the folder of them at @p path no longer holds in the case at @p casePath, as
/// text or JSON.
///
/// @returns the exit status: 0 if all holds, 1 if not, 2 if it cannot be told.
[[nodiscard]] int verifyFigure(const QString &path, const QString &casePath, bool asJson);

} // namespace dateline
