#include "figure/calloutlayout.h"
#include "figure/graticule.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace dateline;

namespace
{

constexpr QSizeF page(1100, 760);

Viewport viewOf(const QString &text, const LonLatBox &box)
{
    return Viewport::fitting(text.isEmpty() ? Projection::fitting(box) : Projection::fromText(text).value(), box, page);
}

void addViews()
{
    QTest::addColumn<QString>("projection");
    QTest::addColumn<LonLatBox>("box");
    const LonLatBox caucasus{43.5, 38.3, 48.3, 41.5};
    const LonLatBox world{-180, -58, 180, 80};
    QTest::newRow("Lambert conformal conic") << QString() << caucasus;
    QTest::newRow("Web Mercator") << QStringLiteral("EPSG:3857") << caucasus;
    QTest::newRow("Web Mercator, past the antimeridian") << QStringLiteral("EPSG:3857") << LonLatBox{185, -20, 200, -8};
    QTest::newRow("Web Mercator, more than the world") << QStringLiteral("EPSG:3857") << LonLatBox{-180, -20, 180, 20};
    QTest::newRow("a street") << QString() << LonLatBox{44.5, 40.17, 44.53, 40.19};
    QTest::newRow("over the antimeridian") << QString() << LonLatBox{172, -48, 186, -34};
    QTest::newRow("the north pole") << QString() << LonLatBox{-180, 66, 180, 90};
    QTest::newRow("the south pole") << QStringLiteral("EPSG:3031") << LonLatBox{-180, -90, 180, -60};
    QTest::newRow("Robinson") << QString() << world;
    QTest::newRow("Equal Earth around 150° E") << QStringLiteral("+proj=eqearth +lon_0=150") << world;
    QTest::newRow("orthographic") << QStringLiteral("+proj=ortho +lat_0=40 +lon_0=46") << world;
    QTest::newRow("orthographic, close") << QStringLiteral("+proj=ortho +lat_0=40 +lon_0=46") << caucasus;
    QTest::newRow("UTM") << QStringLiteral("EPSG:32638") << caucasus;
    QTest::newRow("Europe by its code") << QStringLiteral("EPSG:3035") << LonLatBox{-12, 34, 44, 70};
    QTest::newRow("Albers") << QString() << LonLatBox{-130, 24, -60, 60};
    QTest::newRow("transverse Mercator") << QString() << LonLatBox{-76, -56, -67, -17};
}

int degreesOf(double value)
{
    return static_cast<int>(std::lround(value * 3600));
}

} // namespace

class TestGraticule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesLieOnTheirMeridiansAndParallels_data() { addViews(); }
    void linesLieOnTheirMeridiansAndParallels();
    void fourToTenLinesOfEachKindCrossTheMap_data() { addViews(); }
    void fourToTenLinesOfEachKindCrossTheMap();
    void labelsKeepClear_data() { addViews(); }
    void labelsKeepClear();
    void stepsAreRound_data();
    void stepsAreRound();
    void tellsDegrees_data();
    void tellsDegrees();
};

void TestGraticule::linesLieOnTheirMeridiansAndParallels()
{
    QFETCH(const QString, projection);
    QFETCH(const LonLatBox, box);
    const Viewport view = viewOf(projection, box);
    const QRectF frame = grown(QRectF(QPointF(), page), 1e-6);
    int checked = 0;
    for (const GraticuleLine &line : graticuleLines(view)) {
        const double told = line.arcSeconds / 3600.0;
        for (const std::vector<QPointF> &stretch : line.stretches) {
            for (std::size_t i = 0; i < stretch.size(); ++i) {
                QVERIFY(frame.contains(stretch[i]));
                const QPointF gap = stretch[i] - stretch[i == 0 ? 0 : i - 1];
                QVERIFY2(std::hypot(gap.x(), gap.y()) < 16, "the line is not smooth");
                const std::optional<LonLat> position = view.lonLatFromPixel(stretch[i]);
                if (!position || std::abs(position->lat) > 89.9)
                    continue;
                const LonLat on = line.meridian ? LonLat{told, position->lat} : LonLat{position->lon, told};
                const std::optional<QPointF> there = view.pixelFromLonLat(on);
                QVERIFY(there);
                QPointF away = *there - stretch[i];
                // The meridian on which the map ends is both its left and its right side.
                const double edge = view.projection().centralMeridian() + 180;
                if (!line.meridian && std::abs(std::remainder(position->lon - edge, 360)) < 1e-6)
                    continue;
                if (line.meridian && std::abs(std::remainder(told - edge, 360)) < 1e-6)
                    away = {std::abs(std::remainder(position->lon - told, 360)) * 10, 0};
                QVERIFY2(std::hypot(away.x(), away.y()) < 0.3,
                         qPrintable(QStringLiteral("%1: %2 px").arg(told).arg(std::hypot(away.x(), away.y()))));
                ++checked;
            }
        }
    }
    QVERIFY(checked > 500);
}

