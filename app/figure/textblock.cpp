#include "figure/textblock.h"

#include "map/theme.h"

#include <QPainter>

namespace dateline
{

namespace
{

QFont face(const char *family, int sizePx)
{
    QFont font(QString::fromLatin1(family));
    font.setPixelSize(sizePx);
    font.setHintingPreference(QFont::PreferNoHinting);
    // A ligature comes out of a PDF as one odd letter, and “fighting” is then not found.
    font.setFeature(QFont::Tag("liga"), 0);
    return font;
}

} // namespace

QFont sansFont(int sizePx, QFont::Weight weight)
{
    QFont font = face(interfaceFamily, sizePx);
    font.setWeight(weight);
    return font;
}

QFont serifFont(int sizePx)
{
    return face(quoteFamily, sizePx);
}

TextBlock::TextBlock(const std::vector<TextRun> &runs, double width)
    : m_layout(std::make_unique<QTextLayout>())
{
    QString text;
    QList<QTextLayout::FormatRange> ranges;
    for (const TextRun &run : runs) {
        QTextCharFormat format;
        format.setFont(run.font);
        format.setForeground(run.colour);
        ranges.append({static_cast<int>(text.size()), static_cast<int>(run.text.size()), format});
        text += run.text;
    }
    // A paragraph is one line of text; line ends inside quoted words become line separators.
    m_layout->setText(text.replace(u'\n', QChar::LineSeparator));
    if (!runs.empty())
        m_layout->setFont(runs.front().font);
    m_layout->setFormats(ranges);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, m_height});
        m_height += line.height();
        m_width = std::max(m_width, line.naturalTextWidth());
    }
    m_layout->endLayout();
}

void TextBlock::paint(QPainter &painter, QPointF topLeft) const
{
    m_layout->draw(&painter, topLeft);
}

} // namespace dateline
