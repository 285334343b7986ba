#include "casefile/database.h"
#include "casefile/geopackagecase.h"
#include "casefile/schema.h"
#include "casefile/transaction.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <sqlite3.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace dateline
{

namespace
{

// Reading a whole large case before it is shown would take longer than the damage it finds is worth; SQLite finds
// damage there when it comes to it.
constexpr qint64 largestQuickCheck = 32 * 1024 * 1024;

/// The sentences of this file, for translators.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Case)
};

std::unexpected<Error> cannotMake(const QString &path, const QString &reason)
{
    return failure(Error::Kind::Unwritable,
                   Say::tr("“%1” could not be made (%2): choose another folder or free some space").arg(path, reason),
                   path);
}

std::unexpected<Error> isThere(const QString &path)
{
    return failure(Error::Kind::Conflict, Say::tr("“%1” is there already: choose another name").arg(path), path);
}

QString lastSystemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

// SQLite gives up its locks on a file when any other handle of this process to that file is closed, so this is for
// files that nobody has open, and for folders.
bool syncToDisk(const QString &path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool synced = ::fsync(file) == 0;
    const int reason = errno;
    ::close(file);
    errno = reason;
    return synced;
}

/// A file that is made whole under another name beside its own, and takes its own name in the end or goes.
class NewFile
{
public:
    explicit NewFile(const QString &path)
        : m_path(path)
    {
        const QFileInfo info(path);
        m_folder = info.absolutePath();
        m_temporary = m_folder + QLatin1String("/.") + info.fileName() + QLatin1Char('.')
            + QUuid::createUuid().toString(QUuid::Id128).left(8);
    }
    ~NewFile() { QFile::remove(m_temporary); }
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    [[nodiscard]] const QString &temporary() const { return m_temporary; }

    /// Makes the empty file under its other name, for nobody but us.
    [[nodiscard]] Result<void> make() const
    {
        if (QFileInfo::exists(m_path))
            return isThere(m_path);
        const int file =
            ::open(QFile::encodeName(m_temporary).constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
        if (file < 0)
            return cannotMake(m_path, lastSystemError());
        ::close(file);
        return {};
    }

    [[nodiscard]] Result<void> takeName() const
    {
        if (!syncToDisk(m_temporary, O_RDONLY))
            return cannotMake(m_path, lastSystemError());
        const QByteArray from = QFile::encodeName(m_temporary);
        const QByteArray to = QFile::encodeName(m_path);
        int refused = ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE);
        // Some network file systems cannot rename without replacing; a second name never replaces either.
        if (refused != 0 && (errno == EINVAL || errno == ENOSYS))
            refused = ::link(from.constData(), to.constData());
        if (refused != 0)
            return errno == EEXIST ? isThere(m_path) : cannotMake(m_path, lastSystemError());
        if (!syncToDisk(m_folder, O_RDONLY | O_DIRECTORY))
            return cannotMake(m_path, lastSystemError());
        return {};
    }

private:
    QString m_path;
    QString m_folder;
    QString m_temporary;
};

/// Why the file at @p path cannot be read as a case, from SQLite's @p code; none if it is another reason.
std::optional<Error> foreignFile(int code, const QString &path)
{
    switch (code == SQLITE_IOERR_SHORT_READ ? SQLITE_CORRUPT : code & 0xff) {
    case SQLITE_NOTADB:
        return Error{
            Error::Kind::Malformed,
            Say::tr("“%1” is no case of Dateline: choose a .gpkg file that Dateline made, or read it as a document")
                .arg(path),
            path};
    case SQLITE_ERROR: // The search index of a cut file says no more than this.
    case SQLITE_CORRUPT:
        return Error{Error::Kind::Malformed,
                     Say::tr("“%1” is damaged or was cut short: open an earlier copy of the case").arg(path), path};
    default: return std::nullopt;
    }
}

std::optional<Error> refusalOf(const QFileInfo &info)
{
    const QString path = info.filePath();
    if (!info.exists())
        return Error{Error::Kind::NotFound, Say::tr("“%1” is not there: check its name and folder").arg(path), path};
    if (info.isDir())
        return Error{Error::Kind::Malformed, Say::tr("“%1” is a folder: choose a case file in it").arg(path), path};
    if (!info.isFile())
        return Error{Error::Kind::Malformed, Say::tr("“%1” is no file: choose a case file").arg(path), path};
    if (info.size() == 0)
        return Error{Error::Kind::Malformed, Say::tr("“%1” is empty: choose a case file, or make a new case").arg(path),
                     path};
    if (!info.isReadable()) {
        return Error{Error::Kind::Unreadable,
                     Say::tr("“%1” may not be read by you: ask its owner for permission").arg(path), path};
    }
    return std::nullopt;
}

Result<std::unique_ptr<Database>> checkedDatabase(const QFileInfo &info, Database::Access access)
{
    const QString path = info.filePath();
    std::unique_ptr<Database> database = Database::open(info.absoluteFilePath(), access);
    database->run("PRAGMA schema_version");
    if (!database->failed() && info.size() <= largestQuickCheck) {
        Statement check = database->query("PRAGMA quick_check(1)");
        if (check.next() && check.utf8(0) != "ok")
            database->fail(*foreignFile(SQLITE_CORRUPT, path));
    }
    checkSchema(*database, path);
    if (!database->failed())
        return database;
    std::optional<Error> error = foreignFile(database->code(), path);
    std::optional<Error> plain = database->takeFailure();
    return std::unexpected(error ? std::move(*error) : std::move(*plain));
}

Result<std::unique_ptr<Database>> readOnlyDatabase(const QFileInfo &info)
{
    Result<std::unique_ptr<Database>> database = checkedDatabase(info, Database::Access::ReadOnly);
    if (database || database.error().kind != Error::Kind::Unreadable)
        return database;
    // A case that was not closed properly needs its log beside it, and files beside that to read it.
    if (const QFileInfo log(info.filePath() + QLatin1String("-wal")); log.exists() && log.size() > 0) {
        return failure(
            Error::Kind::Unreadable,
            Say::tr("“%1” was not closed properly and lies where nothing can be written: copy it together with "
                    "“%2” to another folder and open the copy")
                .arg(info.filePath(), log.fileName()),
            info.filePath());
    }
    return checkedDatabase(info, Database::Access::Immutable);
}

} // namespace

