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
    if (hour > 24 || hour < 0 || (hour == 24 && half != Half::None))
        return std::nullopt;
    if (half == Half::Morning)
        return hour == 12 ? 0 : hour % 24; // “00:05 am” is 00:05.
    if (half == Half::Afternoon && hour < 12)
        return hour + 12;
    return hour; // 24:00 of a day is 00:00 of the next.
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
    static const WordSet set(u"on in and to local until till , . ; ) hrs when the as that from for");
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
    Clock clock{.next = half.next, .minute = *hour * 60 + tokens.number(i + 2)};
    clock.halfNamed = half.half != Half::None;
    clock = withZone(tokens, clock);
    const bool plain = half.half != Half::None || clock.zoned || !dotted;
    if (!plain && !(opensClock(tokens, i - 1) && closesClock(tokens, next)))
        return std::nullopt;
    return clock;
}

Clock wholeHour(const Tokens &tokens, int next, int hour, Half half)
{
    Clock clock{.next = next, .minute = *hourFrom(hour, half) * 60, .wholeHour = true};
    clock.halfNamed = half != Half::None;
    return withZone(tokens, clock);
}

// “3 p.m.”, “two in the morning”, “5 o'clock”, “from 2 to 4 p.m.”
std::optional<Clock> fromHour(const Tokens &tokens, int i)
{
    const Count count = countAt(tokens, i);
    if (count.next == i || count.value > 24 || count.next - i > 1 || tokens.digits(i) > 2)
        return std::nullopt;
    const int hour = static_cast<int>(count.value);
    const bool oclock = tokens.is(i + 1, u"o'clock");
    const HalfWords half = halfAt(tokens, oclock ? i + 2 : i + 1);
    // “at 9 in the morning”, but not “9 in the morning session”.
    if (half.half != Half::None && hour <= 12 && tokens.at(half.next - 1).begin - tokens.at(i).end < 30
        && (oclock || tokens.isNumber(i) || opensClock(tokens, i - 1)))
        return wholeHour(tokens, half.next, hour, half.half);
    if (oclock)
        return wholeHour(tokens, i + 2, hour, Half::None);
    // “12 noon”
    if (hour == 12 && (tokens.is(i + 1, u"noon") || tokens.is(i + 1, u"midnight")))
        return wholeHour(tokens, i + 2, tokens.is(i + 1, u"noon") ? 12 : 0, Half::None);
    static const WordSet joins(u"- to and until till");
    static const WordSet leads(u"from between at around about");
    if (tokens.isNumber(i) && hour <= 12 && joins.has(tokens.word(i + 1))
        && (leads.has(tokens.word(i - 1)) || tokens.joined(i + 1))) {
        const int last = tokens.number(i + 2);
        const HalfWords shared = halfAt(tokens, i + 3);
        if (shared.half != Half::None && last > 0 && last <= 12) {
            // “11 to 1 p.m.” begins before noon.
            const bool turns = hour % 12 > last % 12;
            const Half own = !turns ? shared.half : shared.half == Half::Morning ? Half::Afternoon : Half::Morning;
            return Clock{.next = i + 1, .minute = *hourFrom(hour, own) * 60, .wholeHour = true, .halfNamed = true};
        }
    }
    return std::nullopt;
}

// “half past two”, “quarter to six in the evening”.
std::optional<Clock> fromPast(const Tokens &tokens, int i)
{
    const bool half = tokens.is(i, u"half") && tokens.is(i + 1, u"past");
    const bool quarter = tokens.is(i, u"quarter") && (tokens.is(i + 1, u"past") || tokens.is(i + 1, u"to"));
    if (!half && !quarter)
        return std::nullopt;
    const Count count = countAt(tokens, i + 2);
    if (count.next != i + 3 || count.value < 1 || count.value > 12)
        return std::nullopt;
    const HalfWords words = halfAt(tokens, count.next);
    if (quarter && words.half == Half::None && !opensClock(tokens, i - 1))
        return std::nullopt;
    const int before = tokens.is(i + 1, u"to") ? -15 : half ? 30 : 15;
    Clock clock{.next = words.next, .minute = *hourFrom(static_cast<int>(count.value), words.half) * 60 + before};
    clock.minute = (clock.minute + 24 * 60) % (24 * 60);
    clock.halfNamed = words.half != Half::None;
    return withZone(tokens, clock);
}

// “2005 GMT”, “at 0530 hrs”.
std::optional<Clock> fromFourDigits(const Tokens &tokens, int i)
{
    const int number = tokens.number(i);
    if (tokens.digits(i) != 4 || number / 100 > 24 || number % 100 > 59)
        return std::nullopt;
    Clock clock = withZone(tokens, {.next = i + 1, .minute = number / 100 * 60 + number % 100});
    if (clock.zoned)
        return clock;
    const bool hours = tokens.is(i + 1, u"hrs") || tokens.is(i + 1, u"hours");
    if (hours && opensClock(tokens, i - 1) && !tokens.is(i + 2, u"of")) {
        clock.next = i + 2;
        return clock;
    }
    // “at 0530”, “at 1430 on Monday”; “at 2000 metres” is a height.
    static const WordSet leads(u"at around about");
    const bool zero = tokens.written(i).startsWith(u'0');
    const bool closed = zero ? closesClock(tokens, i + 1) : tokens.is(i + 1, u"on");
    return leads.has(tokens.word(i - 1)) && closed ? std::optional(clock) : std::nullopt;
}

} // namespace

std::optional<Clock> clockAt(const Tokens &tokens, int i)
{
    static const WordTable<int> words{{u"noon midday", 12 * 60}, {u"midnight", 0}};
    if (const int *minute = words.find(tokens.word(i)))
        return withZone(tokens, {.next = i + 1, .minute = *minute, .wholeHour = true});
    if (const auto clock = fromPast(tokens, i))
        return clock;
    if (!tokens.isNumber(i))
        return fromHour(tokens, i);
    if (tokens.joined(i) && !tokens.isWord(i - 1) && !tokens.is(i - 1, u"(") && !tokens.is(i - 1, u"-")
        && !tokens.is(i - 1, u"/"))
        return std::nullopt;
    if (const auto clock = fromHourAndMinute(tokens, i))
        return clock;
    if (const auto clock = fromFourDigits(tokens, i))
        return clock;
    return fromHour(tokens, i);
}

} // namespace dateline
