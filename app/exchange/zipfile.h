#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace dateline
{

/// A file of an archive: @p bytes, or what the file at @p path holds.
struct ZipEntry
{
    QByteArray name; ///< In letters of ASCII.
    QByteArray bytes;
    QString path;
};

/// Writes @p entries as a zip archive without dates to a new file at @p path, in little memory; Unwritable.
[[nodiscard]] Result<void> writeZip(const QString &path, std::span<const ZipEntry> entries);

} // namespace dateline
