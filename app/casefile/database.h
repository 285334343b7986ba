#pragma once

#include "base/result.h"
#include "casefile/statement.h"

#include <QCoreApplication>

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

    /// While there is one, the tables behind a virtual table can be written to.
    class ShadowAccess
    {
    public:
        explicit ShadowAccess(Database &database);
        ~ShadowAccess();
        ShadowAccess(const ShadowAccess &) = delete;
        ShadowAccess &operator=(const ShadowAccess &) = delete;

    private:
        Database &m_database;
    };

    /// While there is one, references to rows of other tables are not checked: for rows that are made to fit. Checking a
    /// million takes longer than writing them.
    class UncheckedReferences
    {
    public:
        explicit UncheckedReferences(Database &database);
        ~UncheckedReferences();
        UncheckedReferences(const UncheckedReferences &) = delete;
        UncheckedReferences &operator=(const UncheckedReferences &) = delete;

    private:
        Database &m_database;
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

    /// Puts @p is where row @p id of @p table has the blob @p was, which is as long; writes what differs, so that a small
    /// change in a large blob costs a page of the file and not all of it.
    void overwrite(const char *table, const char *column, std::int64_t id, std::string_view was, std::string_view is);

    /// Runs several statements, split by semicolons.
    void runScript(const QByteArray &sql);

    [[nodiscard]] bool hasTable(const QString &name);

    /// SHA-256 of the file itself, 32 bytes, read through this connection; empty if it cannot be read to its end.
    [[nodiscard]] QByteArray fileSha256() const;
    [[nodiscard]] Error diskFull() const; ///< What to tell where there is no room to write.

    /// No value may be longer than @p bytes from now on: a hostile file can have SQLite make up a gigabyte for each row.
    void limitValues(std::int64_t bytes);

    /// Closing will not fold the log into the file, which stays as it is: for a file that is not to be trusted.
    void leaveLog();

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
    friend class BulkJournal;
    static constexpr int busyMilliseconds = 5000;
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
