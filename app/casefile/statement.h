#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

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

    enum class Type : std::uint8_t { Integer, Real, Text, Blob, Null };
    [[nodiscard]] Type type(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view utf8(int column) const; ///< Valid until next().
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] std::string_view bytes(int column) const; ///< As blob(), valid until next().
    [[nodiscard]] QJsonValue value(int column) const; ///< Of whatever type the cell has; a blob in hexadecimal.

    // Sets the value of question mark number @p index, from 1.
    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, std::int64_t{value}); }
    void bind(int index, double value);
    void bind(int index, const QString &value);
    void bind(int index, const QByteArray &value); ///< As a blob.
    void bind(int index, std::nullopt_t);
    void bindText(int index, std::string_view utf8); ///< Without a copy: must live until the statement has run.
    void bindBlob(int index, std::string_view bytes); ///< Likewise.
    void restart(); ///< Lets the statement run again with the values it has, and with those bound from now on.
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

} // namespace dateline
