#include "places/unseennames.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

using Role = WordRole;

constexpr qsizetype longestRun = 3; ///< Words of a name that nothing else confirms.
constexpr WordRoles notInNames =
    WordRoles(Role::NoName) | Role::Calendar | Role::GivenName | Role::PeopleFollow | Role::Speech | Role::Ordinal;

/// “district” in small letters behind a name says as much as “District”; “front” or “department” would not.
bool tellsInSmallLetters(const QString &key)
{
    constexpr std::array words{u"district", u"province", u"region",       u"state",    u"county", u"governorate",
                               u"oblast",   u"village",  u"municipality", u"township", u"island", u"prefecture"};
    return std::ranges::any_of(words, [&](const char16_t *word) { return key == QStringView(word); });
}

/// Offices, bodies of troops and buildings are called so too.
bool tellsLittle(const QString &key)
{
    constexpr std::array words{u"department", u"division", u"airport", u"bridge",  u"range",    u"forest", u"region",
                               u"town",       u"village",  u"city",    u"highway", u"district", u"springs"};
    return std::ranges::any_of(words, [&](const char16_t *word) { return key == QStringView(word); });
}

/// Somebody is or goes there.
bool tellsPresence(const QString &key)
{
    constexpr std::array words{u"at",      u"into",    u"toward",  u"towards", u"left",
                               u"reached", u"entered", u"leaving", u"reaching"};
    return std::ranges::any_of(words, [&](const char16_t *word) { return key == QStringView(word); });
}

} // namespace

/// Past the capitalised words that begin with @p first.
qsizetype UnseenNames::runFrom(qsizetype first) const
{
    qsizetype last = first + 1;
    while (last - first < longestRun && m_words.at(last).joined && m_words.isCapitalised(last)
           && !m_words.at(last - 1).possessive && !m_words.at(last - 1).stopped)
        ++last;
    return last;
}

bool UnseenNames::couldBePart(qsizetype i, bool named)
{
    const WordRoles excluded = named ? notInNames & ~WordRoles(Role::GivenName) : notInNames;
    const TextWord &word = m_words.at(i);
    // The words that tell it are English.
    return word.capital && word.span.size() > 1
        && QChar::script(word.span.in(m_words.text()).front().unicode()) == QChar::Script_Latin
        && word.span.in(m_words.text()).front().isLetter() && !m_words.is(i, excluded);
}

/// “Iraqi”, “Kurdish”, “Ukrainian”: people, not places.
bool UnseenNames::isDemonym(qsizetype i)
{
    const QString &key = m_words.key(i);
    if (m_words.is(i, Role::Demonym))
        return true;
    constexpr std::array endings{u"ian", u"ish", u"ese", u"ean", u"eans", u"ians",
                                 u"can", u"qi",  u"ani", u"eli", u"ist"};
    return std::ranges::any_of(endings, [&](const char16_t *ending) { return key.endsWith(QStringView(ending)); });
}

NameInText UnseenNames::nameOf(qsizetype first, qsizetype last, QString kind)
{
    NameInText name{
        .span = {m_words.at(first).span.begin, m_words.at(last - 1).span.end}, .first = first, .last = last};
    QStringList keys;
    for (qsizetype i = first; i < last; ++i)
        keys.append(m_words.key(i));
    name.key = keys.join(u' ');
    name.kind = std::move(kind);
    return name;
}

std::optional<NameInText> UnseenNames::at(qsizetype first, const NameInText *known)
{
    if (!m_words.is(first, Role::NoName)) {
        if (std::optional<NameInText> name = withKindAfter(first, known))
            return name;
    }
    if (std::optional<NameInText> name = withKindBefore(first))
        return name;
    return known == nullptr ? bare(first) : std::nullopt;
}

/// “Fort Bliss”, “Lake Sevan”, “Gulf of Aden”.
std::optional<NameInText> UnseenNames::withKindBefore(qsizetype first)
{
    const bool heading = m_words.inHeading(first);
    if (!heading && !m_words.isCapitalised(first))
        return std::nullopt;
    qsizetype name = first + 1;
    const bool of = m_words.is(first, Role::KindOf) && m_words.key(name) == u"of";
    const QString kind = kindToldBy(m_words.key(first));
    if (of && kind != u"settlement" && kind != u"province" && kind != u"district")
        ++name;
    else if (!m_words.is(first, Role::KindBefore))
        return std::nullopt;
    if (!m_words.at(name).joined || !couldBePart(name, true) || m_words.is(name, Role::KindAfter | Role::BodyHead))
        return std::nullopt;
    return nameOf(first, heading ? name + 1 : runFrom(name), kind);
}

