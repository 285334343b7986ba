#include "windowtest.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

Incident incidentOf(const QString &title, const QString &place, Kind kind, int day, Status status = Status::Reported,
                    int credibility = 0)
{
    Incident incident;
    incident.title = title;
    incident.kind = kind;
    incident.status = status;
    incident.credibility = credibility;
    if (!place.isEmpty())
        incident.where = Where{.place = place, .province = {}, .country = {}, .geometry = pointGeometry({46, 39.5})};
    if (day > 0) {
        const UtcMinute begin = std::chrono::sys_days(std::chrono::year(2022) / 9 / day);
        incident.when = When{{begin, begin + std::chrono::days(1), TimePrecision::Day}, {}, {}};
    }
    return incident;
}

// In the order of time, undated last.
std::vector<Edit> fewIncidents()
{
    return {incidentOf(u"Raid 10"_s, u"Sotk"_s, Kind::Battles, 1, Status::Disputed, 2),
            incidentOf(u"ambush"_s, {}, Kind::Riots, 2, Status::Reported, 0),
            incidentOf(u"Raid 9"_s, u"Goris"_s, Kind::Battles, 3, Status::Refuted, 1),
            incidentOf(u"Talks"_s, u"Jermuk"_s, Kind::StrategicDevelopments, 0, Status::Corroborated, 0)};
}

std::vector<Edit> manyIncidents(int count)
{
    std::vector<Edit> edits;
    for (int i = 1; i <= count; ++i)
        edits.emplace_back(incidentOf(u"Incident %1"_s.arg(i), u"Goris"_s, Kind::Battles, 1 + i % 28));
    return edits;
}

} // namespace

class TestIncidentList : public WindowTest
{
    Q_OBJECT

    void open(const std::vector<Edit> &edits)
    {
        {
            const Result<std::unique_ptr<Case>> made = createCase(m_folder->filePath(u"case.gpkg"_s), u"Case"_s);
            QVERIFY(made && (*made)->apply({u"Fill"_s, edits}));
        }
        m_session = std::make_unique<Session>();
        m_session->look()->setAppearance(Look::Light);
        m_session->beginOpening(m_folder->filePath(u"case.gpkg"_s));
        m_session->finishOpening();
    }
    void openInWindow(const std::vector<Edit> &edits)
    {
        open(edits);
        m_open = std::make_unique<OpenWindow>(*m_session);
        QTRY_VERIFY(m_open->named(u"incidentList"_s));
    }
    QStringList listed(int role = IncidentListModel::TitleRole) const
    {
        QStringList texts;
        for (int row = 0; row < m_session->incidents()->rowCount(); ++row)
            texts.append(m_session->incidents()->index(row).data(role).toString());
        return texts;
    }
    qint64 idOf(int row) const { return m_session->incidents()->idAt(row); }
    ChosenIncidents *chosen() const { return m_session->chosen(); }
    QStringList chosenTitles() const
    {
        QStringList titles;
        for (int row = 0; row < m_session->incidents()->rowCount(); ++row) {
            if (chosen()->has(idOf(row)))
                titles.append(m_session->incidents()->index(row).data(IncidentListModel::TitleRole).toString());
        }
        return titles;
    }
    std::vector<Incident> stored() const { return m_session->store()->current()->incidents().value(); }
    qsizetype countStored(const std::function<bool(const Incident &)> &fits) const
    {
        return std::ranges::count_if(stored(), fits);
    }
    std::size_t steps() const { return m_session->store()->current()->history(0).value().size(); }

