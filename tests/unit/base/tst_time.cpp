#include "base/time.h"

#include <QTest>

using namespace dateline;

namespace
{

UtcMinute minuteAt(const char *iso)
{
    return utcFromIso(QString::fromLatin1(iso)).value();
}

} // namespace

class TestTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnIsoTimeWithItsZone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("UTC") << "2022-09-12T20:05Z" << "2022-09-12T20:05Z";
        QTest::newRow("an offset") << "2022-09-13T00:05+04:00" << "2022-09-12T20:05Z";
        QTest::newRow("an offset of half an hour") << "2022-09-13T00:05-03:30" << "2022-09-13T03:35Z";
        QTest::newRow("seconds are cut") << "2022-09-12T20:05:59Z" << "2022-09-12T20:05Z";
        QTest::newRow("before 1970, cut to the minute before") << "1969-12-31T23:59:30Z" << "1969-12-31T23:59Z";
        QTest::newRow("a leap day") << "2024-02-29T00:00Z" << "2024-02-29T00:00Z";
        QTest::newRow("no zone") << "2022-09-12T20:05" << "";
        QTest::newRow("a day alone") << "2022-09-12" << "";
        QTest::newRow("no such day") << "2023-02-29T00:00Z" << "";
        QTest::newRow("no such hour") << "2022-09-12T25:00Z" << "";
        QTest::newRow("words") << "yesterday" << "";
        QTest::newRow("nothing") << "" << "";
    }
    void readsAnIsoTimeWithItsZone()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const std::optional<UtcMinute> time = utcFromIso(text);
        QCOMPARE(time ? isoFromUtc(*time) : QString(), utc);
    }

    void turnsIntoQtTimeAndBack()
    {
        const UtcMinute time = minuteAt("2022-09-12T20:05Z");
        QCOMPARE(dateTimeFromUtc(time).offsetFromUtc(), 0);
        QCOMPARE(utcFromDateTime(dateTimeFromUtc(time)), time);
        QCOMPARE(utcFromDateTime(dateTimeFromUtc(time).toTimeZone(QTimeZone(4 * 3600)).addSecs(59)), time);
    }

    void namesEveryPrecisionByItsKey()
    {
        for (int i = 0; i <= static_cast<int>(TimePrecision::Year); ++i) {
            const auto precision = static_cast<TimePrecision>(i);
            QCOMPARE(timePrecisionFromKey(keyOf(precision)), precision);
        }
        QCOMPARE(keyOf(TimePrecision::PartOfDay), QStringLiteral("part of day"));
        QVERIFY(!timePrecisionFromKey(u"Minute"));
        QVERIFY(!timePrecisionFromKey(u""));
    }

    void tellsATimeAsCloselyAsItIsKnown_data()
    {
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("end");
        QTest::addColumn<TimePrecision>("precision");
        QTest::addColumn<int>("offset"); // Seconds.
        QTest::addColumn<QString>("text");
        using enum TimePrecision;
        const auto row = [](const char *begin, const char *end, TimePrecision precision, int offset, const char *text) {
            QTest::addRow("%s (%d)", text, offset) << QString::fromLatin1(begin) << QString::fromLatin1(end)
                                                   << precision << offset << QString::fromUtf8(text);
        };
        row("2022-09-12T20:05Z", "2022-09-12T20:06Z", Minute, 0, "12 Sep 2022, 20:05 UTC");
        row("2022-09-12T20:05Z", "2022-09-12T20:06Z", Minute, 4 * 3600, "13 Sep 2022, 00:05 UTC+4");
        row("2022-09-12T20:05Z", "2022-09-12T20:06Z", Minute, 12600, "12 Sep 2022, 23:35 UTC+3:30");
        row("2022-09-12T20:05Z", "2022-09-12T20:06Z", Minute, -12600, "12 Sep 2022, 16:35 UTC−3:30");
        row("2022-09-12T20:05Z", "2022-09-12T21:30Z", Minute, 0, "12 Sep 2022, 20:05–21:30 UTC");
        row("2022-09-12T22:00Z", "2022-09-13T02:00Z", PartOfDay, 0, "12 Sep 2022, 22:00–13 Sep 2022, 02:00 UTC");
        row("2022-09-12T20:00Z", "2022-09-12T21:00Z", Hour, 0, "12 Sep 2022, 20:00–21:00 UTC");
        row("2022-09-13T00:00Z", "2022-09-14T00:00Z", Day, 0, "13 Sep 2022");
        row("2022-09-12T20:00Z", "2022-09-13T20:00Z", Day, 4 * 3600, "13 Sep 2022");
        row("2022-09-12T00:00Z", "2022-09-14T00:00Z", Day, 0, "12–13 Sep 2022");
        row("2022-09-26T00:00Z", "2022-10-03T00:00Z", Week, 0, "26 Sep 2022 – 2 Oct 2022");
        row("2022-12-31T00:00Z", "2023-01-02T00:00Z", Day, 0, "31 Dec 2022 – 1 Jan 2023");
        row("2022-09-01T00:00Z", "2022-10-01T00:00Z", Month, 0, "September 2022");
        row("2022-01-01T00:00Z", "2023-01-01T00:00Z", Year, 0, "2022");
        row("2020-01-01T00:00Z", "2023-01-01T00:00Z", Year, 0, "2020–2022");
    }
    void tellsATimeAsCloselyAsItIsKnown()
    {
        QFETCH(QString, begin);
        QFETCH(QString, end);
        QFETCH(TimePrecision, precision);
        QFETCH(int, offset);
        QFETCH(QString, text);
        const TimeSpan span{utcFromIso(begin).value(), utcFromIso(end).value(), precision};
        QCOMPARE(textFromSpan(span, offset == 0 ? QTimeZone::utc() : QTimeZone(offset)), text);
    }

    void followsTheZonesOwnRules()
    {
        // Daylight saving time began in Kyiv at 01:00 UTC on this day.
        const QTimeZone kyiv("Europe/Kyiv");
        if (!kyiv.isValid())
            QSKIP("This system has no time zone table");
        const auto told = [&kyiv](const char *iso) {
            const UtcMinute begin = minuteAt(iso);
            return textFromSpan({begin, begin + std::chrono::minutes(1), TimePrecision::Minute}, kyiv);
        };
        QCOMPARE(told("2022-03-27T00:59Z"), QStringLiteral("27 Mar 2022, 02:59 UTC+2"));
        QCOMPARE(told("2022-03-27T01:00Z"), QStringLiteral("27 Mar 2022, 04:00 UTC+3"));
    }

    void takesTheZoneNamesThatCasesStore()
    {
        const QTimeZone zone("UTC+04:00");
        QVERIFY(zone.isValid());
        const UtcMinute begin = minuteAt("2022-09-12T20:05Z");
        QCOMPARE(textFromSpan({begin, begin + std::chrono::minutes(1), TimePrecision::Minute}, zone),
                 QStringLiteral("13 Sep 2022, 00:05 UTC+4"));
    }
};

QTEST_APPLESS_MAIN(TestTime)
#include "tst_time.moc"
