#include "domain/filter.h"

#include <QTest>

using namespace dateline;

class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEverythingAtFirst()
    {
        Incident incident;
        for (int i = 0; i < kindCount; ++i) {
            incident.kind = static_cast<Kind>(i);
            QVERIFY(IncidentFilter{}.shows(incident));
        }
    }

    void showsChosenKinds()
    {
        IncidentFilter filter;
        filter.kinds.reset();
        filter.kinds.set(static_cast<std::size_t>(Kind::Riots));
        Incident incident;
        incident.kind = Kind::Riots;
        QVERIFY(filter.shows(incident));
        incident.kind = Kind::Battles;
        QVERIFY(!filter.shows(incident));
    }

    void showsWhatOverlapsTheTime_data()
    {
        QTest::addColumn<int>("begin"); // Minutes; the incident lasts from 100 to 200.
        QTest::addColumn<int>("end");
        QTest::addColumn<bool>("shown");
        QTest::newRow("before it") << 0 << 100 << false;
        QTest::newRow("over its first minute") << 0 << 101 << true;
        QTest::newRow("inside it") << 120 << 130 << true;
        QTest::newRow("around it") << 0 << 999 << true;
        QTest::newRow("over its last minute") << 199 << 300 << true;
        QTest::newRow("after it") << 200 << 300 << false;
        QTest::newRow("open at the end") << 150 << -1 << true;
        QTest::newRow("open at the beginning") << -1 << 50 << false;
    }
    void showsWhatOverlapsTheTime()
    {
        QFETCH(int, begin);
        QFETCH(int, end);
        QFETCH(bool, shown);
        const auto minute = [](int at) { return UtcMinute(std::chrono::minutes(at)); };
        Incident incident;
        incident.when = When{{minute(100), minute(200), TimePrecision::Hour}, {}, {}};
        IncidentFilter filter;
        if (begin >= 0)
            filter.begin = minute(begin);
        if (end >= 0)
            filter.end = minute(end);
        QCOMPARE(filter.shows(incident), shown);
    }

    void asksWhetherToShowTheUndated()
    {
        IncidentFilter filter;
        filter.withoutTime = false;
        QVERIFY(filter.shows(Incident{}));
        filter.begin = UtcMinute{};
        QVERIFY(!filter.shows(Incident{}));
        filter.withoutTime = true;
        QVERIFY(filter.shows(Incident{}));
    }
};

QTEST_APPLESS_MAIN(TestFilter)
#include "tst_filter.moc"
