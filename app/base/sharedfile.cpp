#include "base/sharedfile.h"

#include <QCoreApplication>
#include <QDir>

namespace dateline
{

QString sharedFile(const QString &name)
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/dateline/") + name);
}

} // namespace dateline
