#include "domain/claimboard.h"
#include "domain/names.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

Incident shelling()
{
    Incident incident;
    incident.title = u"Shelling towards Goris"_s;
    incident.when = When{{}, {}, u"At 00:05 on Tuesday"_s};
    incident.where = Where{.place = u"Goris"_s,
                           .province = {},
                           .country = {},
                           .geometry = {},
                           .precision = LocationPrecision::Near,
                           .radiusMetres = 0,
                           .asWritten = u"in the direction of the city"_s};
    incident.actors = {u"Azerbaijan"_s};
    incident.losses = {{Loss::Kind::Killed, 49, 49, u"service personnel"_s, u"The prime minister"_s}};
    return incident;
}

BoardWords wordsOf(const QString &speaker, const QString &text, Stance stance = Stance::Reports,
                   const char16_t *published = nullptr)
{
    BoardWords words;
    words.claim.stance = stance;
    words.quote.exact = text;
    words.quote.speaker = speaker;
    words.document = u"A report"_s;
    words.publisher = u"A wire"_s;
    if (published)
        words.published = WrittenTime{*utcFromIso(QStringView(published)), TimePrecision::Minute, {}};
    return words;
}

QString answersText(const Questions &answers)
{
    QStringList keys;
    for (int i = 0; i < questionCount; ++i) {
        if (answers.test(static_cast<std::size_t>(i)))
            keys.append(keyOf(static_cast<Question>(i)));
    }
    return keys.join(u' ');
}

QStringList conflictsOf(const ClaimBoard &board, Question question)
{
    QStringList sentences;
    for (const BoardConflict &conflict : board.rows.at(static_cast<std::size_t>(question)).conflicts)
        sentences.append(conflict.sentence);
    return sentences;
}

} // namespace

class TestClaimBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsANameAtTheBeginningOfAWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("found");
        QTest::newRow("as it is") << u"shells fell on Goris"_s << u"Goris"_s << true;
        QTest::newRow("another case") << u"GORIS was hit"_s << u"goris"_s << true;
        QTest::newRow("inflected") << u"Azerbaijani forces"_s << u"Azerbaijan"_s << true;
        QTest::newRow("accents and spaces") << u"in São \n Paulo"_s << u"Sao Paulo"_s << true;
        QTest::newRow("inside a word") << u"Megoris"_s << u"Goris"_s << false;
        QTest::newRow("no name") << u"shells"_s << QString() << false;
    }
    void findsANameAtTheBeginningOfAWord()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, name);
        QTEST(namesIn(text, name), "found");
    }

    void tellsWhatWordsAnswer_data()
    {
        QTest::addColumn<BoardWords>("words");
        QTest::addColumn<QString>("answers");
        const QString minister = u"The prime minister"_s;
        QTest::newRow("all of it") << wordsOf({}, u"At 00:05  on tuesday Azerbaijan shelled Goris; 49 fell"_s)
                                   << u"what who where when losses"_s;
        QTest::newRow("nothing in particular") << wordsOf({}, u"It was terrible"_s, Stance::Adds) << u"what"_s;
        QTest::newRow("an addition about the place")
            << wordsOf({}, u"It came in the direction of the city"_s, Stance::Adds) << u"where"_s;
        QTest::newRow("a number with its unit") << wordsOf({}, u"We lost 49."_s, Stance::Adds) << u"losses"_s;
        QTest::newRow("part of a number") << wordsOf({}, u"Brigade 1,049 moved"_s, Stance::Adds) << u"what"_s;
        QTest::newRow("a number in words")
            << wordsOf(minister, u"Forty-nine were killed"_s, Stance::Adds) << u"losses"_s;
        QTest::newRow("the same from another")
            << wordsOf(u"A witness"_s, u"Many were killed"_s, Stance::Adds) << u"what"_s;
        QTest::newRow("a denial names place and time")
            << wordsOf({}, u"Nobody shelled Goris at 00:05 on Tuesday"_s, Stance::Denies) << u"what"_s;
        QTest::newRow("a dispute over a number")
            << wordsOf({}, u"It was not 49"_s, Stance::Disputes) << u"what losses"_s;
        BoardWords decided = wordsOf({}, u"Goris"_s);
        decided.claim.about.set(static_cast<std::size_t>(Question::Who));
        QTest::newRow("as a person decided") << decided << u"who"_s;
    }
    void tellsWhatWordsAnswer()
    {
        QFETCH(const BoardWords, words);
        QFETCH(const QString, answers);
        QCOMPARE(answersText(answersOf(words, shelling())), answers);
    }

    void putsOnePartyInOneColumn()
    {
        const std::vector<BoardWords> words{
            wordsOf(u"Défense  Ministry"_s, u"one"_s, Stance::Reports, u"2022-09-14T00:00Z"),
            wordsOf(u"defense ministry"_s, u"two"_s, Stance::Adds, u"2022-09-13T00:00Z"), wordsOf({}, u"three"_s),
            wordsOf(u" "_s, u"four"_s)};
        const ClaimBoard board = claimBoardOf(shelling(), words);
        QCOMPARE(board.parties, (QStringList{u"defense ministry"_s, u"A wire"_s}));
        // By date, the undated last.
        QCOMPARE(board.rows.at(0).cells, (std::vector<std::vector<std::size_t>>{{1, 0}, {2, 3}}));
        QVERIFY(conflictsOf(board, Question::What).isEmpty());
    }

    void namesADocumentThatNamesNobody()
    {
        BoardWords words = wordsOf({}, u"one"_s);
        words.publisher.clear();
        QCOMPARE(partyOf(words), u"A report"_s);
    }

    void marksWhoDeniesWithoutTakingASide()
    {
        const std::vector<BoardWords> words{
            wordsOf(u"A"_s, u"They shelled"_s), wordsOf(u"B"_s, u"We did not"_s, Stance::Denies),
            wordsOf(u"C"_s, u"It was so"_s, Stance::Confirms), wordsOf(u"D"_s, u"Was it so?"_s, Stance::Disputes)};
        const ClaimBoard board = claimBoardOf(shelling(), words);
        QCOMPARE(conflictsOf(board, Question::What), (QStringList{u"A and C say so, D disputes it, B denies it"_s}));
        QCOMPARE(board.rows.at(0).conflicts.front().parties, (std::vector<std::size_t>{0, 1, 2, 3}));
        QVERIFY(conflictsOf(board, Question::Where).isEmpty());
    }

    void seesNoConflictOfAPartyWithItself()
    {
        const std::vector<BoardWords> words{wordsOf(u"A"_s, u"They shelled"_s),
                                            wordsOf(u"a"_s, u"They did not"_s, Stance::Denies)};
        QVERIFY(conflictsOf(claimBoardOf(shelling(), words), Question::What).isEmpty());
    }

    void comparesNumbersOfTheSameLosses_data()
    {
        QTest::addColumn<Loss>("other");
        QTest::addColumn<QString>("sentence");
        const QString who = u"service personnel"_s;
        QTest::newRow("apart") << Loss{Loss::Kind::Killed, 60, 80, u"Service  Personnel"_s, u"B"_s}
                               << u"The prime minister says 49 killed (service personnel), "
                                  u"B says 60–80 killed (Service  Personnel)"_s;
        QTest::newRow("overlapping") << Loss{Loss::Kind::Killed, 40, 60, who, u"B"_s} << QString();
        QTest::newRow("of others") << Loss{Loss::Kind::Killed, 71, 71, u"civilians"_s, u"B"_s} << QString();
        QTest::newRow("another kind") << Loss{Loss::Kind::Wounded, 71, 71, who, u"B"_s} << QString();
        QTest::newRow("the same party") << Loss{Loss::Kind::Killed, 71, 71, who, u"the Prime Minister"_s} << QString();
        QTest::newRow("by nobody") << Loss{Loss::Kind::Killed, 71, 71, who, {}} << QString();
    }
    void comparesNumbersOfTheSameLosses()
    {
        QFETCH(const Loss, other);
        QFETCH(const QString, sentence);
        Incident incident = shelling();
        incident.losses.push_back(other);
        const ClaimBoard board = claimBoardOf(incident, std::vector{wordsOf(u"the prime minister"_s, u"49 fell"_s)});
        QCOMPARE(conflictsOf(board, Question::Losses), sentence.isEmpty() ? QStringList() : QStringList{sentence});
        if (!sentence.isEmpty())
            QCOMPARE(board.rows.at(4).conflicts.front().parties, (std::vector<std::size_t>{0}));
    }

    void hasAllQuestionsForAnIncidentWithoutWords()
    {
        const ClaimBoard board = claimBoardOf(shelling(), {});
        QVERIFY(board.parties.isEmpty());
        QCOMPARE(board.rows.at(4).question, Question::Losses);
        QVERIFY(board.rows.at(4).cells.empty());
    }
};

QTEST_GUILESS_MAIN(TestClaimBoard)
#include "tst_claimboard.moc"
