#include "figure/words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortensAtTheBestLimit_data();
    void shortensAtTheBestLimit();
    void neverAltersTheWordsThatItKeeps();
    void quotesWithMarksThatDiffer();
    void namesSourcesByLetters_data();
    void namesSourcesByLetters();
};

namespace
{

const QString statement = QStringLiteral(
    "At 00:05 am (2005 GMT) on Tuesday, the army launched intensive shelling, with artillery and large-calibre "
    "firearms, against positions in the direction of the cities of Goris, Sotk, and Jermuk");

} // namespace

void TestWords::shortensAtTheBestLimit_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("focus");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("excerpt");
    QTest::newRow("fits") << u"Short."_s << QString() << 10 << u"Short."_s;
    QTest::newRow("sentence") << u"They fire. They advance into the town now."_s << QString() << 16
                              << u"They fire. …"_s;
    QTest::newRow("clause") << statement << QString() << 80
                            << u"At 00:05 am (2005 GMT) on Tuesday, the army launched intensive shelling …"_s;
    QTest::newRow("word") << u"one two three four"_s << QString() << 10 << u"one two …"_s;
    QTest::newRow("no room") << u"extraordinarily long"_s << QString() << 4 << QString();
    QTest::newRow("focus kept") << statement << u"Goris"_s << 100
                                << u"… against positions in the direction of the cities of Goris, Sotk, and Jermuk"_s;
    QTest::newRow("focus that is not there") << u"one two three four"_s << u"Goris"_s << 10 << u"one two …"_s;
    QTest::newRow("a time is no sentence")
        << u"From 9.00 a.m. on they keep to it"_s << QString() << 27 << u"From 9.00 a.m. on they …"_s;
}

void TestWords::shortensAtTheBestLimit()
{
    QFETCH(const QString, words);
    QFETCH(const QString, focus);
    QFETCH(const int, most);
    QFETCH(const QString, excerpt);
    QCOMPARE(excerptOf(words, focus, [most](const QString &text) { return text.size() <= most; }), excerpt);
}

void TestWords::neverAltersTheWordsThatItKeeps()
{
    for (int most = 3; most < statement.size() + 5; ++most) {
        for (const QString &focus : {QString(), QStringLiteral("Sotk")}) {
            QString kept = excerptOf(statement, focus, [most](const QString &text) { return text.size() <= most; });
            QVERIFY(kept.size() <= most);
            if (kept.startsWith(u"… "_s))
                kept.remove(0, 2);
            if (kept.endsWith(u" …"_s))
                kept.chop(2);
            QVERIFY2(statement.contains(kept), qPrintable(kept));
        }
    }
}

void TestWords::quotesWithMarksThatDiffer()
{
    QCOMPARE(quoted(u"They fire"_s), u"“They fire”"_s);
    QCOMPARE(quoted(u"“They fire,” it said"_s), u"‘“They fire,” it said’"_s);
}

void TestWords::namesSourcesByLetters_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("letter");
    QTest::newRow("first") << 0 << u"a"_s;
    QTest::newRow("last of one letter") << 25 << u"z"_s;
    QTest::newRow("first of two letters") << 26 << u"aa"_s;
    QTest::newRow("later") << 53 << u"bb"_s;
}

void TestWords::namesSourcesByLetters()
{
    QFETCH(const int, index);
    QFETCH(const QString, letter);
    QCOMPARE(sourceLetter(index), letter);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
