#include "casefixture.h"
#include "geo/geodesy.h"
#include "ui/pickedplace.h"
#include "ui/session.h"
#include "windowtest.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

class TestMapCoordinates : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"case.gpkg"_s);
        QVERIFY(makeTestCase(path).has_value());
        m_session = std::make_unique<Session>();
        setFormat(CoordinateFormat::Degrees);
        m_session->beginOpening(path);
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
        QTRY_VERIFY(m_session->camera()->zoom() > 5); // The case is in view.
        m_map = m_open->named(u"map"_s);
        QVERIFY(m_map);
    }

    void tellsWhereThePointerIs()
    {
        const QPoint pixel(200, 150);
        QTest::mouseMove(m_open->window(), m_map->mapToScene(pixel).toPoint());
        QTRY_VERIFY(coordinates()->isPointed());
        const LonLat there = m_session->camera()->viewport().lonLatFromPixel(pixel).value();
        for (const CoordinateFormat format : {CoordinateFormat::Degrees, CoordinateFormat::Mgrs}) {
            setFormat(format);
            const Result<CoordinateReading> told = coordinatesFrom(coordinates()->text());
            QVERIFY2(told, qPrintable(coordinates()->text()));
            QCOMPARE(told->format, format);
            // As closely as a pixel tells, and no closer.
            const double pixelMetres = coordinates()->metresAt(there);
            QVERIFY(distanceMetres(told->at, there) < 5 * pixelMetres);
            QVERIFY(told->halfSizeMetres > pixelMetres / 10);
        }
        QVERIFY(m_open->named(u"coordinates"_s));
        QTest::mouseMove(m_open->window(), {2, 2});
        QTRY_VERIFY(!coordinates()->isPointed());
    }

    void aKeyCopiesThem()
    {
        const QPoint pixel(200, 150);
        QTest::mouseMove(m_open->window(), m_map->mapToScene(pixel).toPoint());
        QTRY_VERIFY(coordinates()->isPointed());
        const QString text = coordinates()->text();
        QTest::keyClick(m_open->window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        QVERIFY(m_session->notice().contains(text));
    }

    void aRightClickOffersToCopyThem()
    {
        const QPoint pixel(200, 150);
        QTest::mouseClick(m_open->window(), Qt::RightButton, {}, m_map->mapToScene(pixel).toPoint());
        const auto isOffer = [](QQuickItem *item) { return item->property("text").toString() == u"Copy coordinates"; };
        QQuickItem *offer = nullptr;
        QTRY_VERIFY(offer = itemWith(m_open->window()->contentItem(), isOffer));
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, offer->mapToScene({20, 10}).toPoint());
        const LonLat there = m_session->camera()->viewport().lonLatFromPixel(pixel).value();
        QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                     coordinates()->textOf(there, coordinates()->metresAt(there)));
        QCOMPARE(m_session->selection()->incidentNumber(), 0);
    }

    void theFormatIsKeptForTheNextTime()
    {
        setFormat(CoordinateFormat::PlusCode);
        Session next;
        QCOMPARE(next.coordinates()->format(), static_cast<int>(CoordinateFormat::PlusCode));
        QCOMPARE(coordinates()->formatNames().size(), 5);
    }

    void theIncidentsPositionIsInTheSameFormatAndCanBeCopied()
    {
        m_session->selection()->selectIncident(1);
        QCOMPARE(coordinates()->incidentText(), u"39.51, 46.34"_s);
        setFormat(CoordinateFormat::Mgrs);
        const QString text = coordinates()->incidentText();
        QVERIFY2(text.startsWith(u"38S PJ 15"), qPrintable(text));
        QVERIFY(m_open->named(u"incidentCoordinates"_s));
        coordinates()->copyIncident();
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
    }

    void coordinatesAreFoundFirstAndMarked_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("38.9, -77.0") << u"38.9, -77.0"_s;
        QTest::newRow("N 38°53′52″ W 77°02′11″") << u"38°53′52″N 77°02′11″W"_s;
        QTest::newRow("18SUJ2339407395") << u"18S UJ 23394 07395"_s;
        QTest::newRow("18N 323394 4307395") << u"18S 323394 4307395"_s;
    }
    void coordinatesAreFoundFirstAndMarked()
    {
        QFETCH(QString, title);
        SearchModel *search = m_session->search();
        search->find(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(search->count() >= 1);
        QCOMPARE(search->index(0).data(SearchModel::GroupRole).toString(), u"Coordinates"_s);
        QCOMPARE(search->index(0).data(SearchModel::TitleRole).toString(), title);
        search->open(0);
        QTRY_VERIFY(
            distanceMetres({m_session->camera()->longitude(), m_session->camera()->latitude()}, {-77.0365, 38.8977})
            < 4000);
        QTRY_VERIFY(m_session->camera()->zoom() >= 9);
        QQuickItem *mark = nullptr;
        QTRY_VERIFY(mark = m_open->named(u"coordinateMark"_s));
        QTRY_VERIFY(QLineF(mark->position(), QPointF(m_map->width() / 2, m_map->height() / 2)).length() < 2);
        // It is there until the map is clicked.
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, m_map->mapToScene({60, 90}).toPoint());
        QTRY_VERIFY(!m_open->named(u"coordinateMark"_s));
    }

    void saysWhyCoordinatesAreNoneIfNothingElseIsFound()
    {
        SearchModel *search = m_session->search();
        search->find(u"139.5, 46.3"_s);
        QCOMPARE(search->count(), 1);
        QVERIFY(search->index(0).data(SearchModel::DetailRole).toString().contains(u"latitude first"));
        search->open(0); // Leads nowhere.
        QVERIFY(!coordinates()->isMarked());
        search->find(u"Goris"_s);
        QVERIFY(search->count() > 0);
        QVERIFY(search->index(0).data(SearchModel::GroupRole).toString() != u"Coordinates");
    }

    void goesToTypedCoordinatesByKeysAlone()
    {
        QTest::keyClick(m_open->window(), Qt::Key_G, Qt::ControlModifier);
        QQuickItem *line = m_open->named(u"search"_s);
        QVERIFY(line && line->hasActiveFocus());
        QVERIFY(line->property("placeholderText").toString().contains(u"38S PJ 15 73"));
        for (const char key : QByteArrayLiteral("33.3, 44.4"))
            QTest::keyClick(m_open->window(), key);
        QTest::keyClick(m_open->window(), Qt::Key_Return);
        QVERIFY(coordinates()->isMarked());
        QCOMPARE(coordinates()->markText(), u"33.3, 44.4"_s);
    }

    void aPlaceIsTypedAsCoordinates_data()
    {
        QTest::addColumn<LocationPrecision>("precision");
        QTest::addColumn<double>("radius");
        QTest::newRow("39.50772, 46.33861") << LocationPrecision::Exact << 0.0;
        QTest::newRow("38S PJ 150 739") << LocationPrecision::Near << 50.0;
        QTest::newRow("39.5, 46.3") << LocationPrecision::Near << 6000.0;
        QTest::newRow("39 N 46 E") << LocationPrecision::District << 60000.0;
    }
    void aPlaceIsTypedAsCoordinates()
    {
        QFETCH(LocationPrecision, precision);
        QFETCH(double, radius);
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        const Where where = writtenPlace(coordinatesFrom(text).value());
        QCOMPARE(where.precision, precision);
        QCOMPARE(where.radiusMetres, radius);
        IncidentDraft *draft = m_session->draft();
        draft->start();
        draft->setTitle(u"Shelling"_s);
        draft->setPlaceQuery(text);
        QCOMPARE(draft->placeNames().size(), 1);
        draft->takePlace(0);
        QCOMPARE(draft->placeQuery(), QString());
        QCOMPARE(draft->precision(), static_cast<int>(precision));
        draft->confirm();
        const Incident added = m_session->details()->incident();
        QCOMPARE(added.where->geometry, where.geometry);
        QCOMPARE(added.where->radiusMetres, radius);
    }

    void saysWhyWhatIsTypedIsNoPlace()
    {
        IncidentDraft *draft = m_session->draft();
        draft->start();
        draft->setPlaceQuery(u"95, 46"_s);
        QVERIFY(draft->placeNames().isEmpty());
        QVERIFY2(draft->problem().contains(u"beyond 90"), qPrintable(draft->problem()));
        draft->setPlaceQuery(u"Goris"_s);
        QVERIFY(draft->problem().isEmpty());
        QVERIFY(!draft->placeNames().isEmpty());
    }

private:
    [[nodiscard]] MapCoordinates *coordinates() const { return m_session->coordinates(); }
    void setFormat(CoordinateFormat format) { coordinates()->setFormat(static_cast<int>(format)); }

    QQuickItem *m_map = nullptr;
};

QTEST_MAIN(TestMapCoordinates)
#include "tst_mapcoordinates.moc"
