#include "casefile/besides.h"

#include "casefile/database.h"
#include "casefile/schema.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

#include <sys/statvfs.h>

namespace dateline
{

namespace
{

// Copying or reading all of a larger one takes longer than a person waits for a case to open.
constexpr qint64 largestChecked = 32 * 1024 * 1024;

bool isWhole(const QString &path, Database::Access access)
{
    const std::unique_ptr<Database> database = Database::open(path, access);
    database->limitValues(4 * largestChecked);
    Statement check = database->query("PRAGMA quick_check(1)");
    const bool whole = check.next() && check.utf8(0) == "ok";
    return !database->takeFailure() && whole;
}

/// Whether SQLite would roll the file back from @p path: one that was not finished begins with zeros, or is empty.
bool isFinishedJournal(const QString &path)
{
    QFile file(path);
    const QByteArray begin = file.open(QIODevice::ReadOnly) ? file.read(8) : QByteArray();
    return begin.size() == 8 && begin.front() != '\0';
}

/// Whether a copy of the file is damaged once its journal has been rolled back.
bool ruins(const QFileInfo &info, const QString &journal)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("case.gpkg"));
    return QFile::copy(info.filePath(), copy) && QFile::copy(journal, copy + QLatin1String("-journal"))
        && QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner)
        && !isWhole(copy, Database::Access::ReadWrite);
}

Error doesNotFit(const QFileInfo &info, const QString &beside)
{
    const QString name = QFileInfo(beside).fileName();
    return {Error::Kind::Malformed,
            QCoreApplication::translate("Case",
                                        "“%1” is whole, but “%2” beside it is not its own: move “%2” to another "
                                        "folder and open the case again")
                .arg(info.filePath(), name),
            info.filePath()};
}

} // namespace

std::optional<Error> refusalToWrite(const QFileInfo &info)
{
    {
        const std::unique_ptr<Database> asItLies = Database::open(info.absoluteFilePath(), Database::Access::Immutable);
        static_cast<void>(schemaOf(*asItLies, info.filePath()));
        std::optional<Error> error = asItLies->takeFailure();
        // What cannot be read at all may be mended by its log or journal.
        if (error && error->kind != Error::Kind::Unreadable)
            return error;
    }
    const QString journal = info.filePath() + QLatin1String("-journal");
    if (info.size() <= largestChecked && isFinishedJournal(journal)
        && isWhole(info.absoluteFilePath(), Database::Access::Immutable) && ruins(info, journal))
        return doesNotFit(info, journal);
    return std::nullopt;
}

bool hasRoomForLog(const QString &path)
{
    constexpr unsigned long leastRoom = 256UL * 1024;
    struct statvfs disk{};
    // Some file systems do not tell.
    if (::statvfs(QFile::encodeName(path).constData(), &disk) != 0 || disk.f_blocks == 0)
        return true;
    return disk.f_bavail >= leastRoom / std::max(disk.f_frsize, 1UL);
}

std::optional<Error> strangerBeside(const QFileInfo &info)
{
    const QFileInfo log(info.filePath() + QLatin1String("-wal"));
    if (!log.exists() || log.size() == 0 || info.size() > largestChecked
        || !isWhole(info.absoluteFilePath(), Database::Access::Immutable))
        return std::nullopt;
    return doesNotFit(info, log.filePath());
}

} // namespace dateline
