#pragma once

#include "sources/readers/htmltree.h"

namespace dateline
{

/// What of a page is the article: the words that a person came to read, without menus, banners, lists of other
/// articles, comments and scripts.
///
/// 1. What HTML or the page itself says is something else goes: scripts, navigation, hidden parts, and parts whose class
///    or id names them so (“cookie-banner”, “related”), unless the headline or nearly all prose is inside.
/// 2. Parts that are mostly links go.
/// 3. The article is the smallest element with most of the prose that is left, begun at the headline before it.
class Article
{
public:
    explicit Article(const HtmlTree &tree);

    /// Its paragraphs with a blank line between, list items, rows and line breaks as lines, headings as paragraphs.
    [[nodiscard]] QString text() const;

    [[nodiscard]] bool isDropped(int node) const { return m_parts[static_cast<std::size_t>(node)].dropped; }

    /// Its headline's node; -1 if it has none.
    [[nodiscard]] int headline() const { return m_headline; }

private:
    struct Part
    {
        int words = 0; ///< Characters outside links, of the node and all inside.
        int links = 0; ///< Characters inside links.
        int prose = 0; ///< Characters of paragraphs that are long enough to be some.
        bool dropped = false;
        bool suspect = false;
        bool headed = false; ///< Has a headline in it.
        bool paragraph = false; ///< Is one that is long enough to be prose.
    };

    [[nodiscard]] Part &part(int i) { return m_parts[static_cast<std::size_t>(i)]; }
    [[nodiscard]] const Part &part(int i) const { return m_parts[static_cast<std::size_t>(i)]; }
    void dropByMarks();
    void count();
    void drop(int i);
    void dropSuspects();
    void dropLinkLists();
    void choose();

    const HtmlTree &m_tree;
    std::vector<Part> m_parts;
    int m_headline = -1;
    int m_begin = 0;
    int m_end = 0;
};

/// Whether a browser begins a new line for @p tag.
[[nodiscard]] bool isBlock(GumboTag tag);

} // namespace dateline
