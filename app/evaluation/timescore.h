#pragma once

#include "evaluation/labels.h"
#include "evaluation/measures.h"
#include "reading/propose.h"

#include <vector>

namespace dateline
{

/// Compares times found with times labelled, text by text.
///
/// Where the labels give UTC, they are compared with the times that can be dated; else with all words of time.
class TimeScore
{
public:
    void add(const LabelledText &text, const Reading &reading, std::vector<Miss> &misses);

    [[nodiscard]] std::vector<Measure> measures() const;

private:
    struct Found
    {
        TextSpan span;
        QString value;
        std::optional<TimeSpan> utc;
    };

    static std::vector<Found> foundIn(const Reading &reading, bool dated);
    void addLabelled(const LabelledText &text, const LabelledTime &gold, const std::vector<Found> &found,
                     std::vector<Miss> &misses);
    void addFound(const LabelledText &text, const Found &found, std::vector<Miss> &misses);

    Agreement m_strict;
    Agreement m_relaxed;
    Agreement m_value;
    Tally m_utc;
    Tally m_precision;
};

} // namespace dateline
