#include "sources/decoding.h"
#include "sources/readers/article.h"
#include "sources/readers/head.h"
#include "sources/readers/page.h"
#include "sources/readers/readers.h"
#include "sources/readers/refusal.h"

#include <QRegularExpression>

namespace dateline
{

namespace
{

/// The encoding that a page declares at its start, as browsers look for it.
QByteArray declaredIn(const QByteArray &bytes)
{
    static const QRegularExpression form(QStringLiteral("<(?:meta[^>]*?\\bcharset|\\?xml[^>]*?\\bencoding)\\s*=\\s*"
                                                        "[\"']?\\s*([A-Za-z0-9_:.-]+)"),
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(QString::fromLatin1(bytes.left(4096))).captured(1).toLatin1();
}

} // namespace

void takePage(const QByteArray &bytes, const QByteArray &charset, Document &document)
{
    const HtmlTree tree(textFromBytes(bytes, charset.isEmpty() ? declaredIn(bytes) : charset).toUtf8());
    const Article article(tree);
    document.text = article.text();
    takeHead(tree, article, document);
}

SourcesRead readHtml(const QByteArray &bytes, const QString &name)
{
    Document document;
    takePage(bytes, {}, document);
    if (document.text.isEmpty()) {
        return refusal(Error::Kind::Malformed,
                       "“%1” is a web page without words of its own; save it from the browser once it shows them",
                       name);
    }
    SourcesRead read;
    read.documents.push_back(std::move(document));
    return read;
}

} // namespace dateline
