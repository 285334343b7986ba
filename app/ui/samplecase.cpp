#include "ui/samplecase.h"

#include "base/sharedfile.h"
#include "casefile/case.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace dateline
{

Result<QString> readySampleCase()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    QString path = folder.filePath(QStringLiteral("sample.gpkg"));
    if (QFile::exists(path)) {
        if (openCase(path))
            return path;
        // Kept under another name: it may hold work of the user's.
        const QString aside = folder.filePath(QStringLiteral("sample-damaged.gpkg"));
        QFile::remove(aside);
        QFile::rename(path, aside);
    }
    const QString original = sharedFile(QStringLiteral("sample.gpkg"));
    if (!folder.mkpath(QStringLiteral(".")) || !QFile::copy(original, path)) {
        return failure(Error::Kind::Unwritable,
                       QCoreApplication::translate("SampleCase",
                                                   "The sample case could not be copied to “%1”; make that folder "
                                                   "writable or open a case of your own")
                           .arg(folder.path()),
                       path);
    }
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

} // namespace dateline
