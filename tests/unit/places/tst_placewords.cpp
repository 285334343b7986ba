#include "places/words.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheWordsOfAText_data();
    void findsTheWordsOfAText();
    void knowsWhatJoinsTwoWords_data();
    void knowsWhatJoinsTwoWords();
    void asksForCapitalsOnlyWhereAScriptHasThem_data();
    void asksForCapitalsOnlyWhereAScriptHasThem();
};

void WordsTest::findsTheWordsOfAText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("no word") << u"… — “”"_s << QStringList();
    QTest::newRow("a sentence") << u"“Goris, Sotk – and Jermuk.”"_s
                                << QStringList{u"Goris"_s, u"Sotk"_s, u"and"_s, u"Jermuk"_s};
    QTest::newRow("a possessive") << u"Armenia’s border, Sotk's mine"_s
                                  << QStringList{u"Armenia"_s, u"border"_s, u"Sotk"_s, u"mine"_s};
    QTest::newRow("an apostrophe inside")
        << u"Step'anavan Côte d’Ivoire"_s << QStringList{u"Step'anavan"_s, u"Côte"_s, u"d’Ivoire"_s};
    QTest::newRow("quotation marks that look like apostrophes") << u"'Goris'"_s << QStringList{u"Goris"_s};
    QTest::newRow("combining marks") << u"S\u0327us\u0327a yes"_s << QStringList{u"S\u0327us\u0327a"_s, u"yes"_s};
    QTest::newRow("half a surrogate pair") << QString(QChar(0xD801)) + u"a"_s << QStringList{u"a"_s};
}

void WordsTest::findsTheWordsOfAText()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QStringList words;
    for (std::optional<Word> word = nextWord(text, 0); word; word = nextWord(text, word->span.end)) {
        words.append(word->span.in(text).toString());
        // The possessive that the span leaves out is no word of its own.
        if (QStringView(text).sliced(word->span.end).startsWith(u"’s")
            || QStringView(text).sliced(word->span.end).startsWith(u"'s")) {
            word->span.end += 2;
        }
    }
    QCOMPARE(words, expected);
}

void WordsTest::knowsWhatJoinsTwoWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("joined");
    QTest::newRow("space") << u"Verin Shorzha"_s << true;
    QTest::newRow("line break") << u"Verin\nShorzha"_s << true;
    QTest::newRow("paragraph") << u"Verin\n\nShorzha"_s << false;
    QTest::newRow("hyphen") << u"Nagorno-Karabakh"_s << true;
    QTest::newRow("abbreviation") << u"St. Petersburg"_s << true;
    QTest::newRow("end of a sentence") << u"Martuni. Berd"_s << false;
    QTest::newRow("comma") << u"Goris, Sotk"_s << false;
    QTest::newRow("bracket") << u"Lachin (Berdzor)"_s << false;
}

void WordsTest::knowsWhatJoinsTwoWords()
{
    QFETCH(QString, text);
    QFETCH(bool, joined);
    const std::optional<Word> first = nextWord(text, 0);
    QVERIFY(first);
    const std::optional<Word> second = nextWord(text, first->span.end);
    QVERIFY(second);
    QCOMPARE(second->joined, joined);
}

void WordsTest::asksForCapitalsOnlyWhereAScriptHasThem_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("expected");
    QTest::newRow("Latin capital") << u"Goris"_s << true;
    QTest::newRow("Latin small") << u"reading"_s << false;
    QTest::newRow("Latin small with a mark") << u"şuşa"_s << false;
    QTest::newRow("Cyrillic small") << u"горис"_s << false;
    QTest::newRow("Armenian capital") << u"Գորիս"_s << true;
    QTest::newRow("Armenian small") << u"գորիս"_s << false;
    QTest::newRow("Georgian") << u"თბილისი"_s << true;
    QTest::newRow("Arabic") << u"تبریز"_s << true;
}

void WordsTest::asksForCapitalsOnlyWhereAScriptHasThem()
{
    QFETCH(QString, word);
    QFETCH(bool, expected);
    QCOMPARE(couldBeginName(word), expected);
}

QTEST_APPLESS_MAIN(WordsTest)
#include "tst_placewords.moc"
