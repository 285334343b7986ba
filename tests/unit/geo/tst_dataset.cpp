#include "geo/dataset.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

class TestDataset : public QObject
{
    Q_OBJECT

private:
    static QString basePath() { return QStringLiteral(SHARE_DIR "/base.gpkg"); }

    static QString written(const QTemporaryDir &folder, const QByteArray &bytes)
    {
        const QString path = folder.filePath(QStringLiteral("map.gpkg"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

private Q_SLOTS:
    void readsFeaturesInABox()
    {
        const Result<Dataset> dataset = Dataset::open(basePath());
        QVERIFY2(dataset.has_value(), dataset ? "" : qPrintable(dataset.error().message));
        QVERIFY(dataset->layers().contains(QStringLiteral("land_f")));
        int all = 0;
        const LonLatBox box{45.1, 39.1, 45.9, 39.9};
        const Result<void> done =
            dataset->forEach(QStringLiteral("land_f"), box, {QStringLiteral("no such column")}, [&](Feature &&row) {
                ++all;
                QCOMPARE(row.geometry.type, Geometry::Type::Polygon);
                QCOMPARE(row.attributes, QStringList{QString()});
                const std::optional<LonLatBox> bounds = boxOf(row.geometry);
                QVERIFY(bounds && bounds->west <= box.east && bounds->east >= box.west);
            });
        QVERIFY(done.has_value());
        QVERIFY(all >= 1);
    }

    void turnsOuterRingsCounterClockwise()
    {
        const Result<Dataset> dataset = Dataset::open(basePath());
        QVERIFY(dataset.has_value());
        int rings = 0;
        const Result<void> done = dataset->forEach(QStringLiteral("land_c"), {}, {}, [&](Feature &&row) {
            const std::vector<LonLat> &ring = row.geometry.parts.front();
            double area = 0;
            for (std::size_t i = 1; i < ring.size(); ++i)
                area += ring[i - 1].lon * ring[i].lat - ring[i].lon * ring[i - 1].lat;
            QVERIFY(area > 0);
            ++rings;
        });
        QVERIFY(done.has_value());
        QVERIFY(rings > 50);
    }

    void saysThatALayerIsMissing()
    {
        const Result<Dataset> dataset = Dataset::open(basePath());
        QVERIFY(dataset.has_value());
        const Result<void> done = dataset->forEach(QStringLiteral("moon"), {}, {}, [](Feature &&) {});
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().kind, Error::Kind::NotFound);
        QVERIFY(done.error().message.contains(QStringLiteral("moon")));
    }

    void refusesWhatIsNoGeoPackage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("empty") << QByteArray() << Error::Kind::Unsupported;
        QTest::newRow("text") << QByteArray("Shelling was reported near Goris\n") << Error::Kind::Unsupported;
        QTest::newRow("GeoJSON") << QByteArray("{\"type\":\"FeatureCollection\",\"features\":[],"
                                               "\"crs\":{\"type\":\"link\",\"properties\":"
                                               "{\"href\":\"http://127.0.0.1/\"}}}")
                                 << Error::Kind::Unsupported;
        QTest::newRow("VRT") << QByteArray("<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>"
                                           "/vsicurl/http://127.0.0.1/a.csv</SrcDataSource></OGRVRTLayer>"
                                           "</OGRVRTDataSource>")
                             << Error::Kind::Unsupported;
        QByteArray database("SQLite format 3\0", 16);
        database.resize(4096, '\0');
        QTest::newRow("another database") << database << Error::Kind::Unsupported;
        database.replace(68, 4, "GPKG");
        QTest::newRow("a damaged GeoPackage") << database << Error::Kind::Malformed;
        QFile whole(basePath());
        if (!whole.open(QIODevice::ReadOnly))
            qFatal("no base map");
        QTest::newRow("a GeoPackage cut short") << whole.read(5000) << Error::Kind::Malformed;
    }

    void refusesWhatIsNoGeoPackage()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Error::Kind, kind);
        const QTemporaryDir folder;
        const QString path = written(folder, bytes);
        const Result<Dataset> dataset = Dataset::open(path);
        QVERIFY(!dataset.has_value());
        QCOMPARE(dataset.error().kind, kind);
        QCOMPARE(dataset.error().subject, path);
        QVERIFY(dataset.error().message.contains(path));
        QVERIFY(!dataset.error().message.endsWith(QLatin1Char('.')));
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("missing") << QStringLiteral("/nowhere/map.gpkg") << Error::Kind::NotFound;
        QTest::newRow("a folder") << QStringLiteral(SHARE_DIR) << Error::Kind::Unreadable;
        QTest::newRow("an address") << QStringLiteral("/vsicurl/http://127.0.0.1/map.gpkg") << Error::Kind::NotFound;
        QTest::newRow("a connection") << QStringLiteral("GPKG:/nowhere/map.gpkg:a") << Error::Kind::NotFound;
    }

    void refusesWhatIsNoFile()
    {
        QFETCH(QString, path);
        QFETCH(Error::Kind, kind);
        const Result<Dataset> dataset = Dataset::open(path);
        QVERIFY(!dataset.has_value());
        QCOMPARE(dataset.error().kind, kind);
    }

    void namesItsLibraries()
    {
        const QRegularExpression form(QStringLiteral("^GDAL \\d+\\.\\d+\\.\\d+.*, PROJ \\d+\\.\\d+\\.\\d+$"));
        QVERIFY2(form.match(geoLibraryVersions()).hasMatch(), qPrintable(geoLibraryVersions()));
    }
};

QTEST_APPLESS_MAIN(TestDataset)
#include "tst_dataset.moc"
