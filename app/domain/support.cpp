#include "domain/support.h"

#include <algorithm>
#include <utility>

namespace dateline
{

namespace
{

template<typename Id>
int differentOnes(std::vector<Id> ids)
{
    std::ranges::sort(ids);
    return static_cast<int>(ids.size() - std::ranges::unique(ids).size());
}

} // namespace

OriginIndex::OriginIndex(std::span<const Origin> origins)
{
    for (const Origin &origin : origins) {
        for (const OriginMember &member : origin.members)
            m_places[member.document] = {member.article, origin.document()};
    }
}

OriginIndex::Place OriginIndex::placeOf(DocumentId id) const
{
    const auto place = m_places.find(id);
    return place == m_places.end() ? Place{id, id} : place->second;
}

void SupportCount::add(QuoteId quote, DocumentId document, UtcMinute reported)
{
    const OriginIndex::Place place = m_origins->placeOf(document);
    m_quotes.push_back(quote);
    m_articles.push_back(place.article);
    m_counted.push_back(place.origin);
    m_knownAt = std::min(reported, m_knownAt.value_or(reported));
}

Support SupportCount::take()
{
    return {.quotes = differentOnes(std::exchange(m_quotes, {})),
            .documents = differentOnes(std::exchange(m_articles, {})),
            .origins = differentOnes(std::exchange(m_counted, {})),
            .knownAt = std::exchange(m_knownAt, std::nullopt)};
}

} // namespace dateline
