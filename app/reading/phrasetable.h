#pragma once

#include "reading/tokens.h"
#include "reading/wordtable.h"

#include <algorithm>
#include <span>
#include <vector>

namespace dateline
{

/// Words and phrases, each with a value; made once from literals, which it does not copy.
template<typename Value>
class PhraseTable
{
public:
    struct Row
    {
        QStringView phrases; ///< Parted by spaces; “_” is a space inside a phrase.
        Value value;
    };

    struct Match
    {
        const Value *value = nullptr; ///< Null if nothing matches.
        int next = 0; ///< The token after it.
    };

    explicit PhraseTable(std::span<const Row> rows)
        : m_first(firstWords(rows))
    {
    }

    /// The longest phrase that begins at token @p i and ends before token @p last. A hyphen counts as a space.
    [[nodiscard]] Match match(const Tokens &tokens, int i, int last) const
    {
        Match best;
        const std::size_t *group = m_first.find(tokens.word(i));
        if (!group)
            return best;
        for (const Phrase &phrase : m_groups[*group]) {
            int at = i + 1;
            const bool fits = std::ranges::all_of(phrase.rest, [&](QStringView word) {
                if (tokens.is(at, u"-"))
                    ++at;
                return at < last && tokens.is(at++, word);
            });
            if (fits && (!best.value || at > best.next))
                best = {phrase.value, at};
        }
        return best;
    }

private:
    struct Phrase
    {
        std::vector<QStringView> rest; ///< Behind its first word.
        const Value *value = nullptr;
    };

    WordTable<std::size_t> firstWords(std::span<const Row> rows)
    {
        std::vector<typename WordTable<std::size_t>::Row> firsts;
        for (const Row &row : rows) {
            for (const QStringView phrase : row.phrases.split(u' ', Qt::SkipEmptyParts)) {
                QList<QStringView> words = phrase.split(u'_');
                const QStringView first = words.takeFirst();
                auto at = std::ranges::find(firsts, first, &WordTable<std::size_t>::Row::words);
                if (at == firsts.end()) {
                    firsts.push_back({first, m_groups.size()});
                    m_groups.emplace_back();
                    at = firsts.end() - 1;
                }
                m_groups[at->value].push_back({{words.cbegin(), words.cend()}, &row.value});
            }
        }
        return WordTable<std::size_t>(firsts);
    }

    std::vector<std::vector<Phrase>> m_groups; ///< Phrases with the same first word.
    WordTable<std::size_t> m_first; ///< Into m_groups.
};

} // namespace dateline
