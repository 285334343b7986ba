#pragma once

#include "domain/change.h"
#include "domain/quotesearch.h"

namespace dateline
{

/// A quote of an older capture and how it stands in a newer one.
struct ReplacedQuote
{
    Quote quote; ///< As it stands in the older one.
    Refound refound;
    bool follows = false; ///< It goes over to the newer capture; otherwise it stays on the older one.
};

/// How many quotes of an older capture stand how in a newer one.
struct ReplacementCounts
{
    int exact = 0;
    int moved = 0;
    int changed = 0;
    int lost = 0;
    int ambiguous = 0; ///< Exact words in places that cannot be told apart, counted nowhere else.
    int following = 0;

    friend bool operator==(const ReplacementCounts &, const ReplacementCounts &) = default;
    [[nodiscard]] int total() const { return exact + moved + changed + lost + ambiguous; }
};

/// Finds @p quotes, all of one document, again in @p text.
///
/// Exact and moved ones follow. What is changed or ambiguous waits for a person: it stays unless they set
/// ReplacedQuote::follows. Two stretches of the older text never become one of the newer unasked: what moved to a place
/// that another stretch is found at too is ambiguous.
[[nodiscard]] std::vector<ReplacedQuote> planReplacement(const std::vector<Quote> &quotes, QStringView text);

/// Whether a person has to say if @p quote follows.
[[nodiscard]] bool needsDecision(const ReplacedQuote &quote);
[[nodiscard]] ReplacementCounts countsOf(const std::vector<ReplacedQuote> &quotes);

/// @p capture with what it does not say of itself as @p older says it: title, publisher, author, address, date,
/// language, grade, graphic, origin.
[[nodiscard]] Document newerCapture(Document capture, const Document &older);

/// The Change that lets the quotes of @p plan that follow stand in @p capture, with their claims, and stores it as what
/// replaces @p older, which stays.
///
/// @param capture as newerCapture gave it; with an id above 0 it is in the case already.
/// @param decided what was decided on proposals of @p older: it is true of the same proposals of @p capture.
[[nodiscard]] Change replaceChange(DocumentId older, Document capture, const std::vector<ReplacedQuote> &plan,
                                   const std::vector<Decision> &decided);

} // namespace dateline
