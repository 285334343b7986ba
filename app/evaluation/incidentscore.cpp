#include "evaluation/incidentscore.h"

#include "evaluation/evaluationtext.h"
#include "evaluation/placescore.h"
#include "evaluation/spans.h"

#include <algorithm>

namespace dateline
{

namespace
{

bool quotes(const Proposal &proposal, QStringView text, TextSpan words)
{
    return std::ranges::any_of(proposal.claims, [&](const ProposedClaim &claim) {
        const std::optional<TextSpan> span = spanOf(claim.quote, text);
        return span && overlap(*span, words);
    });
}

bool samePlace(const LabelledIncident &gold, const std::optional<Where> &where)
{
    constexpr double nearKm = 25;
    if (gold.place.isEmpty() || !where)
        return gold.place.isEmpty() && !where;
    if (where->place.compare(gold.place, Qt::CaseInsensitive) == 0
        || where->asWritten.contains(gold.place, Qt::CaseInsensitive))
        return true;
    const std::optional<LonLat> at = anchorOf(*where);
    return gold.at && at && kilometresBetween(*gold.at, *at) <= nearKm;
}

struct Pair
{
    std::size_t gold = 0;
    std::size_t found = 0;
    int fit = 0;
};

QString kindAndPlace(Kind kind, const std::optional<SubKind> &subKind, const QString &place)
{
    return (subKind ? termOf(*subKind) : termOf(kind)) + (place.isEmpty() ? QString() : QStringLiteral(", ") + place);
}

QString told(const Proposal &proposal)
{
    const Incident &incident = proposal.incident;
    return kindAndPlace(incident.kind, incident.subKind, incident.where ? incident.where->place : QString());
}

std::vector<Pair> possiblePairs(const LabelledText &text, std::span<const Proposal> found)
{
    std::vector<Pair> pairs;
    for (std::size_t g = 0; g < text.incidents->size(); ++g) {
        const LabelledIncident &gold = (*text.incidents)[g];
        for (std::size_t f = 0; f < found.size(); ++f) {
            if (quotes(found[f], text.document.text, gold.span)) {
                pairs.push_back({g, f,
                                 (samePlace(gold, found[f].incident.where) ? 2 : 0)
                                     + (found[f].incident.kind == gold.kind ? 1 : 0)});
            }
        }
    }
    std::ranges::stable_sort(pairs, std::ranges::greater{}, &Pair::fit);
    return pairs;
}

} // namespace

void IncidentScore::add(const LabelledText &text, std::span<const Proposal> found, std::vector<Miss> &misses)
{
    if (!text.incidents)
        return;
    std::vector<const Proposal *> partner(text.incidents->size(), nullptr);
    std::vector<bool> taken(found.size(), false);
    for (const Pair &pair : possiblePairs(text, found)) {
        if (!partner[pair.gold] && !taken[pair.found]) {
            partner[pair.gold] = &found[pair.found];
            taken[pair.found] = true;
        }
    }
    for (std::size_t g = 0; g < partner.size(); ++g)
        addPair(text, (*text.incidents)[g], partner[g], misses);
    for (std::size_t f = 0; f < found.size(); ++f) {
        // An incident told again is no new one.
        if (!taken[f] && std::ranges::any_of(*text.incidents, [&](const LabelledIncident &gold) {
                return gold.kind == found[f].incident.kind && samePlace(gold, found[f].incident.where);
            }))
            continue;
        m_found.precision.add(taken[f]);
        if (taken[f])
            continue;
        const Quote &words = found[f].claims.front().quote;
        misses.push_back({FoundLayer::Incidents,
                          EvaluationText::tr("not labelled"),
                          text.name,
                          {},
                          told(found[f]),
                          words.exact.simplified().left(200)});
    }
}

void IncidentScore::addPair(const LabelledText &text, const LabelledIncident &gold, const Proposal *found,
                            std::vector<Miss> &misses)
{
    const bool kind = found && found->incident.kind == gold.kind;
    const bool place = found && samePlace(gold, found->incident.where);
    m_found.recall.add(found != nullptr);
    m_kind.add(kind);
    m_place.add(place);
    m_whole.add(kind && place);
    bool right = kind && place;
    if (gold.subKind) {
        const bool subKind = found && found->incident.subKind == gold.subKind;
        m_subKind.add(subKind);
        right = right && subKind;
    }
    if (right)
        return;
    const QString what = !found ? EvaluationText::tr("missed")
        : !kind                 ? EvaluationText::tr("kind")
        : !place                ? EvaluationText::tr("place")
                                : EvaluationText::tr("sub-type");
    misses.push_back({FoundLayer::Incidents, what, text.name, kindAndPlace(gold.kind, gold.subKind, gold.place),
                      found ? told(*found) : QString(), contextOf(text.document.text, gold.span)});
}

std::vector<Measure> IncidentScore::measures() const
{
    Measures measures(FoundLayer::Incidents);
    measures.count(QStringLiteral("labelled"), EvaluationText::tr("labelled"), m_found.recall.of);
    measures.count(QStringLiteral("found"), EvaluationText::tr("found"), m_found.precision.of);
    measures.agreement({}, {}, m_found);
    measures.share(QStringLiteral("kindAccuracy"), EvaluationText::tr("kind right, six types, of all"), m_kind.share());
    if (m_subKind.of > 0)
        measures.share(QStringLiteral("subKindAccuracy"), EvaluationText::tr("sub-type right, of all"),
                       m_subKind.share());
    measures.share(QStringLiteral("placeAccuracy"), EvaluationText::tr("place right, of all"), m_place.share());
    measures.share(QStringLiteral("kindAndPlace"), EvaluationText::tr("kind and place right, of all"), m_whole.share());
    return measures.take();
}

} // namespace dateline
