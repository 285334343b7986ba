#pragma once

#include "places/placelookup.h"
#include "places/textwords.h"

#include <vector>

namespace dateline
{

/// A name in a text that may mean a place.
struct NameInText
{
    TextSpan span{};
    qsizetype first = 0; ///< Its words.
    qsizetype last = 0;
    QString key{}; ///< Its normal form.
    std::vector<NameRow>
        names{}; ///< What the gazetteer has by that name; empty if only the words say that it is a place.
    QString kind{}; ///< For a name that the gazetteer lacks: the kind that the words tell.
    qsizetype inside = -1; ///< The first word of the name of what it lies in: “Bulacan”; −1 if none is told.
    bool part = false; ///< A part of what names calls: “Northern Europe”.
    bool weak = false; ///< Only “in” or the like says that it is a place.
    bool abbreviated = false; ///< “Va.”, “U.S.”
    bool inflected = false; ///< With a case ending or a prefix, which the gazetteer's name lacks.

    [[nodiscard]] bool isOneWord() const { return last - first == 1; }
    [[nodiscard]] bool isUnseen() const { return names.empty(); }
};

/// All names in a text: longest match, in order, not overlapping; words that are hardly ever places are left out.
[[nodiscard]] std::vector<NameInText> namesIn(TextWords &words, PlaceLookup &lookup);

/// True if @p text reads like English, by its articles.
[[nodiscard]] bool isEnglish(QStringView text);

} // namespace dateline
