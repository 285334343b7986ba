#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace dateline
{

/// A file of an archive: @p bytes, or what the file at @p path holds.
struct ZippedFile
{
    QByteArray name; ///< In letters of ASCII.
    QByteArray bytes = {};
    QString path = {};
};

/// Writes @p files as a zip archive without dates, so that the same files give the same bytes, to a new file at @p path,
/// in little memory. Unwritable, with the reason in the system's words.
[[nodiscard]] Result<void> writeZip(const QString &path, std::span<const ZippedFile> files);

/// The same in memory. Empty for want of that, or of a file.
[[nodiscard]] QByteArray zipOf(std::span<const ZippedFile> files);

} // namespace dateline
