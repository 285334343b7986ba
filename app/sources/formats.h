#pragma once

#include "sources/readsources.h"

#include <QByteArray>
#include <QLatin1StringView>

#include <span>

namespace dateline
{

/// The start of a file as it is told by: its bytes, and its first letters in small ASCII whatever their encoding.
struct Opening
{
    const QByteArray &bytes;
    QByteArray letters;
};

/// A kind of file that is read.
struct Format
{
    QLatin1StringView key; ///< Names it to the reader program.
    QLatin1StringView mediaType;
    bool (*sniff)(const Opening &);
    SourcesRead (*read)(const QByteArray &bytes, const QString &name); ///< Null: read by a process of its own.
};

/// The kind of the file with these @p bytes, told by its content; plain text if it is nothing else.
[[nodiscard]] const Format &formatOf(const QByteArray &bytes);

/// All of them; a new one is a line here and, if it is read apart, a line in readers/readers.cpp.
[[nodiscard]] std::span<const Format> formats();

} // namespace dateline
