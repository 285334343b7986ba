#pragma once

#include "base/result.h"

#include <QString>

namespace dateline
{

/// The path of the user's own copy of the sample case, copied there if it is missing or opens no more.
[[nodiscard]] Result<QString> readySampleCase();

} // namespace dateline
