#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace dateline
{

/// All of the file at @p path; empty if it cannot be read.
[[nodiscard]] QByteArray bytesOf(const QString &path);

/// Makes @p bytes the file at @p path.
void putBytes(const QString &path, const QByteArray &bytes);

/// Does to the database at @p path what no Dateline would do, with all of SQLite's own precautions off.
void runSql(const QString &path, const QByteArray &sql);

/// Whether @p error is one sentence that says what, where (the file at @p path, or what it names in it) and what to do.
[[nodiscard]] bool isClear(const Error &error, const QString &path);

} // namespace dateline
