#include "domain/arranging.h"

#include <QCoreApplication>

#include <algorithm>
#include <type_traits>

namespace dateline
{

namespace
{

template<typename T>
void appendNew(std::vector<T> &list, const std::vector<T> &more)
{
    for (const T &item : more) {
        if (!std::ranges::contains(list, item))
            list.push_back(item);
    }
}

void appendNew(QStringList &list, const QStringList &more)
{
    for (const QString &item : more) {
        if (!list.contains(item))
            list.append(item);
    }
}

QString partKey(const QString &key, std::size_t part)
{
    return key + u'/' + QString::number(part + 1);
}

// The first candidate of each name: the others of a name are other meanings of the same words.
std::vector<PlaceCandidate> placesByName(const Proposal &proposal)
{
    std::vector<PlaceCandidate> places;
    for (const PlaceCandidate &candidate : proposal.places) {
        if (!std::ranges::contains(places, candidate.where.place,
                                   [](const PlaceCandidate &place) { return place.where.place; }))
            places.push_back(candidate);
    }
    return places;
}

} // namespace

Proposal joined(const Proposal &first, const Proposal &second)
{
    Proposal both = first;
    const Incident &other = second.incident;
    Incident &incident = both.incident;
    if (!incident.when)
        incident.when = other.when;
    if (!incident.where)
        incident.where = other.where;
    appendNew(incident.losses, other.losses);
    appendNew(incident.actors, other.actors);
    appendNew(both.places, second.places);
    appendNew(both.reasons, second.reasons);
    // The same words twice would be one quote with two claims.
    for (const ProposedClaim &claim : second.claims) {
        const bool known = std::ranges::any_of(both.claims, [&claim](const ProposedClaim &of) {
            return of.quote.begin == claim.quote.begin && of.quote.end == claim.quote.end
                && of.quote.speaker == claim.quote.speaker;
        });
        if (!known)
            both.claims.push_back(claim);
    }
    both.certain = first.certain && second.certain;
    return both;
}

std::vector<Proposal> splitByClaims(const Proposal &proposal)
{
    if (proposal.claims.size() < 2)
        return {proposal};
    std::vector<Proposal> parts;
    for (std::size_t i = 0; i < proposal.claims.size(); ++i) {
        Proposal &part = parts.emplace_back(proposal);
        part.key = partKey(proposal.key, i);
        part.claims = {proposal.claims[i]};
        // On its own, what only added to another report is a report.
        if (part.claims.front().stance == Stance::Adds || part.claims.front().stance == Stance::Confirms)
            part.claims.front().stance = Stance::Reports;
        part.certain = false;
    }
    return parts;
}

std::vector<Proposal> splitByPlaces(const Proposal &proposal)
{
    const std::vector<PlaceCandidate> places = placesByName(proposal);
    if (places.size() < 2)
        return {proposal};
    std::vector<Proposal> parts;
    for (std::size_t i = 0; i < places.size(); ++i) {
        Proposal &part = parts.emplace_back(proposal);
        part.key = partKey(proposal.key, i);
        part.incident.where = places[i].where;
        part.certain = false;
        // Other meanings of that name stay to choose from, other names do not.
        std::erase_if(part.places, [&places, i](const PlaceCandidate &candidate) {
            return candidate.where.place != places[i].where.place;
        });
    }
    return parts;
}

int placesToSplit(const Proposal &proposal)
{
    return static_cast<int>(placesByName(proposal).size());
}

Change acceptIntoChange(DocumentId document, const Proposal &proposal, const Incident &known)
{
    Change change = acceptChange(document, proposal);
    change.label = QCoreApplication::translate("Change", "Add another source to “%1”").arg(known.title);
    std::erase_if(change.edits, [](const Edit &edit) { return std::holds_alternative<Incident>(edit); });
    for (Edit &edit : change.edits) {
        if (auto *claim = std::get_if<Claim>(&edit))
            claim->incident = known.id;
    }
    return change;
}

Change inOneStep(QString label, std::vector<Change> changes)
{
    Change all{std::move(label), {}};
    std::int64_t base = 0;
    for (Change &one : changes) {
        std::int64_t lowest = 0;
        // Each numbers its new rows from −1; in one step they must not share numbers.
        const auto apart = [base, &lowest](auto &id) {
            if (numberOf(id) >= 0)
                return;
            lowest = std::min(lowest, numberOf(id));
            id = std::remove_reference_t<decltype(id)>{numberOf(id) - base};
        };
        for (Edit &edit : one.edits) {
            if (auto *incident = std::get_if<Incident>(&edit))
                apart(incident->id);
            else if (auto *quote = std::get_if<Quote>(&edit))
                apart(quote->id);
            else if (auto *claim = std::get_if<Claim>(&edit)) {
                apart(claim->incident);
                apart(claim->quote);
            }
            all.edits.push_back(std::move(edit));
        }
        base -= lowest;
    }
    return all;
}

} // namespace dateline
