#pragma once

#include "reading/propose.h"

#include <QString>

#include <vector>

namespace dateline
{

/// What is told apart in a text, each by a line and a colour of its own.
enum class Found : std::uint8_t { Place, Time, Quote, Speaker, Loss, Event };
inline constexpr int foundCount = 6;

/// Words of a document that the program understood, and as what.
struct FoundWords
{
    TextSpan span;
    Found found = Found::Place;
    QString reason; ///< “Goris: the only place of that name”.
    QString speaker{}; ///< Whose words a Quote is; empty if nobody is named.
};

/// All that @p reading found in @p document, in order of the text, longer spans first.
[[nodiscard]] std::vector<FoundWords> findingsFrom(const Reading &reading, const Document &document);

[[nodiscard]] QString foundName(Found found); ///< “Places”.

} // namespace dateline
