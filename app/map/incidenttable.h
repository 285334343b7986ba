#pragma once

#include "domain/filter.h"
#include "domain/incidentcolumns.h"
#include "domain/support.h"

#include <array>
#include <limits>
#include <span>
#include <utility>

namespace dateline
{

/// A part of a filter that hides incidents by itself.
enum class FilterPart : std::uint8_t {
    Kind,
    SubKind,
    Status,
    Credibility,
    Precision,
    Time,
    KnownAt,
    Origins,
    Area,
    Actor, ///< This and those after it are asked of the case: setMatches().
    Source,
    Tag,
    Words
};
inline constexpr int filterPartCount = 13;

/// The bit of @p part in IncidentTable::hidden().
[[nodiscard]] constexpr std::uint16_t bitOf(FilterPart part)
{
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(part));
}

/// The part that limits times on @p clock.
[[nodiscard]] constexpr FilterPart partOf(Clock clock)
{
    return clock == Clock::Happened ? FilterPart::Time : FilterPart::KnownAt;
}

/// Whether @p filter limits @p part, so that it may hide anything.
[[nodiscard]] bool limits(const IncidentFilter &filter, FilterPart part);

/// How many incidents the filter would show of each value if it did not limit that value's own part.
struct FacetCounts
{
    std::array<std::uint32_t, kindCount> kinds{};
    std::array<std::uint32_t, subKindCount + 1> subKinds{}; ///< The last: none is stated.
    std::array<std::uint32_t, statusCount> statuses{};
    std::array<std::uint32_t, credibilityCount> credibilities{};
    std::array<std::uint32_t, locationPrecisionCount + 1> precisions{}; ///< The last: no place.

    friend bool operator==(const FacetCounts &, const FacetCounts &) = default;
};

/// How many incidents the filter shows.
struct ShownCount
{
    std::uint32_t count = 0;
    std::uint32_t withoutPlace = 0; ///< Of those.
};

/// All incidents of a case, column by column, and what of them the filter shows.
///
/// Each row has a bit for each part of the filter that hides it, so that a change costs one pass over the columns of the
/// part that changed, and whoever draws needs to look at nothing but whether a row has any bit.
class IncidentTable
{
public:
    /// A row's known-at where no dated source reports it.
    static constexpr std::int32_t neverKnown = std::numeric_limits<std::int32_t>::max();

    IncidentTable() = default;
    explicit IncidentTable(IncidentColumns columns);

    [[nodiscard]] const IncidentColumns &columns() const { return m_columns; }
    [[nodiscard]] std::size_t size() const { return m_columns.size(); }
    [[nodiscard]] const IncidentFilter &filter() const { return m_filter; }

    /// The bits of FilterPart that hide each row; 0: it is shown.
    [[nodiscard]] std::span<const std::uint16_t> hidden() const { return m_hidden; }
    [[nodiscard]] bool shows(std::size_t row) const { return m_hidden[row] == 0; }
    /// When each row was first reported, in minutes since 1970; empty until it is known.
    [[nodiscard]] std::span<const std::int32_t> knownAt() const { return m_knownAt; }
    /// By how many origins each row is reported, at most 255; empty until it is known.
    [[nodiscard]] std::span<const std::uint8_t> origins() const { return m_origins; }

    void setFilter(const IncidentFilter &filter);

    /// Of the incidents, those with @p ids (ascending) match @p part, which is one that the case is asked for; without
    /// ids all do. They hold until the part of the filter changes or incidents do.
    void setMatches(FilterPart part, std::span<const IncidentId> ids);
    void setAllMatch(FilterPart part);

    /// Takes when incidents were first reported, and by how many origins, by ascending id; those missing never were.
    void setSupports(std::span<const std::pair<IncidentId, Support>> supports);

    /// Takes @p incident in the place of the one with its id, or as a new one.
    ///
    /// @returns its row, and whether it is new: then the rows after it have moved by one.
    std::pair<std::uint32_t, bool> put(const Incident &incident);
    /// Takes the one with @p id out.
    ///
    /// @returns which row that was; none if there is no such one.
    std::optional<std::uint32_t> remove(IncidentId id);

    [[nodiscard]] std::optional<std::uint32_t> rowOf(IncidentId id) const;

    /// How often what the parts of the filter hide has changed, but for @p part.
    [[nodiscard]] std::uint64_t changesBeside(FilterPart part) const;

    // One pass over all rows each.
    [[nodiscard]] ShownCount countShown() const;
    [[nodiscard]] FacetCounts countFacets() const;
    [[nodiscard]] FacetCounts countAll() const; ///< As if the filter showed everything.

private:
    void apply(FilterPart part, std::size_t from, std::size_t to);
    void applyAll(std::size_t from, std::size_t to);
    template<typename Hides>
    void mark(FilterPart part, std::size_t from, std::size_t to, const Hides &hides);

    IncidentColumns m_columns;
    std::vector<std::int32_t> m_knownAt;
    std::vector<std::uint8_t> m_origins;
    std::vector<std::uint16_t> m_hidden;
    std::array<std::uint64_t, filterPartCount> m_changes{}; ///< Of what each part hides.
    IncidentFilter m_filter;
};

} // namespace dateline
