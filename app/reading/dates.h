#pragma once

#include "base/time.h"
#include "reading/tokens.h"
#include "reading/wordtable.h"

#include <QDate>

#include <optional>
#include <vector>

namespace dateline
{

enum class DayPart : std::uint8_t { None, Early, Dawn, Morning, Afternoon, Evening, Night, Late, Overnight };

/// A day, week, month, season, year or more as words name it, not yet resolved.
struct DayWords
{
    enum class Which : std::uint8_t { Nearest, Last, This, Next };
    enum class Unit : std::uint8_t {
        None,
        Hour,
        Day,
        Week,
        Weekend,
        Month,
        Season,
        Quarter,
        Half,
        Year,
        Decade,
        Century
    };

    int first = 0;
    int next = 0; ///< The token after it.
    std::optional<int> year = {}; ///< The first year of a decade or century.
    std::optional<int> month = {};
    std::optional<int> day = {};
    std::optional<int> lastDay = {}; ///< “9–11 May”.
    int lastFirst = 0; ///< The token of lastDay.
    std::optional<int> yearOffset = {}; ///< “13 May last year”: −1, from the document's date.
    int weekday = 0; ///< 1 is Monday; 0 if none is named.
    int ordinal = 0; ///< Of a season (1 is spring), quarter or half of a year.
    int third = 0; ///< Of a month: “early” 1, “mid” 2, “late” 3; 0 for all of it.
    Which which = Which::Nearest;
    Unit unit = Unit::None; ///< Of an offset from the document's date, or what the words name.
    int offset = 0;
    int length = 1; ///< In units: “the past 3 days”.
    DayPart part = DayPart::None;
    bool numeric = false; ///< Day and month are bare numbers that could change places.
    bool future = false; ///< The words around it speak of what is to come.
    bool lasts = false; ///< A stretch up to or from the document's date: “the past 3 days”.
    int count = 1; ///< Of units that it lasts.
    bool fromBefore = false; ///< Counts from the time named before it: “the next day”, “that year”.
    bool untilNow = false; ///< “earlier this week”: up to the document's day.
    bool endsRange = false; ///< Ends what the one before it in its list begins: “1916–17”.
    bool beforeChrist = false;

    [[nodiscard]] bool isDate() const { return day || month || year; }
    /// True if a day is named, or words from which one follows.
    [[nodiscard]] bool namesDay() const { return day || weekday != 0 || unit == Unit::Day; }
    /// True if it means nothing without the document's date.
    [[nodiscard]] bool needsAnchor() const { return !year; }
};

/// The dates that begin at token @p i: one, or a list that shares a month (“9, 10 and 11 May”); empty if there is none.
///
/// A part of a day without its day (“at dawn”) has a part and nothing else.
[[nodiscard]] std::vector<DayWords> daysAt(const Tokens &tokens, int i);

inline constexpr qint64 minutesADay = 24 * 60;

/// A local stretch of time.
struct LocalSpan
{
    qint64 begin = 0; ///< Minutes since 1970-01-01T00:00 by the local clock.
    qint64 end = 0;
    TimePrecision precision = TimePrecision::Day;
    QString reason = {};
    bool ambiguous = false; ///< Another reading of the same words is as good.
};

/// What words lean on.
struct TimeAnchors
{
    std::optional<QDate> published = {}; ///< The document's day.
    std::optional<int> publishedMinute = {}; ///< Of that day, if the document says.
    std::optional<QDate> before = {}; ///< The first day of the date named last before the words.
    bool monthFirst = false; ///< “09/05” is 5 September to its writer.
    bool narrative = false; ///< The text tells of years long past, one date after the other.
};

/// What @p words mean; none for no date, or if they need an anchor that there is not.
[[nodiscard]] std::optional<LocalSpan> localFrom(const DayWords &words, const TimeAnchors &anchors);

/// The token after @p at and the words of @p set there, of which at most @p most are passed.
[[nodiscard]] int skipped(const Tokens &tokens, int at, const WordSet &set, int most);

/// Minutes since 1970 of the midnight that begins @p date.
[[nodiscard]] qint64 minutesFrom(QDate date);

/// The local day that holds @p minutes.
[[nodiscard]] QDate dateFromMinutes(qint64 minutes);

} // namespace dateline
