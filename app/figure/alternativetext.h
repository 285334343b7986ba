#pragma once

#include "figure/captions.h"

namespace dateline
{

/// The figure in words, for those who do not see it: how many incidents, where, when and by whom they are reported, and
/// what is left out.
///
/// Up to twelve incidents are told one by one; of more, which nobody would listen to, the most common places, kinds and
/// sources.
[[nodiscard]] QString alternativeTextFor(const QString &title, std::span<const NumberedMark> marks,
                                         const FigureContent &content, const IncidentFilter &filter,
                                         const SceneCount &count);

} // namespace dateline
