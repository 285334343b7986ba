#pragma once

#include <QByteArray>

#include <span>

namespace dateline
{

/// A file of an archive.
struct Zipped
{
    QByteArray name; ///< In letters of ASCII.
    QByteArray bytes;
};

/// @p files as a zip archive, which has no dates: the same files give the same bytes. Empty for want of memory.
[[nodiscard]] QByteArray zipOf(std::span<const Zipped> files);

} // namespace dateline
