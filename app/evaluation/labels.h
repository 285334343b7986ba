#pragma once

#include "base/lonlat.h"
#include "base/time.h"
#include "domain/document.h"
#include "domain/kind.h"
#include "domain/quote.h"

#include <QString>

#include <optional>
#include <vector>

namespace dateline
{

// What people found in a text, to compare with what the program finds. Spans are in UTF-16 units of the text.

struct LabelledPlace
{
    TextSpan span;
    std::optional<LonLat> at = {}; ///< None if the corpus gives no position.
    bool counted = true; ///< False for demonyms: neither finding nor missing one counts.
    bool country = false; ///< Different gazetteers put its one point far apart.
};

struct LabelledTime
{
    TextSpan span;
    QString value = {}; ///< As TIMEX writes it; empty if the corpus gives none.
    std::optional<TimeSpan> utc = {};
};

/// Words that are somebody's, without the quotation marks around them.
struct LabelledQuote
{
    TextSpan span;
    QString speaker = {}; ///< Empty if the corpus names none.
    bool direct = true;
};

struct LabelledIncident
{
    TextSpan span; ///< Words that tell of it.
    Kind kind = Kind::Battles;
    std::optional<SubKind> subKind = {};
    QString place = {}; ///< Its place as the text names it; empty if it names none.
    std::optional<LonLat> at = {};
};

/// What a whole text, such as a headline or a sentence, reports.
struct LabelledKind
{
    Kind kind = Kind::Battles;
    std::optional<SubKind> subKind = {};
};

/// A text with its labels; a layer that the corpus does not label is none.
struct LabelledText
{
    QString name;
    Document document; ///< Its text, and when it was published.
    QString placeZone = {}; ///< The zone of the place that the text is about, if its times need that.
    std::optional<std::vector<LabelledPlace>> places = {};
    std::optional<std::vector<LabelledTime>> times = {};
    std::optional<std::vector<LabelledQuote>> quotes = {};
    std::optional<std::vector<LabelledIncident>> incidents = {};
    std::optional<LabelledKind> kind = {};
    qsizetype misfits = 0; ///< Labels left out because their words do not stand where they say.
};

} // namespace dateline
