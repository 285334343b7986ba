#include "filledcase.h"

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
        makeFilledCase(m_path);
    }

    void gdalReadsEveryLayerWithoutAWord()
    {
        const QByteArray output = outputOf("ogrinfo", {"-al", "-ro", caseFile});
        QVERIFY2(m_errors.isEmpty(), m_errors);
        for (const char *layer :
             {"incident", "document", "quote", "claim", "figure", "bookmark", "decision", "history"})
            QVERIFY2(output.contains(QByteArray("Layer name: ") + layer + '\n'), layer);
        QVERIFY(output.contains("title (String) = Shelling towards Գորիս 😀"));
        QVERIFY(output.contains("POINT (46.3416666666667 39.5111111111111)"));
        QVERIFY(output.contains("time_begin (DateTime) = 2022/09/12 20:05:00+00"));
        QVERIFY(output.contains("ID[\"EPSG\",4326]"));
    }

    void gdalGetsGeometryAndAttributesAsGeoJson()
    {
        // By features: before 3.11.4, GDAL may crash when it reads a GeoPackage in batches, in a thread of its own.
        const QByteArray output =
            outputOf("ogr2ogr",
                     {"--config", "OGR2OGR_USE_ARROW_API", "NO", "-f", "GeoJSON", "/vsistdout/", caseFile, "incident"});
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

    void gdalLeadsFromIncidentsOverQuotesToDocuments()
    {
        const QByteArray output = outputOf("ogrinfo", {"-ro", "-json", caseFile});
        QVERIFY2(m_errors.isEmpty(), m_errors);
        const QJsonObject relations = QJsonDocument::fromJson(output).object()[u"relationships"].toObject();
        QStringList found;
        for (const QJsonValue &relation : relations) {
            found.append(QStringLiteral("%1 %2 %3 %4")
                             .arg(relation[u"left_table_name"].toString(), relation[u"mapping_table_name"].toString(),
                                  relation[u"right_table_name"].toString(), relation[u"cardinality"].toString()));
        }
        for (const char *relation :
             {"incident incident_quotes quote ManyToMany", "quote quote_documents document ManyToMany",
              "incident incident_documents document ManyToMany", "incident  claim OneToMany", "quote  claim OneToMany",
              "document  quote OneToMany", "document  decision OneToMany"})
            QVERIFY2(found.contains(QString::fromLatin1(relation)), qPrintable(found.join(u'\n')));
    }

    void gdalOffersWhatAFieldMayHold()
    {
        const QByteArray output = outputOf("ogrinfo", {"-ro", "-json", caseFile});
        const QJsonObject domains = QJsonDocument::fromJson(output).object()[u"domains"].toObject();
        QCOMPARE(domains[u"incident_kind"][u"codedValues"].toObject().size(), kindCount);
        QCOMPARE(domains[u"incident_credibility"][u"codedValues"][u"2"].toString(), QStringLiteral("2: probably true"));
        QVERIFY(domains.contains(u"claim_stance"));
    }

    void gdalReadsTheMetadata()
    {
        const QByteArray output = outputOf("ogrinfo", {"-ro", caseFile});
        QVERIFY2(output.contains("<dc:title>A case</dc:title>"), output);
        QVERIFY2(output.contains("<dc:source>Новости / Լուրեր</dc:source>"), output);
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
                           "WHERE d.description IS NULL AND c.name <> 'id' AND m.name <> 'layer_styles'"}),
                 "");
    }

private:
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
