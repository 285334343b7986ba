#pragma once

#include "domain/figurenote.h"
#include "domain/kind.h"

#include <QColor>
#include <QFont>
#include <QString>

namespace dateline
{

/// Every colour and size of the window, the map and the figure, in one place.
struct Theme
{
    bool dark = false;
    bool grey = false; ///< For print without colours: shapes alone tell kinds apart.

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
    QColor area; ///< Outline of an area that a report names instead of a point.
    QColor areaInk; ///< Its name; 4.5 : 1 on land.
};

[[nodiscard]] const Theme &lightTheme();
[[nodiscard]] const Theme &darkTheme();
[[nodiscard]] const Theme &greyTheme(); ///< The light one without its hues; each colour as light as it was.

inline constexpr auto interfaceFamily = "Noto Sans";
inline constexpr auto quoteFamily = "Noto Serif";

/// The interface's type at @p sizePx; the same letters are measured and drawn with it.
[[nodiscard]] QFont interfaceFont(int sizePx, bool bold = false);

/// How well @p a stands out on @p b: the contrast ratio of WCAG 2, 1…21; both opaque.
[[nodiscard]] double contrast(QColor a, QColor b);

/// The colour of class @p index of @p count, from few to many: paler to stronger, unlike any kind's.
[[nodiscard]] QColor classColour(std::size_t index, std::size_t count, const Theme &theme);

/// The colour of a kind (after Okabe and Ito), the same in window, map and figure.
[[nodiscard]] QColor colourOf(Kind kind, const Theme &theme);

/// A colour of notes drawn by hand: all but yellow are read on the land of @p theme, 4.5 : 1.
[[nodiscard]] QColor colourOf(NoteColour colour, const Theme &theme);

} // namespace dateline
