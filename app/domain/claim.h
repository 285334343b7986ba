#pragma once

#include "base/ids.h"
#include "domain/quote.h"

#include <optional>

namespace dateline
{

/// What a quote does for an incident.
enum class Stance : std::uint8_t { Reports, Confirms, Adds, Disputes, Denies };

/// The tie between an incident and the words about it.
struct Claim
{
    ClaimId id{};
    IncidentId incident{};
    QuoteId quote{};
    Stance stance = Stance::Reports;

    friend bool operator==(const Claim &, const Claim &) = default;
};

/// The stable English key: “reports”, “denies”.
[[nodiscard]] QString keyOf(Stance stance);
[[nodiscard]] std::optional<Stance> stanceFromKey(QStringView key);

} // namespace dateline
