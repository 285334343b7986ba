#include "cli/filteroptions.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

/// What the options make of a filter that shows everything.
Result<IncidentFilter> filterOf(const QStringList &options)
{
    QCommandLineParser parser;
    parser.addOptions(filterOptions());
    if (!parser.parse(QStringList{u"dateline"_s} + options))
        return failure(Error::Kind::Unsupported, parser.errorText());
    return filterFrom(parser, {});
}

Result<std::vector<IncidentId>> onlyOf(const QString &ids)
{
    QCommandLineParser parser;
    parser.addOptions(filterOptions());
    parser.parse({u"dateline"_s, u"--only"_s, ids});
    return onlyFrom(parser);
}

Incident incidentOf(Kind kind, std::optional<SubKind> subKind = {})
{
    Incident incident;
    incident.kind = kind;
    incident.subKind = subKind;
    return incident;
}

} // namespace

class TestFilterOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEverythingWithoutOptions() { QCOMPARE(*filterOf({}), IncidentFilter()); }

    void showsTheKindsThatAreNamed()
    {
        const IncidentFilter filter = *filterOf({u"--kind"_s, u"battles"_s, u"--kind"_s, u"Grenade"_s});
        QVERIFY(filter.shows(incidentOf(Kind::Battles)));
        QVERIFY(filter.shows(incidentOf(Kind::Battles, SubKind::ArmedClash)));
        QVERIFY(filter.shows(incidentOf(Kind::Explosions, SubKind::Grenade)));
        QVERIFY(!filter.shows(incidentOf(Kind::Explosions, SubKind::SuicideBomb)));
        QVERIFY(!filter.shows(incidentOf(Kind::Riots)));
    }

    void showsNoneOfAnotherSubKind()
    {
        const IncidentFilter filter = *filterOf({u"--kind"_s, u"Grenade"_s});
        QVERIFY(filter.shows(incidentOf(Kind::Explosions, SubKind::Grenade)));
        QVERIFY(!filter.shows(incidentOf(Kind::Explosions)));
    }

    void takesADayToItsEnd()
    {
        const IncidentFilter filter = *filterOf({u"--from"_s, u"2022-09-12"_s, u"--until"_s, u"2022-09-13"_s});
        QCOMPARE(isoFromUtc(*filter.begin), u"2022-09-12T00:00Z"_s);
        QCOMPARE(isoFromUtc(*filter.end), u"2022-09-14T00:00Z"_s);
        QVERIFY(filter.withoutTime);
        QVERIFY(!filterOf({u"--from"_s, u"2022-09-12"_s, u"--dated"_s})->withoutTime);
    }

    void takesAllOfItsParts()
    {
        const IncidentFilter filter = *filterOf({u"--status"_s,
                                                 u"disputed,refuted"_s,
                                                 u"--precision"_s,
                                                 u"none"_s,
                                                 u"--credibility"_s,
                                                 u"0,1"_s,
                                                 u"--origins"_s,
                                                 u"2"_s,
                                                 u"--actor"_s,
                                                 u"A"_s,
                                                 u"--actor"_s,
                                                 u"B"_s,
                                                 u"--tag"_s,
                                                 u"t"_s,
                                                 u"--words"_s,
                                                 u"bridge"_s,
                                                 u"--within"_s,
                                                 u"44,39,47,41"_s,
                                                 u"--reported-until"_s,
                                                 u"2022-09-13T06:00Z"_s});
        QCOMPARE(filter.statuses.to_string(), "1100");
        QCOMPARE(filter.precisions.to_string(), "100000");
        QCOMPARE(filter.credibilities.to_string(), "0000011");
        QCOMPARE(filter.leastOrigins, 2);
        QCOMPARE(filter.actors, (QStringList{u"A"_s, u"B"_s}));
        QCOMPARE(filter.tags, QStringList{u"t"_s});
        QCOMPARE(filter.words, u"bridge"_s);
        QCOMPARE(filter.area->outline.size(), 4U);
        QCOMPARE(isoFromUtc(*filter.knownEnd), u"2022-09-13T06:00Z"_s);
        QCOMPARE(filterOf({u"--near"_s, u"46.3,39.5,20000"_s})->area->radiusMetres, 20'000.0);
    }

    void refusesWhatMakesNoSense_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("kind") << QStringList{u"--kind"_s, u"Dances"_s};
        QTest::newRow("time") << QStringList{u"--from"_s, u"yesterday"_s};
        QTest::newRow("two times") << QStringList{u"--from"_s, u"2022-09-12,2022-09-13"_s};
        QTest::newRow("order") << QStringList{u"--from"_s, u"2022-09-14"_s, u"--until"_s, u"2022-09-12"_s};
        QTest::newRow("status") << QStringList{u"--status"_s, u"sure"_s};
        QTest::newRow("precision") << QStringList{u"--precision"_s, u"village"_s};
        QTest::newRow("credibility") << QStringList{u"--credibility"_s, u"7"_s};
        QTest::newRow("origins") << QStringList{u"--origins"_s, u"many"_s};
        QTest::newRow("box") << QStringList{u"--within"_s, u"47,39,44,41"_s};
        QTest::newRow("half the world") << QStringList{u"--within"_s, u"-90,0,100,10"_s};
        QTest::newRow("circle") << QStringList{u"--near"_s, u"46.3,39.5"_s};
        QTest::newRow("radius") << QStringList{u"--near"_s, u"46.3,39.5,-1"_s};
    }
    void refusesWhatMakesNoSense()
    {
        QFETCH(QStringList, options);
        const Result<IncidentFilter> filter = filterOf(options);
        QVERIFY(!filter);
        QCOMPARE(filter.error().kind, Error::Kind::Malformed);
    }

    void takesNumbersOfIncidents()
    {
        QCOMPARE(*onlyOf(u"5, 3,5"_s), (std::vector{IncidentId{3}, IncidentId{5}}));
        for (const QString &wrong : {u"x"_s, u"0"_s, u"-1"_s, u","_s, u"1.5"_s})
            QVERIFY2(!onlyOf(wrong), qPrintable(wrong));
    }
};

QTEST_GUILESS_MAIN(TestFilterOptions)
#include "tst_filteroptions.moc"
