#pragma once

#include "domain/quote.h"

#include <span>
#include <vector>

namespace dateline
{

/// Letters to look for, of which those in words count and the others are their neighbours.
struct Piece
{
    std::span<const char16_t> units;
    TextSpan words; ///< In units.
};

/// A place where a Piece stands more or less.
struct Alignment
{
    TextSpan words; ///< Of the text searched; empty if none of the piece's words is left.
    double wordLikeness = 0; ///< One less the share of letters to edit.
    double neighbourLikeness = 0; ///< The same for the neighbours; 0 if there are none.
};

/// The places in @p text where @p piece may stand, likeliest first, at most six.
///
/// They are found by the stretches of a few letters that text and piece share: one pass over the text.
/// @param expected where the piece's first unit stood; decides between equals.
[[nodiscard]] std::vector<TextSpan> likelyPlaces(const Piece &piece, std::span<const char16_t> text,
                                                 qsizetype expected);

/// Where @p piece stands in @p place of @p text with the fewest edits; time and memory grow with the product of the
/// two lengths.
[[nodiscard]] Alignment aligned(const Piece &piece, std::span<const char16_t> text, TextSpan place);

/// How many letters of @p a to change, remove or add to get @p b, or a close guess for very long ones.
[[nodiscard]] qsizetype editsBetween(std::span<const char16_t> a, std::span<const char16_t> b);

} // namespace dateline
