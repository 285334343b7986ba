#include "casefile/packedrtree.h"

#include "casefile/database.h"

#include <QByteArray>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <string>

namespace dateline
{

namespace
{

// SQLite's R-tree keeps its nodes as blobs of one size. A node begins with two 16-bit numbers, its height (only in the
// root) and its count of cells; a cell is a 64-bit number, of the row or of the child node, and its box as 32-bit
// floats. All have the highest byte first. Node 1 is the root.
constexpr std::size_t headBytes = 4;
constexpr std::size_t cellBytes = 24;
constexpr std::int64_t rootNode = 1;
constexpr std::size_t rowsAtOnce = 64;

/// The place of (@p x, @p y), each of 16 bits, along a Hilbert curve.
std::uint32_t hilbertIndex(std::uint32_t x, std::uint32_t y)
{
    std::uint32_t index = 0;
    for (std::uint32_t side = 1U << 15U; side > 0; side /= 2) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
        index = index * 4 + ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = 0xffffU - x;
                y = 0xffffU - y;
            }
            std::swap(x, y);
        }
    }
    return index;
}

std::uint32_t cellOf(float low, float high, double from, double length)
{
    const double middle = (double{low} + double{high}) / 2;
    return static_cast<std::uint32_t>(std::clamp((middle - from) / length * 65535, 0.0, 65535.0));
}

/// The order of @p boxes along the curve, as places in it.
std::vector<std::uint32_t> curveOrder(const std::vector<IndexedBox> &boxes)
{
    std::vector<std::uint64_t> keys(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const IndexedBox &box = boxes[i];
        const std::uint32_t place =
            hilbertIndex(cellOf(box.west, box.east, -180, 360), cellOf(box.south, box.north, -90, 180));
        keys[i] = (std::uint64_t{place} << 32U) | i;
    }
    std::ranges::sort(keys);
    std::vector<std::uint32_t> order(boxes.size());
    std::ranges::transform(keys, order.begin(), [](std::uint64_t key) { return static_cast<std::uint32_t>(key); });
    return order;
}

/// Cells of one level; in the lowest, id is an incident's, above a node's.
using Level = std::vector<IndexedBox>;

IndexedBox boxAround(std::span<const IndexedBox> cells, std::int64_t id)
{
    IndexedBox box = cells.front();
    box.id = id;
    for (const IndexedBox &cell : cells) {
        box.west = std::min(box.west, cell.west);
        box.east = std::max(box.east, cell.east);
        box.south = std::min(box.south, cell.south);
        box.north = std::max(box.north, cell.north);
    }
    return box;
}

/// Rows of two integers, many to a statement.
class PairWriter
{
public:
    PairWriter(Database &database, const std::string &table)
        : m_database(database)
        , m_one("INSERT OR FAIL INTO " + table + " VALUES(?, ?)")
        , m_many(m_one)
    {
        for (std::size_t i = 1; i < rowsAtOnce; ++i)
            m_many += ", (?, ?)";
    }
    void write(std::span<const std::pair<std::int64_t, std::int64_t>> pairs)
    {
        for (; pairs.size() >= rowsAtOnce; pairs = pairs.subspan(rowsAtOnce)) {
            Statement statement = m_database.query(m_many);
            for (int index = 0; const auto &[first, second] : pairs.first(rowsAtOnce)) {
                statement.bind(++index, first);
                statement.bind(++index, second);
            }
            statement.next();
        }
        for (const auto &[first, second] : pairs)
            m_database.run(m_one, first, second);
    }

private:
    Database &m_database;
    std::string m_one;
    std::string m_many;
};

class Packer
{
public:
    explicit Packer(Database &database)
        : m_database(database)
    {
        Statement root = database.query("SELECT length(data) FROM rtree_incident_geom_node WHERE nodeno = 1");
        m_nodeBytes = root.next() ? static_cast<std::size_t>(root.integer(0)) : 0;
    }

    void write(std::vector<IndexedBox> &boxes)
    {
        if (m_nodeBytes < headBytes + cellBytes)
            return;
        std::vector<std::pair<std::int64_t, std::int64_t>> rows(boxes.size());
        Level level = lowestLevel(boxes);
        std::uint16_t height = 0;
        while (level.size() > cellsInNode()) {
            Level above = writeNodes(level, height == 0 ? &rows : nullptr);
            level = std::move(above);
            ++height;
        }
        writeNode(rootNode, height, level);
        note(level, rootNode, height == 0 ? &rows : nullptr);
        std::ranges::sort(rows);
        PairWriter(m_database, "rtree_incident_geom_rowid").write(rows);
        PairWriter(m_database, "rtree_incident_geom_parent").write(m_parents);
    }

private:
    using Pairs = std::vector<std::pair<std::int64_t, std::int64_t>>;

    [[nodiscard]] std::size_t cellsInNode() const { return (m_nodeBytes - headBytes) / cellBytes; }

    static Level lowestLevel(const std::vector<IndexedBox> &boxes)
    {
        Level level;
        level.reserve(boxes.size());
        for (const std::uint32_t i : curveOrder(boxes))
            level.push_back(boxes[i]);
        return level;
    }

    /// Notes that @p cells are in node @p node.
    void note(std::span<const IndexedBox> cells, std::int64_t node, Pairs *rows)
    {
        for (const IndexedBox &cell : cells) {
            if (rows)
                (*rows)[m_rows++] = {cell.id, node};
            else
                m_parents.emplace_back(cell.id, node);
        }
    }

    /// Writes the nodes over @p level. @returns the cells that lead to them.
    Level writeNodes(const Level &level, Pairs *rows)
    {
        Level above;
        // No node may come out nearly empty: what is left over is shared out.
        const std::size_t nodes = (level.size() + cellsInNode() - 1) / cellsInNode();
        for (std::size_t i = 0; i < nodes; ++i) {
            const std::size_t begin = level.size() * i / nodes;
            const std::size_t end = level.size() * (i + 1) / nodes;
            const std::span<const IndexedBox> cells = std::span(level).subspan(begin, end - begin);
            const std::int64_t node = ++m_lastNode;
            writeNode(node, 0, cells);
            note(cells, node, rows);
            above.push_back(boxAround(cells, node));
        }
        return above;
    }

    void writeNode(std::int64_t node, std::uint16_t height, std::span<const IndexedBox> cells)
    {
        QByteArray data(static_cast<qsizetype>(m_nodeBytes), '\0');
        char *at = data.data();
        const auto put = [&at](auto value) {
            qToBigEndian(value, at);
            at += sizeof value;
        };
        put(height);
        put(static_cast<std::uint16_t>(cells.size()));
        for (const IndexedBox &cell : cells) {
            put(cell.id);
            for (const float edge : {cell.west, cell.east, cell.south, cell.north})
                put(edge);
        }
        m_database.run("INSERT OR REPLACE INTO rtree_incident_geom_node VALUES(?, ?)", node, data);
    }

    Database &m_database;
    std::size_t m_nodeBytes = 0;
    std::size_t m_rows = 0;
    std::int64_t m_lastNode = rootNode;
    Pairs m_parents;
};

} // namespace

void writePackedRtree(Database &database, std::vector<IndexedBox> &boxes)
{
    // SQLite takes care that nobody writes into an index's own tables by mistake; here it is meant.
    const Database::ShadowAccess access(database);
    database.run("DELETE FROM rtree_incident_geom_node WHERE nodeno <> 1");
    database.run("DELETE FROM rtree_incident_geom_rowid");
    database.run("DELETE FROM rtree_incident_geom_parent");
    Packer(database).write(boxes);
}

} // namespace dateline
