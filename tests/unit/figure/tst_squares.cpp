#include "figure/framebox.h"
#include "figure/squares.h"
#include "geo/geodesy.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

IncidentTable tableAround(LonLat middle, std::size_t count)
{
    std::mt19937 random(5);
    std::normal_distribution<double> near(0, 0.7);
    IncidentColumns columns;
    for (std::size_t i = 0; i < count; ++i) {
        Incident incident;
        incident.id = IncidentId{static_cast<std::int64_t>(i) + 1};
        incident.kind = static_cast<Kind>(random() % kindCount);
        const UtcMinute begin = *utcFromIso(u"2022-09-12T10:00Z") + std::chrono::minutes(random() % 4000);
        if (i % 11 != 0)
            incident.when = When{{begin, begin + std::chrono::minutes(1), TimePrecision::Minute}, u"UTC"_s, {}};
        if (i % 7 != 0) {
            incident.where = Where{};
            incident.where->geometry =
                pointGeometry({std::remainder(middle.lon + near(random), 360), middle.lat + near(random)});
            incident.where->precision = i % 5 == 0 ? LocationPrecision::Country : LocationPrecision::Exact;
            incident.where->radiusMetres = i % 5 == 0 ? 200'000 : 0;
        }
        append(columns, incident);
    }
    IncidentTable table(std::move(columns));
    IncidentFilter filter;
    filter.kinds.reset(3);
    table.setFilter(filter);
    return table;
}

Viewport viewOf(const LonLatBox &box)
{
    return Viewport::fitting(Projection::fitting(box), box, {900, 600});
}

} // namespace

class TestSquares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsEveryIncidentOnce_data()
    {
        QTest::addColumn<LonLat>("middle");
        QTest::addColumn<LonLatBox>("box");
        QTest::newRow("all of them") << LonLat{46, 39} << LonLatBox{40, 35, 52, 43};
        QTest::newRow("some beyond the edges") << LonLat{46, 39} << LonLatBox{46, 39, 47, 40};
        QTest::newRow("across 180°") << LonLat{180, 39} << LonLatBox{170, 35, 190, 43};
        QTest::newRow("the world") << LonLat{46, 39} << LonLatBox{-180, -58, 180, 80};
        QTest::newRow("far in the north") << LonLat{20, 80} << LonLatBox{0, 76, 40, 84};
    }
    void countsEveryIncidentOnce()
    {
        QFETCH(LonLat, middle);
        QFETCH(LonLatBox, box);
        const IncidentTable table = tableAround(middle, 3'000);
        const Viewport view = viewOf(box);
        const FigureSquares squares = squaresFor(table, view, {}, lightTheme());
        const SceneCount &count = squares.count;
        QCOMPARE(count.total, 3'000);
        QCOMPARE(count.shown + count.filtered + count.withoutPlace + count.outside + count.wider, count.total);
        QCOMPARE(std::accumulate(squares.squares.begin(), squares.squares.end(), 0U,
                                 [](std::uint32_t sum, const FigureSquares::Square &s) { return sum + s.count; }),
                 static_cast<std::uint32_t>(count.shown));
        QCOMPARE(std::accumulate(squares.kinds.begin(), squares.kinds.end(), 0U),
                 static_cast<std::uint32_t>(count.shown));
        QVERIFY(count.shown > 20);
        QVERIFY(count.withoutPlace > 100);
        // Every incident that is counted lies in the outline of its own square, give or take the gap between two.
        for (std::size_t row = 0; row < table.size(); ++row) {
            const IncidentColumns &columns = table.columns();
            if (!table.shows(row) || !columns.has(row, IncidentColumns::HasPlace)
                || columns.reach[row] > squares.grid.shift)
                continue;
            const std::optional<QPointF> at = view.pixelFromLonLat(lonLatFromFixed({columns.x[row], columns.y[row]}));
            QVERIFY(at);
            if (!QRectF(20, 20, 860, 560).contains(*at))
                continue;
            QVERIFY(std::ranges::any_of(squares.squares, [&](const FigureSquares::Square &square) {
                return square.outline.boundingRect().adjusted(-1, -1, 1, 1).contains(*at);
            }));
        }
    }

    void blursSensitivePlacesByTheirWidth()
    {
        IncidentColumns columns;
        Incident incident;
        incident.where = Where{};
        incident.where->geometry = pointGeometry({46.3, 39.5});
        for (int i = 1; i <= 3; ++i) {
            incident.id = IncidentId{i};
            incident.sensitive = i == 2;
            append(columns, incident);
        }
        const IncidentTable table(std::move(columns));
        const Viewport view = viewOf({46, 39, 47, 40});
        FigureSpec spec;
        spec.blurMetres = 0;
        QVERIFY(squaresFor(table, view, spec, lightTheme()).sideMetres < 5'000);
        spec.blurMetres = 10'000;
        QVERIFY(squaresFor(table, view, spec, lightTheme()).sideMetres >= 20'000);
    }

    void saysWhatItShows()
    {
        const IncidentTable table = tableAround({46, 39}, 3'000);
        const FigureSquares squares = squaresFor(table, viewOf({40, 35, 52, 43}), {}, lightTheme());
        QVERIFY2(titleFor(squares).contains(u"reported incidents, 12–15 September 2022"_s),
                 qPrintable(titleFor(squares)));
        const QString text = alternativeTextFor(u"A title"_s, squares, {});
        QVERIFY(text.startsWith(u"Map: A title."_s));
        QVERIFY2(text.contains(u"of 3,000 incidents shown"_s), qPrintable(text));
        QVERIFY(text.contains(u"wider than a square"_s));
        QVERIFY(text.contains(u"have no stated time"_s));
    }

    void paintsTheFullestSquareInTheStrongestColour()
    {
        const IncidentTable table = tableAround({46, 39}, 3'000);
        const FigureSquares squares = squaresFor(table, viewOf({44, 37, 48, 41}), {}, lightTheme());
        QImage image(900, 600, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintSquares(painter, squares);
        painter.end();
        const auto most = std::ranges::max_element(squares.squares, {}, &FigureSquares::Square::count);
        const QColor colour = image.pixelColor(most->outline.boundingRect().center().toPoint());
        const QColor expected = squares.scale.colour(static_cast<std::size_t>(squares.scale.texts().size()) - 1);
        QVERIFY(std::abs(colour.red() - expected.red()) < 4 && std::abs(colour.blue() - expected.blue()) < 4);
    }
};

QTEST_MAIN(TestSquares)
#include "tst_squares.moc"
