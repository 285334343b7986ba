#include "domain/replacement.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

const QString was = u"Shells fell on Sotk at night. Nobody was hurt there, officials said.\n"
                    "At least 49 servicemen were killed on the first day, the prime minister said.\n"
                    "Drones flew over Jermuk towards morning, and were shot down.\n"_s;
const QString is = u"Updated at noon.\nShells fell on Sotk at night. Nobody was hurt there, officials said.\n"
                   "At least 105 servicemen were killed on the first day, the prime minister said.\n"_s;

Quote cut(std::int64_t id, const QString &words)
{
    const qsizetype begin = was.indexOf(words);
    Quote quote = quoteFrom(DocumentId{1}, was, {begin, begin + words.size()}, u"Somebody"_s).value();
    quote.id = QuoteId{id};
    return quote;
}

std::vector<Quote> threeQuotes()
{
    return {cut(11, u"Shells fell on Sotk at night."_s), cut(12, u"At least 49 servicemen were killed"_s),
            cut(13, u"Drones flew over Jermuk towards morning"_s)};
}

Document capture()
{
    Document document;
    document.text = is;
    return document;
}

template<typename Row>
std::vector<Row> rowsIn(const Change &change)
{
    std::vector<Row> rows;
    for (const Edit &edit : change.edits) {
        if (const Row *row = std::get_if<Row>(&edit))
            rows.push_back(*row);
    }
    return rows;
}

} // namespace

class TestReplacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsOnlyWhatStandsUnchangedFollow()
    {
        const std::vector<ReplacedQuote> plan = planReplacement(threeQuotes(), is);
        QCOMPARE(countsOf(plan), (ReplacementCounts{.moved = 1, .changed = 1, .lost = 1, .following = 1}));
        QCOMPARE(countsOf(plan).total(), 3);
        QVERIFY(plan[0].follows && !plan[1].follows && !plan[2].follows);
        QVERIFY(!needsDecision(plan[0]) && needsDecision(plan[1]) && !needsDecision(plan[2]));
    }

    void storesTheNewerCaptureAndKeepsTheQuotesRows()
    {
        const Change change = replaceChange(DocumentId{1}, capture(), planReplacement(threeQuotes(), is),
                                            {{DocumentId{1}, u"k"_s, true}});
        const auto documents = rowsIn<Document>(change);
        QCOMPARE(documents.size(), 1U);
        QCOMPARE(documents[0].replaces, DocumentId{1});
        QVERIFY(documents[0].id < DocumentId{});
        const auto quotes = rowsIn<Quote>(change);
        QCOMPARE(quotes.size(), 1U);
        QCOMPARE(quotes[0].id, QuoteId{11});
        QCOMPARE(quotes[0].document, documents[0].id);
        QCOMPARE(quotes[0].exact, u"Shells fell on Sotk at night."_s);
        QCOMPARE(quotes[0].begin, 17);
        QCOMPARE(quotes[0].prefix, u"Updated at noon.\n"_s);
        QCOMPARE(quotes[0].speaker, u"Somebody"_s);
        QCOMPARE(rowsIn<Decision>(change), (std::vector{Decision{documents[0].id, u"k"_s, true}}));
        QCOMPARE(change.edits.size(), 3U);
    }

    void takesTheNewWordsWhereAPersonSaysSo()
    {
        std::vector<ReplacedQuote> plan = planReplacement(threeQuotes(), is);
        plan[1].follows = true;
        const auto quotes = rowsIn<Quote>(replaceChange(DocumentId{1}, capture(), plan, {}));
        QCOMPARE(quotes.size(), 2U);
        QCOMPARE(quotes[1].id, QuoteId{12});
        QCOMPARE(quotes[1].exact, u"At least 105 servicemen were killed"_s);
    }

    void decidesLaterOnWhatStayed()
    {
        std::vector<ReplacedQuote> plan = planReplacement({threeQuotes()[1]}, is);
        plan[0].follows = true;
        Document stored = capture();
        stored.id = DocumentId{2};
        const Change change = replaceChange(DocumentId{1}, stored, plan, {{DocumentId{1}, u"k"_s, true}});
        QCOMPARE(change.edits.size(), 1U);
        QCOMPARE(rowsIn<Quote>(change).at(0).document, DocumentId{2});
    }

    void asksWhereTwoStretchesWouldBecomeOne()
    {
        const QString twice = u"They answered provocations, they said on Monday. They answered provocations, they said "
                              "again on Friday, and that was all they said."_s;
        const QString words = u"They answered provocations"_s;
        const QString once = u"New: They answered provocations, they said on Sunday."_s;
        std::vector<Quote> quotes;
        for (const qsizetype begin : {twice.indexOf(words), twice.lastIndexOf(words)})
            quotes.push_back(quoteFrom({}, twice, {begin, begin + words.size()}).value());
        const std::vector<ReplacedQuote> plan = planReplacement(quotes, once);
        QCOMPARE(countsOf(plan).ambiguous, 2);
        QVERIFY(!plan[0].follows && !plan[1].follows);
        // The same stretch said by two speakers is one stretch.
        QCOMPARE(countsOf(planReplacement({quotes[0], quotes[0]}, once)).moved, 2);
    }

    void saysOfACaptureWhatWasSaidOfTheOlder()
    {
        Document older;
        older.id = DocumentId{1};
        older.title = u"Title"_s;
        older.publisher = u"Wire"_s;
        older.published = WrittenTime{*utcFromIso(u"2022-09-13T00:00Z"), TimePrecision::Day, u"UTC"_s};
        older.grade = 'B';
        older.graphic = true;
        older.origin = DocumentId{1};
        Document given = capture();
        given.publisher = u"Wire, corrected"_s;
        const Document newer = newerCapture(given, older);
        QCOMPARE(newer.title, older.title);
        QCOMPARE(newer.publisher, given.publisher);
        QCOMPARE(newer.published, older.published);
        QCOMPARE(newer.grade, 'B');
        QCOMPARE(newer.origin, older.origin);
        QVERIFY(newer.graphic);
        QCOMPARE(newer.text, is);
    }

    void replacesADocumentWithoutQuotes()
    {
        const std::vector<ReplacedQuote> plan = planReplacement({}, is);
        QCOMPARE(countsOf(plan), ReplacementCounts{});
        QCOMPARE(replaceChange(DocumentId{1}, capture(), plan, {}).edits.size(), 1U);
    }
};

QTEST_APPLESS_MAIN(TestReplacement)
#include "tst_replacement.moc"
