#include "casefile/database.h"

#include <QUrl>

#include <sqlite3.h>

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

Statement::Statement(Database &database, sqlite3_stmt *statement)
    : m_database(database)
    , m_statement(statement)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_held(std::move(other.m_held))
{
}

Statement::~Statement()
{
    if (m_statement)
        m_database.giveBack(m_statement);
}

bool Statement::next()
{
    if (!m_statement || m_database.failed())
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_database.failWith(code);
    return false;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::utf8(int column) const
{
    // The text must be asked for before its length: it may have to be converted first.
    const unsigned char *text = sqlite3_column_text(m_statement, column);
    if (!text)
        return {};
    return {reinterpret_cast<const char *>(text), static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(utf8(column));
}

QByteArray Statement::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(bytes), bytes ? sqlite3_column_bytes(m_statement, column) : 0};
}

QJsonValue Statement::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return qint64{integer(column)};
    case SQLITE_FLOAT: return real(column);
    case SQLITE_TEXT: return text(column);
    case SQLITE_BLOB: return QString::fromLatin1(blob(column).toHex());
    default: return {};
    }
}

void Statement::bind(int index, std::int64_t value)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement, index, value);
}

void Statement::bind(int index, double value)
{
    if (m_statement)
        sqlite3_bind_double(m_statement, index, value);
}

void Statement::bind(int index, const QString &value)
{
    const QByteArray &held = m_held.emplace_back(value.toUtf8());
    if (!m_statement)
        return;
    const int code = sqlite3_bind_text64(m_statement, index, held.constData(), static_cast<sqlite3_uint64>(held.size()),
                                         SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK)
        m_database.failWith(code);
}

void Statement::bind(int index, const QByteArray &value)
{
    const QByteArray &held = m_held.emplace_back(value);
    if (!m_statement)
        return;
    // A null pointer would store NULL; no bytes are still bytes.
    const char *bytes = held.isNull() ? "" : held.constData();
    const int code =
        sqlite3_bind_blob64(m_statement, index, bytes, static_cast<sqlite3_uint64>(held.size()), SQLITE_STATIC);
    if (code != SQLITE_OK)
        m_database.failWith(code);
}

void Statement::bind(int index, std::nullopt_t)
{
    if (m_statement)
        sqlite3_bind_null(m_statement, index);
}

std::unique_ptr<Database> Database::open(const QString &path, Access access)
{
    std::unique_ptr<Database> database(new Database(path));
    QUrl url = QUrl::fromLocalFile(path);
    url.setQuery(access == Access::Immutable ? QStringLiteral("immutable=1") : QString());
    const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE
        | (access == Access::ReadWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
    const int code =
        sqlite3_open_v2(url.toEncoded(QUrl::FullyEncoded).constData(), &database->m_handle, flags, nullptr);
    if (code != SQLITE_OK) {
        database->failWith(code);
        return database;
    }
    sqlite3_busy_timeout(database->m_handle, 5000);
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
