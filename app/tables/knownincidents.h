#pragma once

#include "base/ids.h"

#include <QHashFunctions>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline
{

/// The incidents of one data set by their rows' ids, in some forty bytes each.
class KnownIncidents
{
public:
    struct Entry
    {
        std::uint64_t id = 0; ///< Hash of the row's id.
        std::uint64_t content = 0;
        IncidentId incident{};
        bool isSeen = false;
    };

    void add(std::string_view id, std::uint64_t content, IncidentId incident)
    {
        if (find(id) != nullptr) // One of two with the same id stays as it is.
            return;
        m_entries.push_back({hashOf(id), content, incident, false});
        if (m_entries.size() * 2 > m_slots.size()) {
            m_slots.assign(std::max<std::size_t>(1024, m_slots.size() * 2), 0);
            for (std::size_t i = 0; i < m_entries.size(); ++i)
                slotOf(m_entries[i].id) = static_cast<std::uint32_t>(i + 1);
        } else {
            slotOf(m_entries.back().id) = static_cast<std::uint32_t>(m_entries.size());
        }
    }

    [[nodiscard]] Entry *find(std::string_view id)
    {
        if (m_slots.empty())
            return nullptr;
        const std::uint32_t slot = slotOf(hashOf(id));
        return slot == 0 ? nullptr : &m_entries[slot - 1];
    }
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }

private:
    static std::uint64_t hashOf(std::string_view id) { return qHashBits(id.data(), id.size(), 0); }
    /// Where the entry with hash @p id is, or belongs.
    std::uint32_t &slotOf(std::uint64_t id)
    {
        std::size_t at = id & (m_slots.size() - 1);
        while (m_slots[at] != 0 && m_entries[m_slots[at] - 1].id != id)
            at = (at + 1) & (m_slots.size() - 1);
        return m_slots[at];
    }

    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_slots; ///< One more than the entry's index; 0: empty.
};

} // namespace dateline
