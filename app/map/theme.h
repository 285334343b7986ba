#pragma once

#include "domain/kind.h"

#include <QColor>
#include <QString>

namespace dateline
{

/// Every colour and size of the window, the map and the figure, in one place.
struct Theme
{
    bool dark = false;

    QColor page; ///< Behind everything.
    QColor panel; ///< Cards and fields.
    QColor ink; ///< Text.
    QColor mutedInk; ///< Second-rank text; still 4.5 : 1 on page and panel.
    QColor hairline;
    QColor accent; ///< What can be done.
    QColor onAccent;
    QColor selection; ///< Behind the selected row.
    QColor good; ///< “matches exactly”.
    QColor warning;
    QColor quoteMark; ///< Behind quoted words in the reader.

    QColor land;
    QColor water;
    QColor waterLine;
    QColor coast;
    QColor countryBorder;
    QColor provinceBorder;
    QColor disputedBorder;
    QColor placeInk;
    QColor placeHalo;
};

[[nodiscard]] const Theme &lightTheme();
[[nodiscard]] const Theme &darkTheme();

inline constexpr auto interfaceFamily = "Noto Sans";
inline constexpr auto quoteFamily = "Noto Serif";

/// The colour of a kind (after Okabe and Ito), the same in window, map and figure.
[[nodiscard]] QColor colourOf(Kind kind, const Theme &theme);

} // namespace dateline