    void click(const QString &name, Qt::KeyboardModifiers keys = {})
    {
        QQuickItem *item = m_open->named(name);
        QVERIFY2(item, qPrintable(name));
        QTest::mouseClick(m_open->window(), Qt::LeftButton, keys,
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers keys = {}) { QTest::keyClick(m_open->window(), key, keys); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void sortsByEachChoiceBothWays_data()
    {
        QTest::addColumn<SortBy>("by");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("titles");
        QTest::addColumn<QString>("firstHeading");
        QTest::addColumn<QString>("turned");
        QTest::addColumn<QStringList>("turnedTitles");
        const QString r9 = u"Raid 9"_s;
        const QString r10 = u"Raid 10"_s;
        const QString ambush = u"ambush"_s;
        const QString talks = u"Talks"_s;
        QTest::newRow("title") << SortBy::Title << u"Title: A to Z"_s << QStringList{ambush, r9, r10, talks}
                               << QString() << u"Title: Z to A"_s << QStringList{talks, r10, r9, ambush};
        QTest::newRow("kind") << SortBy::Kind << u"Kind: in the usual order"_s << QStringList{r10, r9, ambush, talks}
                              << u"Battles"_s << u"Kind: last kinds first"_s << QStringList{talks, ambush, r10, r9};
        QTest::newRow("place, none last") << SortBy::Place << u"Place: A to Z"_s << QStringList{r9, talks, r10, ambush}
                                          << QString() << u"Place: Z to A"_s << QStringList{r10, talks, r9, ambush};
        QTest::newRow("status") << SortBy::Status << u"Status: reported first"_s << QStringList{ambush, talks, r10, r9}
                                << u"Reported"_s << u"Status: refuted first"_s << QStringList{r9, r10, talks, ambush};
        QTest::newRow("credibility") << SortBy::Credibility << u"Credibility: most credible first"_s
                                     << QStringList{r9, r10, ambush, talks} << u"1 · Confirmed by other sources"_s
                                     << u"Credibility: least credible first"_s << QStringList{r10, r9, ambush, talks};
    }
    void sortsByEachChoiceBothWays()
    {
        QFETCH(SortBy, by);
        QFETCH(QString, text);
        QFETCH(QStringList, titles);
        QFETCH(QString, firstHeading);
        QFETCH(QString, turned);
        QFETCH(QStringList, turnedTitles);
        open(fewIncidents());
        const QAbstractItemModelTester tester(m_session->incidents(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        ListSorting *sorting = m_session->sorting();
        QCOMPARE(sorting->text(), u"Time: oldest first");
        sorting->choose(static_cast<int>(by));
        QCOMPARE(sorting->text(), text);
        QTRY_COMPARE(listed(), titles);
        QCOMPARE(listed(IncidentListModel::HeadingRole).constFirst(), firstHeading);
        sorting->choose(static_cast<int>(by));
        QCOMPARE(sorting->text(), turned);
        QCOMPARE(listed(), turnedTitles);
        sorting->choose(sortByCount); // The last choice turns, too.
        QCOMPARE(listed(), titles);
    }

    void theListStaysAsItIsUntilTheTextsAreSorted()
    {
        open(fewIncidents());
        const QStringList byTime = listed();
        m_session->sorting()->choose(static_cast<int>(SortBy::Title));
        QVERIFY(m_session->sorting()->isBusy());
        QCOMPARE(listed(), byTime);
        m_session->sorting()->choose(static_cast<int>(SortBy::Title)); // Turned before it was there.
        QTRY_VERIFY(!m_session->sorting()->isBusy());
        QCOMPARE(listed(), (QStringList{u"Talks"_s, u"Raid 10"_s, u"Raid 9"_s, u"ambush"_s}));
        // What is wanted last counts.
        m_session->sorting()->choose(static_cast<int>(SortBy::Place));
        m_session->sorting()->choose(static_cast<int>(SortBy::Time));
        QVERIFY(!m_session->sorting()->isBusy());
        QTest::qWait(50);
        QCOMPARE(listed(), byTime);
    }

    void theOrderHoldsAfterEditsAndFilters()
    {
        open(fewIncidents());
        m_session->sorting()->choose(static_cast<int>(SortBy::Title));
        QTRY_COMPARE(listed().constFirst(), u"ambush");
        Incident talks = *m_session->store()->current()->incident(IncidentId{4});
        talks.title = u"Agreement"_s;
        QVERIFY(m_session->store()->apply({u"Rename"_s, {talks, incidentOf(u"Bombing"_s, {}, Kind::Explosions, 5)}}));
        QTRY_COMPARE(listed(), (QStringList{u"Agreement"_s, u"ambush"_s, u"Bombing"_s, u"Raid 9"_s, u"Raid 10"_s}));
        IncidentFilter filter;
        filter.kinds.reset(static_cast<std::size_t>(Kind::Riots));
        m_session->incidents()->setFilter(filter);
        QCOMPARE(listed(), (QStringList{u"Agreement"_s, u"Bombing"_s, u"Raid 9"_s, u"Raid 10"_s}));
        m_session->undo();
        QTRY_COMPARE(listed(), (QStringList{u"Raid 9"_s, u"Raid 10"_s, u"Talks"_s}));
        QCOMPARE(m_session->incidents()->rowOf(3), 0);
    }

    void theSelectedIncidentStaysInView()
    {
        openInWindow(manyIncidents(300));
        m_session->selection()->selectIncident(idOf(200));
        m_session->sorting()->choose(static_cast<int>(SortBy::Title));
        QTRY_COMPARE(listed().at(41), u"Incident 42");
        m_session->sorting()->choose(static_cast<int>(SortBy::Title));
        QQuickItem *list = m_open->named(u"incidentList"_s);
        const auto isInView = [this, list] {
            QQuickItem *row = m_open->named(u"incident"_s + m_session->details()->title());
            const double y = row ? row->mapToItem(list, {0, 0}).y() : -1;
            return row && y >= 0 && y + row->height() <= list->height();
        };
        QTRY_VERIFY(isInView());
        QCOMPARE(list->property("currentIndex").toInt(),
                 m_session->incidents()->rowOf(m_session->selection()->incidentNumber()));
    }

    void rangesAndSingleOnesAreSelectedTogether()
    {
        open(manyIncidents(9));
        chosen()->selectOnly(idOf(2));
        QVERIFY(!chosen()->isActive());
        chosen()->extendTo(idOf(4));
        QCOMPARE(chosen()->ids().size(), 3U);
        QCOMPARE(chosen()->countText(), u"3 incidents selected");
        chosen()->extendTo(idOf(1)); // To the other side of where it began.
        QCOMPARE(chosenTitles(), listed().sliced(1, 2));
        chosen()->toggle(idOf(7));
        chosen()->toggle(idOf(1));
        QVERIFY(!chosen()->has(idOf(1)));
        QVERIFY(chosen()->has(idOf(2)) && chosen()->has(idOf(7)));
        chosen()->toggle(idOf(7)); // The one that is left is the one that is shown.
        QVERIFY(!chosen()->isActive());
        QCOMPARE(m_session->selection()->incidentNumber(), idOf(2));
        chosen()->selectAll();
        QCOMPARE(chosen()->ids().size(), 9U);
        m_session->selection()->selectIncident(idOf(3)); // On the map, for one.
        QVERIFY(!chosen()->isActive());
    }

    void whatTheFilterHidesIsNotEdited()
    {
        open(fewIncidents());
        chosen()->selectAll();
        IncidentFilter filter;
        filter.kinds.reset(static_cast<std::size_t>(Kind::Battles));
        m_session->incidents()->setFilter(filter);
        QCOMPARE(chosen()->countText(), u"2 incidents selected");
        m_session->chosenEdits()->addTag(u" seen "_s);
        QTRY_COMPARE(countStored([](const Incident &one) { return one.tags == QStringList{u"seen"_s}; }), 2);
        QCOMPARE(m_session->undoText(), u"Tag 2 incidents with “seen”");
        m_session->incidents()->showEverything();
        QCOMPARE(chosen()->countText(), u"4 incidents selected");
    }

    void manyAreEditedInOneStep_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("few") << 4;
        QTest::newRow("so many that the window reads them all anew") << 500;
    }
    void manyAreEditedInOneStep()
    {
        QFETCH(int, count);
        open(manyIncidents(count));
        const QString words = u"%1 incidents"_s.arg(count);
        const std::size_t before = steps();
        const auto all = [count, this](const std::function<bool(const Incident &)> &fits) {
            return countStored(fits) == count;
        };
        chosen()->selectAll();
        QCOMPARE(chosen()->status(), static_cast<int>(Status::Reported));
        m_session->chosenEdits()->setStatus(static_cast<int>(Status::Disputed));
        QTRY_VERIFY(all([](const Incident &one) { return one.status == Status::Disputed; }));
        QTRY_COMPARE(m_session->undoText(), u"Set the status of %1 to “Disputed”"_s.arg(words));
        QTRY_COMPARE(chosen()->status(), static_cast<int>(Status::Disputed));
        QCOMPARE(steps(), before + 1);
        m_session->chosenEdits()->setKind(static_cast<int>(Kind::Riots));
        m_session->chosenEdits()->setCredibility(2);
        QTRY_COMPARE(m_session->undoText(), u"Grade %1: 2 · Probably true"_s.arg(words));
        QVERIFY(all([](const Incident &one) { return one.kind == Kind::Riots && one.credibility == 2; }));
        QTRY_COMPARE(chosen()->kind(), static_cast<int>(Kind::Riots));
        m_session->undo();
        QTRY_COMPARE(m_session->undoText(), u"Set the kind of %1 to “Riots”"_s.arg(words));
        m_session->undo();
        QTRY_COMPARE(m_session->undoText(), u"Set the status of %1 to “Disputed”"_s.arg(words));
        m_session->undo();
        QTRY_VERIFY(all([](const Incident &one) {
            return one.status == Status::Reported && one.kind == Kind::Battles && one.credibility == 0;
        }));
        QTRY_COMPARE(chosen()->status(), static_cast<int>(Status::Reported));
        m_session->redo();
        QTRY_VERIFY(all([](const Incident &one) { return one.status == Status::Disputed; }));
    }

    void onlyThoseThatDifferAreWritten()
    {
        open(fewIncidents());
        chosen()->selectAll();
        QCOMPARE(chosen()->kind(), -1);
        m_session->chosenEdits()->setKind(static_cast<int>(Kind::Battles));
        QTRY_COMPARE(m_session->undoText(), u"Set the kind of 2 incidents to “Battles”");
        const std::size_t before = steps();
        m_session->chosenEdits()->setKind(static_cast<int>(Kind::Battles));
        QTRY_VERIFY(!m_session->chosenEdits()->isBusy());
        QCOMPARE(steps(), before);
    }

    void removingAllIsOneStepThatUndoTakesBack()
    {
        open(manyIncidents(150));
        chosen()->selectAll();
        m_session->chosenEdits()->removeAll();
        QTRY_COMPARE(m_session->incidents()->total(), 0);
        QVERIFY(!chosen()->isActive());
        QCOMPARE(m_session->undoText(), u"Remove 150 incidents");
        m_session->undo();
        QTRY_COMPARE(m_session->incidents()->total(), 150);
    }

    void clicksAndKeysSelectSeveral()
    {
        openInWindow(manyIncidents(40));
        const auto rowNamed = [this](int row) { return u"incident"_s + listed().at(row); };
        QTRY_VERIFY(m_open->named(rowNamed(2)));
        click(rowNamed(0));
        QTRY_COMPARE(m_session->selection()->incidentNumber(), idOf(0));
        QVERIFY(!m_open->named(u"chosenPane"_s));
        click(rowNamed(2), Qt::ControlModifier);
        QTRY_COMPARE(chosenTitles(), (QStringList{listed().at(0), listed().at(2)}));
        QTRY_VERIFY(m_open->named(u"chosenPane"_s));
        QCOMPARE(m_open->named(u"chosenCount"_s)->property("text").toString(), u"2 incidents selected");
        click(rowNamed(0));
        QTRY_VERIFY(!chosen()->isActive());
        click(rowNamed(3), Qt::ShiftModifier);
        QTRY_COMPARE(chosenTitles(), listed().first(4));
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Up, Qt::ShiftModifier);
        QTRY_COMPARE(chosenTitles(), listed().first(5));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Space, Qt::ControlModifier);
        QTRY_COMPARE(chosenTitles(), listed().first(5) + QStringList{listed().at(6)});
        press(Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(chosen()->ids().size(), 40U);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!chosen()->isActive());
        QCOMPARE(m_session->selection()->incidentNumber(), idOf(6));
        press(Qt::Key_End);
        QTRY_COMPARE(m_session->selection()->incidentNumber(), idOf(39));
        press(Qt::Key_Home, Qt::ShiftModifier);
        QTRY_COMPARE(chosen()->ids().size(), 40U);
    }

    void theSortMenuAndThePaneWorkByMouse()
    {
        openInWindow(fewIncidents());
        QTRY_VERIFY(m_open->named(u"sortBy"_s));
        click(u"sortBy"_s);
        QTest::keyClick(m_open->window(), Qt::Key_Down);
        QTest::keyClick(m_open->window(), Qt::Key_Down);
        QTest::keyClick(m_open->window(), Qt::Key_Return);
        QTRY_COMPARE(listed(), (QStringList{u"ambush"_s, u"Raid 9"_s, u"Raid 10"_s, u"Talks"_s}));
        chosen()->selectAll();
        QTRY_VERIFY(m_open->named(u"chosenTag"_s));
        click(u"chosenTag"_s);
        for (const char letter : {'b', 'o', 'r', 'd', 'e', 'r'})
            QTest::keyClick(m_open->window(), letter);
        click(u"addChosenTag"_s);
        QTRY_COMPARE(m_session->undoText(), u"Tag 4 incidents with “border”");
        click(u"backToOne"_s);
        QTRY_VERIFY(!chosen()->isActive());
    }

private:
};

QTEST_MAIN(TestIncidentList)
#include "tst_incidentlist.moc"
