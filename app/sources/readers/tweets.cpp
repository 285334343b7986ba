#include "sources/readers/jsonparts.h"
#include "sources/readers/readers.h"
#include "sources/readers/refusal.h"
#include "sources/writtentime.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace dateline
{

// As with a chat, every post is a document with its own date, author, address and bytes.

namespace
{

QString firstOf(const QJsonObject &object, std::initializer_list<const char *> fields)
{
    for (const char *field : fields) {
        const QString value = object[QLatin1StringView(field)].toString();
        if (!value.isEmpty())
            return value;
    }
    return {};
}

/// The three characters that X keeps as HTML does; the ampersand last, for it begins the others.
QString unescaped(QString text)
{
    text.replace(QLatin1StringView("&lt;"), QLatin1StringView("<"));
    text.replace(QLatin1StringView("&gt;"), QLatin1StringView(">"));
    return text.replace(QLatin1StringView("&amp;"), QLatin1StringView("&"));
}

std::optional<WrittenTime> dateOf(const QString &text)
{
    const QDateTime time =
        QLocale::c().toDateTime(text, QStringLiteral("ddd MMM dd HH:mm:ss '+0000' yyyy")); // Always in UTC
    if (time.isValid())
        return writtenTimeOf(QDateTime(time.date(), time.time(), QTimeZone::utc()));
    return writtenTimeIn(text);
}

std::optional<Document> documentFrom(const QJsonObject &object)
{
    const QJsonValue inner = object[QLatin1StringView("tweet")];
    const QJsonObject tweet = inner.isObject() ? inner.toObject() : object;
    Document document;
    document.text = unescaped(firstOf(tweet, {"full_text", "text"}));
    if (document.text.trimmed().isEmpty())
        return std::nullopt;
    document.published = dateOf(firstOf(tweet, {"created_at"}));
    document.language = firstOf(tweet, {"lang"});
    if (document.language == u"und" || document.language.startsWith(u'q')) // X's own codes for “none”
        document.language.clear();
    const QJsonObject user = tweet[QLatin1StringView("user")].toObject();
    const QString account = firstOf(user, {"screen_name"});
    const QString name = firstOf(user, {"name"});
    document.author = account.isEmpty() ? name
        : name.isEmpty()                ? u'@' + account
                                        : QStringLiteral("%1 (@%2)").arg(name, account);
    const QString id = firstOf(tweet, {"id_str", "id"});
    if (!id.isEmpty()) {
        document.address =
            QStringLiteral("https://x.com/%1/status/%2").arg(account.isEmpty() ? QStringLiteral("i/web") : account, id);
    }
    document.publisher = QStringLiteral("X");
    document.title = nameOf(document);
    return document;
}

} // namespace

SourcesRead readTweets(const QByteArray &bytes, const QString &name)
{
    SourcesRead read;
    qsizetype damaged = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype length = 0;
        for (const QByteArrayView part : objectsIn(QByteArrayView(bytes).sliced(at), &length)) {
            const QByteArray json = part.toByteArray();
            const QJsonObject object = QJsonDocument::fromJson(json).object();
            damaged += object.isEmpty() ? 1 : 0;
            if (std::optional<Document> document = documentFrom(object)) {
                document->bytes = json;
                read.documents.push_back(std::move(*document));
            }
        }
        at += length + 1;
    }
    if (damaged > 0) {
        read.refused.push_back(
            {Error::Kind::Malformed,
             sentence("%2 posts of “%1” are damaged and were not read; ask for the export anew", name).arg(damaged),
             name});
    }
    if (read.documents.empty() && read.refused.empty())
        return refusal(Error::Kind::Malformed, "“%1” is an export of posts without words in it", name);
    return read;
}

} // namespace dateline
