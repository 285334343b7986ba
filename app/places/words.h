#pragma once

#include "domain/quote.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace dateline
{

/// A word of a text, with what comes before it.
struct Word
{
    TextSpan span; ///< Without a possessive “’s” at its end.
    bool joined =
        false; ///< Only a space, a line break, a dash or an abbreviation's full stop parts it from the word before.
    bool startsSentence = false;
};

/// The first word of @p text at or after @p from; none if there is none.
///
/// A word is a run of letters and digits with the marks and apostrophes inside it.
[[nodiscard]] std::optional<Word> nextWord(QStringView text, qsizetype from);

/// True if the word could begin a name: in scripts that have capitals it begins with one.
[[nodiscard]] bool couldBeginName(QStringView word);

} // namespace dateline
