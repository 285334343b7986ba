#include "places/outline.h"

#include <cstring>

namespace dateline
{

namespace
{

/// Reads WKB; every read is checked, so that a damaged outline gives none instead of a crash.
class WkbReader
{
public:
    WkbReader(const char *data, qsizetype size)
        : m_data(data)
        , m_left(size)
    {
    }

    std::optional<Geometry> multiPolygon()
    {
        Geometry geometry{Geometry::Type::Polygon, {}};
        const std::uint32_t polygons = header(6);
        for (std::uint32_t polygon = 0; polygon < polygons && m_ok; ++polygon) {
            const std::uint32_t rings = header(3);
            for (std::uint32_t ring = 0; ring < rings && m_ok; ++ring) {
                readRing(geometry);
            }
        }
        return m_ok && !geometry.parts.empty() ? std::optional(std::move(geometry)) : std::nullopt;
    }

private:
    /// How many parts follow, if the next shape is little-endian and of @p type.
    std::uint32_t header(std::uint32_t type)
    {
        const auto order = read<std::uint8_t>();
        const auto found = read<std::uint32_t>();
        m_ok = m_ok && order == 1 && found == type;
        return read<std::uint32_t>();
    }

    void readRing(Geometry &geometry)
    {
        const auto count = read<std::uint32_t>();
        constexpr qsizetype pointSize = 2 * sizeof(double);
        if (!m_ok || m_left / pointSize < qsizetype(count)) {
            m_ok = false;
            return;
        }
        std::vector<LonLat> &ring = geometry.parts.emplace_back();
        ring.reserve(count);
        for (std::uint32_t point = 0; point < count; ++point) {
            const auto lon = read<double>();
            const auto lat = read<double>();
            ring.push_back({lon, lat});
        }
    }

    template<typename T>
    T read()
    {
        T value{};
        if (m_left < qsizetype(sizeof(T))) {
            m_ok = false;
            return value;
        }
        std::memcpy(&value, m_data, sizeof(T));
        m_data += sizeof(T);
        m_left -= qsizetype(sizeof(T));
        return value;
    }

    const char *m_data;
    qsizetype m_left;
    bool m_ok = true;
};

} // namespace

std::optional<Geometry> outlineFromWkb(QByteArrayView wkb)
{
    return WkbReader(wkb.data(), wkb.size()).multiPolygon();
}

} // namespace dateline
