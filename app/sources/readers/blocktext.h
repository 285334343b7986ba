#pragma once

#include <QString>
#include <QStringView>

#include <utility>

namespace dateline
{

/// Builds a text from blocks: a blank line between paragraphs, one line end between the items of a list and the rows of
/// a table.
class BlockText
{
public:
    enum class Kind { Paragraph, Line };

    void add(QStringView words) { m_block += words; }
    void add(QChar c) { m_block += c; }

    /// Words whose spaces and line ends are only one space, as in HTML.
    void addFlowing(QStringView words)
    {
        for (const QChar c : words) {
            const bool space = c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
            if (!space)
                m_block += c;
            else if (!m_block.isEmpty() && !m_block.back().isSpace())
                m_block += u' ';
        }
    }

    /// A new line in the block; two in a row end it.
    void breakLine()
    {
        if (m_block.endsWith(u' '))
            m_block.chop(1);
        if (m_block.endsWith(u'\n'))
            end(Kind::Paragraph);
        else if (!m_block.isEmpty())
            m_block += u'\n';
    }

    /// Ends the block that was added to.
    void end(Kind kind)
    {
        const QStringView words = QStringView(m_block).trimmed();
        if (!words.isEmpty()) {
            if (!m_text.isEmpty())
                m_text +=
                    kind == Kind::Line && m_last == Kind::Line ? QLatin1StringView("\n") : QLatin1StringView("\n\n");
            m_text += words;
            m_last = kind;
        }
        m_block.clear();
    }

    [[nodiscard]] bool isInBlock() const { return !m_block.isEmpty(); }

    /// The whole text; nothing is left.
    [[nodiscard]] QString take() { return std::exchange(m_text, {}); }

private:
    QString m_text;
    QString m_block;
    Kind m_last = Kind::Paragraph;
};

} // namespace dateline
