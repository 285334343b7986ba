#include "sources/readers/warcrecords.h"

#include <QList>

#include <algorithm>
#include <utility>

namespace dateline
{

namespace
{

constexpr qsizetype longestHeader = 256 * 1024;

/// The lines of a header and where the block after it begins.
struct Header
{
    QByteArray first;
    QList<std::pair<QByteArray, QByteArray>> fields;
    qsizetype end = 0;

    /// A field, whose name is in small letters.
    [[nodiscard]] QByteArray field(QByteArrayView name) const
    {
        const auto found = std::ranges::find_if(fields, [&](const auto &each) { return each.first == name; });
        return found == fields.end() ? QByteArray() : found->second;
    }
};

std::optional<Header> headerIn(QByteArrayView bytes)
{
    Header header;
    const QByteArrayView start = bytes.first(std::min(bytes.size(), longestHeader));
    for (qsizetype begin = 0;;) {
        const qsizetype end = start.indexOf('\n', begin);
        if (end < 0)
            return std::nullopt;
        const QByteArrayView line = start.sliced(begin, end - begin).trimmed();
        if (line.isEmpty() && begin > 0) {
            header.end = end + 1;
            return header;
        }
        if (begin == 0)
            header.first = line.toByteArray();
        else if (const qsizetype colon = line.indexOf(':'); colon > 0)
            header.fields.append(
                {line.first(colon).trimmed().toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray()});
        begin = end + 1;
    }
}

QByteArray unchunked(QByteArrayView body)
{
    QByteArray whole;
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype line = body.indexOf('\n', at);
        bool known = false;
        const QByteArray size = body.sliced(at, std::max<qsizetype>(line - at, 0)).toByteArray();
        const qlonglong length = size.split(';').first().trimmed().toLongLong(&known, 16);
        // Some archives put chunks together and leave the field that says that there are some.
        if (line < 0 || !known || length < 0)
            return at == 0 ? body.toByteArray() : whole;
        if (length == 0)
            break;
        const qsizetype room = body.size() - line - 1;
        whole += body.sliced(line + 1, std::min<qsizetype>(length, room));
        at = line + 1 + std::min<qsizetype>(length, room);
        at += body.sliced(at).startsWith("\r\n") ? 2 : body.sliced(at).startsWith("\n") ? 1 : 0;
    }
    return whole;
}

} // namespace

std::optional<WarcRecord> nextRecord(const QByteArray &warc, qsizetype &position)
{
    while (position < warc.size() && (warc[position] == '\r' || warc[position] == '\n'))
        ++position;
    const QByteArrayView rest = QByteArrayView(warc).sliced(position);
    const std::optional<Header> header = rest.startsWith("WARC/") ? headerIn(rest) : std::nullopt;
    if (!header)
        return std::nullopt;
    bool known = false;
    const qlonglong length = header->field("content-length").toLongLong(&known);
    if (!known || length < 0 || length > rest.size() - header->end)
        return std::nullopt;
    position += header->end + length;
    QString address = QString::fromUtf8(header->field("warc-target-uri"));
    if (address.startsWith(u'<') && address.endsWith(u'>')) // As early writers had it
        address = address.sliced(1, address.size() - 2);
    return WarcRecord{rest.first(header->end + length),
                      header->field("warc-type").toLower(),
                      address,
                      QString::fromLatin1(header->field("warc-date")),
                      header->field("content-type").toLower(),
                      rest.sliced(header->end, length)};
}

std::optional<HttpAnswer> answerFrom(QByteArrayView block)
{
    const std::optional<Header> header = block.startsWith("HTTP/") ? headerIn(block) : std::nullopt;
    if (!header)
        return std::nullopt;
    HttpAnswer answer;
    answer.status = header->first.split(' ').value(1).toInt();
    const QByteArray type = header->field("content-type");
    answer.mediaType = type.split(';').first().trimmed().toLower();
    if (const qsizetype at = type.toLower().indexOf("charset="); at >= 0)
        answer.charset = type.sliced(at + 8).split(';').first().trimmed().replace('"', "");
    const QByteArray packing = header->field("content-encoding").toLower();
    answer.packing = packing == "identity" ? QByteArray() : packing;
    const QByteArrayView body = block.sliced(header->end);
    answer.body =
        header->field("transfer-encoding").toLower().contains("chunked") ? unchunked(body) : body.toByteArray();
    return answer;
}

} // namespace dateline
