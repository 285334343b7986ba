#pragma once

#include "casefile/case.h"
#include "casefile/rows.h"

#include <QJsonDocument>

#include <map>
#include <utility>

namespace dateline
{

template<typename T>
T valueOf(Result<T> result)
{
    return std::move(result).value();
}

/// All that a case holds, one line a row, sorted, with what a row refers to in place of its number: two cases with
/// the same lines tell the same, whatever numbers their rows have.
inline QStringList contentOf(const Case &file)
{
    const auto text = [](const QJsonObject &row) {
        return QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact));
    };
    QStringList lines{text(rowFrom(file.info()))};
    std::map<DocumentId, QString> documents;
    const std::vector<DocumentSummary> summaries = file.documents().value();
    for (const DocumentSummary &summary : summaries) {
        Document document = file.document(summary.id).value();
        document.replaces = document.origin = {};
        documents[summary.id] = text(rowFrom(document)) + document.text;
    }
    std::map<QuoteId, QString> quotes;
    for (const DocumentSummary &summary : summaries) {
        const Document document = file.document(summary.id).value();
        lines.append(documents[summary.id] + u'/' + documents[document.replaces] + u'/' + documents[document.origin]);
        for (Quote quote : valueOf(file.quotesIn(summary.id))) {
            const QuoteId id = quote.id;
            quote.document = {};
            quotes[id] = text(rowFrom(quote)) + documents[summary.id];
            lines.append(quotes[id]);
        }
        for (Decision decision : valueOf(file.decisions(summary.id))) {
            decision.document = {};
            lines.append(text(rowFrom(decision)) + documents[summary.id]);
        }
    }
    for (const Incident &incident : valueOf(file.incidents())) {
        lines.append(text(rowFrom(incident)));
        for (const Evidence &evidence : valueOf(file.evidence(incident.id))) {
            Claim claim = evidence.claim;
            claim.incident = {};
            claim.quote = {};
            lines.append(text(rowFrom(claim)) + text(rowFrom(incident)) + quotes[evidence.claim.quote]);
        }
    }
    for (const FigureSpec &figure : valueOf(file.figures()))
        lines.append(text(rowFrom(figure)));
    for (const Layer &layer : valueOf(file.layers()))
        lines.append(text(rowFrom(layer)));
    for (Bookmark bookmark : valueOf(file.bookmarks())) {
        for (const DocumentId source : std::exchange(bookmark.filter.sources, {}))
            bookmark.filter.words += documents[source];
        lines.append(text(rowFrom(bookmark)));
    }
    lines.sort();
    return lines;
}

} // namespace dateline
