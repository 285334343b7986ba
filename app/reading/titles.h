#pragma once

#include "reading/kinds.h"
#include "reading/locations.h"
#include "reading/losses.h"

#include <QString>

namespace dateline
{

/// A short plain title: “Shelling towards Goris”, “Ceasefire reported broken”. @p place may be empty.
[[nodiscard]] QString titleFrom(const EventWords &event, const Tokens &tokens, const QString &place,
                                LocationWords::Relation relation);

/// “49 Armenian service personnel reported killed”; @p place may be empty.
[[nodiscard]] QString titleFrom(const Loss &loss, const QString &place);

} // namespace dateline
