#pragma once

#include "evaluation/labels.h"

namespace dateline
{

/// What a corpus's word for a kind of event means in ACLED's terms; none if it means nothing there.
///
/// Takes the published terms (“Armed clash”, “Riots”), CASE 2021's codes for the 25 sub-kinds (“AIR_STRIKE”) and its
/// short codes for the six kinds (“BAT”).
[[nodiscard]] std::optional<LabelledKind> kindFromLabel(QStringView label);

/// What a PLOVER event with its mode means in ACLED's terms; none where no one kind is plainly meant.
[[nodiscard]] std::optional<Kind> kindFromPlover(QStringView event, QStringView mode);

} // namespace dateline
