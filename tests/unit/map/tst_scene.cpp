#include "map/scene.h"

#include "geo/geodesy.h"
#include "map/theme.h"

#include <QFontMetricsF>
#include <QTest>

#include <cmath>

using namespace dateline;

namespace
{

constexpr LonLat goris{46.34, 39.51};
constexpr LonLat sotk{45.87, 40.2};
constexpr LonLat jermuk{45.67, 39.84};

SceneIncident incidentAt(std::int64_t id, const QString &place, LonLat position,
                         LocationPrecision precision = LocationPrecision::Near, double radius = 10000)
{
    Incident incident;
    incident.id = IncidentId{id};
    incident.kind = Kind::Explosions;
    incident.where = Where{place, {}, {}, pointGeometry(position), precision, radius, {}};
    incident.when = When{};
    return {incident, 1};
}

SceneIncident withOutline(std::int64_t id, const QString &place, std::vector<LonLat> ring)
{
    SceneIncident row = incidentAt(id, place, ring.front(), LocationPrecision::Province, 0);
    row.incident.where->geometry = {Geometry::Type::Polygon, {std::move(ring)}};
    return row;
}

Viewport caucasus(double zoom = 8.3)
{
    return Viewport::webMercator({45.9, 39.8}, zoom, {1000, 800});
}

Scene sceneOf(const std::vector<SceneIncident> &rows, const Viewport &view = caucasus(), bool stack = true,
              const IncidentFilter &filter = {})
{
    return makeScene(rows, view, filter, stack);
}

} // namespace

