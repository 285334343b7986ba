#pragma once

#include "domain/incidentsource.h"

namespace dateline
{

class Database;
class Step;

/// Carries out the edits of @p change in @p step: resolves the ids below 0, checks what is asked and stores the texts
/// of documents. What is wrong with them is a failure of @p database.
void applyEdits(Database &database, Step &step, const Change &change);

/// Stores a document of a load under its id; the search does not know its text yet. It counts as a story of its own: what
/// a data set says of many events is no report that others repeat.
void putDocument(Database &database, Step &step, const DocumentRow &document);

} // namespace dateline
