#include "casefile/case.h"
#include "casefile/verify.h"
#include "tables/release.h"
#include "tabletests.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

namespace
{

constexpr auto header =
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,region,country,"
    "admin1,location,latitude,longitude,geo_precision,source,notes,fatalities,tags,timestamp\n";

/// A row of an own file in ACLED's columns.
struct Row
{
    QByteArray id;
    QByteArray day = "2022-09-13";
    QByteArray precision = "1";
    QByteArray kind = "Battles";
    QByteArray subKind = "Armed clash";
    QByteArray actor = "Side A";
    QByteArray region = "Hills";
    QByteArray country = "Armenia";
    QByteArray place = "Jermuk";
    QByteArray latitude = "39.84";
    QByteArray longitude = "45.67";
    QByteArray placePrecision = "1";
    QByteArray source = "First Agency; Second Paper";
    QByteArray words = "Shots were heard all night.";
    QByteArray killed = "3";
    QByteArray tags = "";
    QByteArray timestamp = "1663600000";
};

QByteArray lineOf(const Row &row)
{
    return QByteArrayList{row.id,    row.day,      row.precision, row.kind,           row.subKind,
                          row.actor, "Side B",     row.region,    row.country,        "Vayots Dzor",
                          row.place, row.latitude, row.longitude, row.placePrecision, row.source,
                          row.words, row.killed,   row.tags,      row.timestamp}
               .join(',')
        + '\n';
}

QString wordsOf(const ReleaseComparison &comparison, const char *id)
{
    for (const ReleaseRow &row : comparison.rows) {
        if (row.id == id)
            return QString::fromUtf8(row.words);
    }
    return {};
}

std::optional<std::size_t> rowOf(const ReleaseComparison &comparison, const char *id)
{
    const auto found = std::ranges::find(comparison.rows, id, &ReleaseRow::id);
    return found == comparison.rows.end() ? std::nullopt
                                          : std::optional(static_cast<std::size_t>(found - comparison.rows.begin()));
}

} // namespace

