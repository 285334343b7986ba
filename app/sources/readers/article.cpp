#include "sources/readers/article.h"

#include <QSet>

#include <algorithm>

namespace dateline
{

namespace
{

// Shorter blocks are captions, menu entries and buttons as often as sentences.
constexpr int proseLength = 60;

bool isNeverRead(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO: return true;
    default: return false;
    }
}

/// Parts that hold an article about as often as they hold what stands around it.
bool isDoubtful(GumboTag tag)
{
    return tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_FORM
        || tag == GUMBO_TAG_DIALOG;
}

bool isList(GumboTag tag)
{
    return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DL || tag == GUMBO_TAG_DIV
        || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_ASIDE;
}

/// Words in classes and ids that name what stands around an article, in the ways that pages are commonly built.
bool namesSurroundings(const QString &names)
{
    static const QSet<QStringView> words{
        u"nav",      u"navbar",  u"navigation", u"menu",      u"breadcrumb", u"breadcrumbs", u"cookie",
        u"cookies",  u"consent", u"gdpr",       u"banner",    u"related",    u"recommended", u"recommendations",
        u"trending", u"popular", u"comment",    u"comments",  u"disqus",     u"share",       u"sharing",
        u"social",   u"sidebar", u"footer",     u"promo",     u"advert",     u"advertising", u"advertisement",
        u"ads",      u"ad",      u"sponsor",    u"sponsored", u"newsletter", u"subscribe",   u"subscription",
        u"signup",   u"popup",   u"modal",      u"tags",      u"widget",     u"pagination",  u"pager",
        u"outbrain", u"taboola", u"toolbar",    u"masthead",  u"skip",       u"hidden"};
    qsizetype begin = 0;
    const auto isWord = [&](qsizetype end) {
        return end > begin && words.contains(names.sliced(begin, end - begin).toLower());
    };
    for (qsizetype i = 0; i < names.size(); ++i) {
        const bool letter = names[i].isLetter();
        const bool hump = letter && names[i].isUpper() && i > 0 && names[i - 1].isLower();
        if (letter && !hump)
            continue;
        if (isWord(i))
            return true;
        begin = hump ? i : i + 1;
    }
    return isWord(names.size()) || names.contains(QLatin1StringView("sr-only"))
        || names.contains(QLatin1StringView("screen-reader"));
}

bool hasSurroundingRole(const QString &role)
{
    static const QSet<QString> roles{
        QStringLiteral("navigation"), QStringLiteral("banner"), QStringLiteral("complementary"),
        QStringLiteral("search"),     QStringLiteral("dialog"), QStringLiteral("contentinfo"),
        QStringLiteral("menu"),       QStringLiteral("alert"),  QStringLiteral("alertdialog")};
    return roles.contains(role);
}

int lengthOf(const QString &text)
{
    return static_cast<int>(std::ranges::count_if(text, [](QChar c) { return !c.isSpace(); }));
}

} // namespace

Article::Article(const HtmlTree &tree)
    : m_tree(tree)
    , m_parts(static_cast<std::size_t>(tree.size()))
{
    dropByMarks();
    count();
    dropSuspects();
    count();
    dropLinkLists();
    count();
    choose();
}

void Article::drop(int i)
{
    for (int k = i; k < m_tree.at(i).end; ++k)
        part(k).dropped = true;
}

void Article::dropByMarks()
{
    for (int i = 0; i < m_tree.size(); ++i) {
        const GumboTag tag = m_tree.tag(i);
        if (part(i).dropped || tag == GUMBO_TAG_LAST)
            continue;
        const QString style = m_tree.attribute(i, "style").remove(u' ');
        if (isNeverRead(tag) || m_tree.has(i, "hidden") || m_tree.attribute(i, "aria-hidden") == u"true"
            || style.contains(QLatin1StringView("display:none"))) {
            drop(i);
            continue;
        }
        part(i).suspect = tag != GUMBO_TAG_BODY && tag != GUMBO_TAG_HTML
            && (isDoubtful(tag) || hasSurroundingRole(m_tree.attribute(i, "role"))
                || namesSurroundings(m_tree.attribute(i, "class") + u' ' + m_tree.attribute(i, "id")));
    }
}

