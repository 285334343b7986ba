#include "casefile/columnblocks.h"

#include "casefile/database.h"
#include "casefile/rows.h"
#include "casefile/schema.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <string>

namespace dateline
{

namespace
{

constexpr auto tableSql = R"sql(
CREATE TABLE incident_columns (
  block INTEGER PRIMARY KEY NOT NULL, layout INTEGER NOT NULL, rows INTEGER NOT NULL, placed INTEGER NOT NULL,
  data BLOB NOT NULL);
CREATE TRIGGER incident_columns_insert AFTER INSERT ON incident
BEGIN
  DELETE FROM incident_columns WHERE block = NEW.id >> 10;
END;
CREATE TRIGGER incident_columns_update AFTER UPDATE ON incident
BEGIN
  DELETE FROM incident_columns WHERE block IN (OLD.id >> 10, NEW.id >> 10);
END;
CREATE TRIGGER incident_columns_delete AFTER DELETE ON incident
BEGIN
  DELETE FROM incident_columns WHERE block = OLD.id >> 10;
END;
)sql";

// How a block's data are laid out: the columns one after the other, in this machine's order of bytes. A block of
// another layout counts as missing.
constexpr std::int64_t layout = std::endian::native == std::endian::little ? 2 : 1002;

std::int64_t blockOf(std::int64_t id)
{
    return id >> blockBits;
}

std::int64_t firstIdOf(std::int64_t block)
{
    return block * (std::int64_t{1} << blockBits);
}

/// Calls @p each with every column but the ids; both IncidentColumns in step.
template<typename Columns, typename Each>
void forEachColumn(Columns &columns, const Each &each)
{
    each(columns.x);
    each(columns.y);
    each(columns.begin);
    each(columns.end);
    each(columns.day);
    each(columns.kind);
    each(columns.subKind);
    each(columns.precision);
    each(columns.status);
    each(columns.credibility);
    each(columns.flags);
    each(columns.reach);
}

// Above this, reading a whole block's incidents is quicker than putting them one by one into its columns.
constexpr std::size_t fewIncidents = 64;

// A row's id within its block, and its values.
constexpr std::size_t bytesPerRow = sizeof(std::uint16_t) + 5 * sizeof(std::uint32_t) + 7;

std::string packed(const IncidentColumns &columns, std::size_t from, std::size_t count)
{
    std::string data(count * bytesPerRow, '\0');
    char *at = data.data();
    forEachColumn(columns, [&at, from, count]<typename T>(const std::vector<T> &column) {
        std::memcpy(at, column.data() + from, count * sizeof(T));
        at += count * sizeof(T);
    });
    for (std::size_t i = from; i < from + count; ++i, at += sizeof(std::uint16_t)) {
        const auto offset = static_cast<std::uint16_t>(columns.id[i] - firstIdOf(blockOf(columns.id[i])));
        std::memcpy(at, &offset, sizeof offset);
    }
    return data;
}

bool isBelow(const std::vector<std::uint8_t> &values, std::size_t from, int bound)
{
    return std::all_of(values.begin() + static_cast<std::ptrdiff_t>(from), values.end(),
                       [bound](std::uint8_t value) { return value < bound; });
}

void cut(IncidentColumns &columns, std::size_t size)
{
    columns.id.resize(size);
    forEachColumn(columns, [size](auto &column) { column.resize(size); });
}

/// Adds a block's rows from @p data; false and nothing added if they are damaged.
bool unpack(IncidentColumns &columns, std::int64_t block, std::int64_t rows, std::string_view data)
{
    if (rows < 0 || rows > (1 << blockBits) || data.size() != static_cast<std::size_t>(rows) * bytesPerRow)
        return false;
    const auto count = static_cast<std::size_t>(rows);
    const std::size_t before = columns.size();
    const char *at = data.data();
    forEachColumn(columns, [&at, before, count]<typename T>(std::vector<T> &column) {
        column.resize(before + count);
        std::memcpy(column.data() + before, at, count * sizeof(T));
        at += count * sizeof(T);
    });
    bool good = isBelow(columns.kind, before, kindCount) && isBelow(columns.subKind, before, subKindCount + 1)
        && isBelow(columns.precision, before, static_cast<int>(LocationPrecision::Country) + 1)
        && isBelow(columns.status, before, static_cast<int>(Status::Refuted) + 1)
        && isBelow(columns.credibility, before, 7) && isBelow(columns.reach, before, 33);
    for (std::size_t i = 0; i < count; ++i, at += sizeof(std::uint16_t)) {
        std::uint16_t offset = 0;
        std::memcpy(&offset, at, sizeof offset);
        columns.id.push_back(firstIdOf(block) + offset);
        good = good && offset < (1 << blockBits) && (i == 0 || columns.id[before + i - 1] < columns.id[before + i]);
    }
    if (!good)
        cut(columns, before);
    return good;
}

const std::string &selectIncidents()
{
    static const std::string sql =
        ("SELECT id, " + columnList(incidentTable) + " FROM incident WHERE id BETWEEN ? AND ? ORDER BY id")
            .toStdString();
    return sql;
}

void readIncidents(Database &database, std::int64_t block, IncidentColumns &columns)
{
    Statement row = database.query(selectIncidents(), firstIdOf(block), firstIdOf(block) + (1 << blockBits) - 1);
    while (row.next())
        append(columns, incidentFrom(row));
}

void replaceIncidents(Database &database, std::span<const IncidentId> ids, IncidentColumns &columns)
{
    for (const IncidentId id : ids) {
        erase(columns, id);
        if (Statement row = database.query(selectIncidents(), numberOf(id), numberOf(id)); row.next())
            insert(columns, incidentFrom(row));
    }
}

void writeBlock(Database &database, std::int64_t block, const IncidentColumns &columns, std::size_t from,
                std::size_t count)
{
    std::int64_t placed = 0;
    for (std::size_t i = from; i < from + count; ++i)
        placed += columns.has(i, IncidentColumns::HasPlace) ? 1 : 0;
    const std::string data = packed(columns, from, count);
    Statement statement = database.query("INSERT OR REPLACE INTO incident_columns VALUES(?, ?, ?, ?, ?)", block, layout,
                                         static_cast<std::int64_t>(count), placed);
    statement.bindBlob(5, data);
    statement.next();
}

/// Adds a block's rows as they are kept; false if they are not, or not so that they can be used.
bool readBlock(Database &database, std::int64_t block, IncidentColumns &columns)
{
    Statement row =
        database.query("SELECT rows, data FROM incident_columns WHERE block = ? AND layout = ?", block, layout);
    return row.next() && unpack(columns, block, row.integer(0), row.bytes(1));
}

/// The first block at or after @p block that has incidents.
std::optional<std::int64_t> nextBlock(Database &database, std::int64_t block)
{
    Statement row = database.query("SELECT id FROM incident WHERE id >= ? ORDER BY id LIMIT 1", firstIdOf(block));
    return row.next() ? std::optional(blockOf(row.integer(0))) : std::nullopt;
}

Statement placedIn(Database &database, std::int64_t block)
{
    return database.query("SELECT placed FROM incident_columns WHERE block = ? AND layout = ?", block, layout);
}

constexpr std::int64_t firstBlock = std::numeric_limits<std::int64_t>::min() >> blockBits;

} // namespace

