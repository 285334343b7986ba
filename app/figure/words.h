#pragma once

#include <QString>

#include <functional>

namespace dateline
{

/// Decides whether a text fits where it is to be printed; what fits must also fit when shorter.
using FitsTest = std::function<bool(const QString &)>;

/// @p words as far as they fit, never altered: what is left out is marked with “…”.
///
/// Cut at the end of a sentence, else of a clause, else of a word; what holds @p focus (such as a place's name) is
/// kept where it can be. Empty if not even one word fits.
[[nodiscard]] QString excerptOf(const QString &words, const QString &focus, const FitsTest &fits);

/// @p words between quotation marks: single ones if they hold double ones themselves.
[[nodiscard]] QString quoted(const QString &words);

/// The letter that stands for source number @p index (from 0): a, b … z, aa, ab …
[[nodiscard]] QString sourceLetter(int index);

} // namespace dateline
