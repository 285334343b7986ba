#pragma once

#include "geo/controlpoints.h"

namespace dateline
{

/// Whether the control points of a scanned map place it, and how well they agree.
struct ScanJudgement
{
    std::optional<ScanFit> fit;
    QString problem; ///< Why there is none, in a sentence.
    /// By the fit, and where the others alone put each point.
    std::vector<std::optional<PointError>> errors;
    std::vector<std::optional<PointError>> alone;
    /// The point without which the others agree much better.
    std::optional<std::size_t> doubtful;
};

/// It takes as many fits as there are points: not for the window's thread.
[[nodiscard]] ScanJudgement judgementOf(const ScanPlacing &placing);

/// “35 m · 4.2 px”.
[[nodiscard]] QString scanErrorText(const PointError &error);

/// In a sentence or two: “On average 35 m (4.2 px) off … Point 4 lies 310 m from where the others put it: check it”.
[[nodiscard]] QString verdictOn(const ScanPlacing &placing, const ScanJudgement &judgement);

/// “Affine (needs 3 points: 1 more)”, with what is missing if @p enabled points do not suffice.
[[nodiscard]] QString scanChoiceText(ScanTransformation transformation, int enabled);

} // namespace dateline
