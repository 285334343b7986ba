#include "damages.h"
#include "tables/readers/cellvalues.h"
#include "tables/readers/readers.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace dateline;

namespace
{

/// Looks at what comes as the program would that takes it.
class WatchingTaker final : public RecordTaker
{
public:
    [[nodiscard]] bool takeRecord(qint64 number, std::span<const std::string> cells) override
    {
        isGood = isGood && number >= 0 && cells.size() <= 16384;
        return ++m_count < most;
    }
    [[nodiscard]] bool takeProblem(qint64, const std::string &, const std::string &, const std::string &reason) override
    {
        isGood = isGood && reason.size() > 10 && !reason.ends_with('.') && !reason.contains('\n');
        return ++m_count < most;
    }
    [[nodiscard]] bool takeText(QByteArrayView text) override
    {
        isGood = isGood && text.size() <= largestPiece;
        return ++m_count < most;
    }

    bool isGood = true;

private:
    static constexpr int most = 100'000;
    int m_count = 0;
};

/// Damages a file as disks and people do, always in the same way for the same number.
QByteArray damaged(QByteArray bytes, unsigned number)
{
    std::mt19937 random(number);
    const auto at = [&] { return static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size())); };
    switch (number % 6) {
    case 0: return bytes.first(at());
    case 1: return bytes.replace(at(), 1, QByteArray(1, static_cast<char>(random() % 256)));
    case 2: return bytes.remove(at(), 1 + static_cast<qsizetype>(random() % 40));
    case 3:
        return bytes.insert(at(), QByteArray(static_cast<qsizetype>(random() % 40), static_cast<char>(random() % 256)));
    case 4: {
        for (int i = 0; i < 8; ++i)
            bytes[at()] = static_cast<char>(random() % 256);
        return bytes;
    }
    default: {
        // Numbers that are none.
        constexpr std::array<const char *, 6> wrong{"NaN", "-1", "1e999", "null", "\"\"", "99999999999999999999"};
        const QByteArray with(wrong.at(random() % wrong.size()));
        return bytes.replace(at(), with.size(), with);
    }
    }
}

} // namespace

class TestTableReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsDamageOfEveryKind_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name :
             {"acled.xlsx", "timemap.xlsx", "acled.ods", "20220913.export.CSV.zip", "acled.csv.gz", "events.geojson",
              "events.geojsonl", "recogito.geojson", "events.fgb", "events.gpkg", "events.shp", "shapefile.zip",
              "map.kml", "map.kmz", "walk.gpx", "annotations.jsonld", "api.json", "geoconfirmed.json"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void standsDamageOfEveryKind()
    {
        QFETCH(QString, file);
        QFile original(QStringLiteral(FOREIGN_DIR "/") + file);
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QByteArray bytes = original.readAll();
        const QTemporaryDir folder;
        // What lies beside a shapefile.
        for (const char *part : {"events.shx", "events.dbf", "events.prj"}) {
            QVERIFY(QFile::copy(QStringLiteral(FOREIGN_DIR "/") + QLatin1StringView(part),
                                folder.filePath(QLatin1StringView(part))));
        }
        int whole = 0;
        const unsigned mutations = damages(120);
        for (unsigned number = 0; number < mutations; ++number) {
            const ForeignFile broken{folder.filePath(file), file};
            QFile written(broken.path);
            QVERIFY(written.open(QIODevice::WriteOnly));
            written.write(damaged(bytes, number));
            written.close();
            const Result<ForeignTables> tables = tablesInForeign(broken);
            if (!tables) {
                QVERIFY2(isOneSentence(tables.error().message), qPrintable(tables.error().message));
                continue;
            }
            for (const ForeignTable &table : *tables) {
                WatchingTaker taker;
                const Result<void> done = table.read(taker);
                const QString message = done ? QString() : done.error().message;
                QVERIFY2(done || isOneSentence(message), qPrintable(message));
                QVERIFY2(taker.isGood, qPrintable(QStringLiteral("damage %1").arg(number)));
                whole += done ? 1 : 0;
            }
        }
        qInfo("%d tables of %u could be read", whole, mutations);
    }

    void writesNumbersAsPeopleSeeThem_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("noise") << 39.511099999999999 << QStringLiteral("39.5111");
        QTest::newRow("sum") << 0.1 + 0.2 << QStringLiteral("0.3");
        QTest::newRow("whole") << 20220913.0 << QStringLiteral("20220913");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0");
        QTest::newRow("tens") << 100.0 << QStringLiteral("100");
        QTest::newRow("negative") << -46.25 << QStringLiteral("-46.25");
        QTest::newRow("small") << 0.00001 << QStringLiteral("0.00001");
        QTest::newRow("large") << 1234567890123456789.0 << QStringLiteral("1234567890123456768");
        QTest::newRow("none") << std::nan("") << QString();
    }
    void writesNumbersAsPeopleSeeThem()
    {
        QFETCH(double, number);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(textFromNumber(number)), text);
    }

    void tellsTimesFromNumbers_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("time");
        for (const char *format : {"dd/mm/yyyy", "yyyy\\-mm\\-dd hh:mm", "[h]:mm:ss", "mmm yy", "[$-409]d\\-mmm;@"})
            QTest::newRow(format) << QString::fromLatin1(format) << true;
        for (const char *format : {"General", "0.00", "#,##0.00 \"day\"", "[Red]0.0", "0.0\\d", "_(* #,##0_)", "@", ""})
            QTest::newRow(format) << QString::fromLatin1(format) << false;
    }
    void tellsTimesFromNumbers()
    {
        QFETCH(QString, format);
        QFETCH(bool, time);
        QCOMPARE(showsTime(format), time);
    }

    void writesDaysAsDates_data()
    {
        QTest::addColumn<double>("days");
        QTest::addColumn<bool>("since1904");
        QTest::addColumn<QString>("text");
        QTest::newRow("a day") << 44817.0 << false << QStringLiteral("2022-09-13");
        QTest::newRow("since 1904") << 43355.0 << true << QStringLiteral("2022-09-13");
        QTest::newRow("with a time") << 44817.586805555555 << false << QStringLiteral("2022-09-13T14:05:00");
        QTest::newRow("a time") << 0.25 << false << QStringLiteral("06:00:00");
        QTest::newRow("the first day") << 1.0 << false << QStringLiteral("1900-01-01");
        QTest::newRow("before the day that never was") << 59.0 << false << QStringLiteral("1900-02-28");
        QTest::newRow("behind it") << 61.0 << false << QStringLiteral("1900-03-01");
        QTest::newRow("the last second") << 44817.99999999 << false << QStringLiteral("2022-09-14");
        QTest::newRow("below none") << -5.0 << false << QStringLiteral("-5");
        QTest::newRow("too far") << 1e9 << false << QStringLiteral("1000000000");
    }
    void writesDaysAsDates()
    {
        QFETCH(double, days);
        QFETCH(bool, since1904);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(textFromSerial(days, since1904)), text);
    }

private:
    static bool isOneSentence(const QString &text)
    {
        return text.size() > 10 && text.size() < 600 && !text.endsWith(u'.') && !text.contains(u'\n');
    }
};

QTEST_GUILESS_MAIN(TestTableReaders)
#include "tst_tablereaders.moc"
