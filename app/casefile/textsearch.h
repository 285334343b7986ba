#pragma once

#include "casefile/case.h"

namespace dateline
{

class Database;

/// The query of SQLite's full-text search (FTS5) that finds @p words close together, the last one also as the beginning
/// of a word; empty if there is no letter or digit in them. Every word is quoted: none is taken as an operator.
[[nodiscard]] QString searchQuery(const QString &words);

/// Where all of @p words stand close together, document after document; failures are in @p database.
[[nodiscard]] std::vector<SearchHit> hitsFor(Database &database, const QString &words, int limit);

} // namespace dateline
