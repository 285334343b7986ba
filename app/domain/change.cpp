#include "domain/change.h"

#include "domain/proposal.h"

#include <QCoreApplication>

namespace dateline
{

Change acceptChange(DocumentId document, const Proposal &proposal)
{
    Change change;
    change.label = QCoreApplication::translate("Change", "Accept “%1”").arg(proposal.incident.title);
    Incident incident = proposal.incident;
    incident.id = IncidentId{-1};
    change.edits.emplace_back(incident);
    std::int64_t next = -1;
    for (const ProposedClaim &proposed : proposal.claims) {
        Quote quote = proposed.quote;
        quote.id = QuoteId{next--};
        quote.document = document;
        change.edits.emplace_back(quote);
        change.edits.emplace_back(Claim{ClaimId{}, incident.id, quote.id, proposed.stance});
    }
    change.edits.emplace_back(Decision{document, proposal.key, true});
    return change;
}

Change rejectChange(DocumentId document, const Proposal &proposal)
{
    Change change;
    change.label = QCoreApplication::translate("Change", "Reject “%1”").arg(proposal.incident.title);
    change.edits.emplace_back(Decision{document, proposal.key, false});
    return change;
}

} // namespace dateline
