#include "base/time.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace dateline
{

namespace
{

constexpr std::array<QLatin1StringView, 7> precisionKeys{
    QLatin1StringView("minute"), QLatin1StringView("hour"),  QLatin1StringView("part of day"), QLatin1StringView("day"),
    QLatin1StringView("week"),   QLatin1StringView("month"), QLatin1StringView("year")};

// Interface texts are English until translations are made, and so are the dates between them.
QString formatted(const QDateTime &time, const QString &format)
{
    // Britain's own locale says “Sept”.
    return QLocale::c().toString(time, format);
}

QString zoneText(const QDateTime &time)
{
    if (time.offsetFromUtc() == 0)
        return QStringLiteral("UTC");
    const int minutes = time.offsetFromUtc() / 60;
    const int part = std::abs(minutes) % 60;
    QString text = QStringLiteral("UTC%1%2").arg(minutes < 0 ? QChar(0x2212) : QChar(u'+')).arg(std::abs(minutes) / 60);
    if (part != 0)
        text += QStringLiteral(":%1").arg(part, 2, 10, QLatin1Char('0'));
    return text;
}

QString clockText(const QDateTime &begin, const QDateTime &end, bool oneMinute)
{
    if (oneMinute)
        return formatted(begin, QStringLiteral("d MMM yyyy, HH:mm ")) + zoneText(begin);
    const QString until = begin.date() == end.date() ? QStringLiteral("HH:mm ") : QStringLiteral("d MMM yyyy, HH:mm ");
    return formatted(begin, QStringLiteral("d MMM yyyy, HH:mm")) + QChar(0x2013) + formatted(end, until)
        + zoneText(end);
}

QString dayText(const QDateTime &begin, const QDateTime &last)
{
    const QString format = QStringLiteral("d MMM yyyy");
    if (begin.date() == last.date())
        return formatted(begin, format);
    if (begin.date().month() == last.date().month() && begin.date().year() == last.date().year())
        return QString::number(begin.date().day()) + QChar(0x2013) + formatted(last, format);
    return formatted(begin, format) + QStringLiteral(" – ") + formatted(last, format);
}

} // namespace

QString isoFromUtc(UtcMinute time)
{
    return dateTimeFromUtc(time).toString(QStringLiteral("yyyy-MM-ddTHH:mm")) + QLatin1Char('Z');
}

std::optional<UtcMinute> utcFromIso(QStringView text)
{
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODate);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return utcFromDateTime(time);
}

QDateTime dateTimeFromUtc(UtcMinute time)
{
    return QDateTime::fromSecsSinceEpoch(std::chrono::seconds(time.time_since_epoch()).count(), QTimeZone::utc());
}

UtcMinute utcFromDateTime(const QDateTime &time)
{
    return std::chrono::floor<std::chrono::minutes>(
        std::chrono::sys_seconds(std::chrono::seconds(time.toSecsSinceEpoch())));
}

QString keyOf(TimePrecision precision)
{
    return precisionKeys.at(static_cast<std::size_t>(precision));
}

std::optional<TimePrecision> timePrecisionFromKey(QStringView key)
{
    for (std::size_t i = 0; i < precisionKeys.size(); ++i) {
        if (precisionKeys.at(i) == key)
            return static_cast<TimePrecision>(i);
    }
    return std::nullopt;
}

QString textFromSpan(const TimeSpan &span, const QTimeZone &zone)
{
    const QDateTime begin = dateTimeFromUtc(span.begin).toTimeZone(zone);
    const QDateTime end = dateTimeFromUtc(span.end).toTimeZone(zone);
    const QDateTime last = end.addSecs(-60);
    switch (span.precision) {
    case TimePrecision::Minute: return clockText(begin, end, span.end - span.begin <= std::chrono::minutes(1));
    case TimePrecision::Hour:
    case TimePrecision::PartOfDay: return clockText(begin, end, false);
    case TimePrecision::Day:
    case TimePrecision::Week: return dayText(begin, last);
    case TimePrecision::Month: return formatted(begin, QStringLiteral("MMMM yyyy"));
    case TimePrecision::Year:
        return begin.date().year() == last.date().year()
            ? QString::number(begin.date().year())
            : QStringLiteral("%1–%2").arg(begin.date().year()).arg(last.date().year());
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace dateline
