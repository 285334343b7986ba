#pragma once

#include <QtTypes>

#include <cstddef>
#include <span>
#include <vector>

namespace dateline
{

/// Which of many samples of runs share enough to be worth a comparison, without comparing each with each.
class SharedRuns
{
public:
    /// @param samples of documents, the earlier ones first; only looked at here.
    explicit SharedRuns(std::span<const std::span<const quint32>> samples);

    /// The samples before @p sample that share runs with it.
    [[nodiscard]] std::vector<std::size_t> earlierAlike(std::size_t sample);

private:
    std::vector<quint32> m_samples; ///< By run, then in order.
    std::vector<std::vector<std::size_t>> m_places; ///< Of each sample: where its runs that others share begin there.
    std::vector<int> m_hits;
};

} // namespace dateline
