#pragma once

#include "domain/claim.h"
#include "domain/incident.h"

#include <QString>

#include <vector>

namespace dateline
{

/// One place that a name may mean, best first in a list, with why.
struct PlaceCandidate
{
    Where where;
    QString kind; ///< The gazetteer's kind: “settlement”, “region”, “river” …
    double score = 0; ///< 0…1 among the candidates of one name.
    QString reason; ///< A short sentence for a person.

    friend bool operator==(const PlaceCandidate &, const PlaceCandidate &) = default;
};

/// Words that a proposal rests on; the quote's document and ids are set when it is accepted.
struct ProposedClaim
{
    Quote quote;
    Stance stance = Stance::Reports;

    friend bool operator==(const ProposedClaim &, const ProposedClaim &) = default;
};

/// An incident that the program read out of a document, waiting for a person's decision.
struct Proposal
{
    QString key; ///< The same for the same words, kind and place of a document, run after run.
    Incident incident; ///< With the best candidate as its place.
    std::vector<ProposedClaim> claims; ///< At least one; the first is the words that led to it.
    std::vector<PlaceCandidate> places; ///< Ranked; empty if the words name no place.
    QStringList reasons; ///< Why each part was taken: kind, time, place, speaker.
    bool certain = false; ///< Every part came from plain words and the place has one likely meaning.

    friend bool operator==(const Proposal &, const Proposal &) = default;
};

} // namespace dateline
