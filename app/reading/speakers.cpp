#include "reading/speakers.h"

#include "reading/wordtable.h"

#include <algorithm>

namespace dateline
{

namespace
{

constexpr int longestName = 16; // Tokens.

bool isTimeWord(QStringView word)
{
    static const WordSet set(
        u"monday tuesday wednesday thursday friday saturday sunday january february march april may "
        u"june july august september october november december late early");
    return set.has(word);
}

bool isBoundary(const Tokens &tokens, int i)
{
    static const WordSet set(
        u", ; : ( ) [ ] | . ! ? \u2026 \u201C \u201D \" \u00AB \u00BB \u201E that while but because "
        u"when whereas although which where who after before as if so");
    return set.has(tokens.word(i));
}

bool isVerbHelper(QStringView word)
{
    static const WordSet set(u"has have had long also further later then earlier again meanwhile separately previously "
                             u"subsequently repeatedly only first immediately officially publicly itself initially "
                             u"went on to");
    return set.has(word);
}

bool isStatementWord(QStringView word)
{
    static const WordSet set(
        u"statement statements report reports communique communiqu\u00E9 bulletin release tweet post "
        u"message update briefing");
    return set.has(word);
}

bool isPronoun(QStringView word)
{
    static const WordSet set(u"he she it they");
    return set.has(word);
}

/// Takes what is no name off both ends of [first, last) and makes the name.
std::optional<SpeakerWords> named(const Tokens &tokens, int first, int last)
{
    static const WordSet leading(
        u"a an the and but meanwhile however also later earlier this one its his her their or");
    static const WordSet prepositions(u"in at on from by with for during of to over under amid");
    const int begin = first;
    while (first < last && leading.has(tokens.word(first)))
        ++first;
    if (first < last && isPronoun(tokens.word(first)) && first + 1 == last)
        return SpeakerWords{{}, true, begin};
    for (int i = first + 1; i + 1 < last; ++i) {
        if (tokens.is(i, u"on") && isTimeWord(tokens.word(i + 1))) {
            last = i;
            break;
        }
    }
    if (last - first == 1 && isStatementWord(tokens.word(first)))
        return SpeakerWords{{}, true, begin};
    static const WordSet spokesperson(u"spokesman spokeswoman spokesperson ministry minister");
    if (last - first == 1 && first > begin && spokesperson.has(tokens.word(first)) && tokens.is(first - 1, u"the"))
        return SpeakerWords{tokens.written(first).toString(), true, begin};
    // “a statement from the army”: the army.
    if (isStatementWord(tokens.word(first)) && (tokens.is(first + 1, u"from") || tokens.is(first + 1, u"by")))
        return named(tokens, first + 2, last);
    while (last - first > 1
           && (isStatementWord(tokens.word(last - 1)) || isVerbHelper(tokens.word(last - 1))
               || tokens.is(last - 1, u"press") || tokens.is(last - 1, u"news")))
        --last;
    if (first >= last || last - first > longestName || prepositions.has(tokens.word(first)) || !tokens.isWord(first))
        return std::nullopt;
    const QString name = tokens.span(first, last).in(tokens.text()).toString().simplified();
    return SpeakerWords{name, false, begin};
}

} // namespace

std::optional<Stance> cueFrom(QStringView word)
{
    static const WordTable<Stance> table{
        {u"said says say stated states claimed claims claim announced announces added adds noted notes told suggested "
         u"suggest suggests indicated indicate indicates warned warns insisted alleged alleges allege acknowledged "
         u"admitted declared wrote tweeted posted read reads estimated estimates explained recalled argued maintained "
         u"testified vowed stressed emphasised emphasized replied accused accuses accuse blamed reported reports report "
         u"continued asked urged pledged tells",
         Stance::Reports},
        {u"confirmed confirms confirm", Stance::Confirms},
        {u"disputed disputes", Stance::Disputes},
        {u"denied denies deny dismissed rejected rejects", Stance::Denies},
    };
    const Stance *stance = table.find(word);
    return stance ? std::optional(*stance) : std::nullopt;
}

std::optional<SpeakerWords> speakerBefore(const Tokens &tokens, int first, int cue)
{
    int last = cue;
    while (last > first && isVerbHelper(tokens.word(last - 1)))
        --last;
    if (last > first && tokens.is(last - 1, u",")) {
        // “Ahmed, a spokesman for the army, said”: the name stands before the explanation.
        int comma = last - 2;
        while (comma > first && comma > last - longestName && !tokens.is(comma, u","))
            --comma;
        last = tokens.is(comma, u",") && comma > first ? comma : last - 1;
    }
    int begin = last;
    while (begin > first && begin > last - longestName && !isBoundary(tokens, begin - 1))
        --begin;
    return begin < last ? named(tokens, begin, last) : std::nullopt;
}

std::optional<SpeakerWords> speakerAfter(const Tokens &tokens, int first, int last)
{
    static const WordSet ends(u"on in at to during about via adding but and's according quoting citing");
    int end = first;
    while (end < last && end < first + longestName && !isBoundary(tokens, end)
           && !(end > first && ends.has(tokens.word(end))))
        ++end;
    return end > first ? named(tokens, first, end) : std::nullopt;
}

} // namespace dateline
