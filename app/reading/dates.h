#pragma once

#include "base/time.h"
#include "reading/tokens.h"

#include <QDate>

#include <optional>
#include <vector>

namespace dateline
{

enum class DayPart : std::uint8_t { None, Early, Dawn, Morning, Afternoon, Evening, Night, Late, Overnight };

/// A day, week, month or year as words name it, not yet resolved.
struct DayWords
{
    enum class Which : std::uint8_t { Nearest, Last, This, Next };
    enum class Unit : std::uint8_t { None, Day, Week, Weekend, Month, Year };

    int first = 0;
    int next = 0; ///< The token after it.
    std::optional<int> year = {};
    std::optional<int> month = {};
    std::optional<int> day = {};
    std::optional<int> lastDay = {}; ///< “9–11 May”.
    int weekday = 0; ///< 1 is Monday; 0 if none is named.
    Which which = Which::Nearest;
    Unit unit = Unit::None; ///< Of an offset from the document's date.
    int offset = 0;
    int length = 1; ///< In units: “the past 3 days”.
    DayPart part = DayPart::None;
    bool numeric = false; ///< Day and month are bare numbers that could change places.
    bool future = false; ///< The words around it speak of what is to come.

    [[nodiscard]] bool isDate() const { return day || month || year; }
    /// True if it means nothing without the document's date.
    [[nodiscard]] bool needsAnchor() const { return !year || unit != Unit::None; }
};

/// The dates that begin at token @p i: one, or a list that shares a month (“9, 10 and 11 May”); empty if there is none.
[[nodiscard]] std::vector<DayWords> daysAt(const Tokens &tokens, int i);

/// A local stretch of time.
struct LocalSpan
{
    qint64 begin = 0; ///< Minutes since 1970-01-01T00:00 by the local clock.
    qint64 end = 0;
    TimePrecision precision = TimePrecision::Day;
    QString reason = {};
    bool ambiguous = false; ///< Another reading of the same words is as good.
};

/// What @p words mean for a document of the day @p published; none for no date, or if they need one and there is none.
[[nodiscard]] std::optional<LocalSpan> localFrom(const DayWords &words, std::optional<QDate> published);

/// Minutes since 1970 of the midnight that begins @p date.
[[nodiscard]] qint64 minutesFrom(QDate date);

} // namespace dateline
