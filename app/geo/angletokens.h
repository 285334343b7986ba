#pragma once

#include <QStringView>

#include <optional>
#include <vector>

namespace dateline
{

/// A piece of a text that gives angles.
struct AngleToken
{
    enum class Kind {
        Number,
        Degree,
        Minute,
        Second,
        Joint, ///< A colon or hyphen between the parts of one angle.
        Sign,
        Letter, ///< N, S, E or W.
        Axis, ///< The word latitude, as N, or longitude, as E.
        Separator,
    };

    Kind kind;
    double value = 0; ///< Of a number, and −1 for a minus.
    int wholeDigits = 0; ///< Of a number.
    int decimals = 0; ///< Of a number.
    char letter = 0;
};

/// How a comma between two digits is taken.
enum class CommaMeaning { Decimal, Separator };

/// The pieces of @p text; none if something else is in it.
[[nodiscard]] std::optional<std::vector<AngleToken>> angleTokens(QStringView text, CommaMeaning comma);

/// Whether a comma between two digits is in @p text.
[[nodiscard]] bool hasTightComma(QStringView text);

} // namespace dateline
