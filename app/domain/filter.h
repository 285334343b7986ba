#pragma once

#include "domain/incidentcolumns.h"

#include <bitset>

namespace dateline
{

/// Which of two clocks a time filter means.
enum class Clock : std::uint8_t { Happened, KnownAt };

/// What is shown; the default shows everything.
struct IncidentFilter
{
    std::bitset<kindCount> kinds{(1U << kindCount) - 1U};
    std::optional<UtcMinute> begin; ///< Shown if it overlaps [begin, end).
    std::optional<UtcMinute> end;
    bool withoutTime = true; ///< Whether incidents with no stated time are shown while begin or end is set.

    friend bool operator==(const IncidentFilter &, const IncidentFilter &) = default;

    [[nodiscard]] bool shows(const Incident &incident) const;
};

/// An IncidentFilter made ready to be asked of many rows.
class ColumnFilter
{
public:
    ColumnFilter(const IncidentFilter &filter, const IncidentColumns &columns);

    [[nodiscard]] bool shows(std::size_t row) const
    {
        if ((m_kinds >> m_columns.kind[row] & 1U) == 0)
            return false;
        if (!m_limited)
            return true;
        if (!m_columns.has(row, IncidentColumns::HasTime))
            return m_withoutTime;
        return m_columns.begin[row] < m_end && m_columns.end[row] > m_begin;
    }

private:
    const IncidentColumns &m_columns;
    std::uint32_t m_kinds;
    std::int32_t m_begin;
    std::int32_t m_end;
    bool m_limited;
    bool m_withoutTime;
};

} // namespace dateline
