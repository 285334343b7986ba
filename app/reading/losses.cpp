#include "reading/losses.h"

#include "reading/wordtable.h"

#include <algorithm>
#include <limits>

namespace dateline
{

namespace
{

using LossKind = Loss::Kind;

const WordTable<LossKind> &lossVerbs()
{
    static const WordTable<LossKind> table{
        {u"killed killing kill kills died dead perished lost slain deaths death die", LossKind::Killed},
        {u"wounded wounding injured injuring injuries hurt injures wounds", LossKind::Wounded},
        {u"captured capturing abducted abducting kidnapped kidnapping hostage hostages prisoners prisoner",
         LossKind::Captured},
        {u"missing", LossKind::Missing},
        {u"displaced displacing fled", LossKind::Displaced},
        {u"destroyed destroying", LossKind::Destroyed}};
    return table;
}

const LossKind *lossVerbAt(const Tokens &tokens, int i)
{
    const LossKind *kind = lossVerbs().find(tokens.word(i));
    // “lost” counts people only in “lost their lives”.
    if (kind && tokens.is(i, u"lost") && !(tokens.is(i + 1, u"their") || tokens.is(i + 1, u"his")))
        return nullptr;
    return kind;
}

struct Number
{
    qint64 low = 0;
    qint64 high = 0;
    int next = 0;
};

// “dozens” is two dozen at least and less than a hundred, “hundreds” less than a thousand.
std::optional<Number> vagueAt(const Tokens &tokens, int i)
{
    static const WordTable<std::pair<qint64, qint64>> table{
        {u"dozens", {24, 99}}, {u"scores", {40, 99}}, {u"hundreds", {200, 999}}, {u"thousands", {2000, 9999}}};
    const auto *range = table.find(tokens.word(i));
    if (!range)
        return std::nullopt;
    if (tokens.is(i + 1, u"of") && tokens.is(i + 2, u"thousands"))
        return Number{range->first * 1000, range->second * 1000 + 999, i + 3};
    return Number{range->first, range->second, i + 1};
}

// “49”, “at least 49” is 49 and more, “between 10 and 15”, “10 to 15”, “10-15”.
Number numberAt(const Tokens &tokens, int i)
{
    if (const auto vague = vagueAt(tokens, i))
        return *vague;
    const Count count = countAt(tokens, i);
    if (count.next == i)
        return {0, 0, i};
    Number number{count.value, count.value, count.next};
    const bool between = tokens.is(i - 1, u"between");
    if ((between && tokens.is(count.next, u"and")) || tokens.is(count.next, u"to") || tokens.is(count.next, u"-")) {
        const Count last = countAt(tokens, count.next + 1);
        if (last.next > count.next + 1 && last.value > count.value) {
            number.high = last.value;
            number.next = last.next;
        }
    }
    return number;
}

bool isUnit(QStringView word)
{
    static const WordSet set(
        u"am pm a.m p.m days day hours hour weeks week months month years year minutes minute km "
        u"kilometres kilometers metres meters miles mile percent per cent % january february march "
        u"april may june july august september october november december gmt utc mm th st nd rd times "
        u"rounds shells rockets missiles drones strikes attacks statements points villages towns "
        u"cities tonnes tons hectares dollars euros");
    return set.has(word);
}

bool endsPhrase(const Tokens &tokens, int i)
{
    static const WordSet set(
        u", . ; : ( ) ! ? \u201C \u201D \" and were was have had has been are is be in at on near during "
        u"after when by since while as that who including from over dead to for also or with following "
        u"reportedly lost went into left across around but amid before because within of went others");
    return set.has(tokens.word(i)) || lossVerbs().has(tokens.word(i));
}

/// A counted group of people or things: the number and whose it is.
struct Group
{
    Number number;
    int first = 0;
    int nounFirst = 0;
    int nounLast = 0;
};

Group groupAt(const Tokens &tokens, int i, int last)
{
    Group group{numberAt(tokens, i), i, 0, 0};
    if (group.number.next == i)
        return group;
    int at = group.number.next;
    if (tokens.is(at, u"of") || tokens.is(at, u"other") || tokens.is(at, u"more"))
        ++at;
    if (tokens.is(at, u"their") || tokens.is(at, u"its") || tokens.is(at, u"our") || tokens.is(at, u"the"))
        ++at;
    group.nounFirst = at;
    constexpr int longest = 7;
    while (at < last && at < group.nounFirst + longest && !endsPhrase(tokens, at))
        ++at;
    group.nounLast = at;
    return group;
}

bool joinedNumber(const Tokens &tokens, int i)
{
    return tokens.joined(i) && tokens.isMark(i - 1) && !tokens.is(i - 1, u"(") && !tokens.is(i - 1, u"\u201C")
        && !tokens.is(i - 1, u"\"");
}

bool isGroup(const Tokens &tokens, const Group &group)
{
    const int next = group.number.next;
    return next > group.first && !joinedNumber(tokens, group.first) && !isUnit(tokens.word(next))
        && !(tokens.is(next, u":") && tokens.joined(next)) && !(tokens.is(next, u".") && tokens.joined(next + 1))
        && !(tokens.is(next, u"-") && tokens.joined(next)) && !(tokens.is(next, u"/"));
}

class LossFinder
{
public:
    LossFinder(const Tokens &tokens, int first, int last)
        : m_tokens(tokens)
        , m_first(first)
        , m_last(last)
    {
    }

