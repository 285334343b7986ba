#include "exchange/timetexts.h"

#include "base/time.h"
#include "base/zone.h"
#include "exchange/exchangetext.h"

#include <QLocale>

#include <cmath>

namespace dateline
{

const std::string &TimeTexts::of(const StoredIncident &row)
{
    if (row.begin.empty())
        return m_none;
    m_key.assign(row.begin);
    for (const std::string_view part : {row.end, row.timePrecision, row.zone})
        m_key.append(1, '|').append(part);
    if (const auto known = m_texts.find(m_key); known != m_texts.end())
        return known->second;
    constexpr std::size_t most = 10'000;
    if (m_texts.size() >= most)
        m_texts.clear();
    const auto text = [](std::string_view utf8) { return QString::fromUtf8(utf8); };
    const std::optional<UtcMinute> begin = utcFromIso(text(row.begin));
    const std::optional<UtcMinute> end = utcFromIso(text(row.end));
    if (!begin || !end)
        return m_none;
    const TimeSpan span{*begin, *end, timePrecisionFromKey(text(row.timePrecision)).value_or(TimePrecision::Minute)};
    return m_texts.emplace(m_key, textFromSpan(span, zoneOrUtc(text(row.zone))).toStdString()).first->second;
}

QString TimeTexts::dayOf(const StoredIncident &row)
{
    const std::optional<UtcMinute> begin = utcFromIso(QString::fromUtf8(row.begin));
    if (!begin)
        return {};
    return dateTimeFromUtc(*begin).toTimeZone(zoneOrUtc(QString::fromUtf8(row.zone))).date().toString(Qt::ISODate);
}

void appendWithSeconds(std::string &to, std::string_view minute)
{
    to.append(minute.substr(0, minute.size() - 1)).append(":00Z");
}

std::string radiusText(const StoredIncident &row)
{
    if (row.radiusMetres <= 0)
        return {};
    const QString km =
        QLocale::c().toString(std::round(row.radiusMetres / 100) / 10, 'f', QLocale::FloatingPointShortest);
    return ExchangeText::tr("within %1 km").arg(km).toStdString();
}

} // namespace dateline
