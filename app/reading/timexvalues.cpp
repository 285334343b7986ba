#include "reading/timexvalues.h"

#include <array>

namespace dateline
{

namespace
{

using Unit = DayWords::Unit;

QString numbered(int value, int digits)
{
    return QStringLiteral("%1").arg(value, digits, 10, QLatin1Char('0'));
}

QString season(int ordinal)
{
    static constexpr std::array<const char *, 5> codes{"", "-SP", "-SU", "-FA", "-WI"};
    return QString::fromLatin1(codes.at(static_cast<std::size_t>(ordinal)));
}

QString week(QDate date)
{
    int year = 0;
    const int number = date.weekNumber(&year);
    return QStringLiteral("%1-W%2").arg(numbered(year, 4), numbered(number, 2));
}

// How long “the past two years” is.
QString lasting(const DayWords &words)
{
    const int count = words.count;
    switch (words.unit) {
    case Unit::Hour: return QStringLiteral("PT%1H").arg(count);
    case Unit::Day: return QStringLiteral("P%1D").arg(count);
    case Unit::Week:
    case Unit::Weekend: return QStringLiteral("P%1W").arg(count);
    case Unit::Month: return QStringLiteral("P%1M").arg(count);
    case Unit::Decade: return QStringLiteral("P%1Y").arg(count * 10);
    case Unit::Century: return QStringLiteral("P%1Y").arg(count * 100);
    default: return QStringLiteral("P%1Y").arg(count);
    }
}

QString open(const DayWords &words)
{
    QString year = words.year ? numbered(*words.year, 4) : QStringLiteral("XXXX");
    if (words.weekday != 0)
        return QStringLiteral("XXXX-WXX-%1").arg(words.weekday);
    if (words.month)
        return year + u'-' + numbered(*words.month, 2) + (words.day ? u'-' + numbered(*words.day, 2) : QString());
    switch (words.unit) {
    case Unit::Season: return year + season(words.ordinal);
    case Unit::Week: return year + QStringLiteral("-WXX");
    case Unit::Month: return year + QStringLiteral("-XX");
    case Unit::Year: return year;
    default: return year + QStringLiteral("-XX-XX");
    }
}

QString partCode(DayPart part)
{
    switch (part) {
    case DayPart::Dawn:
    case DayPart::Morning: return QStringLiteral("TMO");
    case DayPart::Afternoon: return QStringLiteral("TAF");
    case DayPart::Evening: return QStringLiteral("TEV");
    case DayPart::Night:
    case DayPart::Overnight: return QStringLiteral("TNI");
    default: return {}; // “early” and “late” only narrow the day.
    }
}

} // namespace

QString timexFrom(const DayWords &words, const std::optional<LocalSpan> &local)
{
    if (words.lasts)
        return lasting(words);
    if (words.beforeChrist)
        return QStringLiteral("BC") + numbered(words.year.value_or(0), 4);
    if (!local)
        return open(words) + partCode(words.part);
    const QDate date = dateFromMinutes(local->begin);
    QString year = numbered(date.year(), 4);
    switch (words.unit) {
    case Unit::Season: return year + season(words.ordinal);
    case Unit::Quarter: return year + QStringLiteral("-Q%1").arg(words.ordinal);
    case Unit::Half: return year + QStringLiteral("-H%1").arg(words.ordinal);
    case Unit::Decade: return year.first(3);
    case Unit::Century: return year.first(2);
    case Unit::Weekend: return week(date) + QStringLiteral("-WE");
    default: break;
    }
    if (words.third != 0)
        return year + u'-' + numbered(date.month(), 2);
    switch (local->precision) {
    case TimePrecision::Year: return year;
    case TimePrecision::Month: return year + u'-' + numbered(date.month(), 2);
    case TimePrecision::Week: return week(date);
    default: break;
    }
    const QString day = date.toString(Qt::ISODate);
    return local->precision == TimePrecision::PartOfDay ? day + partCode(words.part) : day;
}

TimeType timeTypeOf(const DayWords &words)
{
    if (words.lasts)
        return TimeType::Duration;
    return partCode(words.part).isEmpty() ? TimeType::Date : TimeType::Time;
}

} // namespace dateline
