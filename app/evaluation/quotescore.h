#pragma once

#include "evaluation/labels.h"
#include "evaluation/measures.h"
#include "reading/propose.h"

#include <span>
#include <vector>

namespace dateline
{

/// True if two ways to name a speaker mean one: the words of the one are among those of the other, articles aside.
[[nodiscard]] bool sameSpeaker(QStringView a, QStringView b);

/// Compares quotes found with quotes labelled, text by text.
///
/// Exact is the same words, quotation marks and the marks that end a clause aside. A speaker is right if the quote that
/// overlaps the labelled one most names the same.
class QuoteScore
{
public:
    void add(const LabelledText &text, std::span<const FoundQuote> found, std::vector<Miss> &misses);

    [[nodiscard]] std::vector<Measure> measures() const;

private:
    void addLabelled(const LabelledText &text, const LabelledQuote &gold, std::span<const FoundQuote> found,
                     std::vector<Miss> &misses);
    void addFound(const LabelledText &text, const FoundQuote &found, std::vector<Miss> &misses);

    Agreement m_exact;
    Agreement m_relaxed;
    Tally m_direct; ///< Exact, of the direct ones.
    Tally m_speaker;
};

} // namespace dateline
