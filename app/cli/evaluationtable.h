#pragma once

#include "evaluation/evaluate.h"

#include <QJsonObject>

#include <span>

namespace dateline
{

/// Measures as lines, corpora as columns, aligned for a terminal.
[[nodiscard]] QString tableOf(std::span<const Evaluation> evaluations);

/// The same figures; a layer's measures by their keys.
[[nodiscard]] QJsonObject jsonOf(const Evaluation &evaluation);

[[nodiscard]] QJsonObject jsonOf(const Miss &miss);

/// A miss on one line, its fields parted by tabulators: layer, what, corpus, text, labelled, found, context.
[[nodiscard]] QString lineOf(const Miss &miss, const QString &corpus);

} // namespace dateline
