#pragma once

#include <QtEnvironmentVariables>

namespace dateline
{

/// In how many ways each file is damaged: @p usual, or as many as DATELINE_DAMAGES says.
[[nodiscard]] inline unsigned damages(unsigned usual)
{
    const int wanted = qEnvironmentVariableIntValue("DATELINE_DAMAGES");
    return wanted > 0 ? static_cast<unsigned>(wanted) : usual;
}

} // namespace dateline
