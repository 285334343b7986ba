#include "casefixture.h"
#include "ui/scanview.h"
#include "ui/session.h"
#include "windowtest.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <array>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

constexpr QSize sheetSize(400, 300);
constexpr QPointF blobMiddle(170, 130); ///< Of the sheet.
constexpr QRgb blobColour = qRgb(250, 0, 250);
constexpr std::array<QPointF, 4> corners{QPointF(50, 40), QPointF(350, 40), QPointF(350, 260), QPointF(50, 260)};

/// A pale sheet with one spot that nothing else looks like.
void makeScan(const QString &path, QImage::Format format = QImage::Format_RGB32)
{
    QImage sheet(sheetSize, QImage::Format_RGB32);
    sheet.fill(qRgb(235, 225, 190));
    QPainter painter(&sheet);
    painter.fillRect(QRectF(blobMiddle - QPointF(10, 10), QSizeF(20, 20)), QColor::fromRgb(blobColour));
    painter.end();
    QVERIFY(sheet.convertToFormat(format).save(path));
}

/// Eight points of a plane of ten metres a pixel, the fourth of them 300 m off.
ScanPlacing placingWithASlip()
{
    ScanPlacing placing;
    for (int i = 0; i < 8; ++i) {
        const QPointF pixel(100.0 * (i % 4), 150.0 * (i / 4) + 20.0 * (i % 3));
        placing.points.push_back({pixel, {46.3 + pixel.x() * 10 / 85'900, 39.5 - pixel.y() * 10 / 111'030}});
    }
    placing.points[3].place.lat += 300.0 / 111'030;
    return placing;
}

} // namespace

