#pragma once

#include "domain/quote.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace dateline
{

/// What of a text is compared with its labels.
enum class FoundLayer : std::uint8_t { Places, Times, Quotes, Kinds, Incidents };
inline constexpr std::array layers{FoundLayer::Places, FoundLayer::Times, FoundLayer::Quotes, FoundLayer::Kinds,
                                   FoundLayer::Incidents};

/// The stable English key: “places”.
[[nodiscard]] QString keyOf(FoundLayer layer);
[[nodiscard]] std::optional<FoundLayer> layerFromKey(QStringView key);

/// One way in which what was found differs from what is labelled.
struct Miss
{
    FoundLayer layer = FoundLayer::Places;
    QString what; ///< “missed”, “not labelled”, “span”, “value”, “far”, “speaker”, “kind” …
    QString text; ///< The name of the text.
    QString gold; ///< As labelled; empty if nothing is.
    QString found; ///< As found; empty if nothing was.
    QString context; ///< The words around it on one line, itself in brackets.
};

/// The words of @p text around @p span on one line, with @p span in brackets.
[[nodiscard]] QString contextOf(QStringView text, TextSpan span);

/// The words at @p span on one line.
[[nodiscard]] QString wordsAt(QStringView text, TextSpan span);

} // namespace dateline
