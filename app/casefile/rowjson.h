#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline
{

class Database;
class Statement;

/// The columns of @p table as this file has them, without id, by name; none if there is no such table.
[[nodiscard]] std::vector<QByteArray> columnsOf(Database &database, const QString &table);

/// “SELECT id, …” of @p columns of @p table.
[[nodiscard]] std::string selectRows(const QString &table, const std::vector<QByteArray> &columns);

/// The row that a statement of selectRows() is at, as the history writes rows down.
[[nodiscard]] QByteArray rowJson(const Statement &row, const std::vector<QByteArray> &columns);

/// Row @p id of @p table as it is now; none if it is not there.
[[nodiscard]] std::optional<QByteArray> rowJson(Database &database, const QString &table, std::int64_t id);

/// The object in a text of JSON; empty if there is none.
[[nodiscard]] QJsonObject objectFromJson(const QByteArray &json);
[[nodiscard]] QJsonObject objectFromJson(const QJsonValue &text);

/// The names of the columns that differ; one that is not there is null.
[[nodiscard]] QStringList differingColumns(const QJsonObject &one, const QJsonObject &other);

/// “title was “A” and is “B””, for each column that differs.
[[nodiscard]] QString differencesText(const QJsonObject &was, const QJsonObject &is);

/// A value as a report shows it: “Goris”, 15, nothing. A long text is cut to where it differs from @p other.
[[nodiscard]] QString shownValue(const QJsonValue &value, const QJsonValue &other = {});

} // namespace dateline
