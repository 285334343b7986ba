#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <span>
#include <string_view>

namespace dateline
{

class Database;

/// The layout of the case files that this program writes; older ones are migrated, newer ones only read.
inline constexpr int schemaVersion = 5;

struct Column
{
    const char *name;
    const char *type; ///< A GeoPackage type, with constraints.
    const char *about; ///< One line for whoever opens the file in another program.
};

/// A table of a case: a key called id, then these columns.
struct Table
{
    const char *name;
    const char *about;
    std::span<const Column> columns;

    [[nodiscard]] bool hasGeometry() const;
};

extern const Table documentTable;
extern const Table quoteTable;
extern const Table incidentTable;
extern const Table claimTable;
extern const Table figureTable;
extern const Table decisionTable;
extern const Table layerTable;
extern const Table bookmarkTable;
extern const Table caseInfoTable;
extern const Table historyTable;
extern const Table mergedHistoryTable;
extern const Table documentTextTable;
extern const Table documentBytesTable;

/// The tables whose rows Changes edit; the others are only added to.
[[nodiscard]] std::span<const Table *const> editableTables();
[[nodiscard]] const Table *editableTableNamed(std::string_view name); ///< Null if there is none.
[[nodiscard]] std::span<const Table *const> allTables();

/// “a, b, c”: the columns of @p table without its id.
[[nodiscard]] QByteArray columnList(const Table &table);

/// Makes everything that an empty case holds.
void createSchema(Database &database, const QString &title);

/// Makes the indexes that are missing.
void createIndexes(Database &database);

/// Notes which program and which schema the file now is of.
void stampSchema(Database &database);

/// The schema of the open file, 0 if it does not say; fails in @p database with one clear sentence if it is no case.
[[nodiscard]] int schemaOf(Database &database, const QString &path);

/// Fails in @p database if a table or column is missing: that must not come out later, in the middle of work.
void checkTables(Database &database, const QString &path);

} // namespace dateline
