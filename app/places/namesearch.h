#pragma once

#include "domain/quote.h"
#include "places/placefile.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace dateline
{

/// A name of the gazetteer in a text, with what stands around it.
struct NameInText
{
    TextSpan span{};
    std::vector<NameRow> names{}; ///< What has that name; at least one.
    QString key{}; ///< Its normal form.
    QString keyBefore{}; ///< The word before as a normal form; empty if it is another name or there is none.
    QString keyAfter{}; ///< The word after as a normal form; empty if something parts it from the name.
    bool capitalBefore = false; ///< The word before is capitalised inside a sentence: “Benedict Arnold”.
    bool capitalAfter = false; ///< The word after is capitalised: “Boston Globe”.

    [[nodiscard]] bool isOneWord() const { return !key.contains(u' '); }
};

/// All names in @p text: longest match, in order, not overlapping; words that are hardly ever places are left out.
[[nodiscard]] std::vector<NameInText> namesIn(const PlaceFile &file, QStringView text);

/// True if @p text reads like English, by its articles.
[[nodiscard]] bool isEnglish(QStringView text);

} // namespace dateline
