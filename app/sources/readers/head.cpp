#include "sources/readers/head.h"

#include "sources/readers/jsonld.h"
#include "sources/writtentime.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrl>

namespace dateline
{

namespace
{

using Metas = QHash<QString, QString>;

Metas metasOf(const HtmlTree &tree)
{
    Metas metas;
    for (int i = 0; i < tree.size(); ++i) {
        if (tree.tag(i) != GUMBO_TAG_META)
            continue;
        for (const char *key : {"property", "name", "itemprop", "http-equiv"}) {
            const QString name = tree.attribute(i, key).toLower();
            const QString content = tree.attribute(i, "content").simplified();
            if (!name.isEmpty() && !content.isEmpty() && !metas.contains(name))
                metas.insert(name, content);
        }
    }
    return metas;
}

/// The first of @p names that the page has.
QString metaOf(const Metas &metas, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString value = metas.value(QLatin1StringView(name));
        if (!value.isEmpty())
            return value;
    }
    return {};
}

QString firstOf(std::initializer_list<QString> values)
{
    for (const QString &value : values) {
        if (!value.isEmpty())
            return value;
    }
    return {};
}

bool isWebAddress(const QString &text)
{
    return text.startsWith(QLatin1StringView("http://"), Qt::CaseInsensitive)
        || text.startsWith(QLatin1StringView("https://"), Qt::CaseInsensitive);
}

/// The address that a browser or an extension wrote into a comment when it saved the page.
QString savedFrom(const HtmlTree &tree)
{
    static const QRegularExpression form(QStringLiteral("(?:saved from url=\\(\\d+\\)|\\burl: *)(https?://\\S+)"));
    for (int i = 0; i < tree.size() && tree.tag(i) != GUMBO_TAG_BODY; ++i) {
        if (!tree.isComment(i))
            continue;
        if (const auto match = form.match(tree.text(i).left(4096)); match.hasMatch())
            return match.captured(1);
    }
    return {};
}

QString canonicalOf(const HtmlTree &tree)
{
    for (int i = 0; i < tree.size(); ++i) {
        if (tree.tag(i) == GUMBO_TAG_LINK && tree.attribute(i, "rel").toLower() == u"canonical")
            return tree.attribute(i, "href");
    }
    return {};
}

QString addressFrom(const HtmlTree &tree, const Metas &metas, const ToldArticle &told, const QString &known)
{
    QString saved = firstOf({savedFrom(tree), known});
    for (const QString &address : {canonicalOf(tree), metaOf(metas, {"og:url"}), told.address}) {
        const QString whole = isWebAddress(address) || saved.isEmpty() || address.isEmpty()
            ? address
            : QUrl(saved).resolved(QUrl(address)).toString();
        if (isWebAddress(whole))
            return whole;
    }
    return saved;
}

/// The title without “ | The Publisher” behind it.
QString withoutPublisher(const QString &title, const QString &publisher)
{
    static const QRegularExpression separator(QStringLiteral("\\s+[|\\-–—:·»]+\\s*$"));
    if (publisher.isEmpty() || !title.endsWith(publisher, Qt::CaseInsensitive))
        return title;
    const QString rest = title.chopped(publisher.size());
    const auto match = separator.match(rest);
    return match.hasMatch() && match.capturedStart() > 0 ? rest.first(match.capturedStart()) : title;
}

QString titleFrom(const HtmlTree &tree, const Article &article, const Metas &metas, const ToldArticle &told)
{
    const QString headline = article.headline() < 0 ? QString() : tree.wordsIn(article.headline());
    const int element = tree.first(GUMBO_TAG_TITLE);
    return firstOf({told.headline, metaOf(metas, {"og:title", "twitter:title", "dc.title", "citation_title"}), headline,
                    element < 0 ? QString() : tree.wordsIn(element)});
}

QString authorFrom(const HtmlTree &tree, const Article &article, const Metas &metas, const ToldArticle &told)
{
    QString author =
        firstOf({told.author, metaOf(metas, {"author", "article:author", "dc.creator", "parsely-author", "byl"})});
    if (!author.isEmpty() && !isWebAddress(author))
        return author;
    for (int i = 0; i < tree.size(); ++i) {
        if (!article.isDropped(i)
            && (tree.attribute(i, "rel") == u"author" || tree.attribute(i, "itemprop") == u"author"))
            return tree.wordsIn(i).left(200);
    }
    return {};
}

/// When the first `<time>` of the article says it is, a marked one before others.
std::optional<WrittenTime> timeElement(const HtmlTree &tree, const Article &article)
{
    std::optional<WrittenTime> first;
    for (int i = 0; i < tree.size(); ++i) {
        if (tree.tag(i) != GUMBO_TAG_TIME || article.isDropped(i))
            continue;
        const std::optional<WrittenTime> time = writtenTimeIn(tree.attribute(i, "datetime"));
        if (time && (tree.has(i, "pubdate") || tree.attribute(i, "itemprop") == u"datePublished"))
            return time;
        if (!first)
            first = time;
    }
    return first;
}

std::optional<WrittenTime> firstTimeIn(const QStringList &fields)
{
    for (const QString &field : fields) {
        if (std::optional<WrittenTime> time = writtenTimeIn(field))
            return time;
    }
    return std::nullopt;
}

std::optional<WrittenTime> publishedFrom(const HtmlTree &tree, const Article &article, const Metas &metas,
                                         const ToldArticle &told)
{
    const auto stated = firstTimeIn(
        {told.published,
         metaOf(metas,
                {"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
                 "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued",
                 "dcterms.issued", "dcterms.created", "dc.date", "citation_publication_date", "date"})});
    return stated ? stated : timeElement(tree, article);
}

std::optional<WrittenTime> modifiedFrom(const Metas &metas, const ToldArticle &told)
{
    return firstTimeIn(
        {told.modified,
         metaOf(metas,
                {"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"})});
}

} // namespace

void takeHead(const HtmlTree &tree, const Article &article, Document &document)
{
    const Metas metas = metasOf(tree);
    const ToldArticle told = toldInJsonLd(tree);
    const int html = tree.first(GUMBO_TAG_HTML);
    document.publisher = firstOf(
        {told.publisher, metaOf(metas, {"og:site_name", "dc.publisher", "application-name"}), document.publisher});
    document.title =
        firstOf({withoutPublisher(titleFrom(tree, article, metas, told), document.publisher), document.title});
    document.author = firstOf({authorFrom(tree, article, metas, told), document.author});
    document.address = addressFrom(tree, metas, told, document.address);
    document.language = firstOf({html < 0 ? QString() : tree.attribute(html, "lang"), told.language,
                                 metaOf(metas, {"og:locale", "content-language"}), document.language})
                            .replace(u'_', u'-');
    const std::optional<WrittenTime> modified = modifiedFrom(metas, told);
    if (const std::optional<WrittenTime> published = publishedFrom(tree, article, metas, told))
        document.published = published;
    else if (modified)
        document.published = modified;
    document.modified = laterThan(document.published, modified);
}

} // namespace dateline
