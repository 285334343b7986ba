#include "places/evidence.h"

namespace dateline
{

namespace
{

using Role = WordRole;
using Verdict = Evidence::Verdict;

// Capitalised words that may stand before a place without belonging to its name: “President Clinton in May Germany”.
constexpr WordRoles apartBefore = WordRoles(Role::NoName) | Role::Calendar | Role::Direction | Role::KindBefore
    | Role::KindAfter | Role::KindOf | Role::PlacesFollow | Role::HardlyPlace | Role::Speech;
constexpr WordRoles apartAfter = WordRoles(Role::NoName) | Role::Calendar | Role::PersonalTitle | Role::PeopleFollow;

} // namespace

Evidence::Evidence(TextWords &words, const std::vector<NameInText> &names)
    : m_words(words)
    , m_names(names)
{
    m_verdicts.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Verdict verdict = verdictOn(i);
        Counts &counts = m_counts[names[i].key];
        counts.place += verdict == Verdict::Place;
        counts.perhaps += verdict == Verdict::Open && standsBehindPlaceWord(names[i]);
        counts.person += verdict == Verdict::Person;
        counts.body += verdict == Verdict::Body;
        m_verdicts.push_back(verdict);
    }
    // “to Richmond” may be a person, but “to Richmond” and “from Richmond” hardly are.
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Counts &counts = m_counts[names[i].key];
        if (m_verdicts[i] == Verdict::Open && counts.person == 0 && counts.place + counts.perhaps > 1
            && standsBehindPlaceWord(names[i]))
            m_verdicts[i] = Verdict::Place;
    }
}

bool Evidence::isSomethingElse(const QString &key) const
{
    const Counts counts = m_counts.value(key);
    return counts.person + counts.body > 0 && counts.place == 0;
}

bool Evidence::standsBehindPlaceWord(const NameInText &name)
{
    const bool article = m_words.key(name.first - 1) == u"the";
    const qsizetype before = name.first - (article ? 2 : 1);
    return m_words.at(name.first).joined && m_words.is(before, Role::PlacesFollow);
}

Verdict Evidence::verdictOn(std::size_t index)
{
    const NameInText &name = m_names[index];
    const bool behindName = index > 0 && m_names[index - 1].last == name.first;
    const bool beforeName = index + 1 < m_names.size() && m_names[index + 1].first == name.last;
    if (isMoney(name) || isOfBody(name))
        return Verdict::Body;
    const Verdict before = verdictBefore(name, behindName);
    if (before == Verdict::Person || before == Verdict::Body)
        return before;
    if (const Verdict after = verdictAfter(name, beforeName); after != Verdict::Open)
        return after;
    return before == Verdict::Place || name.inside >= 0 || name.isUnseen() ? Verdict::Place : Verdict::Open;
}

/// “US$1 million”, “$US 15 billion”.
bool Evidence::isMoney(const NameInText &name) const
{
    const QStringView text = m_words.text();
    const auto isSign = [](QChar c) { return c == u'$' || c == u'€' || c == u'£'; };
    return (name.span.end < text.size() && isSign(text[name.span.end]))
        || (name.span.begin > 0 && isSign(text[name.span.begin - 1]));
}

/// “University of Calgary”, “Ministry of Defence of Armenia”.
bool Evidence::isOfBody(const NameInText &name)
{
    qsizetype at = name.first - 1;
    if (m_words.key(at) == u"the")
        --at;
    constexpr qsizetype furthest = 4; // “Consumer Act of”, “Ministry of Health and Welfare of”
    for (qsizetype back = 0; back < furthest && m_words.key(at) == u"of" && m_words.at(at + 1).joined; ++back) {
        if (m_words.is(at - 1, Role::BodyOf) && m_words.at(at - 1).capital)
            return true;
        at -= 2;
    }
    return false;
}

