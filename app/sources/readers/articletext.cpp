#include "sources/readers/article.h"
#include "sources/readers/blocktext.h"

#include <algorithm>

namespace dateline
{

namespace
{

/// Writes elements as they begin and end.
class Writer
{
public:
    void begin(GumboTag tag)
    {
        if (isBlock(tag))
            endBlock();
        if (tag == GUMBO_TAG_BR)
            m_text.breakLine();
        else if (tag == GUMBO_TAG_Q)
            m_text.add(QChar(0x201C)); // As a browser shows it
        count(tag, 1);
    }

    void end(GumboTag tag)
    {
        if (isBlock(tag) && tag != GUMBO_TAG_TR)
            endBlock();
        count(tag, -1);
        if (tag == GUMBO_TAG_Q)
            m_text.add(QChar(0x201D));
        else if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)
            m_text.add(u'\t');
        else if (tag == GUMBO_TAG_TR)
            endBlock(BlockText::Kind::Line);
    }

    void add(const QString &words)
    {
        if (m_verbatim > 0)
            m_text.add(words);
        else
            m_text.addFlowing(words);
    }

    [[nodiscard]] QString take()
    {
        m_text.end(BlockText::Kind::Paragraph);
        return m_text.take();
    }

private:
    void endBlock(BlockText::Kind kind = BlockText::Kind::Paragraph)
    {
        if (m_rows > 0) // A row is one line.
            m_text.addFlowing(QStringLiteral(" "));
        else
            m_text.end(m_items > 0 ? BlockText::Kind::Line : kind);
    }

    void count(GumboTag tag, int by)
    {
        if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD)
            m_items += by;
        else if (tag == GUMBO_TAG_TR)
            m_rows += by;
        else if (tag == GUMBO_TAG_PRE)
            m_verbatim += by;
    }

    BlockText m_text;
    int m_items = 0;
    int m_rows = 0;
    int m_verbatim = 0;
};

} // namespace

bool isBlock(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL: return true;
    default: return false;
    }
}

QString Article::text() const
{
    Writer writer;
    std::vector<int> open; // Elements that are not over yet
    for (int i = m_begin; i < m_end; i = isDropped(i) ? m_tree.at(i).end : i + 1) {
        while (!open.empty() && m_tree.at(open.back()).end <= i) {
            writer.end(m_tree.tag(open.back()));
            open.pop_back();
        }
        if (isDropped(i))
            continue;
        if (m_tree.isText(i)) {
            writer.add(m_tree.text(i));
        } else if (m_tree.tag(i) != GUMBO_TAG_LAST) {
            writer.begin(m_tree.tag(i));
            open.push_back(i);
        }
    }
    for (; !open.empty(); open.pop_back())
        writer.end(m_tree.tag(open.back()));
    return writer.take();
}

} // namespace dateline
