#include "mergefixture.h"

#include <QFile>

using namespace dateline;

class TestMerge : public QObject, private MergeFixture
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

    void findsNothingNewInACopy()
    {
        copy("base", {"anna", "boris"});
        const MergePlan plan = merge("anna", "boris");
        QVERIFY(plan.bringsNothing());
        QVERIFY(plan.related);
        QCOMPARE(open("anna").history(0).value().size(), std::size_t{1});
    }

    void takesWhatEachChangedInDifferentFields()
    {
        copy("base", {"anna", "boris"});
        retitle("anna", m_one, "Anna’s title");
        annotate("boris", m_one, "Boris’s notes");
        const MergePlan plan = merge("anna", "boris");
        QVERIFY(plan.conflicts.empty());
        QCOMPARE(plan.steps, 1);
        QCOMPARE(plan.authors, QStringList{QStringLiteral("boris")});
        QCOMPARE(plan.counts, (std::vector<MergeCount>{{QStringLiteral("incident"), 0, 1, 0, 0}}));
        QCOMPARE(incident("anna", m_one).title, QStringLiteral("Anna’s title"));
        QCOMPARE(incident("anna", m_one).notes, QStringLiteral("Boris’s notes"));
        QCOMPARE(open("anna").undoLabel(), QStringLiteral("Merge of “boris.gpkg”: a step by boris"));
    }

    void listsWhatBothChangedInOneField()
    {
        copy("base", {"anna", "boris"});
        retitle("anna", m_one, "Anna’s title");
        retitle("boris", m_one, "Boris’s title");
        const MergePlan plan = merge("anna", "boris");
        QCOMPARE(plan.conflicts.size(), std::size_t{1});
        const MergeConflict &conflict = plan.conflicts.front();
        QCOMPARE(conflict.table, QStringLiteral("incident"));
        QCOMPARE(conflict.field, QStringLiteral("title"));
        QCOMPARE(conflict.id, numberOf(m_one));
        QCOMPARE(conflict.name, QStringLiteral("Anna’s title"));
        QCOMPARE(conflict.base[u"title"].toString(), sampleIncident().title);
        QCOMPARE(conflict.ours.columns[u"title"].toString(), QStringLiteral("Anna’s title"));
        QCOMPARE(conflict.ours.author, QStringLiteral("anna"));
        QCOMPARE(conflict.theirs.columns[u"title"].toString(), QStringLiteral("Boris’s title"));
        QCOMPARE(conflict.theirs.author, QStringLiteral("boris"));
        QVERIFY(conflict.theirs.time.isValid());
        QCOMPARE(plan.undecided(), 1);
        QCOMPARE(incident("anna", m_one).title, QStringLiteral("Anna’s title"));
    }

    void asksAgainUntilItIsDecided()
    {
        copy("base", {"anna", "boris"});
        retitle("anna", m_one, "Anna’s title");
        retitle("boris", m_one, "Boris’s title");
        QCOMPARE(merge("anna", "boris").undecided(), 1);
        annotate("boris", m_one, "Only this is new");
        const MergePlan again = merge("anna", "boris");
        QCOMPARE(again.undecided(), 1);
        QCOMPARE(again.conflicts.front().base[u"title"].toString(), sampleIncident().title);
        QCOMPARE(incident("anna", m_one).notes, QStringLiteral("Only this is new"));
        const MergePlan decided = merge("anna", "boris", MergeChoice::Theirs);
        QCOMPARE(decided.conflicts.size(), std::size_t{1});
        QCOMPARE(decided.undecided(), 0);
        QCOMPARE(incident("anna", m_one).title, QStringLiteral("Boris’s title"));
        QVERIFY(merge("anna", "boris").bringsNothing());
    }

    void takesADecisionAlongToTheOtherCopy_data()
    {
        QTest::addColumn<MergeChoice>("choice");
        QTest::addColumn<QString>("title");
        QTest::newRow("ours") << MergeChoice::Ours << QStringLiteral("Anna’s title");
        QTest::newRow("theirs") << MergeChoice::Theirs << QStringLiteral("Boris’s title");
    }
    void takesADecisionAlongToTheOtherCopy()
    {
        QFETCH(MergeChoice, choice);
        QFETCH(QString, title);
        copy("base", {"anna", "boris"});
        retitle("anna", m_one, "Anna’s title");
        retitle("boris", m_one, "Boris’s title");
        QCOMPARE(merge("anna", "boris", choice).undecided(), 0);
        QVERIFY(merge("boris", "anna").conflicts.empty());
        QCOMPARE(incident("boris", m_one).title, title);
        QCOMPARE(content("boris"), content("anna"));
        QVERIFY(merge("anna", "boris").conflicts.empty());
        QCOMPARE(incident("anna", m_one).title, title);
    }

    void listsWhatTwoHaveDecidedDifferently()
    {
        copy("base", {"anna", "boris"});
        retitle("anna", m_one, "Anna’s title");
        retitle("boris", m_one, "Boris’s title");
        copy("anna", {"clara"});
        merge("anna", "boris", MergeChoice::Ours);
        merge("clara", "boris", MergeChoice::Theirs);
        QCOMPARE(merge("anna", "clara").undecided(), 1);
        QCOMPARE(merge("clara", "anna").undecided(), 1);
        QCOMPARE(merge("anna", "clara", MergeChoice::Theirs).undecided(), 0);
        QVERIFY(merge("clara", "anna").conflicts.empty());
        QCOMPARE(content("clara"), content("anna"));
    }

    void goesOnFromAMergeWithoutAskingAgain()
    {
        copy("base", {"anna", "boris"});
        retitle("boris", m_one, "First");
        merge("anna", "boris");
        retitle("boris", m_one, "Second");
        QVERIFY(merge("boris", "anna").conflicts.empty());
        QCOMPARE(incident("boris", m_one).title, QStringLiteral("Second"));
        QVERIFY(merge("anna", "boris").conflicts.empty());
        QCOMPARE(incident("anna", m_one).title, QStringLiteral("Second"));
    }

    void asksWhetherWhatOneRemovedAndTheOtherChangedStays_data()
    {
        QTest::addColumn<bool>("annaRemoves");
        QTest::addColumn<MergeChoice>("choice");
        QTest::addColumn<bool>("stays");
        QTest::newRow("removed here, ours") << true << MergeChoice::Ours << false;
        QTest::newRow("removed here, theirs") << true << MergeChoice::Theirs << true;
        QTest::newRow("removed there, ours") << false << MergeChoice::Ours << true;
        QTest::newRow("removed there, theirs") << false << MergeChoice::Theirs << false;
    }
    void asksWhetherWhatOneRemovedAndTheOtherChangedStays()
    {
        QFETCH(bool, annaRemoves);
        QFETCH(MergeChoice, choice);
        QFETCH(bool, stays);
        copy("base", {"anna", "boris"});
        apply(annaRemoves ? "anna" : "boris", {RemoveIncident{m_one}});
        retitle(annaRemoves ? "boris" : "anna", m_one, "Changed");
        const MergePlan undecided = merge("anna", "boris");
        QCOMPARE(undecided.undecided(), 1);
        QVERIFY(undecided.conflicts.front().field.isEmpty());
        QCOMPARE(undecided.conflicts.front().ours.present, !annaRemoves);
        QCOMPARE(undecided.conflicts.front().theirs.present, annaRemoves);
        QCOMPARE(open("anna").incident(m_one).has_value(), !annaRemoves);
        QCOMPARE(merge("anna", "boris", choice).conflicts.size(), std::size_t{1});
        QCOMPARE(open("anna").incident(m_one).has_value(), stays);
        if (stays) {
            QCOMPARE(incident("anna", m_one).title, QStringLiteral("Changed"));
            QCOMPARE(open("anna").evidence(m_one).value().size(), std::size_t{1});
        }
        QVERIFY(merge("anna", "boris").bringsNothing());
        QVERIFY(merge("boris", "anna").conflicts.empty());
        QCOMPARE(content("boris"), content("anna"));
    }

    void removesWhatTheOtherHasRemoved()
    {
        copy("base", {"anna", "boris"});
        apply("boris", {RemoveDocument{m_document}, RemoveIncident{m_two}});
        QVERIFY(merge("anna", "boris").conflicts.empty());
        QVERIFY(open("anna").documents().value().empty());
        QCOMPARE(open("anna").incidents().value().size(), std::size_t{1});
        QCOMPARE(content("anna"), content("boris"));
    }

    void asksBeforeADocumentGoesThatNewWordsWereTakenFrom_data()
    {
        QTest::addColumn<bool>("annaRemoves");
        QTest::addColumn<MergeChoice>("choice");
        for (const bool removes : {false, true}) {
            QTest::addRow("removed %s, ours", removes ? "here" : "there") << removes << MergeChoice::Ours;
            QTest::addRow("removed %s, theirs", removes ? "here" : "there") << removes << MergeChoice::Theirs;
        }
    }
    void asksBeforeADocumentGoesThatNewWordsWereTakenFrom()
    {
        QFETCH(bool, annaRemoves);
        QFETCH(MergeChoice, choice);
        copy("base", {"anna", "boris"});
        const char *remover = annaRemoves ? "anna" : "boris";
        const char *worker = annaRemoves ? "boris" : "anna";
        apply(remover, {RemoveDocument{m_document}});
        Quote quote = quoteOf(open(worker).document(m_document).value(), "The end");
        quote.id = QuoteId{-1};
        apply(worker, {quote, Claim{{}, m_two, quote.id, Stance::Denies, {}}});
        const MergePlan undecided = merge("anna", "boris");
        QCOMPARE(undecided.conflicts.size(), std::size_t{1});
        QCOMPARE(undecided.conflicts.front().table, QStringLiteral("document"));
        QCOMPARE(open("anna").documents().value().size(), std::size_t(annaRemoves ? 0 : 1));
        QCOMPARE(merge("anna", "boris", choice).conflicts.size(), std::size_t{1});
        const bool stays = annaRemoves == (choice == MergeChoice::Theirs);
        QCOMPARE(open("anna").documents().value().size(), std::size_t(stays ? 1 : 0));
        if (stays) {
            QCOMPARE(open("anna").quotesIn(m_document).value().size(), std::size_t{2});
            QCOMPARE(open("anna").evidence(m_one).value().size(), std::size_t{1});
            QCOMPARE(open("anna").evidence(m_two).value().size(), std::size_t{1});
        }
        QVERIFY(merge("boris", "anna").conflicts.empty());
        QCOMPARE(content("boris"), content("anna"));
    }

    void addsWhatBothMadeUnderNumbersOfTheirOwn()
    {
        copy("base", {"anna", "boris"});
        Incident incident = sampleIncident();
        incident.title = QStringLiteral("By Anna");
        const IncidentId annas = apply("anna", {incident}).incidents.at(0);
        incident.title = QStringLiteral("By Boris");
        const IncidentId boriss = apply("boris", {incident}).incidents.at(0);
        QCOMPARE(annas, boriss);
        const MergePlan plan = merge("anna", "boris");
        QVERIFY(plan.conflicts.empty());
        QCOMPARE(plan.counts, (std::vector<MergeCount>{{QStringLiteral("incident"), 1, 0, 0, 0}}));
        QCOMPARE(open("anna").incidents().value().size(), std::size_t{4});
        QCOMPARE(this->incident("anna", annas).title, QStringLiteral("By Anna"));
        // What Boris does to his goes to the right one from now on.
        retitle("boris", boriss, "Again by Boris");
        QVERIFY(merge("anna", "boris").conflicts.empty());
        QCOMPARE(this->incident("anna", annas).title, QStringLiteral("By Anna"));
        merge("boris", "anna");
        QCOMPARE(content("boris"), content("anna"));
    }

    void joinsADocumentThatBothHaveRead()
    {
        copy("base", {"anna", "boris"});
        for (const char *name : {"anna", "boris"}) {
            // Other numbers on each side.
            if (name == std::string("boris"))
                apply(name, {documentOf("Another text."), sampleIncident()});
            Document document = documentOf("A text that both have read. It has words.");
            document.retrieved = minuteAt(name == std::string("anna") ? "2022-09-14T08:15Z" : "2022-09-13T08:15Z");
            document.publisher = name == std::string("anna") ? QString() : QStringLiteral("A wire");
            document.grade = name == std::string("anna") ? 'B' : 'C';
            Quote quote = quoteOf(document, "words");
            quote.id = QuoteId{-1};
            Incident incident = sampleIncident();
            incident.id = IncidentId{-1};
            incident.title = QStringLiteral("Read");
            apply(name,
                  {document, quote, incident, Claim{{}, incident.id, quote.id, Stance::Reports, {}},
                   Decision{document.id, QStringLiteral("key"), true}});
        }
        const MergePlan plan = merge("anna", "boris", MergeChoice::Theirs);
        QCOMPARE(plan.conflicts.size(), std::size_t{1});
        QCOMPARE(plan.conflicts.front().field, QStringLiteral("grade"));
        QCOMPARE(open("anna").documents().value().size(), std::size_t{3});
        const std::vector<MergeCount> counts{{QStringLiteral("document"), 1, 1, 0, 1},
                                             {QStringLiteral("incident"), 1, 0, 0, 1},
                                             {QStringLiteral("quote"), 0, 0, 0, 1},
                                             {QStringLiteral("claim"), 0, 0, 0, 1},
                                             {QStringLiteral("decision"), 0, 0, 0, 1}};
        QCOMPARE(plan.counts, counts);
        QCOMPARE(open("anna").search(QStringLiteral("Another"), 9).value().size(), std::size_t{1});
        QVERIFY(merge("boris", "anna").conflicts.empty());
        QCOMPARE(content("boris"), content("anna"));
    }

    void keepsTheSameWordsOfTwoPublishersApart()
    {
        copy("base", {"anna", "boris"});
        for (const char *name : {"anna", "boris"}) {
            Document document = documentOf("A wire story.");
            document.address = QStringLiteral("https://example.org/") + QLatin1StringView(name);
            apply(name, {document});
        }
        QVERIFY(merge("anna", "boris").conflicts.empty());
        QCOMPARE(open("anna").documents().value().size(), std::size_t{3});
    }

    void mapsWhichDocumentReplacesAndRepeatsWhich()
    {
        copy("base", {"anna", "boris"});
        apply("anna", {documentOf("Anna’s own.")});
        Document newer = documentOf("A newer capture.");
        newer.replaces = m_document;
        Document repeats = documentOf("The same story.");
        repeats.id = DocumentId{-2};
        repeats.origin = newer.id;
        apply("boris", {newer, repeats});
        merge("anna", "boris");
        merge("boris", "anna");
        QCOMPARE(content("anna"), content("boris"));
        QCOMPARE(open("anna").document(DocumentId{3}).value().replaces, m_document);
        QCOMPARE(open("anna").document(DocumentId{4}).value().origin, DocumentId{3});
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
