#include "evaluation/timexvalue.h"

#include "base/zone.h"

namespace dateline
{

namespace
{

QString partOfDay(int beginHour)
{
    if (beginHour >= 18 || beginHour < 4)
        return QStringLiteral("TNI");
    return beginHour < 12 ? QStringLiteral("TMO") : QStringLiteral("TAF");
}

} // namespace

QString timexValueOf(const When &when)
{
    const QDateTime begin = dateTimeFromUtc(when.span.begin).toTimeZone(zoneOrUtc(when.zone));
    QString day = begin.date().toString(Qt::ISODate);
    switch (when.span.precision) {
    case TimePrecision::Minute:
    case TimePrecision::Hour: return day + begin.time().toString(QStringLiteral("'T'HH:mm"));
    case TimePrecision::PartOfDay: return day + partOfDay(begin.time().hour());
    case TimePrecision::Day: return day;
    case TimePrecision::Week: {
        int year = 0;
        const int week = begin.date().weekNumber(&year);
        return QStringLiteral("%1-W%2").arg(year).arg(week, 2, 10, QLatin1Char('0'));
    }
    case TimePrecision::Month: return day.left(7);
    case TimePrecision::Year: return day.left(4);
    }
    return day;
}

} // namespace dateline
