#include "reading/clauses.h"

#include "reading/wordtable.h"

#include <algorithm>

namespace dateline
{

std::vector<Clause> clausesOf(const Tokens &tokens, const Sentence &sentence)
{
    std::vector<Clause> clauses;
    int first = sentence.first;
    for (int i = sentence.first; i < sentence.last; ++i) {
        const bool parts = tokens.is(i, u";") || tokens.is(i, u"while") || tokens.is(i, u"whereas")
            || (tokens.is(i, u",") && tokens.is(i + 1, u"but"));
        if (parts && i > first) {
            clauses.push_back({first, i});
            first = i;
        }
    }
    clauses.push_back({first, sentence.last});
    return clauses;
}

bool tellsHistory(const Tokens &tokens, const Sentence &sentence)
{
    for (int i = sentence.first; i < sentence.last; ++i) {
        if ((tokens.is(i, u"dates") || tokens.is(i, u"dated") || tokens.is(i, u"goes")) && tokens.is(i + 1, u"back"))
            return true;
        if ((tokens.is(i, u"has") || tokens.is(i, u"have")) && tokens.is(i + 1, u"long"))
            return true;
        if (tokens.is(i, u"decades") && (tokens.is(i + 1, u"ago") || tokens.is(i + 1, u"of")))
            return true;
    }
    return false;
}

QStringList actorsIn(const Tokens &tokens, const Clause &clause, std::span<const PlaceMatch> places)
{
    static const WordSet groups(u"forces troops soldiers army fighters militants rebels police gunmen militia units "
                                u"insurgents separatists");
    static const WordSet acts(u"launched shelled fired struck attacked opened bombed bombarded");
    QStringList actors;
    for (int i = clause.first + 1; i < clause.last; ++i) {
        if (groups.has(tokens.word(i))) {
            int first = i;
            while (first > clause.first && i - first < 4 && tokens.isWord(first - 1) && tokens.at(first - 1).capital
                   && !tokens.is(first - 1, u"the"))
                --first;
            if (first < i)
                actors << tokens.span(first, i + 1).in(tokens.text()).toString().simplified();
        } else if (acts.has(tokens.word(i)) && tokens.at(i - 1).capital) {
            const auto at = std::ranges::lower_bound(places, qsizetype{tokens.at(i - 1).begin}, {},
                                                     [](const PlaceMatch &m) { return m.span.end - 1; });
            if (at != places.end() && at->span.begin <= tokens.at(i - 1).begin)
                actors << at->span.in(tokens.text()).toString();
        }
    }
    actors.removeDuplicates();
    return actors;
}

} // namespace dateline
