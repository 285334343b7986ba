#pragma once

#include <QByteArray>
#include <QString>

#include <gumbo.h>

#include <memory>
#include <vector>

namespace dateline
{

/// A web page as one row of nodes in the order of its text, so that every pass over it is a loop: pages may be nested a
/// hundred thousand deep.
class HtmlTree
{
public:
    struct Node
    {
        const GumboNode *node;
        int parent; ///< -1 for the page itself.
        int end; ///< The node after everything inside.
    };

    /// Parses a page in UTF-8; whatever the bytes are, there is a tree.
    explicit HtmlTree(QByteArray utf8);

    [[nodiscard]] int size() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] const Node &at(int i) const { return m_nodes[static_cast<std::size_t>(i)]; }

    /// GUMBO_TAG_LAST for what is no element.
    [[nodiscard]] GumboTag tag(int i) const;
    [[nodiscard]] bool isText(int i) const;
    [[nodiscard]] bool isComment(int i) const;

    /// What text, comment or CDATA node @p i says; empty for others.
    [[nodiscard]] QString text(int i) const;

    /// Attribute @p name of node @p i, empty if there is none.
    [[nodiscard]] QString attribute(int i, const char *name) const;
    [[nodiscard]] bool has(int i, const char *name) const;

    /// All text in node @p i, spaces and line ends as one space.
    [[nodiscard]] QString wordsIn(int i) const;

    /// The first node with @p wanted; -1 if there is none.
    [[nodiscard]] int first(GumboTag wanted) const;

private:
    QByteArray m_utf8; ///< The nodes point into it.
    std::unique_ptr<GumboOutput, void (*)(GumboOutput *)> m_output;
    std::vector<Node> m_nodes;
};

} // namespace dateline
