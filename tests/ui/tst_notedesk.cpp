#include "casefixture.h"
#include "ui/figuredesk.h"
#include "ui/notedesk.h"
#include "windowtest.h"

#include <QImage>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

/// Drawing notes on the page of “Make a figure”.
class TestNoteDesk : public WindowTest
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
        QTRY_VERIFY(m_session->baseMap()->isReady());
        figure()->start();
        QTRY_VERIFY(desk()->count() > 0 && !figure()->isBusy());
        m_map = desk()->data(desk()->index(0), FigureDesk::BoxRole).toRectF();
    }

    void anArrowIsPulledAndKeepsToTheGround()
    {
        notes()->start(static_cast<int>(NoteKind::Arrow));
        QTRY_VERIFY(m_open->named(u"pen"_s) != nullptr);
        QTest::mousePress(window(), Qt::LeftButton, {}, at(0.3, 0.7));
        QTest::mouseMove(window(), at(0.4, 0.6));
        QTest::mouseMove(window(), at(0.5, 0.5));
        QTest::mouseRelease(window(), Qt::LeftButton, {}, at(0.5, 0.5));
        QCOMPARE(notes()->tool(), -1);
        QCOMPARE(spec().notes.size(), 1);
        const FigureNote &arrow = spec().notes.front();
        QCOMPARE(arrow.kind, NoteKind::Arrow);
        QCOMPARE(arrow.on, NoteOn::Ground);
        QCOMPARE(arrow.points.size(), 2);
        // To the right on the page is east, and up is north.
        QVERIFY(arrow.points[1].x > arrow.points[0].x);
        QVERIFY(arrow.points[1].y > arrow.points[0].y);
        QTRY_COMPARE(notes()->current(), 0);
        QCOMPARE(notes()->name(), u"Arrow"_s);
        QVERIFY(notes()->canMeasure());
        settings()->undo();
        QVERIFY(spec().notes.empty());
        settings()->redo();
        QCOMPARE(spec().notes.size(), 1);
    }

    void anAreaIsClickedCornerByCorner()
    {
        notes()->start(static_cast<int>(NoteKind::Hatched));
        QTRY_VERIFY(m_open->named(u"pen"_s) != nullptr);
        for (const QPointF corner : {QPointF(0.2, 0.2), QPointF(0.4, 0.2), QPointF(0.9, 0.9)})
            QTest::mouseClick(window(), Qt::LeftButton, {}, at(corner.x(), corner.y()));
        QCOMPARE(notes()->drawn().size(), 3);
        notes()->takeBack();
        QTest::mouseClick(window(), Qt::LeftButton, {}, at(0.3, 0.4));
        notes()->finish();
        QCOMPARE(spec().notes.front().points.size(), 3);
        QTRY_COMPARE(notes()->current(), 0);
        QVERIFY(notes()->hasFill());
    }

    void whatIsDrawnBesideTheMapKeepsToThePage()
    {
        notes()->start(static_cast<int>(NoteKind::Text));
        QTRY_VERIFY(m_open->named(u"pen"_s) != nullptr);
        const QPoint beside = page()->mapToScene({0.9 * page()->width(), 0.6 * page()->height()}).toPoint();
        QTest::mouseClick(window(), Qt::LeftButton, {}, beside);
        QCOMPARE(spec().notes.front().on, NoteOn::Page);
        QVERIFY(std::abs(spec().notes.front().points.front().x - 0.9) < 0.01);
    }

    void theKeyboardAloneDraws()
    {
        notes()->start(static_cast<int>(NoteKind::FrontLine));
        QTRY_VERIFY(m_open->named(u"pen"_s) != nullptr);
        QTRY_VERIFY(m_open->named(u"pen"_s)->hasActiveFocus());
        QTest::keyClick(window(), Qt::Key_Return);
        QCOMPARE(spec().notes.size(), 1);
        QCOMPARE(spec().notes.front().points.size(), 2);
        notes()->start(static_cast<int>(NoteKind::Line));
        QTRY_VERIFY(m_open->named(u"pen"_s) != nullptr && m_open->named(u"pen"_s)->hasActiveFocus());
        QTest::keyClick(window(), Qt::Key_Escape);
        QCOMPARE(notes()->tool(), -1);
        QVERIFY(figure()->isOpen());
        QCOMPARE(spec().notes.size(), 1);
    }

    void theStyleOfANoteIsSet()
    {
        notes()->start(static_cast<int>(NoteKind::Symbol));
        notes()->finish();
        QTRY_COMPARE(notes()->current(), 0);
        notes()->setText(u"Checkpoint"_s);
        notes()->setSymbol(static_cast<int>(NoteSymbol::Infantry));
        notes()->setFrame(static_cast<int>(NoteFrame::Diamond));
        notes()->setUnitSize(static_cast<int>(NoteSize::Brigade));
        notes()->setColour(static_cast<int>(NoteColour::Red));
        notes()->setTextSize(2); // No text is smaller than what can be read.
        notes()->setInKey(true);
        const FigureNote &note = spec().notes.front();
        QCOMPARE(note.text, u"Checkpoint"_s);
        QCOMPARE(note.symbol, NoteSymbol::Infantry);
        QCOMPARE(note.frame, NoteFrame::Diamond);
        QCOMPARE(note.size, NoteSize::Brigade);
        QCOMPARE(note.colour, NoteColour::Red);
        QCOMPARE(note.textPt, leastNoteText);
        QVERIFY(note.inKey);
        QTRY_VERIFY(!figure()->isBusy());
        QVERIFY(m_open->named(u"noteText"_s) != nullptr);
        notes()->removeCurrent();
        QVERIFY(spec().notes.empty());
        QCOMPARE(notes()->current(), -1);
    }

    void aNoteIsTakenWhereItIsDrawn()
    {
        notes()->start(static_cast<int>(NoteKind::Line));
        QTRY_VERIFY(m_open->named(u"pen"_s) != nullptr);
        QTest::mousePress(window(), Qt::LeftButton, {}, at(0.3, 0.7));
        QTest::mouseMove(window(), at(0.4, 0.6));
        QTest::mouseRelease(window(), Qt::LeftButton, {}, at(0.6, 0.4));
        QTRY_COMPARE(notes()->current(), 0);
        QTRY_VERIFY(!figure()->isBusy());
        const int row = desk()->selected().front();
        // Its box is a wide one, in whose corners lies the map.
        QTest::mouseClick(window(), Qt::LeftButton, {}, at(0.33, 0.43));
        QVERIFY(!desk()->selected().contains(row));
        QTest::mouseClick(window(), Qt::LeftButton, {}, at(0.45, 0.55));
        QCOMPARE(desk()->selected(), QList<int>{row});
    }

    void aNoteIsMovedAndPulled()
    {
        notes()->start(static_cast<int>(NoteKind::Ellipse));
        notes()->finish();
        QTRY_COMPARE(notes()->current(), 0);
        QTRY_VERIFY(!figure()->isBusy());
        const int row = desk()->selected().front();
        const QRectF before = boxOf(row);
        desk()->moveSelected(160, 0);
        QTRY_VERIFY(std::abs(boxOf(row).left() - before.left() - 0.1) < 0.005);
        desk()->place(row, boxOf(row).adjusted(0, 0, before.width(), 0), FigureDesk::Right);
        QTRY_VERIFY(boxOf(row).width() > 1.8 * before.width());
    }

    void anImageIsPutOnThePage()
    {
        QImage image(60, 30, QImage::Format_RGB32);
        image.fill(Qt::blue);
        const QString path = m_folder->filePath(u"logo.png"_s);
        QVERIFY(image.save(path));
        notes()->addImage(QUrl::fromLocalFile(path));
        QCOMPARE(spec().notes.size(), 1);
        QCOMPARE(spec().notes.front().on, NoteOn::Page);
        QTRY_COMPARE(notes()->current(), 0);
        notes()->addImage(QUrl::fromLocalFile(m_folder->filePath(u"case.gpkg"_s)));
        QVERIFY(!figure()->problem().isEmpty());
        QCOMPARE(spec().notes.size(), 1);
    }

private:
    FigureMaker *figure() { return m_session->figure(); }
    FigureSettings *settings() { return figure()->settings(); }
    FigureDesk *desk() { return figure()->desk(); }
    NoteDesk *notes() { return figure()->notes(); }
    const FigureSpec &spec() { return settings()->spec(); }
    QQuickWindow *window() { return m_open->window(); }
    QQuickItem *page() { return m_open->named(u"deskPage"_s); }
    QRectF boxOf(int row) { return desk()->data(desk()->index(row), FigureDesk::BoxRole).toRectF(); }

    /// The window's pixel at these parts of the map.
    QPoint at(double x, double y)
    {
        return page()
            ->mapToScene({(m_map.x() + x * m_map.width()) * page()->width(),
                          (m_map.y() + y * m_map.height()) * page()->height()})
            .toPoint();
    }

    QRectF m_map;
};

QTEST_MAIN(TestNoteDesk)
#include "tst_notedesk.moc"
