#include "sources/writtentime.h"

#include "base/zone.h"
#include "sources/sourcestext.h"

#include <QRegularExpression>

namespace dateline
{

namespace
{

// “UTC” is written out: an empty zone says that none was named.
QString writtenZone(const QTimeZone &zone)
{
    const QString name = nameFromZone(zone);
    return name.isEmpty() ? QStringLiteral("UTC") : name;
}

std::optional<WrittenTime> fromPdf(const QString &field)
{
    static const QRegularExpression form(
        QStringLiteral("^D:(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(?:\\d{2})?(Z|[+-]\\d{2}'?\\d{2})?)?"));
    const auto match = form.match(field);
    if (!match.hasMatch())
        return std::nullopt;
    QString text = QStringLiteral("%1-%2-%3").arg(match.captured(1), match.captured(2), match.captured(3));
    if (match.hasCaptured(4))
        text += QStringLiteral("T%1:%2").arg(match.captured(4), match.captured(5));
    text += match.captured(6).remove(u'\'');
    const Result<WrittenTime> time = writtenTimeFrom(text, {});
    return time ? std::optional(*time) : std::nullopt;
}

std::optional<WrittenTime> fromMail(const QString &field)
{
    QString text = field;
    if (text.endsWith(QLatin1StringView(" GMT")) || text.endsWith(QLatin1StringView(" UTC")))
        text.replace(text.size() - 3, 3, QStringLiteral("+0000")); // Web servers write it so, and Qt does not read it.
    const QDateTime time = QDateTime::fromString(text, Qt::RFC2822Date);
    if (!time.isValid())
        return std::nullopt;
    const QTimeZone zone =
        time.offsetFromUtc() == 0 ? QTimeZone::utc() : QTimeZone::fromSecondsAheadOfUtc(time.offsetFromUtc());
    return WrittenTime{utcFromDateTime(time), TimePrecision::Minute, writtenZone(zone)};
}

} // namespace

Result<WrittenTime> writtenTimeFrom(const QString &text, const QString &zone)
{
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2})(?::\\d{2}(?:[.,]\\d+)?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?$"));
    const auto match = form.match(text.trimmed());
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const bool timed = match.hasCaptured(2);
    const QTime time = timed ? QTime::fromString(match.captured(2), QStringLiteral("HH:mm")) : QTime(0, 0);
    if (!match.hasMatch() || !date.isValid() || !time.isValid()) {
        return failure(Error::Kind::Malformed,
                       SourcesText::tr("“%1” is not a date; write it like 2022-09-13 or 2022-09-13T14:00").arg(text),
                       text);
    }
    const QString zoneText = zone.trimmed().isEmpty() ? match.captured(3) : zone.trimmed();
    WrittenTime written;
    written.precision = timed ? TimePrecision::Minute : TimePrecision::Day;
    QTimeZone used = QTimeZone::utc();
    if (!zoneText.isEmpty()) {
        const std::optional<QTimeZone> known = zoneFromName(zoneText);
        if (!known) {
            return failure(
                Error::Kind::Malformed,
                SourcesText::tr("“%1” is not a time zone; write it like Asia/Yerevan or UTC+04:00").arg(zoneText),
                zoneText);
        }
        used = *known;
        written.zone = writtenZone(used);
    }
    written.instant = utcFromDateTime(QDateTime(date, time, used));
    return written;
}

std::optional<WrittenTime> writtenTimeIn(const QString &field)
{
    const QString text = field.trimmed();
    if (const Result<WrittenTime> time = writtenTimeFrom(text, {}))
        return *time;
    if (const std::optional<WrittenTime> time = fromPdf(text))
        return time;
    return fromMail(text);
}

std::optional<WrittenTime> laterThan(const std::optional<WrittenTime> &published, std::optional<WrittenTime> modified)
{
    return published && modified && modified->instant > published->instant ? std::move(modified) : std::nullopt;
}

WrittenTime writtenTimeOf(const QDateTime &time)
{
    return {utcFromDateTime(time), TimePrecision::Minute, QStringLiteral("UTC")};
}

} // namespace dateline
