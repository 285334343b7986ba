#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <string_view>

namespace dateline
{

/// The form of @p name by which names are compared: “Şuşa” as “susa”, “Step'anavan” as “stepanavan”.
///
/// NFKD without its marks, case folded; ə→e, ı→i, ł→l, ø→o, đ→d, æ→ae, œ→oe, ß→ss, և→եւ; apostrophes, modifier letters,
/// tatweel and invisible characters dropped; Arabic ي and ك as Persian ی and ک; dashes, slashes, full stops and white
/// space as one space; no space at the ends. Lookup keys in gazetteer.sqlite are made by this very function.
[[nodiscard]] QString normalised(QStringView name);

/// The same for UTF-8, fast where all is ASCII.
[[nodiscard]] QByteArray normalisedUtf8(std::string_view name);

/// True for characters that normalised() drops but that belong to a word: apostrophes, modifier letters, marks.
[[nodiscard]] bool isDroppedInWord(char32_t character);

} // namespace dateline
