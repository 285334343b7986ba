#pragma once

#include "evaluation/corpora.h"
#include "evaluation/measures.h"
#include "places/gazetteer.h"

#include <vector>

namespace dateline
{

/// How well one corpus was read, and how fast.
struct Evaluation
{
    QString name;
    QString format;
    qsizetype texts = 0;
    qsizetype bytes = 0; ///< Of text in UTF-8.
    qsizetype misfits = 0; ///< Labels left out because their words do not stand where they say.
    double seconds = 0; ///< Of one core, for reading alone.
    std::vector<Measure> measures; ///< By layer; layers without labels have none.
    std::vector<Miss> misses;

    /// Million bytes of text a second; 0 if it was too quick to tell.
    [[nodiscard]] double megabytesPerSecond() const
    {
        return seconds > 0 ? static_cast<double>(bytes) / 1e6 / seconds : 0;
    }
};

/// Reads every text of @p corpus with propose() and compares what it finds with the labels.
[[nodiscard]] Evaluation evaluate(Corpus corpus, const Gazetteer &gazetteer);

/// The most memory that this process has held, in bytes.
[[nodiscard]] qint64 peakMemory();

} // namespace dateline
