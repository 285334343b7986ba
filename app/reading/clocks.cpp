#include "reading/clocks.h"

#include "reading/wordtable.h"

namespace dateline
{

namespace
{

enum class Half { None, Morning, Afternoon };

struct HalfWords
{
    Half half = Half::None;
    int next = 0;
};

// “am”, “a.m.”, “in the evening”.
HalfWords halfAt(const Tokens &tokens, int i)
{
    for (const auto &[letter, word, half] : {std::tuple{u"a", u"am", Half::Morning}, {u"p", u"pm", Half::Afternoon}}) {
        if (tokens.is(i, word))
            return {half, i + 1};
        if (tokens.is(i, letter) && tokens.is(i + 1, u".") && tokens.joined(i + 1) && tokens.is(i + 2, u"m"))
            return {half, tokens.is(i + 3, u".") && tokens.joined(i + 3) ? i + 4 : i + 3};
    }
    if (tokens.is(i, u"in") && tokens.is(i + 1, u"the")) {
        if (tokens.is(i + 2, u"morning"))
            return {Half::Morning, i + 3};
        if (tokens.is(i + 2, u"afternoon") || tokens.is(i + 2, u"evening"))
            return {Half::Afternoon, i + 3};
    }
    return {Half::None, i};
}

std::optional<int> hourFrom(int hour, Half half)
{
    if (hour > 24 || hour < 0)
        return std::nullopt;
    if (half == Half::Morning)
        return hour == 12 ? 0 : hour % 24; // “00:05 am” is 00:05.
    if (half == Half::Afternoon && hour < 12)
        return hour + 12;
    return hour % 24;
}

Clock withZone(const Tokens &tokens, Clock clock)
{
    int at = clock.next;
    if (tokens.is(at, u"hrs") || tokens.is(at, u"hours"))
        ++at;
    if (const auto zone = zoneAt(tokens, at)) {
        clock.zoned = true;
        clock.zone = zone->zone;
        clock.next = zone->next;
    }
    return clock;
}

bool opensClock(const Tokens &tokens, int i)
{
    static const WordSet set(u"at from since until till by around about between to before after and");
    return set.has(tokens.word(i));
}

// What may follow “at 9.30”: nothing that it could count or measure.
bool closesClock(const Tokens &tokens, int i)
{
    static const WordSet set(u"on in and to local until till , . ; ) hrs when the");
    return set.has(tokens.word(i)) || i >= tokens.size();
}

std::optional<Clock> fromHourAndMinute(const Tokens &tokens, int i)
{
    const QStringView mark = tokens.word(i + 1);
    const bool dotted = mark == u".";
    if (tokens.digits(i) > 2 || !(mark == u":" || dotted || mark == u"h") || !tokens.joined(i + 1)
        || !tokens.joined(i + 2) || tokens.digits(i + 2) != 2 || tokens.number(i + 2) > 59)
        return std::nullopt;
    int next = i + 3;
    if (mark == u":" && tokens.is(next, u":") && tokens.digits(next + 1) == 2 && tokens.joined(next + 1))
        next += 2;
    const HalfWords half = halfAt(tokens, next);
    const auto hour = hourFrom(tokens.number(i), half.half);
    if (!hour)
        return std::nullopt;
    Clock clock{half.next, *hour * 60 + tokens.number(i + 2), false, false, {}};
    clock = withZone(tokens, clock);
    const bool plain = half.half != Half::None || clock.zoned || !dotted;
    if (!plain && !(opensClock(tokens, i - 1) && closesClock(tokens, next)))
        return std::nullopt;
    return clock;
}

std::optional<Clock> fromHour(const Tokens &tokens, int i)
{
    const int hour = tokens.number(i);
    if (tokens.digits(i) > 2 || hour > 24)
        return std::nullopt;
    const HalfWords half = halfAt(tokens, i + 1);
    if (half.half != Half::None && hour <= 12 && (tokens.at(half.next - 1).begin - tokens.at(i).end < 24)) {
        // “at 9 in the morning”, but not “9 in the morning session”.
        return withZone(tokens, {half.next, *hourFrom(hour, half.half) * 60, true, false, {}});
    }
    if (tokens.is(i + 1, u"o'clock"))
        return withZone(tokens, {i + 2, hour % 24 * 60, true, false, {}});
    return std::nullopt;
}

// “2005 GMT”, “at 0530 hrs”.
std::optional<Clock> fromFourDigits(const Tokens &tokens, int i)
{
    const int number = tokens.number(i);
    if (tokens.digits(i) != 4 || number / 100 > 24 || number % 100 > 59)
        return std::nullopt;
    Clock clock = withZone(tokens, {i + 1, number / 100 % 24 * 60 + number % 100, false, false, {}});
    if (clock.zoned)
        return clock;
    const bool hours = tokens.is(i + 1, u"hrs") || tokens.is(i + 1, u"hours");
    if (!hours || !opensClock(tokens, i - 1) || tokens.is(i + 2, u"of"))
        return std::nullopt;
    return Clock{i + 2, clock.minute, false, false, {}};
}

} // namespace

std::optional<Clock> clockAt(const Tokens &tokens, int i)
{
    static const WordTable<int> words{{u"noon midday", 12 * 60}, {u"midnight", 0}};
    if (const int *minute = words.find(tokens.word(i)))
        return withZone(tokens, {i + 1, *minute, true, false, {}});
    if (!tokens.isNumber(i)
        || (tokens.joined(i) && !tokens.isWord(i - 1) && !tokens.is(i - 1, u"(") && !tokens.is(i - 1, u"-")
            && !tokens.is(i - 1, u"/")))
        return std::nullopt;
    if (const auto clock = fromHourAndMinute(tokens, i))
        return clock;
    if (const auto clock = fromFourDigits(tokens, i))
        return clock;
    return fromHour(tokens, i);
}

} // namespace dateline
