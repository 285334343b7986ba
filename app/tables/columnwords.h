#pragma once

#include "tables/mapping.h"

#include <QStringView>

#include <optional>

namespace dateline
{

/// How well the name of a column goes with a role: 100 if that is what it says, 60 if it is among its words, else 0.
///
/// Knows the field's usual words in English, Russian, Ukrainian, Armenian, Azerbaijani, Arabic, French, German, Spanish
/// and Turkish, whatever their case and accents.
[[nodiscard]] int nameScore(QStringView name, Role role);

/// The kind that a word in such a language stands for, by its stem: “shelling”, “обстрел”; none if it is not known.
[[nodiscard]] std::optional<MappedKind> kindOfWord(const QString &word);

} // namespace dateline
