#include "casedata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

/// What other programs make of a case file: GDAL's reader and SQLite's shell.
class TestGeoPackage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_path = m_folder.filePath(QStringLiteral("case.gpkg"));
        const std::unique_ptr<Case> made = createCase(m_path, QStringLiteral("A case")).value();
        Document document = sampleDocument();
        document.id = DocumentId{-1};
        Quote quote = quoteFrom(document.id, document.text, {0, 11}, QStringLiteral("somebody")).value();
        quote.id = QuoteId{-1};
        Incident point = sampleIncident();
        point.id = IncidentId{-1};
        Incident area = sampleIncident();
        area.title = QStringLiteral("Area");
        // An island in a lake on an island, and an island apart: two outer rings inside each other's reach, one hole.
        area.where->geometry = {Geometry::Type::Polygon,
                                {ring(0, 0, 10), ring(2, 2, 6), ring(4, 4, 2), ring(20, 20, 1)}};
        area.where->precision = LocationPrecision::Province;
        Incident line = sampleIncident();
        line.title = QStringLiteral("Line");
        line.where->geometry = {Geometry::Type::Line, {{{45, 40}, {46, 41}}}};
        Incident nowhere = sampleIncident();
        nowhere.title = QStringLiteral("Nowhere");
        nowhere.where.reset();
        nowhere.when.reset();
        const Result<Changed> changed = made->apply(
            {QStringLiteral("Fill"),
             {document, quote, point, Claim{{}, point.id, quote.id, Stance::Reports}, area, line, nowhere}});
        QVERIFY2(changed.has_value(), qPrintable(changed ? QString() : changed.error().message));
    }

    void gdalReadsEveryLayerWithoutAWord()
    {
        const QByteArray output = outputOf("ogrinfo", {"-al", "-ro", caseFile});
        QVERIFY2(m_errors.isEmpty(), m_errors);
        for (const char *layer : {"incident", "document", "quote", "claim", "figure", "decision", "history"})
            QVERIFY2(output.contains(QByteArray("Layer name: ") + layer + '\n'), layer);
        QVERIFY(output.contains("title (String) = Shelling towards Գորիս 😀"));
        QVERIFY(output.contains("POINT (46.3416666666667 39.5111111111111)"));
        QVERIFY(output.contains("time_begin (DateTime) = 2022/09/12 20:05:00+00"));
        QVERIFY(output.contains("ID[\"EPSG\",4326]"));
    }

    void gdalGetsGeometryAndAttributesAsGeoJson()
    {
        const QByteArray output = outputOf("ogr2ogr", {"-f", "GeoJSON", "/vsistdout/", caseFile, "incident"});
        QVERIFY2(m_errors.isEmpty(), m_errors);
        const QJsonArray features = QJsonDocument::fromJson(output).object()[u"features"].toArray();
        QCOMPARE(features.size(), 4);
        const QJsonObject first = features[0].toObject();
        QCOMPARE(first[u"properties"][u"kind"].toString(), QStringLiteral("Explosions/Remote violence"));
        QCOMPARE(first[u"properties"][u"radius_m"].toDouble(), 15000.25);
        QCOMPARE(first[u"geometry"][u"type"].toString(), QStringLiteral("Point"));
        const QJsonObject area = features[1].toObject()[u"geometry"].toObject();
        QCOMPARE(area[u"type"].toString(), QStringLiteral("MultiPolygon"));
        QCOMPARE(area[u"coordinates"].toArray().size(), 3);
        QCOMPARE(area[u"coordinates"][0].toArray().size(), 2);
        QCOMPARE(features[2][u"geometry"][u"type"].toString(), QStringLiteral("LineString"));
        QVERIFY(features[3][u"geometry"].isNull());
    }

    void areasAreValidForGdal()
    {
        const QByteArray output =
            outputOf("ogrinfo",
                     {"-ro", "-q", caseFile, "-dialect", "SQLite", "-sql",
                      "SELECT title FROM incident WHERE geom IS NOT NULL AND NOT ST_IsValid(geom)"});
        QVERIFY2(m_errors.isEmpty(), m_errors);
        QVERIFY2(!output.contains("title (String)"), output);
    }

    void gdalSearchesByPlace()
    {
        const QByteArray output =
            outputOf("ogrinfo", {"-ro", "-q", caseFile, "incident", "-spat", "46.3", "39.5", "46.4", "39.6"});
        QCOMPARE(output.count("OGRFeature(incident)"), 1);
    }

    void sqliteFindsTheFileWhole()
    {
        QCOMPARE(outputOf("sqlite3", {caseFile, "PRAGMA integrity_check; PRAGMA foreign_key_check"}), "ok\n");
        QCOMPARE(outputOf("sqlite3", {caseFile, "PRAGMA application_id; PRAGMA user_version; PRAGMA journal_mode"}),
                 "1196444487\n10400\ndelete\n");
        QCOMPARE(outputOf("sqlite3",
                          {caseFile,
                           "INSERT INTO document_search(document_search, rank) "
                           "VALUES('integrity-check', 1)"}),
                 "");
    }

    void everyColumnIsDescribed()
    {
        QCOMPARE(outputOf("sqlite3",
                          {caseFile,
                           "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c "
                           "JOIN gpkg_contents g ON g.table_name = m.name LEFT JOIN gpkg_data_columns d ON "
                           "d.table_name = m.name AND d.column_name = c.name "
                           "WHERE d.description IS NULL AND c.name <> 'id'"}),
                 "");
    }

private:
    static std::vector<LonLat> ring(double west, double south, double side)
    {
        return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}};
    }
    QByteArray outputOf(const char *program, const std::vector<const char *> &arguments)
    {
        QProcess process;
        QStringList list;
        for (const char *argument : arguments)
            list.append(argument == caseFile ? m_path : QString::fromUtf8(argument));
        process.start(QString::fromLatin1(program), list);
        if (!process.waitForFinished())
            qFatal("%s does not run", program);
        m_errors = process.readAllStandardError();
        return process.readAllStandardOutput();
    }

    static constexpr auto caseFile = "case file"; // Stands for m_path among arguments.

    QTemporaryDir m_folder;
    QString m_path;
    QByteArray m_errors;
};

QTEST_GUILESS_MAIN(TestGeoPackage)
#include "tst_geopackage.moc"
