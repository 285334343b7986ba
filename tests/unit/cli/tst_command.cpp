#include "cli/command.h"
#include "cli/figureoptions.h"
#include "cli/proposaljson.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatArgumentsNeed_data();
    void knowsWhatArgumentsNeed();
    void leavesCasesToTheWindow();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void readsSizes_data();
    void readsSizes();
    void readsBoxes_data();
    void readsBoxes();
    void tellsAProposalWithItsWords();
};

void TestCommand::knowsWhatArgumentsNeed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Needs>("needs");
    QTest::newRow("none") << QStringList() << Needs::Window;
    QTest::newRow("a case") << QStringList{u"some.gpkg"_s} << Needs::Window;
    QTest::newRow("a window's option") << QStringList{u"--self-test"_s} << Needs::Window;
    QTest::newRow("read") << QStringList{u"read"_s, u"a.txt"_s} << Needs::Nothing;
    QTest::newRow("figure") << QStringList{u"figure"_s, u"a.png"_s} << Needs::Fonts;
    QTest::newRow("help of figure") << QStringList{u"figure"_s, u"--help"_s} << Needs::Nothing;
    QTest::newRow("version") << QStringList{u"--version"_s} << Needs::Nothing;
    QTest::newRow("nonsense") << QStringList{u"frobnicate"_s} << Needs::Nothing;
}

void TestCommand::knowsWhatArgumentsNeed()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const Needs, needs);
    QCOMPARE(needsOf(arguments), needs);
}

void TestCommand::leavesCasesToTheWindow()
{
    QVERIFY(!runCommand({}));
    QVERIFY(!runCommand({u"some.gpkg"_s}));
    QVERIFY(!runCommand({u"--timing"_s, u"some.gpkg"_s}));
}

void TestCommand::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("verb") << QStringList{u"frobnicate"_s};
    QTest::newRow("option") << QStringList{u"--frobnicate"_s};
    QTest::newRow("two cases") << QStringList{u"a.gpkg"_s, u"b.gpkg"_s};
    QTest::newRow("verb's option") << QStringList{u"info"_s, u"--frobnicate"_s};
    QTest::newRow("nothing to set") << QStringList{u"describe"_s, u"a.gpkg"_s};
    QTest::newRow("accept nowhere") << QStringList{u"read"_s, u"--accept"_s, u"a.txt"_s};
    QTest::newRow("figure of three") << QStringList{u"figure"_s, u"a"_s, u"b"_s, u"c"_s};
}

void TestCommand::refusesWhatMakesNoSense()
{
    QFETCH(const QStringList, arguments);
    QCOMPARE(runCommand(arguments), std::optional(2));
}

void TestCommand::readsSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QSize>("size");
    QTest::newRow("plain") << u"1600x1000"_s << QSize(1600, 1000);
    QTest::newRow("capital") << u"800X1000"_s << QSize(800, 1000);
    QTest::newRow("too small") << u"399x1000"_s << QSize();
    QTest::newRow("too large") << u"400x10001"_s << QSize();
    QTest::newRow("one side") << u"1600"_s << QSize();
    QTest::newRow("three sides") << u"1600x1000x5"_s << QSize();
    QTest::newRow("words") << u"bigxwide"_s << QSize();
}

void TestCommand::readsSizes()
{
    QFETCH(const QString, text);
    QFETCH(const QSize, size);
    QCOMPARE(sizeFromText(text).value_or(QSize()), size);
}

void TestCommand::readsBoxes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isBox");
    QTest::newRow("plain") << u"43.5,38.8,48,41.5"_s << true;
    QTest::newRow("spaces") << u"43.5, 38.8, 48, 41.5"_s << true;
    QTest::newRow("over the antimeridian") << u"170,50,190,70"_s << true;
    QTest::newRow("east of west") << u"48,38.8,43.5,41.5"_s << false;
    QTest::newRow("upside down") << u"43.5,41.5,48,38.8"_s << false;
    QTest::newRow("beyond the pole") << u"43.5,38.8,48,91"_s << false;
    QTest::newRow("not a number") << u"nan,38.8,48,41"_s << false;
    QTest::newRow("three") << u"43.5,38.8,48"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestCommand::readsBoxes()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isBox);
    QCOMPARE(boxFromText(text).has_value(), isBox);
}

void TestCommand::tellsAProposalWithItsWords()
{
    Proposal proposal;
    proposal.key = u"k"_s;
    proposal.incident.title = u"Shelling towards Goris"_s;
    proposal.incident.losses.push_back({Loss::Kind::Killed, 49, 49, u"service personnel"_s, u"the prime minister"_s});
    ProposedClaim claim;
    claim.quote.exact = u"49 service personnel died"_s;
    claim.quote.begin = 5;
    claim.quote.end = 30;
    claim.quote.speaker = u"the prime minister"_s;
    proposal.claims.push_back(claim);
    const QJsonObject object = jsonOf(proposal);
    QCOMPARE(object.value(u"title"_s).toString(), proposal.incident.title);
    QVERIFY(!object.contains(u"when"_s));
    QVERIFY(!object.contains(u"where"_s));
    QCOMPARE(object.value(u"losses"_s).toArray().first().toObject().value(u"low"_s).toInteger(), 49);
    const QJsonObject words = object.value(u"claims"_s).toArray().first().toObject();
    QCOMPARE(words.value(u"words"_s).toString(), claim.quote.exact);
    QCOMPARE(words.value(u"end"_s).toInteger(), 30);
}

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_command.moc"
