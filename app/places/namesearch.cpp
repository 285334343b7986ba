#include "places/namesearch.h"

#include "places/inflections.h"
#include "places/unseennames.h"

#include <algorithm>
#include <optional>

namespace dateline
{

namespace
{

constexpr qsizetype longestName = 8; ///< Words; no useful name has more.

class Search
{
public:
    Search(TextWords &words, PlaceLookup &lookup)
        : m_words(words)
        , m_lookup(lookup)
        , m_turkic(isTurkic(words.text()))
    {
    }

    std::vector<NameInText> all()
    {
        UnseenNames unseen(m_words);
        std::vector<NameInText> found;
        for (qsizetype i = 0; i < m_words.size();) {
            if (!m_words.at(i).capital) {
                ++i;
                continue;
            }
            std::optional<NameInText> name = longestAt(i, found);
            if (!name)
                name = partAt(i, found);
            if (!name)
                name = inflectedAt(i, found);
            std::optional<NameInText> pattern = unseen.at(i, name ? &*name : nullptr);
            if (pattern && (!name || pattern->last > name->last)) {
                // “Santa Clara County” is about Santa Clara.
                if (name && name->first == pattern->first && !name->part) {
                    pattern->names = std::move(name->names);
                    pattern->part = true;
                }
                name = std::move(pattern);
            }
            if (!name) {
                ++i;
                continue;
            }
            i = name->last;
            found.push_back(std::move(*name));
        }
        unseen.settle(found);
        return found;
    }

private:
    const NamedSo &namedAt(qsizetype i)
    {
        const auto form = std::size_t(m_words.formIndex(i));
        if (form >= m_byForm.size())
            m_byForm.resize(form + 64, nullptr);
        if (m_byForm[form] == nullptr)
            m_byForm[form] = &m_lookup.named(m_words.key(i));
        return *m_byForm[form];
    }

    std::optional<NameInText> longestAt(qsizetype first, const std::vector<NameInText> &found)
    {
        const NamedSo *named = &namedAt(first);
        std::optional<NameInText> best;
        QString key;
        for (qsizetype last = first + 1;; ++last) {
            std::vector<NameRow> usable = usableNames(*named, first, last, found);
            if (!usable.empty()) {
                best = NameInText{.first = first, .last = last, .names = std::move(usable)};
                best->key = key.isEmpty() ? m_words.key(first) : key;
            }
            if (last - first >= longestName)
                break;
            if (key.isEmpty())
                key = m_words.key(first);
            // “People's Republic”: inside a name the “s” belongs to it.
            const bool possessive = m_words.at(last - 1).possessive;
            if (possessive)
                key += u's';
            if ((!possessive && !named->longer) || !m_words.at(last).joined)
                break;
            key += u' ' + m_words.key(last);
            named = &m_lookup.named(key);
        }
        if (best)
            settleSpan(*best);
        return best;
    }

    /// “Горисе”, “в Нагорном Карабахе”, “Bakıda”: each word may stand in a case of its own.
    std::optional<NameInText> inflectedAt(qsizetype first, const std::vector<NameInText> &found)
    {
        constexpr qsizetype mostWords = 3;
        constexpr qsizetype mostForms = 64;
        std::optional<NameInText> best;
        QStringList keys = formsOf(first);
        for (qsizetype last = first + 1; keys.size() > 0 && last - first <= mostWords; ++last) {
            QStringList longer;
            bool named = false;
            for (const QString &key : std::as_const(keys)) {
                const NamedSo &answer = m_lookup.named(key);
                if (answer.longer && longer.size() < mostForms)
                    longer.append(key);
                std::vector<NameRow> usable = named ? std::vector<NameRow>() : usableNames(answer, first, last, found);
                if (usable.empty())
                    continue;
                named = true;
                best = NameInText{.first = first, .last = last, .key = key, .names = std::move(usable)};
            }
            if (!m_words.at(last).joined)
                break;
            keys.clear();
            const QStringList forms = longer.isEmpty() ? QStringList() : formsOf(last) + QStringList{m_words.key(last)};
            for (const QString &key : std::as_const(longer)) {
                for (const QString &form : forms)
                    keys.append(key + u' ' + form);
            }
        }
        if (best) {
            best->inflected = true;
            settleSpan(*best);
        }
        return best;
    }

    QStringList formsOf(qsizetype word)
    {
        QStringList forms = dictionaryForms(m_words.key(word), m_turkic);
        // The first word may stand as the dictionary has it where a later one does not.
        if (!forms.isEmpty())
            forms.append(m_words.key(word));
        return forms;
    }

