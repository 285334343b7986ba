#include "reading/losses.h"

#include <QTest>

using namespace dateline;

class TestLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsLosses_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(expected);
        };
        row("49 service personnel died during the attack.", "49-49 killed service personnel");
        row("49 Armenian soldiers killed", "49-49 killed Armenian soldiers");
        row("At least six soldiers were killed.", "6-6 killed soldiers");
        row("It killed at least 15 civilians and wounded 32 others.",
            "15-15 killed civilians; 32-32 wounded civilians");
        row("killing three people and injuring eleven.", "3-3 killed people; 11-11 wounded people");
        row("33 Palestinians were killed and 147 wounded.", "33-33 killed Palestinians; 147-147 wounded Palestinians");
        row("Between 80 and 100 people died.", "80-100 killed people");
        row("Between 10 and 15 soldiers were wounded.", "10-15 wounded soldiers");
        row("10 to 15 soldiers were wounded.", "10-15 wounded soldiers");
        row("Twenty-five rebels were captured.", "25-25 captured rebels");
        row("Two hundred villagers are missing.", "200-200 missing villagers");
        row("Gunmen kidnapped two aid workers.", "2-2 captured aid workers");
        row("Some 12,500 people fled.", "12500-12500 displaced people");
        row("15 civilians and 3 soldiers were killed.", "15-15 killed civilians; 3-3 killed soldiers");
        row("Five people have been killed.", "5-5 killed people");
        row("One soldier lost his life.", "1-1 killed soldier");
        row("Four tanks were destroyed.", "4-4 destroyed tanks");
        row("The blast left 7 dead.", "7-7 killed ");
        row("Around 130 civilians were slain.", "130-130 killed civilians");
        row("A child was hurt.", "");
        row("Dozens were killed.", "24-99 killed ");
        row("Hundreds of villagers fled.", "200-999 displaced villagers");
        row("Several were killed.", "");
        row("It has 49 soldiers.", "");
        row("Two days later he died.", "");
        row("At 9:30 he was killed.", "");
        row("He was killed on 5 May.", "");
        row("Three rockets killed nobody.", "");
    }
    void countsLosses()
    {
        QFETCH(QString, expected);
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        const Tokens tokens(text);
        QStringList found;
        for (const LossWords &words : lossesIn(tokens, 0, tokens.size())) {
            found << QStringLiteral("%1-%2 %3 %4")
                         .arg(words.loss.low)
                         .arg(words.loss.high)
                         .arg(keyOf(words.loss.kind), words.loss.ofWhom);
        }
        QCOMPARE(found.join(QStringLiteral("; ")), expected);
    }
};

QTEST_APPLESS_MAIN(TestLosses)
#include "tst_losses.moc"
