#include "figure/calloutlayout.h"
#include "figure/planegeometry.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace dateline;

class TestCalloutLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresTheDistanceOfLines_data();
    void measuresTheDistanceOfLines();
    void seesALineThroughARectangle_data();
    void seesALineThroughARectangle();
    void keepsTheRulesWhateverTheMarks_data();
    void keepsTheRulesWhateverTheMarks();
    void placesAllOfFewCallouts_data();
    void placesAllOfFewCallouts();
    void placesTheSameAgain();
    void resizesOnlyWhereThereIsRoom();
    void keepsClearOfTheFixedOnes();
};

namespace
{

CalloutField randomField(unsigned seed, int marks, bool clustered)
{
    std::mt19937 random(seed);
    CalloutField field;
    field.frame = {24, 100, 1090, 730};
    std::uniform_real_distribution<double> x(40, 1100);
    std::uniform_real_distribution<double> y(120, 820);
    std::normal_distribution<double> near(0, 110);
    const QPointF middle(x(random), y(random));
    while (field.marks.size() < static_cast<std::size_t>(marks)) {
        const QPointF at = clustered ? middle + QPointF(near(random), near(random)) : QPointF(x(random), y(random));
        // Marks closer than their width are one mark in a scene.
        const auto isFar = [at](const QRectF &mark) { return QLineF(at, mark.center()).length() > 23; };
        if (field.frame.adjusted(11, 11, -11, -11).contains(at) && std::ranges::all_of(field.marks, isFar))
            field.marks.emplace_back(at - QPointF(11, 11), QSizeF(22, 22));
    }
    field.obstacles = {{40, 790, 160, 28}};
    return field;
}

std::vector<QSizeF> sizesFor(int marks, QSizeF size)
{
    return std::vector<QSizeF>(static_cast<std::size_t>(marks), size);
}

} // namespace

void TestCalloutLayout::measuresTheDistanceOfLines_data()
{
    QTest::addColumn<QLineF>("a");
    QTest::addColumn<QLineF>("b");
    QTest::addColumn<double>("distance");
    QTest::newRow("crossing") << QLineF(0, 0, 10, 10) << QLineF(0, 10, 10, 0) << 0.0;
    QTest::newRow("touching") << QLineF(0, 0, 10, 0) << QLineF(5, 0, 5, 9) << 0.0;
    QTest::newRow("parallel") << QLineF(0, 0, 10, 0) << QLineF(0, 4, 10, 4) << 4.0;
    QTest::newRow("end to end") << QLineF(0, 0, 10, 0) << QLineF(13, 4, 20, 4) << 5.0;
}

void TestCalloutLayout::measuresTheDistanceOfLines()
{
    QFETCH(const QLineF, a);
    QFETCH(const QLineF, b);
    QFETCH(const double, distance);
    QCOMPARE(distanceBetween(a.p1(), a.p2(), b.p1(), b.p2()), distance);
    QCOMPARE(distanceBetween(b.p2(), b.p1(), a.p1(), a.p2()), distance);
}

void TestCalloutLayout::seesALineThroughARectangle_data()
{
    QTest::addColumn<QLineF>("line");
    QTest::addColumn<bool>("met");
    QTest::newRow("through") << QLineF(-5, 5, 25, 5) << true;
    QTest::newRow("ends inside") << QLineF(-5, 5, 5, 5) << true;
    QTest::newRow("inside") << QLineF(2, 2, 5, 5) << true;
    QTest::newRow("past a corner") << QLineF(-5, 4, 4, -5) << false;
    QTest::newRow("beside") << QLineF(-1, -5, -1, 25) << false;
}

void TestCalloutLayout::seesALineThroughARectangle()
{
    QFETCH(const QLineF, line);
    QFETCH(const bool, met);
    QCOMPARE(crosses(line.p1(), line.p2(), QRectF(0, 0, 20, 10)), met);
}

void TestCalloutLayout::keepsTheRulesWhateverTheMarks_data()
{
    QTest::addColumn<int>("marks");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<bool>("clustered");
    for (const bool clustered : {false, true}) {
        const char *kind = clustered ? "clustered" : "spread";
        QTest::addRow("1 %s", kind) << 1 << QSizeF(300, 180) << clustered;
        QTest::addRow("4 %s", kind) << 4 << QSizeF(260, 110) << clustered;
        QTest::addRow("8 %s", kind) << 8 << QSizeF(240, 90) << clustered;
        QTest::addRow("20 %s", kind) << 20 << QSizeF(200, 60) << clustered;
        QTest::addRow("60 %s", kind) << 60 << QSizeF(150, 28) << clustered;
    }
}

