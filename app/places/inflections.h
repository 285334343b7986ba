#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace dateline
{

/// True if @p text reads like Turkish or Azerbaijani, by letters that English and its neighbours lack.
[[nodiscard]] bool isTurkic(QStringView text);

/// The forms in which a dictionary may have the word with the normal form @p key, likeliest first, without @p key itself.
///
/// Takes off case endings in Cyrillic (Russian, Ukrainian) and Armenian, and in Latin letters if @p turkic; prefixes such
/// as “in” and “the” in Arabic and Hebrew. Never anything in other Latin text, so English stays as it is.
[[nodiscard]] QStringList dictionaryForms(const QString &key, bool turkic);

} // namespace dateline
