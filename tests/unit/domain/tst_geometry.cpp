#include "domain/incident.h"

#include <QTest>

using namespace dateline;

class TestGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasABoxAroundAllParts()
    {
        QVERIFY(!boxOf(Geometry{}));
        QVERIFY(!boxOf(Geometry{Geometry::Type::Polygon, {{}, {}}}));
        QCOMPARE(boxOf(pointGeometry({-5, 6})), (LonLatBox{-5, 6, -5, 6}));
        QCOMPARE(boxOf(Geometry{Geometry::Type::Line, {{{1, 2}, {3, -4}}, {{-7, 8}}}}), (LonLatBox{-7, -4, 3, 8}));
    }

    void fillsAnAreaByTheEvenOddRule_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<bool>("inside");
        QTest::newRow("in the area") << 1.0 << 5.0 << true;
        QTest::newRow("in its hole") << 3.0 << 5.0 << false;
        QTest::newRow("on the island in the hole") << 5.0 << 5.0 << true;
        QTest::newRow("west of all") << -1.0 << 5.0 << false;
        QTest::newRow("north of all") << 5.0 << 11.0 << false;
        QTest::newRow("at the height of a corner") << 11.0 << 10.0 << false;
    }
    void fillsAnAreaByTheEvenOddRule()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(bool, inside);
        const auto square = [](double a, double b) {
            return std::vector<LonLat>{{a, a}, {b, a}, {b, b}, {a, b}, {a, a}};
        };
        const Geometry area{Geometry::Type::Polygon, {square(0, 10), square(2, 8), square(4, 6)}};
        QCOMPARE(contains(area, {lon, lat}), inside);
    }

    void holdsNothingWithoutRings()
    {
        QVERIFY(!contains(Geometry{Geometry::Type::Polygon, {}}, {0, 0}));
        QVERIFY(!contains(Geometry{Geometry::Type::Polygon, {{}}}, {0, 0}));
    }

    void anchorsAPlaceInTheMiddleOfItsBox()
    {
        Where where;
        QVERIFY(!anchorOf(where));
        where.geometry = pointGeometry({46.34, 39.51});
        QCOMPARE(anchorOf(where), (LonLat{46.34, 39.51}));
        where.geometry = {Geometry::Type::Polygon, {{{0, 0}, {4, 0}, {4, 2}, {0, 0}}}};
        QCOMPARE(anchorOf(where), (LonLat{2, 1}));
    }
};

QTEST_APPLESS_MAIN(TestGeometry)
#include "tst_geometry.moc"
