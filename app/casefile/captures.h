#pragma once

#include "casefile/case.h"

namespace dateline
{

/// A document of a case as what a newer capture of the same source is held against.
struct OlderCapture
{
    Document document;
    std::vector<Quote> quotes;
    std::vector<Decision> decided;
};

/// Document @p id of @p file with what hangs on it.
[[nodiscard]] Result<OlderCapture> olderCapture(const Case &file, DocumentId id);

/// The capture that replaces document @p id; none if that is the newest.
[[nodiscard]] Result<std::optional<DocumentId>> newerCaptureOf(const Case &file, DocumentId id);

/// The document of @p file with the number or name @p text that no other replaces.
///
/// Errors: NotFound; Conflict where several have that name, or where it has a newer capture already.
[[nodiscard]] Result<DocumentId> replaceableDocument(const Case &file, const QString &text);

} // namespace dateline
