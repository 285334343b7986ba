#include "mergefixture.h"
#include "rowsource.h"

#include "casefile/mergewords.h"

#include <QFile>

using namespace dateline;

class TestMergeCopies : public QObject, private MergeFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        QStringList found;
        for (const char *name : {"base", "anna", "boris", "clara"}) {
            if (QFile::exists(pathOf(name)))
                found += findings(name);
        }
        end();
        QCOMPARE(found, QStringList());
    }

    void mergesCasesThatNeverWereOne()
    {
        make("anna");
        apply("anna", {documentOf("Anna’s text."), sampleIncident()});
        const MergePlan plan = merge("anna", "base");
        QVERIFY(!plan.related);
        QVERIFY(plan.conflicts.empty());
        QCOMPARE(open("anna").info().title, QStringLiteral("anna"));
        QCOMPARE(open("anna").documents().value().size(), std::size_t{2});
        QCOMPARE(open("anna").incidents().value().size(), std::size_t{2}); // One is in both, word for word.
        QVERIFY(merge("anna", "base").bringsNothing());
    }

    void takesAMergeBackAndDoesItAgain()
    {
        copy("base", {"anna", "boris"});
        retitle("boris", m_one, "Boris’s title");
        apply("boris", {documentOf("A new text."), sampleIncident()});
        const QStringList before = content("anna");
        merge("anna", "boris");
        const QStringList after = content("anna");
        QVERIFY(open("anna").undo().has_value());
        QCOMPARE(content("anna"), before);
        QCOMPARE(findings("anna"), QStringList());
        QVERIFY(open("anna").redo().has_value());
        QCOMPARE(content("anna"), after);
        QVERIFY(merge("anna", "boris").bringsNothing());
    }

    void bringsAgainWhatWasTakenBack()
    {
        copy("base", {"anna", "boris"});
        retitle("boris", m_one, "Boris’s title");
        apply("boris", {documentOf("A new text."), sampleIncident()});
        merge("anna", "boris");
        const QStringList after = content("anna");
        QVERIFY(open("anna").undo().has_value());
        QVERIFY(merge("boris", "anna").conflicts.empty());
        QCOMPARE(content("boris"), after); // Nothing that Boris did is lost to him.
        const MergePlan again = merge("anna", "boris");
        QVERIFY(again.conflicts.empty());
        QVERIFY(!again.bringsNothing());
        QCOMPARE(content("anna"), after);
        QVERIFY(merge("anna", "boris").bringsNothing());
    }

    void keepsWhatUndoDoesInOneCopyApartFromTheOther()
    {
        copy("base", {"anna", "boris"});
        retitle("boris", m_one, "Boris’s title");
        QVERIFY(open("boris").undo().has_value());
        retitle("anna", m_one, "Anna’s title");
        QVERIFY(merge("anna", "boris").conflicts.empty());
        QCOMPARE(incident("anna", m_one).title, QStringLiteral("Anna’s title"));
    }

    void endsTheSameInWhateverOrderThreeCopiesMerge_data()
    {
        QTest::addColumn<QByteArrayList>("merges"); // “ab”: boris is merged into anna.
        QTest::newRow("a chain") << QByteArrayList{"ab", "ac", "ba", "ca"};
        QTest::newRow("the other way") << QByteArrayList{"bc", "ab", "ca", "ba"};
        QTest::newRow("a ring") << QByteArrayList{"ab", "bc", "ca", "ab", "bc", "ca", "ab"};
        QTest::newRow("criss-cross") << QByteArrayList{"ab", "ba", "ca", "cb", "ac", "bc"};
        QTest::newRow("more than needed") << QByteArrayList{"ab", "cb", "ac", "ca", "ba", "bc", "ab"};
    }
    void endsTheSameInWhateverOrderThreeCopiesMerge()
    {
        QFETCH(QByteArrayList, merges);
        copy("base", {"anna", "boris", "clara"});
        const std::map<char, const char *> names{{'a', "anna"}, {'b', "boris"}, {'c', "clara"}};
        retitle("anna", m_one, "Anna’s title");
        annotate("boris", m_one, "Boris’s notes");
        apply("clara", {RemoveIncident{m_two}});
        for (const auto &[letter, name] : names) {
            Document document = documentOf("A text that all have read. It has words.");
            Quote quote = quoteOf(document, "words");
            quote.id = QuoteId{-1};
            Document own = documentOf((QByteArray("Only read by ") + name).constData());
            own.id = DocumentId{-2};
            apply(name, {document, own, quote, Claim{{}, m_one, quote.id, Stance::Confirms, {}}});
        }
        for (const QByteArray &merge : merges) {
            const MergePlan plan = this->merge(names.at(merge[0]), names.at(merge[1]));
            QVERIFY2(plan.conflicts.empty(), merge.constData());
        }
        QCOMPARE(content("boris"), content("anna"));
        QCOMPARE(content("clara"), content("anna"));
        QCOMPARE(open("anna").documents().value().size(), std::size_t{5});
        QCOMPARE(open("anna").evidence(m_one).value().size(), std::size_t{2});
    }

    void passesOnWhatIsUndecided()
    {
        copy("base", {"anna", "boris", "clara"});
        retitle("anna", m_one, "Anna’s title");
        retitle("boris", m_one, "Boris’s title");
        QCOMPARE(merge("anna", "boris").undecided(), 1);
        QVERIFY(merge("clara", "anna").conflicts.empty());
        QCOMPARE(incident("clara", m_one).title, QStringLiteral("Anna’s title"));
        QCOMPARE(merge("clara", "boris").undecided(), 1);
    }

    void takesRowsThatWereMadeAtOnce()
    {
        copy("base", {"anna", "boris"});
        apply("anna", {sampleIncident()});
        ManyRows rows(2500);
        const Loaded loaded = open("boris").load(QStringLiteral("Import"), rows).value();
        const MergePlan plan = merge("anna", "boris");
        QVERIFY(plan.conflicts.empty());
        QCOMPARE(plan.counts, (std::vector<MergeCount>{{QStringLiteral("incident"), 2500, 0, 0, 0}}));
        // Later work on one of them finds the right one.
        retitle("boris", IncidentId{numberOf(loaded.first) + 7}, "Corrected");
        apply("boris", {RemoveIncident{IncidentId{numberOf(loaded.first) + 9}}});
        const MergePlan again = merge("anna", "boris");
        QCOMPARE(again.counts, (std::vector<MergeCount>{{QStringLiteral("incident"), 0, 1, 1, 0}}));
        QCOMPARE(incident("anna", IncidentId{numberOf(loaded.first) + 8}).title, QStringLiteral("Corrected"));
        QVERIFY(merge("boris", "anna").conflicts.empty());
        QCOMPARE(content("boris"), content("anna"));
    }

    void joinsWhatBothHaveImported()
    {
        copy("base", {"anna", "boris"});
        apply("anna", {sampleIncident()});
        for (const char *name : {"anna", "boris"}) {
            ManyRows rows(1200);
            QVERIFY(open(name).load(QStringLiteral("Import"), rows).has_value());
        }
        const MergePlan plan = merge("anna", "boris");
        QCOMPARE(plan.counts, (std::vector<MergeCount>{{QStringLiteral("incident"), 0, 0, 0, 1200}}));
        merge("boris", "anna");
        QCOMPARE(content("boris"), content("anna"));
        QVERIFY(merge("anna", "boris").counts.empty());
    }

    void mergesWhatTheCaseSaysOfItself()
    {
        copy("base", {"anna", "boris"});
        CaseInfo info = open("boris").info();
        info.author = QStringLiteral("B. Analyst");
        apply("boris", {info});
        const MergePlan plan = merge("anna", "boris");
        QVERIFY(plan.conflicts.empty());
        QCOMPARE(open("anna").info().author, QStringLiteral("B. Analyst"));
    }

    void bringsBookmarksWithTheirSources()
    {
        copy("base", {"anna", "boris"});
        // So that the other's next document gets another number here.
        apply("anna", {documentOf("Something else that was reported.")});
        Bookmark bookmark = sampleBookmark();
        bookmark.filter.sources = {m_document, apply("boris", {documentOf("One more report.")}).documents.at(0)};
        apply("boris", {bookmark});
        QCOMPARE(merge("anna", "boris").counts,
                 (std::vector<MergeCount>{{QStringLiteral("document"), 1, 0, 0, 0},
                                          {QStringLiteral("bookmark"), 1, 0, 0, 0}}));
        const Bookmark brought = open("anna").bookmarks().value().at(0);
        QCOMPARE(brought.name, bookmark.name);
        QCOMPARE(brought.filter.sources.size(), std::size_t{2});
        QCOMPARE(brought.filter.sources[0], m_document);
        QCOMPARE(open("anna").document(brought.filter.sources[1]).value().text, QStringLiteral("One more report."));
        merge("boris", "anna");
        QCOMPARE(content("boris"), content("anna"));
        QVERIFY(merge("anna", "boris").counts.empty());
    }

    void bringsFiguresWithTheirIncidents()
    {
        copy("base", {"anna", "boris"});
        // So that the other's next rows get other numbers here.
        apply("anna", {sampleIncident()});
        apply("anna", {documentOf("Something else that was reported.")});
        Incident theirs = sampleIncident();
        theirs.title = QStringLiteral("Theirs");
        const IncidentId incident = apply("boris", {theirs}).incidents.at(0);
        FigureSpec figure;
        figure.only = {incident};
        figure.filter.sources = {apply("boris", {documentOf("One more report.")}).documents.at(0)};
        figure.arrangement.callouts = {{.incident = incident, .x = 0.25, .y = 0.5}};
        figure.id = apply("boris", {figure}).figures.at(0);
        merge("anna", "boris");
        const FigureSpec brought = open("anna").figures().value().at(0);
        QCOMPARE(brought.only.size(), std::size_t{1});
        QVERIFY(brought.only[0] != incident);
        QCOMPARE(open("anna").incident(brought.only[0]).value().title, theirs.title);
        QCOMPARE(brought.arrangement.callouts.size(), std::size_t{1});
        QCOMPARE(brought.arrangement.callouts[0].incident, brought.only[0]);
        QCOMPARE(brought.arrangement.callouts[0].x, 0.25);
        QCOMPARE(open("anna").document(brought.filter.sources.at(0)).value().text, QStringLiteral("One more report."));
        merge("boris", "anna");
        QCOMPARE(open("boris").figures().value().at(0), figure);
        QVERIFY(merge("anna", "boris").counts.empty());
    }

    void keepsAFigureOfARemovedIncidentFromShowingAll()
    {
        copy("base", {"anna", "boris"});
        const IncidentId incident = apply("boris", {sampleIncident()}).incidents.at(0);
        FigureSpec figure;
        figure.only = {incident};
        figure.arrangement.callouts = {{.incident = incident, .asNote = true}};
        apply("boris", {figure});
        apply("boris", {RemoveIncident{incident}});
        merge("anna", "boris");
        const FigureSpec brought = open("anna").figures().value().at(0);
        QCOMPARE(brought.only.size(), std::size_t{1});
        QVERIFY(!open("anna").incident(brought.only[0]));
    }

    void asksWhichViewABookmarkShows()
    {
        Bookmark bookmark = sampleBookmark();
        bookmark.id = apply("base", {bookmark}).bookmarks.at(0);
        copy("base", {"anna", "boris"});
        bookmark.zoom = 5;
        apply("anna", {bookmark});
        bookmark.zoom = 6;
        bookmark.name = QStringLiteral("Sotk");
        apply("boris", {bookmark});
        const MergePlan plan = merge("anna", "boris");
        QCOMPARE(plan.conflicts.size(), std::size_t{1});
        QCOMPARE(subjectText(plan.conflicts.front()),
                 QStringLiteral("Bookmark “Sotk, 13 September, shelling only”: what it shows"));
        merge("anna", "boris", MergeChoice::Theirs);
        QCOMPARE(open("anna").bookmarks().value(), std::vector{bookmark});
    }

    void leavesTheOtherCopyAsItIs()
    {
        copy("base", {"anna", "boris"});
        retitle("boris", m_one, "Boris’s title");
        close("boris");
        const auto bytes = [this] {
            QFile file(pathOf("boris"));
            return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = bytes();
        merge("anna", "boris");
        QCOMPARE(bytes(), before);
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("boris*")}, QDir::Files | QDir::Hidden).size(), 1);
    }

    void refusesItself()
    {
        const Result<Merged> merged = open("base").merge(pathOf("base"), {});
        QCOMPARE(merged.error().kind, Error::Kind::Conflict);
        QVERIFY(merged.error().message.contains(QStringLiteral("this case itself")));
        QCOMPARE(planMerge(pathOf("base"), pathOf("base")).error().kind, Error::Kind::Conflict);
    }

    void refusesWhatIsNoCase()
    {
        QFile file(m_folder->filePath(QStringLiteral("none.gpkg")));
        QVERIFY(file.open(QFile::WriteOnly) && file.write("no case at all, by far") > 0);
        file.close();
        QCOMPARE(open("base").merge(file.fileName(), {}).error().kind, Error::Kind::Malformed);
        QCOMPARE(open("base").merge(pathOf("missing"), {}).error().kind, Error::Kind::NotFound);
    }

    void mergesACaseOfAnEarlierSchema()
    {
        const QString old = QStringLiteral(TEST_DATA_DIR "/cases/schema-1.gpkg");
        const Result<Merged> merged = open("base").merge(old, {});
        QVERIFY2(merged.has_value(), merged ? "" : qPrintable(merged.error().message));
        QVERIFY(!merged->plan.bringsNothing());
        QVERIFY(!merged->plan.related);
    }

    void foreseesWhatItDoes()
    {
        copy("base", {"anna", "boris"});
        retitle("anna", m_one, "Anna’s title");
        retitle("boris", m_one, "Boris’s title");
        apply("boris", {sampleIncident(), documentOf("New")});
        const MergePlan planned = planMerge(pathOf("anna"), pathOf("boris")).value();
        QCOMPARE(planned.conflicts.size(), std::size_t{1});
        const MergeDecisions decisions{{{planned.conflicts.front().key, MergeChoice::Theirs}}, {}};
        const Merged merged = open("anna").merge(pathOf("boris"), decisions).value();
        QCOMPARE(merged.plan.counts.size(), planned.counts.size());
        QCOMPARE(merged.plan.conflicts.front().key, planned.conflicts.front().key);
        QCOMPARE(merged.plan.undecided(), 0);
        QCOMPARE(incident("anna", m_one).title, QStringLiteral("Boris’s title"));
        QVERIFY(std::ranges::contains(merged.changed.incidents, m_one));
    }
};

QTEST_GUILESS_MAIN(TestMergeCopies)
#include "tst_mergecopies.moc"
