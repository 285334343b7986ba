#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>

namespace dateline
{

inline constexpr qsizetype mostImageBytes = 4 * 1024 * 1024; ///< Of all images of a figure: its file tells them whole.

/// A picture for a note out of the PNG or JPEG @p bytes: upright, and without what its file tells beside the picture, such
/// as where it was taken.
///
/// Malformed with what is wrong: another format, damage, or more than 24 million pixels or mostImageBytes.
[[nodiscard]] Result<QByteArray> noteImageFrom(const QByteArray &bytes);

/// The picture that @p bytes hold; null where noteImageFrom() would refuse them.
[[nodiscard]] QImage imageFrom(const QByteArray &bytes);

} // namespace dateline
