#include "places/namesearch.h"

#include "places/normalise.h"
#include "places/words.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace dateline
{

namespace
{

constexpr qsizetype longText = 100'000; ///< UTF-16 units.
constexpr int longestName = 8; ///< Words; no useful name has more.

/// The normal form of a word of the text; plain letters take a short way.
QString keyOf(QStringView word)
{
    const auto isPlain = [](QChar c) { return c.unicode() < 128 && c != u'\''; };
    return std::ranges::all_of(word, isPlain) ? word.toString().toLower() : normalised(word);
}

bool hasSmallLetter(QStringView word)
{
    return std::ranges::any_of(word, [](QChar c) { return c.isLower(); });
}

/// “Globe” and “Globe's”, but not “US”: a heading in capitals says nothing about names.
bool isCapitalised(QStringView word)
{
    return !word.isEmpty() && word[0].isUpper() && hasSmallLetter(word);
}

class Search
{
public:
    Search(const PlaceFile &file, QStringView text)
        : m_file(file)
        , m_text(text)
    {
    }

    std::vector<NameInText> all()
    {
        std::vector<NameInText> found;
        std::optional<Word> before;
        std::optional<Word> word = nextWord(m_text, 0);
        while (word) {
            std::optional<NameInText> name = couldBeginName(word->span.in(m_text)) ? longestAt(*word) : std::nullopt;
            if (!name) {
                before = word;
                word = nextWord(m_text, word->span.end);
                continue;
            }
            if (before && word->joined) {
                name->keyBefore = keyOf(before->span.in(m_text));
                name->capitalBefore = !before->startsSentence && isCapitalised(before->span.in(m_text));
            }
            before.reset();
            word = nextWord(m_text, name->span.end);
            if (word && word->joined) {
                name->keyAfter = keyOf(word->span.in(m_text));
                name->capitalAfter = isCapitalised(word->span.in(m_text));
            }
            found.push_back(std::move(*name));
        }
        return found;
    }

private:
    const NamesByFirstWord *namesFor(const QString &word)
    {
        // Reading all first words pays for a long text only; a short one asks the file for each word.
        if (m_text.size() > longText && !m_file.mayBeginName(word)) {
            return nullptr;
        }
        const auto known = m_names.find(word);
        return known != m_names.end() ? &known->second
                                      : &m_names.emplace(word, m_file.namesBeginningWith(word)).first->second;
    }

    std::optional<NameInText> longestAt(const Word &first)
    {
        QString key = keyOf(first.span.in(m_text));
        const NamesByFirstWord *names = namesFor(key.section(u' ', 0, 0));
        if (names == nullptr) {
            return std::nullopt;
        }
        std::optional<NameInText> best;
        TextSpan span = first.span;
        for (int words = 1; words <= std::min(names->mostWords, longestName); ++words) {
            if (words > 1) {
                const std::optional<Word> next = nextWord(m_text, span.end);
                if (!next || !next->joined) {
                    break;
                }
                key += u' ' + keyOf(next->span.in(m_text));
                span.end = next->span.end;
            }
            const auto rows = names->byKey.constFind(key);
            if (rows != names->byKey.cend()) {
                std::vector<NameRow> usable = usableNames(*rows, span, key);
                if (!usable.empty()) {
                    best = NameInText{.span = span, .names = std::move(usable), .key = key};
                }
            }
        }
        return best;
    }

    /// The names that can be meant by these very letters.
    std::vector<NameRow> usableNames(const std::vector<NameRow> &rows, TextSpan span, const QString &key) const
    {
        const bool capitals = !hasSmallLetter(span.in(m_text));
        const bool isWord = key.size() > 1 && !isHardlyAPlace(key);
        std::vector<NameRow> usable;
        std::ranges::copy_if(rows, std::back_inserter(usable),
                             [&](const NameRow &row) { return row.acronym ? capitals : isWord; });
        return usable;
    }

    const PlaceFile &m_file;
    QStringView m_text;
    std::unordered_map<QString, NamesByFirstWord> m_names;
};

} // namespace

std::vector<NameInText> namesIn(const PlaceFile &file, QStringView text)
{
    return Search(file, text).all();
}

bool isEnglish(QStringView text)
{
    constexpr qsizetype enough = 20'000;
    const QStringView part = text.first(std::min(text.size(), enough));
    // Running English has an article about every 80 characters; four times fewer still is none of its neighbours.
    return part.count(u" the ", Qt::CaseInsensitive) * 320 >= part.size() && !part.isEmpty();
}

} // namespace dateline
