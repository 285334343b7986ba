#include "domain/sharedruns.h"

#include <algorithm>
#include <compare>

namespace dateline
{

namespace
{

// The rule of originsOf() asks for more than so many runs.
constexpr int fewestHits = 8;
// A run of hundreds of documents is a page's footer, or of a story that all of them repeat: then the first ones are
// those to compare with.
constexpr std::size_t firstOfMany = 8;
constexpr unsigned bucketBits = 16;

struct Entry
{
    quint32 run;
    quint32 sample;
    auto operator<=>(const Entry &) const = default;

    // Samples hold the smallest hashes: the upper bits alone would fill a few buckets only.
    [[nodiscard]] std::size_t bucket() const { return (run * 0x9e3779b1U) >> (32U - bucketBits); }
};

/// All runs, the same ones next to each other: by buckets, which takes a third of the time of sorting all.
std::vector<Entry> entriesByRun(std::span<const std::span<const quint32>> samples)
{
    std::vector<std::size_t> ends((std::size_t{1} << bucketBits) + 1, 0);
    for (const std::span<const quint32> sample : samples) {
        for (const quint32 run : sample)
            ++ends[Entry{run, 0}.bucket() + 1];
    }
    for (std::size_t i = 1; i < ends.size(); ++i)
        ends[i] += ends[i - 1];
    std::vector<Entry> entries(ends.back());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        for (const quint32 run : samples[i]) {
            const Entry entry{run, static_cast<quint32>(i)};
            entries[ends[entry.bucket()]++] = entry;
        }
    }
    for (std::size_t begin = 0; const std::size_t end : std::span(ends).first(ends.size() - 1)) {
        std::sort(entries.begin() + static_cast<std::ptrdiff_t>(begin),
                  entries.begin() + static_cast<std::ptrdiff_t>(end));
        begin = end;
    }
    return entries;
}

} // namespace

SharedRuns::SharedRuns(std::span<const std::span<const quint32>> samples)
    : m_places(samples.size())
    , m_hits(samples.size(), 0)
{
    const std::vector<Entry> entries = entriesByRun(samples);
    m_samples.reserve(entries.size());
    for (std::size_t first = 0; const Entry &entry : entries) {
        const std::size_t i = m_samples.size();
        m_samples.push_back(entry.sample);
        if (entry.run != entries[first].run)
            first = i;
        if (i > first)
            m_places[entry.sample].push_back(first);
    }
}

std::vector<std::size_t> SharedRuns::earlierAlike(std::size_t sample)
{
    std::vector<std::size_t> found;
    for (const std::size_t first : m_places[sample]) {
        for (std::size_t i = first; i < first + firstOfMany && m_samples[i] < sample; ++i) {
            if (++m_hits[m_samples[i]] == 1)
                found.push_back(m_samples[i]);
        }
    }
    std::vector<std::size_t> alike;
    for (const std::size_t other : found) {
        if (m_hits[other] >= fewestHits)
            alike.push_back(other);
        m_hits[other] = 0;
    }
    return alike;
}

} // namespace dateline
