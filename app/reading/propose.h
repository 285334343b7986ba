#pragma once

#include "domain/document.h"
#include "domain/kind.h"
#include "domain/proposal.h"
#include "domain/quote.h"
#include "places/gazetteer.h"

#include <stop_token>
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

/// What words of time name, in TIMEX3's terms.
enum class TimeType : std::uint8_t {
    Date, ///< A day or more of the calendar, also “now” and “recently”.
    Time, ///< A part of a day.
    Duration, ///< “two years”, “the past decade”.
    Set ///< What comes again: “daily”, “every Friday”.
};

/// Words of time one by one, dated or not; the two ends of a range are two.
struct TimeWords
{
    TextSpan span;
    TimeType type = TimeType::Date;
    QString value; ///< As TIMEX3 writes it: “2022-09-13”, “2022-W37”, “2022-SU”, “P2Y”, “PRESENT_REF”.
};

/// Words that are somebody's, direct or reported.
struct FoundQuote
{
    TextSpan span; ///< Of the words, without the quotation marks.
    TextSpan sentence; ///< Of the whole sentence or sentences with speaker and cue.
    QString speaker; ///< Empty if nobody is named.
    bool direct = true; ///< Between quotation marks.
};

/// Words that say that something happened, with a place and time or without.
struct FoundEvent
{
    TextSpan span; ///< The word that weighs most.
    SubKind subKind = SubKind::Other;
    double weight = 0; ///< 2 is one plain word for the kind; more is surer.
};

/// Words that count losses.
struct FoundLoss
{
    TextSpan span;
    Loss loss;
};

/// Everything that was read out of one document.
struct Reading
{
    std::vector<FoundTime> times; ///< Those that can be dated, in order of the text, not overlapping.
    std::vector<TimeWords> timeWords; ///< All words of time, also durations and “recently”, in order.
    std::vector<FoundQuote> quotes;
    std::vector<PlaceMatch> places;
    std::vector<FoundEvent> events; ///< In order of the text, also those too vague to propose.
    std::vector<FoundLoss> losses;
    std::vector<Proposal> proposals; ///< In order of the text.
};

/// Reads @p document: what it reports, with the words for it. Pure: the same document gives the same reading.
///
/// Relative times need document.published; without it they are left unresolved and the reasons say so.
/// Quote::document of the proposals is document.id. When @p stop is asked for, it returns early; what it then returns is
/// no reading of the document.
/// @param area what the case is about; of several places of one name, one inside it is likelier.
[[nodiscard]] Reading propose(const Document &document, const Gazetteer &gazetteer, const std::stop_token &stop = {},
                              const std::optional<LonLatBox> &area = {});

} // namespace dateline
