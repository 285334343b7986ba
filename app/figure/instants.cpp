#include "figure/instants.h"

#include <QDate>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>

namespace dateline
{

namespace
{

std::optional<UtcMinute> instantFromText(const QString &text, DayAs as)
{
    if (const std::optional<UtcMinute> instant = utcFromIso(text))
        return instant;
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return std::nullopt;
    return utcFromDateTime(day.addDays(as == DayAs::End ? 1 : 0).startOfDay(QTimeZone::UTC));
}

} // namespace

std::optional<std::vector<UtcMinute>> instantsFromText(const QString &text, DayAs day)
{
    std::vector<UtcMinute> instants;
    for (const QString &part : text.split(u',')) {
        const std::optional<UtcMinute> instant = instantFromText(part.trimmed(), day);
        if (!instant)
            return std::nullopt;
        instants.push_back(*instant);
    }
    std::ranges::sort(instants);
    instants.erase(std::ranges::unique(instants).begin(), instants.end());
    return instants;
}

QString textFromInstants(const std::vector<UtcMinute> &instants)
{
    QStringList texts;
    for (const UtcMinute instant : instants)
        texts.append(isoFromUtc(instant));
    return texts.join(QStringLiteral(", "));
}

} // namespace dateline
