#pragma once

#include "base/ids.h"
#include "domain/quote.h"

#include <bitset>
#include <optional>

namespace dateline
{

/// What a quote does for an incident.
enum class Stance : std::uint8_t { Reports, Confirms, Adds, Disputes, Denies };

/// What of an incident words can speak to.
enum class Question : std::uint8_t { What, Who, Where, When, Losses };
inline constexpr int questionCount = 5;
using Questions = std::bitset<questionCount>;

/// The tie between an incident and the words about it.
struct Claim
{
    ClaimId id{};
    IncidentId incident{};
    QuoteId quote{};
    Stance stance = Stance::Reports;
    Questions about{}; ///< What the words answer, as a person decided; none: as the words themselves tell.

    friend bool operator==(const Claim &, const Claim &) = default;
};

/// The stable English key: “reports”, “denies”.
[[nodiscard]] QString keyOf(Stance stance);
[[nodiscard]] std::optional<Stance> stanceFromKey(QStringView key);

/// The stable English key: “what”, “losses”.
[[nodiscard]] QString keyOf(Question question);
[[nodiscard]] std::optional<Question> questionFromKey(QStringView key);

} // namespace dateline
