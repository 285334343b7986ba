#include "reading/durations.h"

#include "reading/calendar.h"
#include "reading/relativedays.h"
#include "reading/wordtable.h"

#include <array>

namespace dateline
{

namespace
{

using Unit = DayWords::Unit;

struct UnitWord
{
    QStringView code; ///< Of a duration: “P2D”.
    QStringView again = {}; ///< Of what comes with every one: “XXXX-XX-XX”.
    bool plural = false;
};

const UnitWord *unitAt(const Tokens &tokens, int i)
{
    static const WordTable<UnitWord> table{
        {u"second", {u"TS"}},
        {u"seconds", {u"TS", {}, true}},
        {u"minute", {u"TM", u"PT1M"}},
        {u"minutes minutes'", {u"TM", {}, true}},
        {u"hour", {u"TH", u"PT1H"}},
        {u"hours hours'", {u"TH", {}, true}},
        {u"day day's", {u"D", u"XXXX-XX-XX"}},
        {u"days days'", {u"D", {}, true}},
        {u"night", {u"D", u"XXXX-XX-XXTNI"}},
        {u"nights", {u"D", {}, true}},
        {u"week week's", {u"W", u"XXXX-WXX"}},
        {u"weeks weeks'", {u"W", {}, true}},
        {u"weekend", {u"W", u"XXXX-WXX-WE"}},
        {u"fortnight", {u"W", {}}},
        {u"month month's", {u"M", u"XXXX-XX"}},
        {u"months months'", {u"M", {}, true}},
        {u"quarter", {u"Q", u"XXXX-QX"}},
        {u"quarters", {u"Q", {}, true}},
        {u"year year's", {u"Y", u"XXXX"}},
        {u"years years'", {u"Y", {}, true}},
        {u"decade", {u"10Y", {}}},
        {u"decades", {u"10Y", {}, true}},
        {u"century", {u"100Y", {}}},
        {u"centuries", {u"100Y", {}, true}},
    };
    const UnitWord *unit = table.find(tokens.word(i));
    if (!unit)
        return nullptr;
    // “a second time”, “quarters of the city”: these count time only behind a number, which the caller knows.
    return unit;
}

bool countsOnlyBehindNumber(QStringView code)
{
    return code == u"TS" || code == u"Q";
}

// “P2Y”, “PT24H”, “PXD”, “P20Y” of two decades.
QString durationOf(QStringView code, const QString &number)
{
    QString value = QStringLiteral("P");
    if (code.startsWith(u'T')) {
        value += u'T';
        code = code.sliced(1);
    }
    if (code.size() > 1) { // “10Y”
        bool whole = false;
        const qint64 count = number.toLongLong(&whole);
        const QStringView years = code.chopped(1);
        if (whole)
            return value + QString::number(count * years.toLongLong()) + u'Y';
        return value + number + (years == u"10" ? QStringLiteral("DE") : QStringLiteral("CE"));
    }
    return value + number + code.toString();
}

/// How many: “two”, “2.5”, “a”, “several”, “a few”; the number is “X” where none is told.
struct Quantity
{
    QString number;
    int next = 0;
    bool counted = false; ///< By a number.
};

Quantity quantityAt(const Tokens &tokens, int i)
{
    if (const Count count = countAt(tokens, i); count.next > i) {
        Quantity quantity{QString::number(count.value), count.next, true};
        if (tokens.is(count.next, u".") && tokens.joined(count.next) && tokens.joined(count.next + 1)
            && tokens.digits(count.next + 1) == 1) {
            quantity.number += u'.' + tokens.word(count.next + 1).toString();
            quantity.next = count.next + 2;
        }
        // “two and a half years”
        int half = tokens.is(quantity.next, u"and") ? quantity.next + 1 : quantity.next;
        if (half > quantity.next && tokens.is(half, u"a"))
            ++half;
        if (half > quantity.next && tokens.is(half, u"half")) {
            quantity.number += QStringLiteral(".5");
            quantity.next = half + 1;
        }
        return quantity;
    }
    if (tokens.is(i, u"half") && (tokens.is(i + 1, u"a") || tokens.is(i + 1, u"an")))
        return {QStringLiteral("0.5"), i + 2, true};
    const bool article = tokens.is(i, u"a") || tokens.is(i, u"an");
    const int at = article ? i + 1 : i;
    if ((tokens.is(at, u"couple") || tokens.is(at, u"number")) && tokens.is(at + 1, u"of"))
        return {QStringLiteral("X"), at + 2};
    static const WordSet vague(u"few several some many numerous most");
    if (vague.has(tokens.word(at)))
        return {QStringLiteral("X"), at + 1};
    if (article)
        return {QStringLiteral("1"), i + 1};
    return {{}, i};
}

// Words that may stand between number and unit: “two more years”, “three full days”, “the first ten months”.
bool isFiller(Word word)
{
    static const WordSet set(u"more full whole consecutive straight single mere entire long further additional other");
    return set.has(word);
}

int pastLead(const Tokens &tokens, int i)
{
    static const WordSet determiners(u"the these those this another other its his her their our");
    static const WordSet leads(u"past last next coming following previous first final recent intervening preceding "
                               u"entire whole subsequent remaining early");
    int at = i;
    if (determiners.has(tokens.word(at)))
        ++at;
    if (leads.has(tokens.word(at)))
        ++at;
    return at;
}

bool hasLead(const Tokens &tokens, int first, int last)
{
    static const WordSet plain(u"the its his her their our");
    return last - first > 1 || (last > first && !plain.has(tokens.word(first)));
}

std::optional<UndatedWords> durationAt(const Tokens &tokens, int i)
{
    const int led = pastLead(tokens, i);
    int at = led;
    Quantity quantity = quantityAt(tokens, at);
    const bool quantified = quantity.next > at;
    at = quantity.next;
    if (isFiller(tokens.word(at)))
        ++at;
    const bool hyphen = tokens.is(at, u"-");
    if (hyphen && (!quantity.counted || !tokens.joined(at)))
        return std::nullopt;
    at += hyphen ? 1 : 0;
    const UnitWord *unit = unitAt(tokens, at);
    if (!unit || (countsOnlyBehindNumber(unit->code) && !quantity.counted))
        return std::nullopt;
    // “two year old”, “22-year-old” tell an age; “year” alone is a date's word.
    if (tokens.is(at + 1, u"-") && tokens.is(at + 2, u"old"))
        return std::nullopt;
    const bool lead = hasLead(tokens, i, led);
    if (!quantified && !unit->plural && !lead && !(led > i))
        return std::nullopt;
    if (!quantified && !unit->plural && !lead) // “the day”, “the year”
        return UndatedWords{at + 1, TimeType::Date, unit->again.toString()};
    if (!quantified && tokens.at(at).capital && at > i)
        return std::nullopt;
    const QString number = quantified ? quantity.number : unit->plural ? QStringLiteral("X") : QStringLiteral("1");
    UndatedWords words{at + 1, TimeType::Duration, durationOf(unit->code, number)};
    if (tokens.is(words.next, u"-") && tokens.is(words.next + 1, u"long") && tokens.joined(words.next))
        words.next += 2;
    else if (tokens.is(words.next, u"old"))
        ++words.next;
    // “months later”, “some years ago”: a time, but no one can say which.
    static const WordTable<const char *> turns{{u"ago earlier previously", "PAST_REF"}, {u"later", "FUTURE_REF"}};
    if (const char *const *turn = turns.find(tokens.word(words.next)); turn && !tokens.is(words.next + 1, u"than")) {
        words.type = TimeType::Date;
        words.value = QString::fromLatin1(*turn);
        ++words.next;
    }
    return words;
}

// “month-long”, “year-long”.
std::optional<UndatedWords> longAt(const Tokens &tokens, int i)
{
    const UnitWord *unit = unitAt(tokens, i);
    if (!unit || !tokens.is(i + 1, u"-") || !tokens.is(i + 2, u"long") || !tokens.joined(i + 1))
        return std::nullopt;
    return UndatedWords{i + 3, TimeType::Duration,
                        durationOf(unit->code, unit->plural ? QStringLiteral("X") : QStringLiteral("1"))};
}

std::optional<UndatedWords> everyAt(const Tokens &tokens, int i)
{
    static const WordSet every(u"every each per");
    const bool article = tokens.is(i, u"a") || tokens.is(i, u"an");
    if (!every.has(tokens.word(i)) && !article)
        return std::nullopt;
    if (article) {
        // “1,000 a day”, “twice a year”.
        static const WordSet times(u"times twice once dollars people tons barrels euros");
        const UnitWord *unit = unitAt(tokens, i + 1);
        if (!unit || unit->again.isEmpty() || !(tokens.isNumber(i - 1) || times.has(tokens.word(i - 1))))
            return std::nullopt;
        return UndatedWords{i + 2, TimeType::Set, unit->again.toString()};
    }
    static const WordSet fillers(u"single other passing");
    int at = i + 1;
    if (fillers.has(tokens.word(at)))
        ++at;
    const Count count = countAt(tokens, at);
    at = count.next;
    if (const UnitWord *unit = unitAt(tokens, at)) {
        if (count.next > i + 1 && count.value > 1)
            return UndatedWords{at + 1, TimeType::Set, durationOf(unit->code, QString::number(count.value))};
        if (!unit->again.isEmpty())
            return UndatedWords{at + 1, TimeType::Set, unit->again.toString()};
        return std::nullopt;
    }
    if (const int weekday = weekdayAt(tokens, at))
        return UndatedWords{at + 1, TimeType::Set, QStringLiteral("XXXX-WXX-%1").arg(weekday)};
    static const WordTable<const char *> parts{{u"morning", "XXXX-XX-XXTMO"},
                                               {u"afternoon", "XXXX-XX-XXTAF"},
                                               {u"evening", "XXXX-XX-XXTEV"},
                                               {u"spring", "XXXX-SP"},
                                               {u"summer", "XXXX-SU"},
                                               {u"autumn", "XXXX-FA"},
                                               {u"winter", "XXXX-WI"}};
    if (const char *const *value = parts.find(tokens.word(at)))
        return UndatedWords{at + 1, TimeType::Set, QString::fromLatin1(*value)};
    return std::nullopt;
}

std::optional<UndatedWords> wordAt(const Tokens &tokens, int i)
{
    struct Row
    {
        TimeType type = TimeType::Date;
        const char *value = "";
    };
    static const WordTable<Row> table{
        {u"now currently nowadays presently", {TimeType::Date, "PRESENT_REF"}},
        {u"recently recent lately", {TimeType::Date, "PAST_REF"}},
        {u"daily everyday", {TimeType::Set, "XXXX-XX-XX"}},
        {u"nightly nights", {TimeType::Set, "XXXX-XX-XXTNI"}},
        {u"hourly", {TimeType::Set, "PT1H"}},
        {u"weekly", {TimeType::Set, "XXXX-WXX"}},
        {u"monthly", {TimeType::Set, "XXXX-XX"}},
        {u"quarterly", {TimeType::Set, "XXXX-QX"}},
        {u"yearly annually", {TimeType::Set, "XXXX"}},
        {u"mondays", {TimeType::Set, "XXXX-WXX-1"}},
        {u"tuesdays", {TimeType::Set, "XXXX-WXX-2"}},
        {u"wednesdays", {TimeType::Set, "XXXX-WXX-3"}},
        {u"thursdays", {TimeType::Set, "XXXX-WXX-4"}},
        {u"fridays", {TimeType::Set, "XXXX-WXX-5"}},
        {u"saturdays", {TimeType::Set, "XXXX-WXX-6"}},
        {u"sundays", {TimeType::Set, "XXXX-WXX-7"}},
    };
    // “Daily News” is a name.
    const bool name = tokens.at(i).capital && tokens.isWord(i + 1) && tokens.at(i + 1).capital;
    if (const Row *row = table.find(tokens.word(i)); row && !name)
        return UndatedWords{i + 1, row->type, QString::fromLatin1(row->value)};
    return std::nullopt;
}

// “the future”, “at present”, “at the moment”, “at that time”, “this period”, “at night”.
std::optional<UndatedWords> phraseAt(const Tokens &tokens, int i)
{
    const int at = tokens.is(i, u"the") ? i + 1 : i;
    const int near = tokens.is(at, u"near") || tokens.is(at, u"recent") || tokens.is(at, u"distant") ? at + 1 : at;
    if (tokens.is(near, u"future") && (at > i || tokens.is(i - 1, u"in")) && endsDate(tokens, near + 1))
        return UndatedWords{near + 1, TimeType::Date, QStringLiteral("FUTURE_REF")};
    if (tokens.is(near, u"past") && at > i && endsDate(tokens, near + 1))
        return UndatedWords{near + 1, TimeType::Date, QStringLiteral("PAST_REF")};
    if (tokens.is(i - 1, u"at") && tokens.is(at, u"present"))
        return UndatedWords{at + 1, TimeType::Date, QStringLiteral("PRESENT_REF")};
    if (tokens.is(i - 1, u"at") && at > i && tokens.is(at, u"moment"))
        return UndatedWords{at + 1, TimeType::Date, QStringLiteral("PRESENT_REF")};
    if (tokens.is(i - 1, u"at") && tokens.is(i, u"night"))
        return UndatedWords{i + 1, TimeType::Set, QStringLiteral("XXXX-XX-XXTNI")};
    static const WordSet these(u"this that");
    static const WordSet leads(u"at during by until in since throughout around about to from before after of");
    if (these.has(tokens.word(i)) && tokens.is(i + 1, u"period"))
        return UndatedWords{i + 2, TimeType::Date, QStringLiteral("PAST_REF")};
    if (these.has(tokens.word(i)) && tokens.is(i + 1, u"time") && leads.has(tokens.word(i - 1)))
        return UndatedWords{i + 2, TimeType::Date,
                            tokens.is(i, u"this") ? QStringLiteral("PRESENT_REF") : QStringLiteral("PAST_REF")};
    return std::nullopt;
}

} // namespace

std::optional<UndatedWords> undatedAt(const Tokens &tokens, int i)
{
    for (const auto &reader : {everyAt, longAt, phraseAt, durationAt, wordAt}) {
        if (auto words = reader(tokens, i))
            return words;
    }
    return std::nullopt;
}

} // namespace dateline
