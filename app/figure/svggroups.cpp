#include "figure/svggroups.h"

#include <QPaintEngine>
#include <QPainter>
#include <QRegularExpression>

namespace dateline
{

namespace
{

// QSvgGenerator knows no groups. A text in a colour that no figure has marks where one begins and ends; the generator
// closes the style before and after it, so that the mark can be taken out for the group's own tag.
constexpr QLatin1StringView beginning("group-"); // Of one script, so that it stays in one piece.
constexpr QColor markColour(1, 2, 3);

} // namespace

SvgGroup::SvgGroup(QPainter &painter, const QString &id)
    : m_painter(painter)
    , m_isSvg(painter.paintEngine() != nullptr && painter.paintEngine()->type() == QPaintEngine::SVG)
{
    mark(id);
}

SvgGroup::~SvgGroup()
{
    mark({});
}

void SvgGroup::mark(const QString &text)
{
    if (!m_isSvg)
        return;
    m_painter.save();
    m_painter.setPen(markColour);
    m_painter.setFont(QFont());
    m_painter.drawText(QPointF(), beginning + text);
    m_painter.restore();
}

QByteArray withSvgGroups(const QByteArray &svg)
{
    static const QRegularExpression mark(
        QStringLiteral(
            "(<g clip-path=\"[^\"]*\">)?<g [^>]*>\\s*<text [^>]*#010203[^>]*>\\s*%1([a-z0-9-]*)\\s*</text>\\s*</g>"
            "(?(1)\\s*</g>)")
            .arg(beginning));
    const QString text = QString::fromUtf8(svg);
    QString grouped;
    grouped.reserve(text.size());
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : mark.globalMatch(text)) {
        grouped += QStringView(text).sliced(from, match.capturedStart() - from);
        const QString id = match.captured(2);
        grouped += id.isEmpty() ? QStringLiteral("</g>") : QStringLiteral("<g id=\"%1\">").arg(id);
        from = match.capturedEnd();
    }
    grouped += QStringView(text).sliced(from);
    return grouped.toUtf8();
}

} // namespace dateline
