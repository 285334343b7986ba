#include "figure/captions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestCaptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsHonestly_data();
    void countsHonestly();
    void numbersByTimeThenFromTheNorth();
    void saysOnceWhatTimesShare();
    void namesASourceWithItsHash();
};

void TestCaptions::countsHonestly_data()
{
    QTest::addColumn<SceneCount>("count");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("all") << SceneCount{3, 3, 0, 0, 0, 0, 0} << u"All 3 incidents are shown."_s;
    QTest::newRow("one")
        << SceneCount{1, 1, 0, 0, 0, 0, 1}
        << u"The one incident of the case is shown. Of those shown, 1 is reported by one source only."_s;
    QTest::newRow("missing")
        << SceneCount{6, 2, 1, 1, 2, 0, 0}
        << u"2 of 6 incidents shown: 1 has no place, 1 is left out by the filter, 2 lie beyond the map’s edges."_s;
    QTest::newRow("known")
        << SceneCount{6, 6, 0, 0, 0, 1, 3}
        << u"All 6 incidents are shown. Of those shown, 1 has no stated time and 3 are reported by one source only."_s;
}

void TestCaptions::countsHonestly()
{
    QFETCH(const SceneCount, count);
    QFETCH(const QString, sentence);
    QCOMPARE(countSentence(count), sentence);
}

namespace
{

SceneIncident incident(int id, const char *begin, const QString &place)
{
    SceneIncident row;
    row.incident.id = IncidentId{id};
    row.incident.where = Where{place, {}, {}, pointGeometry({46, 40}), LocationPrecision::Near, 0, {}};
    if (begin != nullptr) {
        const UtcMinute minute = *utcFromIso(QString::fromLatin1(begin));
        row.incident.when = When{{minute, minute + std::chrono::minutes(1), TimePrecision::Minute}, u"UTC+04:00"_s, {}};
    }
    return row;
}

Scene sceneOf(const std::vector<SceneIncident> &rows)
{
    Scene scene;
    double y = 500;
    for (const SceneIncident &row : rows)
        scene.marks.push_back({{row.incident.id}, {}, {100, y -= 100}, false, 1});
    return scene;
}

} // namespace

void TestCaptions::numbersByTimeThenFromTheNorth()
{
    const std::vector<SceneIncident> rows{incident(1, nullptr, u"D"_s), incident(2, "2022-09-12T20:05Z", u"B"_s),
                                          incident(3, "2022-09-12T20:05Z", u"A"_s),
                                          incident(4, "2022-09-13T20:05Z", u"C"_s)};
    const std::vector<NumberedMark> marks = numberedMarks(sceneOf(rows), rows);
    QStringList places;
    for (const NumberedMark &mark : marks)
        places.append(QString::number(mark.number) + placeTextOf(mark));
    QCOMPARE(places, QStringList({u"1A"_s, u"2B"_s, u"3C"_s, u"4D"_s}));
    QCOMPARE(titleFor(marks), u"Reported incidents: A, B, C and D"_s);
}

void TestCaptions::saysOnceWhatTimesShare()
{
    const std::vector<SceneIncident> rows{incident(1, "2022-09-12T20:05Z", u"A"_s),
                                          incident(2, "2022-09-13T06:00Z", u"B"_s), incident(3, nullptr, u"C"_s)};
    const Scene scene = sceneOf(rows);
    const std::vector<NumberedMark> marks = numberedMarks(scene, rows);
    const TimeStyle style = timeStyleFor(marks);
    QVERIFY(!timeTextOf(rows[0].incident, style).contains(u"2022"));
    QVERIFY(timeTextOf(rows[0].incident, style).endsWith(u"00:05"));
    QVERIFY(timeTextOf(rows[0].incident).endsWith(u"00:05 UTC+4"));
    QCOMPARE(timeTextOf(rows[2].incident, style), u"no time stated"_s);
    const QString subtitle = subtitleFor(marks, scene, style);
    QVERIFY(subtitle.contains(u"13 September 2022"));
    QVERIFY(subtitle.contains(u"UTC+4"));
}

void TestCaptions::namesASourceWithItsHash()
{
    FigureSource source{u"A statement"_s, u"A ministry"_s, u"https://example.org/a"_s, std::nullopt,
                        sha256Of(QStringView(u"x"))};
    const QString text = sourceText(source);
    QVERIFY(text.startsWith(u"A ministry, “A statement”. https://example.org/a"));
    QVERIFY(text.endsWith(u"SHA-256\u00a02d711642"));
}

QTEST_GUILESS_MAIN(TestCaptions)
#include "tst_captions.moc"
