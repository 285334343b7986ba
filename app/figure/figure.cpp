#include "figure/figure.h"

#include "figure/alternativetext.h"
#include "figure/figuretext.h"
#include "figure/locator.h"
#include "figure/notes.h"
#include "figure/notestold.h"
#include "figure/pagelayout.h"
#include "figure/panels.h"
#include "figure/publishable.h"
#include "figure/sidecolumn.h"
#include "figure/sideparts.h"
#include "figure/warnings.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

namespace dateline
{

namespace
{

constexpr double subtitleGap = 2; ///< Between title and subtitle.

TextBlock titleBlock(const QString &title, double width, const Theme &theme)
{
    // A long title gets smaller before it gets longer.
    for (const int size : {titleSize, 26, 22}) {
        TextBlock block({{title, sansFont(size, QFont::Bold), theme.ink}}, width);
        if (block.lines() <= 1)
            return block;
    }
    return TextBlock({{title, sansFont(22, QFont::Bold), theme.ink}}, width);
}

QString footText(const FigureSpec &spec, const FigureContent &content, const Projection &projection)
{
    QStringList sentences{
        FigureText::tr(
            "Borders are as in the base map’s sources; disputed lines are dashed; no position is taken on any of them."),
        FigureText::tr("Projection: %1.").arg(projection.name())};
    if (content.baseMap)
        sentences.append(FigureText::tr("Base map: %1.").arg(content.baseMap->credits()));
    sentences.append(content.dataCredits);
    sentences.append(layersSentence(content.layers));
    sentences.removeAll(QString());
    sentences.append(FigureText::tr("Made with Dateline."));
    if (!spec.credit.isEmpty())
        sentences.append(spec.credit);
    return sentences.join(u' ');
}

class FigurePainter
{
public:
    FigurePainter(const FigureSpec &spec, const FigureContent &content)
        : m_spec(spec)
        , m_content(content)
        , m_theme(themeOf(spec))
        , m_pagePx(spec.widthPx, spec.heightPx)
    {
    }

    FigureReport paint(QPainter &painter)
    {
        // What is shown decides the words around the map, and they decide the map's size: a first view is made for
        // the words alone.
        const FigureArrangement &arrangement = m_spec.arrangement;
        if (m_spec.panels)
            m_groups = groupsOf(m_content, m_spec, *m_spec.panels);
        const MapView draft = mapViewFor(m_spec, m_content, pageLayout(m_pagePx, 72, 36, 200, arrangement).map.size());
        describe(draft);
        const double scale = layoutScaleFor(m_pagePx);
        const double width = textWidthFor(m_pagePx, arrangement);
        const auto widthOf = [&](FigurePart part) {
            const auto placed = arrangement.parts.find(part);
            return placed == arrangement.parts.end() ? width : placed->second.width() * m_pagePx.width() / scale;
        };
        const TextBlock title = titleBlock(m_report.title, widthOf(FigurePart::Head), m_theme);
        const TextBlock subtitle({{m_subtitle, sansFont(subtitleSize), m_theme.mutedInk}}, widthOf(FigurePart::Head));
        const TextBlock foot(
            {{footText(m_spec, m_content, draft.viewport.projection()), sansFont(smallSize), m_theme.mutedInk}},
            widthOf(FigurePart::Foot));
        const double headHeight = title.height() + (m_subtitle.isEmpty() ? 0 : subtitle.height() + subtitleGap);
        m_layout = pageLayout(m_pagePx, headHeight, foot.height(), heightUnderMap(draft), arrangement);

        // One map where nothing is to be told apart.
        std::optional<PanelGrid> panels;
        if (auto groups = m_spec.panels ? mappedOf(m_groups, m_content, *m_spec.panels) : decltype(m_groups)();
            !groups.empty())
            panels.emplace(m_spec, m_content, std::move(groups), m_layout.map.size(), m_theme);
        m_panels = panels ? std::span(panels->panels()) : std::span<const Panel>();
        const MapView view = panels ? panels->whole() : mapViewFor(m_spec, m_content, m_layout.map.size());
        describe(view);
        // Among panels no callout stands on a map: all are notes.
        const FigureNotes notes(m_spec, view.viewport, m_layout.map, m_layout.scale, m_theme);
        const MapFrame frame(view, panels ? std::vector<CalloutText>() : m_texts.callouts, notes,
                             m_content.baseMap.get(), m_spec, partsOnMap(), m_theme);
        painter.save();
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(m_layout.scale, m_layout.scale);
        painter.fillRect(m_layout.page, m_theme.page);
        if (panels)
            paintPanels(painter, *panels);
        else
            paintMap(painter, frame);
        paintText(painter, FigurePart::Head, m_layout.head, {&title, m_subtitle.isEmpty() ? nullptr : &subtitle});
        paintText(painter, FigurePart::Foot, m_layout.foot, {&foot, nullptr});
        paintSideParts(painter, view, frame);
        notes.paintOnPage(painter);
        painter.restore();
        notes.report(m_report, !panels);
        report(view, frame, panels.has_value());
        return m_report;
    }

private:
    [[nodiscard]] Section keyFor(const MapView &view, double width) const
    {
        std::vector<SectionRow> layers = layerRows(m_content.layers, m_theme);
        if (!view.squares) {
            std::vector<SectionRow> more = claimRows(m_panels, m_theme);
            more.insert(more.end(), layers.begin(), layers.end());
            return keySection(view, m_content, std::move(more), m_spec.notes, width, m_theme);
        }
        std::vector<SectionRow> more = noteRows(m_spec.notes, m_theme);
        more.insert(more.end(), layers.begin(), layers.end());
        if (!view.edge.isEmpty())
            more.push_back(edgeRow(m_theme));
        const QString said = (withheldSentence(m_content) + u' ' + handDrawnSentence(m_spec.notes)).trimmed();
        return squaresSection(*view.squares, said, std::move(more), width, m_theme);
    }

