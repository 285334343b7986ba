#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonValue>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace dateline
{

class Database;

/// One prepared statement with its values; goes back to its Database's cache in the end.
class Statement
{
public:
    Statement(Database &database, sqlite3_stmt *statement);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;

    /// Goes to the next row; false after the last one and after a failure, which Database::checked() then tells.
    bool next();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view utf8(int column) const; ///< Valid until next().
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] QJsonValue value(int column) const; ///< Of whatever type the cell has; a blob in hexadecimal.

    // Sets the value of question mark number @p index, from 1.
    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, std::int64_t{value}); }
    void bind(int index, double value);
    void bind(int index, const QString &value);
    void bind(int index, const QByteArray &value); ///< As a blob.
    void bind(int index, std::nullopt_t);
    template<typename T>
    void bind(int index, const std::optional<T> &value)
    {
        if (value)
            bind(index, *value);
        else
            bind(index, std::nullopt);
    }

    Database &m_database;
    sqlite3_stmt *m_statement = nullptr;
    std::vector<QByteArray> m_held; // SQLite reads bound bytes where they are: large documents are not copied.
};

/// One connection to an SQLite file, hardened against what a foreign file may hold.
///
/// A failure sticks: until checked() or takeFailure() hands it out, nothing more is run. So a piece of work is written
/// straight down and asked once, at its end, whether it went well.
class Database
{
    Q_DECLARE_TR_FUNCTIONS(Database)

public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        Immutable ///< Reads without locks or files beside it; the file must not change meanwhile.
    };

    /// Opens the file at @p path, which must exist; fails with what SQLite says, see code().
    [[nodiscard]] static std::unique_ptr<Database> open(const QString &path, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// A statement for @p sql with @p values for its question marks.
    template<typename... Values>
    [[nodiscard]] Statement query(std::string_view sql, const Values &...values)
    {
        Statement statement(*this, prepared(sql));
        int index = 0;
        (statement.bind(++index, values), ...);
        return statement;
    }

    /// Runs @p sql to its end, for statements without rows.
    template<typename... Values>
    void run(std::string_view sql, const Values &...values)
    {
        Statement statement = query(sql, values...);
        while (statement.next()) {
        }
    }

    /// Runs several statements, split by semicolons.
    void runScript(const QByteArray &sql);

    [[nodiscard]] std::int64_t lastRowId() const;
    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] bool failed() const { return m_failure.has_value(); }
    [[nodiscard]] int code() const { return m_code; } ///< SQLite's extended code of the last failure.

    /// Stops the work with @p error; the first failure counts.
    void fail(Error error);
    [[nodiscard]] std::optional<Error> takeFailure();

    /// @p value, or the failure that happened since the last call.
    template<typename T>
    [[nodiscard]] Result<T> checked(T value)
    {
        if (std::optional<Error> error = takeFailure())
            return std::unexpected(std::move(*error));
        return value;
    }

private:
    friend class Statement;
    friend class Transaction;
    explicit Database(QString path)
        : m_path(std::move(path))
    {
    }
    [[nodiscard]] sqlite3_stmt *prepared(std::string_view sql);
    void giveBack(sqlite3_stmt *statement);
    void failWith(int code);
    [[nodiscard]] Error errorFrom(int code) const;

    QString m_path;
    sqlite3 *m_handle = nullptr;
    std::unordered_map<std::string_view, sqlite3_stmt *> m_idle; // Keys lie in the statements themselves.
    std::optional<Error> m_failure;
    int m_code = 0;
};

} // namespace dateline
