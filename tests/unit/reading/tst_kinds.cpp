#include "reading/kinds.h"

#include <QTest>

using namespace dateline;

class TestKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheKindInPublishedTerms_data()
    {
        QTest::addColumn<QString>("term");
        const auto row = [](const char *text, const char *term) { QTest::newRow(text) << QString::fromUtf8(term); };
        row("Azerbaijan launched intensive shelling with artillery.", "Shelling/artillery/missile attack");
        row("Forces continue using artillery, trench mortars and drones.", "Shelling/artillery/missile attack");
        row("A missile struck an apartment block.", "Shelling/artillery/missile attack");
        row("Rockets were fired at the port.", "Shelling/artillery/missile attack");
        row("An air strike hit a house.", "Air/drone strike");
        row("Two fighter jets dropped bombs on a village.", "Air/drone strike");
        row("A drone attack set the depot alight.", "Air/drone strike");
        row("Clashes broke out on Tuesday.", "Armed clash");
        row("Fighting erupted on the border.", "Armed clash");
        row("Gunmen ambushed a patrol.", "Armed clash");
        row("A roadside bomb exploded near the bridge.", "Remote explosive/landmine/IED");
        row("A suicide bomber struck the gate.", "Suicide bomb");
        row("A grenade was thrown at the office.", "Grenade");
        row("A ceasefire has been brokered.", "Agreement");
        row("The two sides signed an agreement.", "Agreement");
        row("The truce took effect at noon.", "Agreement");
        row("The ceasefire has already been broken.", "Other");
        row("Each side accused the other of violating the truce.", "Other");
        row("Armed men attacked the village, killing civilians.", "Attack");
        row("Villagers were massacred.", "Attack");
        row("Gunmen abducted two aid workers.", "Abduction/forced disappearance");
        row("Hundreds protested in the square.", "Peaceful protest");
        row("Police fired tear gas at demonstrators.", "Protest with intervention");
        row("Rioters burnt the station.", "Violent demonstration");
        row("Police arrested five suspects.", "Arrests");
        row("Looters ransacked shops.", "Looting/property destruction");
        row("A mob killed a man.", "Mob violence");
        row("The army recaptured the town.", "Government regains territory");
        row("Women were raped by fighters.", "Sexual violence");
        row("Police shot dead two protesters at the rally.", "Excessive force against protesters");
        row("Protesters threw stones and burned tyres.", "Violent demonstration");
        row("Rebels captured the town.", "Non-state actor overtakes territory");
        row("The town was captured by government troops.", "Government regains territory");
        row("The army captured three fighters.", "");
        row("Mustard gas was used in the valley.", "Chemical weapon");
        row("Engineers defused a device in the market.", "Disrupted weapons use");
        row("The rebels set up a base in the hills.", "Headquarters or base established");
        row("Two factions merged on Sunday.", "Change to group/activity");
        row("The garrison withdrew without a fight.", "Non-violent transfer of territory");
        row("Villagers lynched a thief.", "Mob violence");
        row("In March the town was quiet.", "");
        // Nothing happened, or nothing is said to have.
        row("We call on the parties to refrain from shelling.", "");
        row("They refused to attack.", "");
        row("An attack could follow.", "");
        row("No clashes were reported.", "");
        row("The sides failed to agree on a ceasefire.", "");
        row("They strictly observe the ceasefire.", "");
        row("The army may launch an air strike.", "");
        row("Artillery drills began.", "");
        row("Turkey supplied drones.", "");
        row("The ministers spoke over the phone.", "");
        row("The enemy is trying to advance.", "");
    }
    void namesTheKindInPublishedTerms()
    {
        QFETCH(QString, term);
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        const Tokens tokens(text);
        const auto event = eventIn(tokens, 0, tokens.size());
        QCOMPARE(event ? termOf(event->subKind) : QString(), term);
    }

    void knowsWhatGoesOn()
    {
        const QString text = QStringLiteral("Shelling continued in the hills.");
        const Tokens tokens(text);
        const auto event = eventIn(tokens, 0, tokens.size());
        QVERIFY(event && event->continuing);
    }
};

QTEST_APPLESS_MAIN(TestKinds)
#include "tst_kinds.moc"
