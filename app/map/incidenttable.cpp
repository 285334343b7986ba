#include "map/incidenttable.h"

#include "map/areatest.h"

#include <algorithm>
#include <numeric>

namespace dateline
{

namespace
{

std::int32_t minutesOr(const std::optional<UtcMinute> &time, std::int32_t otherwise)
{
    return time ? static_cast<std::int32_t>(time->time_since_epoch().count()) : otherwise;
}

constexpr std::int32_t earliest = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t latest = std::numeric_limits<std::int32_t>::max();

bool isSame(FilterPart part, const IncidentFilter &a, const IncidentFilter &b)
{
    switch (part) {
    case FilterPart::Kind: return a.kinds == b.kinds;
    case FilterPart::SubKind: return a.subKinds == b.subKinds;
    case FilterPart::Status: return a.statuses == b.statuses;
    case FilterPart::Credibility: return a.credibilities == b.credibilities;
    case FilterPart::Precision: return a.precisions == b.precisions;
    case FilterPart::Time: return a.begin == b.begin && a.end == b.end && a.withoutTime == b.withoutTime;
    case FilterPart::KnownAt:
        return a.knownBegin == b.knownBegin && a.knownEnd == b.knownEnd && a.withoutTime == b.withoutTime;
    case FilterPart::Origins: return a.leastOrigins == b.leastOrigins;
    case FilterPart::Area: return a.area == b.area;
    case FilterPart::Actor: return a.actors == b.actors;
    case FilterPart::Source: return a.sources == b.sources;
    case FilterPart::Tag: return a.tags == b.tags;
    case FilterPart::Words: return a.words == b.words;
    }
    return false;
}

template<std::size_t Count>
std::array<bool, 256> hiddenValues(const std::bitset<Count> &shown)
{
    std::array<bool, 256> hidden{};
    for (std::size_t value = 0; value < Count; ++value)
        hidden.at(value) = !shown.test(value);
    return hidden;
}

/// @p hiddenOf gives the bits of FilterPart that hide a row.
template<typename HiddenOf>
FacetCounts facetsOf(const IncidentColumns &columns, const HiddenOf &hiddenOf)
{
    FacetCounts counts;
    for (std::size_t row = 0; row < columns.size(); ++row) {
        const std::uint16_t hidden = hiddenOf(row);
        // Whatever two parts hide, none of them would show by itself.
        if ((hidden & (hidden - 1U)) != 0)
            continue;
        const bool placed = columns.has(row, IncidentColumns::HasPlace);
        const auto isOpenTo = [hidden](FilterPart part) { return (hidden & ~bitOf(part)) == 0; };
        counts.kinds[columns.kind[row]] += isOpenTo(FilterPart::Kind);
        counts.subKinds[columns.subKind[row]] += isOpenTo(FilterPart::SubKind);
        counts.statuses[columns.status[row]] += isOpenTo(FilterPart::Status);
        counts.credibilities[columns.credibility[row]] += isOpenTo(FilterPart::Credibility);
        counts.precisions[placed ? columns.precision[row] : locationPrecisionCount] += isOpenTo(FilterPart::Precision);
    }
    return counts;
}

} // namespace

bool limits(const IncidentFilter &filter, FilterPart part)
{
    IncidentFilter open;
    open.withoutTime = filter.withoutTime; // Hides nothing by itself.
    return !isSame(part, filter, open);
}

IncidentTable::IncidentTable(IncidentColumns columns)
    : m_columns(std::move(columns))
    , m_hidden(m_columns.size())
{
}

template<typename Hides>
void IncidentTable::mark(FilterPart part, std::size_t from, std::size_t to, const Hides &hides)
{
    ++m_changes.at(static_cast<std::size_t>(part));
    const std::uint16_t bit = bitOf(part);
    const auto others = static_cast<std::uint16_t>(~bit);
    // What hides is noted beside the columns first, where the compiler knows that nothing else lies: then it works out
    // many rows at once.
    constexpr std::size_t blockSize = 512;
    std::array<std::uint16_t, blockSize> bits{};
    for (std::size_t begin = from; begin < to; begin += blockSize) {
        const std::size_t count = std::min(blockSize, to - begin);
        for (std::size_t i = 0; i < count; ++i)
            bits[i] = static_cast<std::uint16_t>(-static_cast<int>(hides(begin + i)) & bit);
        std::uint16_t *hidden = m_hidden.data() + begin;
        for (std::size_t i = 0; i < count; ++i)
            hidden[i] = static_cast<std::uint16_t>((hidden[i] & others) | bits[i]);
    }
}

void IncidentTable::apply(FilterPart part, std::size_t from, std::size_t to)
{
    const bool isKnown =
        !(part == FilterPart::KnownAt && m_knownAt.empty()) && !(part == FilterPart::Origins && m_origins.empty());
    if (part < FilterPart::Actor && (!isKnown || !limits(m_filter, part)))
        return mark(part, from, to, [](std::size_t) { return false; });
    const auto byValue = [&](const std::vector<std::uint8_t> &column, const auto &shown) {
        mark(part, from, to,
             [values = column.data(), hidden = hiddenValues(shown)](std::size_t row) { return hidden[values[row]]; });
    };
    const std::uint8_t *flags = m_columns.flags.data();
    const bool undatedHidden = !m_filter.withoutTime;
    switch (part) {
    case FilterPart::Kind: return byValue(m_columns.kind, m_filter.kinds);
    case FilterPart::SubKind: return byValue(m_columns.subKind, m_filter.subKinds);
    case FilterPart::Status: return byValue(m_columns.status, m_filter.statuses);
    case FilterPart::Credibility: return byValue(m_columns.credibility, m_filter.credibilities);
    case FilterPart::Precision:
        return mark(
            part, from, to,
            [flags, values = m_columns.precision.data(), hidden = hiddenValues(m_filter.precisions)](std::size_t row) {
                return hidden[(flags[row] & IncidentColumns::HasPlace) != 0 ? values[row] : locationPrecisionCount];
            });
    case FilterPart::Time:
        return mark(part, from, to,
                    [flags, undatedHidden, begin = m_columns.begin.data(), end = m_columns.end.data(),
                     first = minutesOr(m_filter.begin, earliest),
                     last = minutesOr(m_filter.end, latest)](std::size_t row) {
                        const bool dated = (flags[row] & IncidentColumns::HasTime) != 0;
                        const bool misses = (begin[row] >= last) | (end[row] <= first);
                        return (misses & dated) | (undatedHidden & !dated);
                    });
    case FilterPart::KnownAt:
        return mark(part, from, to,
                    [undatedHidden, known = m_knownAt.data(), first = minutesOr(m_filter.knownBegin, earliest),
                     last = minutesOr(m_filter.knownEnd, latest)](std::size_t row) {
                        const bool never = known[row] == neverKnown;
                        const bool misses = (known[row] < first) | (known[row] >= last);
                        return (misses & !never) | (undatedHidden & never);
                    });
    case FilterPart::Origins:
        return mark(part, from, to, [origins = m_origins.data(), least = m_filter.leastOrigins](std::size_t row) {
            return origins[row] < least;
        });
    case FilterPart::Area:
        return mark(part, from, to, [this, flags, area = AreaTest(*m_filter.area)](std::size_t row) {
            return (flags[row] & IncidentColumns::HasPlace) == 0 || !area.holds({m_columns.x[row], m_columns.y[row]});
        });
    case FilterPart::Actor:
    case FilterPart::Source:
    case FilterPart::Tag:
    case FilterPart::Words: return; // As setMatches() said.
    }
}

void IncidentTable::applyAll(std::size_t from, std::size_t to)
{
    for (int part = 0; part < filterPartCount; ++part)
        apply(static_cast<FilterPart>(part), from, to);
}

void IncidentTable::setFilter(const IncidentFilter &filter)
{
    const IncidentFilter before = std::exchange(m_filter, filter);
    for (int number = 0; number < filterPartCount; ++number) {
        const auto part = static_cast<FilterPart>(number);
        if (!isSame(part, before, m_filter))
            apply(part, 0, size());
    }
}

void IncidentTable::setMatches(FilterPart part, std::span<const IncidentId> ids)
{
    auto next = ids.begin();
    mark(part, 0, size(), [&, rowIds = m_columns.id.data()](std::size_t row) {
        while (next != ids.end() && numberOf(*next) < rowIds[row])
            ++next;
        return next == ids.end() || numberOf(*next) != rowIds[row];
    });
}

void IncidentTable::setAllMatch(FilterPart part)
{
    mark(part, 0, size(), [](std::size_t) { return false; });
}

void IncidentTable::setSupports(std::span<const std::pair<IncidentId, Support>> supports)
{
    m_knownAt.assign(size(), neverKnown);
    m_origins.assign(size(), 0);
    std::size_t row = 0;
    for (const auto &[id, support] : supports) {
        while (row < size() && m_columns.id[row] < numberOf(id))
            ++row;
        if (row == size() || m_columns.id[row] != numberOf(id))
            continue;
        m_knownAt[row] = minutesOr(support.knownAt, neverKnown);
        m_origins[row] = static_cast<std::uint8_t>(std::min(support.origins, 255));
    }
    apply(FilterPart::KnownAt, 0, size());
    apply(FilterPart::Origins, 0, size());
}

std::optional<std::uint32_t> IncidentTable::rowOf(IncidentId id) const
{
    const auto found = std::ranges::lower_bound(m_columns.id, numberOf(id));
    if (found == m_columns.id.end() || *found != numberOf(id))
        return std::nullopt;
    return static_cast<std::uint32_t>(found - m_columns.id.begin());
}

std::pair<std::uint32_t, bool> IncidentTable::put(const Incident &incident)
{
    const std::optional<std::uint32_t> known = rowOf(incident.id);
    const std::uint32_t row = known ? *known : insert(m_columns, incident);
    if (known) {
        replace(m_columns, *known, incident);
    } else {
        m_hidden.insert(m_hidden.begin() + row, 0);
        if (!m_knownAt.empty())
            m_knownAt.insert(m_knownAt.begin() + row, neverKnown);
        if (!m_origins.empty())
            m_origins.insert(m_origins.begin() + row, 0);
    }
    applyAll(row, row + 1);
    return {row, !known};
}

std::optional<std::uint32_t> IncidentTable::remove(IncidentId id)
{
    const std::optional<std::uint32_t> row = erase(m_columns, id);
    if (row) {
        m_hidden.erase(m_hidden.begin() + *row);
        if (!m_knownAt.empty())
            m_knownAt.erase(m_knownAt.begin() + *row);
        if (!m_origins.empty())
            m_origins.erase(m_origins.begin() + *row);
    }
    return row;
}

std::uint64_t IncidentTable::changesBeside(FilterPart part) const
{
    return std::reduce(m_changes.begin(), m_changes.end()) - m_changes.at(static_cast<std::size_t>(part));
}

ShownCount IncidentTable::countShown() const
{
    const std::uint16_t *hidden = m_hidden.data();
    const std::uint8_t *flags = m_columns.flags.data();
    std::uint32_t shown = 0;
    std::uint32_t placed = 0;
    for (std::size_t row = 0; row < size(); ++row) {
        const std::uint32_t isShown = hidden[row] == 0 ? 1 : 0;
        shown += isShown;
        placed += isShown & flags[row];
    }
    static_assert(IncidentColumns::HasPlace == 1);
    return {shown, shown - placed};
}

FacetCounts IncidentTable::countFacets() const
{
    return facetsOf(m_columns, [hidden = m_hidden.data()](std::size_t row) { return hidden[row]; });
}

FacetCounts IncidentTable::countAll() const
{
    return facetsOf(m_columns, [](std::size_t) { return std::uint16_t{0}; });
}

} // namespace dateline
