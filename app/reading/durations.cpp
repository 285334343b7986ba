#include "reading/durations.h"

#include "reading/timeunits.h"
#include "reading/wordtable.h"

namespace dateline
{

namespace
{

bool countsOnlyBehindNumber(QStringView code)
{
    return code == u"TS" || code == u"Q";
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
                               u"entire whole subsequent remaining early same second third fourth fifth sixth seventh "
                               u"eighth ninth tenth");
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
    if (!unit || (countsOnlyBehindNumber(unit->code) && !quantity.counted) || tokens.is(at, u"season"))
        return std::nullopt;
    // “carried the day” tells no time.
    static const WordSet idioms(u"carried carry carries won win save saved seize seized");
    if (!quantified && tokens.is(at, u"day") && idioms.has(tokens.word(i - 1)))
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
    else if (tokens.is(words.next, u"old")
             || (tokens.is(words.next, u"'") && tokens.joined(words.next) && unit->plural))
        ++words.next;
    if (hyphen)
        words.first = led;
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
    const int at = tokens.is(i, u"a") || tokens.is(i, u"the") || tokens.is(i, u"an") ? i + 1 : i;
    const UnitWord *unit = unitAt(tokens, at);
    if (!unit || !tokens.is(at + 1, u"-") || !tokens.is(at + 2, u"long") || !tokens.joined(at + 1))
        return std::nullopt;
    return UndatedWords{at + 3, TimeType::Duration,
                        durationOf(unit->code, unit->plural ? QStringLiteral("X") : QStringLiteral("1")), at};
}

} // namespace

std::optional<UndatedWords> undatedAt(const Tokens &tokens, int i)
{
    for (const auto &reader : {everyAt, longAt, vaguePhraseAt, durationAt, vagueWordAt}) {
        if (auto words = reader(tokens, i))
            return words;
    }
    return std::nullopt;
}

} // namespace dateline
