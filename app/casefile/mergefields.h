#pragma once

#include "casefile/schema.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace dateline
{

class Database;

/// Columns of a table that only make sense together, and so are merged together: the four of a time, the seven of a
/// place.
struct MergeField
{
    QString name; ///< The column's, or “time”, “place”, “words” …
    QStringList columns;
    bool refers = false; ///< Holds ids of rows.
};

/// The fields of @p table; every column is in one.
[[nodiscard]] const std::vector<MergeField> &mergeFields(const Table &table);

/// A column that names a row of another table.
struct MergeReference
{
    const Table *table = nullptr; ///< The table of the column.
    QString column;
    const Table *target = nullptr;
    bool required = false; ///< The row is nothing without the other one, and goes with it.
};

[[nodiscard]] const std::vector<MergeReference> &mergeReferences();

/// Row @p id of @p table as it is stored; none if it is not there.
[[nodiscard]] std::optional<QJsonObject> storedRow(Database &database, const Table &table, std::int64_t id);

/// Whether a column holds the same in both; one that is missing is null, and 1 is 1.0.
[[nodiscard]] bool isSameValue(const QJsonValue &one, const QJsonValue &other);
[[nodiscard]] bool isSameField(const MergeField &field, const QJsonObject &one, const QJsonObject &other);

/// The columns of @p field alone.
[[nodiscard]] QJsonObject fieldOf(const MergeField &field, const QJsonObject &row);

/// The side whose value of @p field is kept without asking where both have taken in the same thing, such as the
/// earlier time of reading; none if a person must decide. Tells the same whichever side asks.
[[nodiscard]] const QJsonObject *withoutAsking(const Table &table, const MergeField &field, const QJsonObject &one,
                                               const QJsonObject &other);

} // namespace dateline
