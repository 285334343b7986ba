#pragma once

#include "base/result.h"
#include "domain/document.h"

#include <QByteArray>
#include <QString>

namespace dateline
{

/// The largest source that is taken in, in bytes; larger ones are Unsupported.
inline constexpr qint64 largestDocumentBytes = 256LL * 1024 * 1024;

/// The document in the file at @p path: its text, hashes and bytes; the bytes are read once.
///
/// Plain text in UTF-8, UTF-16 or Windows-1252/Latin-1. Errors: NotFound, Unreadable, Malformed for an empty file,
/// Unsupported for what is no text.
[[nodiscard]] Result<Document> readDocument(const QString &path);

/// The same from bytes at hand, such as pasted text; @p name is what errors call it.
[[nodiscard]] Result<Document> documentFrom(const QByteArray &bytes, const QString &name);

/// The time that a person states for a document: “2022-09-13”, “2022-09-13T14:00”, with @p zone as an IANA name,
/// “UTC+04:00” or empty. Malformed if either is not one.
[[nodiscard]] Result<WrittenTime> writtenTimeFrom(const QString &text, const QString &zone);

} // namespace dateline
