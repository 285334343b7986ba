#pragma once

#include "base/ids.h"
#include "domain/filter.h"

#include <QString>

#include <optional>

namespace dateline
{

/// All that is needed to draw a figure of a case again.
struct FigureSpec
{
    FigureId id{};
    QString title; ///< Empty: made from what is shown.
    QString subtitle; ///< Empty: made from what is shown.
    QString credit; ///< Who made it; may be empty.
    int widthPx = 1600; ///< Of the page at 96 dots an inch; 400…10,000.
    int heightPx = 1000;
    int dpi = 192; ///< Of the exported image; 72…600. SVG and PDF keep their size.
    std::optional<LonLatBox> box; ///< None: fits what is shown.
    IncidentFilter filter;
    bool dark = false;
    double blurMetres =
        10'000; ///< How far the places of sensitive incidents may be from what is drawn; 0: as they are.
    bool graphicWords = false; ///< Whether the words of graphic incidents and documents are printed.

    friend bool operator==(const FigureSpec &, const FigureSpec &) = default;
};

} // namespace dateline
