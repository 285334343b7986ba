#include "figure/content.h"

#include <algorithm>
#include <set>

namespace dateline
{

FigureContent figureContent(std::span<const IncidentEvidence> incidents, std::span<const Document> documents,
                            std::shared_ptr<const BaseMap> baseMap)
{
    FigureContent content;
    content.baseMap = std::move(baseMap);
    for (const Document &document : documents) {
        content.sources.push_back({nameOf(document), document.publisher, document.address, document.published,
                                   document.textSha256, document.graphic, false, document.id});
    }
    for (const IncidentEvidence &evidence : incidents) {
        std::vector<FigureWords> words;
        std::set<DocumentId> reporting;
        for (const auto &[claim, quote] : evidence.claims) {
            const auto document = std::ranges::find(documents, quote.document, &Document::id);
            if (document == documents.end())
                continue;
            reporting.insert(quote.document);
            const std::optional<TextSpan> span = spanOf(quote, document->text);
            words.push_back({evidence.incident.id, quote.id, quote.exact, quote.speaker, claim.stance,
                             static_cast<int>(document - documents.begin()),
                             span ? pageAt(document->text, span->begin) : 0});
        }
        std::ranges::stable_sort(words, {}, &FigureWords::stance);
        content.words.insert(content.words.end(), words.begin(), words.end());
        content.incidents.push_back({evidence.incident, static_cast<int>(reporting.size())});
    }
    return content;
}

} // namespace dateline
