#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace dateline
{

class Database;

/// The layout of the case files that this program writes; older programs refuse a higher one.
inline constexpr int schemaVersion = 1;

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
extern const Table historyTable;
extern const Table documentTextTable;
extern const Table documentBytesTable;

/// The tables whose rows Changes edit; the others are only added to.
[[nodiscard]] std::span<const Table *const> editableTables();
[[nodiscard]] std::span<const Table *const> allTables();

/// “a, b, c”: the columns of @p table without its id.
[[nodiscard]] QByteArray columnList(const Table &table);

/// Makes everything that an empty case holds.
void createSchema(Database &database, const QString &title);

/// Whether the open file is a case that this program understands; fails in @p database with one clear sentence if not.
void checkSchema(Database &database, const QString &path);

} // namespace dateline
