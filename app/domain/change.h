#pragma once

#include "domain/bookmark.h"
#include "domain/caseinfo.h"
#include "domain/claim.h"
#include "domain/document.h"
#include "domain/figurespec.h"
#include "domain/incident.h"
#include "domain/layer.h"

#include <QString>

#include <variant>
#include <vector>

namespace dateline
{

/// A person's decision on one proposal of a document, so that it is not offered again.
struct Decision
{
    DocumentId document{};
    QString proposalKey;
    bool accepted = false;

    friend bool operator==(const Decision &, const Decision &) = default;
};

// Put makes a row (id ≤ 0) or replaces the row with that id. An id below 0 may be named by other edits of the same
// Change: the row that it stands for is made first. Removing an incident removes its claims; removing a document
// removes its quotes and their claims and decisions.
struct RemoveDocument
{
    DocumentId id;
};
struct RemoveIncident
{
    IncidentId id;
};
struct RemoveQuote
{
    QuoteId id;
};
struct RemoveClaim
{
    ClaimId id;
};
struct RemoveFigure
{
    FigureId id;
};
struct RemoveLayer
{
    LayerId id;
};
struct RemoveBookmark
{
    BookmarkId id;
};
struct RemoveDecision
{
    DocumentId document;
    QString proposalKey;
};

using Edit =
    std::variant<Document, Quote, Incident, Claim, FigureSpec, Decision, Layer, Bookmark, CaseInfo, RemoveDocument,
                 RemoveIncident, RemoveQuote, RemoveClaim, RemoveFigure, RemoveDecision, RemoveLayer, RemoveBookmark>;

/// One step of work, applied whole or not at all, undone in one.
struct Change
{
    QString label; ///< What the person did, for “Undo …” and the history: “Accept ‘Shelling towards Goris’”.
    std::vector<Edit> edits;
};

/// What a Change touched.
struct Changed
{
    std::vector<DocumentId> documents;
    std::vector<QuoteId> quotes;
    std::vector<IncidentId> incidents; ///< Made, altered, removed, or with claims made, altered or removed.
    std::vector<ClaimId> claims;
    std::vector<FigureId> figures;
    std::vector<DocumentId> decided; ///< Documents whose decisions changed.
    std::vector<LayerId> layers;
    std::vector<BookmarkId> bookmarks;
    bool info = false; ///< What the case says of itself.
};

/// The Change that stores @p proposal as an incident with its quotes and claims and marks it as accepted.
struct Proposal;
[[nodiscard]] Change acceptChange(DocumentId document, const Proposal &proposal);
[[nodiscard]] Change rejectChange(DocumentId document, const Proposal &proposal);

} // namespace dateline
