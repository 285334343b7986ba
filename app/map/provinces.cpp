#include "map/provinces.h"

#include "geo/dataset.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace dateline
{

namespace
{

struct ProvincesText
{
    Q_DECLARE_TR_FUNCTIONS(Provinces)
};

struct ReadProvince
{
    Province province;
    std::vector<std::vector<LonLat>> rings;
};

/// The narrower of the box of @p rings and that with all west of Greenwich moved round to the east.
LonLatBox boxOfRings(const std::vector<std::vector<LonLat>> &rings)
{
    Geometry plain{Geometry::Type::Polygon, rings};
    Geometry moved = plain;
    for (std::vector<LonLat> &ring : moved.parts) {
        if (std::ranges::all_of(ring, [](LonLat corner) { return corner.lon <= 0; }))
            std::ranges::for_each(ring, [](LonLat &corner) { corner.lon += 360; });
    }
    const LonLatBox box = boxOf(plain).value_or(LonLatBox{});
    const LonLatBox round = boxOf(moved).value_or(box);
    return round.east - round.west < box.east - box.west ? round : box;
}

} // namespace

Provinces::Provinces(std::vector<Province> provinces, Outlines outlines)
    : m_provinces(std::move(provinces))
    , m_grid(std::move(outlines), reachKm)
{
}

Result<std::shared_ptr<const Provinces>> Provinces::open(const QString &path)
{
    const Result<Dataset> dataset = Dataset::open(path);
    if (!dataset)
        return std::unexpected(dataset.error());
    std::vector<ReadProvince> rows;
    const Result<void> read = dataset->forEach(
        QStringLiteral("province"), {}, {QStringLiteral("name"), QStringLiteral("country"), QStringLiteral("area_km2")},
        [&rows](Feature &&feature) {
            std::vector<std::vector<LonLat>> &rings = feature.geometry.parts;
            rows.push_back(
                {{feature.attributes[0], feature.attributes[1], boxOfRings(rings), feature.attributes[2].toDouble()},
                 std::move(rings)});
        });
    if (!read)
        return std::unexpected(read.error());
    const auto isSound = [](const ReadProvince &row) { return row.province.squareKm > 0 && !row.rings.empty(); };
    if (rows.empty() || rows.size() > none || !std::ranges::all_of(rows, isSound))
        return failure(Error::Kind::Malformed,
                       ProvincesText::tr("The provinces of %1 are damaged; build the base map again").arg(path), path);
    std::ranges::stable_sort(rows, std::greater{}, [](const ReadProvince &row) { return row.province.squareKm; });
    std::vector<Province> provinces;
    Outlines outlines;
    for (ReadProvince &row : rows) {
        provinces.push_back(std::move(row.province));
        append(outlines, row.rings);
    }
    return std::shared_ptr<const Provinces>(new Provinces(std::move(provinces), std::move(outlines)));
}

std::vector<std::uint16_t> Provinces::of(const IncidentColumns &columns) const
{
    std::vector<std::uint16_t> provinces = m_grid.of(columns);
    for (std::size_t row = 0; row < provinces.size(); ++row) {
        if (columns.precision[row] >= static_cast<std::uint8_t>(LocationPrecision::Country))
            provinces[row] = none;
    }
    return provinces;
}

std::vector<std::uint32_t> countIn(std::span<const std::uint16_t> provinces, std::span<const std::uint16_t> hidden,
                                   std::size_t provinceCount)
{
    Q_ASSERT(provinces.size() == hidden.size());
    std::vector<std::uint32_t> counts(provinceCount + 1); // The last one takes what lies in no province.
    for (std::size_t row = 0; row < provinces.size(); ++row)
        counts[std::min<std::size_t>(provinces[row], provinceCount)] += hidden[row] == 0 ? 1U : 0U;
    counts.pop_back();
    return counts;
}

} // namespace dateline
