#pragma once

#include "casefile/captures.h"
#include "domain/replacement.h"

#include <QJsonObject>

namespace dateline
{

/// Stores @p newer in @p file as what replaces @p older, with the quotes that stand in it.
///
/// @param newer as newerCapture gave it.
/// @returns where each quote of @p older stands now.
[[nodiscard]] Result<std::vector<ReplacedQuote>> replaceDocument(Case &file, const OlderCapture &older,
                                                                 const Document &newer);

/// How many quotes stand how, and each of them.
[[nodiscard]] QJsonObject jsonOf(const OlderCapture &older, const std::vector<ReplacedQuote> &quotes,
                                 const Document &newer);

/// The same to read: the counts, and the quotes that did not follow.
[[nodiscard]] QString textOf(const std::vector<ReplacedQuote> &quotes, const Document &newer);

} // namespace dateline
