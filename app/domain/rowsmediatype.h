#pragma once

#include <QLatin1StringView>

namespace dateline
{

/// Document::mediaType of a document that an import put together out of the words of a table's rows.
///
/// What it tells came in as incidents with the same step, so nobody reads it for more of them.
inline constexpr QLatin1StringView rowsMediaType("text/x-table-rows");

} // namespace dateline
