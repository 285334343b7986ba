#include "figure/warnings.h"

#include "figure/captions.h"
#include "figure/figuretext.h"

#include <algorithm>

namespace dateline
{

QStringList warningsFor(const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
{
    const auto counted = [](const QString &one, const QString &many, qsizetype count) {
        return count == 1 ? one : many.arg(countText(count));
    };
    QStringList warnings;
    const auto sensitive = std::ranges::count_if(content.incidents, [&](const SceneIncident &row) {
        return row.incident.sensitive && row.incident.where && isShown(row, spec.filter);
    });
    if (sensitive > 0)
        warnings.append(counted(FigureText::tr("1 sensitive place is shown as it is."),
                                FigureText::tr("%1 sensitive places are shown as they are."), sensitive));
    const auto isGraphic = [&content](const FigureWords &words) {
        const bool byIncident = std::ranges::any_of(content.incidents, [&](const SceneIncident &row) {
            return row.incident.id == words.incident && row.incident.graphic;
        });
        return words.hidden == Hidden::No && !words.words.isEmpty()
            && (byIncident || content.sources[static_cast<std::size_t>(words.source)].graphic);
    };
    if (const auto graphic = std::ranges::count_if(content.words, isGraphic); graphic > 0)
        warnings.append(counted(FigureText::tr("The words of 1 graphic quote are printed."),
                                FigureText::tr("The words of %1 graphic quotes are printed."), graphic));
    if (const int lone = report.count.oneSource; lone > 0)
        warnings.append(counted(FigureText::tr("1 incident shown rests on one source only."),
                                FigureText::tr("%1 incidents shown rest on one source only."), lone));
    const auto noted = static_cast<qsizetype>(report.marks.size()) - static_cast<qsizetype>(report.callouts.size());
    if (noted > 0)
        warnings.append(counted(FigureText::tr("1 mark found no room for a callout: it is a note beside the map."),
                                FigureText::tr("%1 marks found no room for callouts: they are notes beside the map."),
                                noted));
    if (report.count.shown == 0)
        warnings.append(FigureText::tr("The map shows no incident."));
    if (spec.credit.isEmpty())
        warnings.append(FigureText::tr("No credit is given: readers cannot tell who made the map."));
    return warnings;
}

} // namespace dateline
