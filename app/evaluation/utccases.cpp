#include "evaluation/readers.h"
#include "evaluation/spans.h"
#include "sources/writtentime.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dateline
{

namespace
{

constexpr auto heading = "published\tzone\tplace_zone\tsentence\twords\tbegin\tend\tprecision";

enum Column { Published, Zone, PlaceZone, Text, Words, Begin, End, Precision, ColumnCount };

} // namespace

bool looksLikeUtcCases(const CorpusFile &file)
{
    return file.bytes.startsWith(heading);
}

Result<Labelled> readUtcCases(const CorpusFile &file)
{
    Labelled texts;
    qsizetype number = 0;
    const QString content = textOf(file.bytes);
    for (const QString &line : content.split(u'\n')) {
        if (++number == 1 || line.isEmpty())
            continue;
        const QStringList cells = line.split(u'\t');
        if (cells.size() != ColumnCount)
            return malformed(file,
                             QCoreApplication::translate("Evaluation", "line %1 has not %2 columns")
                                 .arg(number)
                                 .arg(static_cast<int>(ColumnCount)));
        LabelledText text =
            labelledText(QStringLiteral("%1:%2").arg(QFileInfo(file.path).fileName()).arg(number), cells[Text]);
        const Result<WrittenTime> published = writtenTimeFrom(cells[Published], cells[Zone]);
        const auto begin = utcFromIso(cells[Begin]);
        const auto end = utcFromIso(cells[End]);
        const auto precision = timePrecisionFromKey(cells[Precision]);
        const TextSpan span = occurrence(text.document.text, cells[Words], 1);
        if (!published || !begin || !end || !precision || span.size() == 0)
            return malformed(file, QCoreApplication::translate("Evaluation", "line %1 is no case").arg(number));
        text.document.published = *published;
        text.placeZone = cells[PlaceZone];
        text.times.emplace();
        text.times->push_back({span, {}, TimeSpan{*begin, *end, *precision}});
        texts.push_back(std::move(text));
    }
    return texts;
}

} // namespace dateline
