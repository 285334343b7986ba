#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QString>

#include <optional>

namespace dateline
{

/// A stretch of a QString: UTF-16 units, begin included, end not.
struct TextSpan
{
    qsizetype begin = 0;
    qsizetype end = 0;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;

    [[nodiscard]] qsizetype size() const { return end - begin; }
    [[nodiscard]] QStringView in(QStringView text) const { return text.sliced(begin, end - begin); }
};

/// Words of a document, found again by position and, if that fails, by themselves and their neighbours.
///
/// Positions count Unicode code points (W3C TextPositionSelector); exact, prefix and suffix are a TextQuoteSelector.
struct Quote
{
    QuoteId id{};
    DocumentId document{};
    qint64 begin = 0; ///< First code point.
    qint64 end = 0; ///< Past the last code point.
    QString exact;
    QString prefix; ///< Up to 32 code points before.
    QString suffix; ///< Up to 32 code points after.
    QString speaker; ///< Who says it, as the document names them; empty if nobody is named.

    friend bool operator==(const Quote &, const Quote &) = default;
};

/// Cuts a quote out of @p text.
///
/// @param span in UTF-16 units; must not cut a surrogate pair.
/// @returns the quote, or Malformed if the span is empty or outside @p text.
[[nodiscard]] Result<Quote> quoteFrom(DocumentId document, QStringView text, TextSpan span, QString speaker = {});

/// Where @p quote stands in @p text, in UTF-16 units; none unless exactly its words stand at its position.
[[nodiscard]] std::optional<TextSpan> spanOf(const Quote &quote, QStringView text);

/// The page, from 1, that @p position of @p text lies on, where a form feed ends each page but the last.
///
/// @returns 0 if the text has no pages.
[[nodiscard]] int pageAt(QStringView text, qsizetype position);

} // namespace dateline
