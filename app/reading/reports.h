#pragma once

#include "reading/kinds.h"
#include "reading/locations.h"
#include "reading/losses.h"
#include "reading/quotes.h"
#include "reading/times.h"

#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// What was found in one text, for the steps that put it together.
struct Findings
{
    QStringView text;
    const Tokens &tokens;
    const std::vector<Sentence> &sentences;
    std::span<const TimeExpression> times;
    std::span<const Utterance> utterances;
    std::span<const PlaceMatch> places;
    std::optional<QDate> published;
};

/// One event as one clause reports it.
struct Report
{
    int sentence = 0;
    int paragraph = 0;
    EventWords event = {};
    bool lossOnly = false; ///< It counts losses and names no event of its own.
    bool anchored = true; ///< It has a place, time or count, so that it may begin an incident of its own.
    std::vector<Loss> losses = {};
    std::vector<LocationWords> locations = {}; ///< One incident each.
    std::vector<std::size_t> countries = {}; ///< Matches too coarse to place it by; offered all the same.
    std::optional<TimeExpression> time = {};
    bool ownTime = true; ///< False if the time was taken from the sentence before or from the document.
    QString timeReason = {}; ///< Why there is no time, or why it is not its own.
    QString speaker = {};
    Stance stance = Stance::Reports;
    bool direct = false;
    TextSpan words = {}; ///< What is quoted for it.
    QStringList actors = {};
};

/// True for what parties agree on rather than do to each other.
[[nodiscard]] bool isPact(const EventWords &event);

/// True for what tells that people were killed or wounded and not by what.
[[nodiscard]] bool isToll(const EventWords &event);

/// Every event that the text reports, in order: no demands, no denials of things not told, no history.
[[nodiscard]] std::vector<Report> reportsFrom(const Findings &findings);

} // namespace dateline
