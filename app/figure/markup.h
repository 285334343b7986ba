#pragma once

#include <QString>

namespace dateline
{

/// @p text without the signs that no XML may hold; the words themselves stay as they are.
[[nodiscard]] QString printable(const QString &text);

/// Whether @p address may become a link: only where it leads to the web.
[[nodiscard]] bool isWebAddress(const QString &address);

} // namespace dateline
