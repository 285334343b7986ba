#include "domain/quote.h"

#include <QTest>

using namespace dateline;

class TestQuote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsPage()
    {
        const QString text = QStringLiteral("One\fTwo\fThree");
        QCOMPARE(pageAt(text, 0), 1);
        QCOMPARE(pageAt(text, text.indexOf(u"Two")), 2);
        QCOMPARE(pageAt(text, text.size()), 3);
        QCOMPARE(pageAt(QStringLiteral("One"), 2), 0);
    }

    void cutsWordsWithTheirNeighbours()
    {
        const QString text = QStringLiteral("The ministry said: “We were shelled.” Nobody was hurt.");
        const qsizetype begin = text.indexOf(QStringLiteral("We were"));
        const Quote quote = quoteFrom(DocumentId{7}, text, {begin, begin + 16}, QStringLiteral("The ministry")).value();
        QCOMPARE(quote.document, DocumentId{7});
        QCOMPARE(quote.exact, QStringLiteral("We were shelled."));
        QCOMPARE(quote.begin, qint64{begin});
        QCOMPARE(quote.end, qint64{begin + 16});
        QCOMPARE(quote.prefix, QStringLiteral("The ministry said: “"));
        QCOMPARE(quote.suffix, QStringLiteral("” Nobody was hurt."));
        QCOMPARE(quote.speaker, QStringLiteral("The ministry"));
        QCOMPARE(spanOf(quote, text), (TextSpan{begin, begin + 16}));
    }

    void takesThirtyTwoCodePointsOfNeighbours()
    {
        const QString pair = QString::fromUtf8("😀");
        const QString text = pair.repeated(40) + QStringLiteral("words") + pair.repeated(40);
        const Quote quote = quoteFrom({}, text, {80, 85}).value();
        QCOMPARE(quote.prefix, pair.repeated(32));
        QCOMPARE(quote.suffix, pair.repeated(32));
        QCOMPARE(quote.begin, 40);
        QCOMPARE(quote.end, 45);
    }

    void countsCodePointsNotUnits()
    {
        const QString text = QString::fromUtf8("𝔊𝔬 Գորիս 😀 end");
        const qsizetype begin = text.indexOf(QString::fromUtf8("Գ"));
        const Quote quote = quoteFrom({}, text, {begin, text.size()}).value();
        QCOMPARE(quote.begin, 3);
        QCOMPARE(quote.end, 14);
        QCOMPARE(quote.prefix, QString::fromUtf8("𝔊𝔬 "));
        QCOMPARE(spanOf(quote, text), (TextSpan{begin, text.size()}));
    }

    void quotesTheWholeTextAndItsEdges()
    {
        const QString text = QStringLiteral("abc");
        QCOMPARE(quoteFrom({}, text, {0, 3}).value().exact, text);
        QCOMPARE(quoteFrom({}, text, {0, 1}).value().prefix, QString());
        QCOMPARE(quoteFrom({}, text, {2, 3}).value().suffix, QString());
    }

    void refusesAQuoteOutsideTheText_data()
    {
        QTest::addColumn<qsizetype>("begin");
        QTest::addColumn<qsizetype>("end");
        QTest::newRow("empty") << qsizetype{2} << qsizetype{2};
        QTest::newRow("backwards") << qsizetype{3} << qsizetype{2};
        QTest::newRow("before the text") << qsizetype{-1} << qsizetype{2};
        QTest::newRow("past the end") << qsizetype{0} << qsizetype{99};
        QTest::newRow("begins inside a pair") << qsizetype{5} << qsizetype{7};
        QTest::newRow("ends inside a pair") << qsizetype{0} << qsizetype{5};
    }
    void refusesAQuoteOutsideTheText()
    {
        QFETCH(qsizetype, begin);
        QFETCH(qsizetype, end);
        const Result<Quote> quote = quoteFrom({}, QString::fromUtf8("abc 😀 def"), {begin, end});
        QVERIFY(!quote);
        QCOMPARE(quote.error().kind, Error::Kind::Malformed);
        QVERIFY(!quoteFrom({}, QString(), {0, 1}));
    }

    void findsNothingWhereTheWordsDoNotStand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("moved by one") << QStringLiteral(" the words here");
        QTest::newRow("changed") << QStringLiteral("the Words here");
        QTest::newRow("cut short") << QStringLiteral("the wor");
        QTest::newRow("shorter than the position") << QStringLiteral("the");
        QTest::newRow("empty") << QString();
    }
    void findsNothingWhereTheWordsDoNotStand()
    {
        QFETCH(QString, text);
        const Quote quote = quoteFrom({}, QStringLiteral("the words here"), {4, 9}).value();
        QVERIFY(!spanOf(quote, text));
    }

    void findsNothingForPositionsThatNoTextHas()
    {
        Quote quote = quoteFrom({}, QStringLiteral("the words here"), {4, 9}).value();
        quote.begin = -1;
        QVERIFY(!spanOf(quote, QStringLiteral("the words here")));
        quote.begin = std::numeric_limits<qint64>::max();
        QVERIFY(!spanOf(quote, QStringLiteral("the words here")));
        quote.begin = 4;
        quote.exact.clear();
        QVERIFY(!spanOf(quote, QStringLiteral("the words here")));
    }

    void countsHalfAPairAloneAsOne()
    {
        const QString text =
            QStringLiteral("a") + QChar(0xdc00) + QStringLiteral("b") + QChar(0xd800) + QStringLiteral("cd");
        const Quote quote = quoteFrom({}, text, {4, 6}).value();
        QCOMPARE(quote.begin, 4);
        QCOMPARE(spanOf(quote, text), (TextSpan{4, 6}));
    }
};

QTEST_APPLESS_MAIN(TestQuote)
#include "tst_quote.moc"
