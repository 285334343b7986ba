#include "casefile/case.h"
#include "tables/tablefile.h"
#include "tabletests.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

namespace
{

QString foreignFile(const char *name)
{
    return QStringLiteral(FOREIGN_DIR "/") + QString::fromLatin1(name);
}

QString shapeOf(const Incident &incident)
{
    if (!incident.where || incident.where->geometry.parts.empty())
        return QStringLiteral("-");
    const Geometry &shape = incident.where->geometry;
    QStringList positions;
    for (const LonLat at : shape.parts.front())
        positions.append(QStringLiteral("%1 %2").arg(at.lon, 0, 'g', 6).arg(at.lat, 0, 'g', 6));
    constexpr std::array<const char *, 3> types{"point", "line", "area"};
    return QLatin1StringView(types.at(static_cast<std::size_t>(shape.type))) + u' '
        + positions.join(QStringLiteral(", "));
}

/// What a person looks for first in an incident that came from a map.
QString mapLineOf(const Incident &incident)
{
    const QString when = incident.when ? isoFromUtc(incident.when->span.begin) + QStringLiteral("..")
            + isoFromUtc(incident.when->span.end) + u' ' + keyOf(incident.when->span.precision)
                                       : QStringLiteral("-");
    const QString precision = incident.where ? keyOf(incident.where->precision) : QStringLiteral("-");
    return QStringList{incident.title,
                       when,
                       incident.where ? incident.where->place : QString(),
                       precision,
                       shapeOf(incident),
                       incident.tags.join(u'+'),
                       incident.dataSetId}
        .join(QStringLiteral(" | "));
}

QString attributeOf(const Incident &incident, const char *name)
{
    return QJsonDocument::fromJson(incident.attributes.toUtf8()).object().value(QLatin1StringView(name)).toString();
}

} // namespace

class TestForeignTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTablesThatProgramsPack_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("layout");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *file, const char *layout, const QStringList &rows) {
            QTest::newRow(file) << foreignFile(file) << QString::fromLatin1(layout) << rows;
        };
        const QString acled =
            QStringLiteral("X1 | Battles | Battles | - | 2022-09-13T00:00Z..2022-09-14T00:00Z day | // near 5000 m | "
                           "46.3386 39.5111 | Army of A | killed 3 | ");
        row("acled.xlsx", "acled",
            {acled,
             QStringLiteral(
                 "12 | Battles | Battles | - | 2022-09-13T14:05Z..2022-09-13T14:06Z minute | // near 5000 m | "
                 "46 39 | Army of A |  | "),
             QStringLiteral("This is no date: write it like 2022-09-13")});
        row("since1904.xlsx", "acled", {acled});
        row("acled.ods", "acled",
            {QStringLiteral(" | Battles | Battles | - | 2022-09-13T14:05Z..2022-09-13T14:06Z minute | // near 5000 m | "
                            "46.3 39.5111 | Army |  | ")});
        row("acled.geojson", "acled",
            {QStringLiteral(
                "ARM1 | Battles | Battles | - | 2022-09-13T00:00Z..2022-09-14T00:00Z day | // near 5000 m | "
                "46.25 39.5 | Army | killed 3 | ")});
        const QString timeMap =
            QStringLiteral("E1 | A column on the road | Kind not stated | - | 2022-02-24T00:00Z.."
                           "2022-02-25T00:00Z day | Kyiv// near 1000 m | 30.52 50.45 |  |  | Residential+Artillery");
        row("events.json", "timemap", {timeMap});
        row("api.json", "timemap", {timeMap});
        row("fork.json", "timemap", {timeMap});
        row("download.json", "timemap-download",
            {QStringLiteral("TM-2 | Smoke | Kind not stated | - | 2022-02-24T00:00Z..2022-02-25T00:00Z day | "
                            "Kyiv// near 1000 m | 30.52 50.45 |  |  | Means=Artillery")});
        row("timemap.xlsx", "timemap-events",
            {QStringLiteral(" | A crater in a yard | Kind not stated | - | 2022-02-25T06:30Z..2022-02-25T06:31Z "
                            "minute | Kharkiv// near 1000 m | 36.23 49.99 |  |  | Impact")});
        row("geoconfirmed.json", "geoconfirmed-old",
            {QStringLiteral("g1 | A bridge fell | Kind not stated | - | 2022-10-10T16:20Z..2022-10-10T16:21Z "
                            "minute | // exact 0 m | 37.5 48.125 |  |  | "),
             QStringLiteral("This is no date: write it like 2022-09-13"),
             QStringLiteral("A place is its latitude and its longitude: write it like 39.5077, 46.3386")});
        row("copy.json", "geoconfirmed-copy",
            {QStringLiteral("r1 | A bridge fell | Kind not stated | - | 2022-10-10T00:00Z..2022-10-11T00:00Z day | "
                            "// exact 0 m | 37.5 48.125 |  |  | ")});
        const QString annotation =
            QStringLiteral("http://example.org/anno1 | the fort at Goris | Kind not stated | - | - | "
                           "Goris// near 5000 m | 46.25 39.5 |  |  | fort");
        row("annotation.json", "annotations", {annotation});
        row("page.json", "annotations", {annotation});
        row("annotations.jsonld", "annotations",
            {annotation,
             QStringLiteral("http://example.org/anno2 | Just a note | Kind not stated | - | - | - | - |  |  | ")});
    }
    void readsTablesThatProgramsPack()
    {
        QFETCH(QString, file);
        QFETCH(QString, layout);
        QFETCH(QStringList, rows);
        const Result<TablePreview> preview = previewOf(file, nullptr, 10);
        QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().message));
        QCOMPARE(QString(preview->layout->key), layout);
        QStringList lines;
        for (const auto &row : preview->rows)
            lines.append(row ? lineOf(*row) : row.error().reason);
        QCOMPARE(lines, rows);
    }

    void readsTablesOfTextInArchivesAsTheyAre_data()
    {
        QTest::addColumn<QString>("packed");
        QTest::addColumn<QString>("plain");
        QTest::newRow("zip") << foreignFile("20220913.export.CSV.zip")
                             << QStringLiteral(TEST_DATA_DIR "/tables/gdelt.export.CSV");
        QTest::newRow("gzip") << foreignFile("acled.csv.gz") << QStringLiteral(TEST_DATA_DIR "/tables/acled.csv");
    }
    void readsTablesOfTextInArchivesAsTheyAre()
    {
        QFETCH(QString, packed);
        QFETCH(QString, plain);
        const Result<TablePreview> one = previewOf(packed, nullptr, 10);
        const Result<TablePreview> other = previewOf(plain, nullptr, 10);
        QVERIFY2(one, qPrintable(one ? QString() : one.error().message));
        QVERIFY(other && other->rows.size() >= 2);
        QCOMPARE(one->layout, other->layout);
        QCOMPARE(one->rows.size(), other->rows.size());
        for (std::size_t i = 0; i < one->rows.size(); ++i)
            QCOMPARE(lineOf(*one->rows[i]), lineOf(*other->rows[i]));
    }

    void readsMapsOfEveryFormat_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *file, const QStringList &rows) {
            QTest::newRow(file) << foreignFile(file) << rows;
        };
        const QString first = QStringLiteral(
            "First shelling | 2022-09-13T00:00Z..2022-09-14T00:00Z day | Goris | near | point 46.5 39.5 |  | ");
        const QStringList events{
            first,
            QStringLiteral("A front line | 2022-09-14T00:00Z..2022-09-15T00:00Z day | Syunik | district | "
                           "line 46 39, 46.5 39.25 |  | "),
            QStringLiteral("An area | - | Vayots Dzor | district | area 45 39, 46 39, 46 40, 45 39 |  | ")};
        for (const char *file : {"events.geojson", "events.geojsonl", "events.gpkg", "log.gpkg"})
            row(file, events);
        row("events.fgb", {}); // In an order of its own.
        row("events.shp", {first});
        row("shapefile.zip", {first});
        row("layers.gpkg", events);
        const QStringList globe{
            QStringLiteral("A truck burns. | 2026-04-20T00:00Z..2026-04-21T00:00Z day |  | near | point 44.5 40.25 | "
                           "April | "),
            QStringLiteral("A road | 2022-09-13T00:00Z..2022-09-15T00:00Z week |  | district | line 44 40, 45 41 | "
                           "Lines | x"),
            QStringLiteral(
                "An old fort | 1945-05-01T00:00Z..1945-06-01T00:00Z month |  | near | point 44 40 | All | ")};
        row("map.kml", globe);
        row("map.kmz", globe);
        // What was found on a picture is where it was found, and folders are no tags.
        row("geoconfirmed.kmz",
            {QStringLiteral(
                 "A truck burns. | 2026-04-20T00:00Z..2026-04-21T00:00Z day |  | exact | point 44.5 40.25 |  | "),
             QStringLiteral(
                 "A road | 2022-09-13T00:00Z..2022-09-15T00:00Z week |  | district | line 44 40, 45 41 |  | x"),
             QStringLiteral(
                 "An old fort | 1945-05-01T00:00Z..1945-06-01T00:00Z month |  | exact | point 44 40 |  | ")});
        row("walk.gpx",
            {QStringLiteral("Crater | 2022-09-13T10:05Z..2022-09-13T10:06Z minute |  | near | point 46.5 39.5 |  | "),
             QStringLiteral(
                 "Walk | 2022-09-12T00:00Z..2022-09-14T00:00Z week |  | district | line 46.25 39.5, 46.5 39.75 "
                 "|  | ")});
        row("recogito.geojson",
            {QStringLiteral("the fort, at Goris | - | Goris | near | point 46.25 39.5 | fort+wall | ")});
    }
    void readsMapsOfEveryFormat()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, rows);
        const Result<TablePreview> preview = previewOf(file, nullptr, 10);
        QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().message));
        QStringList lines;
        for (const auto &row : preview->rows)
            lines.append(row ? mapLineOf(*row) : row.error().reason);
        if (rows.isEmpty())
            QCOMPARE(lines.size(), 3);
        else
            QCOMPARE(lines, rows);
        QCOMPARE(preview->unit, RowUnit::Feature);
    }

    void leavesNothingBesideAMap()
    {
        QVERIFY(previewOf(foreignFile("log.gpkg"), nullptr, 9));
        QVERIFY(!QFile::exists(foreignFile("log.gpkg-wal")) && !QFile::exists(foreignFile("log.gpkg-shm")));
    }

    void keepsWhatAMapSaysBesides()
    {
        const Result<TablePreview> events = previewOf(foreignFile("events.gpkg"), nullptr, 1);
        QVERIFY(events && events->rows.front());
        QCOMPARE(attributeOf(*events->rows.front(), "colour"), QStringLiteral("red"));
        QCOMPARE(attributeOf(*events->rows.front(), "source"), QStringLiteral("https://t.me/channel/5"));
        QCOMPARE(attributeOf(*events->rows.front(), "data_set"), QStringLiteral("events.gpkg"));
        const Result<TablePreview> globe = previewOf(foreignFile("map.kml"), nullptr, 9);
        QVERIFY(globe && globe->rows.size() == 3);
        QCOMPARE(attributeOf(*globe->rows[0], "links"), QStringLiteral("https://t.me/x/1"));
        QCOMPARE(attributeOf(*globe->rows[2], "guns"), QStringLiteral("3"));
        const Result<TablePreview> annotation = previewOf(foreignFile("annotation.json"), nullptr, 1);
        QVERIFY(annotation && annotation->rows.front());
        QCOMPARE(attributeOf(*annotation->rows.front(), "start"), QStringLiteral("120"));
        QCOMPARE(attributeOf(*annotation->rows.front(), "source"), QStringLiteral("http://example.org/letter.txt"));
    }

    void takesEverySheetThatItKnowsAndNamesTheOthers()
    {
        const Result<KnownTables> acled = tablesIn(foreignFile("acled.xlsx"));
        QVERIFY(acled && acled->known.size() == 1);
        QCOMPARE(acled->known.front().part.name, QStringLiteral("Data"));
        QCOMPARE(acled->others, QStringList{QStringLiteral("Read me")});
        const Result<std::vector<TablePreview>> two = previewsOf(foreignFile("two.xlsx"), nullptr, 9);
        QVERIFY(two && two->size() == 2);
        QCOMPARE(two->at(0).table, QStringLiteral("May"));
        QCOMPARE(two->at(1).table, QStringLiteral("June"));
        QCOMPARE(two->at(1).rows.front()->dataSetId, QStringLiteral("J1"));
        // What its events name is in them.
        const Result<KnownTables> timeMap = tablesIn(foreignFile("timemap.xlsx"));
        QVERIFY(timeMap && timeMap->known.size() == 1 && timeMap->others.isEmpty());
    }

    void bringsMapsIntoACase()
    {
        const QTemporaryDir folder;
        const Result<std::unique_ptr<Case>> file =
            createCase(folder.filePath(QStringLiteral("case.gpkg")), QStringLiteral("C"));
        QVERIFY(file);
        const Result<FileImport> done = importTables(**file, foreignFile("layers.gpkg"), {});
        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        QCOMPARE(done->tables.size(), std::size_t{2});
        QCOMPARE(done->tables[0].loaded.accepted, 3);
        QCOMPARE(done->tables[1].loaded.accepted, 1);
        // Line and area are what they were.
        const Result<std::vector<Incident>> incidents = (*file)->incidents();
        QVERIFY(incidents && incidents->size() == 4);
        QStringList shapes;
        for (const Incident &incident : *incidents)
            shapes.append(shapeOf(incident));
        QVERIFY2(shapes.contains(u"line 46 39, 46.5 39.25") && shapes.contains(u"area 45 39, 46 39, 46 40, 45 39"),
                 qPrintable(shapes.join(u'\n')));
        // Rows with ids come in once.
        QVERIFY(importTables(**file, foreignFile("acled.xlsx"), {}));
        const Result<FileImport> again = importTables(**file, foreignFile("acled.xlsx"), {});
        QVERIFY(again);
        QCOMPARE(again->tables.front().known, 2);
        QCOMPARE(again->tables.front().loaded.accepted, 0);
    }

    void writesTheRowsOfEachTableThatFailed()
    {
        const QTemporaryDir folder;
        const Result<std::unique_ptr<Case>> file =
            createCase(folder.filePath(QStringLiteral("case.gpkg")), QStringLiteral("C"));
        QVERIFY(file);
        const QString failed = folder.filePath(QStringLiteral("failed.csv"));
        QVERIFY(importTables(**file, foreignFile("wrong.geojson"), {.failuresPath = failed}));
        QFile rows(failed);
        QVERIFY(rows.open(QIODevice::ReadOnly));
        QByteArray text = rows.readAll();
        QVERIFY(text.contains("POINT (46 139.5)"));
        rows.close();
        // Corrected, it comes in as it is: its shapes are a column.
        text.replace("POINT (46 139.5)", "POINT (46.0 39.5)");
        QVERIFY(rows.open(QIODevice::WriteOnly) && rows.write(text) == text.size());
        rows.close();
        const Result<FileImport> again = importTables(**file, failed, {});
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        // With the one whose id came twice in the map, of which that file has one only.
        QCOMPARE(again->tables.front().loaded.accepted, 2);
    }

    void readsATableOfOnesOwnWhenAsked()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("own.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Name;Date;Coordinates;Source\nA fire;2022-09;(39.5, 46.25);First Agency; \nNothing;;;\n"
                   "Wrong;;39.5;\n");
        file.close();
        QVERIFY(!previewOf(file.fileName(), nullptr, 9));
        const Result<TablePreview> preview = previewOf(file.fileName(), layoutNamed(u"general"), 9);
        QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().message));
        QCOMPARE(preview->rows.size(), std::size_t{3});
        QCOMPARE(
            mapLineOf(*preview->rows[0]),
            QStringLiteral("A fire | 2022-09-01T00:00Z..2022-10-01T00:00Z month |  | near | point 46.25 39.5 |  | "));
        QCOMPARE(mapLineOf(*preview->rows[1]), QStringLiteral("Nothing | - |  | - | - |  | "));
        QVERIFY(!preview->rows[2]);
    }
};

QTEST_GUILESS_MAIN(TestForeignTables)
#include "tst_foreigntables.moc"
