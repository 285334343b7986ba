#pragma once

#include <QStringList>

#include <optional>

namespace dateline
{

/// What kind of application object the arguments call for.
enum class Needs : std::uint8_t { Window, Fonts, Nothing };

/// What @p arguments (without the program's name) need, told from the first of them alone.
[[nodiscard]] Needs needsOf(const QStringList &arguments);

/// Runs the command that @p arguments name (without the program's name) and tells its exit status; none if they ask
/// for the window.
///
/// Results go to stdout, progress and errors to stderr; 0 only when all was done, 2 if the arguments make no sense.
[[nodiscard]] std::optional<int> runCommand(const QStringList &arguments);

} // namespace dateline
