#include "sources/plaintext.h"

#include "sources/decoding.h"
#include "sources/writtentime.h"

#include <QCoreApplication>

#include <algorithm>

namespace dateline
{

namespace
{

/// A line of front matter, “title: "A day in Goris"”, without its quotation marks.
void takeField(QStringView line, Document &document)
{
    const qsizetype colon = line.indexOf(u':');
    if (colon <= 0)
        return;
    const QStringView name = line.first(colon).trimmed();
    QStringView value = line.sliced(colon + 1).trimmed();
    if (value.size() >= 2 && value.front() == value.back() && (value.front() == u'"' || value.front() == u'\''))
        value = value.sliced(1, value.size() - 2);
    const QString text = value.toString();
    if (name == u"title")
        document.title = text;
    else if (name == u"author")
        document.author = text;
    else if (name == u"publisher" || name == u"source")
        document.publisher = text;
    else if (name == u"lang" || name == u"language")
        document.language = text;
    else if (name == u"url" || name == u"link" || name == u"canonical")
        document.address = text;
    else if (name == u"date" || name == u"published")
        document.published = writtenTimeIn(text);
}

} // namespace

SourcesRead readPlainText(const QByteArray &bytes, const QString &name)
{
    std::optional<QString> text = textFromBytes(bytes);
    if (!text) {
        return {{},
                {{Error::Kind::Unsupported,
                  QCoreApplication::translate(
                      "Sources", "“%1” is no text and of no kind that is read; save or copy its words as a text file")
                      .arg(name),
                  name}}};
    }
    Document document;
    document.text = std::move(*text);
    SourcesRead read;
    read.documents.push_back(std::move(document));
    return read;
}

SourcesRead readMarkdown(const QByteArray &bytes, const QString &name)
{
    SourcesRead read = readPlainText(bytes, name);
    for (Document &document : read.documents) {
        QString &text = document.text = tidyText(std::move(document.text));
        if (text.startsWith(QLatin1StringView("---\n"))) {
            const qsizetype end = text.indexOf(QLatin1StringView("\n---"), 3);
            for (const QStringView line : QStringView(text).first(std::max<qsizetype>(end, 0)).tokenize(u'\n'))
                takeField(line, document);
        } else if (text.startsWith(QLatin1StringView("# "))) {
            document.title = text.sliced(2, std::max<qsizetype>(text.indexOf(u'\n'), 2) - 2).trimmed();
        }
    }
    return read;
}

QString tidyText(QString text)
{
    text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    text.replace(u'\r', u'\n');
    text.removeIf([](QChar c) {
        const char16_t unit = c.unicode();
        return (unit < 0x20 && unit != u'\n' && unit != u'\t' && unit != u'\f' && unit != u'\v') || unit == 0x7F
            || unit == 0xFEFF;
    });
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

} // namespace dateline
