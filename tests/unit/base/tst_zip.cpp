#include "base/zipreading.h"
#include "base/zipwriting.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

/// Archives that are written, and read with limits.
class TestZip : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] ForeignFile file(const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(u"file.zip"_s);
        QFile made(path);
        if (!made.open(QIODevice::WriteOnly | QIODevice::Truncate) || made.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return {path, u"file.zip"_s};
    }

    static Result<QStringList> unpacked(const ForeignFile &zip, qint64 most = mostBytesInMemory)
    {
        QStringList found;
        const Result<void> done = unpackEach(
            zip, [](const QString &) { return true; },
            [&found](const QString &entry, const QByteArray &bytes) {
                found.append(entry + u'=' + QString::fromUtf8(bytes));
            },
            most);
        return done ? Result<QStringList>(found) : std::unexpected(done.error());
    }

private Q_SLOTS:
    void readsWhatItWrote()
    {
        const QString path = m_folder.filePath(u"from.txt"_s);
        QFile from(path);
        QVERIFY(from.open(QIODevice::WriteOnly));
        from.write("from a file");
        from.close();
        const std::vector<ZippedFile> files{{"a/doc.kml", "<kml/>"}, {"b.txt", {}, path}, {"empty", {}}};
        const QByteArray bytes = zipOf(files);
        QVERIFY(bytes == zipOf(files)); // No dates.
        const ForeignFile zip = file(bytes);
        const std::vector<ZipEntry> entries = entriesIn(zip).value();
        QCOMPARE(entries.size(), 3U);
        QCOMPARE(entries[0].name, u"a/doc.kml"_s);
        QCOMPARE(unpacked(zip).value(), (QStringList{u"a/doc.kml=<kml/>"_s, u"b.txt=from a file"_s, u"empty="_s}));
        QCOMPARE(bytesOf(zip, u"b.txt"_s).value(), "from a file"_ba);
        QVERIFY(!bytesOf(zip, u"c.txt"_s));

        const QString written = m_folder.filePath(u"written.zip"_s);
        QVERIFY(writeZip(written, files));
        QFile again(written);
        QVERIFY(again.open(QIODevice::ReadOnly));
        QVERIFY(again.readAll() == bytes);
        QCOMPARE(writeZip(m_folder.filePath(u"no/folder.zip"_s), files).error().kind, Error::Kind::Unwritable);
        QVERIFY(!writeZip(written, std::vector<ZippedFile>{{"gone", {}, m_folder.filePath(u"gone"_s)}}));
    }

    void refusesToHoldMoreThanIsAskedFor()
    {
        const std::vector<ZippedFile> files{{"a", QByteArray(3 * 1024 * 1024, 'a')},
                                            {"b", QByteArray(1024 * 1024, 'b')}};
        const ForeignFile zip = file(zipOf(files));
        QVERIFY(unpacked(zip, 4 * 1024 * 1024));
        const Result<QStringList> refused = unpacked(zip, 4 * 1024 * 1024 - 1);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unsupported);
        QVERIFY2(refused.error().message.startsWith(u"What is in “file.zip” takes more than 3 MB"_s),
                 qPrintable(refused.error().message));
    }

    void refusesWhatIsMadeToDoHarm()
    {
        const ForeignFile bomb = file(zipOf(std::vector<ZippedFile>{{"a.kml", QByteArray(80 * 1024 * 1024, '0')}}));
        for (const Error &error : {entriesIn(bomb).error(), unpacked(bomb).error(), bytesOf(bomb, u"a.kml"_s).error()})
            QVERIFY2(error.message.contains(u"made to do harm"_s), qPrintable(error.message));
        std::vector<ZippedFile> many;
        for (int i = 0; i < 100'001; ++i)
            many.push_back({QByteArray::number(i)});
        QCOMPARE(entriesIn(file(zipOf(many))).error().kind, Error::Kind::Malformed);
        many.pop_back();
        QCOMPARE(entriesIn(file(zipOf(many))).value().size(), 100'000U);
    }

    void saysThatAnArchiveIsCutOff()
    {
        const QByteArray whole = zipOf(std::vector<ZippedFile>{{"a.kml", QByteArray(1000, 'x')}});
        for (const qsizetype size : {qsizetype{6}, whole.size() / 2, whole.size() - 1}) {
            const ForeignFile zip = file(whole.first(size));
            QCOMPARE(entriesIn(zip).error().kind, Error::Kind::Malformed);
            QCOMPARE(unpacked(zip).error().message, u"“file.zip” is damaged or cut off; get it anew"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestZip)
#include "tst_zip.moc"
