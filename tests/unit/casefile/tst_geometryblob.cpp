#include "casefile/geometryblob.h"

#include <QTest>

using namespace dateline;

namespace
{

std::vector<LonLat> square(double west, double south, double side)
{
    return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}};
}

std::optional<Geometry> read(const QByteArray &blob)
{
    return geometryFromBlob({blob.constData(), static_cast<std::size_t>(blob.size())});
}

} // namespace

class TestGeometryBlob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAPointAsTheStandardSays()
    {
        // GP, version 0, little endian without envelope, 4326, then WKB: little endian, type 1, x, y.
        QCOMPARE(blobFromGeometry(pointGeometry({1, 2})).toHex(),
                 QByteArray("47500001e6100000"
                            "0101000000000000000000f03f0000000000000040"));
    }

    void comesBackAsItWas_data()
    {
        QTest::addColumn<Geometry>("geometry");
        using enum Geometry::Type;
        QTest::newRow("point") << pointGeometry({-179.99999999999997, 89.123456789012345});
        QTest::newRow("line") << Geometry{Line, {{{1, 2}, {3, 4}, {5, 6}}}};
        QTest::newRow("lines") << Geometry{Line, {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}};
        QTest::newRow("no line") << Geometry{Line, {}};
        QTest::newRow("area") << Geometry{Polygon, {square(0, 0, 1)}};
        QTest::newRow("areas") << Geometry{Polygon, {square(0, 0, 1), square(5, 5, 1), square(9, 9, 1)}};
        QTest::newRow("holes") << Geometry{Polygon, {square(0, 0, 9), square(1, 1, 1), square(4, 4, 1)}};
        QTest::newRow("island in a lake") << Geometry{Polygon, {square(0, 0, 9), square(1, 1, 6), square(3, 3, 1)}};
        QTest::newRow("no area") << Geometry{Polygon, {}};
    }
    void comesBackAsItWas()
    {
        QFETCH(Geometry, geometry);
        QCOMPARE(read(blobFromGeometry(geometry)), geometry);
    }

    void putsEachHoleBehindItsOwnOuterRing()
    {
        const Geometry mixed{Geometry::Type::Polygon,
                             {square(21, 21, 1), square(0, 0, 9), square(20, 20, 5), square(1, 1, 1)}};
        const Geometry sorted{Geometry::Type::Polygon,
                              {square(0, 0, 9), square(1, 1, 1), square(20, 20, 5), square(21, 21, 1)}};
        QCOMPARE(read(blobFromGeometry(mixed)), sorted);
    }

    void closesAnOpenRing()
    {
        std::vector<LonLat> open = square(0, 0, 1);
        open.pop_back();
        QCOMPARE(read(blobFromGeometry({Geometry::Type::Polygon, {open}})).value().parts.at(0), square(0, 0, 1));
    }

    void hasNoBlobForNoPosition()
    {
        QVERIFY(blobFromGeometry({}).isNull());
        QVERIFY(blobFromGeometry({Geometry::Type::Point, {{}}}).isNull());
    }

    void readsWhatOtherProgramsWrite_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<Geometry>("geometry");
        QTest::newRow("big endian") << QByteArray("47500000000010e6"
                                                  "00000000013ff00000000000004000000000000000")
                                    << pointGeometry({1, 2});
        QTest::newRow("with height") << QByteArray("47500001e6100000"
                                                   "01e9030000000000000000f03f00000000000000400000000000000840")
                                     << pointGeometry({1, 2});
        QTest::newRow("one point of many") << QByteArray("47500001e6100000"
                                                         "010400000001000000"
                                                         "0101000000000000000000f03f0000000000000040")
                                           << pointGeometry({1, 2});
        QTest::newRow("empty point") << QByteArray("47500011e6100000"
                                                   "0101000000000000000000f87f000000000000f87f")
                                     << Geometry{};
    }
    void readsWhatOtherProgramsWrite()
    {
        QFETCH(QByteArray, hex);
        QFETCH(Geometry, geometry);
        QCOMPARE(read(QByteArray::fromHex(hex)), geometry);
    }

    void refusesDamage_data()
    {
        QTest::addColumn<QByteArray>("blob");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("letters") << QByteArray("Shelling near Goris");
        QTest::newRow("header alone") << QByteArray::fromHex("47500001e6100000");
        QTest::newRow("four thousand million points")
            << QByteArray::fromHex("47500001e61000000102000000ffffffff0000000000000000");
        QTest::newRow("four thousand million rings") << QByteArray::fromHex("47500001e61000000103000000ffffffff");
        QTest::newRow("parts in parts in parts")
            << QByteArray::fromHex("47500001e6100000") + QByteArray::fromHex("010600000001000000").repeated(50000);
        QTest::newRow("two points") << QByteArray::fromHex("47500001e6100000"
                                                           "010400000002000000"
                                                           "0101000000000000000000f03f0000000000000040"
                                                           "0101000000000000000000f03f0000000000000040");
        QTest::newRow("a collection") << QByteArray::fromHex("47500001e6100000010700000000000000");
        QTest::newRow("no such type") << QByteArray::fromHex("47500001e610000001ffffff7f00000000");
        const QByteArray whole = blobFromGeometry({Geometry::Type::Polygon, {square(0, 0, 9), square(1, 1, 1)}});
        for (qsizetype size = 1; size < whole.size(); size += 7)
            QTest::addRow("cut to %d bytes", static_cast<int>(size)) << whole.first(size);
    }
    void refusesDamage()
    {
        QFETCH(QByteArray, blob);
        QVERIFY(!read(blob));
    }
};

QTEST_APPLESS_MAIN(TestGeometryBlob)
#include "tst_geometryblob.moc"
