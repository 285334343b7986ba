#include "casefile/database.h"

#include "base/sha256.h"

#include <QUrl>

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace dateline
{

namespace
{

void harden(sqlite3 *handle)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_exec(handle, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA foreign_keys=ON", nullptr, nullptr,
                 nullptr);
}

bool isWriteFailure(int code)
{
    switch (code) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_FSTAT:
    case SQLITE_IOERR_DATA:
    case SQLITE_IOERR_CORRUPTFS: return false;
    default: return true;
    }
}

} // namespace

std::unique_ptr<Database> Database::open(const QString &path, Access access)
{
    std::unique_ptr<Database> database(new Database(path));
    QUrl url = QUrl::fromLocalFile(path);
    url.setQuery(access == Access::Immutable ? QStringLiteral("immutable=1") : QString());
    // One thread at a time uses a connection: no call needs SQLite's own lock.
    const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX
        | (access == Access::ReadWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
    const int code =
        sqlite3_open_v2(url.toEncoded(QUrl::FullyEncoded).constData(), &database->m_handle, flags, nullptr);
    if (code != SQLITE_OK) {
        database->failWith(code);
        return database;
    }
    sqlite3_busy_timeout(database->m_handle, busyMilliseconds);
    harden(database->m_handle);
    return database;
}

Database::~Database()
{
    for (const auto &[sql, statement] : m_idle)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

sqlite3_stmt *Database::prepared(std::string_view sql)
{
    if (failed())
        return nullptr;
    if (const auto idle = m_idle.find(sql); idle != m_idle.end()) {
        sqlite3_stmt *statement = idle->second;
        m_idle.erase(idle);
        return statement;
    }
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        failWith(code);
    return statement;
}

void Database::giveBack(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (!m_idle.emplace(sqlite3_sql(statement), statement).second)
        sqlite3_finalize(statement);
}

void Database::runScript(const QByteArray &sql)
{
    if (failed())
        return;
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        failWith(code);
}

void Database::overwrite(const char *table, const char *column, std::int64_t id, std::string_view was,
                         std::string_view is)
{
    constexpr std::size_t piece = 512;
    if (failed())
        return;
    sqlite3_blob *blob = nullptr;
    int code = sqlite3_blob_open(m_handle, "main", table, column, id, 1, &blob);
    for (std::size_t at = 0; code == SQLITE_OK && at < is.size(); at += piece) {
        const std::string_view part = is.substr(at, piece);
        if (part != was.substr(at, piece))
            code = sqlite3_blob_write(blob, part.data(), static_cast<int>(part.size()), static_cast<int>(at));
    }
    sqlite3_blob_close(blob);
    if (code != SQLITE_OK)
        failWith(code);
}

// Not with a handle of our own: closing that would let go the locks of every connection of this process to the file.
bool Database::hasTable(const QString &name)
{
    return query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", name).next();
}

QByteArray Database::fileSha256() const
{
    sqlite3_file *file = nullptr;
    sqlite3_int64 size = 0;
    if (sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&file)) != SQLITE_OK
        || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return {};
    Sha256 hash;
    QByteArray chunk(1024 * 1024, Qt::Uninitialized);
    for (sqlite3_int64 at = 0; at < size; at += chunk.size()) {
        const auto length = static_cast<int>(std::min<sqlite3_int64>(chunk.size(), size - at));
        if (file->pMethods->xRead(file, chunk.data(), length, at) != SQLITE_OK)
            return {};
        hash.add({chunk.constData(), static_cast<std::size_t>(length)});
    }
    return hash.take();
}

Error Database::diskFull() const
{
    return errorFrom(SQLITE_FULL);
}

void Database::limitValues(std::int64_t bytes)
{
    if (m_handle)
        sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, static_cast<int>(std::min<std::int64_t>(bytes, 1'000'000'000)));
}

void Database::leaveLog()
{
    if (m_handle)
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

void Database::fail(Error error)
{
    if (!m_failure)
        m_failure = std::move(error);
}

std::optional<Error> Database::takeFailure()
{
    return std::exchange(m_failure, std::nullopt);
}

void Database::failWith(int code)
{
    if (failed())
        return;
    m_code = code;
    m_failure = errorFrom(code);
}

Error Database::errorFrom(int code) const
{
    const int reasonNumber = m_handle ? sqlite3_system_errno(m_handle) : 0;
    const bool full = (code & 0xff) == SQLITE_IOERR && (reasonNumber == ENOSPC || reasonNumber == EDQUOT);
    switch (full ? SQLITE_FULL : code & 0xff) {
    case SQLITE_FULL:
        return {Error::Kind::Unwritable,
                tr("The disk that holds “%1” is full: nothing of this step was stored; free some space and "
                   "try again")
                    .arg(m_path),
                m_path};
    case SQLITE_READONLY:
        return {Error::Kind::Unwritable,
                tr("“%1” cannot be changed because it is read-only: copy the case to a folder that you can "
                   "write to")
                    .arg(m_path),
                m_path};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Error::Kind::Unwritable,
                tr("“%1” is being changed by another program: nothing of this step was stored; close the case "
                   "there and try again")
                    .arg(m_path),
                m_path};
    case SQLITE_TOOBIG:
        return {Error::Kind::Unwritable,
                tr("“%1” cannot hold a text or file of more than 1 GB: nothing of this step was stored; split "
                   "the source")
                    .arg(m_path),
                m_path};
    case SQLITE_IOERR:
        if (isWriteFailure(code) && sqlite3_db_readonly(m_handle, "main") == 0) {
            return {Error::Kind::Unwritable,
                    tr("“%1” could not be written: nothing of this step was stored; check the disk and try again")
                        .arg(m_path),
                    m_path};
        }
        break;
    default: break;
    }
    const QString reason = QString::fromUtf8(m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code));
    return {Error::Kind::Unreadable,
            tr("“%1” could not be read (%2): check the disk, or open an earlier copy of the case").arg(m_path, reason),
            m_path};
}

} // namespace dateline
