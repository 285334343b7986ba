#pragma once

#include <QJsonObject>
#include <QString>

namespace dateline
{

// What parts of a sidecar say, for sentences about what has changed.

/// “Shelling towards Goris” (number 3).
[[nodiscard]] QString incidentText(const QJsonObject &incident);
[[nodiscard]] QString wordsText(const QJsonValue &quote);
[[nodiscard]] QString timeText(const QJsonValue &when);
[[nodiscard]] QString placeText(const QJsonValue &where);

/// How far the places @p a and @p b lie apart; empty if they do not.
[[nodiscard]] QString distanceText(const QJsonValue &a, const QJsonValue &b);

} // namespace dateline
