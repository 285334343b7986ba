#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace dateline
{

/// A stretch of text in one style.
struct TextRun
{
    QString text;
    QFont font;
    QColor colour;
};

/// A paragraph broken into lines; painted as text, so that SVG and PDF keep it as text.
class TextBlock
{
public:
    /// Breaks @p runs into lines of at most @p width pixels.
    TextBlock(const std::vector<TextRun> &runs, double width);

    [[nodiscard]] int lines() const { return m_layout->lineCount(); }
    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] double width() const { return m_width; } ///< Of its longest line.

    void paint(QPainter &painter, QPointF topLeft) const;

private:
    std::unique_ptr<QTextLayout> m_layout;
    double m_height = 0;
    double m_width = 0;
};

// The figure's type sizes, in pixels of its layout.
inline constexpr int titleSize = 30;
inline constexpr int subtitleSize = 16;
inline constexpr int textSize = 14;
inline constexpr int smallSize = 12;

/// The interface face at @p sizePx, and the face for the words of others; unhinted, so that every output breaks alike.
[[nodiscard]] QFont sansFont(int sizePx, QFont::Weight weight = QFont::Normal);
[[nodiscard]] QFont serifFont(int sizePx);

} // namespace dateline