Verdict Evidence::verdictBefore(const NameInText &name, bool behindName)
{
    const qsizetype before = name.first - 1;
    if (!m_words.at(name.first).joined || before < 0)
        return Verdict::Open;
    const TextWord &word = m_words.at(before);
    // “to Bush” and “hit Franklin” go on about people.
    const bool alsoPerson = name.isOneWord() && m_words.is(name.first, Role::AlsoPerson);
    if (alsoPerson ? m_words.is(before, Role::PlacesFollowSurely) : standsBehindPlaceWord(name))
        return Verdict::Place;
    if (m_words.key(before) == u"of" && m_words.is(before - 1, Role::KindOf | Role::KindAfter | Role::Direction))
        return Verdict::Place;
    if (m_words.is(before, Role::KindOf | Role::KindBefore) && !word.capital)
        return Verdict::Place;
    if (behindName || name.part)
        return Verdict::Open;
    const bool shortForm = name.abbreviated;
    if (!shortForm && (m_words.is(before, Role::PeopleFollow) || (m_words.is(before, Role::GivenName) && word.capital)))
        return Verdict::Person;
    if (!shortForm && word.span.size() == 1 && word.stopped && word.capital)
        return Verdict::Person; // “J. Franklin”
    if (m_words.is(before, Role::Ordinal) && m_words.is(name.last, Role::MilitaryUnit))
        return Verdict::Body;
    if (!shortForm && word.capital && word.small && !m_words.inHeading(name.first) && m_words.is(before, Role::BodyHead)
        && !m_words.is(before, apartBefore))
        return Verdict::Body; // “Radio Pyongyang”, at the beginning of a sentence too
    const bool counts = m_words.isCapitalised(before) && !word.startsSentence && !m_words.inHeading(name.first)
        && !m_words.is(before, apartBefore) && !word.possessive;
    return counts && !shortForm ? Verdict::Person : Verdict::Open;
}

Verdict Evidence::verdictAfter(const NameInText &name, bool beforeName)
{
    const qsizetype after = name.last;
    if (!m_words.at(after).joined || m_words.at(after - 1).possessive)
        return Verdict::Open;
    const bool year = m_words.at(after).span.in(m_words.text()).front().isDigit();
    if (year && m_words.is(name.first, Role::DoubtfulPlace))
        return Verdict::Body; // “in Spring 2002”
    const bool heading = m_words.inHeading(after);
    const bool capital = heading ? m_words.at(after).capital : m_words.isCapitalised(after);
    if (m_words.is(after, Role::MilitaryUnit) && capital)
        return Verdict::Body;
    if (m_words.is(after, Role::KindAfter)) {
        // “Lachin District”, but not “Camborne Town Council”, “Michigan State University” or “Kenya Department of Justice”.
        const bool goesOn = m_words.at(after + 1).joined && capital;
        const bool body = goesOn
            && ((m_words.is(after + 1, Role::BodyHead) && m_words.isCapitalised(after + 1))
                || (m_words.key(after + 1) == u"of" && m_words.at(after + 2).capital));
        return body ? Verdict::Body : Verdict::Place;
    }
    if (m_words.is(after, Role::BodyHead) && capital)
        return Verdict::Body;
    const bool adjective = !m_words.at(after).capital && m_words.at(after + 1).joined;
    if (m_words.is(after, Role::Disease)
        || (adjective && m_words.is(after + 1, Role::Disease) && name.isOneWord()
            && m_words.key(after).endsWith(u"ic")))
        return Verdict::Body; // “West Nile virus”, “Marburg haemorrhagic fever”
    if (m_words.is(after, Role::NameParticle) && m_words.at(after + 1).capital && name.isOneWord())
        return Verdict::Person;
    // Capitals tell nothing in a heading, but “Vladimir Putin” is no town there either.
    if (heading && capital && !beforeName && name.isOneWord()
        && m_words.is(name.first, Role::AlsoPerson | Role::GivenName))
        return Verdict::Person;
    if (heading || !capital || beforeName || m_words.is(after, apartAfter) || name.abbreviated)
        return Verdict::Open;
    // What the next words end in tells it: “Cornwall Fire and Rescue Service”.
    return Verdict::Body;
}

} // namespace dateline
