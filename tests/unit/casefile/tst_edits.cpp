#include "casefixture.h"

using namespace dateline;

class TestEdits : public QObject, CaseFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void givesOneRowToTheSameQuote()
    {
        const Document document = stored(sampleDocument());
        const Incident incident = stored(sampleIncident());
        Quote quote = quoteFrom(document.id, document.text, {0, 5}).value();
        const QuoteId first = apply({quote}).quotes.at(0);
        quote.id = QuoteId{-1};
        const Changed again = apply({quote, Claim{{}, incident.id, quote.id, Stance::Adds}});
        QCOMPARE(again.quotes, std::vector{first});
        QCOMPARE(m_case->evidence(incident.id).value().at(0).quote.id, first);
        quote.speaker = QStringLiteral("another");
        QVERIFY(apply({quote}).quotes.at(0) != first);
        QCOMPARE(m_case->quotesIn(document.id).value().size(), 2U);
    }

    void saysWhenAQuoteDoesNotStandInItsDocument()
    {
        const Document document = stored(sampleDocument());
        const Incident incident = stored(sampleIncident());
        Quote quote = quoteFrom(document.id, document.text, {0, 5}).value();
        quote.exact = QStringLiteral("first");
        quote.id = QuoteId{-1};
        apply({quote, Claim{{}, incident.id, quote.id, Stance::Reports}});
        QVERIFY(!m_case->evidence(incident.id).value().at(0).matches);
    }

    void countsQuotesAndDocumentsBehindAnIncident()
    {
        const Document one = stored(sampleDocument());
        Document copy = sampleDocument();
        copy.title = QStringLiteral("Another paper, the same words");
        const Document two = stored(copy);
        const Incident incident = stored(sampleIncident());
        std::vector<Edit> edits;
        int next = -1;
        for (const Document &document : {one, two}) {
            for (const TextSpan span : {TextSpan{0, 5}, TextSpan{6, 10}}) {
                Quote quote = quoteFrom(document.id, document.text, span).value();
                quote.id = QuoteId{next--};
                edits.emplace_back(quote);
                edits.emplace_back(Claim{{}, incident.id, quote.id, Stance::Reports});
            }
        }
        apply(edits);
        const auto supports = m_case->supports({}).value();
        QCOMPARE(supports.size(), 1U);
        QCOMPARE(supports[0].first, incident.id);
        QCOMPARE(supports[0].second.quotes, 4);
        QCOMPARE(supports[0].second.documents, 2);
    }

    void removesAnIncidentWithItsClaims()
    {
        const auto [document, quote, incident, claim] = storedClaim();
        const Changed changed = apply({RemoveIncident{incident}});
        QCOMPARE(changed.claims, std::vector{claim});
        QCOMPARE(changed.incidents, std::vector{incident});
        QVERIFY(changed.quotes.empty());
        QCOMPARE(m_case->incident(incident).error().kind, Error::Kind::NotFound);
        QVERIFY(m_case->claimsOn(quote).value().empty());
        QCOMPARE(m_case->quotesIn(document).value().size(), 1U);
    }

    void removesADocumentWithAllThatRestsOnIt()
    {
        const auto [document, quote, incident, claim] = storedClaim();
        apply({Decision{document, QStringLiteral("k"), false}});
        const std::vector<Evidence> evidence = m_case->evidence(incident).value();
        const Changed changed = apply({RemoveDocument{document}});
        QCOMPARE(changed.documents, std::vector{document});
        QCOMPARE(changed.quotes, std::vector{quote});
        QCOMPARE(changed.claims, std::vector{claim});
        QCOMPARE(changed.incidents, std::vector{incident});
        QCOMPARE(changed.decided, std::vector{document});
        QCOMPARE(m_case->document(document).error().kind, Error::Kind::NotFound);
        QVERIFY(m_case->evidence(incident).value().empty());
        QVERIFY(m_case->search(QStringLiteral("jermuk"), 9).value().empty());
        QVERIFY(m_case->undo().has_value());
        QCOMPARE(m_case->evidence(incident).value(), evidence);
        QCOMPARE(m_case->decisions(document).value().size(), 1U);
        QCOMPARE(m_case->search(QStringLiteral("jermuk"), 9).value().size(), 1U);
    }

    void decidesOnceOnAProposal()
    {
        const Document document = stored(sampleDocument());
        apply({Decision{document.id, QStringLiteral("k"), false}});
        const Changed changed = apply({Decision{document.id, QStringLiteral("k"), true}});
        QCOMPARE(changed.decided, std::vector{document.id});
        QCOMPARE(m_case->decisions(document.id).value(),
                 (std::vector{Decision{document.id, QStringLiteral("k"), true}}));
        apply({RemoveDecision{document.id, QStringLiteral("k")}});
        QVERIFY(m_case->decisions(document.id).value().empty());
    }

    void changesAndRemovesABookmarkInStepsToUndo()
    {
        Bookmark first = sampleBookmark();
        first.id = apply({first}).bookmarks.at(0);
        Bookmark second = first;
        second.name = QStringLiteral("Another name");
        second.centre = {-179.5, -45};
        second.zoom = 2;
        second.filter = {};
        QCOMPARE(apply({second}).bookmarks, std::vector{first.id});
        QCOMPARE(m_case->bookmarks().value(), std::vector{second});
        QCOMPARE(apply({RemoveBookmark{first.id}}).bookmarks, std::vector{first.id});
        QVERIFY(m_case->bookmarks().value().empty());
        QVERIFY(m_case->undo().has_value());
        QCOMPARE(m_case->bookmarks().value(), std::vector{second});
        QVERIFY(m_case->undo().has_value());
        QCOMPARE(m_case->bookmarks().value(), std::vector{first});
        QVERIFY(m_case->undo().has_value());
        QVERIFY(m_case->bookmarks().value().empty());
        for (int step = 0; step < 2; ++step)
            QVERIFY(m_case->redo().has_value());
        QCOMPARE(m_case->bookmarks().value(), std::vector{second});
    }

    void refusesAChangeAndLeavesAllAsItWas_data()
    {
        QTest::addColumn<std::vector<Edit>>("edits");
        QTest::addColumn<Error::Kind>("kind");
        const auto row = [](const char *name, std::vector<Edit> edits, Error::Kind kind = Error::Kind::NotFound) {
            QTest::newRow(name) << edits << kind;
        };
        Incident incident = sampleIncident();
        incident.id = IncidentId{99};
        row("an incident that is not there", {incident});
        row("a claim on nothing", {Claim{{}, IncidentId{1}, QuoteId{99}, Stance::Adds}});
        row("a number that stands for nothing", {Claim{{}, IncidentId{-9}, QuoteId{1}, Stance::Adds}});
        row("a quote of nothing", {Quote{.document = DocumentId{99}}});
        row("a decision on nothing", {Decision{DocumentId{99}, QStringLiteral("k"), true}});
        row("removing what is not there", {RemoveFigure{FigureId{99}}});
        row("removing no decision", {RemoveDecision{DocumentId{1}, QStringLiteral("none")}});
        incident.id = IncidentId{-1};
        row("one number twice", {incident, incident}, Error::Kind::Malformed);
        incident.where->geometry = pointGeometry({181, 0});
        row("a place off the earth", {incident}, Error::Kind::Malformed);
        incident.where->geometry = pointGeometry({0, std::numeric_limits<double>::quiet_NaN()});
        row("no number as a place", {incident}, Error::Kind::Malformed);
        incident.where->geometry = {Geometry::Type::Point, {{{1, 1}}, {{2, 2}}}};
        row("two points", {incident}, Error::Kind::Malformed);
        incident = sampleIncident();
        incident.where->radiusMetres = std::numeric_limits<double>::infinity();
        row("an endless radius", {incident}, Error::Kind::Malformed);
        Bookmark bookmark = sampleBookmark();
        bookmark.centre.lat = 91;
        row("a bookmark off the earth", {bookmark}, Error::Kind::Malformed);
        bookmark = sampleBookmark();
        bookmark.zoom = std::numeric_limits<double>::quiet_NaN();
        row("no number as a zoom", {bookmark}, Error::Kind::Malformed);
        row("removing no bookmark", {RemoveBookmark{BookmarkId{99}}});
        incident = sampleIncident();
        incident.when->span.end = incident.when->span.begin;
        row("no time at all", {incident}, Error::Kind::Malformed);
        incident.when->span.end = incident.when->span.begin + std::chrono::days(8000 * 366);
        row("a year of five digits", {incident}, Error::Kind::Malformed);
        Document document = sampleDocument();
        document.textSha256[0] = static_cast<char>(~document.textSha256[0]);
        row("a document with a wrong hash", {document}, Error::Kind::Malformed);
    }
    void refusesAChangeAndLeavesAllAsItWas()
    {
        QFETCH(std::vector<Edit>, edits);
        QFETCH(Error::Kind, kind);
        const auto [document, quote, incident, claim] = storedClaim();
        const QByteArray before = dump();
        const std::optional<QString> label = m_case->undoLabel();
        // Good edits before the bad one are taken back with it.
        edits.insert(edits.begin(), {Edit(sampleIncident()), Edit(RemoveClaim{claim}), Edit(sampleDocument())});
        const Result<Changed> refused = m_case->apply({QStringLiteral("Bad"), edits});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, kind);
        QVERIFY(refused.error().message.size() > 20);
        QVERIFY(!refused.error().message.endsWith(QLatin1Char('.')));
        QCOMPARE(dump(), before);
        QCOMPARE(m_case->undoLabel(), label);
        apply({sampleIncident()});
    }

    void findsNoRowThatIsNotThere()
    {
        QCOMPARE(m_case->incident(IncidentId{7}).error().kind, Error::Kind::NotFound);
        QCOMPARE(m_case->document(DocumentId{7}).error().kind, Error::Kind::NotFound);
        QVERIFY(m_case->evidence(IncidentId{7}).value().empty());
        QVERIFY(m_case->quotesIn(DocumentId{7}).value().empty());
    }
};

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
