#include "base/zone.h"

#include <QRegularExpression>

namespace dateline
{

QTimeZone zoneOrUtc(const QString &name)
{
    QTimeZone zone(name.toUtf8());
    if (name.isEmpty() || !zone.isValid())
        return QTimeZone::utc();
    return zone;
}

std::optional<QTimeZone> zoneFromName(QStringView name)
{
    static const QRegularExpression offset(QStringLiteral("^(?:UTC|GMT)?([+\\x{2212}-])(\\d{1,2})(?::?(\\d{2}))?$"));
    if (name == u"UTC" || name == u"GMT" || name == u"Z")
        return QTimeZone::utc();
    if (const auto match = offset.matchView(name); match.hasMatch()) {
        const int hours = match.capturedView(2).toInt();
        const int part = match.capturedView(3).isEmpty() ? 0 : match.capturedView(3).toInt();
        const int minutes = hours * 60 + part;
        if (minutes > 14 * 60 || part > 59)
            return std::nullopt;
        const int ahead = match.capturedView(1) == u"+" ? minutes : -minutes;
        return ahead == 0 ? QTimeZone::utc() : QTimeZone::fromSecondsAheadOfUtc(ahead * 60);
    }
    QTimeZone zone(name.toUtf8());
    if (name.isEmpty() || !zone.isValid() || !QTimeZone::isTimeZoneIdAvailable(name.toUtf8()))
        return std::nullopt;
    return zone;
}

QString nameFromZone(const QTimeZone &zone)
{
    const QString name = QString::fromUtf8(zone.id());
    return zone == QTimeZone::utc() || name == QLatin1StringView("UTC") ? QString() : name;
}

} // namespace dateline
