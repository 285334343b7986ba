#include "places/textwords.h"

#include "places/normalise.h"
#include "places/words.h"

#include <algorithm>

namespace dateline
{

namespace
{

/// The normal form of a word of the text; plain letters take a short way.
QString keyOf(QStringView word)
{
    const auto isPlain = [](QChar c) { return c.unicode() < 128 && c != u'\''; };
    return std::ranges::all_of(word, isPlain) ? word.toString().toLower() : normalised(word);
}

bool isOpeningBracket(QChar c)
{
    return c == u'(' || c == u'[';
}

/// How one word stands after another, told by what lies between.
void readGap(QStringView gap, TextWord &word)
{
    bool comma = false;
    bool other = false;
    for (const QChar c : gap) {
        if (c == u',' || c == u'،')
            comma = true;
        else if (isOpeningBracket(c))
            word.inBracket = true;
        else if (!c.isSpace())
            other = true;
    }
    word.afterComma = comma && !other && !word.inBracket;
}

} // namespace

TextWords::TextWords(QStringView text)
    : m_text(text)
{
    m_words.reserve(std::size_t(text.size() / 6));
    qsizetype end = 0;
    while (const std::optional<Word> found = nextWord(text, end)) {
        TextWord word;
        word.span = found->span;
        word.joined = found->joined;
        const QStringView written = found->span.in(text);
        word.capital = couldBeginName(written);
        word.small = std::ranges::any_of(written, [](QChar c) { return c.isLower(); });
        const qsizetype behind = found->span.end;
        const QChar next = behind < text.size() ? text[behind] : QChar();
        word.possessive =
            behind + 1 < text.size() && (next == u'\'' || next == u'’') && text[behind + 1].toLower() == u's';
        word.stopped = next == u'.';
        if (!found->joined)
            readGap(text.sliced(end, found->span.begin - end), word);
        word.startsSentence = found->startsSentence && !word.afterComma && !word.inBracket;
        m_words.push_back(word);
        // The possessive that the span leaves out is no word of its own.
        end = word.possessive ? behind + 2 : behind;
    }
    markHeadings();
}

const TextWord &TextWords::at(qsizetype i) const
{
    static const TextWord none{.startsSentence = true};
    return i >= 0 && i < size() ? m_words[std::size_t(i)] : none;
}

qint32 TextWords::formIndex(qsizetype i)
{
    TextWord &word = m_words[std::size_t(i)];
    if (word.form < 0) {
        const QStringView written = word.span.in(m_text);
        const auto known = m_formByWord.constFind(written);
        if (known != m_formByWord.cend()) {
            word.form = *known;
        } else {
            word.form = qint32(m_forms.size());
            QString key = keyOf(written);
            const WordRoles roles = rolesOf(key);
            m_forms.push_back({std::move(key), roles});
            m_formByWord.insert(written, word.form);
        }
    }
    return word.form;
}

const WordForm &TextWords::form(qsizetype i)
{
    static const WordForm none;
    return i >= 0 && i < size() ? m_forms[std::size_t(formIndex(i))] : none;
}

bool TextWords::inHeading(qsizetype i) const
{
    return i >= 0 && i < size() && m_headings[std::size_t(i)];
}

void TextWords::markHeadings()
{
    // “Ebola Outbreak in Congo Kills Ten”: three words of four letters and more have capitals, and none has not.
    constexpr int fewest = 3;
    constexpr qsizetype longWord = 4;
    m_headings.assign(m_words.size(), false);
    for (std::size_t first = 0; first < m_words.size();) {
        std::size_t last = first;
        int capitals = 0;
        int smalls = 0;
        do {
            const TextWord &word = m_words[last];
            if (word.span.size() >= longWord)
                ++(word.capital ? capitals : smalls);
            ++last;
        } while (last < m_words.size() && !m_words[last].startsSentence);
        if (capitals >= fewest && smalls * 8 < capitals)
            std::fill(m_headings.begin() + std::ptrdiff_t(first), m_headings.begin() + std::ptrdiff_t(last), true);
        first = last;
    }
}

} // namespace dateline
