#include "reading/quotes.h"

#include <QTest>

using namespace dateline;

namespace
{

/// “speaker: words” of every utterance, indirect ones with “~”, parted by “ | ”.
QString utterancesIn(const QString &text)
{
    const Tokens tokens(text);
    const auto sentences = sentencesFrom(tokens);
    QStringList found;
    for (const Utterance &u : utterancesFrom(tokens, sentences, quotationsFrom(tokens, sentences))) {
        found << (u.quote.direct ? QString() : QStringLiteral("~")) + u.quote.speaker + QStringLiteral(": ")
                + u.quote.span.in(text).toString();
    }
    return found.join(QStringLiteral(" | "));
}

} // namespace

class TestQuotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWordsAndSpeakers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("after", "“The road is closed,” the army said.", "army: The road is closed");
        row("verb first", "“The road is closed,” said the army.", "army: The road is closed");
        row("before with comma", "The army said, “The road is closed.”", "army: The road is closed.");
        row("before with colon", "The mayor of Dori said: “We must stand united.”",
            "mayor of Dori: We must stand united.");
        row("between", "“The road,” the army said, “is now closed to everyone.”",
            "army: The road | army: is now closed to everyone.");
        row("straight", "\"The road is closed,\" a spokesman said.", "spokesman: The road is closed");
        row("guillemets", "«The road is closed», the army said.", "army: The road is closed");
        row("guillemets with spaces", "« The road is closed », the army said.", "army: The road is closed");
        row("low nine", "„The road is closed“, the army said.", "army: The road is closed");
        row("single curly", "‘The soldiers’ homes burn,’ she said.", ": The soldiers’ homes burn");
        row("single straight", "'The road is closed,' the army said.", "army: The road is closed");
        row("apostrophes are no marks", "The soldiers' homes and the dogs' kennels burnt.", "");
        row("statement", "“It goes on,” a Russian foreign ministry statement said.",
            "Russian foreign ministry: It goes on");
        row("possessive", "“It goes on,” Armenia’s defence ministry said in a statement released.",
            "Armenia’s defence ministry: It goes on");
        row("explained name", "“It goes on,” said Ahmed Ali, a spokesman for the army.", "Ahmed Ali: It goes on");
        row("explained before", "Ahmed Ali, a spokesman for the army, said: “It goes on.”", "Ahmed Ali: It goes on.");
        row("day inside", "The ministry on Tuesday said: “It goes on.”", "ministry: It goes on.");
        row("question", "“Who fired?” asked the colonel.", "colonel: Who fired?");
        row("capital behind a shout", "“Stop firing!” Smith said.", "Smith: Stop firing!");
        row("carried by it", "“One,” the army said.\n“Two is coming,” it added.", "army: One | army: Two is coming");
        row("carried by the statement", "“One,” the army said.\n“Two is coming,” the statement further read.",
            "army: One | army: Two is coming");
        row("went on to say", "“One,” the army said.\n“Two is coming,” the statement went on to say.",
            "army: One | army: Two is coming");
        row("goes on in the paragraph", "“One is here,” the army said. “Two is coming in the morning.”",
            "army: One is here | army: Two is coming in the morning.");
        row("across paragraphs", "The army said: “One is here.\n“Two is coming.”",
            "army: One is here. | army: Two is coming.");
        row("across paragraphs, named at the end", "“One is here.\n“Two is coming,” the army said.",
            "army: One is here. | army: Two is coming");
        row("short sentence goes on", "“One is here,” the army said. “Online.”", "army: One is here | army: Online.");
        row("colon without a verb", "The junta's spokesman, on television: “It is gone.”",
            "junta's spokesman: It is gone.");
        row("part of a sentence", "A source speaks of “some thirty dead”, and the army said no more.",
            "source: some thirty dead");
        row("role with name", "A volunteer medic, Paris, tells us: “Four wounded.”", "Paris: Four wounded.");
        row("name with age and clause", "Georgia native Madison, 29, who teaches in the city, said: “I have counted.”",
            "Georgia native Madison: I have counted.");
        row("behind a place", "Behind her a man shouted: “Down with it!”", "man: Down with it!");
        row("one just spoken of", "A beekeeper from a hamlet came on foot. “I left forty hives,” he said.",
            "beekeeper: I left forty hives");
        row("told us", "“Not one shot is heard,” the ferryman told us.", "ferryman: Not one shot is heard");
        row("verb first with age", "“We don’t unpack,” explained Oksana, 61, who stayed.", "Oksana: We don’t unpack");
        row("several sentences", "“One. Two. Three,” the army said.", "army: One. Two. Three");
        row("two clauses", "Two died, medics said; their names are known.", "~medics: Two died");
        row("dateline", "GANJA, Azerbaijan — Seven were killed, the prosecutor's office said.",
            "~prosecutor's office: Seven were killed");
        row("told the paper that", "Security sources told the paper that it was possible.",
            "~Security sources: it was possible");
        row("estimate", "Fifty were killed in the city, health partners estimate.",
            "~health partners: Fifty were killed in the city");
        row("by pronoun of many", "Russian officials did not comment. They have said that it holds.",
            "~Russian officials: it holds");
        row("according to before", "According to Russian news agencies, the clashes broke out.",
            "~Russian news agencies: the clashes broke out");
        row("according to after", "The clashes broke out, according to the police.", "~police: The clashes broke out");
        row("that", "The minister stated that 49 died.", "~minister: 49 died");
        row("day before that", "Officials said on Thursday that a truce had been agreed.",
            "~Officials: a truce had been agreed");
        row("reports suggest", "Local media reports suggest that the truce is broken.",
            "~Local media: the truce is broken");
        row("has claimed", "Russia has claimed that a truce holds.", "~Russia: a truce holds");
        row("trailing", "Shells hit the market, two officials said.", "~two officials: Shells hit the market");
        row("trailing told", "Shells hit the market, witnesses told reporters.", "~witnesses: Shells hit the market");
        row("denied", "The army denied shelling the city.", "~army: shelling the city");
        row("passive is nobody", "Clashes were also reported in the city.", "");
        row("read a book", "The boy read a long book.", "");
        row("unclosed", "The army said: “One is here.", "~army: One is here");
    }
    void findsWordsAndSpeakers()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(utterancesIn(text), expected);
    }

    void marksDenials()
    {
        const QString text = QStringLiteral("The army denied shelling the city.");
        const Tokens tokens(text);
        const auto sentences = sentencesFrom(tokens);
        const auto found = utterancesFrom(tokens, sentences, quotationsFrom(tokens, sentences));
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front().stance, Stance::Denies);
    }

    void keepsAbbreviationsInsideSentences_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("At 9 a.m. Moscow time it fell. It hurt.") << 2;
        QTest::newRow("At 9 a.m. The army came.") << 2;
        QTest::newRow("On Sept. 13 Col. Smith of the U.S. Army left. He ran.") << 2;
        QTest::newRow("One line\nanother line that stands alone") << 2;
        QTest::newRow("He paid 9.50 for it.") << 1;
    }
    void keepsAbbreviationsInsideSentences()
    {
        QFETCH(int, count);
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        QCOMPARE(static_cast<int>(sentencesFrom(Tokens(text)).size()), count);
    }

    void joinsLinesThatAreWrapped()
    {
        const QString text = QStringLiteral("The army said in the morning that the road was closed to all\n"
                                            "traffic until the evening of the same day, when it would be\n"
                                            "opened again. Nobody was hurt.\n\nThe end.\n");
        QCOMPARE(sentencesFrom(Tokens(text)).size(), std::size_t{3});
    }

    void knowsLinesThatPointElsewhere()
    {
        const QString text = QStringLiteral("It fell.\nAlso read | 49 soldiers killed\nIt rose.");
        const auto sentences = sentencesFrom(Tokens(text));
        QCOMPARE(sentences.size(), std::size_t{3});
        QVERIFY(sentences[1].pointer);
    }
};

QTEST_APPLESS_MAIN(TestQuotes)
#include "tst_quotes.moc"
