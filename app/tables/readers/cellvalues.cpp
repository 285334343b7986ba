#include "tables/readers/cellvalues.h"

#include <QByteArray>
#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <charconv>
#include <cmath>

namespace dateline
{

std::string textFromNumber(double number)
{
    // What spreadsheets show and keep.
    constexpr int digits = 15;
    constexpr double plain = 1e15;
    if (!std::isfinite(number))
        return {};
    std::array<char, 64> room{};
    if (std::abs(number) >= plain && std::abs(number) < 1e21) {
        const auto end = std::to_chars(room.data(), room.data() + room.size(), number, std::chars_format::fixed, 0);
        return {room.data(), end.ptr};
    }
    const auto end = std::to_chars(room.data(), room.data() + room.size(), number, std::chars_format::general, digits);
    std::string text(room.data(), end.ptr);
    // Small ones, such as a longitude of 0.00001, without an exponent.
    if (text.contains('e') && std::abs(number) < 1)
        text = QByteArray::number(number, 'f', digits + 5).toStdString();
    if (text.contains('.') && !text.contains('e'))
        text.erase(std::max(text.find_last_not_of('0'), text.find('.') - 1) + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

bool showsTime(QStringView format)
{
    bool quoted = false;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const QChar c = format[i].toLower();
        if (c == u'"') {
            quoted = !quoted;
        } else if (quoted) {
            continue;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i; // A letter as it is.
        } else if (c == u'[') {
            // A colour, a condition or a country; but [h] is hours.
            const qsizetype end = format.indexOf(u']', i);
            const QStringView inner = format.sliced(i + 1, std::max<qsizetype>(end - i - 1, 0)).trimmed();
            if (!inner.isEmpty() && inner.size() <= 2 && QStringView(u"hHmMsS").contains(inner.front()))
                return true;
            if (end < 0)
                return false;
            i = end;
        } else if (QStringView(u"dmyhs").contains(c)) {
            return true;
        }
    }
    return false;
}

std::string textFromSerial(double days, bool since1904)
{
    constexpr double beyond = 2958466; // The year 10000.
    if (!(days >= 0) || days >= beyond)
        return textFromNumber(days);
    constexpr double millisecondsInDay = 86'400'000;
    constexpr qint64 secondsInDay = 86'400;
    const auto seconds = static_cast<qint64>(std::round(days * millisecondsInDay / 1000));
    const QTime time = QTime(0, 0).addSecs(static_cast<int>(seconds % secondsInDay));
    if (seconds < secondsInDay)
        return days == 0 ? textFromNumber(0) : time.toString(QStringLiteral("HH:mm:ss")).toStdString();
    // The 29th of February 1900, which never was, is a day of the first of these calendars.
    const qint64 whole = seconds / secondsInDay;
    const QDate first = since1904 ? QDate(1904, 1, 1) : whole < 61 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    const QDate date = first.addDays(whole);
    std::string text = date.toString(Qt::ISODate).toStdString();
    if (seconds % secondsInDay != 0)
        text.append("T").append(time.toString(QStringLiteral("HH:mm:ss")).toStdString());
    return text;
}

} // namespace dateline