/// Placing a scanned map by points in it and on the map.
class TestScanDesk : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(makeTestCase(file(u"case.gpkg"_s)).has_value());
        makeScan(file(u"sheet.png"_s));
        m_session = std::make_unique<Session>();
        m_session->look()->setAppearance(Look::Light);
        m_session->beginOpening(file(u"case.gpkg"_s));
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
        QTRY_VERIFY(m_session->camera()->zoom() > 5);
    }

    void fourClicksInThePictureAndOnTheMapPlaceIt()
    {
        const QAbstractItemModelTester tester(desk(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_session->layers()->add(QUrl::fromLocalFile(file(u"sheet.png"_s)));
        QTRY_VERIFY(desk()->isOpen());
        QTRY_VERIFY(m_open->named(u"scanView"_s));
        setFourPoints();
        QCOMPARE(desk()->count(), 4);
        QTRY_VERIFY(desk()->canSave());
        QTRY_VERIFY2(desk()->verdict().startsWith(u"On average "_s), qPrintable(desk()->verdict()));
        desk()->setOpacity(1);
        QTRY_VERIFY2(isBlobInPlace(), "the preview does not lie where the points put it");
        QCOMPARE(m_session->layers()->count(), 0);

        click(u"scanSave"_s);
        QTRY_COMPARE(m_session->layers()->count(), 1);
        QVERIFY(!desk()->isOpen());
        QCOMPARE(m_session->undoText(), u"Add the layer “sheet”"_s);
        m_session->layers()->close();
        QTRY_VERIFY2(isBlobInPlace(), "the layer does not lie where the points put it");
        m_session->undo();
        QTRY_COMPARE(m_session->layers()->count(), 0);
        QTRY_VERIFY(!blobOnMap());
    }

    void aLayerIsOpenedAgainAndItsPointsAreMoved()
    {
        begin();
        setFourPoints();
        QTRY_VERIFY(desk()->canSave());
        desk()->save();
        QTRY_COMPARE(m_session->layers()->count(), 1);
        QTRY_VERIFY(m_open->named(u"editScanPoints"_s));
        QTest::qWait(300); // The pane's own opening.
        click(u"editScanPoints"_s);
        QTRY_VERIFY(desk()->isOpen());
        QVERIFY(desk()->isEditing());
        QCOMPARE(desk()->count(), 4);
        QTRY_VERIFY(desk()->canSave());
        desk()->setUsed(3, false);
        QTRY_VERIFY(desk()->data(desk()->index(3), ScanDesk::ErrorRole).toString().startsWith(u"Left out: "_s));
        QTRY_VERIFY(desk()->canSave());
        desk()->save();
        QCOMPARE(m_session->undoText(), u"Place the scanned map “sheet” anew"_s);
        QCOMPARE(m_session->layers()->count(), 1);
        m_session->undo();
        m_session->layers()->editPoints(0);
        QTRY_VERIFY(desk()->isOpen());
        QVERIFY(desk()->data(desk()->index(3), ScanDesk::UsedRole).toBool());
        desk()->cancel();
    }

    void aCrossIsDraggedLeftOutRemovedAndAllIsTakenBack()
    {
        begin();
        setFourPoints();
        const QPointF before = pixel(0);
        drag(u"pictureCross0"_s, {30, 20});
        QTRY_VERIFY(pixel(0) != before);
        const double magnification = view()->magnification();
        QVERIFY2(std::abs(pixel(0).x() - before.x() - 30 / magnification) < 1.5,
                 qPrintable(QString::number(pixel(0).x())));
        QCOMPARE(desk()->selected(), 0);
        QTest::keyClick(m_open->window(), Qt::Key_Z, Qt::ControlModifier); // The whole drag.
        QTRY_COMPARE(pixel(0), before);

        const double longitude = place(1).lon;
        drag(u"mapCross1"_s, {-25, 0});
        QTRY_VERIFY(place(1).lon < longitude);
        QTest::keyClick(m_open->window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(place(1).lon, longitude);

        click(u"scanPointUsed2"_s);
        QTRY_VERIFY(!desk()->data(desk()->index(2), ScanDesk::UsedRole).toBool());
        click(u"removeScanPoint2"_s);
        QTRY_COMPARE(desk()->count(), 3);
        QTest::keyClick(m_open->window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); // Nothing to do again.
        QCOMPARE(desk()->count(), 3);
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(m_open->window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk()->count(), 4);
        QVERIFY(desk()->data(desk()->index(2), ScanDesk::UsedRole).toBool());
        QCOMPARE(m_session->undoText(), u"Make the test case"_s); // The case has not changed.

        click(u"scanCancel"_s);
        QTRY_VERIFY(m_open->named(u"scanGiveUp"_s));
        click(u"scanGiveUp"_s);
        QTRY_VERIFY(!desk()->isOpen());
        QVERIFY(!m_open->named(u"scanView"_s));
    }

    void byKeyboardAloneAPointIsSetOnBothSides()
    {
        begin();
        QTRY_VERIFY(m_open->window()->activeFocusItem() == m_open->named(u"scanView"_s));
        key(Qt::Key_Plus);
        key(Qt::Key_Space);
        QTRY_COMPARE(desk()->count(), 1);
        QCOMPARE(pixel(0), QPointF(200, 150));
        QCOMPARE(desk()->wanted(), int(ScanDesk::OnMap));
        key(Qt::Key_F6);
        QTRY_VERIFY(m_open->window()->activeFocusItem() == m_open->named(u"scanMapMarks"_s));
        key(Qt::Key_Space);
        QTRY_COMPARE(desk()->wanted(), int(ScanDesk::Anywhere));
        const double longitude = place(0).lon;
        QTest::keyClick(m_open->window(), Qt::Key_Right, Qt::ControlModifier);
        QTRY_VERIFY(place(0).lon > longitude);
        key(Qt::Key_F6);
        QTRY_VERIFY(m_open->named(u"scanPoints"_s)->hasActiveFocus());
        key(Qt::Key_Space);
        QTRY_VERIFY(!desk()->data(desk()->index(0), ScanDesk::UsedRole).toBool());
        key(Qt::Key_Delete);
        QTRY_COMPARE(desk()->count(), 0);
    }

    void aPlaceIsTyped()
    {
        begin();
        desk()->clickPicture({100, 100});
        desk()->typePlace(u"39.6 N 46.2 E"_s);
        QCOMPARE(place(0), (LonLat{46.2, 39.6}));
        desk()->typePlace(u"-39.7, -46.3"_s);
        QCOMPARE(place(0), (LonLat{-46.3, -39.7}));
        QCOMPARE(desk()->placeText(), u"-39.70000, -46.30000"_s);
        const QSignalSpy told(desk(), &ScanDesk::failed);
        for (const QString &wrong : {u"Goris"_s, u"91, 20"_s, u"39.5"_s}) {
            desk()->typePlace(wrong);
            QVERIFY2(!scanPlaceFrom(wrong), qPrintable(wrong));
        }
        QVERIFY(scanPlaceFrom(u"Goris"_s).error().message.contains(u"39.511, 46.339"_s));
        QCOMPARE(told.count(), 3);
        QCOMPARE(place(0), (LonLat{-46.3, -39.7}));
    }

    void transformationsTellWhatTheyNeed()
    {
        begin();
        setFourPoints();
        const QStringList texts = desk()->transformations();
        QCOMPARE(texts[int(ScanTransformation::Affine)], u"Affine: 3 points"_s);
        QCOMPARE(texts[int(ScanTransformation::Polynomial2)],
                 u"Polynomial of the 2nd order: 6 points, 2 more to set"_s);
        desk()->setTransformation(int(ScanTransformation::Polynomial2));
        QTRY_VERIFY2(desk()->verdict().contains(u"needs 6 points, and there are 4"_s), qPrintable(desk()->verdict()));
        QVERIFY(!desk()->canSave());
        desk()->setTransformation(int(ScanTransformation::Projective));
        QTRY_COMPARE(desk()->verdict(),
                     u"With 4 points it goes through each of them: set another to see how well they agree"_s);
        QVERIFY(desk()->canSave());
    }

    void aPointThatSlippedIsNamed()
    {
        const ScanPlacing placing = placingWithASlip();
        const ScanJudgement judgement = judgementOf(placing);
        QVERIFY(judgement.doubtful == std::size_t(3));
        const QString verdict = verdictOn(placing, judgement);
        QVERIFY2(verdict.startsWith(u"On average "_s) && verdict.contains(u". Point 4 lies "_s)
                     && verdict.endsWith(u" from where the others put it: check it"_s),
                 qPrintable(verdict));
        ScanPlacing right = placing;
        right.points[3].place.lat -= 300.0 / 111'030;
        QVERIFY(!judgementOf(right).doubtful);
    }

    void whatIsNoPictureIsToldInASentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no file") << u"none.png"_s;
        QTest::newRow("words") << u"words.png"_s;
        QTest::newRow("cut off") << u"cut.png"_s;
        QTest::newRow("16 bits") << u"deep.png"_s;
        QTest::newRow("another kind") << u"case.gpkg"_s;
    }

    void whatIsNoPictureIsToldInASentence()
    {
        QFETCH(QString, name);
        if (name == u"deep.png")
            makeScan(file(name), QImage::Format_Grayscale16);
        if (name == u"words.png" || name == u"cut.png") {
            QFile sheet(file(u"sheet.png"_s));
            QVERIFY(sheet.open(QIODevice::ReadOnly));
            QFile made(file(name));
            QVERIFY(made.open(QIODevice::WriteOnly));
            made.write(name == u"cut.png" ? sheet.read(30) : QByteArray("words"));
        }
        const QSignalSpy told(desk(), &ScanDesk::failed);
        desk()->place(QUrl::fromLocalFile(file(name)));
        QTRY_COMPARE(told.count(), 1);
        QVERIFY2(told[0][0].toString().contains(name), qPrintable(told[0][0].toString()));
        QTRY_COMPARE(m_session->notice(), told[0][0].toString());
        QVERIFY(!desk()->isOpen());
    }

private:
    [[nodiscard]] ScanDesk *desk() const { return m_session->placing(); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] ScanView *view() const { return qobject_cast<ScanView *>(m_open->named(u"scanView"_s)); }
    [[nodiscard]] QPointF pixel(int row) const
    {
        return desk()->data(desk()->index(row), ScanDesk::PixelRole).toPointF();
    }
    [[nodiscard]] LonLat place(int row) const
    {
        const QModelIndex index = desk()->index(row);
        return {desk()->data(index, ScanDesk::LongitudeRole).toDouble(),
                desk()->data(index, ScanDesk::LatitudeRole).toDouble()};
    }
    void key(Qt::Key key) { QTest::keyClick(m_open->window(), key); }
    void click(const QString &name)
    {
        QTRY_VERIFY2(m_open->named(name), qPrintable(name));
        const QQuickItem *item = m_open->named(name);
        const QPointF at(std::min(item->width() / 2, 12.0), item->height() / 2);
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, item->mapToScene(at).toPoint());
    }
    void drag(const QString &name, QPoint by)
    {
        QTRY_VERIFY2(m_open->named(name), qPrintable(name));
        const QQuickItem *item = m_open->named(name);
        const QPoint from = item->mapToScene(item->boundingRect().center()).toPoint();
        QTest::mousePress(m_open->window(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 10; ++i)
            QTest::mouseMove(m_open->window(), from + by * i / 10);
        QTest::mouseRelease(m_open->window(), Qt::LeftButton, {}, from + by);
    }

    void begin()
    {
        desk()->place(QUrl::fromLocalFile(file(u"sheet.png"_s)));
        QTRY_VERIFY(desk()->isOpen());
        QTRY_VERIFY(view() && view()->width() > 100 && !view()->isReading());
    }

    /// Clicks the corners in the picture and on the map, every other one on the map first.
    void setFourPoints()
    {
        QTRY_VERIFY(view() && view()->width() > 100 && !view()->isReading());
        m_session->camera()->go({46.339, 39.511}, 11);
        QTRY_COMPARE(m_session->camera()->zoom(), 11.0);
        QTRY_VERIFY(std::abs(m_session->camera()->longitude() - 46.339) < 1e-6);
        const QQuickItem *map = m_open->named(u"scanMapMarks"_s);
        QVERIFY(map);
        const QPointF middle(map->width() / 2, map->height() / 2);
        for (int i = 0; i < 4; ++i) {
            const QPointF corner = corners[std::size_t(i)];
            const QPointF inView = view()->offset() + corner * view()->magnification();
            const QPointF onMap = middle + (corner - QPointF(200, 150)) * 2 / 3;
            const QPoint picturePoint = view()->mapToScene(inView).toPoint();
            const QPoint mapPoint = map->mapToScene(onMap).toPoint();
            m_places[std::size_t(i)] =
                m_session->camera()->viewport().lonLatFromPixel(map->mapFromScene(mapPoint)).value_or(LonLat{});
            QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, i % 2 == 0 ? picturePoint : mapPoint);
            QTRY_COMPARE(desk()->count(), i + 1);
            QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, i % 2 == 0 ? mapPoint : picturePoint);
            QTRY_COMPARE(desk()->wanted(), int(ScanDesk::Anywhere));
        }
    }

    /// Where the map shows the middle of the spot, in pixels of it.
    [[nodiscard]] std::optional<QPointF> blobOnMap()
    {
        const QQuickItem *map = m_open->named(u"map"_s);
        const QImage window = m_open->window()->grabWindow();
        QPointF sum;
        int count = 0;
        for (int y = 0; y < window.height(); ++y) {
            for (int x = 0; x < window.width(); ++x) {
                const QColor seen = window.pixelColor(x, y);
                const QPointF at = map->mapFromScene(QPointF(x + 0.5, y + 0.5));
                if (seen.red() > 200 && seen.green() < 60 && seen.blue() > 200 && map->contains(at)) {
                    sum += at;
                    ++count;
                }
            }
        }
        return count > 60 ? std::optional(sum / count) : std::nullopt;
    }

    /// Whether it is within two pixels of where the clicks say.
    [[nodiscard]] bool isBlobInPlace()
    {
        const double right = (blobMiddle.x() - corners[0].x()) / (corners[1].x() - corners[0].x());
        const double down = (blobMiddle.y() - corners[0].y()) / (corners[3].y() - corners[0].y());
        const LonLat wanted{m_places[0].lon + right * (m_places[1].lon - m_places[0].lon),
                            m_places[0].lat + down * (m_places[3].lat - m_places[0].lat)};
        const std::optional<QPointF> at = m_session->camera()->viewport().pixelFromLonLat(wanted);
        const std::optional<QPointF> seen = blobOnMap();
        return at && seen && std::hypot(seen->x() - at->x(), seen->y() - at->y()) < 2;
    }

    std::array<LonLat, 4> m_places;
};

QTEST_MAIN(TestScanDesk)
#include "tst_scandesk.moc"