    void describe(const MapView &view)
    {
        if (view.squares) {
            m_report.title = m_spec.title.isEmpty() ? titleFor(*view.squares) : m_spec.title;
            m_subtitle = m_spec.subtitle.isEmpty() ? withPanels(subtitleFor(*view.squares)) : m_spec.subtitle;
            m_texts.sources.resize(m_content.sources.size());
            std::ranges::iota(m_texts.sources, 0);
            m_report.sources = sourceLines(m_texts.sources, m_content);
            m_report.listed = m_texts.sources;
            return;
        }
        const TimeStyle style = timeStyleFor(view.marks);
        m_texts = m_spec.panels == GroupBy::Speaker && !m_panels.empty()
            ? calloutTexts(sidesOf(m_groups, m_panels), m_content, m_spec.filter, style)
            : calloutTexts(view.marks, m_content, m_spec.filter, style);
        m_report.title = m_spec.title.isEmpty() ? titleFor(view.marks) : m_spec.title;
        m_subtitle = m_spec.subtitle.isEmpty()
            ? withPanels(subtitleFor(view.marks, view.scene, style, m_content.blurred))
            : m_spec.subtitle;
        m_report.sources = sourceLines(m_texts.sources, m_content);
        m_report.listed = m_texts.sources;
    }

    /// @p subtitle with how the maps differ.
    [[nodiscard]] QString withPanels(const QString &subtitle) const
    {
        return (subtitle + u' ' + panelsSentence(m_spec, m_groups)).trimmed();
    }

    void paintPanels(QPainter &painter, const PanelGrid &panels) const
    {
        painter.save();
        painter.translate(m_layout.map.topLeft());
        panels.paint(painter, m_content.baseMap.get());
        painter.restore();
    }

    void paintMap(QPainter &painter, const MapFrame &frame) const
    {
        painter.save();
        painter.setClipRect(m_layout.map);
        painter.translate(m_layout.map.topLeft());
        frame.paint(painter);
        painter.restore();
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.countryBorder, 1));
        painter.drawRect(m_layout.map);
    }

