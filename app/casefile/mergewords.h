#pragma once

#include "casefile/merge.h"

namespace dateline
{

/// “an incident’s time”: what @p conflict is about, for a person; the row's own name is in the conflict.
[[nodiscard]] QString subjectText(const MergeConflict &conflict);

/// What @p side says, in words: “12 Sep 2022, 20:05 UTC”; “nothing” for an empty field.
[[nodiscard]] QString sideText(const MergeConflict &conflict, const MergeSide &side);

/// What both began with, in words; empty if that is not known.
[[nodiscard]] QString baseText(const MergeConflict &conflict);

/// “anna, 24 Nov 2026, 14:03 UTC”; empty if it is not known.
[[nodiscard]] QString authorText(const MergeSide &side);

/// “incidents: 3 added, 1 changed”.
[[nodiscard]] QString countText(const MergeCount &count);

/// “12 steps by anna, boris”.
[[nodiscard]] QString stepsText(const MergePlan &plan);

} // namespace dateline
