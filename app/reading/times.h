#pragma once

#include "domain/document.h"
#include "domain/incident.h"
#include "reading/dates.h"
#include "reading/propose.h"
#include "reading/sentences.h"

#include <QTimeZone>

#include <optional>
#include <vector>

namespace dateline
{

/// Words that name a time, resolved on the local clock.
struct TimeExpression
{
    TextSpan span = {};
    int sentence = 0; ///< Index of its sentence.
    LocalSpan local = {};
    bool resolved = true; ///< False if it needs the document's date and there is none; then local is empty.
    bool clock = false; ///< A time of day is named.
    bool relative = false; ///< It leans on the document's date.
    std::optional<QTimeZone> zone = {}; ///< That the words themselves fix.
    std::optional<DayWords> leaning =
        {}; ///< Its day, if which one it is depends on the zone that the clock is read in.
    bool noDay = false; ///< No day is named: it is the last such time before the document, or the next after it.
    bool future = false;
    int minute = 0; ///< Of the day, by the clock.
    std::optional<WrittenTime> published = {}; ///< The document's time, if leaning.
    std::optional<UtcMinute> until = {}; ///< “since Monday”: the document's time.
};

/// The times of a text.
struct TextTimes
{
    std::vector<TimeExpression> dated; ///< In order, not overlapping; ranges are one.
    std::vector<TimeWords> words; ///< All of them and what cannot be dated, one by one.
};

/// Every time that the text names, dated or not.
[[nodiscard]] TextTimes textTimesFrom(const Tokens &tokens, const std::vector<Sentence> &sentences,
                                      const std::optional<WrittenTime> &published);

/// Only those that can be dated.
[[nodiscard]] std::vector<TimeExpression> timesFrom(const Tokens &tokens, const std::vector<Sentence> &sentences,
                                                    const std::optional<WrittenTime> &published);

/// A time in UTC with the zone it was told in, and why.
struct ZonedTime
{
    When when;
    QString reason;
    bool certain = true; ///< False if no zone is known for a clock time, or the words have two readings.
};

/// @p time in UTC. A clock time goes by its own zone, else @p placeZone, else @p documentZone; days and parts of days by
/// @p documentZone, else @p placeZone. Where none is known, it is read as UTC, clock times to the hour.
///
/// Zones are IANA names or “UTC+04:00”; empty if not known. @p time must be resolved.
[[nodiscard]] ZonedTime zonedFrom(const TimeExpression &time, QStringView text, QStringView documentZone,
                                  QStringView placeZone);

/// The day that @p published names in its own zone.
[[nodiscard]] QDate localDateOf(const WrittenTime &published);

/// What words lean on in a document published then, by the clocks of @p zone.
[[nodiscard]] TimeAnchors anchorsFrom(const WrittenTime &published, QStringView zone);

} // namespace dateline
