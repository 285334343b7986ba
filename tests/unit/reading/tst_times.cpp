#include "reading/times.h"

#include <QTest>

using namespace dateline;

namespace
{

/// Every resolved time of @p text as “begin precision”, parted by “; ”, for a document of 13 September 2022.
QString timesIn(const QString &text, const QString &documentZone = {}, const QString &placeZone = {})
{
    const WrittenTime published{*utcFromIso(u"2022-09-13T00:00Z"), TimePrecision::Day, {}};
    const Tokens tokens(text);
    QStringList found;
    for (const TimeExpression &time : timesFrom(tokens, sentencesFrom(tokens), published)) {
        const TimeSpan span = zonedFrom(time, text, documentZone, placeZone).when.span;
        QString iso = isoFromUtc(span.begin);
        if (iso.endsWith(QLatin1StringView("T00:00Z")))
            iso.chop(7);
        found << iso + u' ' + keyOf(span.precision);
    }
    return found.join(QStringLiteral("; "));
}

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTimesAsWritten_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) { QTest::newRow(text) << u(expected); };
        // Dates in their orders.
        row("It fell on 13 September 2022.", "2022-09-13 day");
        row("It fell on September 13, 2022.", "2022-09-13 day");
        row("It fell on the 13th of September 2022.", "2022-09-13 day");
        row("It fell on September 13.", "2022-09-13 day");
        row("It fell on Sept. 12 in the hills.", "2022-09-12 day");
        row("It fell on 2022-09-13.", "2022-09-13 day");
        row("Signed 2022-09-12T14:30Z here.", "2022-09-12T14:30Z minute");
        row("It fell on 13/09/2022.", "2022-09-13 day");
        row("It fell on 09/13/2022.", "2022-09-13 day");
        row("It fell on 05/09/2022.", "2022-09-05 day");
        row("It fell on 08/09/2022.", "2022-09-08 day");
        row("It fell on 13.09.2022.", "2022-09-13 day");
        row("It fell on 1.9.2022 again.", "2022-09-01 day");
        row("It fell on Monday, September 12, 2022.", "2022-09-12 day");
        row("It fell on Monday 12 September.", "2022-09-12 day");
        row("It fell on December 28.", "2021-12-28 day");
        row("It fell on May 3.", "2022-05-03 day");
        row("From 9 to 11 May 2021 it fell.", "2021-05-09 day");
        row("It fell on 9-11 May 2021.", "2021-05-09 day");
        row("It fell on May 9-11, 2021.", "2021-05-09 day");
        // Lists that share a year or a month.
        row("of November 9, 2020, January 11 and November 26, 2021,", "2020-11-09 day; 2021-01-11 day; 2021-11-26 day");
        row("on 9, 10 and 11 May 2020", "2020-05-09 day; 2020-05-10 day; 2020-05-11 day");
        row("on 3 March and 5 April 2021", "2021-03-03 day; 2021-04-05 day");
        row("on May 9 and 11, 2021", "2021-05-09 day; 2021-05-11 day");
        // Months and years.
        row("It began in March 2021.", "2021-03-01 month");
        row("It began in March.", "2022-03-01 month");
        row("It began in October.", "2021-10-01 month");
        row("It began in 2020.", "2020-01-01 year");
        row("It has gone on since 2014.", "2014-01-01 year");
        row("the 2020 war", "2020-01-01 year");
        row("It grew between 2014 and 2016.", "2014-01-01 year");
        row("By mid-August it was over.", "2022-08-11 week");
        // Weekdays and what leans on the document's date.
        row("It fell on Tuesday.", "2022-09-13 day");
        row("It fell on Monday.", "2022-09-12 day");
        row("It fell on Wednesday.", "2022-09-07 day");
        row("It fell last Tuesday.", "2022-09-06 day");
        row("They meet next Tuesday.", "2022-09-20 day");
        row("They will meet on Friday.", "2022-09-16 day");
        row("It fell on Monday night.", "2022-09-12T18:00Z part of day");
        row("It fell early on Tuesday.", "2022-09-13 part of day");
        row("It fell late on Monday.", "2022-09-12T18:00Z part of day");
        row("It fell Sunday morning.", "2022-09-11T06:00Z part of day");
        row("In the night of 4 to 5 June 2021 it fell.", "2021-06-04T18:00Z part of day");
        row("It fell today.", "2022-09-13 day");
        row("It fell yesterday evening.", "2022-09-12T18:00Z part of day");
        row("It fell overnight.", "2022-09-12T18:00Z part of day");
        row("It fell this morning.", "2022-09-13T06:00Z part of day");
        row("It fell last night.", "2022-09-12T18:00Z part of day");
        row("It fell earlier this week.", "2022-09-12 week");
        row("It fell last week.", "2022-09-05 week");
        row("It fell over the weekend.", "2022-09-10 day");
        row("It fell last month.", "2022-08-01 month");
        row("It fell three days ago.", "2022-09-10 day");
        row("It fell in the past 24 hours.", "2022-09-12 day");
        row("It fell tomorrow.", "2022-09-14 day");
        row("It went on from Monday to Wednesday.", "2022-09-05 day");
        // Clock times with zones.
        row("At 00:05 am (2005 GMT) on Tuesday it fell.", "2022-09-12T20:05Z minute");
        row("from 9.00 am Moscow time on September 13", "2022-09-13T06:00Z minute");
        row("At 2005 GMT on Monday it fell.", "2022-09-12T20:05Z minute");
        row("At 11:30 p.m. Kyiv time on 12 September it fell.", "2022-09-12T20:30Z minute");
        row("On Monday at 14:30 UTC it fell.", "2022-09-12T14:30Z minute");
        row("On Monday at 14:30 (UTC+3) it fell.", "2022-09-12T11:30Z minute");
        row("At 3 p.m. GMT on Monday it fell.", "2022-09-12T15:00Z minute");
        row("At noon EET on 12 September it fell.", "2022-09-12T10:00Z minute");
        row("At 07:45 (0445 GMT) on Monday it fell.", "2022-09-12T04:45Z minute");
        row("At 6:15 pm (2245 GMT) on Sunday it fell.", "2022-09-11T22:45Z minute");
        row("On September 12, between 10:00 and 14:00 UTC it fell.", "2022-09-12T10:00Z minute");
        row("On 12 September it fell. At 10:15 UTC it stopped.", "2022-09-12 day; 2022-09-12T10:15Z minute");
        // No zone anywhere: read as UTC, to the hour.
        row("At 14:30 on Monday it fell.", "2022-09-12T14:30Z hour");
        row("At midnight on Monday it fell.", "2022-09-12 hour");
        // No times.
        row("49 soldiers and 2021 statements.", "");
        row("They may march on 7 towns.", "");
        row("A score of 2:1 and 9.30 per cent.", "");
        row("The sun sat low; she was wed.", "");
        row("Some 2,020 people in 40 towns.", "");
        row("Call 112 or 05 12 33.", "");
    }
    void readsTimesAsWritten()
    {
        QFETCH(QString, expected);
        QCOMPARE(timesIn(u(QTest::currentDataTag())), expected);
    }

    void namesAllWordsOfTime_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) { QTest::newRow(text) << u(expected); };
        row("It lasted two years.", "two years P2Y");
        row("It lasted several days.", "several days PXD");
        row("In the past decade it grew.", "the past decade P10Y");
        row("A three-month class began.", "three-month P3M");
        row("His 22-year-old son ran.", "");
        row("It is paid monthly.", "monthly XXXX-XX");
        row("They meet every Friday.", "every Friday XXXX-WXX-5");
        row("He got 40 a day.", "a day XXXX-XX-XX");
        row("It is quiet now.", "now PRESENT_REF");
        row("It recently fell.", "recently PAST_REF");
        row("Years later it fell.", "Years later FUTURE_REF");
        row("the last week of September 2020", "the last week of September 2020 P1W");
        row("from 2014 to 2016", "2014 2014; 2016 2016");
        row("the winters of 1916-17", "1916 1916; 17 1917");
        row("on 6-7 February 2020", "6 2020-02-06; 7 February 2020 2020-02-07");
        row("in the spring of 1916", "the spring of 1916 1916-SP");
        row("the 20th century", "20th century 19");
        row("in the 1990s", "the 1990s 199");
        row("in 490 BC", "490 BC BC0490");
        row("On Monday's raid", "Monday 2022-09-12");
        row("this week and next month", "this week 2022-W37; next month 2022-10");
        row("at 3 p.m. on Monday", "3 p.m. on Monday 2022-09-12T15:00");
        row("Last night it fell.", "Last night 2022-09-12TNI");
        row("On 5 May 2020 it fell, and the next day it rose.", "5 May 2020 2020-05-05; the next day 2020-05-06");
        row("They carried the day.", "");
    }
    void namesAllWordsOfTime()
    {
        QFETCH(QString, expected);
        const WrittenTime published{*utcFromIso(u"2022-09-13T00:00Z"), TimePrecision::Day, {}};
        const QString text = u(QTest::currentDataTag());
        const Tokens tokens(text);
        QStringList found;
        for (const TimeWords &words : textTimesFrom(tokens, sentencesFrom(tokens), published).words)
            found << words.span.in(text).toString() + u' ' + words.value;
        QCOMPARE(found.join(QStringLiteral("; ")), expected);
    }

    void goesOnFromTheYearBeforeInATale()
    {
        const QString text =
            u("In 1939 war came. In 1940 it spread, in 1941 and in 1942 it grew. It turned in November 1942 "
              "and in February 1943. In May all was over.");
        const WrittenTime published{*utcFromIso(u"2022-09-13T00:00Z"), TimePrecision::Day, {}};
        const Tokens tokens(text);
        const auto words = textTimesFrom(tokens, sentencesFrom(tokens), published).words;
        QCOMPARE(words.back().value, u("1943-05"));
    }

    void readsTheClockByThePlaceAndTheDayByTheDocument()
    {
        const QString text = u("At 14:30 on Monday it fell.");
        QCOMPARE(timesIn(text, u("UTC+04:00"), u("Europe/Moscow")), u("2022-09-12T11:30Z minute"));
        QCOMPARE(timesIn(text, u("UTC+04:00"), {}), u("2022-09-12T10:30Z minute"));
        QCOMPARE(timesIn(u("It fell on Monday."), u("UTC+04:00"), u("Europe/Moscow")), u("2022-09-11T20:00Z day"));
        QCOMPARE(timesIn(u("It fell on Monday."), {}, u("Asia/Yerevan")), u("2022-09-11T20:00Z day"));
    }

    void leavesRelativeTimesOpenWithoutADate()
    {
        const QString text = u("It fell on Tuesday, and on 5 May 2021.");
        const Tokens tokens(text);
        const auto times = timesFrom(tokens, sentencesFrom(tokens), {});
        QCOMPARE(times.size(), std::size_t{2});
        QVERIFY(!times[0].resolved);
        QVERIFY(times[1].resolved);
    }

    void saysThatDayAndMonthCouldChangePlaces()
    {
        const QString text = u("It fell on 04/05/2019.");
        const Tokens tokens(text);
        const auto times = timesFrom(tokens, sentencesFrom(tokens), {});
        QCOMPARE(times.size(), std::size_t{1});
        QVERIFY(times[0].local.ambiguous);
        QVERIFY(!zonedFrom(times[0], text, {}, {}).certain);
    }

    void givesTheWordsAndTheZone()
    {
        const QString text = u("At 00:05 am (2005 GMT) on Tuesday it fell.");
        const Tokens tokens(text);
        const WrittenTime published{*utcFromIso(u"2022-09-13T00:00Z"), TimePrecision::Day, {}};
        const auto times = timesFrom(tokens, sentencesFrom(tokens), published);
        const When when = zonedFrom(times.front(), text, {}, {}).when;
        QCOMPARE(when.asWritten, u("00:05 am (2005 GMT) on Tuesday"));
        QCOMPARE(when.zone, u("UTC+04:00"));
    }
};

QTEST_APPLESS_MAIN(TestTimes)
#include "tst_times.moc"
