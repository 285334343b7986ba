#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace dateline
{

/// A news agency that a text names as where it has its story from.
struct Attribution
{
    enum class Strength : std::uint8_t {
        Mention, ///< In the running text, for what one sentence says: “…, Reuters reported”.
        Credit, ///< For the whole: a dateline, a byline or a line of credit.
    };

    QString agency; ///< What it is commonly called: “AFP”.
    Strength strength = Strength::Mention;
    QString words; ///< The words that say so, at most 60 UTF-16 units.

    friend bool operator==(const Attribution &, const Attribution &) = default;
};

/// The agencies that @p text names as its sources, each once with its strongest attribution, in order of the text.
[[nodiscard]] std::vector<Attribution> attributionsIn(QStringView text);

/// The agency that @p byline credits, such as “AFP” for “Jane Doe, Agence France-Presse”; none if it names none.
[[nodiscard]] std::optional<Attribution> creditIn(QStringView byline);

/// The agency that @p publisher is, such as “AP” for “The Associated Press”; empty if it is none.
[[nodiscard]] QString agencyNamed(QStringView publisher);

} // namespace dateline
