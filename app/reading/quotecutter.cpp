#include "reading/quotecutter.h"

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qsizetype blockLength = 4096;
constexpr qsizetype contextLength = 80; // Units that hold the context of a quote, 32 code points, with room.

qint64 pairsIn(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

} // namespace

QuoteCutter::QuoteCutter(QStringView text)
    : m_text(text)
{
    qint64 pairs = 0;
    for (qsizetype at = 0; at <= text.size(); at += blockLength) {
        m_pairs.push_back(pairs);
        pairs += pairsIn(text.sliced(at, std::min(blockLength, text.size() - at)));
    }
}

std::optional<Quote> QuoteCutter::cut(DocumentId document, TextSpan span, const QString &speaker) const
{
    if (span.begin < 0 || span.end > m_text.size() || span.begin >= span.end)
        return std::nullopt;
    qsizetype first = std::max<qsizetype>(0, span.begin - contextLength);
    if (first > 0 && m_text[first].isLowSurrogate())
        --first;
    const QStringView window = m_text.sliced(first, std::min(m_text.size(), span.end + contextLength) - first);
    Result<Quote> quote = quoteFrom(document, window, {span.begin - first, span.end - first}, speaker);
    if (!quote)
        return std::nullopt;
    const qsizetype block = first / blockLength;
    const qint64 pairs = m_pairs[static_cast<std::size_t>(block)]
        + pairsIn(m_text.sliced(block * blockLength, first - block * blockLength));
    quote->begin += first - pairs;
    quote->end += first - pairs;
    return std::move(*quote);
}

} // namespace dateline
