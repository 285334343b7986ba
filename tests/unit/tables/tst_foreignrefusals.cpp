#include "casefile/case.h"
#include "tabletests.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

namespace
{

QString foreignFile(const char *name)
{
    return QStringLiteral(FOREIGN_DIR "/") + QString::fromLatin1(name);
}

QString failureLine(const TablePreview &preview, const RowFailure &failed)
{
    constexpr std::array<const char *, 4> units{"line", "row", "feature", "entry"};
    return QStringLiteral("%1 %2 %3 %4: %5 “%6”: %7")
        .arg(preview.table, QLatin1StringView(units.at(static_cast<std::size_t>(preview.unit))))
        .arg(failed.line)
        .arg(QString(), failed.column, failed.value, failed.reason)
        .simplified();
}

} // namespace

class TestForeignRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereARowFails_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("failures");
        QTest::newRow("a sheet") << foreignFile("acled.xlsx")
                                 << QStringList{
                                        QStringLiteral("Data row 9 : event_date “14th of September”: This is no "
                                                       "date: write it like 2022-09-13")};
        QTest::newRow("a torn sheet") << foreignFile("torn.xlsx")
                                      << QStringList{QStringLiteral(
                                             "Data row 4 : “”: “torn.xlsx” is damaged behind row 5; save it anew")};
        QTest::newRow("a wide sheet") << foreignFile(
            "wide.xlsx") << QStringList{QStringLiteral("Data row 5 : “”: The row has more than 4096 cells: check it")};
        QTest::newRow("a map")
            << foreignFile("wrong.geojson")
            << QStringList{
                   QStringLiteral("feature 1 : date “13/13/2022”: This is no date: write it like 2022-09-13"),
                   QStringLiteral("feature 2 : wkt_geom “POINT (46 139.5)”: No latitude is beyond 90 degrees: latitude "
                                  "and longitude seem to be swapped"),
                   QStringLiteral("feature 3 : “”: Its geometry has positions that are no numbers, or too few"),
                   QStringLiteral(
                       "feature 5 : wkt_geom “MULTIPOINT (1 2,3 4)”: It has 2 points: give each a row of its "
                       "own"),
                   QStringLiteral("feature 6 : wkt_geom “LINESTRING (1 2)”: A line has at least two positions and the "
                                  "edge of an area four: draw it anew"),
                   QStringLiteral("feature 7 : wkt_geom “POINT (1e+300 39)”: This is not on the earth: a latitude is "
                                  "from −90 to 90, a longitude from −180 to 180"),
                   QStringLiteral("feature 9 : “7”: Another row of this file has the same id: take one of them out"),
                   QStringLiteral("feature 10 : “”: Its geometry is of no type that GeoJSON has")};
    }
    void saysWhereARowFails()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, failures);
        const Result<TablePreview> preview = previewOf(file, nullptr, 100);
        QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().message));
        QStringList lines;
        for (const auto &row : preview->rows) {
            if (!row)
                lines.append(failureLine(*preview, row.error()));
        }
        QCOMPARE(lines, failures);
    }

    void refusesAFileInOneSentence_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *file, const char *words) {
            QTest::newRow(file) << foreignFile(file) << QString::fromUtf8(words);
        };
        for (const char *bomb : {"bomb.zip", "bomb.kmz", "bomb.xlsx"})
            row(bomb, "as archives do that are made to do harm");
        for (const char *locked : {"locked.ods", "old.xls"})
            row(locked, "locked with a password");
        for (const char *cut :
             {"cut.xlsx", "cut.json", "cut.kml", "cut.gpkg", "laughs.kml", "deep.geojson", "deep.json"})
            row(cut, "is damaged or cut off");
        for (const char *other : {"virtual.csv", "picture.png"})
            row(other, "is no table, spreadsheet or map of a kind that is read");
        row("planeless.shp", "states no coordinate reference system");
        row("open.gpkg", "is open in another program");
        row("events.shx", "choose the file .shp beside it");
        row("events.dbf", "choose the file .shp beside it");
        row("other.sqlite", "is a database but no GeoPackage");
        row("readme.zip", "without a table, a spreadsheet or a map");
        row("names.json", "JSON without a list of entries");
        row("empty.xlsx", "is empty");
        row("sources.json", "has the columns of no data set that is known (id, paths, title, url)");
    }
    void refusesAFileInOneSentence()
    {
        QFETCH(QString, file);
        QFETCH(QString, words);
        const Result<TablePreview> preview = previewOf(file, nullptr, 10);
        QVERIFY(!preview);
        const QString message = preview.error().message;
        QVERIFY2(message.contains(words), qPrintable(message));
        QVERIFY2(!message.endsWith(u'.') && !message.contains(u'\n') && message.size() < 400, qPrintable(message));
    }

    void refusesACaseOfItsOwn()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("case.gpkg"));
        QVERIFY(createCase(path, QStringLiteral("C")));
        const Result<TablePreview> preview = previewOf(path, nullptr, 10);
        QVERIFY(!preview);
        QVERIFY2(preview.error().message.contains(u"is a case of Dateline"), qPrintable(preview.error().message));
    }
};

QTEST_GUILESS_MAIN(TestForeignRefusals)
#include "tst_foreignrefusals.moc"
