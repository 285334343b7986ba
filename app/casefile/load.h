#pragma once

#include "casefile/case.h"

namespace dateline
{

class Database;
class Step;

/// Writes all rows of @p rows within @p step and the open transaction, with the incidents' indexes.
///
/// Encodes on a second thread, which also calls rows.next(), and digests on a third. Failures are in @p database.
[[nodiscard]] Loaded loadRows(Database &database, Step &step, IncidentSource &rows, const Proceed &proceed);

} // namespace dateline
