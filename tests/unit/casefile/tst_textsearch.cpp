#include "casedata.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

class TestTextSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_case = createCase(m_folder.filePath(QStringLiteral("case.gpkg")), QString()).value();
        Document filler;
        filler.text = m_text;
        filler.title = QStringLiteral("Report");
        QVERIFY(m_case->apply({QString(), {sampleDocument(), filler}}).has_value());
    }

    void findsWords_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, const char *words, const QStringList &found) {
            QTest::newRow(name) << QString::fromUtf8(words) << found;
        };
        row("one word, every place", "mortar",
            {QStringLiteral("Mortar"), QStringLiteral("mortar"), QStringLiteral("mortars")});
        row("beginning of a word", "artill", {QStringLiteral("artillery")});
        row("whole words before the last", "artill fire", {});
        row("two words", "artillery fire", {QStringLiteral("artillery and mortar fire")});
        row("two words the other way round", "fire artillery", {QStringLiteral("artillery and mortar fire")});
        row("words far apart", "artillery sunset", {});
        row("accents left out", "susa", {QString::fromUtf8("Şuşa")});
        row("accents put in", "réport", {QStringLiteral("report")});
        row("hyphen", "Nagorno-Karabakh", {QStringLiteral("Nagorno-Karabakh"), QStringLiteral("Nagorno Karabakh")});
        row("Armenian", "գորիս", {QString::fromUtf8("Գորիս")});
        row("Russian", "СОТК", {QString::fromUtf8("Сотк")});
        row("behind letters of two units", "shelled", {QStringLiteral("shelled")});
        row("not there", "Vardenis", {});
        row("nothing", "", {});
        row("no letters", " — \" ' * ( ) : ^ - ", {});
    }
    void findsWords()
    {
        QFETCH(QString, words);
        QFETCH(QStringList, found);
        QCOMPARE(wordsFound(words), found);
    }

    void neverTakesWordsAsOperators_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"\"",
                                  "\"\"",
                                  "a\"b",
                                  "mortar\"",
                                  "\"mortar",
                                  "AND",
                                  "OR NOT",
                                  "NEAR(mortar, 2)",
                                  "mortar*",
                                  "^mortar",
                                  "text:mortar",
                                  "{text}:mortar",
                                  "-mortar",
                                  "mortar +fire",
                                  "(mortar",
                                  "mortar)",
                                  "mortar AND",
                                  "'; DROP",
                                  "\\",
                                  "%",
                                  "mortar \xf0\x9f\x98\x80",
                                  "\xf0\x9d\x94\x8a"})
            QTest::newRow(words) << QString::fromUtf8(words);
        QTest::newRow("a null") << QStringLiteral("mor") + QChar(u'\0') + QStringLiteral("tar\"");
        QTest::newRow("half a surrogate pair") << QStringLiteral("mortar") + QChar(0xd835);
        QTest::newRow("the marks") << QStringLiteral("mortar") + QChar(0xfdd0) + QChar(0xfdd1);
        QTest::newRow("very long") << QString(100000, u'm');
        QTest::newRow("very many") << QStringLiteral("mortar ").repeated(2000);
    }
    void neverTakesWordsAsOperators()
    {
        QFETCH(QString, words);
        const Result<std::vector<SearchHit>> hits = m_case->search(words, 10);
        QVERIFY2(hits.has_value(), hits ? "" : qPrintable(hits.error().message));
    }

    void stopsAtTheLimit()
    {
        QCOMPARE(m_case->search(QStringLiteral("mortar"), 1).value().size(), 1U);
        QCOMPARE(m_case->search(QStringLiteral("mortar"), 0).value().size(), 0U);
        QCOMPARE(m_case->search(QStringLiteral("mortar"), -1).value().size(), 0U);
    }

    void showsOneLineAroundTheWords()
    {
        const SearchHit hit = m_case->search(QStringLiteral("drones"), 5).value().at(0);
        QCOMPARE(hit.documentName, QStringLiteral("Report"));
        QVERIFY(hit.excerpt.contains(QStringLiteral("drones")));
        QVERIFY(!hit.excerpt.contains(QLatin1Char('\n')));
        QVERIFY(hit.excerpt.size() < 200);
        QVERIFY(hit.excerpt.startsWith(QChar(0x2026)) && hit.excerpt.endsWith(QChar(0x2026)));
    }

    void findsTextThatHoldsTheMarks()
    {
        Document document;
        document.text = QStringLiteral("x") + QChar(0xfdd0) + QStringLiteral(" uniqueword ") + QChar(0xfdd1);
        QVERIFY(m_case->apply({QString(), {document}}).has_value());
        const std::vector<SearchHit> hits = m_case->search(QStringLiteral("uniqueword"), 5).value();
        QCOMPARE(hits.size(), 1U);
        QCOMPARE(hits[0].span.in(document.text).toString(), QStringLiteral("uniqueword"));
    }

private:
    QStringList wordsFound(const QString &words) const
    {
        QStringList found;
        const std::vector<SearchHit> hits = m_case->search(words, 100).value();
        for (const SearchHit &hit : hits)
            found.append(hit.span.in(m_case->document(hit.document).value().text).toString());
        return found;
    }

    const QString m_text = QString::fromUtf8(
        "Mortar teams moved. The report from Şuşa speaks of artillery and mortar fire, and of mortars and drones, "
        "along the whole line of contact between the two sides that evening.\n"
        + QByteArray("Then nothing more was heard of it that day.\n").repeated(6)
        + "Nagorno-Karabakh, or Nagorno Karabakh, was quiet. At sunset it was over.\n");
    QTemporaryDir m_folder;
    std::unique_ptr<Case> m_case;
};

QTEST_GUILESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