class TestRelease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = *createCase(path("case.gpkg"), QStringLiteral("Case"));
    }

    void tellsNothingOfRowsThatSayTheSame()
    {
        bringIn({{.id = "ARM1"}, {.id = "ARM2", .tags = "crowd; women"}});
        const ReleaseComparison found =
            compared({{.id = "ARM1", .source = "Second Paper; First Agency", .timestamp = "1700000000"},
                      {.id = "ARM2", .tags = "crowd; women"}});
        QVERIFY(found.rows.empty());
        QCOMPARE(found.sets.front().same, qint64{2});
    }

    void tellsEveryKindOfDifference()
    {
        bringIn({{.id = "ARM2"},
                 {.id = "ARM3"},
                 {.id = "ARM4"},
                 {.id = "ARM5"},
                 {.id = "ARM6"},
                 {.id = "ARM7"},
                 {.id = "ARM8"}});
        const ReleaseComparison found = compared(
            {{.id = "ARM2", .place = "Kechut", .latitude = "39.81", .longitude = "45.66", .placePrecision = "2"},
             {.id = "ARM3", .day = "2022-09-14", .precision = "2"},
             {.id = "ARM4", .killed = "5"},
             {.id = "ARM5", .words = "Shots were heard until noon."},
             {.id = "ARM6", .kind = "Explosions/Remote violence", .subKind = "Grenade", .actor = "Side C"},
             {.id = "ARM7", .region = "Valleys"},
             {.id = "ARM11"}});
        QCOMPARE(wordsOf(found, "ARM2"),
                 QStringLiteral("moved 3.4 km · Jermuk → Kechut · near a named place → within a district"));
        QCOMPARE(wordsOf(found, "ARM3"), QStringLiteral("dated 13 Sep 2022 → 11–17 Sep 2022"));
        QCOMPARE(wordsOf(found, "ARM4"), QStringLiteral("3 killed → 5 killed"));
        QCOMPARE(wordsOf(found, "ARM5"), QStringLiteral("new words of First Agency, Second Paper"));
        QCOMPARE(wordsOf(found, "ARM6"), QStringLiteral("Armed clash → Grenade · now between Side C, Side B"));
        QCOMPARE(wordsOf(found, "ARM7"), QStringLiteral("other region"));
        QCOMPARE(wordsOf(found, "ARM8"), QStringLiteral("no longer there · Armed clash, Jermuk"));
        QCOMPARE(wordsOf(found, "ARM11"), QStringLiteral("added · Armed clash, Jermuk · 13 Sep 2022"));
        QCOMPARE(found.counts, (std::array<qint64, releaseGroupCount>{1, 1, 1, 1, 1, 1, 1, 0, 1}));
        const ReleaseRow &moved = found.rows[*rowOf(found, "ARM2")];
        QCOMPARE(moved.before, (LonLat{45.67, 39.84}));
        QCOMPARE(moved.after, (LonLat{45.66, 39.81}));
        QVERIFY(moved.metres > 3400 && moved.metres < 3460);
        QCOMPARE(found.after.size(), found.rows.size());
        QCOMPARE(found.sets.front().same, qint64{0});
    }

    void doesNotCallMissingWhatTheFileDoesNotCover()
    {
        bringIn({{.id = "ARM1"},
                 {.id = "ARM2", .day = "2022-09-20"},
                 {.id = "ARM3", .day = "2022-12-01"},
                 {.id = "GEO4", .country = "Georgia"},
                 {.id = "ARM5", .kind = "Protests", .subKind = "Peaceful protest"},
                 {.id = "ARM6", .day = "2022-09-15"}});
        const ReleaseComparison found = compared({{.id = "ARM1"}, {.id = "ARM2", .day = "2022-09-20"}});
        QCOMPARE(found.rows.size(), 1U);
        QCOMPARE(found.rows.front().id, std::string("ARM6"));
        QVERIFY(found.rows.front().has(ReleaseGroup::Removed));
        QCOMPARE(found.sets.front().outside, qint64{3});
        QCOMPARE(found.sets.front().countries, std::set<std::string>{"AM"});
    }

    void callsALossThatWasNoneReCountedAlone()
    {
        bringIn({{.id = "ARM1", .killed = "0"}});
        const ReleaseComparison found = compared({{.id = "ARM1", .killed = "2"}});
        QCOMPARE(wordsOf(found, "ARM1"), QStringLiteral("none → 2 killed"));
        QCOMPARE(found.count(ReleaseGroup::Other), qint64{0});
        accepted(found, ReleaseTicks::usual());
        QVERIFY(compared({{.id = "ARM1", .killed = "2"}}).rows.empty());
    }

    void tellsNothingOfRowsWithoutAnId()
    {
        bringIn({{.id = "ARM1"}});
        const ReleaseComparison found = compared({{.id = "ARM1"}, {.id = ""}, {.id = ""}});
        QVERIFY(found.rows.empty());
        QCOMPARE(found.sets.front().failed, qint64{2});
    }

    void keepsAnIncidentWhoseRowCannotBeRead()
    {
        bringIn({{.id = "ARM1"}, {.id = "ARM2"}});
        const ReleaseComparison found = compared({{.id = "ARM1"}, {.id = "ARM2", .day = "some day"}});
        QVERIFY(found.rows.empty());
        QCOMPARE(found.sets.front().failed, qint64{1});
    }

    void takesWhatIsTickedAsOneStep()
    {
        bringIn({{.id = "ARM1"}, {.id = "ARM2"}, {.id = "ARM3"}, {.id = "ARM8"}});
        const std::vector<Incident> before = *m_case->incidents();
        const std::vector<Row> newer{{.id = "ARM1", .place = "Kechut", .latitude = "39.81", .longitude = "45.66"},
                                     {.id = "ARM2", .killed = "5"},
                                     {.id = "ARM3", .words = "Shots were heard until noon."},
                                     {.id = "ARM11"}};
        const Loaded loaded = accepted(compared(newer), ReleaseTicks::usual());
        QCOMPARE(loaded.accepted, qsizetype{1});
        QCOMPARE(loaded.updated, qsizetype{3});
        QCOMPARE(loaded.removed, qsizetype{0});
        QCOMPARE(loaded.changed.incidents.size(), 3U);
        QCOMPARE(incident("ARM1").where->place, QStringLiteral("Kechut"));
        QCOMPARE(incident("ARM1").title, QStringLiteral("Armed clash, Kechut"));
        QCOMPARE(incident("ARM2").losses.front().low, qint64{5});
        QVERIFY(incident("ARM8").id != IncidentId{});
        QVERIFY(m_case->info().notes.contains(QStringLiteral(", brought up to date on ")));
        // Words that were quoted stand, and the new ones beside them.
        const std::vector<Evidence> evidence = *m_case->evidence(incident("ARM3").id);
        QCOMPARE(evidence.size(), 4U);
        for (const Evidence &one : evidence)
            QVERIFY(one.matches);
        QVERIFY(compared(newer).rows.size() == 1); // What is missing there.
        verify();
        QCOMPARE(*m_case->undoLabel(), QStringLiteral("Update from “newer.csv”"));
        QVERIFY(m_case->undo());
        QCOMPARE(*m_case->incidents(), before);
        QCOMPARE(m_case->evidence(incident("ARM3").id)->size(), 2U);
        QCOMPARE(compared(newer).rows.size(), 5U);
        QVERIFY(m_case->redo());
        QCOMPARE(compared(newer).rows.size(), 1U);
        verify();
    }

    void takesOnlyTheGroupsThatAreTicked()
    {
        bringIn({{.id = "ARM1"}, {.id = "ARM8"}});
        const ReleaseComparison found =
            compared({{.id = "ARM1", .place = "Kechut", .latitude = "39.81", .killed = "9"}, {.id = "ARM2"}});
        ReleaseTicks ticks;
        ticks.groups.set(static_cast<std::size_t>(ReleaseGroup::Recounted));
        ticks.groups.set(static_cast<std::size_t>(ReleaseGroup::Removed));
        const Loaded loaded = accepted(found, ticks);
        QCOMPARE(loaded.accepted, qsizetype{0});
        QCOMPARE(loaded.removed, qsizetype{1});
        QCOMPARE(m_case->incidents()->size(), 1U);
        QCOMPARE(incident("ARM1").losses.front().low, qint64{9});
        QCOMPARE(incident("ARM1").where->place, QStringLiteral("Jermuk"));
        QCOMPARE(incident("ARM1").title, QStringLiteral("Armed clash, Jermuk"));
        verify();
        QVERIFY(m_case->undo());
        QCOMPARE(m_case->incidents()->size(), 2U);
    }

    void keepsWhatPeopleHaveChanged()
    {
        bringIn({{.id = "ARM1"}, {.id = "ARM2"}, {.id = "ARM3"}, {.id = "ARM4", .tags = "crowd"}});
        change("ARM1", [](Incident &one) { one.losses.front().low = one.losses.front().high = 4; });
        change("ARM2", [](Incident &one) {
            one.notes = QStringLiteral("Seen by us");
            one.title = QStringLiteral("Ours");
            one.status = Status::Corroborated;
        });
        change("ARM3", [](Incident &one) { one.where->place = QStringLiteral("Gndevaz"); });
        change("ARM4", [](Incident &one) { one.tags.append(QStringLiteral("our own")); });
        const std::vector<Row> newer{{.id = "ARM1", .killed = "5"},
                                     {.id = "ARM2", .place = "Kechut", .latitude = "39.81"},
                                     {.id = "ARM3"},
                                     {.id = "ARM4", .tags = "women"}};
        const ReleaseComparison found = compared(newer);
        QCOMPARE(found.rows.size(), 3U);
        QVERIFY(found.rows[*rowOf(found, "ARM1")].has(ReleaseGroup::Both));
        QCOMPARE(wordsOf(found, "ARM1"), QStringLiteral("4 killed → 5 killed · changed here too"));
        QCOMPARE(found.count(ReleaseGroup::Both), qint64{1});
        QCOMPARE(found.count(ReleaseGroup::Recounted), qint64{0});
        accepted(found, ReleaseTicks::usual());
        QCOMPARE(incident("ARM1").losses.front().low, qint64{4});
        QCOMPARE(incident("ARM2").title, QStringLiteral("Ours"));
        QCOMPARE(incident("ARM2").notes, QStringLiteral("Seen by us"));
        QCOMPARE(incident("ARM2").status, Status::Corroborated);
        QCOMPARE(incident("ARM2").where->place, QStringLiteral("Kechut"));
        QCOMPARE(incident("ARM4").tags, (QStringList{QStringLiteral("our own"), QStringLiteral("women")}));
        // It is asked again until it is decided.
        const ReleaseComparison again = compared(newer);
        QCOMPARE(again.rows.size(), 1U);
        ReleaseTicks theirs = ReleaseTicks::usual();
        theirs.theirs.emplace(0, true);
        accepted(again, theirs);
        QCOMPARE(incident("ARM1").losses.front().low, qint64{5});
        QVERIFY(compared(newer).rows.empty());
    }

    void knowsWhatADataSetSaidLast()
    {
        bringIn({{.id = "ARM1"}});
        accepted(compared({{.id = "ARM1", .killed = "5"}}), ReleaseTicks::usual());
        change("ARM1", [](Incident &one) { one.losses.front().low = one.losses.front().high = 6; });
        QVERIFY(compared({{.id = "ARM1", .killed = "5"}}).rows.empty());
        const ReleaseComparison found = compared({{.id = "ARM1", .killed = "7"}});
        QVERIFY(found.rows.front().has(ReleaseGroup::Both));
        // An update that was taken back is none.
        QVERIFY(m_case->undo() && m_case->undo());
        QVERIFY(!compared({{.id = "ARM1", .killed = "7"}}).rows.front().has(ReleaseGroup::Both));
    }

    void asksBeforeItBringsBackWhatPeopleHaveRemoved()
    {
        bringIn({{.id = "ARM1"}, {.id = "ARM2"}});
        QVERIFY(m_case->apply({QStringLiteral("Remove"), {RemoveIncident{incident("ARM1").id}}}));
        const ReleaseComparison found = compared({{.id = "ARM1"}, {.id = "ARM2"}});
        QCOMPARE(found.rows.size(), 1U);
        QVERIFY(found.rows.front().has(ReleaseGroup::Both));
        QVERIFY(!ReleaseTicks::usual().takes(found, 0));
        QVERIFY(m_case->undo() && m_case->undo());
        bringIn({{.id = "ARM2"}});
        QVERIFY(compared({{.id = "ARM1"}, {.id = "ARM2"}}).rows.front().has(ReleaseGroup::Added));
    }

    void doesNotBringBackWordsThatPeopleHaveTakenAway()
    {
        bringIn({{.id = "ARM1"}});
        const std::vector<Evidence> evidence = *m_case->evidence(incident("ARM1").id);
        QVERIFY(m_case->apply({QStringLiteral("Remove"), {RemoveClaim{evidence.front().claim.id}}}));
        QVERIFY(compared({{.id = "ARM1"}}).rows.empty());
    }

    void refusesWhatChangedSinceItWasCompared()
    {
        bringIn({{.id = "ARM1"}});
        const ReleaseComparison found = compared({{.id = "ARM1", .killed = "5"}});
        change("ARM1", [](Incident &one) { one.notes = QStringLiteral("Seen"); });
        const Result<Loaded> late = acceptRelease(*m_case, found, ReleaseTicks::usual());
        QVERIFY(!late && late.error().kind == Error::Kind::Conflict);
        const ReleaseComparison again = compared({{.id = "ARM1", .killed = "5"}});
        write({{.id = "ARM1", .killed = "50"}}, "newer.csv");
        const Result<Loaded> other = acceptRelease(*m_case, again, ReleaseTicks::usual());
        QVERIFY(!other && other.error().kind == Error::Kind::Conflict);
    }

    void refusesWhatHasNothingToBeComparedWith()
    {
        write({{.id = "ARM1"}}, "newer.csv");
        const Result<ReleaseComparison> found = compareRelease(*m_case, path("newer.csv"));
        QVERIFY(!found && found.error().kind == Error::Kind::NotFound);
        QCOMPARE(found.error().message,
                 QStringLiteral("The case has no incidents of ACLED to compare “newer.csv” with: import it as it is"));
    }

    void comparesMoreRowsThanAreReadAtOnce()
    {
        std::vector<Row> many;
        for (int i = 0; i < 5000; ++i)
            many.push_back({.id = "ARM" + QByteArray::number(i)});
        bringIn(many);
        for (Row &row : many)
            row.killed = "4";
        many.pop_back();
        many.push_back({.id = "ARM9999"});
        const ReleaseComparison found = compared(many);
        QCOMPARE(found.count(ReleaseGroup::Recounted), qint64{4999});
        QCOMPARE(found.count(ReleaseGroup::Added), qint64{1});
        QCOMPARE(found.count(ReleaseGroup::Removed), qint64{1});
        QCOMPARE(found.rows.front().id, std::string("ARM0"));
        ReleaseTicks all = ReleaseTicks::usual();
        all.groups.set();
        const Loaded loaded = accepted(found, all);
        QCOMPARE(loaded.updated, qsizetype{4999});
        QVERIFY(compared(many).rows.empty());
        verify();
    }

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    void write(const std::vector<Row> &rows, const char *name) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(header);
        for (const Row &row : rows)
            file.write(lineOf(row));
    }
    void bringIn(const std::vector<Row> &rows)
    {
        write(rows, "older.csv");
        const Result<FileImport> done = importTables(*m_case, path("older.csv"), {});
        QVERIFY(done);
        QCOMPARE(done->tables.front().loaded.accepted, std::ssize(rows));
    }
    ReleaseComparison compared(const std::vector<Row> &rows) const
    {
        write(rows, "newer.csv");
        Result<ReleaseComparison> found = compareRelease(*m_case, path("newer.csv"));
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return std::move(*found);
    }
    Loaded accepted(const ReleaseComparison &comparison, const ReleaseTicks &ticks)
    {
        Result<Loaded> loaded = acceptRelease(*m_case, comparison, ticks);
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message));
        return std::move(*loaded);
    }
    [[nodiscard]] Incident incident(const char *id) const
    {
        const std::vector<Incident> all = *m_case->incidents();
        const auto found = std::ranges::find(all, QString::fromLatin1(id), &Incident::dataSetId);
        return found == all.end() ? Incident() : *found;
    }
    template<typename Edit>
    void change(const char *id, const Edit &edit)
    {
        Incident one = incident(id);
        edit(one);
        QVERIFY(m_case->apply({QStringLiteral("Change"), {one}}));
    }
    void verify()
    {
        m_case.reset();
        const Result<Verification> checked = verifyCase(path("case.gpkg"));
        QVERIFY(checked);
        QVERIFY2(checked->holds(), checked->findings.empty() ? "" : qPrintable(checked->findings.front().words));
        m_case = *openCase(path("case.gpkg"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Case> m_case;
};

QTEST_GUILESS_MAIN(TestRelease)

#include "tst_release.moc"
