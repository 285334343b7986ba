#pragma once

#include "domain/overlaystyle.h"

#include <QVariantMap>

namespace dateline
{

/// The values of @p style that a person sets, by name: “opacity”, “brightness”, “colour” (“#rrggbb”), “contours” …
[[nodiscard]] QVariantMap layerValuesOf(const OverlayStyle &style);

/// Sets the one called @p name; a name that is unknown and a text that is no number or colour change nothing.
void setLayerValue(OverlayStyle &style, const QString &name, const QVariant &value);

/// The names of the ways that areas are filled, as “fill” counts them, and of the marks that “mark” counts.
[[nodiscard]] QStringList layerFillNames();
[[nodiscard]] QStringList layerMarkNames();

} // namespace dateline
