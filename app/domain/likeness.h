#pragma once

#include "domain/origins.h"

namespace dateline
{

/// A document with what its attributions and publisher say, made ready once for many comparisons.
struct Candidate
{
    explicit Candidate(const Sourced &sourced);

    const Sourced *document;
    QString ownAgency; ///< The agency that published it; empty if its publisher is none.
    std::vector<Attribution> agencies; ///< Those that it credits or mentions, its publisher among them.
};

/// That one document repeats another, and why.
struct Repetition
{
    OriginMember member; ///< Document and article are left open.
    Likeness likeness;
};

/// Whether and why @p later repeats @p earlier by the rule of originsOf().
[[nodiscard]] std::optional<Repetition> repetitionOf(const Candidate &later, const Candidate &earlier);

} // namespace dateline
