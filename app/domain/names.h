#pragma once

#include <QString>

namespace dateline
{

/// @p name as it is compared with others: case folded, without accents, runs of space as one.
[[nodiscard]] QString foldedName(QStringView name);

/// True if a word of @p text begins with @p name, both folded; so inflected names are found too.
///
/// False for a name of fewer than two characters.
[[nodiscard]] bool namesIn(QStringView text, QStringView name);

/// The same of a text and a name that are folded already.
[[nodiscard]] bool foldedNamesIn(const QString &words, const QString &wanted);

} // namespace dateline
