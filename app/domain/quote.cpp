#include "domain/quote.h"

#include <QCoreApplication>

namespace dateline
{

namespace
{

constexpr qsizetype contextLength = 32;

qint64 codePointsIn(QStringView text)
{
    // Half a pair alone counts as one, as it does in UTF-8.
    qint64 count = text.size();
    for (qsizetype i = 1; i < text.size(); ++i)
        count -= text[i].isLowSurrogate() && text[i - 1].isHighSurrogate() ? 1 : 0;
    return count;
}

bool isBoundary(QStringView text, qsizetype at)
{
    return at == 0 || at == text.size() || !(text[at].isLowSurrogate() && text[at - 1].isHighSurrogate());
}

/// The UTF-16 position of code point number @p count, counted from @p from; −1 if the text ends before.
qsizetype unitsFromCodePoints(QStringView text, qsizetype from, qint64 count)
{
    qsizetype at = from;
    for (; count > 0; --count) {
        if (at >= text.size())
            return -1;
        at += text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2 : 1;
    }
    return at;
}

qsizetype backOverContext(QStringView text, qsizetype at)
{
    for (qsizetype i = 0; i < contextLength && at > 0; ++i)
        at -= at > 1 && !isBoundary(text, at - 1) ? 2 : 1;
    return at;
}

} // namespace

Result<Quote> quoteFrom(DocumentId document, QStringView text, TextSpan span, QString speaker)
{
    if (span.begin < 0 || span.end > text.size() || span.begin >= span.end || !isBoundary(text, span.begin)
        || !isBoundary(text, span.end)) {
        return failure(Error::Kind::Malformed,
                       QCoreApplication::translate("Quote",
                                                   "These words cannot be quoted: they are not inside the "
                                                   "document's text; select them again"));
    }
    Quote quote;
    quote.document = document;
    quote.begin = codePointsIn(text.first(span.begin));
    quote.end = quote.begin + codePointsIn(span.in(text));
    quote.exact = span.in(text).toString();
    const qsizetype before = backOverContext(text, span.begin);
    quote.prefix = text.sliced(before, span.begin - before).toString();
    const qsizetype after = unitsFromCodePoints(text, span.end, contextLength);
    quote.suffix = (after < 0 ? text.sliced(span.end) : text.sliced(span.end, after - span.end)).toString();
    quote.speaker = std::move(speaker);
    return quote;
}

std::optional<TextSpan> spanOf(const Quote &quote, QStringView text)
{
    if (quote.begin < 0 || quote.exact.isEmpty())
        return std::nullopt;
    const qsizetype begin = unitsFromCodePoints(text, 0, quote.begin);
    if (begin < 0 || !text.sliced(begin).startsWith(quote.exact))
        return std::nullopt;
    return TextSpan{begin, begin + quote.exact.size()};
}

int pageAt(QStringView text, qsizetype position)
{
    return text.contains(u'\f') ? static_cast<int>(text.first(position).count(u'\f')) + 1 : 0;
}

} // namespace dateline
