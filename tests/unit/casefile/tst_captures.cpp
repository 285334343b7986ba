#include "casefile/captures.h"
#include "casefixture.h"
#include "domain/replacement.h"

using namespace dateline;
using namespace Qt::StringLiterals;

class TestCaptures : public QObject, CaseFixture
{
    Q_OBJECT

    Document newerText(const Document &older, const QString &text)
    {
        Document capture;
        capture.text = text;
        capture.bytes = text.toUtf8();
        capture.retrieved = minuteAt("2022-09-20T10:00Z");
        return newerCapture(capture, older);
    }

    // A document with the quotes “First line.” and “was shelled”, an incident with a claim on each, and one decision.
    OlderCapture twoQuotes()
    {
        Document document = stored(sampleDocument());
        const Incident incident = stored(sampleIncident());
        std::vector<Edit> edits{Decision{document.id, u"k"_s, false}};
        std::int64_t next = -1;
        for (const QString &words : {u"First line."_s, u"was shelled at 00:05"_s}) {
            const qsizetype begin = document.text.indexOf(words);
            Quote quote = quoteFrom(document.id, document.text, {begin, begin + words.size()}, u"Them"_s).value();
            quote.id = QuoteId{next--};
            edits.emplace_back(quote);
            edits.emplace_back(Claim{{}, incident.id, quote.id, Stance::Reports});
        }
        apply(edits);
        return olderCapture(*m_case, document.id).value();
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void holdsADocumentWithWhatHangsOnIt()
    {
        const OlderCapture older = twoQuotes();
        QCOMPARE(older.quotes.size(), 2U);
        QCOMPARE(older.decided.size(), 1U);
        QCOMPARE(older.document.text, sampleDocument().text);
        QCOMPARE(olderCapture(*m_case, DocumentId{99}).error().kind, Error::Kind::NotFound);
    }

    void letsQuotesFollowWithTheirClaimsInOneStep()
    {
        const OlderCapture older = twoQuotes();
        const IncidentId incident = m_case->incidents().value().at(0).id;
        const std::vector<Evidence> before = m_case->evidence(incident).value();
        const Document newer =
            newerText(older.document, u"New. "_s + QString(older.document.text).replace(u"shelled"_s, u"bombed"_s));
        const std::vector<ReplacedQuote> plan = planReplacement(older.quotes, newer.text);
        QCOMPARE(countsOf(plan), (ReplacementCounts{.moved = 1, .changed = 1, .following = 1}));
        const Result<Changed> changed = m_case->apply(replaceChange(older.document.id, newer, plan, older.decided));
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));

        const std::vector<DocumentSummary> documents = m_case->documents().value();
        QCOMPARE(documents.size(), 2U);
        QCOMPARE(documents[0].replacedBy, documents[1].id);
        QCOMPARE(documents[0].replaces, DocumentId{});
        QCOMPARE(documents[1].replaces, documents[0].id);
        QCOMPARE(documents[1].replacedBy, DocumentId{});
        QCOMPARE(documents[1].retrieved, minuteAt("2022-09-20T10:00Z"));
        QCOMPARE(documents[1].name, documents[0].name);
        QCOMPARE(newerCaptureOf(*m_case, documents[0].id).value(), std::optional(documents[1].id));
        QCOMPARE(newerCaptureOf(*m_case, documents[1].id).value(), std::nullopt);
        QCOMPARE(m_case->decisions(documents[1].id).value(), (std::vector{Decision{documents[1].id, u"k"_s, false}}));

        const std::vector<Evidence> after = m_case->evidence(incident).value();
        QCOMPARE(after.size(), 2U);
        for (const bool follows : {true, false}) {
            const std::size_t i = follows ? 0 : 1;
            QCOMPARE(after[i].claim, before[i].claim);
            QCOMPARE(after[i].quote.id, before[i].quote.id);
            QCOMPARE(after[i].quote.exact, before[i].quote.exact);
            QCOMPARE(after[i].quote.speaker, u"Them"_s);
            QCOMPARE(after[i].quote.document, documents[follows ? 1 : 0].id);
            QCOMPARE(after[i].replacedBy, follows ? DocumentId{} : documents[1].id);
            QVERIFY(after[i].matches);
        }
        QCOMPARE(after[0].quote.begin, before[0].quote.begin + 5);
        QCOMPARE(after[0].documentRetrieved, minuteAt("2022-09-20T10:00Z"));

        QVERIFY(m_case->undo().has_value());
        QCOMPARE(m_case->evidence(incident).value(), before);
        QCOMPARE(m_case->documents().value().size(), 1U);
        QVERIFY(m_case->redo().has_value());
        QCOMPARE(m_case->evidence(incident).value(), after);
    }

    void namesTheDocumentToReplace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("number"); // 0: none.
        QTest::newRow("number") << u"3"_s << 3;
        QTest::newRow("a name that only one has") << u"Alone"_s << 3;
        QTest::newRow("the name of two captures") << u"Twice"_s << 2;
        QTest::newRow("a capture that is replaced") << u"1"_s << 0;
        QTest::newRow("a name that two sources have") << u"Same"_s << 0;
        QTest::newRow("no name") << u"None"_s << 0;
        QTest::newRow("a part of a name") << u"Al"_s << 0;
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("a name that is a number, before the number") << u"6"_s << 6;
    }
    void namesTheDocumentToReplace()
    {
        QFETCH(QString, text);
        QFETCH(int, number);
        DocumentId last{};
        for (const QString &title : {u"Twice"_s, u"Twice"_s, u"Alone"_s, u"Same"_s, u"Same"_s, u"6"_s}) {
            Document document = sampleDocument();
            document.title = title;
            document.replaces = last == DocumentId{1} ? last : DocumentId{};
            last = stored(document).id;
        }
        const Result<DocumentId> id = replaceableDocument(*m_case, text);
        QCOMPARE(id.has_value(), number > 0);
        if (number > 0)
            QCOMPARE(*id, DocumentId{number});
        else
            QVERIFY(id.error().message.size() > 15 && !id.error().message.contains(u'%'));
    }

    void forgetsANewerCaptureThatIsRemoved()
    {
        const OlderCapture older = twoQuotes();
        const Document newer = newerText(older.document, u"Nothing of it."_s);
        const std::vector<ReplacedQuote> plan = planReplacement(older.quotes, newer.text);
        QVERIFY(m_case->apply(replaceChange(older.document.id, newer, plan, {})).has_value());
        apply({RemoveDocument{DocumentId{2}}});
        QCOMPARE(m_case->documents().value().at(0).replacedBy, DocumentId{});
        QCOMPARE(m_case->quoteCount(m_case->documents().value().at(0).id).value(), 2);
    }
};

QTEST_APPLESS_MAIN(TestCaptures)
#include "tst_captures.moc"
