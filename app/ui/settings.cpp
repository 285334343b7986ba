#include "ui/settings.h"

#include <QStandardPaths>

namespace dateline
{

QSettings settings()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    return QSettings(folder + QStringLiteral("/window.ini"), QSettings::IniFormat);
}

} // namespace dateline
