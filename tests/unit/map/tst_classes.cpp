#include "map/classes.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace dateline;

namespace
{

using Values = QList<double>;

std::vector<double> breaksOf(const Values &values, int classes = 6)
{
    return classBreaks(std::vector<double>(values.begin(), values.end()), classes);
}

/// Whether it is written with few digits: one for values far apart, three for those within a third of another.
bool isRound(double limit, double orders)
{
    const int digits = orders > 1 ? 1 : orders >= 0.5 ? 2 : 3;
    return limit == QString::number(limit, 'g', digits).toDouble();
}

} // namespace

class TestClasses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areRoundSteps_data()
    {
        QTest::addColumn<Values>("values");
        QTest::addColumn<Values>("limits");
        QTest::newRow("nothing") << Values{} << Values{};
        QTest::newRow("only zeros") << Values{0, 0, -1, std::numeric_limits<double>::quiet_NaN()} << Values{};
        QTest::newRow("one") << Values{1} << Values{1, 2};
        QTest::newRow("a single value") << Values{0, 7, 0} << Values{5, 10};
        QTest::newRow("all equal") << Values{40, 40, 40} << Values{20, 50};
        QTest::newRow("two far apart") << Values{3, 3000} << Values{2, 2000, 5000};
        QTest::newRow("few counts") << Values{1, 2, 3, 4, 5, 6} << Values{1, 2, 3, 4, 5, 6, 7};
        QTest::newRow("each decade") << Values{1, 10, 100, 1000, 1e4, 1e5} << Values{1, 10, 100, 1000, 1e4, 1e5, 2e5};
        QTest::newRow("close together") << Values{101, 119, 120, 155, 173, 190} << Values{100, 120, 140, 160, 180, 200};
        QTest::newRow("densities") << Values{0.003, 0.004, 0.02, 0.31} << Values{0.002, 0.02, 0.2, 0.5};
        QTest::newRow("dense and close") << Values{0.61, 0.6, 0.79, 0.7} << Values{0.6, 0.7, 0.75, 0.8};
    }
    void areRoundSteps()
    {
        QFETCH(Values, values);
        QFETCH(Values, limits);
        const std::vector<double> found = breaksOf(values);
        QCOMPARE(Values(found.begin(), found.end()), limits);
    }

    void holdEveryValueOnceAndNoneIsEmpty_data()
    {
        QTest::addColumn<int>("classes");
        QTest::addColumn<double>("orders"); // Of magnitude.
        QTest::addColumn<double>("shift");
        for (const int classes : {1, 2, 3, 5, 6}) {
            for (const double orders : {0.0, 0.1, 0.5, 1.0, 2.0, 6.0}) {
                for (const double shift : {-4.0, -0.3, 0.0, 3.0})
                    QTest::addRow("%d, 10^%g…10^%g", classes, shift, shift + orders) << classes << orders << shift;
            }
        }
    }
    void holdEveryValueOnceAndNoneIsEmpty()
    {
        QFETCH(int, classes);
        QFETCH(double, orders);
        QFETCH(double, shift);
        std::mt19937 random(5);
        std::uniform_real_distribution<double> part(0, 1);
        for (const bool whole : {true, false}) {
            Values values;
            for (int i = 0; i < 300; ++i) {
                // Most are small, as counts are.
                const double value = std::pow(10, shift + orders * std::pow(part(random), 3));
                values.append(whole ? std::ceil(value) : value);
            }
            const std::vector<double> limits = breaksOf(values, classes);
            QVERIFY(limits.size() >= 2 && limits.size() <= static_cast<std::size_t>(classes) + 1);
            QVERIFY(std::ranges::is_sorted(limits, std::ranges::less_equal{}));
            QVERIFY(limits.front() > 0);
            for (const double limit : limits) {
                QVERIFY2(isRound(limit, orders), qPrintable(QString::number(limit, 'g', 17)));
                QVERIFY(!whole || limit == std::round(limit));
            }
            std::vector<int> counts(limits.size() - 1);
            for (const double value : values) {
                const std::optional<std::size_t> found = classOf(limits, value);
                QVERIFY(found);
                QVERIFY(limits[*found] <= value && value < limits[*found + 1]);
                ++counts[*found];
            }
            QVERIFY(std::ranges::find(counts, 0) == counts.end());
            std::ranges::reverse(values);
            QCOMPARE(breaksOf(values, classes), limits);
        }
    }

    void showBothEndsOfASkewedDistribution()
    {
        // So many provinces with so many incidents, up to a million in one.
        Values values;
        double count = 400;
        for (double value = 1; value <= 1'000'000; value *= 2.5, count = std::max(1.0, count / 2))
            values.append(Values(static_cast<qsizetype>(count), std::round(value)));
        values.append(1'000'000);
        const std::vector<double> limits = breaksOf(values);
        QCOMPARE(limits.size(), 7U);
        QCOMPARE(limits[0], 1.0);
        QCOMPARE(limits[1], 2.0); // The many with one are not thrown together with others,
        QVERIFY(limits[5] >= 1'000); // nor the worst with the common.
        QCOMPARE(limits[6], 2'000'000.0);
    }

    void roundLimitsEndJustAboveTheMost_data()
    {
        QTest::addColumn<double>("most");
        QTest::addColumn<Values>("limits");
        QTest::newRow("between") << 130.0 << Values{10, 20, 50, 100, 200};
        QTest::newRow("on a limit") << 200.0 << Values{20, 50, 100, 200, 500};
        QTest::newRow("below one") << 0.03 << Values{0.002, 0.005, 0.01, 0.02, 0.05};
    }
    void roundLimitsEndJustAboveTheMost()
    {
        QFETCH(double, most);
        QFETCH(Values, limits);
        const std::vector<double> found = roundLimits(most, 4);
        QCOMPARE(Values(found.begin(), found.end()), limits);
    }

    void nothingLiesBeyondThem()
    {
        const std::vector<double> limits{1, 5, 10};
        QCOMPARE(classOf(limits, 0.5), std::nullopt);
        QCOMPARE(classOf(limits, 1), std::optional<std::size_t>(0));
        QCOMPARE(classOf(limits, 5), std::optional<std::size_t>(1));
        QCOMPARE(classOf(limits, 10), std::nullopt);
        QCOMPARE(classOf({}, 1), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(TestClasses)
#include "tst_classes.moc"