    /// “Northern Europe”, “South West England”; not at the beginning of a sentence, where any word has a capital.
    std::optional<NameInText> partAt(qsizetype first, const std::vector<NameInText> &found)
    {
        qsizetype inner = first;
        while (inner - first < 2 && m_words.is(inner, WordRole::Direction) && m_words.isCapitalised(inner)
               && !m_words.at(inner).startsSentence && m_words.at(inner + 1).joined && m_words.at(inner + 1).capital)
            ++inner;
        if (inner == first || m_words.inHeading(first))
            return std::nullopt;
        std::optional<NameInText> name = longestAt(inner, found);
        if (name) {
            name->first = first;
            name->span.begin = m_words.at(first).span.begin;
            name->key = m_words.key(first) + u' ' + name->key;
            name->part = true;
        }
        return name;
    }

    /// The names that can be meant by these very letters.
    std::vector<NameRow> usableNames(const NamedSo &named, qsizetype first, qsizetype last,
                                     const std::vector<NameInText> &found)
    {
        if (named.names.empty())
            return {};
        const bool oneWord = last - first == 1;
        bool capitals = true;
        for (qsizetype i = first; i < last; ++i)
            capitals = capitals && !m_words.at(i).small;
        const bool isWord = oneWord
            ? m_words.key(first).size() > 1 && !m_words.is(first, WordRole::HardlyPlace) && !isOtherAcronym(first)
            : isName(last);
        std::vector<NameRow> usable;
        std::ranges::copy_if(named.names, std::back_inserter(usable), [&](const NameRow &row) {
            if (row.abbreviation)
                return isAbbreviation(first, last, found);
            return row.acronym ? capitals : isWord;
        });
        return usable;
    }

    /// A name of several words has a capital at its end too: “New York”, not “New York is” or “Lachin district”.
    bool isName(qsizetype last) const { return m_words.at(last - 1).capital; }

    /// “UGA” and “SAM” in running text are no towns, or the gazetteer would have them with capitals.
    bool isOtherAcronym(qsizetype word) const
    {
        constexpr qsizetype longest = 4;
        const TextWord &written = m_words.at(word);
        return !written.small && written.span.size() <= longest
            && QChar::script(written.span.in(m_words.text()).front().unicode()) <= QChar::Script_Cyrillic;
    }

    /// “Reston, Va.”, “Resaca (Ga.)”, and “NSW” anywhere.
    bool isAbbreviation(qsizetype first, qsizetype last, const std::vector<NameInText> &found)
    {
        const TextWord &begin = m_words.at(first);
        const QStringView written = begin.span.in(m_words.text());
        const bool capitals = !begin.small && begin.capital;
        if (last - first == 1 && capitals && written.size() >= 3)
            return true;
        if (!begin.afterComma && !begin.inBracket)
            return false;
        const bool behindName = m_words.at(first - 1).capital || (!found.empty() && found.back().last == first);
        return behindName && (m_words.at(last - 1).stopped || capitals);
    }

    /// The full stop of “U.S.” and “Va.” belongs to it.
    void settleSpan(NameInText &name) const
    {
        name.span = {m_words.at(name.first).span.begin, m_words.at(name.last - 1).span.end};
        const TextWord &begin = m_words.at(name.first);
        const TextWord &end = m_words.at(name.last - 1);
        const bool initials = end.span.size() == 1 && begin.span.size() == 1 && name.last - name.first > 1;
        name.abbreviated = initials || std::ranges::all_of(name.names, &NameRow::abbreviation)
            || std::ranges::all_of(name.names, &NameRow::acronym);
        if (end.stopped && (initials || std::ranges::all_of(name.names, &NameRow::abbreviation)))
            ++name.span.end;
    }

    TextWords &m_words;
    PlaceLookup &m_lookup;
    std::vector<const NamedSo *> m_byForm;
    bool m_turkic;
};

} // namespace

std::vector<NameInText> namesIn(TextWords &words, PlaceLookup &lookup)
{
    return Search(words, lookup).all();
}

bool isEnglish(QStringView text)
{
    constexpr qsizetype enough = 20'000;
    const QStringView part = text.first(std::min(text.size(), enough));
    // Running English has an article about every 80 characters; four times fewer still is none of its neighbours.
    return part.count(u" the ", Qt::CaseInsensitive) * 320 >= part.size() && !part.isEmpty();
}

} // namespace dateline
