#pragma once

#include "domain/quote.h"

#include <QStringView>

#include <vector>

namespace dateline
{

/// Turns offsets that count Unicode code points into UTF-16 units of one text.
class CodePoints
{
public:
    /// @p text must outlive it.
    explicit CodePoints(QStringView text);

    /// The span from code point @p begin up to and without @p end; empty if it is not in the text.
    [[nodiscard]] TextSpan span(qint64 begin, qint64 end) const;

private:
    [[nodiscard]] qsizetype unitOf(qint64 codePoint) const;

    qsizetype m_units = 0;
    std::vector<qsizetype> m_wide; ///< The code points that take two units, in order.
};

/// @p span without white space at its ends.
[[nodiscard]] TextSpan trimmed(QStringView text, TextSpan span);

/// @p span without white space, quotation marks and the marks that end a clause at its ends.
[[nodiscard]] TextSpan bareWords(QStringView text, TextSpan span);

[[nodiscard]] inline qsizetype overlapOf(TextSpan a, TextSpan b)
{
    return std::min(a.end, b.end) - std::max(a.begin, b.begin);
}

[[nodiscard]] inline bool overlap(TextSpan a, TextSpan b)
{
    return overlapOf(a, b) > 0;
}

/// True if @p words stand at @p span of @p text, white space aside.
[[nodiscard]] bool standsAt(QStringView text, TextSpan span, QStringView words);

/// Where the @p nth (from 1) occurrence of @p words stands in @p text; empty if there is none.
[[nodiscard]] TextSpan occurrence(QStringView text, QStringView words, int nth);

} // namespace dateline
