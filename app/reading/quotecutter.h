#pragma once

#include "domain/quote.h"

#include <optional>
#include <vector>

namespace dateline
{

/// Cuts many quotes out of one long text without counting its code points from the start each time.
class QuoteCutter
{
public:
    /// @param text must outlive the cutter.
    explicit QuoteCutter(QStringView text);

    /// What quoteFrom() gives; none where it fails.
    [[nodiscard]] std::optional<Quote> cut(DocumentId document, TextSpan span, const QString &speaker) const;

private:
    QStringView m_text;
    std::vector<qint64> m_pairs; ///< Surrogate pairs before each block of the text.
};

} // namespace dateline
