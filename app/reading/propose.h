#pragma once

#include "domain/document.h"
#include "domain/proposal.h"
#include "domain/quote.h"
#include "places/gazetteer.h"

#include <vector>

namespace dateline
{

/// Words that name a time, and what they mean.
struct FoundTime
{
    TextSpan span;
    When when;
    QString reason; ///< “Tuesday before or on the document's date, 13 September 2022”.
};

/// Words that are somebody's, direct or reported.
struct FoundQuote
{
    TextSpan span; ///< Of the words, without the quotation marks.
    TextSpan sentence; ///< Of the whole sentence or sentences with speaker and cue.
    QString speaker; ///< Empty if nobody is named.
    bool direct = true; ///< Between quotation marks.
};

/// Everything that was read out of one document.
struct Reading
{
    std::vector<FoundTime> times; ///< In order of the text, not overlapping.
    std::vector<FoundQuote> quotes;
    std::vector<PlaceMatch> places;
    std::vector<Proposal> proposals; ///< In order of the text.
};

/// Reads @p document: what it reports, with the words for it. Pure: the same document gives the same reading.
///
/// Relative times need document.published; without it they are left unresolved and the reasons say so.
/// Quote::document of the proposals is document.id.
[[nodiscard]] Reading propose(const Document &document, const Gazetteer &gazetteer);

} // namespace dateline
