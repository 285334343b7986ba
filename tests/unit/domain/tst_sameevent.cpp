#include "domain/sameevent.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

Incident shellingAt(LonLat position, const char16_t *begin, int minutes = 1)
{
    Incident incident;
    incident.kind = Kind::Explosions;
    incident.where =
        Where{.geometry = pointGeometry(position), .precision = LocationPrecision::Near, .radiusMetres = 5000};
    const UtcMinute time = *utcFromIso(QStringView(begin));
    incident.when = When{{time, time + std::chrono::minutes(minutes), TimePrecision::Minute}, {}, {}};
    return incident;
}

constexpr LonLat goris{46.339, 39.511};

} // namespace

class TestSameEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameKindNearPlaceAndTimeAreOneEvent()
    {
        const Incident known = shellingAt(goris, u"2022-09-12T20:05Z");
        const std::optional<Resemblance> resemblance =
            sameEvent(shellingAt({46.4, 39.511}, u"2022-09-12T20:05Z", 60), known);
        QVERIFY(resemblance);
        QVERIFY(resemblance->metres > 5000 && resemblance->metres < 5500);
        QCOMPARE(resemblance->apart, std::chrono::minutes(0));
        QCOMPARE(resemblance->reason, u"Same kind; 5 km apart, within ± 10 km; at overlapping times");
    }

    void timesMayLieADayApart_data()
    {
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("reason"); // Empty: another event.
        QTest::newRow("the same minute") << u"2022-09-12T20:05Z"_s << u"at overlapping times"_s;
        QTest::newRow("soon after") << u"2022-09-12T20:30Z"_s << u"less than an hour apart"_s;
        QTest::newRow("before") << u"2022-09-12T17:04Z"_s << u"3 h apart"_s;
        QTest::newRow("a day after") << u"2022-09-13T20:06Z"_s << u"24 h apart"_s;
        QTest::newRow("more than a day after") << u"2022-09-13T20:07Z"_s << QString();
        QTest::newRow("more than a day before") << u"2022-09-11T20:03Z"_s << QString();
    }
    void timesMayLieADayApart()
    {
        QFETCH(QString, begin);
        QFETCH(QString, reason);
        Incident proposed = shellingAt(goris, u"2022-09-12T20:05Z");
        const UtcMinute time = *utcFromIso(begin);
        proposed.when->span = {time, time + std::chrono::minutes(1), TimePrecision::Minute};
        const std::optional<Resemblance> resemblance = sameEvent(proposed, shellingAt(goris, u"2022-09-12T20:05Z"));
        QCOMPARE(resemblance.has_value(), !reason.isEmpty());
        if (resemblance)
            QCOMPARE(resemblance->reason, u"Same kind; at the same place; "_s + reason);
    }

    void otherEventsAreNotTaken_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("another kind") << 0;
        QTest::newRow("beyond both radii") << 1;
        QTest::newRow("no place") << 2;
        QTest::newRow("no time") << 3;
        QTest::newRow("only the country is known") << 4;
        QTest::newRow("an outline without positions") << 5;
    }
    void otherEventsAreNotTaken()
    {
        QFETCH(int, what);
        const Incident known = shellingAt(goris, u"2022-09-12T20:05Z");
        Incident proposed = known;
        QVERIFY(sameEvent(proposed, known));
        switch (what) {
        case 0: proposed.kind = Kind::Battles; break;
        case 1: proposed.where->geometry = pointGeometry({46.46, 39.511}); break;
        case 2: proposed.where.reset(); break;
        case 3: proposed.when.reset(); break;
        case 4: proposed.where->precision = LocationPrecision::Country; break;
        default: proposed.where->geometry = Geometry{Geometry::Type::Polygon, {}}; break;
        }
        QVERIFY(!sameEvent(proposed, known));
        QVERIFY(!sameEvent(known, proposed));
    }

    void anOutlineReachesAsFarAsItsBox()
    {
        Incident region = shellingAt(goris, u"2022-09-12T20:05Z");
        region.where->precision = LocationPrecision::Province;
        region.where->radiusMetres = 0;
        region.where->geometry = {Geometry::Type::Polygon,
                                  {{{45.8, 39}, {46.6, 39}, {46.6, 39.8}, {45.8, 39.8}, {45.8, 39}}}};
        QVERIFY(sameEvent(region, shellingAt(goris, u"2022-09-12T20:05Z")));
        QVERIFY(!sameEvent(region, shellingAt({44.5, 40.2}, u"2022-09-12T20:05Z")));
    }

    void theCloserInTimeComesFirstThenTheNearer()
    {
        const Resemblance now{.metres = 900, .apart = std::chrono::minutes(0), .reason = {}};
        const Resemblance nearer{.metres = 100, .apart = std::chrono::minutes(0), .reason = {}};
        const Resemblance later{.metres = 0, .apart = std::chrono::minutes(5), .reason = {}};
        QVERIFY(now < later);
        QVERIFY(nearer < now);
        QVERIFY(!(now < nearer));
    }
};

QTEST_APPLESS_MAIN(TestSameEvent)
#include "tst_sameevent.moc"
