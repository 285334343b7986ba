#include "casefixture.h"
#include "ui/ghostlayer.h"
#include "ui/releasemodel.h"
#include "windowtest.h"

#include <QTest>

#include <utility>

using namespace dateline;
using namespace Qt::StringLiterals;

/// A newer download of a data set, compared in the window.
class TestReleaseDesk : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"case.gpkg"_s);
        QVERIFY(makeTestCase(path).has_value());
        {
            const std::unique_ptr<Case> file = *openCase(path);
            QVERIFY(importTables(*file, table(), {}));
            FigureSpec spec;
            spec.title = u"All of it"_s;
            QVERIFY(file->apply({u"Keep a figure"_s, {spec}}));
        }
        openSession(path);
        m_before = m_session->incidents()->total();
        QFile good(table());
        QVERIFY(good.open(QIODevice::ReadOnly));
        QByteArray newer = good.readAll()
                               .replace("Goris,39.5111,46.3386", "Kornidzor,39.6301,46.5105")
                               .replace(",12,,1663", ",9,,1663");
        newer += QByteArray(newer.mid(newer.lastIndexOf("ARM103"))).replace("ARM103", "ARM104");
        m_newer = m_folder->filePath(u"newer.csv"_s);
        QFile file(m_newer);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(newer) > 0);
    }

    void anImportOffersTheComparison()
    {
        m_session->takeFiles({QUrl::fromLocalFile(m_newer)});
        QTRY_COMPARE(m_session->dataImport()->state(), DataImport::Ready);
        QVERIFY(m_session->dataImport()->isKnown());
        QTRY_VERIFY(m_open->named(u"importKnown"_s));
        click(u"importCompare"_s);
        QTRY_COMPARE(release()->state(), ReleaseModel::Ready);
        QCOMPARE(m_session->dataImport()->state(), DataImport::Closed);
        QTRY_VERIFY(m_open->named(u"releasePane"_s));
        QCOMPARE(release()->differing(), 3);
        QVERIFY2(release()->coverage().contains(u"1 row is as it is here."_s), qPrintable(release()->coverage()));
        QTRY_COMPARE(release()->figures(), u"“All of it” (3 incidents)"_s);
        QTRY_VERIFY(m_open->named(u"releaseFigures"_s));
    }

    void groupsFilterTheRowsAndTheGhosts()
    {
        compare();
        QCOMPARE(release()->rowCount(), 3);
        QCOMPARE(release()->ghosts().size(), 2U);
        click(u"releaseFilter1"_s);
        QTRY_COMPARE(release()->rowCount(), 1);
        QCOMPARE(release()->data(release()->index(0), ReleaseModel::WordsRole).toString(),
                 u"moved 20 km · Goris → Kornidzor"_s);
        QCOMPARE(release()->ghosts().size(), 1U);
        QVERIFY(release()->ghosts().front().sort == Ghost::Sort::Moved);
        click(u"releaseFilterAll"_s);
        QTRY_COMPARE(release()->rowCount(), 3);
    }

    void aRowBringsTheMapToItsGhost()
    {
        compare();
        click(u"releaseARM101"_s);
        QTRY_COMPARE(release()->current(), 0);
        QTRY_VERIFY(m_session->camera()->zoom() > 8);
        const QPointF from = m_session->camera()->pixelOf(46.3386, 39.5111);
        const QPointF to = m_session->camera()->pixelOf(46.5105, 39.6301);
        const QRectF map(QPointF(), m_session->camera()->size());
        QVERIFY(map.contains(from) && map.contains(to));
        const auto *layer = qobject_cast<GhostLayer *>(m_open->named(u"ghostLayer"_s));
        QVERIFY(layer);
        QTRY_VERIFY(!layer->picture().isNull());
        // The keys go on through the list, and the map with them.
        QTest::keyClick(m_open->window(), Qt::Key_Down);
        QTRY_COMPARE(release()->current(), 1);
    }

    void takesWhatIsTickedAndUndoTakesItBack()
    {
        compare();
        QCOMPARE(release()->ticked(), 3);
        click(u"releaseGroup0"_s);
        QTRY_COMPARE(release()->ticked(), 2);
        QTRY_COMPARE(release()->figures(), u"“All of it” (2 incidents)"_s);
        click(u"releaseTake"_s);
        QTRY_COMPARE(release()->state(), ReleaseModel::Closed);
        QCOMPARE(m_session->incidents()->total(), m_before);
        QCOMPARE(m_session->notice(),
                 u"2 updated; Undo takes it back. Saved figures that this has touched: “All of "
                 "it” (2 incidents)"_s);
        QTRY_VERIFY(!m_open->named(u"releasePane"_s));
        QCOMPARE(m_session->undoText(), u"Update from “newer.csv”"_s);
        compare();
        QCOMPARE(release()->differing(), 1);
        click(u"releaseTake"_s);
        QTRY_COMPARE(m_session->incidents()->total(), m_before + 1);
        m_session->undo();
        m_session->undo();
        QTRY_COMPARE(m_session->incidents()->total(), m_before);
        compare();
        QCOMPARE(release()->differing(), 3);
    }

    void takingTellsHowFarItIsAndStopsWithoutAnyChange()
    {
        QFile few(m_newer);
        QVERIFY(few.open(QIODevice::ReadOnly));
        QByteArray rows = few.readAll();
        const QByteArray last = rows.mid(rows.lastIndexOf("ARM104"));
        constexpr int more = 30'000;
        for (int i = 0; i < more; ++i)
            rows += QByteArray(last).replace("ARM104", "ARM" + QByteArray::number(1000 + i));
        m_newer = m_folder->filePath(u"many.csv"_s);
        QFile many(m_newer);
        QVERIFY(many.open(QIODevice::WriteOnly) && many.write(rows) > 0);
        many.close();
        compare();
        QCOMPARE(release()->ticked(), more + 3);
        const QString step = m_session->undoText();
        double far = 0;
        connect(release(), &ReleaseModel::changed, release(), [&far, this] {
            if (release()->state() == ReleaseModel::Taking)
                far = std::max(far, release()->progress());
        });
        click(u"releaseTake"_s);
        QCOMPARE(release()->state(), ReleaseModel::Taking);
        QTRY_VERIFY(far > 0 && far <= 1);
        click(u"releaseStop"_s);
        QTRY_COMPARE(release()->state(), ReleaseModel::Ready);
        QCOMPARE(release()->problem(), u"Stopped: nothing was taken"_s);
        QCOMPARE(m_session->incidents()->total(), m_before);
        QCOMPARE(m_session->undoText(), step);
        QVERIFY(!release()->isOutdated());
        // What was ticked is ticked still, and can be taken.
        QCOMPARE(release()->ticked(), more + 3);
        click(u"releaseTake"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->incidents()->total(), m_before + more + 1, 60'000);
        QCOMPARE(release()->state(), ReleaseModel::Closed);
    }

    void whatWasChangedHereTooIsAsked()
    {
        const IncidentId id = idOf(u"ARM103"_s);
        const QString path = m_session->casePath();
        m_open.reset();
        m_session.reset();
        {
            const std::unique_ptr<Case> file = *openCase(path);
            Incident incident = *file->incident(id);
            incident.losses.front().low = incident.losses.front().high = 10;
            QVERIFY(file->apply({u"Count anew"_s, {incident}}));
        }
        openSession(path);
        compare();
        QVERIFY(release()->data(release()->index(1), ReleaseModel::BothRole).toBool());
        QCOMPARE(release()->ticked(), 2);
        click(u"theirsARM103"_s);
        QTRY_COMPARE(release()->ticked(), 3);
        QVERIFY(release()->data(release()->index(1), ReleaseModel::TheirsRole).toBool());
        click(u"theirsARM103"_s);
        QTRY_COMPARE(release()->ticked(), 2);
        click(u"releaseTake"_s);
        QTRY_COMPARE(release()->state(), ReleaseModel::Closed);
        compare();
        QCOMPARE(release()->differing(), 1);
    }

    void aCaseThatChangedMeanwhileIsComparedAgain()
    {
        compare();
        m_session->selection()->selectIncident(numberOf(idOf(u"ARM103"_s)));
        m_session->grading()->setStatus(2);
        QTRY_VERIFY(release()->isOutdated());
        QTRY_VERIFY(m_open->named(u"releaseAgain"_s));
        QVERIFY(!m_open->named(u"releaseTake"_s));
        click(u"releaseAgain"_s);
        QTRY_COMPARE(release()->state(), ReleaseModel::Ready);
        QVERIFY(!release()->isOutdated());
        QCOMPARE(release()->differing(), 3);
    }

    void aFileWithNothingToCompareIsRefusedInASentence()
    {
        release()->compare(QUrl::fromLocalFile(QStringLiteral(TEST_DATA_DIR "/tables/ucdp.csv")));
        QTRY_COMPARE(release()->state(), ReleaseModel::Failed);
        QVERIFY2(release()->problem().startsWith(u"The case has no incidents of UCDP GED"),
                 qPrintable(release()->problem()));
        QTRY_VERIFY(m_open->named(u"releaseProblem"_s));
        click(u"closeRelease"_s);
        QTRY_COMPARE(release()->state(), ReleaseModel::Closed);
    }

private:
    void openSession(const QString &path)
    {
        m_session = std::make_unique<Session>();
        m_session->beginOpening(path);
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
    }
    [[nodiscard]] ReleaseModel *release() const { return m_session->release(); }
    [[nodiscard]] static QString table() { return QStringLiteral(TEST_DATA_DIR "/tables/acled.csv"); }
    [[nodiscard]] IncidentId idOf(const QString &row) const
    {
        const std::unique_ptr<Case> file = *openCase(m_session->casePath());
        const std::vector<Incident> all = *file->incidents();
        return std::ranges::find(all, row, &Incident::dataSetId)->id;
    }
    void compare() const
    {
        release()->compare(QUrl::fromLocalFile(m_newer));
        QTRY_COMPARE(release()->state(), ReleaseModel::Ready);
        QTRY_VERIFY(m_open->named(u"releasePane"_s));
    }
    void click(const QString &name) const
    {
        const QQuickItem *item = m_open->settled(name);
        QVERIFY2(item, qPrintable(name));
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {},
                          item->mapToScene(item->boundingRect().center()).toPoint());
    }

    QString m_newer;
    int m_before = 0;
};

QTEST_MAIN(TestReleaseDesk)

#include "tst_releasedesk.moc"