void TestGraticule::fourToTenLinesOfEachKindCrossTheMap()
{
    QFETCH(const QString, projection);
    QFETCH(const LonLatBox, box);
    const std::vector<GraticuleLine> lines = graticuleLines(viewOf(projection, box));
    const auto meridians = std::ranges::count_if(lines, &GraticuleLine::meridian);
    const auto parallels = std::ssize(lines) - meridians;
    QVERIFY2(meridians >= 4 && meridians <= 10, qPrintable(QString::number(meridians)));
    QVERIFY2(parallels >= 4 && parallels <= 10, qPrintable(QString::number(parallels)));
}

void TestGraticule::labelsKeepClear()
{
    QFETCH(const QString, projection);
    QFETCH(const LonLatBox, box);
    const Viewport view = viewOf(projection, box);
    const std::vector<GraticuleLine> lines = graticuleLines(view);
    const std::vector<QRectF> taken{QRectF(16, 728, 240, 16), QRectF(0, 300, 40, 120)};
    const std::vector<GraticuleLabel> labels = graticuleLabels(lines, view, taken);
    QVERIFY2(labels.size() >= 5 && labels.size() <= lines.size(), qPrintable(QString::number(labels.size())));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        QVERIFY(QRectF(QPointF(), page).contains(labels[i].box));
        for (const QRectF &other : taken)
            QVERIFY(!other.intersects(labels[i].box));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!labels[j].box.intersects(labels[i].box));
    }
}

void TestGraticule::stepsAreRound_data()
{
    QTest::addColumn<LonLatBox>("box");
    QTest::addColumn<int>("meridians"); // arc seconds
    QTest::addColumn<int>("parallels");
    QTest::newRow("the world") << LonLatBox{-180, -58, 180, 80} << degreesOf(60) << degreesOf(30);
    QTest::newRow("a continent") << LonLatBox{-10, 35, 35, 60} << degreesOf(20) << degreesOf(5);
    QTest::newRow("a country") << LonLatBox{43, 38, 49, 42} << degreesOf(1) << degreesOf(1);
    QTest::newRow("a province") << LonLatBox{45, 39, 46.4, 40} << 30 * 60 << 20 * 60;
    QTest::newRow("a city") << LonLatBox{44.4, 40.1, 44.6, 40.25} << 2 * 60 << 2 * 60;
    QTest::newRow("a street") << LonLatBox{44.5, 40.17, 44.504, 40.173} << 5 << 2;
}

void TestGraticule::stepsAreRound()
{
    QFETCH(const LonLatBox, box);
    QFETCH(const int, meridians);
    QFETCH(const int, parallels);
    std::set<int> steps[2];
    const std::vector<GraticuleLine> lines = graticuleLines(viewOf({}, box));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].meridian == lines[i - 1].meridian)
            steps[lines[i].meridian ? 1 : 0].insert(lines[i].arcSeconds - lines[i - 1].arcSeconds);
        QVERIFY2(lines[i].arcSeconds % (lines[i].meridian ? meridians : parallels) == 0,
                 qPrintable(degreesText(lines[i].arcSeconds, lines[i].meridian)));
    }
    QCOMPARE(steps[1], std::set{meridians});
    QCOMPARE(steps[0], std::set{parallels});
}

void TestGraticule::tellsDegrees_data()
{
    QTest::addColumn<int>("arcSeconds");
    QTest::addColumn<bool>("meridian");
    QTest::addColumn<QString>("text");
    QTest::newRow("north") << degreesOf(40) << false << QStringLiteral("40°\u00A0N");
    QTest::newRow("south") << degreesOf(-40) << false << QStringLiteral("40°\u00A0S");
    QTest::newRow("east with minutes") << degreesOf(45.5) << true << QStringLiteral("45° 30′\u00A0E");
    QTest::newRow("west with seconds") << -(3600 + 5) << true << QStringLiteral("1° 0′ 5″\u00A0W");
    QTest::newRow("less than a degree south") << -600 << false << QStringLiteral("0° 10′\u00A0S");
    QTest::newRow("the equator") << 0 << false << QStringLiteral("0°");
    QTest::newRow("Greenwich") << 0 << true << QStringLiteral("0°");
    QTest::newRow("the antimeridian") << degreesOf(-180) << true << QStringLiteral("180°");
}

void TestGraticule::tellsDegrees()
{
    QFETCH(const int, arcSeconds);
    QFETCH(const bool, meridian);
    QFETCH(const QString, text);
    QCOMPARE(degreesText(arcSeconds, meridian), text);
}

QTEST_MAIN(TestGraticule)
#include "tst_graticule.moc"
