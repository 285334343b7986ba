#include "casefixture.h"
#include "ui/figuredesk.h"
#include "windowtest.h"

#include <QFile>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

/// The page of “Make a figure” under the hand, on a case of one incident on the map.
class TestFigureDesk : public WindowTest
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
    }

    void aDragMovesAPartAndUndoTakesItBack()
    {
        const QRectF before = boxOf(u"Key"_s);
        drag(middleOf(before), QPoint(-300, 180));
        QTRY_VERIFY(spec().arrangement.parts.contains(FigurePart::Key));
        QTRY_VERIFY(!figure()->isBusy());
        const QRectF after = boxOf(u"Key"_s);
        QVERIFY(std::abs((after.center() - before.center()).x() * page()->width() + 300) < 8);
        QVERIFY(std::abs((after.center() - before.center()).y() * page()->height() - 180) < 8);
        QCOMPARE(desk()->selectedText(), u"Key"_s);

        m_open->window()->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(m_open->window()));
        QTest::keyClick(m_open->window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!spec().arrangement.parts.contains(FigurePart::Key));
        QTRY_COMPARE(boxOf(u"Key"_s), before);
        QTest::keyClick(m_open->window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(spec().arrangement.parts.contains(FigurePart::Key));
        QVERIFY(m_session->undoText() != u"Keep a figure"_s); // Nothing was written to the case.
    }

    void aHandlePullsASide()
    {
        const QRectF map = boxOf(u"Map"_s);
        click(middleOf(map) + QPoint(0, 150));
        QTRY_COMPARE(desk()->selectedText(), u"Map"_s);
        drag(at({map.right(), map.center().y()}), QPoint(-200, 0));
        QTRY_VERIFY(spec().arrangement.parts.contains(FigurePart::Map));
        const QRectF placed = spec().arrangement.parts.at(FigurePart::Map);
        QVERIFY(std::abs((placed.right() - map.right()) * page()->width() + 200) < 8);
        QCOMPARE(placed.left(), map.left());
        QCOMPARE(placed.height(), map.height());
    }

    void aCalloutIsMovedAndBecomesANote()
    {
        const QRectF before = boxOf(u"Callout 1"_s);
        drag(middleOf(before), QPoint(60, 90));
        QTRY_COMPARE(spec().arrangement.callouts.size(), 1);
        QTRY_VERIFY(boxOf(u"Callout 1"_s) != before);
        QVERIFY(desk()->areSelectedCallouts());
        desk()->noteSelected();
        QTRY_VERIFY(rowOf(u"Callout 1"_s) < 0);
        QVERIFY(rowOf(u"Notes"_s) >= 0);
        desk()->freeAll();
        QTRY_VERIFY(rowOf(u"Callout 1"_s) >= 0);
        QTRY_COMPARE(boxOf(u"Callout 1"_s), before);
    }

    void whatIsNearSnaps()
    {
        const int key = rowOf(u"Key"_s);
        const QRectF box = boxOf(u"Key"_s);
        const QSizeF reach(0.01, 0.01);
        // To the page's middle, …
        QRectF near = box;
        near.moveLeft(0.5 + 0.004);
        near.moveTop(0.123);
        QCOMPARE(desk()->snapped(key, near, FigureDesk::Whole, reach).left(), 0.5);
        QCOMPARE(desk()->guides().first().toRectF(), QRectF(0.5, 0, 0, 1));
        // … to another part's edge, …
        near = box;
        near.moveTop(0.123);
        near.moveLeft(boxOf(u"Map"_s).left() - 0.004);
        QCOMPARE(desk()->snapped(key, near, FigureDesk::Whole, reach).left(), boxOf(u"Map"_s).left());
        // … nowhere without reach, and a pulled side alone.
        QCOMPARE(desk()->snapped(key, near, FigureDesk::Whole, {}).left(), near.left());
        QVERIFY(desk()->guides().isEmpty());
        near = box.adjusted(0, 0, -0.004, 0);
        near.setRight(0.996);
        const QRectF pulled = desk()->snapped(key, near, FigureDesk::Right, reach);
        QCOMPARE(pulled.right(), 1.0);
        QCOMPARE(pulled.left(), box.left());
        // It never leaves the page.
        QCOMPARE(desk()->snapped(key, box.translated(9, -9), FigureDesk::Whole, {}).right(), 1.0);
    }

    void partsAreAlignedWithEachOther()
    {
        desk()->select(rowOf(u"Key"_s));
        desk()->select(rowOf(u"Callout 1"_s), true);
        QCOMPARE(desk()->selectedText(), u"2 parts"_s);
        const double left = std::min(boxOf(u"Key"_s).left(), boxOf(u"Callout 1"_s).left());
        desk()->alignSelected(FigureDesk::AlignLeft);
        QTRY_VERIFY(std::abs(boxOf(u"Key"_s).left() - left) < 0.01);
        QTRY_VERIFY(std::abs(boxOf(u"Callout 1"_s).left() - left) < 0.01);
    }

    void theKeyboardMovesWhatIsSelected()
    {
        const QRectF before = boxOf(u"Sources"_s);
        click(middleOf(before));
        QTest::keyClick(m_open->window(), Qt::Key_Left, Qt::ShiftModifier);
        QTRY_VERIFY(spec().arrangement.parts.contains(FigurePart::Sources));
        const double moved = (before.left() - spec().arrangement.parts.at(FigurePart::Sources).left()) * spec().widthPx;
        QVERIFY(std::abs(moved - 16) < 0.01);
        QTRY_VERIFY(!figure()->isBusy());
        QTest::keyClick(m_open->window(), Qt::Key_Delete);
        QTRY_VERIFY(spec().arrangement.parts.empty());
    }

    void marginsAreSet()
    {
        settings()->setMargin(0);
        QTRY_VERIFY(boxOf(u"Map"_s).left() < 0.001);
        settings()->setMargin(-1);
        QTRY_VERIFY(boxOf(u"Map"_s).left() > 0.01);
    }

    void aTemplateIsSavedAndTaken()
    {
        settings()->setColours(static_cast<int>(FigureColours::Grey));
        settings()->setMargin(60);
        const QUrl file = QUrl::fromLocalFile(m_folder->filePath(u"house.json"_s));
        figure()->saveTemplate(file);
        QCOMPARE(figure()->problem(), QString());
        settings()->setSpec({});
        settings()->setTitle(u"Mine"_s);
        figure()->openTemplate(file);
        QCOMPARE(figure()->problem(), QString());
        QCOMPARE(spec().colours, FigureColours::Grey);
        QCOMPARE(settings()->margin(), 60);
        QCOMPARE(settings()->title(), u"Mine"_s);
        settings()->undo();
        QCOMPARE(spec().colours, FigureColours::Light);
        figure()->openTemplate(QUrl::fromLocalFile(m_folder->filePath(u"none.json"_s)));
        QVERIFY(figure()->problem().contains(u"none.json"_s));
    }

    void itIsPrintedByTheSystem()
    {
        // A print system of its own: one printer, which keeps what it is given.
        const QString programs = m_folder->filePath(u"bin"_s);
        QVERIFY(QDir().mkpath(programs));
        const auto script = [&programs](const QString &name, const QByteArray &text) {
            QFile file(programs + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("#!/bin/sh\n" + text);
            file.setPermissions(file.permissions() | QFile::ExeOwner);
        };
        const QString kept = m_folder->filePath(u"kept.pdf"_s);
        script(u"lpstat"_s, "[ \"$1\" = -e ] && echo Newsroom_A3\n");
        script(u"lp"_s,
               "[ \"$2\" = Newsroom_A3 ] || { echo \"no such printer\" >&2; exit 1; }\n"
               "for last; do :; done\ncp \"$last\" '"
                   + kept.toUtf8() + "'\n");
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", programs.toUtf8() + ':' + path);
        figure()->close();
        figure()->start();
        QTRY_COMPARE(figure()->printers(), QStringList{u"Newsroom_A3"_s});
        QTRY_VERIFY(desk()->count() > 0 && !figure()->isBusy());
        figure()->print(u"Newsroom_A3"_s);
        QTRY_COMPARE(figure()->printed(), u"Newsroom_A3"_s);
        QFile page(kept);
        QVERIFY(page.open(QIODevice::ReadOnly));
        QVERIFY(page.readAll().startsWith("%PDF-1."));
        figure()->print(u"Another"_s);
        QTRY_VERIFY(figure()->problem().contains(u"“Another” did not take the figure (no such printer)"_s));
        QVERIFY(figure()->printed().isEmpty());
        qputenv("PATH", path);
    }

private:
    FigureMaker *figure() { return m_session->figure(); }
    FigureSettings *settings() { return figure()->settings(); }
    FigureDesk *desk() { return figure()->desk(); }
    const FigureSpec &spec() { return settings()->spec(); }
    QQuickItem *page() { return m_open->named(u"deskPage"_s); }

    int rowOf(const QString &name)
    {
        for (int i = 0; i < desk()->count(); ++i) {
            if (desk()->data(desk()->index(i), FigureDesk::NameRole) == name)
                return i;
        }
        return -1;
    }
    QRectF boxOf(const QString &name)
    {
        return desk()->data(desk()->index(std::max(0, rowOf(name))), FigureDesk::BoxRole).toRectF();
    }
    /// The window's pixel at @p share of the page.
    QPoint at(QPointF share)
    {
        return page()->mapToScene({share.x() * page()->width(), share.y() * page()->height()}).toPoint();
    }
    QPoint middleOf(const QRectF &box) { return at(box.center()); }

    void click(QPoint where) { QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, where); }
    void drag(QPoint from, QPoint by)
    {
        QQuickWindow *window = m_open->window();
        QTest::mouseMove(window, from);
        QTest::mousePress(window, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step)
            QTest::mouseMove(window, from + by * step / 4);
        QTest::mouseRelease(window, Qt::LeftButton, {}, from + by);
    }
};

QTEST_MAIN(TestFigureDesk)
#include "tst_figuredesk.moc"