void Article::count()
{
    for (Part &each : m_parts)
        each = {.dropped = each.dropped, .suspect = each.suspect};
    // Backwards, all that is inside a node has been counted when it is reached.
    std::vector<char> linked(m_parts.size());
    for (int i = 1; i < m_tree.size(); ++i) {
        linked[static_cast<std::size_t>(i)] =
            static_cast<char>(m_tree.tag(i) == GUMBO_TAG_A || linked[static_cast<std::size_t>(m_tree.at(i).parent)]);
    }
    std::vector<int> own(m_parts.size()); // Of a block, not of the blocks in it
    for (int i = m_tree.size() - 1; i > 0; --i) {
        const auto index = static_cast<std::size_t>(i);
        const auto parent = static_cast<std::size_t>(m_tree.at(i).parent);
        Part &mine = part(i);
        if (mine.dropped)
            continue;
        const GumboTag tag = m_tree.tag(i);
        if (m_tree.isText(i)) {
            const int length = lengthOf(m_tree.text(i));
            (linked[index] ? mine.links : mine.words) = length;
            own[index] = linked[index] ? 0 : length;
        }
        mine.headed = mine.headed || tag == GUMBO_TAG_H1;
        if (!isBlock(tag)) {
            own[parent] += own[index];
        } else if (own[index] >= proseLength) {
            mine.prose += own[index];
            mine.paragraph = true;
        }
        Part &outer = m_parts[parent];
        outer.words += mine.words;
        outer.links += mine.links;
        outer.prose += mine.prose;
        outer.headed = outer.headed || mine.headed;
    }
}

void Article::dropSuspects()
{
    const int all = part(0).prose;
    for (int i = 0; i < m_tree.size(); i = part(i).dropped ? m_tree.at(i).end : i + 1) {
        const Part &mine = part(i);
        if (mine.suspect && !mine.headed && mine.prose <= all * 8LL / 10)
            drop(i);
    }
}

void Article::dropLinkLists()
{
    for (int i = 0; i < m_tree.size(); i = part(i).dropped ? m_tree.at(i).end : i + 1) {
        const Part &mine = part(i);
        const GumboTag tag = m_tree.tag(i);
        const bool list = isList(tag) && mine.prose == 0 && mine.links > mine.words;
        // “Read also: …”
        const bool pointer = (tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI) && mine.links > 4 * mine.words;
        if ((list || pointer) && !mine.headed)
            drop(i);
    }
}

void Article::choose()
{
    const int all = part(0).prose;
    int root = 0;
    for (int i = 0; i < m_tree.size(); i = part(i).dropped ? m_tree.at(i).end : i + 1) {
        // Not a paragraph: the others beside it may be short.
        if (m_tree.at(i).parent == root && !part(i).paragraph && part(i).prose > 0 && part(i).prose >= all * 7LL / 10)
            root = i;
    }
    // An article or the main part is whole: what opens it may stand apart from its body.
    for (int i = root; i >= 0; i = m_tree.at(i).parent) {
        if (m_tree.tag(i) == GUMBO_TAG_ARTICLE || m_tree.tag(i) == GUMBO_TAG_MAIN) {
            root = i;
            break;
        }
    }
    m_begin = root;
    m_end = m_tree.at(root).end;
    // The headline is the first in it, or the last before it.
    const bool inside = part(root).headed;
    for (int i = inside ? root : 0; i < m_end; i = part(i).dropped ? m_tree.at(i).end : i + 1) {
        if (m_tree.tag(i) == GUMBO_TAG_H1 && (m_headline < 0 || !inside))
            m_headline = i;
    }
    if (m_headline >= 0)
        m_begin = std::min(m_begin, m_headline);
}

} // namespace dateline
