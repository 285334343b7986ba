#pragma once

#include "base/ids.h"
#include "base/time.h"
#include "domain/origins.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace dateline
{

/// How many sources an incident rests on.
struct Support
{
    int quotes = 0;
    int documents = 0; ///< Captures of one document are counted once.
    int origins = 0; ///< How many of them tell a story of their own, see originsOf().
    std::optional<UtcMinute> knownAt; ///< When the first of them was published, or else taken in; none without any.
};

/// What each document counts as.
class OriginIndex
{
public:
    /// The first captures of a document and of the one whose story it tells.
    struct Place
    {
        DocumentId article{};
        DocumentId origin{};
    };

    OriginIndex() = default;
    explicit OriginIndex(std::span<const Origin> origins);

    /// A document that belongs to none of the origins has its own.
    [[nodiscard]] Place placeOf(DocumentId id) const;

private:
    std::unordered_map<DocumentId, Place> m_places;
};

/// Counts what one incident rests on.
class SupportCount
{
public:
    explicit SupportCount(const OriginIndex &origins)
        : m_origins(&origins)
    {
    }

    void add(QuoteId quote, DocumentId document, UtcMinute reported);
    /// What was added since the last call.
    [[nodiscard]] Support take();

private:
    const OriginIndex *m_origins;
    std::vector<QuoteId> m_quotes;
    std::vector<DocumentId> m_articles;
    std::vector<DocumentId> m_counted; ///< The origins' own documents.
    std::optional<UtcMinute> m_knownAt;
};

} // namespace dateline
