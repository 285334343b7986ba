#include "casefixture.h"
#include "ui/dataimport.h"
#include "windowtest.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

/// The mapping page of “Import data”.
class TestMappingDesk : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/mappings"_s).removeRecursively();
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"case.gpkg"_s);
        QVERIFY(makeTestCase(path).has_value());
        m_session = std::make_unique<Session>();
        m_session->beginOpening(path);
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
        m_before = m_session->incidents()->total();
    }

    void anUnknownTableIsMappedAndComesIn()
    {
        m_session->takeFiles({fileWith("list.csv",
                                       "Tag;Ort;Breite;Länge;Was geschah\n"
                                       "03/04/2022;Goris;39,5111;46,3386;Guns were heard\n"
                                       "05/06/2022;Jermuk;39,8417;45,6690;A house burnt\n"
                                       "gestern;Sotk;40,2030;45,8670;Nothing is known\n")});
        QTRY_COMPARE(import()->state(), DataImport::Mapping);
        QTRY_VERIFY(m_open->named(u"mappingSays0"_s));
        // The order of dates is asked for, once, and nothing comes in before.
        QVERIFY(desk()->questions().contains(u"order"_s));
        QTRY_VERIFY(m_open->named(u"mappingQuestions"_s)->isVisible());
        QVERIFY(!m_open->named(u"importButton"_s)->isEnabled());
        QCOMPARE(desk()->columns()->rowCount(), 5);
        choose(u"mappingDateOrder"_s, 1);
        QTRY_COMPARE(desk()->dateOrder(), 1);
        QVERIFY2(desk()->questions().isEmpty(), qPrintable(desk()->questions()));
        // Live: a row as it comes in, and the one that will not with its reason.
        QTRY_COMPARE(desk()->rows()->rowCount(), 3);
        QVERIFY(rowText(0, MappedRows::WhenRole).contains(u"3 Apr 2022"_s));
        QVERIFY2(rowText(0, MappedRows::WhereRole).contains(u"Goris"_s)
                     && rowText(0, MappedRows::WhereRole).contains(u"1 km"_s),
                 qPrintable(rowText(0, MappedRows::WhereRole)));
        QVERIFY(rowText(2, MappedRows::ProblemRole).contains(u"no date"_s));
        QVERIFY(!desk()->columns()->index(0).data(MappedColumns::ProblemsRole).toStringList().at(2).isEmpty());
        QTRY_VERIFY2(import()->counter()->summary().startsWith(u"2 rows will come in"_s),
                     qPrintable(import()->counter()->summary()));
        QVERIFY(import()->counter()->summary().endsWith(u"1 will fail."_s));
        QTRY_VERIFY(m_open->named(u"importButton"_s)->isEnabled());
        click(u"importButton"_s);
        QTRY_COMPARE(import()->state(), DataImport::Done);
        QCOMPARE(m_session->incidents()->total(), m_before + 2);
        QCOMPARE(import()->summary(), u"2 incidents came in, with 1 source. 1 row did not."_s);
        import()->close();
        m_session->undo();
        QTRY_COMPARE(m_session->incidents()->total(), m_before);
    }

    void aColumnIsToldByTheKeyboardAndCountsAgain()
    {
        import()->take(fileWith("plain.csv", "a;b\nGoris;2022-09-13\nJermuk;2022-09-14\n"));
        QTRY_COMPARE(import()->state(), DataImport::Mapping);
        QTRY_VERIFY(m_open->named(u"mappingSays0"_s));
        QTRY_VERIFY(import()->counter()->summary().contains(u"2 without a place"_s));
        QQuickItem *says = m_open->named(u"mappingSays0"_s);
        says->forceActiveFocus(Qt::TabFocusReason);
        const auto place = static_cast<int>(MappingDesk::saysNames().indexOf(u"Place"_s));
        for (int i = 0; i < place; ++i)
            QTest::keyClick(m_open->window(), Qt::Key_Down);
        QTRY_VERIFY(rowText(0, MappedRows::WhereRole).contains(u"Goris"_s));
        QTRY_VERIFY2(import()->counter()->summary().contains(u"2 with the name of a place only"_s),
                     qPrintable(import()->counter()->summary()));
        QTest::keyClick(m_open->window(), Qt::Key_Escape);
        QTRY_COMPARE(import()->state(), DataImport::Closed);
    }

    void aSavedMappingIsFoundAgain()
    {
        const QUrl file =
            fileWith("weekly.csv", "tag der tat;dorf;art\n13.09.2022;Goris;Beschuss\n14.09.2022;Sotk;Streit\n");
        import()->take(file);
        QTRY_COMPARE(import()->state(), DataImport::Mapping);
        QCOMPARE(desk()->kindWords()->rowCount(), 2);
        QCOMPARE(desk()->kindWords()->index(0).data(MappedKinds::KindRole).toInt(), static_cast<int>(Kind::Explosions));
        desk()->setKindOf(u"Streit"_s, static_cast<int>(Kind::Riots));
        click(u"saveMappingButton"_s);
        QTRY_VERIFY(m_open->named(u"mappingName"_s)->hasActiveFocus());
        for (const char letter : {'W', 'e', 'e', 'k', 'l', 'y'})
            QTest::keyClick(m_open->window(), letter);
        QTest::keyClick(m_open->window(), Qt::Key_Return);
        QTRY_VERIFY(desk()->note().contains(u"Weekly"_s));
        import()->close();
        import()->take(file);
        QTRY_COMPARE(import()->state(), DataImport::Ready);
        QCOMPARE(import()->found(), u"Your mapping “Weekly”"_s);
        QTRY_VERIFY2(import()->counter()->summary().startsWith(u"2 rows will come in"_s),
                     qPrintable(import()->counter()->summary()));
        // It can be changed all the same.
        click(u"mapAnewButton"_s);
        QTRY_COMPARE(import()->state(), DataImport::Mapping);
        QCOMPARE(desk()->savedNames().at(desk()->saved()), u"Weekly"_s);
        QTRY_VERIFY(import()->canImport());
        import()->confirm();
        QTRY_COMPARE(m_session->incidents()->total(), m_before + 2);
    }

    void aSystemOfCoordinatesIsAskedFor()
    {
        import()->take(fileWith("grid.csv", "date;easting;northing\n2022-09-13;615069;4374022\n"));
        QTRY_COMPARE(import()->state(), DataImport::Mapping);
        QVERIFY(desk()->questions().contains(u"system"_s));
        desk()->setCrs(u"EPSG:1"_s);
        QVERIFY(desk()->crsNote().contains(u"no system"_s));
        QVERIFY(!import()->canImport());
        desk()->setCrs(u"32638"_s);
        QCOMPARE(desk()->crsNote(), u"WGS 84 / UTM zone 38N"_s);
        QVERIFY(desk()->questions().isEmpty());
        QVERIFY2(rowText(0, MappedRows::WhereRole).contains(u"39.5"_s), qPrintable(rowText(0, MappedRows::WhereRole)));
        desk()->setZone(u"Moon"_s);
        QVERIFY(!desk()->zoneProblem().isEmpty() && !import()->canImport());
    }

    void aWorkbookOpensAtTheSheetWithIncidents()
    {
        import()->take(QUrl::fromLocalFile(QStringLiteral(FOREIGN_DIR "/unknown.xlsx")));
        QTRY_COMPARE(import()->state(), DataImport::Mapping);
        QCOMPARE(desk()->tables(), (QStringList{u"Read me"_s, u"Daten"_s}));
        QCOMPARE(desk()->table(), 1);
        QCOMPARE(desk()->header(), 2);
        QTRY_VERIFY(import()->counter()->summary().startsWith(u"1 row will come in"_s));
        import()->confirm();
        QTRY_COMPARE(m_session->incidents()->total(), m_before + 1);
    }

    void tablesOfNoKnownLayoutAreMappedAfterTheOthersCameIn()
    {
        import()->take(QUrl::fromLocalFile(QStringLiteral(FOREIGN_DIR "/mixed.xlsx")));
        QTRY_COMPARE(import()->state(), DataImport::Ready);
        import()->confirm();
        QTRY_COMPARE(import()->state(), DataImport::Done);
        QCOMPARE(import()->summary(), u"1 incident came in, with 1 source. Of no known layout: Daten, Wege."_s);
        click(u"importOthers"_s);
        QTRY_COMPARE(import()->state(), DataImport::Mapping);
        QCOMPARE(desk()->tables(), (QStringList{u"Daten"_s, u"Wege"_s}));
        QCOMPARE(desk()->table(), 0);
        QTRY_VERIFY(import()->canImport());
        import()->confirm();
        QTRY_COMPARE(m_session->incidents()->total(), m_before + 2);
        QTRY_COMPARE(import()->state(), DataImport::Done);
        QVERIFY2(import()->summary().endsWith(u"Of no known layout: Wege."_s), qPrintable(import()->summary()));
        click(u"importOthers"_s);
        QTRY_COMPARE(import()->state(), DataImport::Mapping);
        QCOMPARE(desk()->tables(), QStringList{u"Wege"_s});
        QTRY_VERIFY(import()->canImport());
        import()->confirm();
        // Nothing of it is left.
        QTRY_COMPARE(import()->state(), DataImport::Closed);
        QCOMPARE(m_session->incidents()->total(), m_before + 3);
    }

private:
    [[nodiscard]] DataImport *import() const { return m_session->dataImport(); }
    [[nodiscard]] MappingDesk *desk() const { return import()->mapping(); }
    [[nodiscard]] QString rowText(int row, int role) const { return desk()->rows()->index(row).data(role).toString(); }
    [[nodiscard]] QUrl fileWith(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for a test file");
        return QUrl::fromLocalFile(file.fileName());
    }
    void click(const QString &name) const
    {
        QTRY_VERIFY(m_open->named(name));
        const QQuickItem *item = m_open->named(name);
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
    }
    /// Takes the choice number @p index of the list under its name, as a person does.
    void choose(const QString &name, int index) const
    {
        QTRY_VERIFY(m_open->named(name));
        const QQuickItem *item = m_open->named(name);
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() - 17}).toPoint());
        for (int i = 0; i < index; ++i)
            QTest::keyClick(m_open->window(), Qt::Key_Down);
        QTest::keyClick(m_open->window(), Qt::Key_Return);
    }

    int m_before = 0;
};

QTEST_MAIN(TestMappingDesk)
#include "tst_mappingdesk.moc"
