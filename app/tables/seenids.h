#pragma once

#include <QHashFunctions>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline
{

/// Which ids came already, in sixteen bytes each: a million ids of text would take a hundred megabytes.
///
/// Keeps 64 bits of each; that two of a million ids share them comes once in thirty million files.
class SeenIds
{
public:
    /// False if @p id came before.
    [[nodiscard]] bool add(std::string_view id)
    {
        if ((m_count + 1) * 2 > m_slots.size())
            grow();
        const bool isNew = put(m_slots, hashOf(id));
        m_count += isNew ? 1 : 0;
        return isNew;
    }

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] bool has(std::string_view id) const
    {
        if (isEmpty())
            return false;
        const std::uint64_t hash = hashOf(id);
        std::size_t at = hash & (m_slots.size() - 1);
        while (m_slots[at] != 0 && m_slots[at] != hash)
            at = (at + 1) & (m_slots.size() - 1);
        return m_slots[at] == hash;
    }

private:
    static std::uint64_t hashOf(std::string_view id)
    {
        const std::uint64_t hash = qHashBits(id.data(), id.size(), 0);
        return hash == 0 ? 1 : hash; // 0 is an empty slot.
    }
    static bool put(std::vector<std::uint64_t> &slots, std::uint64_t hash)
    {
        std::size_t at = hash & (slots.size() - 1);
        while (slots[at] != 0) {
            if (slots[at] == hash)
                return false;
            at = (at + 1) & (slots.size() - 1);
        }
        slots[at] = hash;
        return true;
    }
    void grow()
    {
        std::vector<std::uint64_t> larger(m_slots.empty() ? 1024 : m_slots.size() * 2);
        for (const std::uint64_t hash : m_slots) {
            if (hash != 0)
                static_cast<void>(put(larger, hash));
        }
        m_slots = std::move(larger);
    }

    std::vector<std::uint64_t> m_slots;
    std::size_t m_count = 0;
};

} // namespace dateline
