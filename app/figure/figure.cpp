#include "figure/figure.h"

#include "figure/alternativetext.h"
#include "figure/figuretext.h"
#include "figure/locator.h"
#include "figure/pagelayout.h"
#include "figure/panels.h"
#include "figure/publishable.h"
#include "figure/sidecolumn.h"
#include "figure/warnings.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace dateline
{

namespace
{

constexpr double sectionGap = 18;
constexpr double leastLocator = 96;
constexpr double mostLocator = 250;

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
    sentences.append(FigureText::tr("Made with Dateline."));
    if (!spec.credit.isEmpty())
        sentences.append(spec.credit);
    return sentences.join(u' ');
}

void paintRule(QPainter &painter, const QRectF &column, double y, const Theme &theme)
{
    painter.setPen(QPen(theme.hairline, 1));
    painter.drawLine(QPointF(column.left(), y), QPointF(column.right(), y));
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
        const double columnWidth = columnWidthFor(m_pagePx);
        const MapView draft = mapViewFor(m_spec, m_content, pageLayout(m_pagePx, 72, 36, 200).map.size());
        describe(draft);
        const double width = pageLayout(m_pagePx, 0, 0, 0).head.width();
        const TextBlock title = titleBlock(m_report.title, width, m_theme);
        const TextBlock subtitle({{m_subtitle, sansFont(subtitleSize), m_theme.mutedInk}}, width);
        const TextBlock foot(
            {{footText(m_spec, m_content, draft.viewport.projection()), sansFont(smallSize), m_theme.mutedInk}}, width);
        const double headHeight = title.height() + (m_subtitle.isEmpty() ? 0 : subtitle.height() + 2);
        const double under =
            std::max(keyFor(draft, columnWidth).height() + sectionGap + 160,
                     sourceSection(m_report.sources, m_content.otherSources, columnWidth, m_theme).height()
                         + offMapSection(1, columnWidth).height());
        m_layout = pageLayout(m_pagePx, headHeight, foot.height(), under);

        std::optional<PanelGrid> panels;
        if (m_spec.panels && !m_content.asSquares)
            panels.emplace(m_spec, m_content, m_layout.map.size(), m_theme);
        const MapView view = panels ? panels->whole() : mapViewFor(m_spec, m_content, m_layout.map.size());
        describe(view);
        // Among panels no callout stands on a map: all are notes.
        const MapFrame frame(view, panels ? std::vector<CalloutText>() : m_texts.callouts, m_content.baseMap.get(),
                             m_spec, m_theme);
        painter.save();
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(m_layout.scale, m_layout.scale);
        painter.fillRect(m_layout.page, m_theme.page);
        title.paint(painter, m_layout.head.topLeft());
        if (!m_subtitle.isEmpty())
            subtitle.paint(painter, m_layout.head.topLeft() + QPointF(0, title.height() + 2));
        if (panels)
            paintPanels(painter, *panels);
        else
            paintMap(painter, frame);
        paintColumns(painter, view, frame);
        foot.paint(painter, m_layout.foot.topLeft());
        painter.restore();
        report(view, frame, panels.has_value());
        return m_report;
    }

private:
    [[nodiscard]] Section keyFor(const MapView &view, double width) const
    {
        if (!view.squares)
            return keySection(view, m_content, width, m_theme);
        std::vector<SectionRow> more;
        if (!view.edge.isEmpty())
            more.push_back(edgeRow(m_theme));
        return squaresSection(*view.squares, withheldSentence(m_content), std::move(more), width, m_theme);
    }

    void describe(const MapView &view)
    {
        if (view.squares) {
            m_report.title = m_spec.title.isEmpty() ? titleFor(*view.squares) : m_spec.title;
            m_subtitle = m_spec.subtitle.isEmpty() ? subtitleFor(*view.squares) : m_spec.subtitle;
            m_texts.sources.resize(m_content.sources.size());
            std::ranges::iota(m_texts.sources, 0);
            m_report.sources = sourceLines(m_texts.sources, m_content);
            m_report.listed = m_texts.sources;
            return;
        }
        const TimeStyle style = timeStyleFor(view.marks);
        m_texts = calloutTexts(view.marks, m_content, m_spec.filter, style);
        m_report.title = m_spec.title.isEmpty() ? titleFor(view.marks) : m_spec.title;
        m_subtitle =
            m_spec.subtitle.isEmpty() ? subtitleFor(view.marks, view.scene, style, m_content.blurred) : m_spec.subtitle;
        m_report.sources = sourceLines(m_texts.sources, m_content);
        m_report.listed = m_texts.sources;
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

    [[nodiscard]] Section offMapSection(int lines, double width) const
    {
        return wordsSection(FigureText::tr("Reported, but not on the map"), m_texts.offMap, lines, width, m_theme);
    }

    /// The section with as many lines for each incident as @p room has height for.
    static Section fitting(const std::function<Section(int)> &sectionWith, double room)
    {
        for (const int lines : {6, 4, 3}) {
            if (Section section = sectionWith(lines); section.height() <= room)
                return section;
        }
        return sectionWith(1);
    }

    [[nodiscard]] std::vector<Section> sectionsFor(const MapView &view, const MapFrame &frame) const
    {
        const double width = m_layout.columns.front().width();
        const bool oneColumn = m_layout.columns.size() == 1;
        double room = m_layout.columns.front().height();
        // With their words if the locator finds room under them too.
        room -= oneColumn ? leastLocator + 50 : 0;
        const auto taken = [](const Section &section) { return section.isEmpty() ? 0 : section.height() + sectionGap; };
        std::vector<Section> sections;
        sections.push_back(keyFor(view, width));
        room -= oneColumn ? taken(sections.back()) : 0;
        Section sources = sourceSection(m_report.sources, m_content.otherSources, width, m_theme);
        room -= taken(sources);
        if (m_spec.panels && !view.squares) {
            const auto onMaps = [&](int lines) {
                return wordsSection(FigureText::tr("On the maps"), m_texts.callouts, lines, width, m_theme);
            };
            sections.push_back(fitting(onMaps, room - taken(offMapSection(1, width))));
        } else {
            sections.push_back(noteSection(m_texts.callouts, frame.places(), width, m_theme));
        }
        room -= taken(sections.back());
        sections.push_back(std::move(sources));
        sections.push_back(fitting([&](int lines) { return offMapSection(lines, width); }, room));
        return sections;
    }

    void paintColumns(QPainter &painter, const MapView &view, const MapFrame &frame)
    {
        const std::vector<Section> sections = sectionsFor(view, frame);
        std::size_t column = 0;
        double y = m_layout.columns.front().top();
        for (std::size_t i = 0; i < sections.size(); ++i) {
            // Two columns: the key and the locator in the first, the others in the second.
            if (i == 1 && m_layout.columns.size() > 1) {
                paintSurroundings(painter, view, column, y);
                y = m_layout.columns[++column].top();
            }
            if (sections[i].isEmpty())
                continue;
            const QRectF &area = m_layout.columns[column];
            const double gap = y <= area.top() ? 0 : sectionGap;
            const double used = sections[i].paint(painter, {area.left(), y + gap}, area.bottom() - y - gap, m_theme,
                                                  i == 2 ? &m_report.sourceBoxes : nullptr);
            if (used <= 0)
                continue;
            if (gap > 0)
                paintRule(painter, area, y + gap / 2 - 2, m_theme);
            y += used + gap;
        }
        if (m_layout.columns.size() == 1)
            paintSurroundings(painter, view, column, y);
    }

    void paintSurroundings(QPainter &painter, const MapView &view, std::size_t column, double y) const
    {
        const QRectF area = m_layout.columns[column];
        const TextBlock heading({{FigureText::tr("Where this is"), sansFont(textSize, QFont::DemiBold), m_theme.ink}},
                                area.width());
        const double room = area.bottom() - y - sectionGap - heading.height() - 8;
        const double height = std::min({room, mostLocator, 0.62 * area.width()});
        const LonLatBox shown = view.viewport.box();
        const bool isWorld = shown.east - shown.west >= 359 && shown.north - shown.south > 150;
        if (!m_content.baseMap || height < leastLocator || isWorld)
            return;
        // It ends with the map, whatever room the sources leave.
        const double top = area.bottom() - height;
        const double headingTop = top - 8 - heading.height();
        paintRule(painter, area, headingTop - sectionGap / 2 - 2, m_theme);
        heading.paint(painter, {area.left(), headingTop});
        paintLocator(painter, {area.left(), top, area.width(), height}, view.viewport, *m_content.baseMap, m_theme);
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
        m_report.warnings = warningsFor(m_spec, m_content, m_report);
    }

    const FigureSpec &m_spec;
    const FigureContent &m_content;
    const Theme &m_theme;
    QSizeF m_pagePx;
    PageLayout m_layout;
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
    const QString problem = projectionProblem(spec, content);
    return problem.isEmpty() ? panelsProblem(spec, content) : problem;
}

FigureReport paintFigure(QPainter &painter, const FigureSpec &spec, const FigureContent &content)
{
    if (!keepsBack(spec, content) && spec.only.empty())
        return FigurePainter(spec, content).paint(painter);
    const Publishable safe = publishable(spec, content);
    return FigurePainter(safe.spec, safe.content).paint(painter);
}

} // namespace dateline
