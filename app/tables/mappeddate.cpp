#include "tables/mappeddate.h"

#include <QDate>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <array>

namespace dateline
{

namespace
{

using std::chrono::sys_days;

// Months are called in Arabic as in Egypt, and as in the Levant.
constexpr std::array dateLanguages{"en", "ru", "uk", "hy", "az", "ar", "ar_SY", "fr", "de", "es", "tr", "ka"};

/// What stands in dates besides numbers and names, and says nothing.
constexpr std::array emptyWords{u"г",   u"года", u"год", u"р",   u"року", u"թ",   u"թվական", u"il",  u"de", u"del",
                                u"le",  u"la",   u"el",  u"der", u"den",  u"dem", u"um",     u"at",  u"on", u"of",
                                u"the", u"в",    u"о",   u"об",  u"à",    u"às",  u"a",      u"las", u"في", u"uhr"};

constexpr std::array englishMonths{u" jan ", u" feb ", u" mar ", u" apr ", u" may ", u" jun ",
                                   u" jul ", u" aug ", u" sep ", u" oct ", u" nov ", u" dec "};

/// What a word of a date becomes: a month's English name, or nothing.
using DateWords = QHash<QString, QString>;

QString levelled(QString word)
{
    while (word.endsWith(u'.'))
        word.chop(1);
    return word.toCaseFolded();
}

DateWords makeDateWords()
{
    DateWords words;
    const auto add = [&words](const QString &word, const QString &meaning) {
        if (!word.isEmpty() && !words.contains(word))
            words.insert(word, meaning);
    };
    for (const char *const language : dateLanguages) {
        const QLocale locale(QString::fromLatin1(language));
        for (int month = 1; month <= 12; ++month) {
            const QString english = QString::fromUtf16(englishMonths.at(static_cast<std::size_t>(month - 1)));
            for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                add(levelled(locale.monthName(month, format)), english);
                add(levelled(locale.standaloneMonthName(month, format)), english);
            }
        }
        for (int day = 1; day <= 7; ++day) {
            add(levelled(locale.dayName(day)), {});
            add(levelled(locale.standaloneDayName(day)), {});
        }
    }
    add(QStringLiteral("sept"), QString::fromUtf16(englishMonths[8]));
    for (const char16_t *const word : emptyWords)
        add(QString::fromUtf16(word), {});
    return words;
}

/// @p text with its months in English, and without the words that say nothing.
QString inEnglish(const QString &text)
{
    static const DateWords words = makeDateWords();
    static const QRegularExpression wordPattern(QStringLiteral("[\\p{L}\\p{M}]{1,}\\.?"));
    static const QRegularExpression ordinal(QStringLiteral("(?<=\\d)(?:st|nd|rd|th|er|re|º|°)(?![\\p{L}])"),
                                            QRegularExpression::CaseInsensitiveOption);
    QString plain = text;
    plain.remove(ordinal);
    QString english;
    qsizetype done = 0;
    for (auto found = wordPattern.globalMatch(plain); found.hasNext();) {
        const QRegularExpressionMatch word = found.next();
        english += QStringView(plain).sliced(done, word.capturedStart() - done);
        const auto meaning = words.constFind(levelled(word.captured()));
        english += meaning == words.constEnd() ? word.captured() : *meaning;
        done = word.capturedEnd();
    }
    english += QStringView(plain).sliced(done);
    static const QRegularExpression lead(QStringLiteral("^[\\s,.]+|[\\s,]+$"));
    return english.remove(lead).simplified();
}

/// Digits of any script as ours, and spaces of any kind as one.
QString withOurDigits(std::string_view text)
{
    QString ours = textFrom(text);
    for (QChar &c : ours) {
        if (c.unicode() > 127 && c.isDigit())
            c = QChar(u'0' + c.digitValue());
    }
    return ours.simplified();
}

/// The year that two digits mean: none of the future.
int fullYear(QStringView digits)
{
    const int year = digits.toInt();
    if (digits.size() != 2)
        return year;
    const int now = QDate::currentDate().year();
    return now / 100 * 100 + year - (year > now % 100 ? 100 : 0);
}

QString isoDay(int year, QStringView month, QStringView day)
{
    const QDate date(year, month.toInt(), day.toInt());
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

/// Three numbers and what follows them as an ISO date and that; empty if they are no date in @p order.
QString isoFromNumbers(const QRegularExpressionMatch &found, DateOrder order)
{
    const QStringView first = found.capturedView(1);
    const QStringView second = found.capturedView(2);
    const QStringView third = found.capturedView(3);
    if (first.size() == 4)
        return isoDay(first.toInt(), second, third);
    if (first.size() > 2 || third.size() % 2 != 0)
        return {};
    switch (order) {
    case DateOrder::DayFirst: return isoDay(fullYear(third), second, first);
    case DateOrder::MonthFirst: return isoDay(fullYear(third), first, second);
    case DateOrder::YearFirst: return third.size() == 2 ? isoDay(fullYear(first), second, third) : QString();
    case DateOrder::NotTold: {
        const QString day = third.size() == 4 ? isoFromNumbers(found, DateOrder::DayFirst) : QString();
        return day == isoFromNumbers(found, DateOrder::MonthFirst) ? day : QString();
    }
    }
    return {};
}

/// Seconds or milliseconds since 1970, or 20220913140500, as ISO; empty for other numbers.
QString isoFromOneNumber(const QString &digits)
{
    if (digits.size() == 10 || digits.size() == 13) {
        const qint64 number = digits.toLongLong();
        return QDateTime::fromSecsSinceEpoch(digits.size() == 13 ? number / 1000 : number, QTimeZone::utc())
            .toString(Qt::ISODate);
    }
    const QString format = digits.size() == 14 ? QStringLiteral("yyyyMMddHHmmss") : QStringLiteral("yyyyMMddHHmm");
    return digits.size() == format.size() ? QDateTime::fromString(digits, format).toString(Qt::ISODate) : QString();
}

/// “September 2022”, “09.2022”: a month.
QString isoMonth(const QString &text)
{
    static const QRegularExpression numbers(QStringLiteral("^(\\d{1,2})[./-](\\d{4})$"));
    static const QRegularExpression named(QStringLiteral("^([a-z]{3}) (\\d{4})$|^(\\d{4}) ([a-z]{3})$"));
    if (const auto found = numbers.match(text); found.hasMatch())
        return QStringLiteral("%1-%2").arg(found.captured(2), found.captured(1).rightJustified(2, u'0'));
    const auto found = named.match(text);
    if (!found.hasMatch())
        return {};
    const QString month = found.captured(1) + found.captured(4);
    for (std::size_t i = 0; i < englishMonths.size(); ++i) {
        if (QStringView(englishMonths[i]).trimmed() == month) {
            return QStringLiteral("%1-%2").arg(found.captured(2) + found.captured(3),
                                               QString::number(i + 1).rightJustified(2, u'0'));
        }
    }
    return {};
}

/// @p text as dateFrom() reads it whatever the order; empty if it is no date.
QString isoText(const QString &text, DateOrder order)
{
    static const QRegularExpression oneNumber(QStringLiteral("^\\d{10,14}$"));
    static const QRegularExpression threeNumbers(
        QStringLiteral("^(\\d{1,4})(?:\\s?[-./]\\s?|\\s)(\\d{1,2})(?:\\s?[-./]\\s?|\\s)(\\d{1,4})(?!\\d)\\.?(.*)$"));
    static const QRegularExpression yearFirst(QStringLiteral("^(\\d{4})[ ,.-]+([a-z]{3}) (\\d{1,2})(?!\\d)(.*)$"));
    if (oneNumber.match(text).hasMatch())
        return isoFromOneNumber(text);
    if (const auto found = threeNumbers.match(text); found.hasMatch()) {
        const QString day = isoFromNumbers(found, order);
        return day.isEmpty() ? day : day + found.captured(4);
    }
    if (const QString month = isoMonth(text); !month.isEmpty())
        return month;
    if (const auto found = yearFirst.match(text); found.hasMatch())
        return found.captured(3) + u' ' + found.captured(2) + u' ' + found.captured(1) + found.captured(4);
    return text;
}

} // namespace

std::optional<CellDate> dateInOrder(std::string_view text, DateOrder order)
{
    QString plain = withOurDigits(text);
    if (std::ranges::any_of(plain, [](QChar c) { return c.isLetter() && c != u'T' && c != u'Z'; }))
        plain = inEnglish(plain);
    const std::string iso = isoText(plain, order).toStdString();
    // What stands between a day and its time is a comma, a T or one space.
    return iso.empty() ? std::nullopt : dateFrom(iso, false);
}

std::optional<std::chrono::minutes> looseTimeOfDay(std::string_view text)
{
    if (const std::optional<std::chrono::minutes> time = timeOfDayFrom(text))
        return time;
    static const QRegularExpression loose(
        QStringLiteral("^(\\d{1,2})(?:(?:[.hч]|\\s?(?:uhr|год|ժ)\\.?)\\s?(\\d{2})?)(?:\\s?(?:min|uhr|хв|мин)\\.?)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto found = loose.match(withOurDigits(text));
    if (!found.hasMatch())
        return std::nullopt;
    const QString minute = found.captured(2).isEmpty() ? QStringLiteral("00") : found.captured(2);
    return timeOfDayFrom((found.captured(1) + u':' + minute).toStdString());
}

} // namespace dateline
