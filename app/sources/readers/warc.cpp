#include "sources/formats.h"
#include "sources/readers/archive.h"
#include "sources/readers/page.h"
#include "sources/readers/readers.h"
#include "sources/readers/refusal.h"
#include "sources/readers/warcrecords.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace dateline
{

namespace
{

/// Beside the page that was asked for stand its frames, counters and advertisements, which have next to no words.
constexpr qsizetype fewWords = 200;

QString withoutFragment(const QString &address)
{
    return address.section(u'#', 0, 0);
}

bool isPacked(const QByteArray &bytes)
{
    return bytes.startsWith("\x1F\x8B");
}

/// Reads the pages of an archive into documents.
class Pages
{
public:
    explicit Pages(QString name)
        : m_name(std::move(name))
    {
    }

    /// Only these pages are read; all, if there are none.
    void setWanted(QSet<QString> addresses) { m_wanted = std::move(addresses); }

    void take(const QByteArray &warc)
    {
        qsizetype position = 0;
        while (const std::optional<WarcRecord> record = nextRecord(warc, position)) {
            if (record->type == "response" || record->type == "resource")
                take(*record);
        }
        if (position < warc.size())
            refuse("“%1” is damaged or cut off; what stands before was read", m_name);
    }

    [[nodiscard]] SourcesRead finish()
    {
        const auto isLong = [](const Document &document) { return document.text.size() >= fewWords; };
        if (std::ranges::any_of(m_read.documents, isLong))
            std::erase_if(m_read.documents, std::not_fn(isLong));
        if (m_read.documents.empty() && m_read.refused.empty())
            refuse("“%1” holds no web page with words; save the page anew once it shows them", m_name);
        return std::move(m_read);
    }

private:
    void refuse(const char *text, const QString &name)
    {
        m_read.refused.push_back({Error::Kind::Malformed, sentence(text, name), m_name});
    }

    void take(const WarcRecord &record)
    {
        if (!m_wanted.isEmpty() && !m_wanted.contains(withoutFragment(record.address)))
            return;
        std::optional<HttpAnswer> answer = answerFrom(record.block);
        if (!answer && record.type == "resource")
            answer = HttpAnswer{200, record.mediaType, {}, {}, record.block.toByteArray()};
        if (!answer || answer->status != 200)
            return;
        const bool page = answer->mediaType == "text/html" || answer->mediaType == "application/xhtml+xml";
        const bool pdf = answer->mediaType == "application/pdf";
        if (!(page || pdf) || !unpack(*answer, record.address))
            return;
        Document document;
        document.address = record.address;
        if (page) {
            takePage(answer->body, answer->charset, document);
        } else {
            SourcesRead read = readPdf(answer->body, record.address);
            std::ranges::move(read.refused, std::back_inserter(m_read.refused));
            if (read.documents.empty())
                return;
            document = std::move(read.documents.front());
            document.address = record.address;
        }
        // The same page is often fetched several times.
        const QByteArray words = sha256Of(QStringView(document.text + u'\n' + document.address));
        if (document.text.isEmpty() || m_seen.contains(words))
            return;
        m_seen.insert(words);
        document.bytes = record.whole.toByteArray();
        if (const std::optional<UtcMinute> fetched = utcFromIso(record.date))
            document.retrieved = *fetched;
        m_read.documents.push_back(std::move(document));
    }

    bool unpack(HttpAnswer &answer, const QString &address)
    {
        if (answer.packing.isEmpty() || (answer.packing.endsWith("gzip") && !isPacked(answer.body)))
            return true; // Some archives unpack the body and leave the field.
        if (!isPacked(answer.body)) {
            refuse("The page %1 is packed in a way that is not read; save it as HTML", address);
            return false;
        }
        Result<QByteArray> body = unpackedGzip(answer.body, address);
        if (body)
            answer.body = std::move(*body);
        else
            m_read.refused.push_back(body.error());
        return body.has_value();
    }

    QString m_name;
    QSet<QString> m_wanted;
    QSet<QByteArray> m_seen;
    SourcesRead m_read;
};

/// The pages that a WACZ file lists, one JSON object a line.
void addListed(const QByteArray &lines, QSet<QString> &addresses)
{
    for (const QByteArray &line : lines.split('\n')) {
        const QString address = QJsonDocument::fromJson(line)[QLatin1StringView("url")].toString();
        if (!address.isEmpty())
            addresses.insert(withoutFragment(address));
    }
}

} // namespace

SourcesRead readWarc(const QByteArray &bytes, const QString &name)
{
    Result<QByteArray> warc = isPacked(bytes) ? unpackedGzip(bytes, name) : bytes;
    if (!warc)
        return {{}, {warc.error()}};
    if (!warc->startsWith("WARC/")) {
        return refusal(Error::Kind::Unsupported, "“%1” is packed with gzip and holds no web archive; unpack it first",
                       name);
    }
    Pages pages(name);
    pages.take(*warc);
    return pages.finish();
}

SourcesRead readWacz(const QByteArray &bytes, const QString &name)
{
    const auto isWarc = [](const QString &inside) {
        return inside.startsWith(QLatin1StringView("archive/"))
            && (inside.endsWith(QLatin1StringView(".warc")) || inside.endsWith(QLatin1StringView(".warc.gz")));
    };
    const auto isList = [](const QString &inside) {
        return inside.startsWith(QLatin1StringView("pages/")) && inside.endsWith(QLatin1StringView(".jsonl"));
    };
    const Result<std::vector<ArchivedFile>> files =
        filesInZip(bytes, name, [&](const QString &inside) { return isWarc(inside) || isList(inside); });
    if (!files)
        return {{}, {files.error()}};
    QSet<QString> listed;
    for (const ArchivedFile &file : *files) {
        if (isList(file.name))
            addListed(file.bytes, listed);
    }
    Pages pages(name);
    pages.setWanted(std::move(listed));
    for (const ArchivedFile &file : *files) {
        if (!isWarc(file.name))
            continue;
        Result<QByteArray> warc = isPacked(file.bytes) ? unpackedGzip(file.bytes, name) : file.bytes;
        if (!warc)
            return {{}, {warc.error()}};
        pages.take(*warc);
    }
    return pages.finish();
}

} // namespace dateline
