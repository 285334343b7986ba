#pragma once

#include <QSettings>

namespace dateline
{

/// What the window remembers between runs, in an ini file in the user's configuration folder.
[[nodiscard]] QSettings settings();

} // namespace dateline
