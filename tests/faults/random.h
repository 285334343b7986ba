#pragma once

#include <cstdint>
#include <random>

namespace dateline
{

/// Numbers that look random and are the same for the same seed, on every machine.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_engine(seed)
    {
    }

    /// A number from 0 to @p count - 1.
    [[nodiscard]] std::uint64_t below(std::uint64_t count) { return m_engine() % count; }
    [[nodiscard]] bool oneIn(std::uint64_t count) { return below(count) == 0; }

private:
    std::mt19937_64 m_engine;
};

} // namespace dateline
