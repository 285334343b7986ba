#pragma once

#include "domain/quote.h"

#include <span>
#include <vector>

namespace dateline
{

/// A text levelled so that texts can be compared by their words: letters without case and accents, one space for any
/// white space, one quotation mark, one dash, and nothing for what cannot be seen.
class FoldedText
{
public:
    explicit FoldedText(QStringView text);

    [[nodiscard]] std::span<const char16_t> units() const { return m_units; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_units.size()); }

    /// The first unit that was made of what stands at @p source of the text, or after it.
    [[nodiscard]] qsizetype indexOf(qsizetype source) const;

    /// Where units @p begin to @p end, at least one, come from in the text, with the marks on the last one.
    [[nodiscard]] TextSpan sourceOf(qsizetype begin, qsizetype end) const;

private:
    std::vector<char16_t> m_units;
    std::vector<std::uint32_t> m_sources; // Where each unit comes from, and the text's end.
};

/// Whether @p a and @p b differ in nothing but white space, quotation marks, dashes, invisible characters and Unicode
/// normalisation.
[[nodiscard]] bool readsTheSame(QStringView a, QStringView b);

/// Whether what stands before and at @p at of @p text is one word or number: “1|49”, “1,|235”, “non|-combatants”.
/// False in scripts that part no words, such as Chinese and Thai.
[[nodiscard]] bool isInsideWord(QStringView text, qsizetype at);

/// Whether a word of the script of @p character may stand without space beside another.
[[nodiscard]] bool isUnspaced(char32_t character);

} // namespace dateline
