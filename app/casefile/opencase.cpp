#include "casefile/asitis.h"
#include "casefile/besides.h"
#include "casefile/casetext.h"
#include "casefile/database.h"
#include "casefile/geopackagecase.h"
#include "casefile/incidentindexes.h"
#include "casefile/mergecase.h"
#include "casefile/migration.h"
#include "casefile/schema.h"
#include "casefile/transaction.h"
#include "casefile/writerslock.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
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

// What SQLite holds at most, see errorFrom().
constexpr qint64 longestValue = 1'000'000'000;

std::unexpected<Error> cannotMake(const QString &path, const QString &reason)
{
    return failure(
        Error::Kind::Unwritable,
        CaseText::tr("“%1” could not be made (%2): choose another folder or free some space").arg(path, reason), path);
}

std::unexpected<Error> isThere(const QString &path)
{
    return failure(Error::Kind::Conflict, CaseText::tr("“%1” is there already: choose another name").arg(path), path);
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
        if (!syncToDisk(m_folder, O_RDONLY | O_DIRECTORY)) {
            const QString reason = lastSystemError();
            QFile::remove(m_path); // What is said not to be made must not be there.
            return cannotMake(m_path, reason);
        }
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
            CaseText::tr(
                "“%1” is no case of Dateline: choose a .gpkg file that Dateline made, or read it as a document")
                .arg(path),
            path};
    case SQLITE_TOOBIG: // Longer than the file itself.
    case SQLITE_ERROR: // The search index of a cut file says no more than this.
    case SQLITE_CORRUPT:
        return Error{Error::Kind::Malformed,
                     CaseText::tr("“%1” is damaged or was cut short: open an earlier copy of the case").arg(path),
                     path};
    default: return std::nullopt;
    }
}

std::optional<Error> refusalOf(const QFileInfo &info)
{
    const QString path = info.filePath();
    if (!info.exists())
        return Error{Error::Kind::NotFound, CaseText::tr("“%1” is not there: check its name and folder").arg(path),
                     path};
    if (info.isDir())
        return Error{Error::Kind::Malformed, CaseText::tr("“%1” is a folder: choose a case file in it").arg(path),
                     path};
    if (!info.isFile())
        return Error{Error::Kind::Malformed, CaseText::tr("“%1” is no file: choose a case file").arg(path), path};
    if (info.size() == 0)
        return Error{Error::Kind::Malformed,
                     CaseText::tr("“%1” is empty: choose a case file, or make a new case").arg(path), path};
    if (!info.isReadable()) {
        return Error{Error::Kind::Unreadable,
                     CaseText::tr("“%1” may not be read by you: ask its owner for permission").arg(path), path};
    }
    return std::nullopt;
}

/// A database with the schema of the case in it.
struct Opened
{
    std::unique_ptr<Database> database;
    int schema = 0;
};

enum class Care : std::uint8_t { RefuseDamage, ReadAsItIs };

Result<Opened> checkedDatabase(const QFileInfo &info, Database::Access access, Care care = Care::RefuseDamage)
{
    const QString path = info.filePath();
    if (access == Database::Access::ReadWrite) {
        if (std::optional<Error> refusal = refusalToWrite(info))
            return std::unexpected(std::move(*refusal));
    }
    Opened opened{Database::open(info.absoluteFilePath(), access)};
    Database &database = *opened.database;
    // Nothing that is in the file, or in the log beside it, is longer than they are.
    constexpr qint64 margin = 1024 * 1024;
    database.limitValues(margin + 4 * (info.size() + QFileInfo(info.filePath() + QLatin1String("-wal")).size()));
    database.run("PRAGMA schema_version");
    if (care == Care::RefuseDamage && !database.failed() && info.size() <= largestQuickCheck) {
        Statement check = database.query("PRAGMA quick_check(1)");
        if (check.next() && check.utf8(0) != "ok")
            database.fail(*foreignFile(SQLITE_CORRUPT, path));
    }
    opened.schema = schemaOf(database, path);
    if (care == Care::RefuseDamage && opened.schema >= schemaVersion)
        checkTables(database, path);
    if (!database.failed()) {
        if (care == Care::RefuseDamage)
            database.limitValues(longestValue);
        return opened;
    }
    std::optional<Error> error = foreignFile(database.code(), path);
    std::optional<Error> plain = database.takeFailure();
    database.leaveLog();
    opened.database.reset();
    if (std::optional<Error> stranger = error && care == Care::RefuseDamage ? strangerBeside(info) : std::nullopt)
        return std::unexpected(std::move(*stranger));
    return std::unexpected(error ? std::move(*error) : std::move(*plain));
}

Result<Opened> readOnlyDatabase(const QFileInfo &info, Care care = Care::RefuseDamage)
{
    Result<Opened> opened = checkedDatabase(info, Database::Access::ReadOnly, care);
    if (opened || opened.error().kind != Error::Kind::Unreadable)
        return opened;
    // A case that was not closed properly needs its log or journal beside it, and files beside that to read it.
    for (const char *ending : {"-wal", "-journal"}) {
        const QFileInfo beside(info.filePath() + QLatin1StringView(ending));
        if (!beside.exists() || beside.size() == 0)
            continue;
        return failure(
            Error::Kind::Unreadable,
            CaseText::tr("“%1” was not closed properly and lies where nothing can be written: copy it together with "
                         "“%2” to another folder and open the copy")
                .arg(info.filePath(), beside.fileName()),
            info.filePath());
    }
    return checkedDatabase(info, Database::Access::Immutable, care);
}

