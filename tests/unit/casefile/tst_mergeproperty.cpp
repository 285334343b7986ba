#include "mergefixture.h"

#include <random>

using namespace dateline;

/// Random work on copies of a case, merged in random order, always ends the same in all of them.
class TestMergeProperty : public QObject, private MergeFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void endsTheSameInBoth_data() { seeds(40); }
    void endsTheSameInBoth()
    {
        QFETCH(unsigned, seed);
        m_random.seed(seed);
        copy("base", {"anna", "boris"});
        const int rounds = below(3) + 1;
        for (int round = 0; round < rounds; ++round) {
            work("anna");
            work("boris");
            const MergeChoice choice = below(2) == 0 ? MergeChoice::Ours : MergeChoice::Theirs;
            if (below(2) == 0)
                merge("anna", "boris"); // First without a decision.
            if (below(3) == 0)
                work("boris");
            QCOMPARE(merge("anna", "boris", choice).undecided(), 0);
            const MergePlan back = merge("boris", "anna");
            QVERIFY2(back.conflicts.empty(), qPrintable(named(back)));
            QCOMPARE(content("boris"), content("anna"));
            QVERIFY(merge("anna", "boris").bringsNothing() || content("anna") == content("boris"));
        }
        QCOMPARE(findings("anna"), QStringList());
        QCOMPARE(findings("boris"), QStringList());
    }

    void endsTheSameInThree_data() { seeds(30); }
    void endsTheSameInThree()
    {
        QFETCH(unsigned, seed);
        m_random.seed(seed * 7919U);
        copy("base", {"anna", "boris", "clara"});
        const std::array<const char *, 3> names{"anna", "boris", "clara"};
        const int steps = below(8) + 3;
        for (int step = 0; step < steps; ++step) {
            work(names.at(size_t(below(3))));
            const int into = below(3);
            const int from = (into + 1 + below(2)) % 3;
            const std::array<MergeChoice, 3> choices{MergeChoice::Ours, MergeChoice::Theirs, MergeChoice::Undecided};
            merge(names.at(size_t(into)), names.at(size_t(from)), choices.at(size_t(below(3))));
        }
        // Anna collects everything and decides; then the others take that over.
        merge("anna", "boris", MergeChoice::Ours);
        merge("anna", "clara", MergeChoice::Theirs);
        merge("anna", "boris", MergeChoice::Ours);
        for (const char *name : {"boris", "clara"}) {
            const MergePlan back = merge(name, "anna");
            QVERIFY2(back.conflicts.empty(), qPrintable(named(back)));
        }
        QCOMPARE(content("boris"), content("anna"));
        QCOMPARE(content("clara"), content("anna"));
        for (const char *name : names)
            QCOMPARE(findings(name), QStringList());
    }

    void isTakenBackWhole_data() { seeds(12); }
    void isTakenBackWhole()
    {
        QFETCH(unsigned, seed);
        m_random.seed(seed * 104729U);
        copy("base", {"anna", "boris"});
        work("anna");
        work("boris");
        const QStringList before = content("anna");
        merge("anna", "boris", below(2) == 0 ? MergeChoice::Ours : MergeChoice::Theirs);
        const QStringList after = content("anna");
        if (before != after) {
            QVERIFY(open("anna").undo().has_value());
            QCOMPARE(content("anna"), before);
            QVERIFY(open("anna").redo().has_value());
            QCOMPARE(content("anna"), after);
        }
    }

private:
    static void seeds(unsigned count)
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= count; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    int below(int end) { return std::uniform_int_distribution(0, end - 1)(m_random); }
    template<typename T>
    const T *one(const std::vector<T> &rows)
    {
        return rows.empty() ? nullptr : &rows.at(size_t(below(int(rows.size()))));
    }
    static QString named(const MergePlan &plan)
    {
        QStringList names;
        for (const MergeConflict &conflict : plan.conflicts)
            names.append(conflict.table + u' ' + conflict.name + u' ' + conflict.field);
        return names.join(u'\n');
    }
    QString word(const char *what) { return QStringLiteral("%1 %2").arg(QLatin1StringView(what)).arg(below(5)); }

    void work(const char *name)
    {
        for (int steps = below(5); steps > 0; --steps) {
            if (below(8) == 0 && open(name).undoLabel())
                QVERIFY(open(name).undo().has_value());
            else if (below(12) == 0 && open(name).redoLabel())
                QVERIFY(open(name).redo().has_value());
            else
                edit(name);
        }
    }

    void edit(const char *name)
    {
        const std::vector<Incident> incidents = open(name).incidents().value();
        const std::vector<DocumentSummary> documents = open(name).documents().value();
        const Incident *incident = one(incidents);
        const DocumentSummary *document = one(documents);
        switch (below(9)) {
        case 0: {
            Incident made = sampleIncident();
            made.title = word("made");
            apply(name, {made});
            break;
        }
        case 1:
        case 2:
            if (incident)
                change(name, *incident);
            break;
        case 3:
            if (incident && below(2) == 0)
                apply(name, {RemoveIncident{incident->id}});
            break;
        case 4:
            apply(name, {documentOf(qPrintable(word("A text of many words,") + QStringLiteral(" and an end.")))});
            break;
        case 5:
            if (document && below(2) == 0)
                apply(name, {RemoveDocument{document->id}});
            break;
        case 6:
        case 7:
            if (document && incident)
                quote(name, document->id, incident->id);
            break;
        default:
            if (document)
                describe(name, document->id);
            break;
        }
    }

    void change(const char *name, Incident incident)
    {
        switch (below(4)) {
        case 0: incident.title = word("title"); break;
        case 1: incident.notes = word("notes"); break;
        case 2: incident.where->place = word("place"); break;
        default: incident.sensitive = !incident.sensitive; break;
        }
        apply(name, {incident});
    }

    void quote(const char *name, DocumentId document, IncidentId incident)
    {
        const Document text = open(name).document(document).value();
        const qsizetype begin = below(5);
        Quote quote = quoteFrom(document, text.text, {begin, begin + 4}).value();
        quote.id = QuoteId{-1};
        const std::vector<Quote> quotes = open(name).quotesIn(document).value();
        const Quote *old = one(quotes);
        if (old && below(3) == 0)
            apply(name, {RemoveQuote{old->id}});
        else
            apply(name, {quote, Claim{{}, incident, quote.id, Stance(below(5)), {}}});
    }

    void describe(const char *name, DocumentId id)
    {
        Document document = open(name).document(id).value();
        const std::vector<DocumentSummary> documents = open(name).documents().value();
        switch (below(4)) {
        case 0: document.grade = char('A' + below(6)); break;
        case 1: document.publisher = word("publisher"); break;
        case 2: document.origin = one(documents)->id; break;
        default: apply(name, {Decision{id, word("key"), below(2) == 0}}); return;
        }
        apply(name, {document});
    }

    std::mt19937 m_random;
};

QTEST_GUILESS_MAIN(TestMergeProperty)
#include "tst_mergeproperty.moc"
