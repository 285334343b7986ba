#pragma once

#include "domain/change.h"

namespace dateline
{

class Database;
class Step;

/// Carries out the edits of @p change in @p step: resolves the ids below 0, checks what is asked and stores the texts
/// of documents. What is wrong with them is a failure of @p database.
void applyEdits(Database &database, Step &step, const Change &change);

} // namespace dateline
