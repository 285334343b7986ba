#pragma once

#include "figure/figure.h"

#include <map>
#include <vector>

namespace dateline
{

/// The sources that the incidents shown rest on, as indices into FigureContent::sources: first those that the figure
/// lists, then the others in the order of their words. The letter of each is that of its place.
[[nodiscard]] std::vector<int> letteredSources(const FigureSpec &spec, const FigureContent &content,
                                               const FigureReport &report);

/// The incidents that the filter of @p spec shows: those on the map by their numbers, then the others.
[[nodiscard]] std::vector<const SceneIncident *> shownIncidents(const FigureSpec &spec, const FigureContent &content,
                                                                const FigureReport &report);

/// The place of @p incident with its province and country, and whether it is blurred on purpose.
[[nodiscard]] QString whereText(const Incident &incident, const FigureContent &content);

/// Who says @p words: whom they name, else who published them; empty if neither is known.
[[nodiscard]] QString reporterOf(const FigureWords &words, const FigureContent &content);

/// The words of each incident, the first to be printed first.
using WordsByIncident = std::map<IncidentId, std::vector<const FigureWords *>>;
[[nodiscard]] WordsByIncident wordsByIncident(const FigureContent &content);

} // namespace dateline
