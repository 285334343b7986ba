#include "tables/readers/geojson.h"

#include <QBuffer>
#include <QTest>

using namespace dateline;

namespace
{

/// Gives a few bytes at a time, as pipes do.
class SlowBytes final : public QBuffer
{
public:
    SlowBytes(const QByteArray &bytes, qint64 most)
        : m_most(most)
    {
        setData(bytes);
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64 size) override { return QBuffer::readData(data, std::min(size, m_most)); }

private:
    qint64 m_most;
};

class KeepingTaker final : public RecordTaker
{
public:
    bool takeRecord(qint64 number, std::span<const std::string> cells) override
    {
        QStringList line;
        for (const std::string &cell : cells)
            line.append(QString::fromStdString(cell));
        lines.append(QStringLiteral("%1: %2").arg(number).arg(line.join(u'|')));
        return true;
    }
    bool takeProblem(qint64 number, const std::string &, const std::string &, const std::string &reason) override
    {
        lines.append(QStringLiteral("%1! %2").arg(number).arg(QString::fromStdString(reason)));
        return true;
    }
    bool takeText(QByteArrayView) override { return false; }

    QStringList lines;
};

Result<std::optional<ForeignTable>> tableOf(const QByteArray &json, FeatureList list, qint64 most = 1 << 20)
{
    const auto open = [json, most]() -> Result<std::unique_ptr<QIODevice>> {
        return std::make_unique<SlowBytes>(json, most);
    };
    return tableOfGeoJson(open, list, QStringLiteral("map.geojson"));
}

/// What is in @p json, line by line, and the sentence that it ends with if it is damaged.
QStringList linesOf(const QByteArray &json, FeatureList list = FeatureList::InCollection, qint64 most = 1 << 20)
{
    const Result<std::optional<ForeignTable>> table = tableOf(json, list, most);
    if (!table)
        return {table.error().message};
    if (!*table)
        return {QStringLiteral("another plane")};
    KeepingTaker taker;
    const Result<void> done = (*table)->read(taker);
    if (!done)
        taker.lines.append(done.error().message);
    return taker.lines;
}

QByteArray collection(const QByteArray &features)
{
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
}

} // namespace

class TestGeoJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatAFeatureSays_data()
    {
        QTest::addColumn<QByteArray>("feature");
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("cells");
        const auto row = [](const char *name, const char *feature, const char *names, const char *cells) {
            QTest::newRow(name) << QByteArray(feature) << QString::fromUtf8(names) << QString::fromUtf8(cells);
        };
        row("a point with a height",
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[46.250,39.5,812]},"
            "\"properties\":{\"name\":\"Goris\"}}",
            "wkt_geom|name", "POINT (46.250 39.5)|Goris");
        row("coordinates before their type",
            "{\"properties\":null,\"geometry\":{\"coordinates\":[[1,2],[3,4]],\"type\":"
            "\"LineString\"},\"type\":\"Feature\"}",
            "wkt_geom", "LINESTRING (1 2,3 4)");
        row("an area with a hole",
            "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],"
            "[2,2],[1,1]]]}}",
            "wkt_geom", "POLYGON ((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1))");
        row("a collection",
            "{\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":"
            "[1,2]},{\"type\":\"MultiPoint\",\"coordinates\":[[3,4]]}]}}",
            "wkt_geom", "GEOMETRYCOLLECTION (POINT (1 2),MULTIPOINT (3 4))");
        row("no geometry", "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":1}}", "wkt_geom|a", "|1");
        row("no positions",
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[]},\"properties\":{}}",
            "wkt_geom", "");
        row("values of every kind",
            "{\"properties\":{\"a\":\"x\\n\\\"y\\\" \\u0535\",\"b\":true,\"c\":null,\"d\":1.50,\"e\":"
            "12345678901234567890,\"f\":[\"u\",\"v\",3],\"g\":{\"h\":[1, 2]},\"i\":[{\"j\":1}],\"k\":[]}}",
            "wkt_geom|a|b|c|d|e|f|g|i|k",
            "|x\n\"y\" Ե|true||1.50|12345678901234567890|u\nv\n3|{\"h\":[1, 2]}|[{\"j\":1}]|");
        row("an id of the feature", "{\"type\":\"Feature\",\"id\":17,\"properties\":{\"a\":1},\"geometry\":null}",
            "wkt_geom|id|a", "|17|1");
        row("an id of the properties before that", "{\"id\":\"outer\",\"properties\":{\"id\":\"inner\"}}",
            "wkt_geom|id", "|inner");
        row("what annotations say beside",
            "{\"properties\":{},\"titles\":[\"Goris\",\"Gorus\"],\"uris\":[{\"url\":\"http://x\"}]}",
            "wkt_geom|titles|uris", "|Goris\nGorus|http://x");
        row("a property that is named as the shape is", "{\"properties\":{\"wkt_geom\":\"POINT (1 2)\",\"b\":2}}",
            "wkt_geom|b", "|2");
        row("what is nested deeply", "{\"properties\":{\"a\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}}", "wkt_geom|a",
            "|[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]");
        row("brackets in words", "{\"properties\":{\"a\":\"}]\\\\\\\"{[\",\"b\":\"\\\\\"}}", "wkt_geom|a|b",
            "|}]\\\"{[|\\");
    }
    void readsWhatAFeatureSays()
    {
        QFETCH(QByteArray, feature);
        QFETCH(QString, names);
        QFETCH(QString, cells);
        const QStringList lines{QStringLiteral("0: ") + names, QStringLiteral("1: ") + cells};
        for (const qint64 most : {1 << 20, 7, 1}) {
            QCOMPARE(linesOf(collection(feature), FeatureList::InCollection, most), lines);
            QCOMPARE(linesOf("\xef\xbb\xbf" + feature, FeatureList::OneByOne, most), lines);
        }
    }

    void saysWhyAFeatureIsNotReadAndReadsOn_data()
    {
        QTest::addColumn<QByteArray>("feature");
        QTest::addColumn<QString>("reason");
        const QString noJson = QStringLiteral("It is no whole JSON: check its quotation marks, commas and brackets");
        const QString positions = QStringLiteral("Its geometry has positions that are no numbers, or too few");
        const QString noShape = QStringLiteral("Its geometry is of no type that GeoJSON has");
        const QString noFeature = QStringLiteral("It is no feature: it has neither a geometry nor properties");
        QTest::newRow("a comma missing") << QByteArray("{\"type\":\"Feature\" \"properties\":{}}") << noJson;
        QTest::newRow("a word") << QByteArray("nothing") << noJson;
        QTest::newRow("a list") << QByteArray("[1,2]") << noJson;
        QTest::newRow("no UTF-8") << QByteArray("{\"properties\":{\"a\":\"\xff\"}}") << noJson;
        QTest::newRow("a bare geometry") << QByteArray("{\"type\":\"Point\",\"coordinates\":[1,2]}") << noFeature;
        for (const char *wrong : {"[1]", "[]]", "[\"1\",\"2\"]", "[null,1]", "[1e999,2]", "{}", "7", "[[1,2],[3]]"}) {
            QTest::newRow(wrong) << QByteArray("{\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":")
                    + QByteArray(wrong)
                    + "}}" << (QByteArray(wrong) == "[]]" ? noShape : positions);
        }
        QTest::newRow("a type of its own")
            << QByteArray("{\"geometry\":{\"type\":\"Circle\",\"coordinates\":[1,2]}}") << noShape;
        QTest::newRow("a geometry that is very deep") << "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + QByteArray(5000, '[') + QByteArray(5000, ']')
                + "}}" << positions;
    }
    void saysWhyAFeatureIsNotReadAndReadsOn()
    {
        QFETCH(QByteArray, feature);
        QFETCH(QString, reason);
        const QByteArray good = "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}";
        QStringList lines = linesOf(collection(good + ',' + feature + ", \n" + good));
        QVERIFY(lines.size() == 4 || lines.size() == 5);
        QCOMPARE(lines.takeFirst().first(11), QStringLiteral("0: wkt_geom"));
        QCOMPARE(lines.front().first(14), QStringLiteral("1: POINT (1 2)"));
        QCOMPARE(lines.at(1), QStringLiteral("2! ") + reason);
        if (feature.contains("[]]"))
            return; // A bracket too many ends the list.
        QCOMPARE(lines.back().first(14), QStringLiteral("3: POINT (1 2)"));
    }

    void keepsWhatStandsBeforeDamage()
    {
        const QByteArray whole =
            collection("{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"properties\":{\"a\":\"b\"}}"
                       ",{\"geometry\":null,\"properties\":{\"a\":\"c\"}}");
        for (qsizetype size = 1; size < whole.size(); ++size) {
            const QStringList lines = linesOf(whole.first(size), FeatureList::InCollection, 5);
            const QString damage =
                QStringLiteral("“map.geojson” is damaged or cut off: what is not JSON begins at byte "
                               "%1; get it anew");
            QVERIFY2(lines.back() == damage.arg(size), qPrintable(lines.back()));
            const qsizetype second = whole.indexOf("},{\"geometry\":null") + 1;
            QCOMPARE(lines.size() > 2, size >= second);
        }
        QCOMPARE(linesOf(whole).size(), 3);
    }

    void readsFeaturesInLines()
    {
        const QByteArray lines =
            "\x1e{\"properties\":{\"a\":1}}\n\x1e{\"properties\":{\"b\":2}}\r\n\n{\"properties\":{}}";
        QCOMPARE(linesOf(lines, FeatureList::OneByOne),
                 QStringList({QStringLiteral("0: wkt_geom|a|b"), QStringLiteral("1: |1|"), QStringLiteral("2: ||2"),
                              QStringLiteral("3: ||")}));
    }

    void leavesPlanesOtherThanDegreesToTheirDriver_data()
    {
        QTest::addColumn<QByteArray>("plane");
        QTest::addColumn<bool>("isOther");
        QTest::newRow("metres") << QByteArray("urn:ogc:def:crs:EPSG::32638") << true;
        QTest::newRow("degrees") << QByteArray("urn:ogc:def:crs:OGC:1.3:CRS84") << false;
        QTest::newRow("WGS 84") << QByteArray("EPSG:4326") << false;
    }
    void leavesPlanesOtherThanDegreesToTheirDriver()
    {
        QFETCH(QByteArray, plane);
        QFETCH(bool, isOther);
        const QByteArray crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + plane + "\"}}";
        const QByteArray features = "\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]";
        for (const QByteArray &json : {"{" + crs + "," + features + "}", "{" + features + " , " + crs + "}"})
            QCOMPARE(linesOf(json) == QStringList{QStringLiteral("another plane")}, isOther);
    }

    void takesLittleMemoryForALongFeature()
    {
        const QByteArray words(qsizetype{70} * 1024 * 1024, 'w');
        const QStringList lines = linesOf(collection("{\"properties\":{\"a\":\"" + words + "\"}},{\"properties\":{}}"));
        QCOMPARE(lines,
                 QStringList({QStringLiteral("0: wkt_geom"),
                              QStringLiteral("1! It is longer than 64 MB: make its words or its shape shorter"),
                              QStringLiteral("2: ")}));
    }
};

QTEST_GUILESS_MAIN(TestGeoJson)
#include "tst_geojson.moc"
