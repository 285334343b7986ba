#include "evaluation/spans.h"

#include <algorithm>

namespace dateline
{

CodePoints::CodePoints(QStringView text)
    : m_units(text.size())
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            m_wide.push_back(i - static_cast<qsizetype>(m_wide.size()));
            ++i;
        }
    }
}

TextSpan CodePoints::span(qint64 begin, qint64 end) const
{
    const qint64 points = m_units - static_cast<qint64>(m_wide.size());
    if (begin < 0 || begin >= end || end > points)
        return {};
    return {unitOf(begin), unitOf(end)};
}

qsizetype CodePoints::unitOf(qint64 codePoint) const
{
    return codePoint + (std::ranges::lower_bound(m_wide, codePoint) - m_wide.begin());
}

namespace
{

template<typename Dropped>
TextSpan without(QStringView text, TextSpan span, Dropped dropped)
{
    while (span.begin < span.end && dropped(text[span.begin]))
        ++span.begin;
    while (span.end > span.begin && dropped(text[span.end - 1]))
        --span.end;
    return span;
}

} // namespace

TextSpan trimmed(QStringView text, TextSpan span)
{
    return without(text, span, [](QChar c) { return c.isSpace(); });
}

TextSpan bareWords(QStringView text, TextSpan span)
{
    static constexpr QStringView marks =
        u"\"'`.,;:!?\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u2039\u203A\u2026";
    return without(text, span, [](QChar c) { return c.isSpace() || marks.contains(c); });
}

bool standsAt(QStringView text, TextSpan span, QStringView words)
{
    return span.size() > 0 && span.in(text).toString().simplified() == words.toString().simplified();
}

TextSpan occurrence(QStringView text, QStringView words, int nth)
{
    if (words.isEmpty())
        return {};
    qsizetype at = -1;
    for (int i = 0; i < nth; ++i) {
        at = text.indexOf(words, at + 1);
        if (at < 0)
            return {};
    }
    return at < 0 ? TextSpan{} : TextSpan{at, at + words.size()};
}

} // namespace dateline
