#pragma once

#include "sources/formats.h"

class QIODevice;

namespace dateline
{

// Parsers of files that others made run in a process of their own, dateline-reader, with little memory and time: one
// that crashes or runs away costs that file and nothing else. The bytes go there as a file in memory and the documents
// come back over a pipe.

/// What dateline-reader makes of @p bytes; if it dies, one sentence that says so.
[[nodiscard]] SourcesRead readApart(const Format &format, const QByteArray &bytes, const QString &name,
                                    const std::stop_token &stop);

/// The other end, in dateline-reader: sets the limits, reads standard input with @p read and writes to standard output.
/// @returns the exit status.
[[nodiscard]] int serveApart(SourcesRead (*read)(const QByteArray &bytes, const QString &name), const QString &name);

} // namespace dateline
