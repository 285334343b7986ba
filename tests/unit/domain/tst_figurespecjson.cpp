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
    spec.panels = GroupBy::Week;
    spec.colours = FigureColours::Grey;
    spec.blurMetres = 0;
    spec.graphicWords = true;
    QCOMPARE(figureSpecFrom(objectFrom(spec)), spec);
}

void TestFigureSpecJson::readsWhatOlderCasesHold()
{
    QCOMPARE(figureSpecFrom({{u"dark"_s, true}}).colours, FigureColours::Dark);
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
    QVERIFY(spec.title.isEmpty());
    QCOMPARE(spec.filter, IncidentFilter{});
}

QTEST_GUILESS_MAIN(TestFigureSpecJson)
#include "tst_figurespecjson.moc"
