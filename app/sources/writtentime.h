#pragma once

#include "base/result.h"
#include "domain/document.h"

#include <optional>

namespace dateline
{

/// The time that a person states for a document: “2022-09-13”, “2022-09-13T14:00”, with @p zone as an IANA name,
/// “UTC+04:00” or empty. Malformed if either is not one.
[[nodiscard]] Result<WrittenTime> writtenTimeFrom(const QString &text, const QString &zone);

/// The time that a file gives in a field of its own: the same with seconds, as “Tue, 13 Sep 2022 14:00:00 +0400” or as
/// PDF's “D:20220913140000+04'00'”; none if it is none of these.
[[nodiscard]] std::optional<WrittenTime> writtenTimeIn(const QString &field);

/// @p modified if both are known and it is the later one.
[[nodiscard]] std::optional<WrittenTime> laterThan(const std::optional<WrittenTime> &published,
                                                   std::optional<WrittenTime> modified);

/// A moment that is known to the second, told in UTC.
[[nodiscard]] WrittenTime writtenTimeOf(const QDateTime &time);

} // namespace dateline
