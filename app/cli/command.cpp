#include "cli/command.h"

namespace dateline
{

std::optional<int> runCommand(const QStringList &)
{
    return std::nullopt;
}

} // namespace dateline
