#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace dateline
{

/// A file inside an archive.
struct ArchivedFile
{
    QString name; ///< With its folders.
    QByteArray bytes;
};

/// The files of the zip archive @p bytes whose names @p wanted takes, unpacked.
///
/// Refused before unpacking if they say that they grow beyond reason, and while unpacking if they said otherwise.
/// @param name what errors call the archive.
[[nodiscard]] Result<std::vector<ArchivedFile>> filesInZip(const QByteArray &bytes, const QString &name,
                                                           const std::function<bool(const QString &)> &wanted);

/// The bytes that @p bytes were packed from with gzip, in however many parts; with the same limits.
[[nodiscard]] Result<QByteArray> unpackedGzip(const QByteArray &bytes, const QString &name);

} // namespace dateline
