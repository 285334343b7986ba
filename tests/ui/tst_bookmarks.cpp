#include "casefixture.h"
#include "ui/incidentlayer.h"
#include "ui/session.h"
#include "windowtest.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

class TestBookmarks : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"case.gpkg"_s);
        QVERIFY(makeTestCase(m_path).has_value());
        m_session = std::make_unique<Session>();
        m_session->beginOpening(m_path);
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
        m_layer = qobject_cast<IncidentLayer *>(m_open->named(u"incidentLayer"_s));
        QVERIFY(m_layer);
        QTRY_VERIFY(m_session->camera()->zoom() > 5); // The case is in view.
    }
    void aViewGetsANameAndIsBackWithOneKey()
    {
        IncidentFilter filter;
        filter.kinds.reset().set(static_cast<std::size_t>(Kind::Explosions));
        m_session->incidents()->setFilter(filter);
        m_layer->setView(IncidentLayer::Density);
        lookAt({46.2, 39.6}, 9);
        name(u"Sotk & Jermuk, shelling only"_s);
        QTRY_COMPARE(bookmarks()->count(), 1);
        QCOMPARE(m_session->undoText(), u"Bookmark “Sotk & Jermuk, shelling only”"_s);
        QTRY_VERIFY(!m_open->named(u"bookmarkName"_s));

        m_session->incidents()->showEverything();
        m_layer->setView(IncidentLayer::Clusters);
        lookAt({10, 50}, 4);
        QTest::keyClick(m_open->window(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(m_session->incidents()->filter(), filter);
        QCOMPARE(m_layer->view(), IncidentLayer::Density);
        QTRY_COMPARE(m_session->camera()->zoom(), 9.0);
        QTRY_VERIFY(qAbs(m_session->camera()->longitude() - 46.2) < 1e-6);
        QTRY_VERIFY(qAbs(m_session->camera()->latitude() - 39.6) < 1e-6);
        QTRY_VERIFY2(m_layer->countText().startsWith(u"1 of 2 shown"), qPrintable(m_layer->countText()));
    }

    void eachKeyGoesToItsOwn()
    {
        for (const int zoom : {4, 5, 6}) {
            lookAt({45, 40}, zoom);
            bookmarks()->add(u"Zoom %1"_s.arg(zoom));
        }
        bookmarks()->remove(0);
        QTest::keyClick(m_open->window(), Qt::Key_1, Qt::AltModifier);
        QTRY_COMPARE(m_session->camera()->zoom(), 5.0);
        QTest::keyClick(m_open->window(), Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(m_session->camera()->zoom(), 6.0);
        QTest::keyClick(m_open->window(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(m_session->camera()->zoom(), 6.0);
    }

    void aBookmarkIsRenamedUpdatedAndRemovedInStepsToUndo()
    {
        const QAbstractItemModelTester tester(bookmarks(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        lookAt({45, 40}, 5);
        bookmarks()->add(u"  A\n name "_s);
        QCOMPARE(names(), QStringList{u"A name"_s});
        bookmarks()->rename(0, u"Another"_s);
        QCOMPARE(names(), QStringList{u"Another"_s});
        lookAt({45, 40}, 7);
        bookmarks()->update(0);
        QCOMPARE(stored().zoom, 7.0);
        bookmarks()->remove(0);
        QCOMPARE(names(), QStringList());
        m_session->undo();
        QCOMPARE(stored().zoom, 7.0);
        m_session->undo();
        QCOMPARE(stored().zoom, 5.0);
        m_session->undo();
        QCOMPARE(names(), QStringList{u"A name"_s});
        m_session->undo();
        QCOMPARE(names(), QStringList());
    }

    void aBlankNameAndARowThatIsNotThereAreLeftAlone()
    {
        const QString before = m_session->undoText();
        bookmarks()->add(u"  \n"_s);
        for (const int row : {-1, 0, 9}) {
            bookmarks()->rename(row, u"x"_s);
            bookmarks()->update(row);
            bookmarks()->remove(row);
            bookmarks()->go(row);
        }
        QCOMPARE(m_session->undoText(), before);
        bookmarks()->add(u"One"_s);
        bookmarks()->rename(0, u" "_s);
        bookmarks()->rename(0, u"One"_s);
        QCOMPARE(m_session->undoText(), u"Bookmark “One”"_s);
    }

    void aWayToShowThatIsNotKnownIsAsClusters()
    {
        Bookmark later;
        later.name = u"Of a later version"_s;
        later.view = u"hexagons"_s;
        QVERIFY(m_session->store()->apply({u"Bookmark"_s, {later}}));
        m_layer->setView(IncidentLayer::Points);
        bookmarks()->go(0);
        QCOMPARE(m_layer->view(), IncidentLayer::Clusters);
    }

    void theListRenamesByKeyboard()
    {
        bookmarks()->add(u"One"_s);
        bookmarks()->edit();
        QTRY_VERIFY(m_open->named(u"bookmarkName0"_s));
        QQuickItem *line = m_open->named(u"bookmarkName0"_s);
        line->forceActiveFocus();
        type(u"Two"_s);
        QTest::keyClick(m_open->window(), Qt::Key_Return);
        QTRY_COMPARE(names(), QStringList{u"OneTwo"_s});
        QVERIFY(line->hasActiveFocus());
        type(u"Three"_s);
        QTest::keyClick(m_open->window(), Qt::Key_Escape);
        QTRY_VERIFY(!bookmarks()->isEditing());
        QCOMPARE(names(), QStringList{u"OneTwo"_s});
    }

    void aLongNameIsReadFromItsBeginningUntilItIsEdited()
    {
        bookmarks()->add(u"A view of "_s + u"a very long border "_s.repeated(8));
        bookmarks()->edit();
        QTRY_VERIFY(m_open->settled(u"bookmarkName0"_s));
        QQuickItem *line = m_open->named(u"bookmarkName0"_s);
        const auto beginning = [line] {
            QRectF at;
            QMetaObject::invokeMethod(line, "positionToRectangle", Q_RETURN_ARG(QRectF, at), Q_ARG(int, 0));
            return at.x();
        };
        QVERIFY(beginning() >= 0);
        line->forceActiveFocus();
        QTRY_VERIFY(beginning() < 0);
        line->setFocus(false);
        QTRY_VERIFY(beginning() >= 0);
    }

    void whoeverOnlyReadsGoesThereAndKeepsNothing()
    {
        bookmarks()->add(u"One"_s);
        Session second;
        second.beginOpening(m_path);
        second.finishOpening();
        QVERIFY(second.isReadOnly());
        QCOMPARE(second.bookmarks()->count(), 1);
        second.bookmarks()->ask();
        QVERIFY(!second.bookmarks()->isNaming());
    }

private:
    [[nodiscard]] Bookmarks *bookmarks() const { return m_session->bookmarks(); }
    [[nodiscard]] Bookmark stored() const { return m_session->store()->current()->bookmarks().value().at(0); }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < bookmarks()->count(); ++row)
            names.append(bookmarks()->index(row).data(Bookmarks::NameRole).toString());
        return names;
    }
    void lookAt(LonLat place, double zoom)
    {
        Q_EMIT m_session->camera()->moveRequested(place.lon, place.lat, zoom, false);
        QCOMPARE(m_session->camera()->zoom(), zoom);
    }
    void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::keyClick(m_open->window(), letter.toLatin1());
    }
    void name(const QString &text)
    {
        QTest::keyClick(m_open->window(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_open->named(u"bookmarkName"_s));
        QTRY_VERIFY(m_open->named(u"bookmarkName"_s)->hasActiveFocus());
        type(text);
        QTest::keyClick(m_open->window(), Qt::Key_Return);
    }

    QString m_path;
    IncidentLayer *m_layer = nullptr;
};

QTEST_MAIN(TestBookmarks)
#include "tst_bookmarks.moc"
