#pragma once

namespace dateline
{

class Database;
struct Changed;

/// Brings what the file says of its own contents up to date after @p changed, in the same transaction: in the OGC
/// standard's terms the time of the last change and the extent, and, where that changed, the case's description.
void noteContents(Database &database, const Changed &changed);

/// Writes all that the file says of its contents: extent, name, and the case's title, author, licence, notes and the
/// documents' publishers as Dublin Core metadata.
void describeContents(Database &database);

} // namespace dateline
