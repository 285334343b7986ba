#include "sources/readers/jsonparts.h"
#include "sources/readers/readers.h"
#include "sources/readers/refusal.h"
#include "sources/writtentime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dateline
{

// Every message is a document: what it says “this morning” is told by its own date, it has an address and an author of
// its own, and a quote from it is checked against its own few bytes. A chat as one document would have no date and would
// change with every new message. Its bytes are its own JSON as it stands in the export, not the whole export: a case
// with 50,000 messages then holds 50 MB and not 50,000 times that, and opens any of them at once.

namespace
{

/// Plain strings and strings with a style (“bold”, “link”) alternate.
QString textOf(const QJsonValue &value)
{
    if (!value.isArray())
        return value.toString();
    QString text;
    for (const QJsonValue part : value.toArray())
        text += part.isString() ? part.toString() : part[QLatin1StringView("text")].toString();
    return text;
}

/// When @p what, “date” or “edited”, happened.
std::optional<WrittenTime> timeOf(const QJsonObject &message, QLatin1StringView what)
{
    constexpr qint64 year10000 = 253'402'300'800;
    bool known = false;
    const qint64 seconds = message[what + QLatin1StringView("_unixtime")].toString().toLongLong(&known);
    if (known && seconds > 0 && seconds < year10000)
        return writtenTimeOf(QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()));
    // Early exports have only the clock of the computer that made them.
    return writtenTimeIn(message[what].toString());
}

std::optional<Document> documentFrom(const QJsonObject &message, const QJsonObject &chat)
{
    const QString type = chat[QLatin1StringView("type")].toString();
    const bool channel = type.endsWith(QLatin1StringView("channel"));
    Document document;
    document.text = textOf(message[QLatin1StringView("text")]);
    if (message[QLatin1StringView("type")].toString() != u"message" || document.text.trimmed().isEmpty())
        return std::nullopt;
    document.published = timeOf(message, QLatin1StringView("date"));
    document.modified = laterThan(document.published, timeOf(message, QLatin1StringView("edited")));
    document.publisher = chat[QLatin1StringView("name")].toString();
    // Whose words they are: the one they were forwarded from, the one who signed, the one who sent.
    for (const char *field : {"forwarded_from", "author", "from"}) {
        if (document.author.isEmpty())
            document.author = message[QLatin1StringView(field)].toString();
    }
    if (document.author == document.publisher)
        document.author.clear();
    const auto chatId = chat[QLatin1StringView("id")].toInteger();
    const auto id = message[QLatin1StringView("id")].toInteger();
    if ((channel || type.endsWith(QLatin1StringView("supergroup"))) && chatId > 0 && id > 0)
        document.address = QStringLiteral("https://t.me/c/%1/%2").arg(chatId).arg(id);
    document.title = nameOf(document);
    return document;
}

} // namespace

SourcesRead readTelegram(const QByteArray &bytes, const QString &name)
{
    SourcesRead read;
    qsizetype damaged = 0;
    for (const JsonList &list : listsUnder("messages", bytes)) {
        const QJsonObject chat = QJsonDocument::fromJson(list.before).object();
        for (const QByteArrayView part : list.objects) {
            const QByteArray json = part.toByteArray();
            const QJsonObject message = QJsonDocument::fromJson(json).object();
            damaged += message.isEmpty() ? 1 : 0;
            std::optional<Document> document = documentFrom(message, chat);
            if (!document)
                continue; // A picture alone, or somebody came or went.
            document->bytes = json;
            read.documents.push_back(std::move(*document));
        }
    }
    if (damaged > 0) {
        read.refused.push_back(
            {Error::Kind::Malformed,
             sentence("%2 messages of “%1” are damaged and were not read; export the chat anew", name).arg(damaged),
             name});
    }
    if (read.documents.empty() && read.refused.empty())
        return refusal(Error::Kind::Malformed, "“%1” is an exported chat without words in it", name);
    return read;
}

} // namespace dateline
