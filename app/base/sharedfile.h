#pragma once

#include <QString>

namespace dateline
{

/// The path of a data file that comes with the program, such as “base.gpkg”: ../share/dateline beside its own folder.
[[nodiscard]] QString sharedFile(const QString &name);

} // namespace dateline
