#include "figure/groups.h"
#include "figure/instants.h"
#include "someincidents.h"

#include <QTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

using Names = std::map<QString, std::set<qint64>>;

std::set<qint64> numbersOf(const std::vector<IncidentId> &ids)
{
    std::set<qint64> numbers;
    for (const IncidentId id : ids)
        numbers.insert(numberOf(id));
    return numbers;
}

Names namesOf(const std::vector<FigureGroup> &groups)
{
    Names names;
    for (const FigureGroup &group : groups)
        names[group.name] = numbersOf(group.incidents);
    return names;
}

UtcMinute at(const char *text)
{
    return utcFromIso(QString::fromLatin1(text)).value();
}

/// The incidents of @p content in a table, as a figure of squares has them; known an hour after they happened.
FigureContent inSquares(FigureContent content)
{
    IncidentColumns columns;
    std::vector<std::pair<IncidentId, Support>> supports;
    for (const SceneIncident &row : content.incidents) {
        append(columns, row.incident);
        if (row.incident.when && numberOf(row.incident.id) % 10 != 0)
            supports.emplace_back(row.incident.id,
                                  Support{1, 1, 1, row.incident.when->span.begin + std::chrono::hours(1)});
    }
    auto table = std::make_shared<IncidentTable>(std::move(columns));
    table->setSupports(supports);
    content.table = std::move(table);
    content.asSquares = true;
    return content;
}

/// Sixty incidents; some of them named after parties, some undated, some gainsaid by a second speaker.
FigureContent someParties()
{
    FigureContent content = someContent(60, 3, false);
    std::vector<FigureWords> more;
    for (SceneIncident &row : content.incidents) {
        const qint64 number = numberOf(row.incident.id);
        if (number % 2 == 0)
            row.incident.actors.append(u"The army"_s);
        if (number % 3 == 0)
            row.incident.actors.append({u"Rebels"_s, u"rebels"_s});
        if (number % 7 == 0)
            row.incident.when.reset();
        if (number % 4 == 0)
            more.push_back({row.incident.id, QuoteId{1000 + number}, u"It did not."_s, u"The Rébels"_s,
                            number % 8 == 0 ? Stance::Denies : Stance::Disputes, 0, 0, Hidden::No});
    }
    content.words.insert(content.words.end(), more.begin(), more.end());
    for (FigureWords &words : content.words) {
        if (numberOf(words.incident) % 5 == 0 && words.speaker == u"The defence ministry")
            words.speaker.clear(); // Then whoever published it says so.
    }
    return content;
}

} // namespace

class TestGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsAnIncidentWithEachPartyThatItNames()
    {
        Names expected;
        for (qint64 number = 1; number <= 60; ++number) {
            if (number % 2 == 0)
                expected[u"The army"_s].insert(number);
            if (number % 3 == 0)
                expected[u"Rebels"_s].insert(number);
            if (number % 2 != 0 && number % 3 != 0)
                expected[u"No party named"_s].insert(number);
        }
        const std::vector<FigureGroup> groups = groupsOf(someParties(), {}, GroupBy::Party);
        QCOMPARE(namesOf(groups), expected);
        QVERIFY(groups.back().isUnknown);
    }

    void putsAnIncidentWithEachWhoSpeaksOfIt()
    {
        Names expected;
        std::set<qint64> disputed;
        std::set<qint64> denied;
        for (qint64 number = 1; number <= 60; ++number) {
            const QString publisher = number % 3 == 0 ? u"A ministry"_s : u"A news agency"_s; // Of source number % 3.
            expected[number % 5 == 0 ? publisher : u"The defence ministry"_s].insert(number);
            if (number % 4 == 0) {
                expected[u"The Rébels"_s].insert(number);
                (number % 8 == 0 ? denied : disputed).insert(number);
            }
        }
        const std::vector<FigureGroup> groups = groupsOf(someParties(), {}, GroupBy::Speaker);
        QCOMPARE(namesOf(groups), expected);
        const auto rebels = std::ranges::find(groups, u"The Rébels"_s, &FigureGroup::name);
        QVERIFY(rebels != groups.end());
        QCOMPARE(numbersOf(rebels->disputed), disputed);
        QCOMPARE(numbersOf(rebels->denied), denied);
        QCOMPARE(rebels->reported(), 0);
        QVERIFY(countedOf(*rebels).empty());
        QVERIFY(groups.front().denied.empty());
    }

    void splitsBeforeAndAfter()
    {
        FigureContent content = someParties();
        FigureSpec spec;
        spec.instants = {at("2022-09-13T00:00Z"), at("2022-09-13T06:00Z"), at("2023-01-01T00:00Z")};
        // One that may be on either side, and one that ends with the instant.
        content.incidents[10].incident.when->span = {at("2022-09-12T20:00Z"), at("2022-09-13T20:00Z"),
                                                     TimePrecision::Day};
        content.incidents[12].incident.when->span = {at("2022-09-12T20:00Z"), at("2022-09-13T00:00Z"),
                                                     TimePrecision::Hour};
        std::vector<std::set<qint64>> expected(5);
        for (const SceneIncident &row : content.incidents) {
            const qint64 number = numberOf(row.incident.id);
            if (!row.incident.when) {
                expected[4].insert(number);
                continue;
            }
            const TimeSpan &span = row.incident.when->span;
            if (span.begin < spec.instants[0])
                expected[0].insert(number);
            for (std::size_t i = 0; i < 2; ++i) {
                if (span.begin < spec.instants[i + 1] && span.end > spec.instants[i])
                    expected[i + 1].insert(number);
            }
            if (span.end > spec.instants[2])
                expected[3].insert(number);
        }
        for (const FigureContent &as : {content, inSquares(content)}) {
            const std::vector<FigureGroup> groups = groupsOf(as, spec, GroupBy::Split);
            QCOMPARE(groups.size(), 5);
            for (std::size_t i = 0; i < groups.size(); ++i)
                QCOMPARE(numbersOf(groups[i].incidents), expected[i]);
            QVERIFY(groups[3].incidents.empty()); // Nothing is after it, and the map says so.
            QCOMPARE(groups[0].name, u"Before 13 September 2022, 00:00 UTC"_s);
            QCOMPARE(groups[1].name, u"13 September 2022, 00:00 UTC to 13 September 2022, 06:00 UTC"_s);
            QCOMPARE(groups[4].name, u"No time stated"_s);
        }
        QVERIFY(expected[0].contains(11) && expected[1].contains(11) && expected[2].contains(11));
        QVERIFY(expected[0].contains(13) && !expected[1].contains(13));
    }

    void showsWhatWasKnownByThen()
    {
        FigureSpec spec;
        spec.instants = {at("2022-09-12T22:00Z"), at("2022-09-13T06:00Z")};
        const FigureContent squares = inSquares(someParties());
        FigureContent each = squares;
        each.asSquares = false;
        for (const FigureContent &content : {squares, each}) {
            const std::vector<FigureGroup> groups = groupsOf(content, spec, GroupBy::Known);
            QCOMPARE(groups.size(), 3);
            for (std::size_t i = 0; i < 2; ++i) {
                std::set<qint64> expected;
                for (const SceneIncident &row : content.incidents) {
                    const std::optional<When> &when = row.incident.when;
                    if (when && numberOf(row.incident.id) % 10 != 0
                        && when->span.begin + std::chrono::hours(1) < spec.instants[i])
                        expected.insert(numberOf(row.incident.id));
                }
                QCOMPARE(numbersOf(groups[i].incidents), expected);
                QVERIFY(!expected.empty());
            }
            QVERIFY(groups[2].isUnknown);
        }
    }

    void groupsRowsAsItGroupsIncidents_data()
    {
        QTest::addColumn<int>("by");
        QTest::newRow("day") << static_cast<int>(GroupBy::Day);
        QTest::newRow("week") << static_cast<int>(GroupBy::Week);
        QTest::newRow("kind") << static_cast<int>(GroupBy::Kind);
        QTest::newRow("province") << static_cast<int>(GroupBy::Province);
    }
    void groupsRowsAsItGroupsIncidents()
    {
        QFETCH(const int, by);
        const FigureContent each = someParties();
        FigureContent squares = inSquares(each);
        std::map<QString, std::vector<IncidentId>> provinces;
        for (const SceneIncident &row : each.incidents)
            provinces[row.incident.where->province].push_back(row.incident.id);
        for (const auto &[name, ids] : provinces)
            squares.named.push_back({name, Stance::Reports, ids});
        QCOMPARE(namesOf(groupsOf(squares, {}, static_cast<GroupBy>(by))),
                 namesOf(groupsOf(each, {}, static_cast<GroupBy>(by))));
    }

    void readsInstants_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one") << u"2022-09-13T12:00Z"_s << u"2022-09-13T12:00Z"_s;
        QTest::newRow("another zone") << u"2022-09-13T12:00+04:00"_s << u"2022-09-13T08:00Z"_s;
        QTest::newRow("in any order, each once")
            << u"2022-09-14, 2022-09-13T12:00Z,2022-09-14T00:00Z"_s << u"2022-09-13T12:00Z, 2022-09-14T00:00Z"_s;
        QTest::newRow("a month") << u"2022-09"_s << u""_s;
        QTest::newRow("a comma too many") << u"2022-09-13,"_s << u""_s;
        QTest::newRow("no such day") << u"2022-02-30"_s << u""_s;
        QTest::newRow("nothing") << u""_s << u""_s;
    }
    void readsInstants()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        const auto instants = instantsFromText(text, DayAs::Begin);
        QCOMPARE(instants.has_value(), !expected.isEmpty());
        if (instants)
            QCOMPARE(textFromInstants(*instants), expected);
        QCOMPARE(instantsFromText(u"2022-09-13"_s, DayAs::End), std::vector{at("2022-09-14T00:00Z")});
    }
};

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_groups.moc"