/// Copies all of @p database, as it is now, to a new file at @p path.
Result<void> copyTo(Database &database, const QString &path)
{
    const NewFile file(path);
    if (const Result<void> made = file.make(); !made)
        return made;
    database.run("VACUUM INTO ?", file.temporary());
    if (const std::optional<Error> error = database.takeFailure())
        return cannotMake(path, QString::fromUtf8(sqlite3_errstr(database.code())));
    return file.takeName();
}

/// “border (schema 1).gpkg” beside “border.gpkg”, or with a number where that is taken.
QString nameAside(const QFileInfo &info, int schema)
{
    const QString stem = info.absolutePath() + u'/' + info.completeBaseName() + u' ';
    const QString ending = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    QString name = stem + QStringLiteral("(schema %1)").arg(schema) + ending;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = stem + QStringLiteral("(schema %1, %2)").arg(schema).arg(number) + ending;
    return name;
}

Result<void> migrateFrom(int schema, Database &database, const QString &path)
{
    Transaction transaction(database);
    migrate(database, schema);
    checkTables(database, path);
    transaction.commit();
    if (std::optional<Error> error = database.takeFailure())
        return std::unexpected(std::move(*error));
    return {};
}

/// Migrates a case that may be written to, after a copy of it as it was is safe.
Result<void> migrateInPlace(const Opened &opened, const QFileInfo &info)
{
    if (const Result<void> copied = copyTo(*opened.database, nameAside(info, opened.schema)); !copied)
        return copied;
    return migrateFrom(opened.schema, *opened.database, info.filePath());
}

/// A migrated copy of a case that may not be written to. It has no name any more, and goes when it is closed.
Result<std::unique_ptr<Database>> migratedCopy(const Opened &opened, const QFileInfo &info)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("case.gpkg"));
    if (!folder.isValid())
        return cannotMake(path, folder.errorString());
    if (const Result<void> copied = copyTo(*opened.database, path); !copied)
        return std::unexpected(copied.error());
    std::unique_ptr<Database> copy = Database::open(path, Database::Access::ReadWrite);
    if (const Result<void> migrated = migrateFrom(opened.schema, *copy, info.filePath()); !migrated)
        return std::unexpected(migrated.error());
    return copy;
}

/// Makes the incidents' indexes fit again after a program that does not keep them. The case is whole without.
void mendIndexesOf(Database &database)
{
    if (!haveIncidentIndexes(database)) {
        Transaction transaction(database);
        mendIncidentIndexes(database);
        transaction.commit();
    }
    static_cast<void>(database.takeFailure());
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
    QString whyReadOnly = CaseText::tr("“%1” cannot be changed where it is: copy it to a folder that you can write to");
    std::unique_ptr<WritersLock> lock;
    if (info.isWritable() && QFileInfo(info.absolutePath()).isWritable()) {
        Result<std::unique_ptr<WritersLock>> taken = WritersLock::take(info.absoluteFilePath());
        if (taken)
            lock = std::move(*taken);
        else
            whyReadOnly = taken.error().message;
    }
    Result<Opened> opened = lock ? checkedDatabase(info, Database::Access::ReadWrite) : readOnlyDatabase(info);
    if (!opened)
        return std::unexpected(std::move(opened.error()));
    if (opened->schema > schemaVersion) {
        whyReadOnly = CaseText::tr("“%1” was made by a newer version of Dateline, so it can be read but not changed: "
                                   "update Dateline");
        lock.reset();
    }
    if (opened->schema < schemaVersion && lock) {
        if (const Result<void> migrated = migrateInPlace(*opened, info); !migrated)
            return std::unexpected(migrated.error());
    } else if (opened->schema < schemaVersion) {
        Result<std::unique_ptr<Database>> copy = migratedCopy(*opened, info);
        if (!copy)
            return std::unexpected(copy.error());
        opened->database = std::move(*copy);
    }
    if (lock)
        mendIndexesOf(*opened->database);
    return std::make_unique<GeoPackageCase>(std::move(opened->database), path, std::move(lock), whyReadOnly.arg(path));
}

Result<FileAsItIs> openAsItIs(const QString &path)
{
    if (std::optional<Error> refusal = refusalOf(QFileInfo(path)))
        return std::unexpected(std::move(*refusal));
    Result<Opened> opened = readOnlyDatabase(QFileInfo(QFileInfo(path).canonicalFilePath()), Care::ReadAsItIs);
    if (!opened)
        return std::unexpected(std::move(opened.error()));
    return FileAsItIs{std::move(opened->database), opened->schema};
}

Result<std::unique_ptr<Database>> openToRead(const QString &path, Newer newer)
{
    if (std::optional<Error> refusal = refusalOf(QFileInfo(path)))
        return std::unexpected(std::move(*refusal));
    const QFileInfo info(QFileInfo(path).canonicalFilePath());
    Result<Opened> opened = readOnlyDatabase(info);
    if (!opened)
        return std::unexpected(std::move(opened.error()));
    if (opened->schema > schemaVersion && newer == Newer::Refuse) {
        return failure(Error::Kind::Unsupported,
                       CaseText::tr("“%1” was made by a newer version of Dateline: update Dateline first").arg(path),
                       path);
    }
    if (opened->schema < schemaVersion)
        return migratedCopy(*opened, info);
    return std::move(opened->database);
}

Result<void> copyCase(const Case &original, const QString &path)
{
    const Result<Opened> opened = readOnlyDatabase(QFileInfo(QFileInfo(original.path()).canonicalFilePath()));
    if (!opened)
        return std::unexpected(opened.error());
    return copyTo(*opened->database, path);
}

} // namespace dateline