    /// What the columns under the map of an upright page ask for.
    [[nodiscard]] double heightUnderMap(const MapView &view) const
    {
        constexpr double gap = 18;
        constexpr double locator = 160;
        const double width = columnWidthFor(m_pagePx, m_spec.arrangement);
        return std::max(keyFor(view, width).height() + gap + locator,
                        sourceSection(m_report.sources, m_content.otherSources, width, m_theme).height()
                            + offMapSection(1, width).height());
    }

    /// What a person has placed on the map, in its pixels: callouts, names and the scale bar keep off.
    [[nodiscard]] std::vector<QRectF> partsOnMap() const
    {
        std::vector<QRectF> boxes;
        for (const auto &[part, box] : m_layout.placed) {
            if (part != FigurePart::Map && box.intersects(m_layout.map))
                boxes.push_back(box.translated(-m_layout.map.topLeft()));
        }
        return boxes;
    }

    /// Paints one text under the other: where a person has placed @p part, or in @p place.
    void paintText(QPainter &painter, FigurePart part, const QRectF &place, std::array<const TextBlock *, 2> texts)
    {
        const auto placed = m_layout.placed.find(part);
        const QRectF box = placed == m_layout.placed.end() ? place : placed->second;
        if (placed != m_layout.placed.end())
            paintPanelUnder(painter, box, m_layout, m_theme);
        QPointF at = box.topLeft();
        for (const TextBlock *text : texts) {
            if (text == nullptr)
                continue;
            text->paint(painter, at);
            at.ry() += text->height() + subtitleGap;
        }
        m_report.parts[part] = box.united({box.topLeft(), QPointF(box.right(), at.y() - subtitleGap)});
    }

    [[nodiscard]] Section offMapSection(int lines, double width) const
    {
        return wordsSection(FigureText::tr("Reported, but not on the map"), m_texts.offMap, lines, width, m_theme);
    }

    /// The section with as many lines for each incident as @p room has height for; with one if not for @p least.
    static Section fitting(const std::function<Section(int)> &sectionWith, double room, int least = 3)
    {
        for (int lines = 6; room > 0 && lines >= least; lines -= lines > 4 ? 2 : 1) {
            if (Section section = sectionWith(lines); section.height() <= room)
                return section;
        }
        return sectionWith(1);
    }

    [[nodiscard]] Section notesFor(const MapView &view, const MapFrame &frame, double width, double room) const
    {
        if (m_panels.empty() || view.squares)
            return noteSection(m_texts.callouts, frame.places(), width, m_theme);
        const bool bySpeaker = m_spec.panels == GroupBy::Speaker;
        const QString heading = bySpeaker ? FigureText::tr("What each says") : FigureText::tr("On the maps");
        // Of claims, a few words are better than none.
        return fitting([&](int lines) { return wordsSection(heading, m_texts.callouts, lines, width, m_theme); }, room,
                       bySpeaker ? 2 : 3);
    }

    void paintSideParts(QPainter &painter, const MapView &view, const MapFrame &frame)
    {
        const LonLatBox shown = view.viewport.box();
        const bool isWorld = shown.east - shown.west >= 359 && shown.north - shown.south > 150;
        std::function<void(QPainter &, const QRectF &)> locator;
        if (m_content.baseMap && !isWorld)
            locator = [&](QPainter &onto, const QRectF &rect) {
                paintLocator(onto, rect, view.viewport, *m_content.baseMap, m_theme);
            };
        SideParts parts(
            m_layout,
            {{FigurePart::Key, [&](double width, double) { return keyFor(view, width); }},
             {FigurePart::Notes, [&](double width, double room) { return notesFor(view, frame, width, room); }, true},
             {FigurePart::Sources,
              [&](double width, double) {
                  return sourceSection(m_report.sources, m_content.otherSources, width, m_theme);
              }},
             {FigurePart::OffMap,
              [&](double width, double room) {
                  return fitting([&](int lines) { return offMapSection(lines, width); }, room);
              },
              true}},
            std::move(locator), m_theme);
        parts.paint(painter);
        m_report.parts.insert(parts.boxes().begin(), parts.boxes().end());
        m_report.cut = parts.cut();
        m_report.sourceBoxes = parts.sourceBoxes();
    }

