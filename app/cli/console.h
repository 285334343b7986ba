#pragma once

#include "base/result.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace dateline
{

inline constexpr int exitDone = 0;
inline constexpr int exitFailed = 1;
inline constexpr int exitMisused = 2; ///< The arguments make no sense, or what they name cannot be checked.

/// Writes @p text and a line end to stdout.
void print(const QString &text);
void print(const QJsonObject &object);

/// Writes @p text and a line end to stderr.
void tell(const QString &text);

/// Tells what went wrong; returns exitFailed.
[[nodiscard]] int failed(const Error &error);

/// Tells what is wrong with the arguments and where help is; returns exitMisused.
[[nodiscard]] int misused(const QString &verb, const QString &text);

/// Reads @p arguments with @p parser, to which --help is added.
///
/// @param usage what follows “dateline ” in the help.
/// @returns the exit status if help was asked for or the options make no sense; none to go on.
[[nodiscard]] std::optional<int> parse(QCommandLineParser &parser, const QString &verb, const QString &usage,
                                       const QStringList &arguments);

} // namespace dateline
