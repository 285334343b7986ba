#include "domain/filterjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

class TestFilterJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutWhatLimitsNothing()
    {
        QVERIFY(objectFrom(IncidentFilter{}).isEmpty());
        QCOMPARE(filterFrom({}), IncidentFilter{});
    }

    void bringsEveryPartBack()
    {
        IncidentFilter filter;
        filter.kinds.reset(1);
        filter.subKinds.reset(subKindCount);
        filter.statuses.reset(2);
        filter.credibilities.reset(0);
        filter.precisions.reset(locationPrecisionCount);
        filter.begin = utcFromIso(u"2022-09-12T20:05Z");
        filter.end = utcFromIso(u"2022-09-14T00:00Z");
        filter.knownBegin = utcFromIso(u"2022-09-13T00:00Z");
        filter.knownEnd = utcFromIso(u"2022-09-15T00:00Z");
        filter.withoutTime = false;
        filter.leastOrigins = 2;
        filter.area = FilterArea{{46.3, 39.5}, 25'000, {}};
        filter.actors = {u"Army of A"_s, u"“B”, with, commas"_s};
        filter.tags = {u"border"_s};
        filter.sources = {DocumentId{3}, DocumentId{9}};
        filter.words = u"Горис"_s;
        QCOMPARE(filterFrom(objectFrom(filter)), filter);
        filter.area = FilterArea{{}, 0, {{46, 39}, {47, 39}, {47, 40}}};
        QCOMPARE(filterFrom(objectFrom(filter)), filter);
        filter.kinds.reset();
        QCOMPARE(filterFrom(objectFrom(filter)), filter);
    }

    void bringsADrawnShapeBackToTheLastDigit()
    {
        IncidentFilter filter;
        filter.area = FilterArea{{}, 0, {}};
        for (int corner = 0; corner < 200; ++corner)
            filter.area->outline.push_back({179.123456789012345 + corner * 0.01 / 3, -0.1 - corner / 7.0});
        QCOMPARE(filterFrom(QJsonDocument::fromJson(QJsonDocument(objectFrom(filter)).toJson()).object()), filter);
        filter.area->outline.resize(2);
        QVERIFY(!filterFrom(objectFrom(filter)).area); // Two corners hold nothing.
    }

    void readsWhatEarlierVersionsWrote()
    {
        const QJsonObject old{{u"kinds"_s, QJsonArray{u"Battles"_s}},
                              {u"begin"_s, QJsonValue()},
                              {u"end"_s, u"2022-09-14T00:00Z"_s},
                              {u"withoutTime"_s, true}};
        IncidentFilter expected;
        expected.kinds.reset();
        expected.kinds.set(static_cast<std::size_t>(Kind::Battles));
        expected.end = utcFromIso(u"2022-09-14T00:00Z");
        QCOMPARE(filterFrom(old), expected);
    }

    void takesNothingFromWhatIsNoFilter()
    {
        const QJsonObject odd{{u"kinds"_s, 5},
                              {u"area"_s, QJsonObject{{u"outline"_s, QJsonArray{1, 2}}}},
                              {u"begin"_s, u"tomorrow"_s},
                              {u"sources"_s, u"all"_s}};
        QCOMPARE(filterFrom(odd), IncidentFilter{});
    }
};

QTEST_APPLESS_MAIN(TestFilterJson)
#include "tst_filterjson.moc"