class TestScene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pinsWhatIsNear()
    {
        const Scene scene = sceneOf({incidentAt(1, QStringLiteral("Goris"), goris)});
        QCOMPARE(scene.marks.size(), std::size_t{1});
        QVERIFY(!scene.marks.front().isArea);
        QCOMPARE(scene.marks.front().at, *caucasus().pixelFromLonLat(goris));
        QCOMPARE(scene.areas.size(), std::size_t{1});
        QVERIFY(scene.areas.front().circle);
        QCOMPARE(scene.labels.size(), std::size_t{1});
        QCOMPARE(scene.labels.front().text, QStringLiteral("Goris"));
    }

    void drawsTheCircleAtItsTrueRadius()
    {
        for (const Viewport &view :
             {caucasus(9), Viewport::fitting(Projection::fitting({44, 38, 48, 41}), {44, 38, 48, 41}, {1000, 800})}) {
            const Scene scene = sceneOf({incidentAt(1, QStringLiteral("Goris"), goris)}, view);
            for (int i = 0; i < scene.areas.front().path.elementCount(); ++i) {
                const LonLat corner = *view.lonLatFromPixel(scene.areas.front().path.elementAt(i));
                QVERIFY(std::abs(distanceMetres(goris, corner) - 10000) < 5);
            }
        }
    }

    void neverPinsAnArea_data()
    {
        QTest::addColumn<LocationPrecision>("precision");
        QTest::addColumn<double>("radius");
        QTest::newRow("district") << LocationPrecision::District << 20000.0;
        QTest::newRow("province") << LocationPrecision::Province << 60000.0;
        QTest::newRow("country") << LocationPrecision::Country << 200000.0;
        QTest::newRow("how far is not known") << LocationPrecision::District << 0.0;
    }

    void neverPinsAnArea()
    {
        QFETCH(LocationPrecision, precision);
        QFETCH(double, radius);
        const Scene scene = sceneOf({incidentAt(1, QStringLiteral("Syunik"), goris, precision, radius)});
        QCOMPARE(scene.marks.size(), std::size_t{1});
        QVERIFY(scene.marks.front().isArea);
        QCOMPARE(scene.areas.size(), std::size_t{radius > 0 ? 1U : 0U});
        if (radius > 0)
            QVERIFY(!scene.areas.front().circle);
        QVERIFY(scene.labels.empty() || scene.labels.front().isArea);
    }

    void drawsOutlinesWithARingInside()
    {
        // A horseshoe: the middle of its box lies outside it.
        const std::vector<LonLat> horseshoe{{45.5, 39.5}, {46.5, 39.5}, {46.5, 40.3}, {46.3, 40.3}, {46.3, 39.7},
                                            {45.7, 39.7}, {45.7, 40.3}, {45.5, 40.3}, {45.5, 39.5}};
        const Scene scene = sceneOf({withOutline(1, QStringLiteral("Horseshoe"), horseshoe)});
        QCOMPARE(scene.areas.size(), std::size_t{1});
        QCOMPARE(scene.marks.size(), std::size_t{1});
        QVERIFY(scene.marks.front().isArea);
        QVERIFY(scene.areas.front().path.contains(scene.marks.front().at));
    }

    void keepsTheRingOfAHugeAreaInView()
    {
        const std::vector<LonLat> country{{30, 30}, {46.2, 30}, {46.2, 50}, {30, 50}, {30, 30}};
        const Scene scene = sceneOf({withOutline(1, QStringLiteral("Country"), country)}, caucasus(10));
        QCOMPARE(scene.count.shown, 1);
        QVERIFY(QRectF(0, 0, 1000, 800).contains(scene.marks.front().at));
        // No corner lies so far out that a renderer would stumble over it.
        QVERIFY(scene.areas.front().path.boundingRect().width() < 10000);
    }

    void stacksWhatLiesOnOneSpot()
    {
        const std::vector<SceneIncident> rows{incidentAt(1, QStringLiteral("Goris"), goris),
                                              incidentAt(2, QStringLiteral("Goris"), goris),
                                              incidentAt(3, QStringLiteral("Sotk"), sotk)};
        const Scene stacked = sceneOf(rows);
        QCOMPARE(stacked.marks.size(), std::size_t{2});
        QCOMPARE(stacked.marks[0].incidents, (std::vector{IncidentId{1}, IncidentId{2}}));
        QCOMPARE(stacked.count.shown, 3);
        QCOMPARE(sceneOf(rows, caucasus(), false).marks.size(), std::size_t{3});
        // From far off all three touch.
        const Scene far = sceneOf(rows, caucasus(3));
        QCOMPARE(far.marks.size(), std::size_t{1});
        QCOMPARE(far.labels.front().text, QStringLiteral("Goris and 1 more"));
    }

    void drawsASharedAreaOnce()
    {
        const std::vector<LonLat> ring{{45.5, 39.5}, {46.5, 39.5}, {46.5, 40.3}, {45.5, 39.5}};
        const Scene scene =
            sceneOf({incidentAt(1, QStringLiteral("Goris"), goris), withOutline(2, QStringLiteral("Region"), ring),
                     incidentAt(3, QStringLiteral("Goris"), goris), withOutline(4, QStringLiteral("Region"), ring)});
        QCOMPARE(scene.areas.size(), std::size_t{2});
        QCOMPARE(incidentsOf(scene.areas[0]), (std::vector{IncidentId{2}, IncidentId{4}}));
        QCOMPARE(incidentsOf(scene.areas[1]), (std::vector{IncidentId{1}, IncidentId{3}}));
        QCOMPARE(scene.count.shown, 4);
    }

    void findsTheTopmostFirst()
    {
        const LonLat beside{goris.lon + 0.03, goris.lat};
        const std::vector<SceneIncident> rows{incidentAt(1, QStringLiteral("a"), goris),
                                              incidentAt(2, QStringLiteral("b"), beside),
                                              incidentAt(3, QStringLiteral("c"), sotk)};
        const Scene scene = sceneOf(rows, caucasus(), false);
        const QPointF a = *caucasus().pixelFromLonLat(goris);
        const QPointF b = *caucasus().pixelFromLonLat(beside);
        QCOMPARE(incidentsAt(scene, (a + b) / 2), (std::vector{IncidentId{2}, IncidentId{1}}));
        // Off the marks but inside both circles: the areas.
        QCOMPARE(incidentsAt(scene, a + QPointF(0, 17)).size(), std::size_t{2});
        QVERIFY(incidentsAt(scene, {2, 2}).empty());
    }

    void countsAddUp()
    {
        std::vector<SceneIncident> rows{
            incidentAt(1, QStringLiteral("Goris"), goris),    incidentAt(2, QStringLiteral("Sotk"), sotk),
            incidentAt(3, QStringLiteral("Jermuk"), jermuk),  incidentAt(4, QStringLiteral("London"), {0, 51}),
            incidentAt(5, QStringLiteral("nowhere"), {0, 0}), incidentAt(6, QStringLiteral("Goris"), goris)};
        rows[1].incident.when.reset();
        rows[2].sources = 3;
        rows[4].incident.where.reset();
        rows[5].incident.kind = Kind::Protests;
        IncidentFilter filter;
        filter.kinds.reset(static_cast<std::size_t>(Kind::Protests));
        const SceneCount count = sceneOf(rows, caucasus(), true, filter).count;
        QCOMPARE(count.total, 6);
        QCOMPARE(count.shown, 3);
        QCOMPARE(count.outside, 1);
        QCOMPARE(count.withoutPlace, 1);
        QCOMPARE(count.filtered, 1);
        QCOMPARE(count.shown + count.outside + count.withoutPlace + count.filtered, count.total);
        QCOMPARE(count.withoutTime, 1);
        QCOMPARE(count.oneSource, 2);
    }

    void labelsMeetNeitherEachOtherNorMarks()
    {
        std::vector<SceneIncident> rows;
        for (int i = 0; i < 300; ++i) {
            const LonLat at{44 + std::fmod(i * 0.6180339887, 1) * 4, 38.5 + std::fmod(i * 0.7548776662, 1) * 2.6};
            rows.push_back(incidentAt(i + 1, QStringLiteral("Settlement %1").arg(i), at));
        }
        const Scene scene = sceneOf(rows);
        QVERIFY(scene.labels.size() > 30);
        const QFontMetricsF metrics(interfaceFont(sceneLabelPx, true));
        for (std::size_t i = 0; i < scene.labels.size(); ++i) {
            const QRectF box = scene.labels[i].box;
            QVERIFY(QRectF(0, 0, 1000, 800).contains(box));
            QVERIFY(box.width() >= metrics.horizontalAdvance(scene.labels[i].text));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!box.intersects(scene.labels[j].box));
            for (const SceneMark &mark : scene.marks)
                QVERIFY(!box.intersects({mark.at.x() - 11, mark.at.y() - 11, 22, 22}));
        }
    }

    void staysWholeOverTheAntimeridian()
    {
        const Viewport view = Viewport::webMercator({180, -17}, 9, {1000, 800});
        const Scene scene = sceneOf({incidentAt(1, QStringLiteral("Taveuni"), {179.97, -16.85})}, view);
        QCOMPARE(scene.areas.size(), std::size_t{1});
        QVERIFY(scene.areas.front().path.boundingRect().width() < 100);
        QVERIFY(scene.areas.front().path.contains(scene.marks.front().at));
    }

    void takesAnEmptyCase()
    {
        const Scene scene = sceneOf({});
        QVERIFY(scene.marks.empty() && scene.areas.empty() && scene.labels.empty());
        QCOMPARE(scene.count.total, 0);
        SceneIncident hollow = incidentAt(1, QStringLiteral("x"), goris);
        hollow.incident.where->geometry.parts.clear();
        QCOMPARE(sceneOf({hollow}).count.withoutPlace, 1);
    }
};

QTEST_MAIN(TestScene)
#include "tst_scene.moc"
