#include "exchange/kmlarea.h"
#include "exchangecase.h"
#include "geo/geodesy.h"

#include <QJsonArray>
#include <QProcess>
#include <QXmlStreamReader>

using namespace dateline;

namespace
{

/// Twice the area of a ring, above 0 if it runs counter-clockwise.
double windingOf(const QJsonArray &ring)
{
    double sum = 0;
    for (qsizetype i = 1; i < ring.size(); ++i) {
        const QJsonArray a = ring[i - 1].toArray();
        const QJsonArray b = ring[i].toArray();
        sum += a[0].toDouble() * b[1].toDouble() - b[0].toDouble() * a[1].toDouble();
    }
    return sum;
}

} // namespace

/// Formats of maps, read by another program too.
class TestExportMaps : public QObject, private ExchangeCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void writesGeoJsonAsRfc7946Has()
    {
        exported(u"out.geojson"_s);
        const QJsonObject json = jsonOf(u"out.geojson"_s);
        QCOMPARE(json[u"type"].toString(), u"FeatureCollection"_s);
        QVERIFY(!json.contains(u"crs"_s));
        QCOMPARE(json[u"licence"].toString(), u"CC BY 4.0"_s);
        const QJsonArray features = json[u"features"].toArray();
        QCOMPARE(features.size(), 4);
        const auto geometry = [&](qsizetype i) { return features[i].toObject()[u"geometry"].toObject(); };
        QCOMPARE(geometry(0)[u"coordinates"].toArray(), (QJsonArray{46.3403127, 39.5111}));
        const QJsonArray rings = geometry(2)[u"coordinates"].toArray();
        QCOMPARE(rings.size(), 2);
        QVERIFY(windingOf(rings[0].toArray()) > 0);
        QVERIFY(windingOf(rings[1].toArray()) < 0);
        QVERIFY(features[3].toObject()[u"geometry"].isNull());
        const QJsonObject properties = features[0].toObject()[u"properties"].toObject();
        QCOMPARE(properties[u"actors"].toArray().size(), 2);
        QCOMPARE(properties[u"losses"].toArray()[0].toObject()[u"high"].toInt(), 105);
        QCOMPARE(properties[u"attributes"].toObject()[u"region"].toString(), u"Caucasus"_s);
        QCOMPARE(properties[u"quotes"].toArray()[0].toObject()[u"date"].toString(), u"2022-09-13"_s);
    }

    void cutsWhatCrossesTheAntimeridian()
    {
        exported(u"out.geojson"_s);
        const QJsonObject line = jsonOf(u"out.geojson"_s)[u"features"].toArray()[1].toObject()[u"geometry"].toObject();
        QCOMPARE(line[u"type"].toString(), u"MultiLineString"_s);
        const QJsonArray parts = line[u"coordinates"].toArray();
        QCOMPARE(parts.size(), 2);
        QSet<double> ends;
        for (const QJsonValue part : parts) {
            for (const QJsonValue position : part.toArray()) {
                const double lon = position.toArray()[0].toDouble();
                QVERIFY(std::abs(lon) <= 180);
                if (std::abs(lon) == 180) {
                    QCOMPARE(position.toArray()[1].toDouble(), 65.5);
                    ends.insert(lon);
                }
            }
        }
        QCOMPARE(ends.size(), 2);
    }

    void cutsAnAreaThatCrossesTheAntimeridian()
    {
        Incident sea = area();
        sea.where->geometry = {Geometry::Type::Polygon,
                               {{{-179, 10}, {-179, 14}, {178, 14}, {178, 10}, {-179, 10}},
                                {{-179.5, 11}, {179, 11}, {179, 13}, {-179.5, 13}, {-179.5, 11}}}};
        exported(u"out.geojson"_s, {.only = {add(sea, {})}});
        const QJsonObject geometry =
            jsonOf(u"out.geojson"_s)[u"features"].toArray()[0].toObject()[u"geometry"].toObject();
        QCOMPARE(geometry[u"type"].toString(), u"MultiPolygon"_s);
        const QJsonArray areas = geometry[u"coordinates"].toArray();
        QCOMPARE(areas.size(), 2);
        double size = 0;
        for (const QJsonValue part : areas) {
            const QJsonArray outer = part.toArray()[0].toArray();
            QVERIFY(windingOf(outer) > 0);
            for (const QJsonValue ring : part.toArray())
                size += windingOf(ring.toArray()) / 2;
            for (const QJsonValue position : outer)
                QVERIFY(std::abs(position.toArray()[0].toDouble()) <= 180);
        }
        QCOMPARE(size, 3 * 4 - 1.5 * 2); // What is in the hole is in no part.
    }

    void isReadByGdalInEveryFormat_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("placed");
        QTest::newRow("GeoJSON") << u"out.geojson"_s << 4 << 3;
        QTest::newRow("KML") << u"out.kml"_s << 4 << 3;
        QTest::newRow("KMZ") << u"out.kmz"_s << 4 << 3;
        QTest::newRow("GPX") << u"out.gpx"_s << 3 << 3;
        QTest::newRow("FlatGeobuf") << u"out.fgb"_s << 3 << 3;
    }
    void isReadByGdalInEveryFormat()
    {
        QFETCH(QString, name);
        QFETCH(int, count);
        QFETCH(int, placed);
        QCOMPARE(exported(name).written, qint64{count});
        QProcess process;
        QStringList arguments{u"-f"_s, u"GeoJSON"_s, u"/vsistdout/"_s, path(name)};
        if (name.endsWith(u".gpx"_s))
            arguments.append(u"waypoints"_s); // It always has other layers, too.
        process.start(u"ogr2ogr"_s, arguments);
        QVERIFY(process.waitForFinished());
        const QByteArray json = process.readAllStandardOutput();
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        const QJsonArray features = QJsonDocument::fromJson(json).object()[u"features"].toArray();
        QCOMPARE(features.size(), count);
        int found = 0;
        bool isThere = false;
        for (const QJsonValue feature : features) {
            const QJsonObject geometry = feature.toObject()[u"geometry"].toObject();
            found += geometry.isEmpty() ? 0 : 1;
            const QJsonArray at = geometry[u"coordinates"].toArray();
            isThere = isThere
                || (geometry[u"type"].toString() == u"Point"_s && std::abs(at[0].toDouble() - 46.3403127) < 1e-6
                    && std::abs(at[1].toDouble() - 39.5111) < 1e-6);
        }
        QCOMPARE(found, placed);
        QVERIFY(isThere);
    }

    void tellsMomentsAndSpansOfTimeInKml()
    {
        exported(u"out.kml"_s);
        const QByteArray kml = bytesOf(u"out.kml"_s);
        QVERIFY(kml.contains("<TimeStamp><when>2022-09-12T20:05:00Z</when></TimeStamp>"));
        QVERIFY(
            kml.contains("<TimeSpan><begin>2022-09-13T00:00:00Z</begin><end>2022-09-14T00:00:00Z</end></TimeSpan>"));
        QCOMPARE(kml.count("<TimeSpan>"), 2);
        // The balloon's words are HTML within XML.
        QVERIFY(kml.contains("&lt;blockquote dir=&quot;auto&quot;&gt;“Shells fell on Goris at night.”"));
        QVERIFY(kml.contains("CC BY 4.0"));
        QXmlStreamReader xml(kml);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }

    void drawsNoPinWhereAPlaceIsKnownVaguely()
    {
        Incident vague = shelling();
        vague.where->precision = LocationPrecision::District;
        const IncidentId id = add(vague, {});
        exported(u"out.kml"_s, {.only = {id}});
        const QByteArray kml = bytesOf(u"out.kml"_s);
        QVERIFY(!kml.contains("<Point>"));
        QCOMPARE(kml.count("<Polygon>"), 1);
    }

    void drawsACircleThatHoldsAllOfIt_data()
    {
        QTest::addColumn<double>("lat");
        QTest::addColumn<double>("radius");
        QTest::newRow("small") << 40.0 << 5000.0;
        QTest::newRow("large") << 40.0 << 300'000.0;
        QTest::newRow("far north") << 80.0 << 100'000.0;
        QTest::newRow("equator") << 0.0 << 50'000.0;
    }
    void drawsACircleThatHoldsAllOfIt()
    {
        QFETCH(double, lat);
        QFETCH(double, radius);
        std::string written;
        appendKmlCircle(written, {46, lat}, radius);
        const QString text = QString::fromStdString(written).section(u"<coordinates>"_s, 1).section(u"</"_s, 0, 0);
        const QStringList corners = text.split(u' ');
        QCOMPARE(corners.size(), 25);
        QCOMPARE(corners.first(), corners.last());
        std::vector<LonLat> ring;
        for (const QString &corner : corners)
            ring.push_back({corner.section(u',', 0, 0).toDouble(), corner.section(u',', 1, 1).toDouble()});
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double far = distanceMetres({46, lat}, ring[i]);
            QVERIFY2(far > radius && far < 1.025 * radius, qPrintable(QString::number(far)));
            const LonLat middle{(ring[i].lon + ring[i - 1].lon) / 2, (ring[i].lat + ring[i - 1].lat) / 2};
            if (lat < 70) // Nearer the pole a straight way on the plane of degrees is none on the earth.
                QVERIFY(distanceMetres({46, lat}, middle) > 0.995 * radius);
        }
    }

    void labelsWaypointsWithHowFarTheyMayBeOff()
    {
        exported(u"out.gpx"_s);
        const QByteArray gpx = bytesOf(u"out.gpx"_s);
        QVERIFY(gpx.contains("<name>Shelling of Goris, &quot;heavy&quot; (within 6.5 km)</name>"));
        QVERIFY(gpx.contains("<link href=\"https://example.org/A-statement\">"));
    }

    void packsTheSymbolsOfTheKindsIntoKmz()
    {
        exported(u"out.kmz"_s);
        QProcess process;
        process.start(u"python3"_s,
                      {u"-c"_s,
                       u"import sys, zipfile\n"
                       u"z = zipfile.ZipFile(sys.argv[1])\n"
                       u"assert z.testzip() is None\n"
                       u"print(z.namelist()[0], sum(z.read(n)[:4] == b'\\x89PNG' for n in z.namelist()),"
                       u" b'icons/kind-5.png' in z.read('doc.kml'))"_s,
                       path(u"out.kmz"_s)});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput().trimmed(), "doc.kml 7 True"_ba);
    }
};

QTEST_MAIN(TestExportMaps)
#include "tst_exportmaps.moc"
