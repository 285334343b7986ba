#include "somewhere.h"
#include "sources/readsources.h"
#include "sources/writtentime.h"

#include <QElapsedTimer>
#include <QTest>

using namespace dateline;

namespace
{

const QStringList reports{QStringLiteral("border-shelling"), QStringLiteral("sudan"), QStringLiteral("myanmar"),
                          QStringLiteral("ukraine"),         QStringLiteral("gaza"),  QStringLiteral("sahel"),
                          QStringLiteral("colombia")};

Document documentOf(const QString &text, const QString &day)
{
    Document document = *documentFrom(text.toUtf8(), QStringLiteral("x.txt"));
    document.published = *writtenTimeFrom(day, {});
    return document;
}

Document report(const QString &name, const QString &day)
{
    Document document = *readDocument(QStringLiteral(TEST_DATA_DIR "/reading/") + name + QStringLiteral(".txt"));
    if (!day.isEmpty())
        document.published = *writtenTimeFrom(day, {});
    return document;
}

/// “title | time precision | speaker of the first words | losses”, a line each.
QStringList linesOf(const Reading &reading)
{
    QStringList lines;
    for (const Proposal &proposal : reading.proposals) {
        const Incident &incident = proposal.incident;
        QStringList parts{incident.title};
        parts << (incident.when ? isoFromUtc(incident.when->span.begin) + u' ' + keyOf(incident.when->span.precision)
                                : QString());
        parts << proposal.claims.front().quote.speaker;
        QStringList losses;
        for (const Loss &loss : incident.losses)
            losses << QStringLiteral("%1-%2 %3 %4").arg(loss.low).arg(loss.high).arg(keyOf(loss.kind), loss.ofWhom);
        lines << (parts << losses.join(QStringLiteral(", "))).join(QStringLiteral(" | "));
    }
    return lines;
}

} // namespace

