#include "domain/fingerprint.h"
#include "origintexts.h"

#include <QTest>

using namespace dateline;

namespace
{

Likeness likenessOfTexts(const QString &a, const QString &b)
{
    return likenessOf(fingerprintOf(a), fingerprintOf(b));
}

QString britishToAmerican(QString text)
{
    const std::pair<const char *, const char *> spellings[]{
        {"harbour", "harbor"}, {"tonnes", "tons"}, {"defence", "defense"}, {"fertiliser", "fertilizer"}};
    for (const auto &[british, american] : spellings)
        text.replace(QLatin1StringView(british), QLatin1StringView(american));
    return text;
}

} // namespace

class TestFingerprint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsATextByItsWordsAlone_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        const auto row = [](const char *name, const char *one, const char *other) {
            QTest::newRow(name) << QString::fromUtf8(one) << QString::fromUtf8(other);
        };
        row("case", "Shells hit the port at dawn", "SHELLS HIT THE PORT AT DAWN");
        row("punctuation", "Shells hit the port, at dawn.", "shells - hit the port (at dawn)");
        row("white space", "Shells hit the port at dawn", " Shells hit\tthe\n\nport at  dawn\n");
        row("apostrophes", "it isn't the port's fault", "it isn’t the port’s fault");
        row("soft hyphens", "Shells hit the administration building today",
            "Shells hit the admin\u00ADistration building today");
        row("accents", "Обстрел продолжался ещё всю ночь", "Обстрел продолжался еще всю ночь");
        row("composed letters", "le café était déjà fermé", "le cafe\u0301 e\u0301tait de\u0301ja\u0300 ferme\u0301");
        row("ligatures", "Գորիսում և Ջերմուկում լսվել են պայթյուններ", "Գորիսում եւ Ջերմուկում լսվել են պայթյուններ");
        row("case of Cyrillic", "Ночью снаряды попали в порт", "НОЧЬЮ СНАРЯДЫ ПОПАЛИ В ПОРТ");
        row("Arabic vowel signs", "سقطت قذائف على ميناء المدينة فجرا", "سَقَطَت قذائف على ميناء المدينة فجراً");
    }
    void knowsATextByItsWordsAlone()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QVERIFY(fingerprintOf(one).runs > 0);
        QCOMPARE(fingerprintOf(one).sample, fingerprintOf(other).sample);
    }

    void tellsDigitsAndWordsApart()
    {
        QVERIFY(fingerprintOf(u"At 5 shells hit the port").sample != fingerprintOf(u"At 6 shells hit the port").sample);
        QVERIFY(fingerprintOf(u"one two three four five").sample != fingerprintOf(u"two one three four five").sample);
    }

    void countsRunsOfFiveWords()
    {
        QCOMPARE(fingerprintOf(u"").runs, 0U);
        QCOMPARE(fingerprintOf(u"one two three four").runs, 0U);
        QCOMPARE(fingerprintOf(u"one two three four five").runs, 1U);
        QCOMPARE(fingerprintOf(u"one two three four five six").runs, 2U);
        QCOMPARE(fingerprintOf(ownWords(QStringLiteral("w"), 10'000)).runs, 9'996U);
        QCOMPARE(fingerprintOf(u"炮弹击中了北岸的粮食港口").runs, 3U); // Twelve signs, ten in a run.
    }

    void knowsALongTextHoweverItsAccentsAreWritten()
    {
        const QString text = (ownWords(QStringLiteral("é"), 2'000) + u' ' + QStringLiteral("ü").repeated(3'000)
                              + QStringLiteral("𝔊é").repeated(1'500))
                                 .normalized(QString::NormalizationForm_C);
        QCOMPARE(fingerprintOf(text), fingerprintOf(text.normalized(QString::NormalizationForm_D)));
    }

    void takesDirectSpeechForOneWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<quint32>("runs");
        const auto row = [](const char *name, const char *text, quint32 runs) {
            QTest::newRow(name) << QString::fromUtf8(text) << runs;
        };
        row("English", "He said “we will not leave this town to anybody” and left again", 2);
        row("straight", "He said \"we will not leave this town to anybody\" and left again", 2);
        row("German", "Er sagte „wir geben diese Stadt niemandem her“ und ging wieder", 2);
        row("Russian", "Он сказал «мы никому не отдадим этот город» и снова ушёл", 2);
        row("quoted name", "He said “special operation” and left the old town again", 6);
        row("never closed", "He said “we will not leave this town and left again", 7);
        row("closed in another line", "He said “we will not leave\nthis town” and left again", 7);
    }
    void takesDirectSpeechForOneWord()
    {
        QFETCH(QString, text);
        QFETCH(quint32, runs);
        QCOMPARE(fingerprintOf(text).runs, runs);
    }

    void keepsLongQuotations()
    {
        QCOMPARE(fingerprintOf(QStringLiteral("“%1”").arg(ownWords(QStringLiteral("w"), 100))).runs, 96U);
    }

    void findsAReworkedTextAgain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reworked");
        QTest::addColumn<double>("contained");
        const QString header = QStringLiteral("Evening Post | News | World | Sport\nSubscribe to our newsletter now\n");
        const QString footer = QStringLiteral("\nAll rights reserved. Terms of use. Contact the newsroom.");
        QTest::newRow("same") << wireStory() << wireStory() << 1.0;
        QTest::newRow("header and footer") << wireStory() << header + wireStory() + footer << 1.0;
        QTest::newRow("paragraphs turned") << wireStory() << turned(wireStory()) << 0.9;
        QTest::newRow("American spelling") << wireStory() << britishToAmerican(wireStory()) << 0.75;
        QTest::newRow("every twentieth word") << wireStory() << edited(wireStory(), 20) << 0.7;
        QTest::newRow("half of it") << wireStory() << wordsOf(wireStory(), 110) << 0.98;
        QTest::newRow("Russian, turned") << russianStory() << turned(russianStory()) << 0.85;
        QTest::newRow("Russian, edited") << russianStory() << edited(russianStory(), 20) << 0.7;
        QTest::newRow("Armenian, turned") << armenianStory() << turned(armenianStory()) << 0.85;
        QTest::newRow("Armenian, edited") << armenianStory() << edited(armenianStory(), 20) << 0.7;
    }
    void findsAReworkedTextAgain()
    {
        QFETCH(QString, text);
        QFETCH(QString, reworked);
        QFETCH(double, contained);
        const Likeness likeness = likenessOfTexts(text, reworked);
        QVERIFY2(likeness.contained >= contained, qPrintable(QString::number(likeness.contained)));
        QCOMPARE(likenessOfTexts(reworked, text).contained, likeness.contained);
    }

    void findsNoLikenessInReportsOfTwoWriters()
    {
        QVERIFY(likenessOfTexts(wireStory(), otherReport()).contained < 0.05);
        QVERIFY(likenessOfTexts(wireStory(), russianStory()).contained < 0.01);
        QCOMPARE(likenessOfTexts(wireStory(), QString()).contained, 0.0);
    }

    void findsAShortTextInALongOne_data()
    {
        QTest::addColumn<int>("longer");
        for (const int longer : {300, 1'000, 3'000, 10'000})
            QTest::addRow("%d words", longer) << longer;
    }
    void findsAShortTextInALongOne()
    {
        QFETCH(int, longer);
        const QString around = ownWords(QStringLiteral("own"), longer / 2);
        const Likeness likeness =
            likenessOfTexts(wireStory(), around + wireStory() + ownWords(QStringLiteral("more"), longer / 2));
        QVERIFY(likeness.contained > 0.97);
        QVERIFY(likeness.lengths > 1 + longer / 300.0);
    }

    // The sample is random: over many texts the mean error of what it says must be what its size promises.
    void estimatesWithinAFewPercent()
    {
        const QString common = ownWords(QStringLiteral("common"), 800);
        double error = 0;
        constexpr int tries = 40;
        for (int i = 0; i < tries; ++i) {
            const QString own = ownWords(QStringLiteral("a%1x").arg(i), 1'204);
            const QString other = ownWords(QStringLiteral("b%1x").arg(i), 1'204);
            const QString part = ownWords(QStringLiteral("c%1x").arg(i), 804);
            error += std::abs(likenessOfTexts(part + own, part + other).contained - 0.4);
        }
        QVERIFY2(error / tries < 0.04, qPrintable(QString::number(error / tries)));
    }

    void comesBackFromItsBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("short") << QStringLiteral("Five words are one run");
        QTest::newRow("story") << QStringLiteral("KYIV, May 3 (Reuters) - ") + wireStory();
        QTest::newRow("long") << ownWords(QStringLiteral("w"), 20'000);
    }
    void comesBackFromItsBytes()
    {
        QFETCH(QString, text);
        const Fingerprint fingerprint = fingerprintOf(text);
        QCOMPARE(fingerprintFrom(bytesFrom(fingerprint)), fingerprint);
        QVERIFY(bytesFrom({fingerprint.runs, fingerprint.sample, {}}).size() <= 1024);
    }

    void refusesForeignBytes()
    {
        const QByteArray good = bytesFrom(fingerprintOf(QStringLiteral("KYIV, May 3 (Reuters) - ") + wireStory()));
        QVERIFY(fingerprintFrom(good));
        QVERIFY(!fingerprintFrom({}));
        QVERIFY(!fingerprintFrom(good + 'x'));
        for (qsizetype size = 0; size < good.size(); ++size)
            QVERIFY(!fingerprintFrom(good.first(size)));
        QByteArray other = good;
        other[0] = 77;
        QVERIFY(!fingerprintFrom(other));
    }

    // Stored in cases: another sample for the same text would need another version.
    void staysTheSameOverVersions()
    {
        const Fingerprint fingerprint = fingerprintOf(QString::fromUtf8("Shells hit the port — Գորիս, ночью, 5"));
        QCOMPARE(bytesFrom(fingerprint).toHex(), QByteArray("0100000003000353c162cf902dc79faf7790830000"));
    }
};

QTEST_APPLESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