    std::vector<LossWords> find()
    {
        for (int i = m_first; i < m_last;) {
            const Group group = groupAt(m_tokens, i, m_last);
            if (!isGroup(m_tokens, group)) {
                i = std::max(i + 1, group.number.next);
                continue;
            }
            take(group);
            i = std::max(i + 1, group.number.next);
        }
        return std::move(m_found);
    }

private:
    static bool isHelper(QStringView word)
    {
        static const WordSet set(
            u"were was have has had been are is be being got also reportedly their lives least at "
            u"confirmed found all others more people or another about around some nearly almost over "
            u"than between up to of only the as many");
        return set.has(word);
    }

    void take(const Group &group)
    {
        std::optional<LossKind> kind = kindAfter(group);
        if (!kind)
            kind = kindBefore(group);
        if (!kind)
            return;
        LossWords words{.span = {}, .first = group.first, .last = std::max(group.nounLast, group.number.next)};
        words.span = m_tokens.span(words.first, words.last);
        words.loss.kind = *kind;
        words.loss.low = group.number.low;
        words.loss.high = group.number.high;
        if (group.nounLast > group.nounFirst)
            words.loss.ofWhom =
                m_tokens.span(group.nounFirst, group.nounLast).in(m_tokens.text()).toString().simplified();
        else if (!m_found.empty() && kind != m_found.back().loss.kind)
            words.loss.ofWhom = m_found.back().loss.ofWhom;
        if (words.loss.ofWhom == QLatin1StringView("people") || words.loss.ofWhom == QLatin1StringView("others"))
            words.loss.ofWhom = QStringLiteral("people");
        m_found.push_back(words);
    }

    // “49 soldiers were killed”, “32 wounded”, “49 service personnel died”.
    std::optional<LossKind> kindAfter(const Group &group, int listed = 0) const
    {
        constexpr int reach = 6;
        constexpr int longestList = 3;
        int at = std::max(group.nounLast, group.number.next);
        // “15 civilians and 3 soldiers were killed”: the verb at the end is for all.
        if ((m_tokens.is(at, u"and") || m_tokens.is(at, u",")) && listed < longestList
            && group.nounLast > group.nounFirst) {
            const int next = m_tokens.is(at + 1, u"and") ? at + 2 : at + 1;
            const Group second = groupAt(m_tokens, next, m_last);
            if (isGroup(m_tokens, second) && second.nounLast > second.nounFirst)
                return kindAfter(second, listed + 1);
        }
        if (const LossKind *kind = lossVerbAt(m_tokens, at))
            return *kind;
        for (int k = 0; k < reach && at < m_last && isHelper(m_tokens.word(at)); ++k, ++at) {
            if (const LossKind *kind = lossVerbAt(m_tokens, at + 1))
                return *kind;
        }
        return std::nullopt;
    }

    // “killing at least 15 civilians”, “kidnapped two aid workers”.
    std::optional<LossKind> kindBefore(const Group &group) const
    {
        constexpr int reach = 6;
        for (int k = 1; k <= reach && group.first - k >= m_first; ++k) {
            const int at = group.first - k;
            if (const LossKind *kind = lossVerbAt(m_tokens, at)) {
                const bool noun = *kind == LossKind::Killed && (m_tokens.is(at, u"dead") || m_tokens.is(at, u"died"));
                return noun ? std::nullopt : std::optional(*kind);
            }
            if (!isHelper(m_tokens.word(at)) || m_tokens.is(at, u"were") || m_tokens.is(at, u"was"))
                return std::nullopt;
        }
        return std::nullopt;
    }

    const Tokens &m_tokens;
    int m_first;
    int m_last;
    std::vector<LossWords> m_found;
};

} // namespace

std::vector<LossWords> lossesIn(const Tokens &tokens, int first, int last)
{
    return LossFinder(tokens, first, last).find();
}

} // namespace dateline
