#include "figure/warnings.h"

#include "figure/captions.h"
#include "figure/figuretext.h"
#include "figure/notewarnings.h"

#include <algorithm>
#include <iterator>

namespace dateline
{

namespace
{

/// What a person has moved over something else.
QStringList coverings(const FigureSpec &spec, const FigureReport &report)
{
    QStringList warnings;
    const auto isPlaced = [&spec](FigurePart part) { return spec.arrangement.parts.contains(part); };
    QStringList covered;
    for (std::size_t i = 0; i < report.marks.size(); ++i) {
        const QRectF &mark = report.marks[i];
        const bool byCallout = std::ranges::any_of(
            report.callouts, [&](const FigureReport::Callout &callout) { return callout.box.intersects(mark); });
        const bool byPart = std::ranges::any_of(report.parts, [&](const auto &part) {
            return part.first != FigurePart::Map && isPlaced(part.first) && part.second.intersects(mark);
        });
        if (byCallout || byPart)
            covered.append(QString::number(i + 1));
    }
    if (!covered.isEmpty())
        warnings.append(
            (covered.size() == 1 ? FigureText::tr("Mark %1 is covered.") : FigureText::tr("Marks %1 are covered."))
                .arg(joined(covered)));
    for (std::size_t i = 0; i < report.callouts.size(); ++i) {
        for (std::size_t j = i + 1; j < report.callouts.size(); ++j) {
            if (report.callouts[i].box.intersects(report.callouts[j].box))
                warnings.append(FigureText::tr("The callouts %1 and %2 cover each other.")
                                    .arg(report.callouts[i].number)
                                    .arg(report.callouts[j].number));
        }
    }
    for (auto a = report.parts.begin(); a != report.parts.end(); ++a) {
        for (auto b = std::next(a); b != report.parts.end(); ++b) {
            // On the map is where parts may stand.
            const bool withMap = a->first == FigurePart::Map || b->first == FigurePart::Map;
            if (!withMap && (isPlaced(a->first) || isPlaced(b->first)) && a->second.intersects(b->second))
                warnings.append(
                    FigureText::tr("“%1” and “%2” cover each other.").arg(nameOf(a->first), nameOf(b->first)));
        }
    }
    return warnings;
}

} // namespace

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
    const auto asked = std::ranges::count_if(spec.arrangement.callouts, [&report](const PlacedCallout &callout) {
        return callout.asNote && report.numbers.contains(callout.incident);
    });
    const auto noted =
        static_cast<qsizetype>(report.marks.size()) - static_cast<qsizetype>(report.callouts.size()) - asked;
    if (noted > 0)
        warnings.append(counted(FigureText::tr("1 mark found no room for a callout: it is a note beside the map."),
                                FigureText::tr("%1 marks found no room for callouts: they are notes beside the map."),
                                noted));
    if (!report.cut.empty()) {
        QStringList parts;
        for (const FigurePart part : report.cut)
            parts.append(nameOf(part));
        warnings.append(
            FigureText::tr("The page is too small to tell all of: %1.").arg(parts.join(QStringLiteral(", "))));
    }
    warnings += coverings(spec, report);
    warnings += noteWarnings(spec, content, report);
    for (const FigureLayer &layer : content.layers) {
        if (!layer.problem.isEmpty())
            warnings.append(FigureText::tr("The layer “%1” is not drawn: %2.").arg(layer.title, layer.problem));
    }
    if (report.count.shown == 0)
        warnings.append(FigureText::tr("The map shows no incident."));
    if (spec.credit.isEmpty())
        warnings.append(FigureText::tr("No credit is given: readers cannot tell who made the map."));
    return warnings;
}

} // namespace dateline
