#pragma once

#include "sources/readsources.h"

namespace dateline
{

/// Plain text in any encoding.
[[nodiscard]] SourcesRead readPlainText(const QByteArray &bytes, const QString &name);

/// Markdown, as the text that it is; title, author, date and language from its front matter, or the title from its
/// first heading.
[[nodiscard]] SourcesRead readMarkdown(const QByteArray &bytes, const QString &name);

/// @p text as a document keeps it: “\n” line ends, no control characters, no half letters, no more than one blank line
/// in a row at its start and end.
[[nodiscard]] QString tidyText(QString text);

} // namespace dateline
