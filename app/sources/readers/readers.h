#pragma once

#include "sources/readsources.h"

#include <QByteArray>
#include <QLatin1StringView>

#include <span>

namespace dateline
{

/// What reads one kind of file; @p name is what its errors call the file. Of a document it gives the text and what the
/// file tells of itself; the bytes only where the document is a part of the file.
using Read = SourcesRead (*)(const QByteArray &bytes, const QString &name);

struct Reader
{
    QLatin1StringView key; ///< As in formats().
    Read read;
};

/// All readers of files that others made.
[[nodiscard]] std::span<const Reader> readers();

[[nodiscard]] SourcesRead readHtml(const QByteArray &bytes, const QString &name);
[[nodiscard]] SourcesRead readPdf(const QByteArray &bytes, const QString &name); ///< A form feed between pages.
[[nodiscard]] SourcesRead readDocx(const QByteArray &bytes, const QString &name);
[[nodiscard]] SourcesRead readOdt(const QByteArray &bytes, const QString &name);
[[nodiscard]] SourcesRead readMail(const QByteArray &bytes, const QString &name);
[[nodiscard]] SourcesRead readMhtml(const QByteArray &bytes, const QString &name);
[[nodiscard]] SourcesRead readWarc(const QByteArray &bytes, const QString &name); ///< A document for every page.
[[nodiscard]] SourcesRead readWacz(const QByteArray &bytes, const QString &name);
[[nodiscard]] SourcesRead readTelegram(const QByteArray &bytes, const QString &name); ///< A document for every message.
[[nodiscard]] SourcesRead readTweets(const QByteArray &bytes, const QString &name);

} // namespace dateline
