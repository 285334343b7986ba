#include "reading/timeunits.h"

#include "reading/relativedays.h"
#include "reading/wordtable.h"
#include "reading/years.h"

namespace dateline
{

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
        {u"season", {u"Y", u"XXXX"}},
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
    return unit;
}

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
    static const WordTable<const char *> parts{{u"morning", "XXXX-XX-XXTMO"}, {u"afternoon", "XXXX-XX-XXTAF"},
                                               {u"evening", "XXXX-XX-XXTEV"}, {u"spring", "XXXX-SP"},
                                               {u"summer", "XXXX-SU"},        {u"autumn", "XXXX-FA"},
                                               {u"winter", "XXXX-WI"}};
    if (const char *const *value = parts.find(tokens.word(at)))
        return UndatedWords{at + 1, TimeType::Set, QString::fromLatin1(*value)};
    return std::nullopt;
}

std::optional<UndatedWords> vagueWordAt(const Tokens &tokens, int i)
{
    struct Row
    {
        TimeType type = TimeType::Date;
        const char *value = "";
    };
    static const WordTable<Row> table{
        {u"now currently nowadays presently", {TimeType::Date, "PRESENT_REF"}},
        {u"recently recent lately", {TimeType::Date, "PAST_REF"}},
        {u"future", {TimeType::Date, "FUTURE_REF"}},
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
    static const WordSet wet(u"dry rainy wet monsoon");
    if (wet.has(tokens.word(i)) && tokens.is(i + 1, u"season"))
        return UndatedWords{i + 2, TimeType::Date, QStringLiteral("XXXX")};
    if (tokens.is(i, u"right") && tokens.is(i + 1, u"now"))
        return UndatedWords{i + 2, TimeType::Date, QStringLiteral("PRESENT_REF")};
    // “Daily News” is a name.
    const bool name = tokens.at(i).capital && tokens.isWord(i + 1) && tokens.at(i + 1).capital;
    if (const Row *row = table.find(tokens.word(i)); row && !name)
        return UndatedWords{i + 1, row->type, QString::fromLatin1(row->value)};
    return std::nullopt;
}

// “the future”, “at present”, “at the moment”, “at that time”, “this period”, “at night”.
std::optional<UndatedWords> vaguePhraseAt(const Tokens &tokens, int i)
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

} // namespace dateline
