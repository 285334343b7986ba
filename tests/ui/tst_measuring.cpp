#include "casefixture.h"
#include "geo/geodesy.h"
#include "ui/session.h"
#include "windowtest.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include <cmath>

using namespace dateline;
using namespace Qt::StringLiterals;

class TestMeasuring : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"case.gpkg"_s);
        QVERIFY(makeTestCase(path).has_value());
        m_session = std::make_unique<Session>();
        m_session->measuring()->setUnits(static_cast<int>(LengthUnits::Metric));
        m_session->coordinates()->setFormat(static_cast<int>(CoordinateFormat::Degrees));
        m_session->beginOpening(path);
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
        QTRY_VERIFY(m_session->camera()->zoom() > 5); // The case is in view.
        m_map = m_open->named(u"map"_s);
        QVERIFY(m_map);
        m_place = m_session->camera()->pixelOf(goris.lon, goris.lat).toPoint();
    }

    void tellsLengthsAsPeopleDo_data()
    {
        QTest::addColumn<double>("metres");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("a step") << 0.8 << QStringList{u"0.8 m"_s, u"2.6 ft"_s, u"0.8 m"_s};
        QTest::newRow("a street") << 150.4 << QStringList{u"150 m"_s, u"493 ft"_s, u"150 m"_s};
        QTest::newRow("a village") << 834.0 << QStringList{u"834 m"_s, u"0.52 mi"_s, u"0.45 NM"_s};
        QTest::newRow("a valley") << 12'340.0 << QStringList{u"12.3 km"_s, u"7.67 mi"_s, u"6.66 NM"_s};
        QTest::newRow("a continent") << 4'164'192.7 << QStringList{u"4,164 km"_s, u"2,588 mi"_s, u"2,248 NM"_s};
    }
    void tellsLengthsAsPeopleDo()
    {
        QFETCH(double, metres);
        QFETCH(QStringList, texts);
        for (int units = 0; units < lengthUnitsCount; ++units)
            QCOMPARE(lengthText(metres, static_cast<LengthUnits>(units)), texts[units]);
    }
    void tellsAreasAndBearingsAsPeopleDo()
    {
        QCOMPARE(areaText(5200, LengthUnits::Metric), u"5,200 m²"_s);
        QCOMPARE(areaText(12'308'778'361, LengthUnits::Metric), u"12,309 km²"_s);
        QCOMPARE(areaText(12'308'778'361, LengthUnits::Miles), u"4,752 mi²"_s);
        QCOMPARE(areaText(12'308'778'361, LengthUnits::NauticalMiles), u"3,589 NM²"_s);
        QCOMPARE(areaText(1e6, LengthUnits::Miles), u"247 acres"_s);
        QCOMPARE(bearingText(359.96), u"0.0°"_s);
        QCOMPARE(bearingText(7.25), u"7.3°"_s);
    }

    void measuresFromWellingtonToSalamancaAsPublished()
    {
        // GeographicLib's own example: 19,959,679.267 metres, setting out at 161.0677 degrees.
        start(false);
        measuring()->add(174.81, -41.32);
        measuring()->add(-5.50, 40.96);
        measuring()->finish();
        QCOMPARE(measuring()->total(), u"19,960 km"_s);
        QCOMPARE(measuring()->details(), QStringList{u"Bearing: 161.1°"_s});
        measuring()->setUnits(static_cast<int>(LengthUnits::NauticalMiles));
        QCOMPARE(measuring()->total(), u"10,777 NM"_s);
    }

    void drawsTheShortestWayCurvedAndUnbrokenOver180Degrees()
    {
        start(false);
        measuring()->add(170, 50);
        measuring()->add(-150, 50);
        const double world = 256 * std::exp2(m_session->camera()->zoom());
        const QList<QPointF> line = measuring()->line();
        QVERIFY(line.size() > 100);
        for (qsizetype i = 1; i < line.size(); ++i)
            QVERIFY(QLineF(line[i - 1], line[i]).length() < world * 0.002);
        // Both ends are on one parallel; the way between them is nearer to the pole.
        QVERIFY(std::abs(line.back().y() - line.front().y()) < 1);
        QVERIFY(line.front().y() - line[line.size() / 2].y() > world * 0.005);
        QCOMPARE(measuring()->points().back(), line.back());
        QCOMPARE(measuring()->legs().size(), 1);
        QVERIFY(QLineF(measuring()->legs().front().at, line[line.size() / 2]).length() < world * 0.01);
    }

    void clicksMeasureAWayLegByLeg()
    {
        QTest::keyClick(m_open->window(), Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(layer() && layer()->hasActiveFocus());
        const std::vector<LonLat> places = clickThrough({{-80, 30}, {60, 40}, {10, -70}});
        QCOMPARE(measuring()->count(), 3);
        QTest::keyClick(m_open->window(), Qt::Key_Return);
        QVERIFY(measuring()->isActive() && !measuring()->isDrawing());
        const double one = distanceMetres(places[0], places[1]);
        const double other = distanceMetres(places[1], places[2]);
        QCOMPARE(measuring()->total(), lengthText(one + other, LengthUnits::Metric));
        QCOMPARE(measuring()->legs().size(), 2);
        QCOMPARE(measuring()->legs()[0].length, lengthText(one, LengthUnits::Metric));
        QCOMPARE(measuring()->legs()[1].length, lengthText(other, LengthUnits::Metric));
        QCOMPARE(measuring()->details(),
                 QStringList({u"Last leg: %1, bearing %2"_s.arg(lengthText(other, LengthUnits::Metric),
                                                                bearingText(bearingDegrees(places[1], places[2]))),
                              u"First to last: %1, bearing %2"_s.arg(
                                  lengthText(distanceMetres(places[0], places[2]), LengthUnits::Metric),
                                  bearingText(bearingDegrees(places[0], places[2])))}));
        QVERIFY(m_open->named(u"measureTotal"_s));
        // Clicks add no more, and what was measured stays on the earth when the map moves.
        click({90, 90});
        QCOMPARE(measuring()->count(), 3);
        Q_EMIT m_session->camera()->moveRequested(places[0].lon, places[0].lat, m_session->camera()->zoom() - 1, false);
        const QPointF middle = m_session->camera()->pixelOf(places[0].lon, places[0].lat);
        QVERIFY(QLineF(measuring()->points().front(), middle).length() < 1);
        QTest::keyClick(m_open->window(), Qt::Key_Escape);
        QVERIFY(!measuring()->isActive());
        QVERIFY(!m_open->named(u"measurePanel"_s));
    }

    void aDoubleClickEndsAnArea()
    {
        QTest::keyClick(m_open->window(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(layer() && layer()->hasActiveFocus());
        QVERIFY(measuring()->isArea());
        std::vector<LonLat> places = clickThrough({{-80, 30}, {60, 40}});
        const QPoint last = onScreen(m_place + QPoint(10, -70));
        places.push_back(placeAt(m_place + QPoint(10, -70)));
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, last);
        QTest::mouseDClick(m_open->window(), Qt::LeftButton, {}, last);
        QVERIFY(!measuring()->isDrawing());
        QCOMPARE(measuring()->count(), 3);
        QCOMPARE(measuring()->total(), areaText(areaSquareMetres(places), LengthUnits::Metric));
        const double edge = distanceMetres(places[0], places[1]) + distanceMetres(places[1], places[2])
            + distanceMetres(places[2], places[0]);
        QCOMPARE(measuring()->details(), QStringList{u"Edge: "_s + lengthText(edge, LengthUnits::Metric)});
        QCOMPARE(measuring()->line().front(), measuring()->line().back());
        QCOMPARE(measuring()->legs().size(), 3);
    }

    void measuresADegreeByADegreeAsPublished()
    {
        start(true);
        for (const LonLat corner : {LonLat{0, 0}, LonLat{1, 0}, LonLat{1, 1}, LonLat{0, 1}})
            measuring()->add(corner.lon, corner.lat);
        QCOMPARE(measuring()->total(), u"12,309 km²"_s);
        QCOMPARE(measuring()->details(), QStringList{u"Edge: 444 km"_s});
        measuring()->takeBack();
        measuring()->takeBack();
        measuring()->add(0, 1);
        measuring()->add(1, 1);
        QVERIFY(measuring()->details().value(1).contains(u"crosses itself"));
    }

    void theNextLegFollowsThePointer()
    {
        start(false);
        const std::vector<LonLat> places = clickThrough({{-80, 30}});
        const QPoint next = m_place + QPoint(60, 40);
        QTest::mouseMove(m_open->window(), onScreen(next));
        const QString length = lengthText(distanceMetres(places[0], placeAt(next)), LengthUnits::Metric);
        QTRY_COMPARE(measuring()->total(), length);
        QVERIFY(QLineF(measuring()->rubber().back(), QPointF(next)).length() < 1);
        QCOMPARE(measuring()->legs().value(0).length, length);
        QCOMPARE(measuring()->count(), 1);
    }

    void backspaceTakesTheLastPointBackAndEscapeLeaves()
    {
        start(false);
        clickThrough({{-80, 30}, {60, 40}});
        QTest::keyClick(m_open->window(), Qt::Key_Backspace);
        QCOMPARE(measuring()->count(), 1);
        QVERIFY(measuring()->isDrawing());
        QTest::keyClick(m_open->window(), Qt::Key_Escape);
        QVERIFY(!measuring()->isActive());
        // A click selects again.
        click({0, 0});
        QVERIFY(m_session->selection()->incidentNumber() != 0);
        QCOMPARE(measuring()->count(), 0);
    }

    void onePointIsNothingToKeep()
    {
        start(false);
        clickThrough({{-80, 30}});
        QTest::keyClick(m_open->window(), Qt::Key_Return);
        QVERIFY(!measuring()->isActive());
    }

    void measuresByKeysAlone()
    {
        start(false);
        for (const Qt::Key key :
             {Qt::Key_Left, Qt::Key_Space, Qt::Key_Right, Qt::Key_Right, Qt::Key_Space, Qt::Key_Space})
            QTest::keyClick(m_open->window(), key); // The second Space in one place adds nothing.
        QCOMPARE(measuring()->count(), 2);
        QTest::keyClick(m_open->window(), Qt::Key_Enter);
        const QList<QPointF> points = measuring()->points();
        QVERIFY(std::abs(points[1].x() - points[0].x() - 128) < 1 && std::abs(points[1].y() - points[0].y()) < 1);
    }

    void drawingAShapeEndsIt()
    {
        start(false);
        m_session->filters()->shape()->start();
        QVERIFY(!measuring()->isDrawing());
        measuring()->start(false);
        QVERIFY(!m_session->filters()->shape()->isActive());
    }

    void theResultIsCopiedAsText()
    {
        start(false);
        measuring()->add(144.42486788, -37.95103341);
        measuring()->add(143.92649552, -37.65282113);
        measuring()->finish();
        QQuickItem *button = nullptr;
        QTRY_VERIFY(button = m_open->named(u"copyMeasurement"_s));
        // It gets its place after it is shown.
        QTRY_VERIFY((clickOn(button), QGuiApplication::clipboard()->text().startsWith(u"Distance")));
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], u"Distance: 55.0 km"_s);
        QVERIFY2(lines[1].startsWith(u"1. -37.95"), qPrintable(lines[1]));
        QVERIFY2(lines[2].endsWith(u" (55.0 km, bearing 306.9°)"), qPrintable(lines[2]));
    }

    void aClickOnThePanelSetsNoPoint()
    {
        start(false);
        clickThrough({{-80, 60}});
        QQuickItem *panel = m_open->named(u"measurePanel"_s);
        QVERIFY(panel);
        clickOn(panel);
        clickOn(m_open->named(u"measureTotal"_s));
        QCOMPARE(measuring()->count(), 1);
        QCOMPARE(m_session->selection()->incidentNumber(), 0);
    }

    void unitsAreKeptForTheNextTime()
    {
        measuring()->setUnits(static_cast<int>(LengthUnits::Miles));
        Session next;
        QCOMPARE(next.measuring()->units(), static_cast<int>(LengthUnits::Miles));
    }

private:
    static constexpr LonLat goris{46.339, 39.511};

    [[nodiscard]] Measuring *measuring() const { return m_session->measuring(); }
    [[nodiscard]] QQuickItem *layer() const { return m_open->named(u"measureLayer"_s); }
    void start(bool area)
    {
        measuring()->start(area);
        QTRY_VERIFY(layer() && layer()->hasActiveFocus());
    }
    [[nodiscard]] QPoint onScreen(QPoint pixel) const { return m_map->mapToScene(pixel).toPoint(); }
    [[nodiscard]] LonLat placeAt(QPoint pixel) const
    {
        return m_session->camera()->viewport().lonLatFromPixel(pixel).value_or(LonLat());
    }
    void clickOn(const QQuickItem *item)
    {
        const QPointF middle = item->mapToScene({item->width() / 2, item->height() / 2});
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, middle.toPoint());
    }
    void click(QPoint fromPlace)
    {
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, onScreen(m_place + fromPlace));
    }
    /// Clicks one after the other; where that is.
    std::vector<LonLat> clickThrough(const std::vector<QPoint> &fromPlace)
    {
        std::vector<LonLat> places;
        for (const QPoint pixel : fromPlace) {
            places.push_back(placeAt(m_place + pixel));
            click(pixel);
        }
        return places;
    }

    QQuickItem *m_map = nullptr;
    QPoint m_place; ///< Of the incident, in pixels of the map.
};

QTEST_MAIN(TestMeasuring)
#include "tst_measuring.moc"
