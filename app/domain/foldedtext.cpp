#include "domain/foldedtext.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

constexpr char16_t dropped = 0;
constexpr char16_t several = 0xffff; // No character: stands for more than one unit.

bool isQuotationMark(QChar c)
{
    constexpr std::u16string_view marks = u"\"'`´«»ʼ‘’‚‛“”„‟′″‹›「」『』＂＇׳״";
    return marks.contains(c.unicode());
}

bool isDash(QChar c)
{
    return c.category() == QChar::Punctuation_Dash || c == u'−' || c == u'⁃';
}

bool isInvisible(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Format || (category == QChar::Other_Control && !QChar::isSpace(c));
}

/// What one UTF-16 unit reads as, without case and accents; empty for what cannot be seen.
QString folded(QChar c)
{
    if (c.isSurrogate())
        return c;
    if (c.isSpace())
        return QStringLiteral(" ");
    if (isQuotationMark(c))
        return QStringLiteral("\"");
    if (isDash(c))
        return QStringLiteral("-");
    QString folded;
    for (const QChar part : QString(c).normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (!part.isMark() && !isInvisible(part.unicode()))
            folded.append(part);
    }
    return folded;
}

/// What each unit is folded to, worked out once: a long text is folded in milliseconds.
const std::vector<char16_t> &foldTable()
{
    static const std::vector<char16_t> table = [] {
        std::vector<char16_t> units(0x10000);
        for (std::size_t i = 0; i < units.size(); ++i) {
            const QString text = folded(QChar(static_cast<char16_t>(i)));
            units[i] = text.isEmpty() ? dropped : text.size() == 1 ? text.front().unicode() : several;
        }
        return units;
    }();
    return table;
}

/// @p text as a reader sees it: what readsTheSame says makes no difference is made the same.
QString reading(QStringView text)
{
    QString read;
    for (const QChar c : text) {
        if (c.isSurrogate() || !isInvisible(c.unicode()))
            read.append(isQuotationMark(c) ? QChar(u'"') : isDash(c) ? QChar(u'-') : c);
    }
    return read.simplified().normalized(QString::NormalizationForm_C);
}

char32_t codePointBefore(QStringView text, qsizetype at)
{
    const QChar last = text[at - 1];
    return at > 1 && last.isLowSurrogate() && text[at - 2].isHighSurrogate()
        ? QChar::surrogateToUcs4(text[at - 2], last)
        : last.unicode();
}

char32_t codePointAt(QStringView text, qsizetype at)
{
    const QChar first = text[at];
    return first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()
        ? QChar::surrogateToUcs4(first, text[at + 1])
        : first.unicode();
}

/// Whether @p joint ties what stands on its two sides into one number or word.
bool isJoint(char32_t before, char32_t joint, char32_t after)
{
    constexpr std::u32string_view inNumbers = U".,'’\u00a0\u202f\u2009٫٬–";
    constexpr std::u32string_view anywhere = U"-‐‑";
    if (anywhere.contains(joint))
        return QChar::isLetterOrNumber(before) && QChar::isLetterOrNumber(after);
    return inNumbers.contains(joint) && QChar::isDigit(before) && QChar::isDigit(after);
}

} // namespace

FoldedText::FoldedText(QStringView text)
{
    const std::vector<char16_t> &table = foldTable();
    m_units.reserve(static_cast<std::size_t>(text.size()));
    m_sources.reserve(static_cast<std::size_t>(text.size()) + 1);
    const auto add = [this](char16_t unit, qsizetype source) {
        if (unit == u' ' && (m_units.empty() || m_units.back() == u' '))
            return;
        m_units.push_back(unit);
        m_sources.push_back(static_cast<std::uint32_t>(source));
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = table[text[i].unicode()];
        if (unit == several) {
            for (const QChar part : folded(text[i]))
                add(part.unicode(), i);
        } else if (unit != dropped) {
            add(unit, i);
        }
    }
    m_sources.push_back(static_cast<std::uint32_t>(text.size()));
}

qsizetype FoldedText::indexOf(qsizetype source) const
{
    const auto found = std::ranges::lower_bound(m_sources, source, {}, [](std::uint32_t s) { return qsizetype{s}; });
    return std::min(qsizetype{std::distance(m_sources.begin(), found)}, size());
}

TextSpan FoldedText::sourceOf(qsizetype begin, qsizetype end) const
{
    Q_ASSERT(begin >= 0 && begin < end && end <= size());
    const std::uint32_t last = m_sources[static_cast<std::size_t>(end - 1)];
    // A ligature makes several units of one character.
    auto after = static_cast<std::size_t>(end);
    while (after + 1 < m_sources.size() && m_sources[after] == last)
        ++after;
    return {m_sources[static_cast<std::size_t>(begin)], m_sources[after]};
}

bool readsTheSame(QStringView a, QStringView b)
{
    return reading(a) == reading(b);
}

bool isInsideWord(QStringView text, qsizetype at)
{
    if (at <= 0 || at >= text.size())
        return false;
    const char32_t before = codePointBefore(text, at);
    const char32_t after = codePointAt(text, at);
    if (QChar::isMark(after))
        return true;
    if (QChar::isLetterOrNumber(before) && QChar::isLetterOrNumber(after))
        return !isUnspaced(before) && !isUnspaced(after);
    const qsizetype next = at + QChar::requiresSurrogates(after) + 1;
    const qsizetype previous = at - QChar::requiresSurrogates(before) - 1;
    return (next < text.size() && isJoint(before, after, codePointAt(text, next)))
        || (previous > 0 && isJoint(codePointBefore(text, previous), before, after));
}

bool isUnspaced(char32_t character)
{
    constexpr std::array scripts{QChar::Script_Han,     QChar::Script_Hiragana, QChar::Script_Katakana,
                                 QChar::Script_Thai,    QChar::Script_Lao,      QChar::Script_Khmer,
                                 QChar::Script_Myanmar, QChar::Script_Tibetan};
    return std::ranges::contains(scripts, QChar::script(character));
}

} // namespace dateline