/// “Scott County”, “Snake River”, and “the Kayin state”, of which “state” is no part.
std::optional<NameInText> UnseenNames::withKindAfter(qsizetype first, const NameInText *known)
{
    qsizetype last = known != nullptr ? known->last : first + 1;
    const bool onlyDirection = known == nullptr && m_words.is(first, Role::Direction);
    // “Kenya's Lake …” is another name.
    if (known == nullptr ? !couldBePart(first, true) : m_words.at(last - 1).possessive)
        return std::nullopt;
    for (; last - first <= longestRun && m_words.at(last).joined && !m_words.at(last - 1).stopped; ++last) {
        const QString &key = m_words.key(last);
        if (m_words.is(last, Role::KindAfter)) {
            const bool oneDirection = onlyDirection && last - first == 1;
            if (oneDirection || m_words.is(last - 1, Role::NoName) || isDemonym(last - 1))
                return std::nullopt;
            // “Michigan State” and “Lachin District” go on from known names, and say no more than those.
            if (m_words.at(last).capital)
                return tellsLittle(key) || (known != nullptr && key == u"state")
                    ? std::nullopt
                    : std::optional(nameOf(first, last + 1, kindToldBy(key)));
            if (known == nullptr && couldBePart(first) && tellsInSmallLetters(key) && m_words.isCapitalised(first))
                return nameOf(first, last, kindToldBy(key));
            return std::nullopt;
        }
        if (!couldBePart(last, true) || (m_words.at(last - 1).possessive && !m_words.is(last + 1, Role::KindAfter)))
            return std::nullopt;
    }
    return std::nullopt;
}

/// “in Pandi, Bulacan”, “the town of Sotk”: the words before say it.
std::optional<NameInText> UnseenNames::bare(qsizetype first)
{
    if (!m_words.at(first).joined || m_words.inHeading(first) || !m_words.isCapitalised(first) || !couldBePart(first))
        return std::nullopt;
    const qsizetype last = runFrom(first);
    const bool kindOf =
        m_words.key(first - 1) == u"of" && m_words.is(first - 2, Role::KindOf) && !m_words.at(first - 2).capital;
    if (kindOf && !m_words.is(last - 1, Role::BodyHead))
        return nameOf(first, last, kindToldBy(m_words.key(first - 2)));
    if (isDemonym(last - 1) || m_words.is(last - 1, notInNames | Role::BodyHead | Role::HardlyPlace)
        || m_words.is(first, Role::BodyHead | Role::HardlyPlace)
        || (m_words.at(last).joined && m_words.at(last).capital) || m_words.at(first).span.size() < 3)
        return std::nullopt;
    const bool before = m_words.is(first - 1, Role::PlacesFollow) || m_words.key(first - 1) == u"of";
    if (!before)
        return std::nullopt;
    NameInText name = nameOf(first, last, QStringLiteral("settlement"));
    name.weak = true;
    return name;
}

void UnseenNames::settle(std::vector<NameInText> &names)
{
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        NameInText &name = names[i];
        const NameInText &next = names[i + 1];
        const TextWord &begin = m_words.at(next.first);
        const bool touches = next.first == name.last && (begin.afterComma || begin.inBracket);
        // “Smith, Kenya's minister” ties nobody to Kenya.
        if (touches && !next.isUnseen() && !m_words.at(next.last - 1).possessive)
            name.inside = next.first;
    }
    // “in X” alone makes X a place where nothing speaks against it; “at X” and “from X” do together, but not “from X”
    // and “to X”, which diseases and medicines stand behind too.
    QHash<QString, int> times;
    QSet<QString> reached;
    for (const NameInText &name : names) {
        if (!name.isUnseen() || !m_words.is(name.first - 1, Role::PlacesFollow))
            continue;
        ++times[name.key];
        if (tellsPresence(m_words.key(name.first - 1)))
            reached.insert(name.key);
    }
    std::erase_if(names, [&](const NameInText &name) {
        const bool sure = m_words.is(name.first - 1, Role::PlacesFollowSurely)
            || (times.value(name.key) > 1 && reached.contains(name.key));
        return name.isUnseen() && name.weak && name.inside < 0 && !sure;
    });
    addOtherMentions(names);
}

void UnseenNames::addOtherMentions(std::vector<NameInText> &names)
{
    QHash<QString, std::vector<NameInText>> known;
    for (const NameInText &name : names) {
        if (!name.isUnseen())
            continue;
        std::vector<NameInText> &same = known[m_words.key(name.first)];
        const auto isSame = [&](const NameInText &each) { return each.key == name.key; };
        if (const auto at = std::ranges::find_if(same, isSame); at == same.end())
            same.push_back(name);
        else if (at->inside < 0)
            *at = name;
    }
    if (known.isEmpty())
        return;
    std::vector<NameInText> more;
    auto next = names.begin();
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        next = std::find_if(next, names.end(), [i](const NameInText &name) { return name.last > i; });
        if (!m_words.at(i).capital || (next != names.end() && next->first <= i))
            continue;
        const auto same = known.constFind(m_words.key(i));
        if (same == known.cend())
            continue;
        for (const NameInText &name : *same) {
            const qsizetype last = i + name.last - name.first;
            const NameInText again = nameOf(i, std::min(last, m_words.size()), name.kind);
            if (again.key != name.key || (next != names.end() && next->first < last))
                continue;
            more.push_back(again);
            more.back().inside = name.inside;
            more.back().weak = true;
            i = last - 1;
            break;
        }
    }
    names.insert(names.end(), more.begin(), more.end());
    std::ranges::stable_sort(names, {}, &NameInText::first);
}

} // namespace dateline
