#pragma once

#include "base/result.h"

#include <QFileInfo>

#include <optional>

namespace dateline
{

/// Why the file of @p info is not opened to be written: SQLite would mend it first from the log or the journal beside
/// it, and that changes what is no case of ours, or ruins a case that the journal is not of.
///
/// Leaves all files as they are.
[[nodiscard]] std::optional<Error> refusalToWrite(const QFileInfo &info);

/// What to tell of a case that is damaged together with the log or journal beside it and whole without; none if that
/// is not so.
[[nodiscard]] std::optional<Error> strangerBeside(const QFileInfo &info);

/// Whether the disk has room for the log that a case is written through, and for the log's index. A case that has been
/// set to use a log for which there is no room cannot even be read.
[[nodiscard]] bool hasRoomForLog(const QString &path);

} // namespace dateline
