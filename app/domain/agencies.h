#pragma once

#include <QString>

#include <vector>

namespace dateline
{

/// Where a text names a news agency.
struct AgencyName
{
    QString agency; ///< What it is commonly called: “AFP”.
    bool isCode = false; ///< An abbreviation that means many things: it counts only where agencies sign.
    qsizetype begin = 0; ///< First UTF-16 unit of the name.
    qsizetype end = 0; ///< Past the last one.
};

/// The news agencies that @p text names, by whole words in the letters they write themselves with, in its order.
[[nodiscard]] std::vector<AgencyName> agenciesIn(QStringView text);

} // namespace dateline
