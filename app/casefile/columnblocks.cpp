#include "casefile/columnblocks.h"

#include "casefile/database.h"
#include "casefile/rows.h"
#include "casefile/schema.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <numeric>
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

// Without leaving early: then the compiler looks at many values at once.
bool isBelow(const std::vector<std::uint8_t> &values, std::size_t from, int bound)
{
    return std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(from), values.end(), std::uint8_t{0},
                           [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); })
        < bound;
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
    columns.id.resize(before + count);
    for (std::size_t i = 0; i < count; ++i, at += sizeof(std::uint16_t)) {
        std::uint16_t offset = 0;
        std::memcpy(&offset, at, sizeof offset);
        columns.id[before + i] = firstIdOf(block) + offset;
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
        Statement row = database.query(selectIncidents(), numberOf(id), numberOf(id));
        const auto known = std::ranges::lower_bound(columns.id, numberOf(id));
        if (!row.next())
            erase(columns, id);
        else if (known != columns.id.end() && *known == numberOf(id))
            replace(columns, static_cast<std::uint32_t>(known - columns.id.begin()), incidentFrom(row));
        else
            insert(columns, incidentFrom(row));
    }
}

/// A block as it is kept.
struct KeptBlock
{
    std::int64_t rows = 0;
    std::int64_t placed = 0;
    std::string data;
};

std::optional<KeptBlock> keptBlock(Database &database, std::int64_t block)
{
    Statement row =
        database.query("SELECT rows, placed, data FROM incident_columns WHERE block = ? AND layout = ?", block, layout);
    return row.next() ? std::optional(KeptBlock{row.integer(0), row.integer(1), std::string(row.bytes(2))})
                      : std::nullopt;
}

/// Writes the block anew; of one that was kept as @p was, and is as large, only what differs.
void writeBlock(Database &database, std::int64_t block, const IncidentColumns &columns, std::size_t from,
                std::size_t count, const std::optional<KeptBlock> &was = std::nullopt)
{
    std::int64_t placed = 0;
    for (std::size_t i = from; i < from + count; ++i)
        placed += columns.has(i, IncidentColumns::HasPlace) ? 1 : 0;
    const auto rows = static_cast<std::int64_t>(count);
    const std::string data = packed(columns, from, count);
    if (was && was->rows == rows && was->placed == placed && was->data.size() == data.size()) {
        database.overwrite("incident_columns", "data", block, was->data, data);
        return;
    }
    Statement statement =
        database.query("INSERT OR REPLACE INTO incident_columns VALUES(?, ?, ?, ?, ?)", block, layout, rows, placed);
    statement.bindBlob(5, data);
    statement.next();
}

/// The first block at or after @p block that has incidents.
std::optional<std::int64_t> nextBlock(Database &database, std::int64_t block)
{
    Statement row = database.query("SELECT id FROM incident WHERE id >= ? ORDER BY id LIMIT 1", firstIdOf(block));
    return row.next() ? std::optional(blockOf(row.integer(0))) : std::nullopt;
}

constexpr std::int64_t firstBlock = std::numeric_limits<std::int64_t>::min() >> blockBits;

/// Calls @p each with every block that has incidents, in order, until it says false. With it comes what is kept of the
/// block: a row of its number and @p what, null where nothing is.
template<typename Each>
void forEachBlock(Database &database, const char *what, const Each &each)
{
    // One statement for all: while it is open, SQLite asks once and not for each block whether others use the file,
    // which takes longer than reading the block.
    Statement kept = hasColumnBlocks(database)
        ? database.query(
              std::string("SELECT block, ") + what + " FROM incident_columns WHERE layout = ? ORDER BY block", layout)
        : database.query("SELECT 0 LIMIT 0");
    bool more = kept.next();
    for (std::optional<std::int64_t> block = nextBlock(database, firstBlock); block;
         block = nextBlock(database, *block + 1)) {
        while (more && kept.integer(0) < *block)
            more = kept.next();
        if (!each(*block, more && kept.integer(0) == *block ? &kept : nullptr))
            return;
    }
}

} // namespace

void createColumnBlocks(Database &database)
{
    database.runScript(tableSql);
}

bool hasColumnBlocks(Database &database)
{
    return database.query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'incident_columns'").next();
}

std::size_t likelyIncidentCount(Database &database)
{
    if (!hasColumnBlocks(database))
        return 0;
    // What a foreign file says of itself may be anything, but no more rows than it has room for.
    Statement row = database.query("SELECT CAST(max(0, min(total(rows), (SELECT page_count FROM pragma_page_count) * "
                                   "(SELECT page_size FROM pragma_page_size) / ?)) AS INTEGER) FROM incident_columns",
                                   std::int64_t{bytesPerRow});
    return row.next() ? static_cast<std::size_t>(row.integer(0)) : 0;
}

IncidentColumns readColumns(Database &database)
{
    IncidentColumns columns;
    const std::size_t count = likelyIncidentCount(database);
    columns.id.reserve(count);
    forEachColumn(columns, [count](auto &column) { column.reserve(count); });
    forEachBlock(database, "rows, data", [&](std::int64_t block, const Statement *kept) {
        if (!kept || !unpack(columns, block, kept->integer(1), kept->bytes(2)))
            readIncidents(database, block, columns);
        return true;
    });
    return columns;
}

void refreshColumnBlocks(Database &database, std::span<const IncidentId> changed)
{
    std::map<std::int64_t, std::vector<IncidentId>> changedIn;
    for (const IncidentId id : changed)
        changedIn[blockOf(numberOf(id))].push_back(id);
    for (const auto &[block, ids] : changedIn) {
        IncidentColumns columns;
        const std::optional<KeptBlock> was = keptBlock(database, block);
        if (ids.size() > fewIncidents || !was || !unpack(columns, block, was->rows, was->data))
            readIncidents(database, block, columns);
        else
            replaceIncidents(database, ids, columns);
        if (columns.size() > 0)
            writeBlock(database, block, columns, 0, columns.size(), was);
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
    bool whole = true;
    forEachBlock(database, "placed", [&](std::int64_t, const Statement *kept) {
        whole = kept != nullptr;
        placed += kept ? kept->integer(1) : 0;
        return whole;
    });
    return whole ? std::optional(placed) : std::nullopt;
}

void completeColumnBlocks(Database &database)
{
    std::vector<std::int64_t> missing;
    forEachBlock(database, "placed", [&missing](std::int64_t block, const Statement *kept) {
        if (!kept)
            missing.push_back(block);
        return true;
    });
    for (const std::int64_t block : missing) {
        IncidentColumns columns;
        readIncidents(database, block, columns);
        writeBlock(database, block, columns, 0, columns.size());
    }
}

} // namespace dateline
