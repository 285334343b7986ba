#include "casefile/statement.h"

#include "casefile/database.h"

#include <sqlite3.h>

#include <utility>

namespace dateline
{

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

Statement::Type Statement::type(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return Type::Integer;
    case SQLITE_FLOAT: return Type::Real;
    case SQLITE_TEXT: return Type::Text;
    case SQLITE_BLOB: return Type::Blob;
    default: return Type::Null;
    }
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
    const std::string_view held = bytes(column);
    return {held.data(), static_cast<qsizetype>(held.size())};
}

std::string_view Statement::bytes(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(bytes),
            bytes ? static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)) : 0};
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

void Statement::bindText(int index, std::string_view utf8)
{
    if (m_statement)
        sqlite3_bind_text64(m_statement, index, utf8.data(), utf8.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindBlob(int index, std::string_view bytes)
{
    if (m_statement)
        sqlite3_bind_blob64(m_statement, index, bytes.data(), bytes.size(), SQLITE_STATIC);
}

void Statement::restart()
{
    if (m_statement)
        sqlite3_reset(m_statement);
}

Database::ShadowAccess::ShadowAccess(Database &database)
    : m_database(database)
{
    sqlite3_db_config(m_database.m_handle, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
}

Database::ShadowAccess::~ShadowAccess()
{
    sqlite3_db_config(m_database.m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

// Unlike the pragma, this works within a transaction.
Database::UncheckedReferences::UncheckedReferences(Database &database)
    : m_database(database)
{
    sqlite3_db_config(m_database.m_handle, SQLITE_DBCONFIG_ENABLE_FKEY, 0, nullptr);
}

Database::UncheckedReferences::~UncheckedReferences()
{
    sqlite3_db_config(m_database.m_handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
}

} // namespace dateline
