#include "reading/speakers.h"

#include "reading/cuewords.h"
#include "reading/wordtable.h"

#include <algorithm>
#include <vector>

namespace dateline
{

namespace
{

using Back = SpeakerWords::Back;

constexpr int longestName = 16; // Tokens.
constexpr int longestRegion = 45;

bool isTimeWord(Word word)
{
    static const WordSet set(
        u"monday tuesday wednesday thursday friday saturday sunday january february march april may "
        u"june july august september october november december late early");
    return set.has(word);
}

// What a speaker's name does not go across; commas and “who” are looked at apart.
bool isBoundary(const Tokens &tokens, int i)
{
    static const WordSet set(u"; : ( ) [ ] | . ! ? \u2026 \u201C \u201D \" \u00AB \u00BB \u201E that while but because "
                             u"when whereas although where after before as if so and");
    if (tokens.is(i, u"-") && !tokens.joined(i))
        return true;
    return set.has(tokens.word(i)) && !(tokens.is(i, u"and") && tokens.at(i + 1).capital && tokens.at(i - 1).capital)
        && !(tokens.is(i, u".") && tokens.joined(i) && tokens.joined(i + 1))
        && !(tokens.is(i, u".") && tokens.isWord(i - 1) && tokens.word(i - 1).size() <= 3 && tokens.at(i - 1).capital);
}

bool isVerbHelper(Word word)
{
    static const WordSet set(
        u"has have had long also further later then earlier again meanwhile separately previously "
        u"subsequently repeatedly only first immediately officially publicly itself himself herself "
        u"themselves initially went on to does do did not never simply still now just recently");
    return set.has(word);
}

bool isStatementWord(Word word)
{
    static const WordSet set(
        u"statement statements report reports communique communiqu\u00E9 bulletin release tweet post "
        u"message update briefing");
    return set.has(word);
}

bool isPreposition(Word word)
{
    static const WordSet set(
        u"in at on from by with for during of to over under amid behind near across inside outside "
        u"after before since until within without despite like");
    return set.has(word);
}

Back pronounFrom(Word word)
{
    static const WordTable<Back> table{
        {u"he she i", Back::Person}, {u"they we", Back::Group}, {u"it", Back::Body}, {u"who which", Back::Anybody}};
    const Back *back = table.find(word);
    return back ? *back : Back::None;
}

bool isPronounOfText(const Tokens &tokens, int i)
{
    return pronounFrom(tokens.word(i)) != Back::None && !tokens.is(i, u"i") && !tokens.is(i, u"we");
}

/// Takes what is no name off both ends of [first, last) and makes the name.
std::optional<SpeakerWords> named(const Tokens &tokens, int first, int last)
{
    static const WordSet leading(u"a an the and but meanwhile however also later earlier this one or even only asked");
    static const WordSet trailing(u"there here yesterday today tomorrow all both press news");
    const int begin = first;
    // “On Tuesday the army”
    if (tokens.is(first, u"on") && isTimeWord(tokens.word(first + 1)))
        first += 2;
    // “Behind her a man”: the last article begins the one who speaks.
    if (isPreposition(tokens.word(first))) {
        static const WordSet articles(u"a an the");
        int at = last - 1;
        while (at > first + 1 && !articles.has(tokens.word(at)))
            --at;
        if (at > first + 1)
            first = at;
    }
    const int article = first;
    while (first < last && leading.has(tokens.word(first))
           && !(tokens.is(first, u"one") && tokens.is(first + 1, u"of")))
        ++first;
    if (first + 1 == last && isPronounOfText(tokens, first))
        return SpeakerWords{{}, pronounFrom(tokens.word(first)), begin};
    for (int i = first + 1; i < last; ++i) {
        const bool day = tokens.is(i, u"on") && isTimeWord(tokens.word(i + 1));
        const bool clause = tokens.is(i, u"who") || tokens.is(i, u"which") || tokens.is(i, u"whose");
        if (day || clause || isTimeWord(tokens.word(i))) {
            last = i;
            break;
        }
    }
    if (last - first == 1 && isStatementWord(tokens.word(first)))
        return SpeakerWords{{}, Back::Anybody, begin};
    // “a statement from the army”: the army.
    if (isStatementWord(tokens.word(first)) && (tokens.is(first + 1, u"from") || tokens.is(first + 1, u"by")))
        return named(tokens, first + 2, last);
    while (last - first > 1
           && (isStatementWord(tokens.word(last - 1)) || isVerbHelper(tokens.word(last - 1))
               || trailing.has(tokens.word(last - 1)) || tokens.is(last - 1, u",")))
        --last;
    if (first >= last || last - first > longestName || isPreposition(tokens.word(first)) || !tokens.isWord(first))
        return tokens.isNumber(first) && last - first > 1 && !isPreposition(tokens.word(first + 1))
            ? std::optional(SpeakerWords{tokens.span(first, last).in(tokens.text()).toString().simplified(), {}, begin})
            : std::nullopt;
    const QString name = tokens.span(first, last).in(tokens.text()).toString().simplified();
    // “the ministry” alone is one named before.
    const bool same = last - first == 1 && tokens.is(first - 1, u"the") && first > article && !tokens.at(first).capital;
    return SpeakerWords{name, same ? Back::Same : Back::None, begin};
}

struct Segment
{
    int first = 0;
    int last = 0;
};

// The stretches between the commas of [first, last).
std::vector<Segment> segmentsOf(const Tokens &tokens, int first, int last)
{
    std::vector<Segment> segments;
    for (int i = first; i <= last; ++i) {
        if (i < last && !tokens.is(i, u","))
            continue;
        if (i > first)
            segments.push_back({first, i});
        first = i + 1;
    }
    return segments;
}

bool isProperName(const Tokens &tokens, const Segment &segment)
{
    if (segment.last - segment.first > 4)
        return false;
    for (int i = segment.first; i < segment.last; ++i) {
        if (!tokens.at(i).capital || isTimeWord(tokens.word(i)))
            return false;
    }
    return segment.first < segment.last && tokens.isWord(segment.first);
}

bool isRole(const Tokens &tokens, const Segment &segment)
{
    static const WordSet set(u"a an the one our his her its their another");
    return set.has(tokens.word(segment.first)) || !tokens.at(segment.last - 1).capital;
}

// What explains the name before it: “a teacher”, “29”, “who teaches”, “in a statement”.
bool explains(const Tokens &tokens, const Segment &segment)
{
    static const WordSet set(u"a an the one who which whose whom aged then now his her its their also himself herself "
                             u"speaking");
    return set.has(tokens.word(segment.first)) || tokens.isNumber(segment.first)
        || isPreposition(tokens.word(segment.first)) || isProperName(tokens, segment)
        || tokens.word(segment.first).endsWith(QLatin1StringView("ing")) || !tokens.at(segment.first).capital;
}

bool endsName(const Tokens &tokens, int i)
{
    static const WordSet set(u"has have had is are was were will would can could did does do been");
    return set.has(tokens.word(i)) || cueAt(tokens, i)
        || (tokens.isWord(i) && !tokens.at(i).capital && tokens.word(i).size() > 4
            && tokens.word(i).endsWith(QLatin1StringView("ed")));
}

// A segment that tells something of its own: “shells fell”.
bool hasVerb(const Tokens &tokens, const Segment &segment)
{
    for (int i = segment.first + 1; i < segment.last; ++i) {
        if (endsName(tokens, i))
            return true;
    }
    return false;
}

/// The one that is spoken of in @p segments, of which those from @p k on explain it.
std::optional<SpeakerWords> bestOf(const Tokens &tokens, const std::vector<Segment> &segments, std::size_t k)
{
    auto speaker = named(tokens, segments[k].first, segments[k].last);
    if (!speaker)
        return std::nullopt;
    if (!isRole(tokens, segments[k]))
        return speaker;
    for (std::size_t i = k + 1; i < segments.size(); ++i) {
        if (!isProperName(tokens, segments[i]))
            continue;
        if (auto name = named(tokens, segments[i].first, segments[i].last)) {
            name->first = speaker->first;
            return name;
        }
    }
    return speaker;
}

} // namespace

std::optional<SpeakerWords> speakerBefore(const Tokens &tokens, int first, int cue)
{
    int last = cue;
    while (last > first && isVerbHelper(tokens.word(last - 1)))
        --last;
    int begin = last;
    while (begin > first && begin > last - longestRegion && !isBoundary(tokens, begin - 1))
        --begin;
    const bool closed = last > begin && tokens.is(last - 1, u",");
    std::vector<Segment> segments = segmentsOf(tokens, begin, last);
    if (segments.empty())
        return std::nullopt;
    std::size_t k = segments.size() - 1;
    if (closed) {
        // “Ahmed, a spokesman for the army, said”: back over what explains, not over “In Moscow”.
        while (k > 0 && explains(tokens, segments[k]) && !isPreposition(tokens.word(segments[k - 1].first))
               && !hasVerb(tokens, segments[k - 1]))
            --k;
    }
    Segment &subject = segments[k];
    if (subject.last - subject.first > longestName)
        subject.first = subject.last - longestName;
    return bestOf(tokens, segments, k);
}

std::optional<SpeakerWords> speakerAfter(const Tokens &tokens, int first, int last)
{
    static const WordSet ends(u"on in at to during about via adding but and's according quoting citing as who which "
                              u"while told from near this last after");
    int end = first;
    while (end < last && end < first + longestName && !isBoundary(tokens, end) && !tokens.is(end, u",")
           && !(end > first && ends.has(tokens.word(end)))
           && !(end > first && isTimeWord(tokens.word(end)) && tokens.at(end).capital))
        ++end;
    if (end == first)
        return std::nullopt;
    const Segment subject{first, end};
    // “said a medic, Paris, who”
    if (tokens.is(end, u",") && isRole(tokens, subject)) {
        int stop = end + 1;
        while (stop < last && stop < end + 6 && !tokens.is(stop, u",") && !isBoundary(tokens, stop))
            ++stop;
        const Segment name{end + 1, stop};
        if (isProperName(tokens, name))
            return named(tokens, name.first, name.last);
    }
    return named(tokens, first, end);
}

std::optional<SpeakerWords> speakerAtHead(const Tokens &tokens, int first, int last)
{
    int end = first;
    while (end < last && end < first + longestName && !tokens.is(end, u",") && !isBoundary(tokens, end)
           && !(end > first && endsName(tokens, end)))
        ++end;
    return end > first ? named(tokens, first, end) : std::nullopt;
}

QString subjectFor(const Tokens &tokens, const Sentence &sentence, SpeakerWords::Back back)
{
    static const WordSet articles(u"a an one");
    static const WordSet people(
        u"mayor governor minister president spokesman spokeswoman spokesperson officer official "
        u"commander general colonel doctor nurse teacher driver farmer resident witness man "
        u"woman boy girl director ambassador envoy prosecutor leader rescuer medic priest "
        u"imam bishop trader student soldier fighter rebel chief head mother father prefect");
    static const WordSet links(u"from of in at near with for who whose and");
    int end = sentence.first;
    while (end < sentence.last && end < sentence.first + 8 && !tokens.isMark(end)
           && !(end > sentence.first && (links.has(tokens.word(end)) || endsName(tokens, end))))
        ++end;
    const int first = sentence.first;
    const int head = end - 1;
    if (end <= first || end >= sentence.last || !tokens.isWord(head) || isPreposition(tokens.word(first)))
        return {};
    const bool plural = tokens.word(head).endsWith(u's') || tokens.is(head, u"police") || tokens.is(head, u"people");
    const bool person = articles.has(tokens.word(first)) || people.has(tokens.word(head));
    const bool fits = back == SpeakerWords::Back::Person ? person && !plural
        : back == SpeakerWords::Back::Group              ? plural && !tokens.is(first, u"the")
                                                         : false;
    if (!fits)
        return {};
    const auto name = named(tokens, first, end);
    return name ? name->name : QString();
}

} // namespace dateline
