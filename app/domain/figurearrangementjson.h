#pragma once

#include "domain/figurearrangement.h"

#include <QJsonObject>

namespace dateline
{

/// “head”, “map”, “key”, “notes”, “sources”, “offMap”, “locator”, “foot”.
[[nodiscard]] QString keyOf(FigurePart part);

/// @p box moved and cut so that it lies on the page and is not too small to see.
[[nodiscard]] QRectF onPage(const QRectF &box);

/// @p arrangement; empty where nothing is set.
[[nodiscard]] QJsonObject objectFrom(const FigureArrangement &arrangement);

/// What objectFrom() made; what is not understood is left out, and what lies beyond the page is brought back to it.
[[nodiscard]] FigureArrangement figureArrangementFrom(const QJsonObject &object);

} // namespace dateline
