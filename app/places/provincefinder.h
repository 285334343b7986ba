#pragma once

#include "domain/geometry.h"
#include "places/placefile.h"

#include <QByteArray>

#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline
{

/// Tells which province a position lies in, by the outlines of the program's own gazetteer.
class ProvinceFinder
{
public:
    ProvinceFinder() = default;
    explicit ProvinceFinder(const PlaceFile &base);

    /// The name of the province of @p country at @p position, as the gazetteer has it; empty if there is none.
    [[nodiscard]] QByteArray provinceAt(LonLat position, std::string_view country) const;

private:
    struct Province
    {
        QByteArray name;
        QByteArray country;
        LonLatBox box;
        Geometry outline;
    };

    [[nodiscard]] static int cellOf(LonLat position);

    std::vector<Province> m_provinces;
    std::unordered_map<int, std::vector<std::uint32_t>> m_cells; ///< By cells of two degrees.
};

} // namespace dateline
