#include "reading/attribution.h"

#include "reading/cuewords.h"
#include "reading/wordtable.h"

#include <algorithm>

namespace dateline
{

namespace
{

// “told reporters” is no “told, by reporters”.
bool takesHearer(Word cue)
{
    static const WordSet set(u"told tells tell informed informs assured assures");
    return set.has(cue);
}

/// Past a dateline or label before the first words of a paragraph: “GANJA, Azerbaijan — ”, “New Delhi: ”.
int pastDateline(const Tokens &tokens, int first, int last)
{
    constexpr int longest = 9;
    const bool clock = tokens.isNumber(first); // “5.32pm BST: ”
    for (int i = first + 1; i < std::min(last, first + longest); ++i) {
        const bool dash = tokens.is(i, u"-") && !tokens.joined(i) && !tokens.joined(i + 1);
        const bool colon =
            tokens.is(i, u":") && i <= first + (clock ? 6 : 3) && tokens.joined(i) && !tokens.joined(i + 1);
        if ((dash && tokens.at(first).capital) || (colon && tokens.at(i - 1).capital && tokens.at(i + 1).capital))
            return i + 1;
        if (tokens.isWord(i) && !tokens.at(i).capital && !tokens.is(i, u"of") && !clock)
            break;
    }
    return first;
}

std::optional<Indirect> accordingTo(const Tokens &tokens, int first, int i, int last)
{
    const auto speaker = speakerAfter(tokens, i + 2, last);
    if (!speaker)
        return std::nullopt;
    Indirect indirect{{*speaker, Stance::Reports}, pastDateline(tokens, first, last), last};
    if (i == first) {
        int comma = i + 2;
        while (comma < last && !tokens.is(comma, u","))
            ++comma;
        indirect.first = comma < last ? comma + 1 : i;
    } else {
        indirect.last = tokens.is(i - 1, u",") ? i - 1 : i;
    }
    return indirect.first < indirect.last ? std::optional(indirect) : std::nullopt;
}

// What may follow a cue that ends its sentence: “, the army said in a statement on Tuesday”.
bool endsAfterCue(const Tokens &tokens, int cue, int last)
{
    static const WordSet set(
        u"in on at to via by during late early reporters local state us this last yesterday today");
    return cue + 1 >= last || set.has(tokens.word(cue + 1)) || tokens.isMark(cue + 1) || tokens.at(cue + 1).capital
        || takesHearer(tokens.word(cue));
}

std::optional<Indirect> fromCue(const Tokens &tokens, int first, int cue, int last, const Cue &word)
{
    constexpr int longestTail = 12;
    const auto speaker = speakerBefore(tokens, first, cue);
    if (!speaker)
        return std::nullopt;
    // “said on Thursday that”, “told the paper that”; in “agreed to a truce that held” it states nothing.
    static const WordSet delays(u"on in at to via by during late early this last yesterday today");
    const bool delayed = takesHearer(tokens.word(cue)) || (word.states && delays.has(tokens.word(cue + 1)));
    const int longestDelay = delayed ? 7 : 2;
    int that = cue + 1;
    while (that < std::min(last, cue + longestDelay) && !tokens.is(that, u"that") && !tokens.isMark(that))
        ++that;
    const bool clause = that < last && tokens.is(that, u"that");
    const Attribution attribution{*speaker, word.stance};
    // “In Moscow, the ministry said …” has only its place before the comma.
    static const WordSet places(u"in at on from near after");
    constexpr int longestPlace = 6;
    const bool placed = places.has(tokens.word(first)) && speaker->first - first <= longestPlace;
    if (!clause && !placed && last - cue <= longestTail && tokens.is(speaker->first - 1, u",")
        && endsAfterCue(tokens, cue, last)) {
        const int begin = pastDateline(tokens, first, speaker->first - 1);
        return begin < speaker->first - 1 ? std::optional(Indirect{attribution, begin, speaker->first - 1})
                                          : std::nullopt;
    }
    int begin = clause ? that + 1 : cue + 1;
    while (begin < last && tokens.isMark(begin))
        ++begin;
    if (begin >= last || (!clause && !word.states))
        return std::nullopt;
    return Indirect{attribution, begin, last};
}

} // namespace

std::optional<Attribution> attributionBefore(const Tokens &tokens, int first, int last)
{
    constexpr int nearCue = 14; // Tokens between the cue and the quotation.
    constexpr int reach = 40;
    for (int i = last - 1; i >= std::max(first, last - reach); --i) {
        if (isAccordingTo(tokens, i)) {
            if (const auto speaker = speakerAfter(tokens, i + 2, last))
                return Attribution{*speaker, Stance::Reports};
        }
        const auto cue = last - i > nearCue ? std::nullopt : cueAt(tokens, i);
        if (!cue)
            continue;
        if (const auto speaker = speakerBefore(tokens, first, i))
            return Attribution{*speaker, cue->stance};
    }
    // “The minister, before the assembly: “…””
    if (last > first && tokens.is(last - 1, u":")) {
        if (const auto speaker = speakerAtHead(tokens, pastDateline(tokens, first, last - 1), last - 1))
            return Attribution{*speaker, Stance::Reports};
    }
    return std::nullopt;
}

std::optional<Attribution> attributionAfter(const Tokens &tokens, int first, int last)
{
    constexpr int reach = 26;
    for (int i = first; i < std::min(last, first + reach); ++i) {
        if (isAccordingTo(tokens, i)) {
            if (const auto speaker = speakerAfter(tokens, i + 2, last))
                return Attribution{*speaker, Stance::Reports};
        }
        const auto cue = cueAt(tokens, i);
        if (!cue)
            continue;
        const bool opens = i == first || (i == first + 1 && tokens.isMark(first));
        const auto speaker = !opens       ? speakerBefore(tokens, first, i)
            : takesHearer(tokens.word(i)) ? std::nullopt
                                          : speakerAfter(tokens, i + 1, last);
        if (speaker)
            return Attribution{*speaker, cue->stance};
    }
    return std::nullopt;
}

std::optional<Indirect> indirectIn(const Tokens &tokens, int first, int last)
{
    for (int i = first; i < last; ++i) {
        if (isAccordingTo(tokens, i)) {
            if (auto indirect = accordingTo(tokens, first, i, last))
                return indirect;
        }
        if (const auto cue = cueAt(tokens, i)) {
            if (auto indirect = fromCue(tokens, first, i, last, *cue))
                return indirect;
        }
    }
    return std::nullopt;
}

} // namespace dateline
