#pragma once

#include "base/lonlat.h"
#include "base/result.h"

#include <QStringView>

namespace dateline
{

/// The plus code of @p length characters (2 to 10 even, or 11 to 15) whose cell holds @p at; 10 are 14 metres, 11 three.
[[nodiscard]] QString plusCode(LonLat at, int length = 11);

/// Whether @p text is meant as a plus code, full or short, right or not.
[[nodiscard]] bool resemblesPlusCode(QStringView text);

/// The cell of a full plus code; why it is none, for a short one that it needs a place beside it.
[[nodiscard]] Result<LonLatBox> plusCodeCell(QStringView text);

} // namespace dateline