Result<std::unique_ptr<Case>> createCase(const QString &path, const QString &title)
{
    const NewFile file(path);
    if (const Result<void> made = file.make(); !made)
        return std::unexpected(made.error());
    {
        const std::unique_ptr<Database> database = Database::open(file.temporary(), Database::Access::ReadWrite);
        Transaction transaction(*database);
        createSchema(*database, title);
        transaction.commit();
        if (const std::optional<Error> error = database->takeFailure())
            return cannotMake(path, QString::fromUtf8(sqlite3_errstr(database->code())));
    }
    if (const Result<void> named = file.takeName(); !named)
        return std::unexpected(named.error());
    return openCase(path);
}

Result<std::unique_ptr<Case>> openCase(const QString &path)
{
    if (std::optional<Error> refusal = refusalOf(QFileInfo(path)))
        return std::unexpected(std::move(*refusal));
    // Two names of one file are one case: its lock lies beside the file itself.
    const QFileInfo info(QFileInfo(path).canonicalFilePath());
    QString whyReadOnly = Say::tr("“%1” cannot be changed where it is: copy it to a folder that you can write to");
    std::unique_ptr<QLockFile> lock;
    if (info.isWritable() && QFileInfo(info.absolutePath()).isWritable()) {
        lock = std::make_unique<QLockFile>(info.absoluteFilePath() + QLatin1String("-lock"));
        lock->setStaleLockTime(std::chrono::milliseconds(0));
        if (!lock->tryLock()) {
            whyReadOnly = lock->error() == QLockFile::LockFailedError
                ? Say::tr("“%1” is open in another window: close it there, or work on a copy")
                : Say::tr("“%1” cannot be changed because its folder takes no new file: free some space on its "
                          "disk, or copy it to another one");
            lock.reset();
        }
    }
    Result<std::unique_ptr<Database>> database =
        lock ? checkedDatabase(info, Database::Access::ReadWrite) : readOnlyDatabase(info);
    if (!database)
        return std::unexpected(std::move(database.error()));
    return std::make_unique<GeoPackageCase>(std::move(*database), path, std::move(lock), whyReadOnly.arg(path));
}

Result<void> copyCase(const Case &original, const QString &path)
{
    const NewFile file(path);
    if (const Result<void> made = file.make(); !made)
        return made;
    {
        const Result<std::unique_ptr<Database>> database =
            readOnlyDatabase(QFileInfo(QFileInfo(original.path()).canonicalFilePath()));
        if (!database)
            return std::unexpected(database.error());
        (*database)->run("VACUUM INTO ?", file.temporary());
        if (const std::optional<Error> error = (*database)->takeFailure())
            return cannotMake(path, QString::fromUtf8(sqlite3_errstr((*database)->code())));
    }
    return file.takeName();
}

} // namespace dateline
