#pragma once

#include <cstdint>

namespace dateline
{

// Row ids of one case. 0 is “no row”; an id below 0 stands for a row that is made in the same Change.
enum class DocumentId : std::int64_t {};
enum class QuoteId : std::int64_t {};
enum class IncidentId : std::int64_t {};
enum class ClaimId : std::int64_t {};
enum class FigureId : std::int64_t {};
enum class LayerId : std::int64_t {};
enum class BookmarkId : std::int64_t {};

/// The bare number of @p id, for a database or JSON.
template<typename Id>
[[nodiscard]] constexpr std::int64_t numberOf(Id id)
{
    return static_cast<std::int64_t>(id);
}

} // namespace dateline
