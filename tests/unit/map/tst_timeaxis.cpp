#include "map/timeaxis.h"

#include <QTest>

#include <algorithm>

using namespace dateline;
using namespace std::chrono_literals;

namespace
{

UtcMinute at(const char *iso)
{
    return *utcFromIso(QString::fromLatin1(iso));
}

} // namespace

class TestTimeAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTimesAndPixels()
    {
        const TimeAxis axis(at("2022-09-12T00:00Z"), at("2022-09-14T00:00Z"), 480);
        QCOMPARE(axis.xFromTime(at("2022-09-13T00:00Z")), 240.0);
        QVERIFY(axis.timeFromX(480) == at("2022-09-14T00:00Z"));
        QVERIFY(axis.xFromTime(at("2022-09-11T00:00Z")) < 0);
    }

    void keepsTheTimeUnderThePointerWhileItZooms()
    {
        TimeAxis axis(at("2022-09-12T00:00Z"), at("2022-09-14T00:00Z"), 480);
        const UtcMinute kept = axis.timeFromX(100);
        for (const double factor : {0.5, 0.5, 2.0, 3.0, 0.1}) {
            axis = axis.zoomed(factor, 100);
            QVERIFY(std::chrono::abs(axis.timeFromX(100) - kept) <= 2min);
        }
        axis = axis.zoomed(1e-9, 100);
        QCOMPARE(axis.end() - axis.begin(), TimeAxis::shortest);
        axis = axis.zoomed(1e12, 100);
        QCOMPARE(axis.end() - axis.begin(), TimeAxis::longest);
    }

    void binsLieOnTheSameTimesWhereverTheAxisBegins_data()
    {
        QTest::addColumn<int>("days");
        for (const int days : {1, 7, 40, 400, 4'000, 40'000})
            QTest::addRow("%d days", days) << days;
    }
    void binsLieOnTheSameTimesWhereverTheAxisBegins()
    {
        QFETCH(int, days);
        const UtcMinute begin = at("1969-12-25T03:17Z"); // Times before 1970 are below 0.
        const TimeAxis axis(begin, begin + std::chrono::days(days), 900);
        const TimeBins bins = axis.bins(7);
        QVERIFY(bins.first <= begin.time_since_epoch().count());
        QVERIFY(bins.first + bins.minutes > begin.time_since_epoch().count());
        const auto past = bins.first + static_cast<std::int64_t>(bins.count) * bins.minutes;
        QVERIFY(past >= axis.end().time_since_epoch().count());
        QVERIFY(past - bins.minutes < axis.end().time_since_epoch().count());
        QVERIFY(axis.xFromTime(begin + std::chrono::minutes(bins.minutes)) >= 7);
        const TimeBins moved = axis.moved(std::chrono::minutes(bins.minutes) / 3 + 1min).bins(7);
        QCOMPARE(moved.minutes, bins.minutes);
        QCOMPARE((moved.first - bins.first) % bins.minutes, 0);
    }

    void weeksBeginOnMondays()
    {
        const TimeBins bins = TimeAxis(at("2022-01-01T00:00Z"), at("2024-01-01T00:00Z"), 900).bins(7);
        QCOMPARE(bins.minutes, 7 * 24 * 60);
        QCOMPARE(dateTimeFromUtc(UtcMinute(std::chrono::minutes(bins.first))).date().dayOfWeek(), 1);
    }

    void ticksStandOnWholeUnitsWithRoomForTheirWords_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QStringList>("words"); // Of the first three.
        const auto row = [](const char *end, const QStringList &words) {
            QTest::addRow("until %s", end) << QString::fromLatin1(end) << words;
        };
        row("2022-09-12T06:00Z", {QStringLiteral("12 Sep"), QStringLiteral("01:00"), QStringLiteral("02:00")});
        row("2022-09-20T00:00Z", {QStringLiteral("12 Sep"), QStringLiteral("13 Sep"), QStringLiteral("14 Sep")});
        row("2023-04-12T00:00Z", {QStringLiteral("Oct"), QStringLiteral("Nov"), QStringLiteral("Dec")});
        row("2029-09-12T00:00Z", {QStringLiteral("2023"), QStringLiteral("2024"), QStringLiteral("2025")});
        row("2090-09-12T00:00Z", {QStringLiteral("2030"), QStringLiteral("2040"), QStringLiteral("2050")});
    }
    void ticksStandOnWholeUnitsWithRoomForTheirWords()
    {
        QFETCH(QString, end);
        QFETCH(QStringList, words);
        const TimeAxis axis(at("2022-09-12T00:00Z"), *utcFromIso(end), 900);
        const std::vector<TimeTick> ticks = axis.ticks(84);
        QVERIFY(ticks.size() >= 3 && ticks.size() <= 11);
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            QVERIFY(ticks[i].time >= axis.begin() && ticks[i].time < axis.end());
            // Months differ by a tenth from their mean.
            QVERIFY(i == 0 || axis.xFromTime(ticks[i].time) - axis.xFromTime(ticks[i - 1].time) >= 84 * 0.9);
            if (i < 3)
                QCOMPARE(ticks[i].words, words[static_cast<qsizetype>(i)]);
        }
    }
};

QTEST_APPLESS_MAIN(TestTimeAxis)
#include "tst_timeaxis.moc"
