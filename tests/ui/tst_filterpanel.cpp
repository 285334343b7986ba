#include "casefixture.h"
#include "ui/filterpanel.h"
#include "ui/origins.h"
#include "ui/timeplayer.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

class TestFilterPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"case.gpkg"_s);
        QVERIFY(makeTestCase(path).has_value());
        m_store = std::make_unique<CaseStore>();
        QVERIFY(m_store->open(path));
        Incident agreement = m_store->current()->incidents().value().back();
        agreement.actors = {u"Army of A"_s, u"“B”, with \"quotes\""_s};
        agreement.tags = {u"talks"_s};
        agreement.status = Status::Disputed;
        Incident shelling = m_store->current()->incidents().value().front();
        shelling.actors = {u"Army of A"_s};
        QVERIFY(m_store->apply({u"Name who took part"_s, {agreement, shelling}}));
        m_incidents = std::make_unique<IncidentListModel>();
        m_panel = std::make_unique<FilterPanel>(m_store.get(), m_incidents.get(), &m_camera, &m_selection);
        load();
    }
    void cleanup()
    {
        m_panel.reset();
        m_incidents.reset();
        m_store.reset();
        m_selection.reset();
    }

    void tellsHowManyEachValueHas()
    {
        const QAbstractItemModelTester tester(m_panel.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(m_panel->rowCount(), 0);
        m_panel->setActive(true);
        QTRY_VERIFY(!m_panel->isBusy());
        QCOMPARE(textOf(u"Who took part"_s), (QStringList{u"Army of A: 2"_s, u"“B”, with \"quotes\": 1"_s}));
        QCOMPARE(textOf(u"Tag"_s), QStringList{u"talks: 1"_s});
        QCOMPARE(textOf(u"Status"_s), (QStringList{u"Reported: 1"_s, u"Disputed: 1"_s}));
        QCOMPARE(textOf(u"Source"_s), QStringList{u"Shelling on the border: 1"_s});
        QCOMPARE(textOf(u"How closely the place is known"_s), (QStringList{u"Near this place: 1"_s, u"No place: 1"_s}));
    }

    void keepsCheckedValuesAndCountsWhatOthersWouldAdd()
    {
        m_panel->setActive(true);
        QTRY_VERIFY(!m_panel->isBusy());
        toggle(u"Disputed"_s);
        QCOMPARE(titles(), QStringList{u"Ceasefire talks"_s});
        QCOMPARE(m_panel->limits(), 1);
        // Another status would add its one; of the actors, only what is shown with them is left.
        QTRY_COMPARE(textOf(u"Who took part"_s), (QStringList{u"Army of A: 1"_s, u"“B”, with \"quotes\": 1"_s}));
        QCOMPARE(textOf(u"Status"_s), (QStringList{u"Reported: 1"_s, u"Disputed: 1"_s}));
        toggle(u"Reported"_s);
        QCOMPARE(titles().size(), 2);
        toggle(u"Reported"_s);
        toggle(u"Disputed"_s);
        QCOMPARE(m_panel->limits(), 0);
        QCOMPARE(titles().size(), 2);
    }

    void asksTheCaseForActorsAndSources()
    {
        m_panel->setActive(true);
        QTRY_VERIFY(!m_panel->isBusy());
        toggle(u"“B”, with \"quotes\""_s);
        QCOMPARE(titles(), QStringList{u"Ceasefire talks"_s});
        toggle(u"Shelling on the border"_s);
        QCOMPARE(titles(), QStringList());
        toggle(u"“B”, with \"quotes\""_s);
        QCOMPARE(titles(), QStringList{u"Shelling towards Goris"_s});
        m_incidents->showEverything();
        QCOMPARE(titles().size(), 2);
    }

    void keepsAnActorFilterThatWasThereBeforeItsValues()
    {
        IncidentFilter filter;
        filter.actors = {u"“B”, with \"quotes\""_s};
        m_incidents->setFilter(filter);
        QTRY_COMPARE(titles(), QStringList{u"Ceasefire talks"_s});
        load(); // Another table: what it hides is asked again.
        QTRY_COMPARE(titles(), QStringList{u"Ceasefire talks"_s});
    }

    void findsWordsOfTitlesPlacesAndQuotes()
    {
        for (const QString &words : {u"CEASEFIRE"_s, u"goris"_s, u"drones were used"_s}) {
            m_panel->setWords(words);
            QTRY_COMPARE(titles().size(), 1);
            m_panel->setWords({});
            QTRY_COMPARE(titles().size(), 2);
        }
        m_panel->setWords(u"nowhere"_s);
        QTRY_COMPARE(titles().size(), 0);
    }

    void keepsWhatLiesNearTheSelectedIncident()
    {
        m_selection.selectIncident(m_incidents->idAt(0));
        m_panel->keepAround(10'000);
        QCOMPARE(titles(), QStringList{u"Shelling towards Goris"_s});
        QVERIFY(m_panel->areaText().startsWith(u"Within 10 km of 39.511° N"));
        m_panel->clearArea();
        QCOMPARE(titles().size(), 2);
        QVERIFY(m_panel->areaText().isEmpty());
    }

    void listsOnlyWhatTheMapShowsIfThatIsAsked()
    {
        const auto viewOf = [](LonLat middle) { return Viewport::webMercator(middle, 8, {800, 600}); };
        m_incidents->setView(viewOf({46.3, 39.5}));
        QCOMPARE(titles().size(), 2);
        m_incidents->setInView(true);
        QCOMPARE(titles(), QStringList{u"Shelling towards Goris"_s});
        QCOMPARE(m_incidents->count(), 2); // Map and timeline show what they showed.
        m_incidents->setView(viewOf({-60, -20}));
        QTRY_COMPARE(titles(), QStringList());
        m_incidents->setInView(false);
        QCOMPARE(titles().size(), 2);
    }

    void knowsWhenIncidentsWereReported()
    {
        Origins origins(m_store.get());
        connect(&origins, &Origins::counted, m_incidents.get(), &IncidentListModel::setSupports);
        origins.learn(1);
        origins.count(m_incidents->total());
        QVERIFY(m_incidents->extentKnown());
        QVERIFY(m_incidents->extentKnown()->begin == *utcFromIso(u"2022-09-13T00:00Z"));
        TimelineItem line;
        line.setSize({480, 100});
        line.setIncidents(m_incidents.get());
        QCOMPARE(line.rangeText(), u"12 Sep 2022, UTC");
        line.setByReport(true);
        QCOMPARE(line.rangeText(), u"13 Sep 2022, UTC");
        QCOMPARE(line.undatedText(), u"1 with no date of a report");
        m_panel->setWords(u"goris"_s); // The case is asked for them: the bars follow when it has answered.
        QTRY_COMPARE(line.undatedText(), QString());
        m_panel->setWords({});
        m_panel->setLeastOrigins(1);
        QCOMPARE(titles(), QStringList{u"Shelling towards Goris"_s});
    }

    void playsFromTheFirstIncidentToTheLast()
    {
        TimelineItem line;
        line.setSize({480, 100});
        line.setIncidents(m_incidents.get());
        QVERIFY(line.startPlaying(false));
        QCOMPARE(line.brushX(), 0.0);
        const double width = line.brushWidth();
        QVERIFY(line.play(std::chrono::hours(3), false));
        QCOMPARE(line.brushX(), 60.0);
        QCOMPARE(line.brushWidth(), width);
        QVERIFY(!line.play(std::chrono::hours(48), false));
        QCOMPARE(line.brushX() + line.brushWidth(), 480.0);
        QVERIFY(line.startPlaying(true));
        QVERIFY(line.play(std::chrono::hours(6), true));
        QCOMPARE(line.brushX(), 0.0);
        QVERIFY(line.brushWidth() >= 120);
        TimePlayer player;
        player.setTimeline(&line);
        player.setSpeed(100);
        line.clearBrush();
        player.toggle();
        QVERIFY(player.isPlaying());
        QTRY_VERIFY(!player.isPlaying()); // At the last.
        QCOMPARE(line.brushX() + line.brushWidth(), 480.0);
    }

private:
    void load()
    {
        IncidentColumns columns = m_store->current()->columns().value();
        std::vector<std::uint32_t> order = orderByDay(columns);
        m_incidents->setIncidents(std::move(columns), std::move(order), [this](IncidentId id) {
            const Result<Incident> incident = m_store->current()->incident(id);
            return incident ? std::optional(IncidentEntry{*incident, {}}) : std::nullopt;
        });
    }
    QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < m_incidents->rowCount(); ++row)
            titles.append(m_incidents->index(row).data(IncidentListModel::TitleRole).toString());
        return titles;
    }
    QStringList textOf(const QString &section) const
    {
        QStringList texts;
        for (int row = 0; row < m_panel->rowCount(); ++row) {
            const QModelIndex index = m_panel->index(row);
            if (index.data(FilterPanel::SectionRole) == section)
                texts.append(u"%1: %2"_s.arg(index.data(FilterPanel::NameRole).toString())
                                 .arg(index.data(FilterPanel::CountRole).toInt()));
        }
        return texts;
    }
    void toggle(const QString &name)
    {
        for (int row = 0; row < m_panel->rowCount(); ++row) {
            if (m_panel->index(row).data(FilterPanel::NameRole) == name)
                return m_panel->toggle(row);
        }
        QFAIL(qPrintable(u"No value "_s + name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseStore> m_store;
    Camera m_camera;
    Selection m_selection;
    std::unique_ptr<IncidentListModel> m_incidents;
    std::unique_ptr<FilterPanel> m_panel;
};

QTEST_MAIN(TestFilterPanel)
#include "tst_filterpanel.moc"