void TestCalloutLayout::keepsTheRulesWhateverTheMarks()
{
    QFETCH(const int, marks);
    QFETCH(const QSizeF, size);
    QFETCH(const bool, clustered);
    int left = 0;
    constexpr unsigned layouts = 12;
    for (unsigned seed = 0; seed < layouts; ++seed) {
        const CalloutField field = randomField(seed, marks, clustered);
        CalloutPlacer placer(field);
        left += placer.place(sizesFor(marks, size));
        const auto &places = placer.places();
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (!places[i])
                continue;
            QVERIFY(field.frame.contains(places[i]->box));
            QCOMPARE(places[i]->box.size(), size);
            QVERIFY(QLineF(places[i]->leaderEnd, field.marks[i].center()).length() < 11.5);
            for (const QRectF &obstacle : field.obstacles)
                QVERIFY(!places[i]->box.intersects(obstacle));
            for (std::size_t j = 0; j < places.size(); ++j) {
                QVERIFY(!places[i]->box.intersects(field.marks[j]));
                if (i == j)
                    continue;
                QVERIFY(!crosses(places[i]->leaderStart, places[i]->leaderEnd, field.marks[j]));
                if (!places[j])
                    continue;
                QVERIFY(!places[i]->box.intersects(places[j]->box));
                QVERIFY(!crosses(places[i]->leaderStart, places[i]->leaderEnd, places[j]->box));
                QVERIFY(distanceBetween(places[i]->leaderStart, places[i]->leaderEnd, places[j]->leaderStart,
                                        places[j]->leaderEnd)
                        > 0);
            }
        }
    }
    qInfo("%d of %u callouts left for notes", left, layouts * static_cast<unsigned>(marks));
}

void TestCalloutLayout::placesAllOfFewCallouts_data()
{
    QTest::addColumn<QList<QPointF>>("at");
    QTest::newRow("one in the middle") << QList<QPointF>{{560, 460}};
    QTest::newRow("one in a corner") << QList<QPointF>{{40, 115}};
    QTest::newRow("four in a row") << QList<QPointF>{{460, 355}, {423, 463}, {578, 562}, {672, 462}};
    QTest::newRow("four on one upright") << QList<QPointF>{{560, 300}, {560, 340}, {560, 380}, {560, 420}};
}

void TestCalloutLayout::placesAllOfFewCallouts()
{
    QFETCH(const QList<QPointF>, at);
    CalloutField field;
    field.frame = {24, 100, 1090, 730};
    for (const QPointF &point : at)
        field.marks.emplace_back(point - QPointF(11, 11), QSizeF(22, 22));
    CalloutPlacer placer(field);
    QCOMPARE(placer.place(sizesFor(static_cast<int>(at.size()), {280, 120})), 0);
}

void TestCalloutLayout::placesTheSameAgain()
{
    const CalloutField field = randomField(7, 20, true);
    CalloutPlacer first(field);
    CalloutPlacer second(field);
    QCOMPARE(first.place(sizesFor(20, {200, 60})), second.place(sizesFor(20, {200, 60})));
    QVERIFY(first.places() == second.places());
}

void TestCalloutLayout::resizesOnlyWhereThereIsRoom()
{
    CalloutField field;
    field.frame = {0, 0, 400, 300};
    field.marks = {{100, 100, 22, 22}, {300, 200, 22, 22}};
    CalloutPlacer placer(field);
    QCOMPARE(placer.place(sizesFor(2, {80, 30})), 0);
    const auto before = placer.places();
    QVERIFY(!placer.resize(0, {390, 290}));
    QVERIFY(placer.places() == before);
    QVERIFY(placer.resize(0, {120, 50}));
    QCOMPARE(placer.places()[0]->box.size(), QSizeF(120, 50));
    QVERIFY(areApart(*placer.places()[0], *placer.places()[1]));
}

void TestCalloutLayout::keepsClearOfTheFixedOnes()
{
    int others = 0;
    for (unsigned seed = 0; seed < 40; ++seed) {
        const CalloutField field = randomField(seed, 8, seed % 2 == 0);
        CalloutPlacer placer(field);
        const QRectF box(300 + 10 * seed, 300, 200, 90);
        placer.fix(2, box);
        std::vector<QSizeF> sizes = sizesFor(8, {180, 70});
        sizes[2] = {};
        placer.place(sizes);
        const std::vector<std::optional<CalloutPlace>> &places = placer.places();
        QVERIFY(places[2]);
        QCOMPARE(places[2]->box, box);
        for (std::size_t i = 0; i < places.size(); ++i) {
            others += places[i] ? 1 : 0;
            QVERIFY(i == 2 || !places[i] || areApart(*places[i], *places[2]));
        }
    }
    QVERIFY(others > 200);
}

QTEST_GUILESS_MAIN(TestCalloutLayout)
#include "tst_calloutlayout.moc"