void createColumnBlocks(Database &database)
{
    database.runScript(tableSql);
}

bool hasColumnBlocks(Database &database)
{
    return database.query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'incident_columns'").next();
}

IncidentColumns readColumns(Database &database)
{
    IncidentColumns columns;
    const bool kept = hasColumnBlocks(database);
    for (std::optional<std::int64_t> block = nextBlock(database, firstBlock); block;
         block = nextBlock(database, *block + 1)) {
        if (!kept || !readBlock(database, *block, columns))
            readIncidents(database, *block, columns);
    }
    return columns;
}

void refreshColumnBlocks(Database &database, std::span<const IncidentId> changed)
{
    std::map<std::int64_t, std::vector<IncidentId>> changedIn;
    for (const IncidentId id : changed)
        changedIn[blockOf(numberOf(id))].push_back(id);
    for (const auto &[block, ids] : changedIn) {
        IncidentColumns columns;
        if (ids.size() > fewIncidents || !readBlock(database, block, columns))
            readIncidents(database, block, columns);
        else
            replaceIncidents(database, ids, columns);
        if (columns.size() > 0)
            writeBlock(database, block, columns, 0, columns.size());
        else
            database.run("DELETE FROM incident_columns WHERE block = ?", block);
    }
}

void addColumnBlocks(Database &database, const IncidentColumns &columns)
{
    for (std::size_t from = 0; from < columns.size();) {
        const std::int64_t block = blockOf(columns.id[from]);
        const auto next = std::lower_bound(columns.id.begin() + static_cast<std::ptrdiff_t>(from), columns.id.end(),
                                           firstIdOf(block + 1));
        const auto end = static_cast<std::size_t>(next - columns.id.begin());
        // The first of the new ones may share a block with the last of the old.
        IncidentColumns old;
        if (from == 0 && columns.id[from] != firstIdOf(block))
            readIncidents(database, block, old);
        if (old.size() > 0)
            writeBlock(database, block, old, 0, old.size());
        else
            writeBlock(database, block, columns, from, end - from);
        from = end;
    }
}

std::optional<std::int64_t> placedIncidents(Database &database)
{
    if (!hasColumnBlocks(database))
        return std::nullopt;
    std::int64_t placed = 0;
    for (std::optional<std::int64_t> block = nextBlock(database, firstBlock); block;
         block = nextBlock(database, *block + 1)) {
        Statement row = placedIn(database, *block);
        if (!row.next())
            return std::nullopt;
        placed += row.integer(0);
    }
    return placed;
}

void completeColumnBlocks(Database &database)
{
    for (std::optional<std::int64_t> block = nextBlock(database, firstBlock); block;
         block = nextBlock(database, *block + 1)) {
        if (placedIn(database, *block).next())
            continue;
        IncidentColumns columns;
        readIncidents(database, *block, columns);
        writeBlock(database, *block, columns, 0, columns.size());
    }
}

} // namespace dateline
