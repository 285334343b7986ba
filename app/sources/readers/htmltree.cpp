#include "sources/readers/htmltree.h"

#include <span>

namespace dateline
{

namespace
{

std::span<void *const> childrenOf(const GumboNode *node)
{
    const GumboVector *children = nullptr;
    if (node->type == GUMBO_NODE_DOCUMENT)
        children = &node->v.document.children;
    else if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
        children = &node->v.element.children;
    return children ? std::span<void *const>(children->data, children->length) : std::span<void *const>();
}

GumboOutput *parse(const QByteArray &utf8)
{
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0; // Nobody reads them, and they take memory.
    return gumbo_parse_with_options(&options, utf8.constData(), static_cast<std::size_t>(utf8.size()));
}

} // namespace

HtmlTree::HtmlTree(QByteArray utf8)
    : m_utf8(std::move(utf8))
    , m_output(parse(m_utf8), [](GumboOutput *output) { gumbo_destroy_output(&kGumboDefaultOptions, output); })
{
    struct Open
    {
        int index;
        std::size_t next;
    };
    std::vector<Open> open;
    m_nodes.push_back({m_output->document, -1, 0});
    open.push_back({0, 0});
    while (!open.empty()) {
        Open &top = open.back();
        const auto children = childrenOf(at(top.index).node);
        if (top.next == children.size()) {
            m_nodes[static_cast<std::size_t>(top.index)].end = size();
            open.pop_back();
            continue;
        }
        const auto *child = static_cast<const GumboNode *>(children[top.next++]);
        const int index = size();
        m_nodes.push_back({child, top.index, index + 1});
        if (!childrenOf(child).empty())
            open.push_back({index, 0});
    }
}

GumboTag HtmlTree::tag(int i) const
{
    const GumboNode *node = at(i).node;
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ? node->v.element.tag : GUMBO_TAG_LAST;
}

bool HtmlTree::isText(int i) const
{
    const GumboNodeType type = at(i).node->type;
    return type == GUMBO_NODE_TEXT || type == GUMBO_NODE_WHITESPACE || type == GUMBO_NODE_CDATA;
}

bool HtmlTree::isComment(int i) const
{
    return at(i).node->type == GUMBO_NODE_COMMENT;
}

QString HtmlTree::text(int i) const
{
    return isText(i) || isComment(i) ? QString::fromUtf8(at(i).node->v.text.text) : QString();
}

QString HtmlTree::attribute(int i, const char *name) const
{
    if (tag(i) == GUMBO_TAG_LAST)
        return {};
    const GumboAttribute *attribute = gumbo_get_attribute(&at(i).node->v.element.attributes, name);
    return attribute ? QString::fromUtf8(attribute->value).trimmed() : QString();
}

bool HtmlTree::has(int i, const char *name) const
{
    return tag(i) != GUMBO_TAG_LAST && gumbo_get_attribute(&at(i).node->v.element.attributes, name);
}

QString HtmlTree::wordsIn(int i) const
{
    QString words;
    for (int k = i; k < at(i).end; ++k) {
        if (isText(k))
            words += text(k);
        else if (tag(k) == GUMBO_TAG_BR)
            words += u' ';
    }
    return words.simplified();
}

int HtmlTree::first(GumboTag wanted) const
{
    for (int i = 0; i < size(); ++i) {
        if (tag(i) == wanted)
            return i;
    }
    return -1;
}

} // namespace dateline
