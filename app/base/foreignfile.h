#pragma once

#include <QString>

namespace dateline
{

/// A file that others made, to be taken apart.
struct ForeignFile
{
    QString path;
    QString name; ///< What errors call it.
};

} // namespace dateline