class TestReadText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadingThatIsStoppedIsNone()
    {
        std::stop_source stop;
        const Document document = report(QStringLiteral("sahel"), QStringLiteral("2021-06-06"));
        const auto nowhere = [](const Place &, bool) { return Where(); };
        QVERIFY(!readText(document, {}, nowhere, stop.get_token()).proposals.empty());
        stop.request_stop();
        QVERIFY(readText(document, {}, nowhere, stop.get_token()).proposals.empty());
    }

    void tellsTheWordsForEventsAndLosses()
    {
        const Document document =
            documentOf(QStringLiteral("Shelling killed at least 12 civilians in the town on Monday."),
                       QStringLiteral("2022-09-14"));
        const Reading reading = readText(document, {}, [](const Place &, bool) { return Where(); });
        QCOMPARE(reading.events.size(), 1U);
        QCOMPARE(reading.events[0].span.in(document.text), u"Shelling");
        QCOMPARE(reading.losses.size(), 1U);
        QVERIFY(reading.losses[0].span.in(document.text).contains(u"12 civilians"));
        QCOMPARE(reading.losses[0].loss.low, 12);
    }

    void readsReports_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *day, const QStringList &expected) {
            QTest::newRow(name) << QString::fromUtf8(day) << expected;
        };
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        row("border-shelling", "2024-05-09",
            {s("Ceasefire said to be agreed |  | Officials in Freetown | "),
             s("Shelling towards Kabala | 2024-05-08T23:40Z minute | Sierra Leone’s interior ministry | "),
             s("Shelling towards Koindu | 2024-05-08T23:40Z minute | Sierra Leone’s interior ministry | "),
             s("Shelling towards Kambia | 2024-05-08T23:40Z minute | Sierra Leone’s interior ministry | "),
             s("Continued use of howitzers and rockets | 2024-05-09T00:00Z day | Sierra Leone’s interior ministry | "),
             s("17 border guards reported killed |  | Sierra Leone’s deputy defence minister | 17-17 killed border guards"),
             s("Ceasefire reported broken |  | Regional radio stations | ")});
        row("sudan", "2023-06-15",
            {s("Shelling in Omdurman | 2023-06-14T16:00Z part of day | doctors' union | 15-15 killed civilians, 32-32 "
               "wounded civilians"),
             s("Abduction in El Geneina | 2023-06-13T16:00Z part of day | United Nations | 2-2 captured aid workers"),
             s("Clashes in Nyala | 2023-06-11T22:00Z day |  | ")});
        row("myanmar", "2023-04-12",
            {s("Air strike in Sagaing | 2023-04-11T01:00Z hour | witnesses | "),
             s("80–100 people reported killed |  | rescuers | 80-100 killed people")});
        row("ukraine", "2022-05-03",
            {s("Missile strike in Kharkiv | 2022-05-03T01:15Z minute | Kharkiv's governor | 3-3 killed people, 11-11 "
               "wounded people"),
             s("Continued shelling near Kupiansk | 2022-05-02T15:00Z part of day |  | "),
             s("Fighting towards Bakhmut | 2022-05-01T21:00Z day | Ukraine's general staff | ")});
        row("gaza", "2023-05-14",
            {s("Ceasefire said to be agreed | 2023-05-13T22:00Z hour | Egyptian mediators | "),
             s("Air strike in Deir al-Balah |  |  | "),
             s("33 Palestinians reported killed |  | health ministry in Gaza | 33-33 killed Palestinians, 147-147 wounded "
               "Palestinians"),
             s("Ceasefire reported broken | 2023-05-14T00:00Z hour | Israeli media | ")});
        row("sahel", "2021-06-06",
            {s("Attack in Solhan | 2021-06-04T18:00Z part of day | government | 130-130 killed civilians"),
             s("Arrests in Menaka | 2021-05-24T00:00Z week |  | "),
             s("Protest in Ouagadougou | 2021-06-05T00:00Z day |  | "),
             s("Protest broken up in Dori | 2021-06-05T00:00Z day |  | ")});
        row("colombia", "2023-06-10",
            {s("Bomb attack near Tibu | 2023-04-22T05:00Z day | army | 6-6 killed soldiers"),
             s("Abduction in Arauca | 2023-06-08T05:00Z day |  | "),
             s("Agreement said to be reached in Havana | 2023-06-09T04:00Z day |  | "),
             s("Looting in Cali | 2023-06-09T05:00Z day |  | ")});
    }
    void readsReports()
    {
        QFETCH(QString, day);
        QFETCH(QStringList, expected);
        const Reading reading = readWithSomePlaces(report(QString::fromUtf8(QTest::currentDataTag()), day));
        QCOMPARE(linesOf(reading).join(u'\n'), expected.join(u'\n'));
    }

    void everyQuoteStandsWhereItSays()
    {
        for (const QString &name : reports) {
            const Document document = report(name, QStringLiteral("2023-06-15"));
            const Reading reading = readWithSomePlaces(document);
            QVERIFY(!reading.proposals.empty());
            for (const Proposal &proposal : reading.proposals) {
                QVERIFY(!proposal.claims.empty());
                for (const ProposedClaim &claim : proposal.claims)
                    QVERIFY(spanOf(claim.quote, document.text).has_value());
            }
        }
    }

    void keysDifferAndStay()
    {
        for (const QString &name : reports) {
            const Document document = report(name, QStringLiteral("2023-06-15"));
            const Reading first = readWithSomePlaces(document);
            const Reading second = readWithSomePlaces(document);
            QVERIFY(first.proposals == second.proposals);
            QSet<QString> keys;
            for (const Proposal &proposal : first.proposals)
                keys.insert(proposal.key);
            QCOMPARE(static_cast<std::size_t>(keys.size()), first.proposals.size());
        }
    }

    void keepsADenialBesideTheClaim()
    {
        const Reading reading = readWithSomePlaces(report(QStringLiteral("sudan"), QStringLiteral("2023-06-15")));
        const std::vector<ProposedClaim> &claims = reading.proposals.front().claims;
        QCOMPARE(claims.size(), std::size_t{2});
        QCOMPARE(claims[1].stance, Stance::Denies);
        QCOMPARE(claims[1].quote.speaker, QStringLiteral("Rapid Support Forces"));
    }

    void saysSoWithoutADate()
    {
        const Reading reading = readWithSomePlaces(report(QStringLiteral("border-shelling"), {}));
        QVERIFY(!reading.proposals.empty());
        for (const Proposal &proposal : reading.proposals)
            QVERIFY(!proposal.incident.when);
        const QString reasons = reading.proposals[1].reasons.join(u'\n');
        QVERIFY2(reasons.contains(QLatin1StringView("needs the document's date")), qPrintable(reasons));
    }

    void quotesWholeDirectSpeech()
    {
        const Reading reading =
            readWithSomePlaces(report(QStringLiteral("border-shelling"), QStringLiteral("2024-05-09")));
        const Quote &quote = reading.proposals[1].claims.front().quote;
        QVERIFY(quote.exact.startsWith(QLatin1StringView("At 11:40 pm")));
        QVERIFY(quote.exact.endsWith(QLatin1StringView("Koindu and Kambia")));
        QCOMPARE(reading.proposals[1].incident.where->precision, LocationPrecision::Near);
        QCOMPARE(reading.proposals[1].incident.where->asWritten,
                 QStringLiteral("in the direction of the towns of Kabala"));
    }

    void leavesOutPlacesThatAreNoScene_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("Shelling began on Monday, and we are in close contact with Kyiv.") << QString();
        QTest::newRow("Shelling hit Goris at 9:00 am Moscow time on Monday.") << QStringLiteral("Goris");
        QTest::newRow("Armenia’s army reported shelling near Sotk on Monday.") << QStringLiteral("Sotk");
        QTest::newRow("Fighting between Armenia and Azerbaijan began on Monday.") << QString();
        QTest::newRow("Shelling was heard in Goris, Armenia on Monday.") << QStringLiteral("Goris");
        QTest::newRow("Officials in Kyiv said shelling hit Kharkiv on Monday.") << QStringLiteral("Kharkiv");
    }
    void leavesOutPlacesThatAreNoScene()
    {
        QFETCH(QString, place);
        const Reading reading =
            readWithSomePlaces(documentOf(QString::fromUtf8(QTest::currentDataTag()), QStringLiteral("2022-09-13")));
        QCOMPARE(reading.proposals.size(), std::size_t{1});
        const Incident &incident = reading.proposals.front().incident;
        QCOMPARE(incident.where ? incident.where->place : QString(), place);
    }

    void tellsATollByItsNumberAndAnEventByItsName_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("Two civilians were wounded in Goris on Monday, the health ministry said.")
            << QStringLiteral("2 civilians reported wounded in Goris");
        QTest::newRow("At least three villagers were killed in Goris on Monday.")
            << QStringLiteral("3 villagers reported killed in Goris");
        QTest::newRow("Civilians were wounded in Goris on Monday.") << QStringLiteral("People wounded in Goris");
        QTest::newRow("Two civilians were wounded in an attack in Goris on Monday.")
            << QStringLiteral("Attack in Goris");
    }
    void tellsATollByItsNumberAndAnEventByItsName()
    {
        QFETCH(QString, title);
        const Reading reading =
            readWithSomePlaces(documentOf(QString::fromUtf8(QTest::currentDataTag()), QStringLiteral("2022-09-13")));
        QCOMPARE(reading.proposals.size(), std::size_t{1});
        QCOMPARE(reading.proposals.front().incident.title, title);
    }

    void findsNothingWhereNothingHappened()
    {
        const Reading reading = readWithSomePlaces(documentOf(
            QStringLiteral(
                "The ministers spoke over the phone. They called on all sides to refrain from shelling Goris. The "
                "dispute dates back to 1988, when fighting broke out near Goris."),
            QStringLiteral("2022-09-13")));
        QVERIFY(reading.proposals.empty());
    }

    void survivesMutations()
    {
        quint32 state = 12345;
        const auto next = [&state](qsizetype below) {
            state = state * 1664525U + 1013904223U;
            return below > 0 ? static_cast<qsizetype>(state >> 8) % below : 0;
        };
        const QString odd = QStringLiteral("“”\"'‘’«»()-/.,:;0123456789\n\u00A0\u2026\u0000\uFEFF");
        int read = 0;
        for (int i = 0; i < 500; ++i) {
            QString text = report(reports[i % reports.size()], {}).text;
            for (int k = 0; k < 1 + i % 20; ++k) {
                const qsizetype at = next(text.size());
                switch (next(4)) {
                case 0: text.remove(at, 1 + next(30)); break;
                case 1: text.insert(at, odd[next(odd.size())]); break;
                case 2: text[at] = odd[next(odd.size())]; break;
                default: text.insert(at, text.sliced(next(text.size())).first(0) + text.left(next(60)));
                }
                if (text.isEmpty())
                    text = QStringLiteral("x");
            }
            Document document;
            document.text = text;
            document.published = *writtenTimeFrom(QStringLiteral("2023-06-15"), {});
            const Reading reading = readWithSomePlaces(document);
            for (const Proposal &proposal : reading.proposals) {
                for (const ProposedClaim &claim : proposal.claims)
                    QVERIFY(spanOf(claim.quote, text).has_value());
            }
            ++read;
        }
        QCOMPARE(read, 500);
    }

    void staysLinearOnHostileText_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::newRow("opening marks") << QStringLiteral(" “x");
        QTest::newRow("closing brackets") << QStringLiteral(" )");
        QTest::newRow("numbers") << QStringLiteral(" 1,");
        QTest::newRow("said") << QStringLiteral(" said");
        QTest::newRow("ceasefire agreed") << QStringLiteral(" ceasefire");
        QTest::newRow("killed") << QStringLiteral(" 5 killed and");
        QTest::newRow("shelling of a day") << QStringLiteral(" Shelling on Monday.");
        QTest::newRow("clocks") << QStringLiteral(" 10:00");
    }
    void staysLinearOnHostileText()
    {
        QFETCH(QString, piece);
        const auto msOf = [&piece](qsizetype times) {
            Document document;
            document.text = piece.repeated(times);
            document.published = *writtenTimeFrom(QStringLiteral("2023-06-15"), {});
            QElapsedTimer timer;
            timer.start();
            const Reading reading = readWithSomePlaces(document);
            return std::max<qint64>(1, timer.elapsed());
        };
        const qint64 small = msOf(2'000);
        const qint64 large = msOf(16'000);
        // Eight times the text; a step that looked at everything again would take 64 times as long.
        QVERIFY2(large < 40 * small + 400, qPrintable(QStringLiteral("%1 ms, %2 ms").arg(small).arg(large)));
    }

    void tellsItsSpeed()
    {
#ifdef QT_NO_DEBUG
        constexpr qsizetype length = 5'000'000;
#else
        constexpr qsizetype length = 500'000; // Without optimisation the full length would take half a minute.
#endif
        QString text;
        while (text.size() < length) {
            for (const QString &name : reports)
                text += report(name, {}).text + QStringLiteral("\n\n");
        }
        Document document;
        document.text = text;
        document.published = *writtenTimeFrom(QStringLiteral("2023-06-15"), {});
        QElapsedTimer timer;
        timer.start();
        const Reading reading = readText(document, {}, {});
        qInfo("%.1f MB of text a second, %zu proposals",
              static_cast<double>(text.size()) / 1e3 / static_cast<double>(std::max<qint64>(1, timer.elapsed())),
              reading.proposals.size());
        QVERIFY(!reading.proposals.empty());
    }
};

QTEST_GUILESS_MAIN(TestReadText)
#include "tst_readtext.moc"
