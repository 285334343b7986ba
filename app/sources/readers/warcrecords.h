#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace dateline
{

/// One record of a WARC file.
struct WarcRecord
{
    QByteArrayView whole; ///< The record as it stands there.
    QByteArray type; ///< “response”, “request”, “warcinfo” …
    QString address; ///< Of what was fetched.
    QString date; ///< When, in ISO 8601.
    QByteArray mediaType; ///< Of the block.
    QByteArrayView block;
};

/// The record at @p position of an unpacked WARC file, and moves there past it; none at the end or where it is damaged.
[[nodiscard]] std::optional<WarcRecord> nextRecord(const QByteArray &warc, qsizetype &position);

/// An answer of a web server.
struct HttpAnswer
{
    int status = 0;
    QByteArray mediaType; ///< In small letters, without parameters.
    QByteArray charset; ///< Empty if not told.
    QByteArray packing; ///< “gzip”, “br” …; empty if the body is plain.
    QByteArray body; ///< With chunks put together, but packed.
};

/// The answer that @p block holds; none if it is none.
[[nodiscard]] std::optional<HttpAnswer> answerFrom(QByteArrayView block);

} // namespace dateline
