#pragma once

#include <QStringList>

#include <optional>

namespace dateline
{

/// Runs the command that @p arguments name (without the program's name) and tells its exit status; none if they ask
/// for the window.
///
/// Results go to stdout, progress and errors to stderr; 0 only when all was done.
[[nodiscard]] std::optional<int> runCommand(const QStringList &arguments);

} // namespace dateline
