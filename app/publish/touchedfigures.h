#pragma once

#include "casefile/case.h"
#include "domain/plannedchange.h"

#include <span>

namespace dateline
{

/// A saved figure that shows something of what changes.
struct TouchedFigure
{
    FigureId id{};
    QString name; ///< Its title, or its number.
    qint64 incidents = 0; ///< That it shows, as they are or as they become.
};

/// The saved figures of @p file that show any of @p changes, by what they filter, single out and cover.
///
/// What a filter asks of the case beyond the incident itself (sources, words, when it was known) counts as it is now, and
/// for a new incident as met. In any thread; as long as one look at all incidents for each figure.
[[nodiscard]] Result<std::vector<TouchedFigure>>
figuresTouchedBy(const Case &file, std::span<const PlannedChange> changes, const IncidentColumns &after);

/// “Figures that show some of this: “Border” (3 incidents), …”; empty for none.
[[nodiscard]] QString figuresText(std::span<const TouchedFigure> figures);

} // namespace dateline
