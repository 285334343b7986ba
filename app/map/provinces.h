#pragma once

#include "base/result.h"
#include "map/outlinegrid.h"

#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace dateline
{

/// A first-level division of a country.
struct Province
{
    QString name; ///< As the base map spells it: “Syunik”; empty for a few islands.
    QString country; ///< “Armenia”.
    LonLatBox box; ///< East > 180 if it lies on both sides of the antimeridian.
    double squareKm = 0; ///< Of its exact outline on the sphere; above 0.
};

/// The provinces of the base map, numbered from the largest to the smallest. Safe from several threads at once.
class Provinces
{
public:
    static constexpr std::uint16_t none = OutlineGrid::none;

    /// The base map's coasts are up to some kilometres off, so what lies this close to one still belongs to it.
    static constexpr double reachKm = 6;

    /// Reads the provinces of base.gpkg at @p path, in about 0.3 s; an Error if it has none.
    [[nodiscard]] static Result<std::shared_ptr<const Provinces>> open(const QString &path);

    /// By number.
    [[nodiscard]] const std::vector<Province> &all() const { return m_provinces; }
    [[nodiscard]] const Outlines &outlines() const { return m_grid.outlines(); }

    /// The province that holds @p position, the smallest where outlines overlap; off a coast the nearest one within
    /// reachKm; else none.
    [[nodiscard]] std::uint16_t at(FixedPosition position) const { return m_grid.at(position); }

    /// The same for each row of @p columns; none for one without a place or of which just the country is known. A
    /// million rows take 0.1 to 0.4 s.
    [[nodiscard]] std::vector<std::uint16_t> of(const IncidentColumns &columns) const;

private:
    Provinces(std::vector<Province> provinces, Outlines outlines);

    std::vector<Province> m_provinces;
    OutlineGrid m_grid;
};

/// How many rows lie in each of @p provinceCount provinces, of those whose number in @p hidden is 0.
/// @param provinces of each row, as Provinces::of() tells it; as long as @p hidden.
[[nodiscard]] std::vector<std::uint32_t> countIn(std::span<const std::uint16_t> provinces,
                                                 std::span<const std::uint16_t> hidden, std::size_t provinceCount);

} // namespace dateline
