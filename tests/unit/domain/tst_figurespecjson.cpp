#include "domain/figurespecjson.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestFigureSpecJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAll();
    void readsWhatOlderCasesHold();
    void bringsBackWhatIsOutOfBounds_data();
    void bringsBackWhatIsOutOfBounds();
    void keepsAnArrangementOnThePage();
};

void TestFigureSpecJson::keepsAll()
{
    FigureSpec spec;
    QCOMPARE(figureSpecFrom(objectFrom(spec)), spec);
    spec.title = u"A title"_s;
    spec.subtitle = u"A subtitle"_s;
    spec.credit = u"A credit"_s;
    spec.alternativeText = u"What it shows"_s;
    spec.widthPx = 800;
    spec.heightPx = 1200;
    spec.dpi = 300;
    spec.box = LonLatBox{170.25, -10, 190.125, 12.0000001};
    spec.projection = u"EPSG:3035"_s;
    spec.graticule = true;
    spec.northArrow = true;
    spec.filter.words = u"bridge"_s;
    spec.marks = FigureMarks::Squares;
    spec.only = {IncidentId{3}, IncidentId{1LL << 40}};
    spec.panels = GroupBy::Known;
    spec.instants = {*utcFromIso(u"2022-09-13T12:00Z"), *utcFromIso(u"2022-09-14T00:00Z")};
    spec.colours = FigureColours::Grey;
    spec.blurMetres = 0;
    spec.graphicWords = true;
    spec.arrangement.margin = 0;
    spec.arrangement.parts = {{FigurePart::Head, {0.1, 0.2, 0.5, 0.25}}, {FigurePart::Foot, {0, 0.5, 1, 0.5}}};
    spec.arrangement.callouts = {{.incident = IncidentId{2}, .asNote = true},
                                 {.incident = IncidentId{1LL << 40}, .x = 0.25, .y = 1, .width = 0.125}};
    QCOMPARE(figureSpecFrom(objectFrom(spec)), spec);
    for (int by = 0; by <= static_cast<int>(GroupBy::Known); ++by) {
        spec.panels = static_cast<GroupBy>(by);
        QCOMPARE(figureSpecFrom(objectFrom(spec)).panels, spec.panels);
    }
}

void TestFigureSpecJson::readsWhatOlderCasesHold()
{
    QCOMPARE(figureSpecFrom({{u"dark"_s, true}}).colours, FigureColours::Dark);
    QCOMPARE(figureSpecFrom({{u"panels"_s, u"week"_s}}).panels, GroupBy::Week);
}

void TestFigureSpecJson::bringsBackWhatIsOutOfBounds_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("huge") << QJsonObject{{u"widthPx"_s, 1e9}, {u"heightPx"_s, -5}, {u"dpi"_s, 1e300}};
    QTest::newRow("other types") << QJsonObject{
        {u"title"_s, 5}, {u"box"_s, u"x"_s}, {u"filter"_s, QJsonArray{1}}, {u"blurMetres"_s, u"near"_s}};
    QTest::newRow("box inside out") << QJsonObject{{u"box"_s, QJsonArray{50, 38, 43, 41}}};
    QTest::newRow("box beyond the globe") << QJsonObject{{u"box"_s, QJsonArray{-1e9, 38, 1e9, 41}}};
    QTest::newRow("box of nothing") << QJsonObject{{u"box"_s, QJsonArray{50, 38, 50, 38}}};
    QTest::newRow("instants") << QJsonObject{{u"instants"_s, QJsonArray{5, u"soon"_s, QJsonArray()}}};
    QTest::newRow("box of three") << QJsonObject{{u"box"_s, QJsonArray{43, 38, 50}}};
}

void TestFigureSpecJson::bringsBackWhatIsOutOfBounds()
{
    QFETCH(const QJsonObject, object);
    const FigureSpec spec = figureSpecFrom(object);
    QVERIFY(spec.widthPx >= 400 && spec.widthPx <= 10'000);
    QVERIFY(spec.heightPx >= 400 && spec.heightPx <= 10'000);
    QVERIFY(spec.dpi >= 72 && spec.dpi <= 600);
    QCOMPARE(spec.blurMetres, FigureSpec{}.blurMetres);
    QVERIFY(!spec.box);
    QVERIFY(spec.instants.empty());
    QVERIFY(spec.title.isEmpty());
    QCOMPARE(spec.filter, IncidentFilter{});
}

void TestFigureSpecJson::keepsAnArrangementOnThePage()
{
    const QJsonObject arrangement{
        {u"margin"_s, 1e9},
        {u"parts"_s,
         QJsonObject{{u"map"_s, QJsonArray{0.9, -1, 0.5, 0.001}},
                     {u"key"_s, QJsonArray{0, 0, -1, 1}},
                     {u"foot"_s, u"below"_s},
                     {u"nothing"_s, QJsonArray{0, 0, 1, 1}}}},
        {u"callouts"_s,
         QJsonArray{QJsonObject{{u"incident"_s, 7}, {u"x"_s, 5}, {u"y"_s, -2}},
                    QJsonObject{{u"incident"_s, 3}, {u"asNote"_s, true}},
                    QJsonObject{{u"incident"_s, 7}, {u"asNote"_s, true}}, QJsonObject{{u"incident"_s, -1}}, 5}}};
    const FigureArrangement read = figureSpecFrom({{u"arrangement"_s, arrangement}}).arrangement;
    QCOMPARE(read.margin, mostMargin);
    QCOMPARE(read.parts.size(), 1);
    QCOMPARE(read.parts.at(FigurePart::Map), QRectF(0.5, 0, 0.5, leastPartSide));
    const std::vector<PlacedCallout> callouts{{.incident = IncidentId{3}, .asNote = true},
                                              {.incident = IncidentId{7}, .x = 1, .y = 0}};
    QCOMPARE(read.callouts, callouts);
}

QTEST_GUILESS_MAIN(TestFigureSpecJson)
#include "tst_figurespecjson.moc"
