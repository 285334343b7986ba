#include "sources/decoding.h"
#include "sources/readers/page.h"
#include "sources/readers/readers.h"
#include "sources/readers/refusal.h"
#include "sources/writtentime.h"

#undef signals // GLib has a field of this name.
#include <gmime/gmime.h>

#include <memory>

namespace dateline
{

namespace
{

template<typename T>
using Owned = std::unique_ptr<T, void (*)(void *)>;

template<typename T>
Owned<T> owned(T *object)
{
    return Owned<T>(object, [](void *o) {
        if (o)
            g_object_unref(o);
    });
}

QString textOf(char *given)
{
    const QString text = QString::fromUtf8(given ? given : "").simplified();
    g_free(given);
    return text;
}

/// A part of a mail that is to be read.
struct Part
{
    QByteArray bytes; ///< As they were before the mail packed them.
    QByteArray charset;
    QByteArray location; ///< The address that it was saved from.
    bool html = false;
    bool flowed = false; ///< A line that ends with a space goes on in the next one.
};

QByteArray bytesOf(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return {};
    const auto stream = owned(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char *>(bytes->data), static_cast<qsizetype>(bytes->len)};
}

/// The plain and HTML texts of @p message, not what is attached to it.
std::vector<Part> partsOf(GMimeMessage *message)
{
    std::vector<Part> parts;
    GMimePartIter *walk = g_mime_part_iter_new(GMIME_OBJECT(message));
    do {
        GMimeObject *object = g_mime_part_iter_get_current(walk);
        GMimeContentType *type = object ? g_mime_object_get_content_type(object) : nullptr;
        const bool html = type && g_mime_content_type_is_type(type, "text", "html");
        const bool xhtml = type && g_mime_content_type_is_type(type, "application", "xhtml+xml");
        const bool plain = type && g_mime_content_type_is_type(type, "text", "plain");
        const char *disposition = object ? g_mime_object_get_disposition(object) : nullptr;
        const bool attached = disposition && g_ascii_strcasecmp(disposition, "attachment") == 0;
        if (!GMIME_IS_PART(object) || attached || !(html || xhtml || plain))
            continue;
        const char *format = g_mime_content_type_get_parameter(type, "format");
        parts.push_back({bytesOf(GMIME_PART(object)), g_mime_content_type_get_parameter(type, "charset"),
                         g_mime_part_get_content_location(GMIME_PART(object)), !plain,
                         format && g_ascii_strcasecmp(format, "flowed") == 0});
    } while (g_mime_part_iter_next(walk));
    g_mime_part_iter_free(walk);
    return parts;
}

QString plainTextOf(const Part &part)
{
    QString text = textFromBytes(part.bytes, part.charset);
    text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    if (part.flowed)
        text.replace(QLatin1StringView(" \n"), QLatin1StringView(" "));
    return text;
}

QString headerOf(GMimeMessage *message, const char *name)
{
    const char *value = g_mime_object_get_header(GMIME_OBJECT(message), name);
    return QString::fromUtf8(value ? value : "").simplified();
}

std::optional<WrittenTime> dateOf(GMimeMessage *message)
{
    GDateTime *date = g_mime_message_get_date(message);
    if (!date)
        return std::nullopt;
    const int offset = static_cast<int>(g_date_time_get_utc_offset(date) / G_TIME_SPAN_SECOND);
    const QDateTime time = QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(date), QTimeZone::utc());
    return writtenTimeIn(time.toOffsetFromUtc(offset).toString(Qt::ISODate));
}

QString senderOf(GMimeMessage *message)
{
    InternetAddressList *from = g_mime_message_get_from(message);
    return from ? textOf(internet_address_list_to_string(from, nullptr, FALSE)) : QString();
}

Document mailFrom(GMimeMessage *message)
{
    Document document;
    const std::vector<Part> parts = partsOf(message);
    QStringList texts;
    for (const Part &part : parts) {
        if (!part.html)
            texts.append(plainTextOf(part));
    }
    document.text = texts.join(QLatin1StringView("\n\n"));
    // The same words stand there once more as a web page; where they do so only, they are read from there.
    if (QStringView(document.text).trimmed().isEmpty()) {
        for (const Part &part : parts) {
            Document page;
            if (part.html)
                takePage(part.bytes, part.charset, page);
            document.text += document.text.isEmpty() ? page.text : QLatin1StringView("\n\n") + page.text;
        }
    }
    document.title = QString::fromUtf8(g_mime_message_get_subject(message)).simplified();
    document.author = senderOf(message);
    document.published = dateOf(message);
    document.language = headerOf(message, "Content-Language");
    document.address = headerOf(message, "Archived-At").remove(u'<').remove(u'>');
    return document;
}

/// Calls @p take with every message in @p bytes and where it begins and ends.
template<typename Take>
void eachMessage(const QByteArray &bytes, const Take &take)
{
    static const bool ready = [] {
        g_mime_init();
        return true;
    }();
    Q_UNUSED(ready)
    const auto stream =
        owned(g_mime_stream_mem_new_with_buffer(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    const auto parser = owned(g_mime_parser_new_with_stream(stream.get()));
    if (bytes.startsWith("From "))
        g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MBOX);
    qsizetype begin = 0;
    do {
        const auto message = owned(g_mime_parser_construct_message(parser.get(), nullptr));
        if (!message)
            return;
        const qsizetype end = g_mime_parser_eos(parser.get()) ? bytes.size() : g_mime_parser_tell(parser.get());
        take(message.get(), begin, end);
        begin = end;
    } while (!g_mime_parser_eos(parser.get()) && bytes.startsWith("From "));
}

} // namespace

SourcesRead readMail(const QByteArray &bytes, const QString &name)
{
    SourcesRead read;
    eachMessage(bytes, [&](GMimeMessage *message, qsizetype begin, qsizetype end) {
        Document document = mailFrom(message);
        if (QStringView(document.text).trimmed().isEmpty())
            return;
        if (begin > 0 || end < bytes.size()) // One of several in a mailbox
            document.bytes = bytes.sliced(begin, std::max<qsizetype>(end - begin, 0));
        read.documents.push_back(std::move(document));
    });
    if (read.documents.empty())
        return refusal(Error::Kind::Malformed, "“%1” is a mail without words in it; read what is attached to it", name);
    return read;
}

SourcesRead readMhtml(const QByteArray &bytes, const QString &name)
{
    SourcesRead read;
    eachMessage(bytes, [&](GMimeMessage *message, qsizetype, qsizetype) {
        const std::vector<Part> parts = partsOf(message);
        const auto page = std::ranges::find_if(parts, &Part::html); // The first one; the others are in its frames.
        if (page == parts.end())
            return;
        Document document;
        document.address = headerOf(message, "Snapshot-Content-Location");
        if (document.address.isEmpty())
            document.address = QString::fromUtf8(page->location);
        document.title = QString::fromUtf8(g_mime_message_get_subject(message)).simplified();
        takePage(page->bytes, page->charset, document);
        if (const std::optional<WrittenTime> saved = dateOf(message))
            document.retrieved = saved->instant;
        if (!document.text.isEmpty())
            read.documents.push_back(std::move(document));
    });
    if (read.documents.empty()) {
        return refusal(Error::Kind::Malformed,
                       "“%1” is a saved web page without words of its own; save it again once it shows them", name);
    }
    return read;
}

} // namespace dateline
