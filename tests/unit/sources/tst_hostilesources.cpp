#include "../../faults/random.h"
#include "sources/formats.h"
#include "sources/plaintext.h"
#include "sources/readers/readers.h"

#include <QDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

const QString folder = QStringLiteral(TEST_DATA_DIR "/sources/");

QByteArray bytesOf(const QString &name)
{
    QFile file(folder + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray zipOf(const char *path, const QByteArray &content)
{
    QByteArray zip(1 << 24, '\0');
    std::size_t used = 0;
    archive *to = archive_write_new();
    archive_write_set_format_zip(to);
    archive_write_open_memory(to, zip.data(), static_cast<std::size_t>(zip.size()), &used);
    archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, path);
    archive_entry_set_size(entry, content.size());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(to, entry);
    archive_write_data(to, content.constData(), static_cast<std::size_t>(content.size()));
    archive_entry_free(entry);
    archive_write_close(to);
    archive_write_free(to);
    return zip.first(static_cast<qsizetype>(used));
}

/// @p bytes with a few changes of the kinds that damage and intent make.
QByteArray mutated(QByteArray bytes, Random &random)
{
    const auto place = [&] { return static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size()))); };
    for (std::uint64_t changes = 1 + random.below(6); changes > 0 && !bytes.isEmpty(); --changes) {
        const qsizetype at = place();
        const auto length = std::min(bytes.size() - at, static_cast<qsizetype>(1 + random.below(64)));
        switch (random.below(5)) {
        case 0: bytes[at] = static_cast<char>(random.below(256)); break;
        case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8))); break;
        case 2: bytes.remove(at, length); break;
        case 3: bytes.insert(place(), bytes.sliced(at, length)); break;
        default: bytes.truncate(at + 1); break;
        }
    }
    return bytes;
}

Read readerOf(const Format &format)
{
    return format.read ? format.read : std::ranges::find(readers(), format.key, &Reader::key)->read;
}

} // namespace

class TestHostileSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesAThousandMutationsOfEveryFormat_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : QDir(folder).entryList(QDir::Files))
            QTest::newRow(qPrintable(name)) << name;
    }
    void survivesAThousandMutationsOfEveryFormat()
    {
        QFETCH(QString, name);
        const QByteArray whole = bytesOf(name);
        const Read read = readerOf(formatOf(whole));
        Random random(20230304);
        for (int i = 0; i < 1000; ++i) {
            const QByteArray bytes = mutated(whole, random);
            (void)formatOf(bytes);
            const SourcesRead got = read(bytes, name);
            QVERIFY(!got.documents.empty() || !got.refused.empty());
            for (const Document &document : got.documents)
                QVERIFY(tidyText(document.text).isValidUtf16());
            for (const Error &error : got.refused)
                QVERIFY(!error.message.isEmpty() && !error.message.endsWith(u'.'));
        }
    }

    void refusesWhatWouldGrowBeyondReason_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray zeros(200 * 1024 * 1024, ' ');
        QTest::newRow("DOCX") << u"docx"_s << zipOf("word/document.xml", zeros);
        QTest::newRow("ODT") << u"odt"_s << zipOf("content.xml", zeros);
        QTest::newRow("WACZ") << u"wacz"_s << zipOf("archive/data.warc", zeros);
    }
    void refusesWhatWouldGrowBeyondReason()
    {
        QFETCH(QString, key);
        QFETCH(QByteArray, bytes);
        QVERIFY(bytes.size() < 1024 * 1024);
        const SourcesRead read = std::ranges::find(readers(), key, &Reader::key)->read(bytes, u"bomb"_s);
        QVERIFY(read.documents.empty());
        QVERIFY(read.refused.front().message.contains(u"a hundred times"));
    }

    void refusesEntitiesThatGrow()
    {
        QByteArray xml = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'laugh'>";
        for (char i = '1'; i <= '9'; ++i)
            xml += QByteArray("<!ENTITY a") + i + " '"
                + QByteArray("&aN;").replace('N', static_cast<char>(i - 1)).repeated(10) + "'>";
        xml += "]><d><p>&a9;</p></d>";
        QVERIFY(readDocx(zipOf("word/document.xml", xml), u"x"_s).documents.empty());
        QVERIFY(readOdt(zipOf("content.xml", xml), u"x"_s).documents.empty());
    }

    void readsOnAndOnWithoutAStackOverflow_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray deep(200'000, '[');
        QTest::newRow("nested posts") << "[{\"full_text\": \"x\", \"created_at\": " + deep;
        QTest::newRow("nested messages") << "{\"date_unixtime\": 1, \"messages\": [{\"text\": " + deep + "}]}";
        QTest::newRow("nested objects") << "{\"from_id\": 1, \"messages\": [" + QByteArray("{\"a\":").repeated(200'000);
        QTest::newRow("one line of five million letters") << QByteArray(5'000'000, 'x');
        QTest::newRow("nested parts of a mail") << "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"
                + QByteArray("--a\nContent-Type: multipart/mixed; boundary=a\n\n").repeated(10'000);
        QTest::newRow("nested mails") << "MIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
                + QByteArray("Content-Type: message/rfc822\n\n").repeated(10'000);
    }
    void readsOnAndOnWithoutAStackOverflow()
    {
        QFETCH(QByteArray, bytes);
        const SourcesRead read = readerOf(formatOf(bytes))(bytes, u"x"_s);
        QVERIFY(!read.documents.empty() || !read.refused.empty());
    }
};

QTEST_GUILESS_MAIN(TestHostileSources)
#include "tst_hostilesources.moc"
