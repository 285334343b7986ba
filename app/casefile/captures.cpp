#include "casefile/captures.h"

#include <QCoreApplication>

#include <algorithm>

namespace dateline
{

namespace
{

std::unexpected<Error> replacedAlready(const DocumentSummary &document)
{
    return failure(
        Error::Kind::Conflict,
        QCoreApplication::translate("Case",
                                    "“%1” (number %2) has a newer capture already, number %3: replace that "
                                    "one")
            .arg(document.name, QString::number(numberOf(document.id)), QString::number(numberOf(document.replacedBy))),
        document.name);
}

} // namespace

Result<OlderCapture> olderCapture(const Case &file, DocumentId id)
{
    Result<Document> document = file.document(id);
    if (!document)
        return std::unexpected(document.error());
    Result<std::vector<Quote>> quotes = file.quotesIn(id);
    if (!quotes)
        return std::unexpected(quotes.error());
    Result<std::vector<Decision>> decided = file.decisions(id);
    if (!decided)
        return std::unexpected(decided.error());
    return OlderCapture{std::move(*document), std::move(*quotes), std::move(*decided)};
}

Result<std::optional<DocumentId>> newerCaptureOf(const Case &file, DocumentId id)
{
    const Result<std::vector<DocumentSummary>> documents = file.documents();
    if (!documents)
        return std::unexpected(documents.error());
    const auto found = std::ranges::find(*documents, id, &DocumentSummary::id);
    if (found == documents->end() || found->replacedBy == DocumentId{})
        return std::nullopt;
    return found->replacedBy;
}

Result<DocumentId> replaceableDocument(const Case &file, const QString &text)
{
    const Result<std::vector<DocumentSummary>> documents = file.documents();
    if (!documents)
        return std::unexpected(documents.error());
    std::vector<DocumentSummary> named;
    std::ranges::copy_if(*documents, std::back_inserter(named),
                         [&](const DocumentSummary &document) { return document.name == text; });
    if (named.empty()) {
        std::ranges::copy_if(*documents, std::back_inserter(named), [&](const DocumentSummary &document) {
            return QString::number(numberOf(document.id)) == text;
        });
    }
    if (named.empty()) {
        return failure(Error::Kind::NotFound,
                       QCoreApplication::translate("Case",
                                                   "There is no document “%1” in the case: name one by its number or "
                                                   "by its whole name")
                           .arg(text),
                       text);
    }
    const DocumentSummary first = named.front();
    // Older captures usually have the name of the newest, which is meant then.
    std::erase_if(named, [](const DocumentSummary &document) { return document.replacedBy != DocumentId{}; });
    if (named.empty())
        return replacedAlready(first);
    if (named.size() > 1) {
        return failure(Error::Kind::Conflict,
                       QCoreApplication::translate("Case",
                                                   "%1 documents of the case are called “%2”: name the one by its "
                                                   "number, %3 or %4")
                           .arg(QString::number(named.size()), text, QString::number(numberOf(named[0].id)),
                                QString::number(numberOf(named[1].id))),
                       text);
    }
    return named.front().id;
}

} // namespace dateline
