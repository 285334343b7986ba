#pragma once

#include "domain/foldedtext.h"
#include "domain/quote.h"

#include <optional>

namespace dateline
{

/// How a quote stands in a text that may not be the one it was cut from.
struct Refound
{
    enum class Outcome : std::uint8_t {
        Exact, ///< Its words stand at its position.
        Moved, ///< Its words stand elsewhere.
        Changed, ///< Other words stand there now: span is the nearest match, for a person to judge.
        Lost ///< Nothing like it is in the text.
    };

    Outcome outcome = Outcome::Lost;
    TextSpan span; ///< In UTF-16 units; empty if it is lost.
    double likeness = 0; ///< Of the words: 1 if they read the same, 0 if only their neighbours still stand.
    bool ambiguous = false; ///< Nothing tells this place from another, or proves it: a person decides.

    friend bool operator==(const Refound &, const Refound &) = default;
};

/// The stable English key: “exact”, “moved”, “changed” or “lost”.
[[nodiscard]] QString keyOf(Refound::Outcome outcome);

/// Finds quotes again in one text, by their words, their neighbours and their position.
///
/// Exact words count only where they stand alone as they did: “49 killed” is not found in “149 killed”. Of several
/// places the one whose neighbours are most like the quote's is taken; ambiguous says that the neighbours leave two
/// places equal, or that a few words stand in one place with none of their neighbours. Words that differ in white
/// space, quotation marks, dashes, invisible characters or Unicode normalisation only are Changed with likeness 1;
/// every other change has less. Of words without neighbours fewer than eight letters are not looked for by likeness.
/// The work grows in step with the text's and the quote's length, whatever they hold.
class QuoteSearch
{
public:
    /// @param text must outlive this.
    explicit QuoteSearch(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] Refound find(const Quote &quote);

private:
    QStringView m_text;
    std::optional<FoldedText> m_folded; // Made when the first near match is looked for.
};

/// How @p quote stands in @p text; a QuoteSearch spares work where many quotes are looked for.
[[nodiscard]] Refound refind(const Quote &quote, QStringView text);

} // namespace dateline
