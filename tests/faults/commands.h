#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>

namespace dateline
{

/// What one run is asked for.
struct Task
{
    int count = 0; ///< How many faults.
    std::uint64_t seed = 1;
    QString oldCase; ///< A case of an older schema.
    QString writeShim; ///< The library that makes writes fail.
};

/// Problems beyond so many are only counted.
inline constexpr int mostTold = 50;

/// How a run ended; skipped where the system does not let us make the fault.
enum class Outcome { Good = 0, Bad = 1, Skipped = 77 };

// Each does its faults and prints its figures and everything that is not as it should be.
[[nodiscard]] Outcome runKills(const Task &task);
[[nodiscard]] Outcome runFullDisks(const Task &task);
[[nodiscard]] Outcome runFailingWrites(const Task &task);
[[nodiscard]] Outcome runPowerCuts(const Task &task);
[[nodiscard]] Outcome runFlips(const Task &task);

/// The part of runFailingWrites() and runPowerCuts() that runs with the shim in its process.
[[nodiscard]] int runWithShim(const QStringList &arguments);

} // namespace dateline
