#include "casefixture.h"
#include "ui/session.h"
#include "windowtest.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

class TestShapeDrawing : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"case.gpkg"_s);
        QVERIFY(makeTestCase(path).has_value());
        m_session = std::make_unique<Session>();
        m_session->beginOpening(path);
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
        QTRY_VERIFY(m_session->camera()->zoom() > 5); // The case is in view.
        m_map = m_open->named(u"map"_s);
        QVERIFY(m_map);
        m_place = m_session->camera()->pixelOf(goris.lon, goris.lat).toPoint();
    }
    void clicksAndEnterKeepWhatLiesInTheShape()
    {
        start();
        QVERIFY(m_open->named(u"shapeHint"_s));
        clickAround(m_place);
        QCOMPARE(shape()->count(), 3);
        press(Qt::Key_Return);
        QVERIFY(!shape()->isActive());
        QCOMPARE(m_session->incidents()->count(), 1);
        const FilterArea area = m_session->incidents()->filter().area.value();
        QCOMPARE(area.outline.size(), std::size_t{3});
        const QString text = m_session->filters()->areaText();
        QVERIFY2(text.startsWith(u"In the drawn shape (") && text.endsWith(u" km²)"), qPrintable(text));
        // Its edge is on the map where it was clicked, and stays on the earth when the map moves.
        QCOMPARE(shape()->kept().size(), 4);
        QCOMPARE(shape()->kept().front().toPoint(), m_place + QPoint(-60, 40));
        QCOMPARE(shape()->kept().back(), shape()->kept().front());
        Q_EMIT m_session->camera()->moveRequested(goris.lon, goris.lat, m_session->camera()->zoom() - 1, false);
        const QPointF middle = m_session->camera()->pixelOf(goris.lon, goris.lat);
        QVERIFY(QLineF(shape()->kept().front(), middle + QPointF(-30, 20)).length() < 1);
    }

    void whatLiesOutsideIsNotShown()
    {
        start();
        clickAround(m_place + QPoint(0, 110));
        press(Qt::Key_Enter);
        QCOMPARE(m_session->incidents()->count(), 0);
        m_session->filters()->clearArea();
        QCOMPARE(m_session->incidents()->count(), 2);
        QVERIFY(shape()->kept().isEmpty());
        QVERIFY(m_session->filters()->areaText().isEmpty());
    }

    void aDoubleClickSetsTheLastCornerAndCloses()
    {
        start();
        click(m_place + QPoint(-60, 40));
        click(m_place + QPoint(60, 40));
        const QPoint last = onScreen(m_place + QPoint(0, -60));
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, last);
        QTest::mouseDClick(m_open->window(), Qt::LeftButton, {}, last);
        QVERIFY(!shape()->isActive());
        QCOMPARE(m_session->incidents()->filter().area.value().outline.size(), std::size_t{3});
    }

    void backspaceTakesTheLastCornerBack()
    {
        start();
        clickAround(m_place);
        press(Qt::Key_Backspace);
        QCOMPARE(shape()->count(), 2);
        press(Qt::Key_Return);
        QVERIFY(shape()->isActive()); // Two corners are no shape.
        QVERIFY2(shape()->hint().contains(u"three"), qPrintable(shape()->hint()));
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_Backspace);
        QCOMPARE(shape()->count(), 0);
        QVERIFY(shape()->isActive());
    }

    void escapeLeavesTheFilterAsItWas()
    {
        m_session->filters()->keepView();
        const IncidentFilter before = m_session->incidents()->filter();
        QVERIFY(m_session->filters()->areaText().startsWith(u"In a view of the map ("));
        start();
        clickAround(m_place + QPoint(0, 110));
        press(Qt::Key_Escape);
        QVERIFY(!shape()->isActive());
        QVERIFY(shape()->drawn().isEmpty());
        QCOMPARE(m_session->incidents()->filter(), before);
        QTRY_VERIFY(!m_open->named(u"shapeHint"_s));
    }

    void aShapeIsDrawnByKeysAlone()
    {
        start();
        QCOMPARE(m_session->camera()->viewport().sizePx(), m_map->size());
        for (const Qt::Key key :
             {Qt::Key_Left, Qt::Key_Down, Qt::Key_Space, Qt::Key_Right, Qt::Key_Right, Qt::Key_Space, Qt::Key_Up,
              Qt::Key_Up, Qt::Key_Left, Qt::Key_Space, Qt::Key_Space, Qt::Key_Return})
            press(key); // The second Space in one place adds nothing.
        QVERIFY(!shape()->isActive());
        QCOMPARE(m_session->incidents()->filter().area.value().outline.size(), std::size_t{3});
        QCOMPARE(m_session->incidents()->count(), 1);
    }

    void aClickSelectsNothingMeanwhileAndAgainAfterwards()
    {
        start();
        click(m_place);
        QCOMPARE(m_session->selection()->incidentNumber(), 0);
        QCOMPARE(shape()->count(), 1);
        press(Qt::Key_Escape);
        click(m_place);
        QVERIFY(m_session->selection()->incidentNumber() != 0);
        QCOMPARE(shape()->count(), 0);
    }

    void refusesAShapeOfHalfTheWorld()
    {
        start();
        for (const double longitude : {-100.0, 0.0, 100.0})
            shape()->add(longitude, 20);
        QCOMPARE(shape()->count(), 2);
        QVERIFY2(shape()->hint().contains(u"half the world"), qPrintable(shape()->hint()));
    }

    void anotherCaseEndsTheDrawing()
    {
        start();
        shape()->add(46, 39);
        const QString other = m_folder->filePath(u"other.gpkg"_s);
        QVERIFY(createCase(other, u"Another"_s));
        QVERIFY(m_session->store()->open(other));
        QVERIFY(!shape()->isActive());
        QCOMPARE(shape()->count(), 0);
    }

private:
    static constexpr LonLat goris{46.339, 39.511};

    [[nodiscard]] ShapeDrawing *shape() const { return m_session->filters()->shape(); }
    void start()
    {
        shape()->start();
        QTRY_VERIFY(m_open->named(u"shapeLayer"_s)->hasActiveFocus());
    }
    [[nodiscard]] QPoint onScreen(QPoint pixel) const { return m_map->mapToScene(pixel).toPoint(); }
    void click(QPoint pixel) { QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, onScreen(pixel)); }
    void clickAround(QPoint pixel)
    {
        for (const QPoint corner : {QPoint(-60, 40), QPoint(60, 40), QPoint(0, -60)})
            click(pixel + corner);
    }
    void press(Qt::Key key) { QTest::keyClick(m_open->window(), key); }

    QQuickItem *m_map = nullptr;
    QPoint m_place; ///< Of the incident, in pixels of the map.
};

QTEST_MAIN(TestShapeDrawing)
#include "tst_shapedrawing.moc"
