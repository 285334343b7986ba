#pragma once

#include "base/result.h"
#include "domain/change.h"

#include <memory>
#include <vector>

namespace dateline
{

/// A claim with the words behind it, as the inspector shows it.
struct Evidence
{
    Claim claim;
    Quote quote;
    QString documentName;
    std::optional<WrittenTime> documentPublished;
    bool matches = false; ///< The quote's words stand in the document's text at its position.

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// A document without its text and bytes, for lists.
struct DocumentSummary
{
    DocumentId id{};
    QString name;
    QString publisher;
    std::optional<WrittenTime> published;
    int quotes = 0;
};

/// A place where searched words stand.
struct SearchHit
{
    DocumentId document{};
    QString documentName;
    TextSpan span; ///< In UTF-16 units of the document's text.
    QString excerpt; ///< One line around it.
};

/// How many sources an incident rests on.
struct Support
{
    int quotes = 0;
    int documents = 0;
};

/// A case: documents, quotes, incidents and the claims that tie them, with all that was ever done to them.
///
/// Use from one thread. Every query fails with Unreadable if the store does.
class Case
{
public:
    virtual ~Case() = default;

    [[nodiscard]] virtual QString path() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual bool isReadOnly() const = 0;

    /// Applies @p change whole or not at all; when it returns, it is on disk. The only way to write.
    ///
    /// A quote with the document, begin, end and speaker of one that is there stands for that one.
    /// Errors: NotFound for an id that is not there, Unwritable for a full disk or a read-only case.
    [[nodiscard]] virtual Result<Changed> apply(const Change &change) = 0;

    /// Takes back the last step that is not taken back, as a new step of the history; NotFound if there is none.
    [[nodiscard]] virtual Result<Changed> undo() = 0;
    [[nodiscard]] virtual Result<Changed> redo() = 0;
    [[nodiscard]] virtual std::optional<QString> undoLabel() const = 0;
    [[nodiscard]] virtual std::optional<QString> redoLabel() const = 0;

    [[nodiscard]] virtual Result<std::vector<Incident>> incidents() const = 0; ///< By begin, undated last, then id.
    [[nodiscard]] virtual Result<Incident> incident(IncidentId id) const = 0;
    [[nodiscard]] virtual Result<std::vector<Evidence>> evidence(IncidentId id) const = 0; ///< By claim id.
    [[nodiscard]] virtual Result<std::vector<std::pair<IncidentId, Support>>> supports() const = 0; ///< By incident id.

    [[nodiscard]] virtual Result<std::vector<DocumentSummary>> documents() const = 0; ///< By id.
    [[nodiscard]] virtual Result<Document> document(DocumentId id) const = 0;
    [[nodiscard]] virtual Result<std::vector<Quote>> quotesIn(DocumentId id) const = 0; ///< By begin.
    [[nodiscard]] virtual Result<std::vector<Claim>> claimsOn(QuoteId id) const = 0;
    [[nodiscard]] virtual Result<std::vector<Decision>> decisions(DocumentId id) const = 0;
    [[nodiscard]] virtual Result<std::vector<FigureSpec>> figures() const = 0; ///< By id.

    /// Where all of @p words stand in documents, case ignored; at most @p limit hits.
    [[nodiscard]] virtual Result<std::vector<SearchHit>> search(const QString &words, int limit) const = 0;
};

/// Makes a new case file; Conflict if @p path is there already, Unwritable if it cannot be made.
[[nodiscard]] Result<std::unique_ptr<Case>> createCase(const QString &path, const QString &title);

/// Opens the case file at @p path, read-only where the file or folder is.
///
/// Errors: NotFound, Malformed for what is no case, Unsupported for a GeoPackage that is no Dateline case.
[[nodiscard]] Result<std::unique_ptr<Case>> openCase(const QString &path);

/// Copies the open case, as it is now, to @p path; Conflict if that is there already.
[[nodiscard]] Result<void> copyCase(const Case &original, const QString &path);

} // namespace dateline
