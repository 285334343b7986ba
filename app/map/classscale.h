#pragma once

#include "map/theme.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace dateline
{

/// Classes of values, each with its colour: what a legend tells.
class ClassScale
{
public:
    enum class Values : std::uint8_t { Whole, Real };

    ClassScale() = default;
    /// @param limits as classBreaks() gives them.
    ClassScale(std::vector<double> limits, Values values, const Theme &theme);

    [[nodiscard]] bool isEmpty() const { return m_colours.empty(); }
    [[nodiscard]] const std::vector<double> &limits() const { return m_limits; }
    [[nodiscard]] std::optional<std::size_t> classOf(double value) const;
    [[nodiscard]] QColor colour(std::size_t index) const { return m_colours.at(index); }
    [[nodiscard]] QStringList texts() const; ///< “1–4”, the least first.

private:
    std::vector<double> m_limits;
    Values m_values = Values::Whole;
    std::vector<QColor> m_colours;
};

/// The area, a power of ten of km² and at least one, that has one incident or more where there are @p perSquareKm.
[[nodiscard]] double areaUnitFor(double perSquareKm);

/// “Incidents per 1,000 km²”.
[[nodiscard]] QString perAreaText(double squareKm);

/// @p value, which is above 0, in two digits or more: “1,024”, “2.5”, “0.012”.
[[nodiscard]] QString numberText(double value);

} // namespace dateline
