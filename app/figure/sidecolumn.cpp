#include "figure/sidecolumn.h"

#include "figure/figuretext.h"
#include "figure/notes.h"
#include "figure/notestold.h"
#include "figure/publishable.h"
#include "figure/words.h"
#include "map/markpainter.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace dateline
{

namespace
{

constexpr double symbolSize = 20;

/// “± 10 km”, “± 2–10 km”: the radii of the circles shown; empty if there are none.
QString radiusText(const MapView &view)
{
    double least = 0;
    double most = 0;
    for (const NumberedMark &mark : view.marks) {
        for (const SceneIncident *shown : mark.incidents) {
            const std::optional<Where> &where = shown->incident.where;
            if (mark.mark.isArea || !where || where->radiusMetres <= 0)
                continue;
            least = least > 0 ? std::min(least, where->radiusMetres) : where->radiusMetres;
            most = std::max(most, where->radiusMetres);
        }
    }
    if (most <= 0)
        return {};
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const auto inKm = [&english](double metres) {
        return english.toString(metres / 1000, 'g', metres < 10'000 ? 2 : 3);
    };
    const QString low = inKm(least);
    const QString high = inKm(most);
    return FigureText::tr("± %1 km").arg(low == high ? low : low + QChar(0x2013) + high);
}

SectionRow row(const QString &text, const Theme &theme, std::function<void(QPainter &, QPointF)> symbol)
{
    return {{{text, sansFont(textSize), theme.ink}}, std::move(symbol)};
}

} // namespace

SectionRow edgeRow(const Theme &theme)
{
    return row(FigureText::tr("Edge of the area that the filter keeps"), theme,
               [&theme](QPainter &painter, QPointF at) {
                   QPainterPath edge(at - QPointF(13, 0));
                   edge.lineTo(at + QPointF(13, 0));
                   paintFilterEdge(painter, edge, theme);
               });
}

Section keySection(const MapView &view, const FigureContent &content, std::vector<SectionRow> more,
                   std::span<const FigureNote> notes, double width, const Theme &theme)
{
    std::vector<SectionRow> rows;
    std::set<Kind> kinds;
    std::set<Kind> circled;
    for (const NumberedMark &mark : view.marks) {
        if (!mark.mark.isArea)
            kinds.insert(mark.mark.kind);
    }
    for (const SceneArea &area : view.scene.areas) {
        if (area.circle)
            circled.insert(area.kind);
    }
    rows.reserve(kinds.size());
    for (const Kind kind : kinds) {
        rows.push_back(row(FigureText::tr("%1, place named").arg(termOf(kind)), theme,
                           [kind, &theme](QPainter &painter, QPointF at) {
                               paintMark(painter, at, kind, MarkState::Plain, {}, theme, symbolSize);
                           }));
    }
    if (!circled.empty()) {
        const Kind kind = *circled.begin();
        const QString radius = radiusText(view);
        const QString text = radius.isEmpty() ? FigureText::tr("How precisely the place is known")
                                              : FigureText::tr("How precisely the place is known (%1)").arg(radius);
        rows.push_back(row(text, theme, [kind, &theme](QPainter &painter, QPointF at) {
            SceneArea circle;
            circle.kind = kind;
            circle.circle = true;
            circle.path.addEllipse(at, symbolSize / 2, symbolSize / 2);
            paintArea(painter, circle, MarkState::Plain, theme);
        }));
    }
    const auto addArea = [&](const QString &text, bool isBlurred) {
        const auto mark = std::ranges::find_if(view.marks, [&](const NumberedMark &m) {
            return m.mark.isArea && std::ranges::any_of(m.mark.incidents, [&](IncidentId id) {
                       return content.blurred.contains(id) == isBlurred;
                   });
        });
        if (mark == view.marks.end())
            return;
        const Kind kind = mark->mark.kind;
        rows.push_back(row(text, theme, [kind, &theme](QPainter &painter, QPointF at) {
            SceneArea region;
            region.kind = kind;
            region.path.addRoundedRect(QRectF(at - QPointF(13, 9), QSizeF(26, 18)), 4, 4);
            paintArea(painter, region, MarkState::Plain, theme);
        }));
    };
    addArea(FigureText::tr("Report names only a region"), false);
    addArea(FigureText::tr("Place %1 on purpose").arg(blurText(content)), true);
    if (!view.edge.isEmpty())
        rows.push_back(edgeRow(theme));
    std::ranges::move(more, std::back_inserter(rows));
    std::ranges::move(noteRows(notes, theme), std::back_inserter(rows));
    QStringList counts{countSentence(view.scene.count), withheldSentence(content), handDrawnSentence(notes)};
    counts.removeAll(QString());
    rows.push_back({{{counts.join(u' '), sansFont(textSize), theme.mutedInk}}, {}});
    return {FigureText::tr("What the marks mean"), std::move(rows), FigureText::tr("and %1 more"), width, theme};
}

QStringList sourceLines(const std::vector<int> &sources, const FigureContent &content)
{
    QStringList lines;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const FigureSource &source = content.sources[static_cast<std::size_t>(sources[i])];
        lines.append(u'[' + sourceLetter(static_cast<int>(i)) + QStringLiteral("] ") + sourceText(source));
    }
    return lines;
}

Section sourceSection(const QStringList &lines, int others, double width, const Theme &theme)
{
    std::vector<SectionRow> rows;
    for (const QString &line : lines)
        rows.push_back({{{line, sansFont(textSize), theme.ink}}, {}});
    return {FigureText::tr("Sources"),
            std::move(rows),
            others > 0 ? FigureText::tr("and %1 more sources")
                       : FigureText::tr("and %1 more sources, listed in the file beside the image"),
            width,
            theme,
            others};
}

Section noteSection(const std::vector<CalloutText> &callouts, const std::vector<std::optional<CalloutPlace>> &places,
                    double width, const Theme &theme)
{
    std::vector<SectionRow> rows;
    for (std::size_t i = 0; i < callouts.size(); ++i) {
        if (places[i])
            continue;
        const CalloutText &text = callouts[i];
        std::vector<TextRun> runs{{QString::number(text.number) + QStringLiteral("  ") + text.place,
                                   sansFont(smallSize, QFont::DemiBold), theme.ink},
                                  {QStringLiteral(" · ") + text.time, sansFont(smallSize), theme.mutedInk}};
        if (!text.entries.empty())
            runs.push_back(
                {QStringLiteral(" [%1]").arg(text.entries.front().letter), sansFont(smallSize), theme.mutedInk});
        rows.push_back({std::move(runs), {}});
    }
    return {FigureText::tr("Also on the map"), std::move(rows),
            FigureText::tr("and %1 more, listed in the file beside the image"), width, theme};
}

Section wordsSection(const QString &heading, const std::vector<CalloutText> &incidents, int lines, double width,
                     const Theme &theme)
{
    std::vector<SectionRow> rows;
    QString side;
    for (const CalloutText &incident : incidents) {
        if (incident.side != side)
            rows.push_back({{{incident.side, sansFont(smallSize, QFont::DemiBold), theme.mutedInk}}, {}});
        side = incident.side;
        const QString number =
            incident.number > 0 ? QString::number(incident.number) + QStringLiteral("  ") : QString();
        std::vector<TextRun> runs{{number + incident.place, sansFont(smallSize, QFont::DemiBold), theme.ink},
                                  {QStringLiteral(" · ") + incident.time, sansFont(smallSize), theme.mutedInk}};
        if (!incident.entries.empty()) {
            const CalloutEntry &entry = incident.entries.front();
            const bool gainsays = entry.stance == Stance::Disputes || entry.stance == Stance::Denies;
            const QString by =
                (entry.by.isEmpty() ? QString() : u' ' + entry.by) + QStringLiteral(" [%1]").arg(entry.letter);
            if (entry.hidden != Hidden::No && lines > 1) {
                runs.push_back({u'\n' + hiddenText(entry.hidden) + by, sansFont(smallSize), theme.mutedInk});
                rows.push_back({std::move(runs), {}});
                continue;
            }
            const auto withExcerpt = [&](const QString &words) {
                std::vector<TextRun> all = runs;
                if (gainsays)
                    all.push_back({u'\n' + entry.lead + u' ', sansFont(smallSize, QFont::DemiBold), theme.ink});
                all.push_back(
                    {(gainsays ? QString() : QStringLiteral("\n")) + quoted(words), serifFont(smallSize), theme.ink});
                all.push_back({by, sansFont(smallSize), theme.mutedInk});
                return all;
            };
            const QString words = excerptOf(entry.words, {}, [&](const QString &part) {
                return TextBlock(withExcerpt(part), width).lines() <= lines;
            });
            if (lines > 1 && entry.sameAs == 0 && !words.isEmpty())
                runs = withExcerpt(words);
            else
                runs.push_back({(gainsays ? u' ' + entry.lead : QString()) + QStringLiteral(" [%1]").arg(entry.letter),
                                sansFont(smallSize), theme.mutedInk});
        }
        rows.push_back({std::move(runs), {}});
    }
    return {heading, std::move(rows), FigureText::tr("and %1 more, listed in the file beside the image"), width, theme};
}

} // namespace dateline
