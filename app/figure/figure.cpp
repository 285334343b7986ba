#include "figure/figure.h"

#include "figure/figuretext.h"
#include "figure/locator.h"
#include "figure/pagelayout.h"
#include "figure/publishable.h"
#include "figure/sidecolumn.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

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
        , m_theme(spec.dark ? darkTheme() : lightTheme())
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
        const double under = std::max(keySection(draft, m_content, columnWidth, m_theme).height() + sectionGap + 160,
                                      sourceSection(m_report.sources, columnWidth, m_theme).height()
                                          + offMapSection(m_texts.offMap, 1, columnWidth, m_theme).height());
        m_layout = pageLayout(m_pagePx, headHeight, foot.height(), under);

        const MapView view = mapViewFor(m_spec, m_content, m_layout.map.size());
        describe(view);
        const MapFrame frame(view, m_texts.callouts, m_content.baseMap.get(), m_theme);
        painter.save();
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(m_layout.scale, m_layout.scale);
        painter.fillRect(m_layout.page, m_theme.page);
        title.paint(painter, m_layout.head.topLeft());
        if (!m_subtitle.isEmpty())
            subtitle.paint(painter, m_layout.head.topLeft() + QPointF(0, title.height() + 2));
        paintMap(painter, frame);
        paintColumns(painter, view, frame);
        foot.paint(painter, m_layout.foot.topLeft());
        painter.restore();
        report(view, frame);
        return m_report;
    }

private:
    void describe(const MapView &view)
    {
        const TimeStyle style = timeStyleFor(view.marks);
        m_texts = calloutTexts(view.marks, m_content, m_spec.filter, style);
        m_report.title = m_spec.title.isEmpty() ? titleFor(view.marks) : m_spec.title;
        m_subtitle =
            m_spec.subtitle.isEmpty() ? subtitleFor(view.marks, view.scene, style, m_content.blurred) : m_spec.subtitle;
        m_report.sources = sourceLines(m_texts.sources, m_content);
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

    [[nodiscard]] std::vector<Section> sectionsFor(const MapView &view, const MapFrame &frame) const
    {
        const double width = m_layout.columns.front().width();
        std::vector<Section> sections;
        sections.push_back(keySection(view, m_content, width, m_theme));
        sections.push_back(noteSection(m_texts.callouts, frame.places(), width, m_theme));
        sections.push_back(sourceSection(m_report.sources, width, m_theme));
        double room = m_layout.columns.front().height();
        const bool oneColumn = m_layout.columns.size() == 1;
        for (std::size_t i = oneColumn ? 0 : 1; i < sections.size(); ++i)
            room -= sections[i].isEmpty() ? 0 : sections[i].height() + sectionGap;
        // With their words if the locator finds room under them too.
        room -= oneColumn ? leastLocator + 50 : 0;
        for (const int lines : {6, 4, 3, 1}) {
            Section offMap = offMapSection(m_texts.offMap, lines, width, m_theme);
            if (lines > 1 && offMap.height() > room)
                continue;
            sections.push_back(std::move(offMap));
            break;
        }
        return sections;
    }

    void paintColumns(QPainter &painter, const MapView &view, const MapFrame &frame) const
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
            const double used = sections[i].paint(painter, {area.left(), y + gap}, area.bottom() - y - gap, m_theme);
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
        if (!m_content.baseMap || height < leastLocator)
            return;
        // It ends with the map, whatever room the sources leave.
        const double top = area.bottom() - height;
        const double headingTop = top - 8 - heading.height();
        paintRule(painter, area, headingTop - sectionGap / 2 - 2, m_theme);
        heading.paint(painter, {area.left(), headingTop});
        paintLocator(painter, {area.left(), top, area.width(), height}, view.viewport, *m_content.baseMap, m_theme);
    }

    void report(const MapView &view, const MapFrame &frame)
    {
        const double scale = m_layout.scale;
        const auto pagePoint = [&](QPointF p) { return (p + m_layout.map.topLeft()) * scale; };
        const auto pageRect = [&](const QRectF &r) { return QRectF(pagePoint(r.topLeft()), r.size() * scale); };
        for (std::size_t i = 0; i < frame.places().size(); ++i) {
            const QRectF square = frame.markSquares()[i];
            m_report.marks.push_back(pageRect(square));
            if (const std::optional<CalloutPlace> &place = frame.places()[i]) {
                m_report.callouts.push_back({view.marks[i].mark.incidents, view.marks[i].number, pageRect(place->box),
                                             pagePoint(square.center()), pagePoint(place->leaderStart)});
            }
        }
        m_report.map = QRectF(m_layout.map.topLeft() * scale, m_layout.map.size() * scale);
        m_report.box = view.viewport.box();
        m_report.projection = view.viewport.projection().definition();
        m_report.count = view.scene.count;
        m_report.withheld = withheldSentence(m_content);
        m_report.alternativeText =
            alternativeTextFor(m_report.title, view.marks, m_content, m_spec.filter, m_report.count);
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

FigureReport paintFigure(QPainter &painter, const FigureSpec &spec, const FigureContent &content)
{
    if (!keepsBack(spec, content))
        return FigurePainter(spec, content).paint(painter);
    const Publishable safe = publishable(spec, content);
    return FigurePainter(safe.spec, safe.content).paint(painter);
}

} // namespace dateline
