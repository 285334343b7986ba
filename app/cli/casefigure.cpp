#include "cli/casefigure.h"

#include "figure/content.h"

#include <set>

namespace dateline
{

Result<FigureContent> figureContentOf(const Case &file, std::shared_ptr<const BaseMap> baseMap)
{
    const Result<std::vector<Incident>> incidents = file.incidents();
    if (!incidents)
        return std::unexpected(incidents.error());
    std::vector<IncidentEvidence> rows;
    std::set<DocumentId> ids;
    for (const Incident &incident : *incidents) {
        const Result<std::vector<Evidence>> evidence = file.evidence(incident.id);
        if (!evidence)
            return std::unexpected(evidence.error());
        IncidentEvidence &row = rows.emplace_back(incident, decltype(IncidentEvidence::claims){});
        for (const Evidence &words : *evidence) {
            row.claims.emplace_back(words.claim, words.quote);
            ids.insert(words.quote.document);
        }
    }
    std::vector<Document> documents;
    for (const DocumentId id : ids) {
        Result<Document> document = file.document(id);
        if (!document)
            return std::unexpected(document.error());
        document->bytes.clear(); // The figure does not need them, and they may be large.
        documents.push_back(std::move(*document));
    }
    return figureContent(rows, documents, std::move(baseMap));
}

} // namespace dateline
