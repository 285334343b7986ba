#include "map/ghosts.h"

#include <QTest>

#include <ctime>
#include <limits>

using namespace dateline;

namespace
{

const GhostView view({45.5, 39.8}, 9, {800, 600});

Ghost ghostOf(Ghost::Sort sort, LonLat from, LonLat to)
{
    return {fixedFromLonLat(from), fixedFromLonLat(to), Kind::Battles, sort};
}

/// How many pixels around @p at are of about @p colour.
int countOf(const QImage &image, QPointF at, int reach, QColor colour)
{
    int count = 0;
    for (int y = static_cast<int>(at.y()) - reach; y <= static_cast<int>(at.y()) + reach; ++y) {
        for (int x = static_cast<int>(at.x()) - reach; x <= static_cast<int>(at.x()) + reach; ++x) {
            if (!image.valid(x, y))
                continue;
            const QColor pixel = image.pixelColor(x, y);
            constexpr int near = 24;
            if (pixel.alpha() > 200 && std::abs(pixel.red() - colour.red()) < near
                && std::abs(pixel.green() - colour.green()) < near && std::abs(pixel.blue() - colour.blue()) < near)
                ++count;
        }
    }
    return count;
}

} // namespace

class TestGhosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesThemAsTheMapDoes()
    {
        const QPointF middle = view.pixelOf(fixedFromLonLat({45.5, 39.8}));
        QVERIFY(std::hypot(middle.x() - 400, middle.y() - 300) < 0.01);
        const QPointF east = view.pixelOf(fixedFromLonLat({46.5, 39.8}));
        QVERIFY(std::abs(east.x() - (400 + 512 * 256 / 360.0)) < 0.01);
        // Beyond the antimeridian the nearer copy of the world counts.
        const GhostView edge({179.5, 0}, 5, {800, 600});
        QVERIFY(edge.pixelOf(fixedFromLonLat({-179.5, 0})).x() > 400);
    }

    void paintsNothingWhereNothingIs()
    {
        QVERIFY(paintedGhosts({}, 0, view, 1, lightTheme()).isNull());
        const std::vector<Ghost> far{ghostOf(Ghost::Sort::Added, {}, {10, 10})};
        QVERIFY(paintedGhosts(far, 1, view, 1, lightTheme()).isNull());
    }

    void joinsTheOldPlaceToTheNewOne()
    {
        for (const Theme &theme : {lightTheme(), darkTheme()}) {
            const std::vector<Ghost> one{ghostOf(Ghost::Sort::Moved, {45.2, 39.8}, {45.8, 39.8})};
            const QImage image = paintedGhosts(one, 1, view, 1, theme);
            const QPointF from = view.pixelOf(one[0].from);
            const QPointF to = view.pixelOf(one[0].to);
            QVERIFY(countOf(image, from, 15, theme.mutedInk) > 20);
            QVERIFY(countOf(image, to, 11, colourOf(Kind::Battles, theme)) > 20);
            QVERIFY(image.pixelColor(((from + to) / 2).toPoint()).alpha() > 200);
            // Hollow: what lies there is seen.
            QCOMPARE(image.pixelColor(to.toPoint()).alpha(), 0);
            QCOMPARE(image.pixelColor(from.toPoint()).alpha(), 0);
        }
    }

    void strikesOutWhatIsRemoved()
    {
        const std::vector<Ghost> one{ghostOf(Ghost::Sort::Removed, {45.5, 39.8}, {})};
        const QImage image = paintedGhosts(one, 1, view, 1, lightTheme());
        QVERIFY(countOf(image, {400, 300}, 2, lightTheme().ink) > 0);
    }

    void marksTheOneThatIsLookedAt()
    {
        const std::vector<Ghost> one{ghostOf(Ghost::Sort::Added, {}, {45.5, 39.8})};
        QCOMPARE(countOf(paintedGhosts(one, 1, view, 1, lightTheme()), {400, 300}, 16, lightTheme().accent), 0);
        QVERIFY(countOf(paintedGhosts(one, 0, view, 1, lightTheme()), {400, 300}, 16, lightTheme().accent) > 20);
    }

    void paintsAHundredThousandWithinAFrame()
    {
        std::vector<Ghost> many;
        for (int i = 0; i < 100'000; ++i) {
            const double x = 44.2 + 2.6 * (i % 400) / 400;
            const double y = 39 + 1.6 * (i / 400) / 250.0;
            many.push_back(ghostOf(i % 3 == 0 ? Ghost::Sort::Moved : Ghost::Sort::Added, {x + 0.1, y}, {x, y}));
        }
        std::clock_t best = std::numeric_limits<std::clock_t>::max();
        QImage image;
        for (int i = 0; i < 5; ++i) {
            const std::clock_t begin = std::clock();
            image = paintedGhosts(many, 7, view, 1, lightTheme());
            best = std::min(best, std::clock() - begin);
        }
        QVERIFY(countOf(image, {400, 300}, 20, colourOf(Kind::Battles, lightTheme())) > 20);
        qInfo("100,000 ghosts: %.1f ms", 1000.0 * static_cast<double>(best) / CLOCKS_PER_SEC);
    }
};

QTEST_GUILESS_MAIN(TestGhosts)

#include "tst_ghosts.moc"
