#include "casefixture.h"
#include "windowtest.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

/// “Make a figure” in the window, on a case of two incidents.
class TestFigureSheet : public WindowTest
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
        QTRY_VERIFY(!figure()->preview().isNull());
    }

    void aFigureIsKeptAndOpenedAgain()
    {
        QVERIFY(figure()->kept().isEmpty());
        settings()->setTitle(u"Border fighting"_s);
        settings()->setColours(static_cast<int>(FigureColours::Grey));
        settings()->setAsSeen(true);
        const std::optional<LonLatBox> box = settings()->spec().box;
        QVERIFY(box);
        figure()->keep();
        QCOMPARE(figure()->kept(), QStringList{u"Border fighting"_s});
        QCOMPARE(figure()->keptIndex(), 0);
        QCOMPARE(m_session->undoText(), u"Keep a figure"_s);

        // With the filter that it was made with, whatever the window shows by now.
        figure()->close();
        IncidentFilter none;
        none.kinds.reset();
        m_session->incidents()->setFilter(none);
        figure()->start();
        QCOMPARE(figure()->keptIndex(), -1);
        QTRY_VERIFY(figure()->alternativeText().contains(u"left out by the filter"_s));
        figure()->openKept(0);
        QCOMPARE(settings()->title(), u"Border fighting"_s);
        QCOMPARE(settings()->colours(), static_cast<int>(FigureColours::Grey));
        QTRY_VERIFY(!figure()->isBusy());
        QVERIFY(!figure()->alternativeText().contains(u"left out by the filter"_s));
        QCOMPARE(settings()->spec().box, box);

        settings()->setTitle(u"Another title"_s);
        figure()->keep();
        QCOMPARE(figure()->kept(), QStringList{u"Another title"_s});
        figure()->removeKept();
        QVERIFY(figure()->kept().isEmpty());
        m_session->undo();
        QCOMPARE(figure()->kept(), QStringList{u"Another title"_s});
    }

    void incidentsAreCountedInSquaresWhereThatIsChosen()
    {
        QVERIFY(!figure()->alternativeText().contains(u"squares"_s));
        settings()->setMarks(static_cast<int>(FigureMarks::Squares));
        QTRY_VERIFY(figure()->alternativeText().contains(u"in squares of about"_s));
        settings()->setMarks(static_cast<int>(FigureMarks::Each));
        QTRY_VERIFY(!figure()->alternativeText().contains(u"squares"_s));
    }

    void anAtlasIsSavedAsOneFile()
    {
        const QString path = m_folder->filePath(u"atlas.pdf"_s);
        settings()->setPages(1);
        figure()->save(QUrl::fromLocalFile(path));
        QVERIFY(figure()->isSaving());
        QTRY_COMPARE(figure()->progress(), u"1 of 2 pages"_s);
        QTRY_VERIFY(!figure()->isSaving());
        QCOMPARE(figure()->problem(), QString());
        QCOMPARE(figure()->saved(), path);
        QVERIFY(QFile::exists(path + u".json"_s));
    }

    void aSettingThatCannotBeUsedIsSaid()
    {
        // Maps before and after instants, and no instant.
        settings()->setPanels(static_cast<int>(settings()->panelsNames().size()) - 2);
        QVERIFY(settings()->isByInstants());
        QTRY_VERIFY(!figure()->problem().isEmpty());
        settings()->setInstants(u"2022-09-13T12:00Z"_s);
        QTRY_VERIFY(figure()->problem().isEmpty());
    }

    void anotherPageSizeIsSetInPixels()
    {
        settings()->setSize(static_cast<int>(settings()->sizeNames().size()) - 1);
        QVERIFY(settings()->isOwnSize());
        settings()->setPageWidth(20);
        settings()->setPageHeight(700);
        QCOMPARE(settings()->pageWidth(), 400);
        QTRY_COMPARE(figure()->preview().size(), QSize(400, 700));
    }

    void itIsCopiedAsAnImage()
    {
        settings()->setDpi(96);
        figure()->copy();
        QTRY_COMPARE(QGuiApplication::clipboard()->image().size(), QSize(1600, 1000));
    }

    void itSaysWhatToKnowBefore()
    {
        QVERIFY(figure()->warnings().last().startsWith(u"No credit"_s));
        settings()->setCredit(u"A newsroom"_s);
        QTRY_VERIFY(!figure()->warnings().join(u' ').contains(u"No credit"_s));
    }

private:
    FigureMaker *figure() { return m_session->figure(); }
    FigureSettings *settings() { return figure()->settings(); }
};

QTEST_MAIN(TestFigureSheet)
#include "tst_figuresheet.moc"
