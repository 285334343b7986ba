#pragma once

#include "figure/figure.h"

#include <QString>

#include <vector>

namespace dateline
{

struct FigureGroup
{
    QString name; ///< “13 September 2022”; what to call the incidents of it.
    std::vector<IncidentId> incidents; ///< Ascending.
    bool isUnknown = false; ///< That which would tell their group is not stated.
    // Of those, what a speaker gainsays; ascending, and empty for other groups.
    std::vector<IncidentId> disputed;
    std::vector<IncidentId> denied;

    /// How many incidents its speaker does not gainsay.
    [[nodiscard]] std::size_t reported() const { return incidents.size() - disputed.size() - denied.size(); }
};

/// What @p content shows with @p spec in groups: those by time in its order, the others by name, and those of which it
/// is not known last. Days and weeks, which begin on Monday, are those in which incidents begin where they are.
///
/// Instants make groups even where nothing is in them, and none without instants. Of squares, groups hold all that the table shows.
[[nodiscard]] std::vector<FigureGroup> groupsOf(const FigureContent &content, const FigureSpec &spec, GroupBy by);

/// Those of @p groups that a map can show anything of, and those of instants, of which an empty map tells something
/// too; all if that leaves none.
[[nodiscard]] std::vector<FigureGroup> mappedOf(const std::vector<FigureGroup> &groups, const FigureContent &content,
                                                GroupBy by);

/// What a map of squares counts of @p group: not what its speaker gainsays.
[[nodiscard]] std::vector<IncidentId> countedOf(const FigureGroup &group);

} // namespace dateline
