#pragma once

#include "base/result.h"
#include "domain/document.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <stop_token>
#include <vector>

namespace dateline
{

/// The largest file that is taken in, in bytes; larger ones are Unsupported.
inline constexpr qint64 largestSourceBytes = 256LL * 1024 * 1024;

/// What was taken in; the good ones are kept when others fail.
struct SourcesRead
{
    std::vector<Document> documents; ///< In the file's order.
    std::vector<Error> refused; ///< Each says what was not read, why, and what to do.
};

/// Nothing read, for one reason.
[[nodiscard]] SourcesRead refused(Error::Kind kind, const QString &message, const QString &subject);

// Any thread; nothing is shared, so many files may be read at once. Nothing is loaded from anywhere else, run or
// rendered. What a file tells of itself (title, publisher, author, address, date, language) is in the documents.

/// The documents in the file at @p path: one, or several from an archive of web pages or an exported chat.
///
/// HTML, MHTML, mail, PDF, DOCX, ODT, WARC, WACZ, Telegram's and X's exports, Markdown and plain text in any encoding,
/// told by content and never by the name alone.
/// @param stop ends the reading early; what was refused then says so.
[[nodiscard]] SourcesRead readSources(const QString &path, const std::stop_token &stop = {});

/// The same from bytes at hand, such as standard input; @p name is what errors call them.
[[nodiscard]] SourcesRead sourcesFrom(const QByteArray &bytes, const QString &name, const std::stop_token &stop = {});

/// The one document in the file at @p path; Unsupported if it holds several.
[[nodiscard]] Result<Document> readDocument(const QString &path, const std::stop_token &stop = {});

/// Plain text at hand, such as a pasted one, whatever it looks like; @p name is what errors call it.
[[nodiscard]] Result<Document> documentFrom(const QByteArray &bytes, const QString &name);

/// The files that @p paths name, in order: folders are looked through with their folders, without hidden files and the
/// pictures and scripts that a browser keeps beside a saved page. What is not there stays, to be refused when read.
[[nodiscard]] QStringList sourceFilesIn(const QStringList &paths);

} // namespace dateline
