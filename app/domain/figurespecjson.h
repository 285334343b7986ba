#pragma once

#include "domain/figurespec.h"

#include <QJsonObject>

namespace dateline
{

/// “automatic”, “each”, “squares”; none for other words.
[[nodiscard]] QString keyOf(FigureMarks marks);
[[nodiscard]] std::optional<FigureMarks> figureMarksFromKey(const QString &key);

/// “light”, “dark”, “grey”; none for other words.
[[nodiscard]] QString keyOf(FigureColours colours);
[[nodiscard]] std::optional<FigureColours> figureColoursFromKey(const QString &key);

/// “incident”, “day”, “week”, “kind”, “province”, “party”, “speaker”, “split”, “known”; none for other words.
[[nodiscard]] QString keyOf(GroupBy by);
[[nodiscard]] std::optional<GroupBy> groupByFromKey(const QString &key);

/// All of @p spec but its id; texts that are not given are left out or empty.
[[nodiscard]] QJsonObject objectFrom(const FigureSpec &spec);

/// The spec that objectFrom() made; what is missing or not understood is as by default, and numbers beyond their limits
/// are brought back to them.
[[nodiscard]] FigureSpec figureSpecFrom(const QJsonObject &object);

} // namespace dateline