    void report(const MapView &view, const MapFrame &frame, bool inPanels)
    {
        const double scale = m_layout.scale;
        const auto pagePoint = [&](QPointF p) { return (p + m_layout.map.topLeft()) * scale; };
        const auto pageRect = [&](const QRectF &r) { return QRectF(pagePoint(r.topLeft()), r.size() * scale); };
        for (std::size_t i = 0; i < frame.places().size() && !inPanels; ++i) {
            const QRectF square = frame.markSquares()[i];
            m_report.marks.push_back(pageRect(square));
            if (const std::optional<CalloutPlace> &place = frame.places()[i]) {
                m_report.callouts.push_back({view.marks[i].mark.incidents, view.marks[i].number, pageRect(place->box),
                                             pagePoint(square.center()), pagePoint(place->leaderStart)});
            }
        }
        for (const NumberedMark &mark : view.marks) {
            for (const SceneIncident *shown : mark.incidents)
                m_report.numbers.emplace(shown->incident.id, mark.number);
        }
        for (const QRectF &furniture : inPanels ? std::vector<QRectF>() : frame.furniture())
            m_report.furniture.push_back(pageRect(furniture));
        m_report.map = QRectF(m_layout.map.topLeft() * scale, m_layout.map.size() * scale);
        for (QRectF &box : m_report.sourceBoxes)
            box = {box.topLeft() * scale, box.size() * scale};
        for (auto &[part, box] : m_report.parts)
            box = {box.topLeft() * scale, box.size() * scale};
        m_report.parts[FigurePart::Map] = m_report.map;
        const QPointF corner = view.viewport.metresFromPixel({0, 0});
        const QPointF step = view.viewport.metresFromPixel({1, 1}) - corner;
        if (!inPanels)
            m_report.metres = QTransform::fromTranslate(-m_report.map.left(), -m_report.map.top())
                * QTransform(step.x() / scale, 0, 0, step.y() / scale, corner.x(), corner.y());
        m_report.box = view.viewport.box();
        m_report.projection = view.viewport.projection().definition();
        m_report.count = view.scene.count;
        m_report.withheld = withheldSentence(m_content);
        if (view.squares)
            m_report.squares = view.squares->grid;
        if (!m_spec.alternativeText.isEmpty())
            m_report.alternativeText = m_spec.alternativeText;
        else if (view.squares)
            m_report.alternativeText = alternativeTextFor(m_report.title, *view.squares, m_report.withheld);
        else
            m_report.alternativeText =
                alternativeTextFor(m_report.title, view.marks, m_content, m_spec.filter, m_report.count);
        if (m_spec.panels && m_spec.alternativeText.isEmpty())
            m_report.alternativeText += u' ' + panelsText(m_spec, m_groups);
        if (m_spec.alternativeText.isEmpty() && !m_spec.notes.empty())
            m_report.alternativeText += u' ' + notesInWords(m_spec.notes);
        m_report.warnings = warningsFor(m_spec, m_content, m_report);
    }

    const FigureSpec &m_spec;
    const FigureContent &m_content;
    const Theme &m_theme;
    QSizeF m_pagePx;
    PageLayout m_layout;
    std::vector<FigureGroup> m_groups; ///< Of the panels.
    std::span<const Panel> m_panels; ///< While these are painted.
    CalloutTexts m_texts;
    QString m_subtitle;
    FigureReport m_report;
};

} // namespace

const Theme &themeOf(const FigureSpec &spec)
{
    switch (spec.colours) {
    case FigureColours::Dark: return darkTheme();
    case FigureColours::Grey: return greyTheme();
    case FigureColours::Light: break;
    }
    return lightTheme();
}

QString figureProblem(const FigureSpec &spec, const FigureContent &content)
{
    for (const QString &problem :
         {projectionProblem(spec, content), panelsProblem(spec, content), notesProblem(spec.notes)}) {
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

FigureReport paintFigure(QPainter &painter, const FigureSpec &spec, const FigureContent &content)
{
    if (!keepsBack(spec, content) && spec.only.empty())
        return FigurePainter(spec, content).paint(painter);
    const Publishable safe = publishable(spec, content);
    return FigurePainter(safe.spec, safe.content).paint(painter);
}

} // namespace dateline
