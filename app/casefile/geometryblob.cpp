#include "casefile/geometryblob.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace dateline
{

namespace
{

using Ring = std::vector<LonLat>;

enum WkbType : std::uint32_t { Point = 1, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon };

class Writer
{
public:
    template<typename T>
    void put(T value)
    {
        if constexpr (std::endian::native == std::endian::big && sizeof(T) > 1)
            std::reverse(reinterpret_cast<char *>(&value), reinterpret_cast<char *>(&value) + sizeof value);
        m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    void putCount(std::size_t count) { put(static_cast<std::uint32_t>(count)); }
    void putType(WkbType type)
    {
        put(std::uint8_t{1});
        put(static_cast<std::uint32_t>(type));
    }
    void putPosition(LonLat position)
    {
        put(position.lon);
        put(position.lat);
    }
    void putLine(const Ring &line, bool closed)
    {
        const bool close = closed && !line.empty() && line.front() != line.back();
        putCount(line.size() + (close ? 1U : 0U));
        for (const LonLat position : line)
            putPosition(position);
        if (close)
            putPosition(line.front());
    }

    QByteArray m_bytes;
};

/// Rings of one polygon: the outer one first, then its holes.
using Rings = std::vector<const Ring *>;

class RingNesting
{
public:
    explicit RingNesting(const std::vector<Ring> &rings)
    {
        for (const Ring &ring : rings) {
            m_areas.push_back({Geometry::Type::Polygon, {ring}});
            m_boxes.push_back(boxOf(m_areas.back()));
        }
    }
    [[nodiscard]] bool surrounds(std::size_t outer, std::size_t inner) const
    {
        if (outer == inner || !m_boxes[outer] || !m_boxes[inner])
            return false;
        // Most rings of an outline are islands far from each other.
        const LonLat first = m_areas[inner].parts.front().front();
        return m_boxes[outer]->contains(first) && contains(m_areas[outer], first);
    }

private:
    std::vector<Geometry> m_areas;
    std::vector<std::optional<LonLatBox>> m_boxes;
};

// Even-odd: a ring inside an even number of others is an outer ring, one inside an odd number is a hole in the ring
// just around it.
std::vector<Rings> polygonsFromRings(const std::vector<Ring> &rings)
{
    if (rings.size() == 1)
        return {{&rings.front()}};
    const RingNesting nesting(rings);
    std::vector<std::size_t> depth(rings.size(), 0);
    for (std::size_t i = 0; i < rings.size(); ++i) {
        for (std::size_t j = 0; j < rings.size(); ++j)
            depth[i] += nesting.surrounds(j, i) ? 1U : 0U;
    }
    std::vector<Rings> polygons;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        if (depth[i] % 2 != 0)
            continue;
        Rings polygon{&rings[i]};
        for (std::size_t j = 0; j < rings.size(); ++j) {
            if (depth[j] == depth[i] + 1 && nesting.surrounds(i, j))
                polygon.push_back(&rings[j]);
        }
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

void putPolygon(Writer &writer, const Rings &rings)
{
    writer.putType(Polygon);
    writer.putCount(rings.size());
    for (const Ring *ring : rings)
        writer.putLine(*ring, true);
}

void putArea(Writer &writer, const std::vector<Ring> &rings)
{
    const std::vector<Rings> polygons = polygonsFromRings(rings);
    if (polygons.size() == 1) {
        putPolygon(writer, polygons.front());
        return;
    }
    writer.putType(polygons.empty() ? Polygon : MultiPolygon);
    writer.putCount(polygons.size());
    for (const Rings &polygon : polygons)
        putPolygon(writer, polygon);
}

void putLines(Writer &writer, const std::vector<Ring> &lines)
{
    if (lines.size() > 1) {
        writer.putType(MultiLineString);
        writer.putCount(lines.size());
    }
    for (const Ring &line : lines) {
        writer.putType(LineString);
        writer.putLine(line, false);
    }
    if (lines.empty()) {
        writer.putType(LineString);
        writer.putCount(0);
    }
}

class Reader
{
public:
    explicit Reader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    template<typename T>
    T take()
    {
        T value{};
        if (m_bytes.size() < sizeof value) {
            m_failed = true;
            return value;
        }
        m_bytes.copy(reinterpret_cast<char *>(&value), sizeof value);
        m_bytes.remove_prefix(sizeof value);
        if (m_swap)
            std::reverse(reinterpret_cast<char *>(&value), reinterpret_cast<char *>(&value) + sizeof value);
        return value;
    }
    void setLittleEndian(bool little) { m_swap = little != (std::endian::native == std::endian::little); }
    void skip(std::size_t count)
    {
        m_failed = m_failed || m_bytes.size() < count;
        m_bytes.remove_prefix(std::min(count, m_bytes.size()));
    }
    /// A number of parts of at least @p size bytes each; more than the bytes can hold is damage, not a reason to
    /// ask for that much memory.
    std::uint32_t takeCount(std::size_t size)
    {
        const auto count = take<std::uint32_t>();
        if (count > m_bytes.size() / size)
            m_failed = true;
        return m_failed ? 0 : count;
    }
    [[nodiscard]] bool failed() const { return m_failed; }
    void fail() { m_failed = true; }

private:
    std::string_view m_bytes;
    bool m_swap = false;
    bool m_failed = false;
};

void takeGeometry(Reader &reader, Geometry &geometry, int depth);

Ring takeLine(Reader &reader, std::size_t dimensions)
{
    Ring line(reader.takeCount(8 * dimensions));
    for (LonLat &position : line) {
        position.lon = reader.take<double>();
        position.lat = reader.take<double>();
        reader.skip(8 * (dimensions - 2));
    }
    return line;
}

void takeParts(Reader &reader, Geometry &geometry, int depth)
{
    const std::uint32_t count = reader.takeCount(5);
    for (std::uint32_t i = 0; i < count && !reader.failed(); ++i)
        takeGeometry(reader, geometry, depth + 1);
}

void takeGeometry(Reader &reader, Geometry &geometry, int depth)
{
    if (depth > 1) {
        reader.fail();
        return;
    }
    reader.setLittleEndian(reader.take<std::uint8_t>() == 1);
    const auto code = reader.take<std::uint32_t>();
    const std::size_t dimensions = code / 1000 == 0 ? 2 : code / 1000 == 3 ? 4 : 3;
    switch (code / 1000 > 3 ? 0 : code % 1000) {
    case Point: {
        const LonLat position{reader.take<double>(), reader.take<double>()};
        reader.skip(8 * (dimensions - 2));
        geometry.type = Geometry::Type::Point;
        // An empty point is written as not-a-number.
        if (position.lon == position.lon && position.lat == position.lat)
            geometry.parts.push_back({position});
        break;
    }
    case LineString:
        geometry.type = Geometry::Type::Line;
        geometry.parts.push_back(takeLine(reader, dimensions));
        if (geometry.parts.back().empty())
            geometry.parts.pop_back();
        break;
    case Polygon: {
        geometry.type = Geometry::Type::Polygon;
        const std::uint32_t count = reader.takeCount(4);
        for (std::uint32_t i = 0; i < count && !reader.failed(); ++i)
            geometry.parts.push_back(takeLine(reader, dimensions));
        break;
    }
    case MultiPoint:
    case MultiLineString:
    case MultiPolygon: takeParts(reader, geometry, depth); break;
    default: reader.fail();
    }
}

} // namespace

QByteArray blobFromGeometry(const Geometry &geometry)
{
    const std::optional<LonLatBox> box = boxOf(geometry);
    const bool point = geometry.type == Geometry::Type::Point;
    if (point && !box)
        return {};
    constexpr int littleEndian = 1;
    constexpr int withEnvelope = 1 << 1;
    constexpr int empty = 1 << 4;
    Writer writer;
    writer.m_bytes = "GP";
    writer.put(std::uint8_t{0});
    writer.put(static_cast<std::uint8_t>(littleEndian | (box ? (point ? 0 : withEnvelope) : empty)));
    writer.put(std::int32_t{4326});
    if (box && !point) {
        for (const double edge : {box->west, box->east, box->south, box->north})
            writer.put(edge);
    }
    switch (geometry.type) {
    case Geometry::Type::Point:
        writer.putType(Point);
        writer.putPosition(box->centre());
        break;
    case Geometry::Type::Line: putLines(writer, geometry.parts); break;
    case Geometry::Type::Polygon: putArea(writer, geometry.parts); break;
    }
    return writer.m_bytes;
}

std::optional<Geometry> geometryFromBlob(std::string_view blob)
{
    constexpr std::array<std::size_t, 8> envelopeSizes{0, 32, 48, 48, 64, 0, 0, 0};
    if (blob.size() < 8 || !blob.starts_with("GP"))
        return std::nullopt;
    const auto flags = static_cast<unsigned char>(blob[3]);
    Reader reader(blob.substr(8));
    reader.skip(envelopeSizes.at((flags >> 1U) & 7U));
    Geometry geometry;
    takeGeometry(reader, geometry, 0);
    if (reader.failed() || (geometry.type == Geometry::Type::Point && geometry.parts.size() > 1))
        return std::nullopt;
    return geometry;
}

} // namespace dateline
