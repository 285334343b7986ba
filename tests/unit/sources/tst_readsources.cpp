#include "sources/readsources.h"

#include "sources/apart.h"
#include "sources/writtentime.h"

#include <QDir>
#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

namespace
{

const QString sample = QStringLiteral("“Größe”, said the mayor.\nTwo lines – one text.");

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding, bool mark)
{
    QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

} // namespace

class TestReadSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("UTF-8") << sample.toUtf8();
        QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + sample.toUtf8();
        QTest::newRow("UTF-16 LE") << encoded(sample, QStringConverter::Utf16LE, true);
        QTest::newRow("UTF-16 BE") << encoded(sample, QStringConverter::Utf16BE, true);
        QTest::newRow("UTF-16 LE without a mark") << encoded(sample, QStringConverter::Utf16LE, false);
        QTest::newRow("UTF-16 BE without a mark") << encoded(sample, QStringConverter::Utf16BE, false);
        QTest::newRow("Windows-1252") << QByteArray("\x93Gr\xF6\xDF"
                                                    "e\x94, said the mayor.\nTwo lines \x96 one text.");
        QTest::newRow("line ends of Windows") << QString(sample).replace(u'\n', QStringLiteral("\r\n")).toUtf8();
        QTest::newRow("line ends of old") << QString(sample).replace(u'\n', u'\r').toUtf8();
    }
    void readsEveryEncoding()
    {
        QFETCH(QByteArray, bytes);
        const Result<Document> document = documentFrom(bytes, QStringLiteral("x.txt"));
        QVERIFY(document.has_value());
        QCOMPARE(document->text, sample);
        QCOMPARE(document->bytes, bytes);
        QCOMPARE(document->bytesSha256, sha256Of(bytes));
        QCOMPARE(document->textSha256, sha256Of(QStringView(sample)));
        QCOMPARE(document->mediaType, QStringLiteral("text/plain"));
    }

    void refusesWhatIsNoText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error::Kind>("kind");
        QByteArray noise;
        for (quint32 i = 0; i < 4096; ++i)
            noise += static_cast<char>((i * 2654435761U) >> 13);
        QTest::newRow("empty") << QByteArray() << Error::Kind::Malformed;
        QTest::newRow("white space") << QByteArray(" \r\n\t \n") << Error::Kind::Malformed;
        QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << Error::Kind::Malformed;
        QTest::newRow("a zero byte") << QByteArray("text\0text", 9) << Error::Kind::Unsupported;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) << Error::Kind::Unsupported;
        QTest::newRow("a control character") << QByteArray("text\x01text") << Error::Kind::Unsupported;
        QTest::newRow("noise") << noise << Error::Kind::Unsupported;
        QTest::newRow("half a UTF-16 pair") << QByteArray("\xFF\xFE\x00\xD8\x41\x00", 6) << Error::Kind::Unsupported;
        QTest::newRow("an odd UTF-16") << QByteArray("\xFE\xFF\x00\x41\x00", 5) << Error::Kind::Unsupported;
    }
    void refusesWhatIsNoText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Error::Kind, kind);
        const Result<Document> document = documentFrom(bytes, QStringLiteral("x.txt"));
        QVERIFY(!document.has_value());
        QCOMPARE(document.error().kind, kind);
        QVERIFY(document.error().message.contains(QLatin1StringView("x.txt")));
        QVERIFY(!document.error().message.endsWith(u'.'));
    }

    void readsAFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sample.toUtf8());
        file.close();
        const Result<Document> document = readDocument(path);
        QVERIFY(document.has_value());
        QCOMPARE(document->fileName, QStringLiteral("report.txt"));
        QCOMPARE(document->text, sample);
    }

    void saysWhatIsWrongWithAFile()
    {
        const QTemporaryDir folder;
        const Result<Document> missing = readDocument(folder.filePath(QStringLiteral("none.txt")));
        QVERIFY(!missing && missing.error().kind == Error::Kind::NotFound);
        const Result<Document> aFolder = readDocument(folder.path());
        QVERIFY(!aFolder && aFolder.error().kind == Error::Kind::Unsupported);
        QFile large(folder.filePath(QStringLiteral("large.txt")));
        QVERIFY(large.open(QIODevice::WriteOnly));
        QVERIFY(large.resize(largestSourceBytes + 1)); // Sparse: it takes no room.
        large.close();
        const Result<Document> tooLarge = readDocument(large.fileName());
        QVERIFY(!tooLarge && tooLarge.error().kind == Error::Kind::Unsupported);
        QCOMPARE(tooLarge.error().subject, large.fileName());
    }

    void keepsWhatCameFromAFileReadApart()
    {
        const QString path = QStringLiteral(TEST_DATA_DIR "/sources/statement.pdf");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const SourcesRead read = readSources(path);
        QCOMPARE(read.refused.size(), std::size_t{0});
        QCOMPARE(read.documents.size(), std::size_t{1});
        const Document &document = read.documents.front();
        QCOMPARE(document.title, QStringLiteral("A statement"));
        QCOMPARE(document.fileName, QStringLiteral("statement.pdf"));
        QCOMPARE(document.mediaType, QStringLiteral("application/pdf"));
        QCOMPARE(isoFromUtc(document.published->instant), QStringLiteral("2023-03-04T06:00Z"));
        QCOMPARE(document.published->zone, QStringLiteral("UTC+03:30"));
        QCOMPARE(isoFromUtc(document.modified->instant), QStringLiteral("2023-03-04T07:30Z"));
        QCOMPARE(document.bytes, file.readAll());
        QCOMPARE(document.bytesSha256, sha256Of(document.bytes));
        QCOMPARE(document.textSha256, sha256Of(QStringView(document.text)));
        QVERIFY(document.retrieved != UtcMinute{});
    }

    void keepsTheBytesOfEachMessage()
    {
        const SourcesRead read = readSources(QStringLiteral(TEST_DATA_DIR "/sources/result.json"));
        QCOMPARE(read.documents.size(), std::size_t{2});
        QVERIFY(read.documents.front().bytes.startsWith('{'));
        QVERIFY(read.documents.front().bytesSha256 != read.documents.back().bytesSha256);
        const Result<Document> one = readDocument(QStringLiteral(TEST_DATA_DIR "/sources/result.json"));
        QVERIFY(!one && one.error().message.contains(QLatin1StringView("2 documents")));
    }

    void saysSoWhenTheProcessThatReadsDies()
    {
        const Format none{QLatin1StringView("no such kind"), {}, nullptr, nullptr};
        const SourcesRead read = readApart(none, "words", QStringLiteral("x.pdf"), {});
        QVERIFY(read.documents.empty());
        QCOMPARE(read.refused.front().kind, Error::Kind::Unreadable);
        QVERIFY(read.refused.front().message.contains(QLatin1StringView("x.pdf")));
    }

    void stopsWhenAsked()
    {
        // Long enough that it is not over by then.
        const QByteArray page = "<html><body>" + QByteArray("<p>Words and <b>more</b> words.</p>").repeated(400'000);
        std::stop_source stop;
        stop.request_stop();
        const SourcesRead read = sourcesFrom(page, QStringLiteral("x.html"), stop.get_token());
        QVERIFY(read.documents.empty());
        QVERIFY(read.refused.front().message.contains(QLatin1StringView("stopped")));
    }

    void findsTheFilesOfFolders()
    {
        const QTemporaryDir folder;
        QDir dir(folder.path());
        for (const char *path : {"b", "a/deep", ".hidden", "page_files"})
            QVERIFY(dir.mkpath(QLatin1StringView(path)));
        for (const char *path :
             {"b/2.txt", "a/deep/1.txt", "a/0.txt", ".hidden/h.txt", "page.html", "page_files/x.js"}) {
            QFile file(dir.filePath(QLatin1StringView(path)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(QFile::link(folder.path(), dir.filePath(QStringLiteral("a/around"))));
        QStringList found = sourceFilesIn({folder.path(), QStringLiteral("missing.txt")});
        found.replaceInStrings(folder.path() + u'/', QString());
        QCOMPARE(found,
                 (QStringList{QStringLiteral("a/0.txt"), QStringLiteral("a/deep/1.txt"), QStringLiteral("b/2.txt"),
                              QStringLiteral("page.html"), QStringLiteral("missing.txt")}));
    }

    void readsStatedDates_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("iso");
        QTest::addColumn<TimePrecision>("precision");
        QTest::newRow("2022-09-13") << QString() << "2022-09-13T00:00Z" << TimePrecision::Day;
        QTest::newRow("2022-09-13T14:00") << QString() << "2022-09-13T14:00Z" << TimePrecision::Minute;
        QTest::newRow("2022-09-13 14:00") << "Asia/Yerevan" << "2022-09-13T10:00Z" << TimePrecision::Minute;
        QTest::newRow("2022-09-13T14:01") << "UTC+04:00" << "2022-09-13T10:01Z" << TimePrecision::Minute;
        QTest::newRow("2022-09-13T14:02") << "+04:00" << "2022-09-13T10:02Z" << TimePrecision::Minute;
        QTest::newRow("2022-09-13T14:00+05:30") << QString() << "2022-09-13T08:30Z" << TimePrecision::Minute;
        QTest::newRow("2022-09-13T14:00Z") << QString() << "2022-09-13T14:00Z" << TimePrecision::Minute;
        QTest::newRow("2022-09-14") << "UTC-03:00" << "2022-09-14T03:00Z" << TimePrecision::Day;
    }
    void readsStatedDates()
    {
        QFETCH(QString, zone);
        QFETCH(QString, iso);
        QFETCH(TimePrecision, precision);
        const Result<WrittenTime> time = writtenTimeFrom(QString::fromUtf8(QTest::currentDataTag()), zone);
        QVERIFY(time.has_value());
        QCOMPARE(isoFromUtc(time->instant), iso);
        QCOMPARE(time->precision, precision);
    }

    void readsTimesInFields_data()
    {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<QString>("zone");
        QTest::newRow("2023-03-04T09:15:30.123+03:30") << "2023-03-04T05:45Z" << "UTC+03:30";
        QTest::newRow(" 2023-03-04T09:15:30Z ") << "2023-03-04T09:15Z" << "UTC";
        QTest::newRow("2023-03-04T09:15+04") << "2023-03-04T05:15Z" << "UTC+04:00";
        QTest::newRow("Sat, 4 Mar 2023 09:15:00 -0500") << "2023-03-04T14:15Z" << "UTC-05:00";
        QTest::newRow("D:20230304091500+03'30'") << "2023-03-04T05:45Z" << "UTC+03:30";
        QTest::newRow("D:20230304091500Z") << "2023-03-04T09:15Z" << "UTC";
        QTest::newRow("D:20230304") << "2023-03-04T00:00Z" << "";
        QTest::newRow("Saturday") << "" << "";
        QTest::newRow("") << "" << "";
    }
    void readsTimesInFields()
    {
        QFETCH(QString, iso);
        QFETCH(QString, zone);
        const std::optional<WrittenTime> time = writtenTimeIn(QString::fromUtf8(QTest::currentDataTag()));
        QCOMPARE(time ? isoFromUtc(time->instant) : QString(), iso);
        QCOMPARE(time ? time->zone : QString(), zone);
    }

    void refusesWhatIsNoDate_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("zone");
        QTest::newRow("no such day") << "2022-02-30" << "";
        QTest::newRow("words") << "yesterday" << "";
        QTest::newRow("empty") << "" << "";
        QTest::newRow("no such hour") << "2022-09-13T25:00" << "";
        QTest::newRow("no such zone") << "2022-09-13" << "Asia/Nowhere";
        QTest::newRow("too far ahead") << "2022-09-13" << "UTC+19:00";
    }
    void refusesWhatIsNoDate()
    {
        QFETCH(QString, text);
        QFETCH(QString, zone);
        const Result<WrittenTime> time = writtenTimeFrom(text, zone);
        QVERIFY(!time.has_value());
        QCOMPARE(time.error().kind, Error::Kind::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestReadSources)
#include "tst_readsources.moc"
