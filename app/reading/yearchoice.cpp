#include "reading/yearchoice.h"

#include "reading/readingtext.h"

#include <QLocale>

#include <cstdlib>
#include <limits>

namespace dateline
{

namespace
{

using Which = DayWords::Which;

/// The year that brings month and day nearest to @p published; what lies far ahead is rarely meant.
int nearestYear(int month, std::optional<int> day, QDate published, bool future)
{
    // A day may lie a little ahead; a bare month that has not begun is last year's.
    const int wrongWay = day ? 8 : 40;
    int best = published.year();
    qint64 least = std::numeric_limits<qint64>::max();
    for (int year = published.year() - 1; year <= published.year() + 1; ++year) {
        const QDate date(year, month, day.value_or(1));
        if (!date.isValid())
            continue;
        qint64 distance = published.daysTo(date);
        const bool ahead = distance > 0;
        distance = std::abs(distance) * (ahead == future ? 1 : wrongWay);
        if (distance < least) {
            least = distance;
            best = year;
        }
    }
    return best;
}

/// A tale goes on from date to date: the year that brings month and day nearest to @p before, rather after it.
int nextYear(int month, std::optional<int> day, QDate before)
{
    int best = before.year();
    qint64 least = std::numeric_limits<qint64>::max();
    for (int year = before.year() - 1; year <= before.year() + 1; ++year) {
        const QDate date(year, month, day.value_or(1));
        if (!date.isValid())
            continue;
        const qint64 distance = before.daysTo(date);
        const qint64 weighted = distance < 0 ? -distance * 3 / 2 : distance;
        if (weighted < least) {
            least = weighted;
            best = year;
        }
    }
    return best;
}

} // namespace

std::optional<KnownYear> yearOf(const DayWords &words, const TimeAnchors &anchors)
{
    if (words.year)
        return KnownYear{*words.year, ReadingText::tr("the date as written")};
    const std::optional<QDate> published = anchors.published;
    if (words.fromBefore && words.which == Which::Nearest) {
        if (!anchors.before)
            return std::nullopt;
        return KnownYear{anchors.before->year(), ReadingText::tr("the year of the date named before it")};
    }
    if (words.yearOffset || words.which != Which::Nearest) {
        const auto base = words.fromBefore ? anchors.before : published;
        if (!base)
            return std::nullopt;
        int year = base->year() + words.yearOffset.value_or(0);
        const int month = words.month.value_or(1);
        if (words.which == Which::Last && month >= base->month())
            --year;
        if (words.which == Which::Next && month <= base->month())
            ++year;
        return KnownYear{year, ReadingText::tr("counted from the document's date, %1").arg(wordsOf(*base))};
    }
    const int month = words.month.value_or(1);
    if (anchors.before && (anchors.narrative || !published))
        return KnownYear{nextYear(month, words.day, *anchors.before),
                         ReadingText::tr("the year follows from the date before it")};
    if (!published)
        return std::nullopt;
    return KnownYear{nearestYear(month, words.day, *published, words.future),
                     ReadingText::tr("the year is taken from the document's date, %1").arg(wordsOf(*published))};
}

QString wordsOf(QDate date)
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, QStringLiteral("d MMMM yyyy"));
}

} // namespace dateline
