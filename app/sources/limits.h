#pragma once

#include <QString>

#include <cstdint>

namespace dateline
{

/// What a process that takes files of others apart may use.
struct ProcessLimits
{
    std::uint64_t memory = 0; ///< In bytes.
    std::uint64_t seconds = 0; ///< Of the processor's time.
};

/// Keeps this process to @p limits for good, takes the network and other programs from it, and ends it with its parent.
void limitThisProcess(const ProcessLimits &limits);

/// Where the helper program @p name of this program lies.
[[nodiscard]] QString helperProgram(const QString &name);

} // namespace dateline
