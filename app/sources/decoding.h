#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace dateline
{

/// The text that @p bytes hold, whatever their encoding: Unicode with or without a mark, or one that its letters tell,
/// such as Windows-1251, KOI8-U or ARMSCII-8. None if they are no text.
[[nodiscard]] std::optional<QString> textFromBytes(const QByteArray &bytes);

/// The same where something must come out: by a Unicode mark, else as @p declared says (“windows-1251”; may be empty or
/// wrong), else as textFromBytes() finds; what cannot be decoded becomes U+FFFD.
[[nodiscard]] QString textFromBytes(const QByteArray &bytes, const QByteArray &declared);

/// What iconv calls the encoding of the text that begins with @p bytes, as textFromBytes() finds it: “UTF-8” for
/// anything that is UTF-8 so far. None if they are no text.
[[nodiscard]] std::optional<QByteArray> encodingNameOf(const QByteArray &bytes);

/// The ASCII letters at the start of @p bytes with “\n” line ends, in UTF-16 and UTF-32 too; for telling formats.
[[nodiscard]] QByteArray lettersOf(const QByteArray &bytes);

} // namespace dateline
