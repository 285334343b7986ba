#include "domain/attribution.h"

#include <QTest>

using namespace dateline;

using Strength = Attribution::Strength;

class TestAttribution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatATextSaysOfItsSource_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found"); // “AFP credit, TASS mention”.
        const auto row = [](const char *text, const char *found) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(found);
        };
        row("KYIV, May 3 (Reuters) - Shells hit the port.", "Reuters credit");
        row("GORIS, Armenia (AP) — Shells hit the port.", "AP credit");
        row("Paris, 3 May 2022 (AFP) – Shells hit the port.", "AFP credit");
        row("(AFP) Shells hit the port.", "AFP credit");
        row("Berlin (dpa) - Granaten trafen den Hafen.", "dpa credit");
        row("МОСКВА, 3 мая. /ТАСС/. Снаряды попали в порт.", "TASS credit");
        row("Москва. 3 мая. ИНТЕРФАКС - Снаряды попали в порт.", "Interfax credit");
        row("Москва. 3 мая. INTERFAX.RU - Снаряды попали в порт.", "Interfax credit");
        row("YEREVAN, 3 MAY, ARMENPRESS. Shells hit the port.", "");
        row("ԵՐԵՎԱՆ, 3 ՄԱՅԻՍԻ, /ԱՐՄԵՆՊՐԵՍ/. Արկեր են ընկել։", "Armenpress credit");
        row("Reuters — Shells hit the port.", "Reuters credit");
        row("新华社: 炮弹击中了港口", "Xinhua credit");
        row("Port burns\nBy the Associated Press\nShells hit the port.", "AP credit");
        row("Shells hit the port.\nSource: AFP", "AFP credit");
        row("Shells hit the port.\nAFP/Reuters", "AFP credit, Reuters credit");
        row("Shells hit the port.\nAA, AFP, 3 May 2022", "Anadolu credit, AFP credit");
        row("Shells hit the port, with reporting by Reuters.", "Reuters credit");
        row("Shells hit the port.\nReuters contributed to this report.", "Reuters credit");
        row("Shells hit the port.\nThe Associated Press contributed to this report.", "AP credit");
        row("Shells hit the port for hours. (AFP)", "AFP credit");
        row("Снаряды попали в порт.\nИсточник: Интерфакс-Украина", "Interfax-Ukraine credit");
        row("Снаряди влучили в порт. За матеріалами Укрінформу", "Ukrinform credit");
        row("Shells hit the port, AFP reports.", "AFP mention");
        row("Shells hit the port, Reuters reported on Tuesday.", "Reuters mention");
        row("According to the Associated Press, shells hit the port.", "AP mention");
        row("Shells hit the port, as reported by Interfax, at dawn.", "Interfax mention");
        row("Shells hit the port, it said via TASS on Tuesday.", "TASS mention");
        row("“Shells hit the port,” the agency said, quoted by TASS.", "TASS mention");
        row("The minister told Agence France-Presse that shells hit the port.", "AFP mention");
        row("By Tuesday shells had hit the port, Reuters reported.", "Reuters mention");
        row("Как сообщает «Интерфакс», снаряды попали в порт.", "Interfax mention");
        row("Снаряды попали в порт, передаёт ТАСС со ссылкой на военных.", "TASS mention");
        row("Об этом пишет газета со ссылкой на агентство Рейтер.", "Reuters mention");
        row("Про це повідомляє Укрінформ.", "Ukrinform mention");
        row("Այս մասին հաղորդում է «Արմենպրեսը»։", "Armenpress mention");
        row("L'armée a démenti, selon l'Agence France-Presse.", "AFP mention");
        row("Shells hit the port.", "");
        row("Reuters was founded in 1851.", "");
        row("The ap store and the afp file are no agencies: reports say.", "");
        row("He pointed at the MAP, reports said. The TAP dripped.", "");
        row("TASSEL reports and APPLE said", "");
        row("", "");
    }
    void readsWhatATextSaysOfItsSource()
    {
        QFETCH(QString, text);
        QStringList found;
        for (const Attribution &attribution : attributionsIn(text)) {
            found.append(
                attribution.agency
                + (attribution.strength == Strength::Credit ? QStringLiteral(" credit") : QStringLiteral(" mention")));
            QVERIFY(text.contains(attribution.words));
            QVERIFY(attribution.words.size() <= 60);
        }
        QTEST(found.join(QStringLiteral(", ")), "found");
    }

    void keepsTheStrongestOfAnAgency()
    {
        const auto found = attributionsIn(u"Shells hit the port, Reuters reported.\nReuters said so again.\n"
                                          "Reuters contributed to this report.");
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().strength, Strength::Credit);
        QCOMPARE(found.front().words, QStringLiteral("Reuters contributed to this report."));
    }

    void takesADatelineOnlyAtTheTop()
    {
        const QString line = QStringLiteral("KYIV, May 3 (Reuters) - Shells hit the port.\n");
        QCOMPARE(attributionsIn(QStringLiteral("Menu\n").repeated(10) + line).front().strength, Strength::Credit);
        const auto low = attributionsIn(QStringLiteral("Many words.\n").repeated(40) + line
                                        + QStringLiteral("Many words.\n").repeated(40));
        QVERIFY(low.empty() || low.front().strength == Strength::Mention);
    }

    void readsBylines()
    {
        QCOMPARE(creditIn(u"A correspondent, Agence France-Presse")->agency, QStringLiteral("AFP"));
        QCOMPARE(creditIn(u"AFP")->strength, Strength::Credit);
        QVERIFY(!creditIn(u"Our correspondent"));
        QVERIFY(!creditIn(u""));
    }

    void knowsAgenciesThatPublish_data()
    {
        QTest::addColumn<QString>("publisher");
        QTest::addColumn<QString>("agency");
        const auto row = [](const char *publisher, const char *agency) {
            QTest::newRow(publisher) << QString::fromUtf8(publisher) << QString::fromUtf8(agency);
        };
        row("AFP", "AFP");
        row("Agence France-Presse", "AFP");
        row("The Associated Press", "AP");
        row("Associated Press of Pakistan", "APP");
        row("TASS Russian News Agency", "TASS");
        row("reuters.com", "Reuters");
        row("Интерфакс-Украина", "Interfax-Ukraine");
        row("Reuters via Yahoo News", "");
        row("Yahoo News (AFP)", "");
        row("The Evening Post", "");
        row("", "");
    }
    void knowsAgenciesThatPublish()
    {
        QFETCH(QString, publisher);
        QTEST(agencyNamed(publisher), "agency");
    }
};

QTEST_APPLESS_MAIN(TestAttribution)
#include "tst_attribution.moc"
