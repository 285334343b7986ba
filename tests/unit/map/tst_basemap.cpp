#include "map/basemap.h"

#include "geo/geodesy.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <thread>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

QImage painted(const BaseMap &map, const Viewport &view, const Theme &theme = lightTheme())
{
    QImage image(view.sizePx().toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    map.paint(painter, view, theme);
    return image;
}

bool isNear(QColor a, QColor b, int most)
{
    return std::abs(a.red() - b.red()) <= most && std::abs(a.green() - b.green()) <= most
        && std::abs(a.blue() - b.blue()) <= most;
}

// A river or a border may cross the very pixel, so its surroundings count as well.
bool shows(const QImage &image, QPointF at, QColor colour)
{
    for (int dy = -4; dy <= 4; ++dy) {
        for (int dx = -4; dx <= 4; ++dx) {
            if (image.valid(at.toPoint() + QPoint(dx, dy)) && image.pixelColor(at.toPoint() + QPoint(dx, dy)) == colour)
                return true;
        }
    }
    return false;
}

Viewport worldView()
{
    const LonLatBox world{-180, -90, 180, 90};
    return Viewport::fitting(Projection::fitting(world), world, {1000, 600}, 10);
}

} // namespace

class TestBaseMap : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const BaseMap> m_map;

private Q_SLOTS:
    void initTestCase()
    {
        Result<std::shared_ptr<const BaseMap>> map = BaseMap::open(QStringLiteral(SHARE_DIR "/base.gpkg"));
        QVERIFY2(map.has_value(), map ? "" : qPrintable(map.error().message));
        m_map = *map;
        QVERIFY(m_map->credits().contains(QStringLiteral("GSHHG")));
    }

    void refusesWhatIsNoBaseMap()
    {
        const Result<std::shared_ptr<const BaseMap>> map = BaseMap::open(QStringLiteral("/nowhere/base.gpkg"));
        QVERIFY(!map.has_value());
        QCOMPARE(map.error().kind, Error::Kind::NotFound);
    }

    void tellsLandFromWater_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<bool>("water");
        QTest::newRow("Caspian Sea") << 50.8 << 39.6 << true;
        QTest::newRow("Lake Sevan") << 45.35 << 40.3 << true;
        QTest::newRow("Black Sea") << 36.0 << 43.0 << true;
        QTest::newRow("Aragatsotn") << 44.0 << 40.45 << false;
        QTest::newRow("Anatolia") << 31.5 << 39.3 << false;
        QTest::newRow("Atlantic") << -30.0 << 30.0 << true;
        QTest::newRow("Sahara") << 9.2 << 22.3 << false;
    }

    void tellsLandFromWater()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(bool, water);
        for (const Theme *theme : {&lightTheme(), &darkTheme()}) {
            for (const double zoom : {4.0, 6.0, 8.0, 11.0}) {
                const QImage image = painted(*m_map, Viewport::webMercator({lon, lat}, zoom, {40, 40}), *theme);
                QVERIFY(shows(image, {20, 20}, water ? theme->water : theme->land));
            }
            const LonLatBox box{lon - 2, lat - 2, lon + 2, lat + 2};
            const Viewport view = Viewport::fitting(Projection::fitting(box), box, {400, 400});
            const QPointF at = *view.pixelFromLonLat({lon, lat});
            QVERIFY(shows(painted(*m_map, view, *theme), at, water ? theme->water : theme->land));
        }
    }

    void leavesNoSeamsBetweenCells()
    {
        // Sahara: land all over, cut into cells; only borders, rivers and lakes may differ, so rows of one colour.
        const QImage image = painted(*m_map, Viewport::webMercator({7.5, 27.5}, 7, {512, 512}));
        for (int degree = 6; degree <= 9; ++degree) {
            const QPointF cut = *Viewport::webMercator({7.5, 27.5}, 7, {512, 512}).pixelFromLonLat({degree + 0.0, 27});
            int different = 0;
            for (int y = 0; y < 512; ++y)
                different += image.pixelColor(static_cast<int>(cut.x()), y) != lightTheme().land ? 1 : 0;
            QVERIFY2(different < 60, qPrintable(QString::number(different)));
        }
    }

    void tilesMeet_data()
    {
        QTest::addColumn<int>("z");
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::newRow("zoom 3") << 3 << 46.0 << 40.0;
        QTest::newRow("zoom 5") << 5 << 46.0 << 40.0;
        QTest::newRow("zoom 7") << 7 << 46.0 << 40.0;
        QTest::newRow("zoom 9") << 9 << 46.5 << 39.6;
        QTest::newRow("Norway") << 7 << 6.0 << 61.5;
    }

    // A tile is that part of a wider view, to the pixel: then its edge fits its neighbour's.
    void tilesMeet()
    {
        QFETCH(int, z);
        QFETCH(double, lon);
        QFETCH(double, lat);
        const double count = std::exp2(z);
        const double radians = lat * std::acos(-1.0) / 180;
        const int x = static_cast<int>((lon + 180) / 360 * count);
        const int y = static_cast<int>((1 - std::asinh(std::tan(radians)) / std::acos(-1.0)) / 2 * count);
        const auto latOf = [count](double row) {
            return std::atan(std::sinh(std::acos(-1.0) * (1 - 2 * row / count))) * 180 / std::acos(-1.0);
        };
        const LonLat middle{(x + 1) / count * 360 - 180, latOf(y + 1)};
        const QImage whole = painted(*m_map, Viewport::webMercator(middle, z, {512, 512}));
        int different = 0;
        for (int dy = 0; dy < 2; ++dy) {
            for (int dx = 0; dx < 2; ++dx) {
                const QImage tile = m_map->tile(z, x + dx, y + dy, 1, lightTheme());
                QCOMPARE(tile.size(), QSize(256, 256));
                for (int v = 0; v < 256; ++v) {
                    for (int u = 0; u < 256; ++u)
                        different +=
                            isNear(tile.pixelColor(u, v), whole.pixelColor(dx * 256 + u, dy * 256 + v), 24) ? 0 : 1;
                }
            }
        }
        QVERIFY2(different < 200, qPrintable(QString::number(different)));
    }

    void tilesHaveTheScreensPixels()
    {
        const QImage tile = m_map->tile(6, 40, 24, 2, darkTheme());
        QCOMPARE(tile.size(), QSize(512, 512));
        QCOMPARE(tile.devicePixelRatio(), 2.0);
    }

    void paintsTheWholeWorldWithoutStreaks()
    {
        const Viewport view = worldView();
        const QImage image = painted(*m_map, view);
        // Rows of open ocean from end to end: the South Pacific and the Southern Ocean.
        for (const LonLat from : {LonLat{-170, -58}, LonLat{-120, -58}, LonLat{30, -58}, LonLat{165, -58}}) {
            const QPoint at = view.pixelFromLonLat(from)->toPoint();
            QCOMPARE(image.pixelColor(at), lightTheme().water);
        }
        QCOMPARE(image.pixelColor(view.pixelFromLonLat({100, 60})->toPoint()) == lightTheme().water, false);
        QCOMPARE(image.pixelColor(2, 2), lightTheme().page); // Beyond the earth's edge.
    }

    void isWholeOverTheAntimeridian()
    {
        const Viewport view = Viewport::webMercator({180, 67}, 4, {600, 400});
        const QImage image = painted(*m_map, view);
        for (const double lon : {175.0, 179.0, -179.0, -175.0}) // Chukotka lies on both sides.
            QVERIFY(shows(image, *view.pixelFromLonLat({lon, 67.1}), lightTheme().land));
        const QImage world = painted(*m_map, Viewport::webMercator({170, 0}, 1, {1024, 512}));
        QCOMPARE(world.pixelColor(512 - 100, 256), world.pixelColor(1023 - 99, 256));
    }

    void paintsFromSeveralThreads()
    {
        const QImage expected = m_map->tile(8, 160, 96, 1, lightTheme());
        const Result<std::shared_ptr<const BaseMap>> fresh = BaseMap::open(QStringLiteral(SHARE_DIR "/base.gpkg"));
        QVERIFY(fresh.has_value());
        std::array<QImage, 4> images;
        {
            std::vector<std::jthread> threads;
            for (QImage &image : images)
                threads.emplace_back([&] { image = (*fresh)->tile(8, 160, 96, 1, lightTheme()); });
        }
        for (const QImage &image : images)
            QCOMPARE(image, expected);
    }

    void placesNamesApart_data()
    {
        QTest::addColumn<LonLat>("middle");
        QTest::addColumn<double>("zoom");
        for (const double zoom : {1.0, 3.0, 5.0, 7.0, 8.3, 10.0})
            QTest::newRow(qPrintable(u"the Caucasus at %1"_s.arg(zoom))) << LonLat{45.9, 39.9} << zoom;
        for (const double zoom : {3.5, 4.0, 4.5, 5.0})
            QTest::newRow(qPrintable(u"Chile at %1"_s.arg(zoom))) << LonLat{-70, -35} << zoom;
    }

    void placesNamesApart()
    {
        QFETCH(LonLat, middle);
        QFETCH(double, zoom);
        const Viewport view = Viewport::webMercator(middle, zoom, {1000, 700});
        const std::vector<QRectF> taken{{400, 300, 30, 100}, {0, 0, 1000, 40}};
        const std::vector<BaseLabel> labels = m_map->labels(view, taken);
        QVERIFY(labels.size() >= 3);
        std::vector<QRectF> held = taken;
        for (const BaseLabel &label : labels) {
            QVERIFY(QRectF(0, 0, 1000, 700).contains(label.box));
            for (const QRectF &box : label.boxes()) {
                QVERIFY(label.box.contains(box));
                for (const QRectF &other : held)
                    QVERIFY2(!box.intersects(other), qPrintable(label.text));
            }
            std::ranges::copy(label.boxes(), std::back_inserter(held));
        }
    }

    void bendsTheNameOfALongCountry()
    {
        const Viewport view = Viewport::webMercator({-70, -35}, 4.2, {1000, 900});
        const std::vector<BaseLabel> labels = m_map->labels(view, {});
        const auto chile = std::ranges::find(labels, u"CHILE"_s, &BaseLabel::text);
        QVERIFY(chile != labels.end());
        QCOMPARE(chile->letters.size(), 5U);
        QVERIFY(chile->box.height() > 2 * chile->box.width());
        for (const CurvedLetter &letter : chile->letters)
            QVERIFY(std::abs(letter.run.angle) <= 100);
        // A country with room for it has a level name.
        for (const QString &name : {u"ARGENTINA"_s, u"BRAZIL"_s}) {
            const auto label = std::ranges::find(labels, name, &BaseLabel::text);
            QVERIFY(label != labels.end() && label->letters.empty());
        }
        // A mark on the way: level again, or gone.
        const QPointF middle = chile->letters[2].box.center();
        const std::vector<QRectF> mark{{middle - QPointF(10, 10), QSizeF(20, 20)}};
        for (const BaseLabel &label : m_map->labels(view, mark)) {
            for (const QRectF &box : label.boxes())
                QVERIFY(!box.intersects(mark.front()));
        }
        QCOMPARE(m_map->labels(view, {}).size(), labels.size());
    }

    void namesTheTownsOfTheSouthCaucasus()
    {
        const std::vector<BaseLabel> labels = m_map->labels(Viewport::webMercator({45.9, 39.9}, 8.3, {1000, 700}), {});
        QStringList names;
        for (const BaseLabel &label : labels)
            names.append(label.text);
        for (const QString &name : {QStringLiteral("Yerevan"), QStringLiteral("Goris"), QStringLiteral("Kapan"),
                                    QStringLiteral("Stepanakert / Khankendi")})
            QVERIFY2(names.contains(name), qPrintable(names.join(QStringLiteral(", "))));
    }

    void scalesAreRoundAndTrue_data()
    {
        QTest::addColumn<double>("metresPerPixel");
        for (const double metres : {0.12, 1.0, 37.0, 234.5, 999.9, 12000.0, 156543.0})
            QTest::newRow(qPrintable(QString::number(metres))) << metres;
    }

    void scalesAreRoundAndTrue()
    {
        QFETCH(double, metresPerPixel);
        const ScaleBar bar = scaleBarFor(metresPerPixel, 150);
        QVERIFY(bar.lengthPx <= 150 && bar.lengthPx >= 60);
        const QRegularExpression form(QStringLiteral("^([125]0*) (k?m)$"));
        const QRegularExpressionMatch match = form.match(bar.text);
        QVERIFY2(match.hasMatch(), qPrintable(bar.text));
        const double metres = match.captured(1).toDouble() * (match.captured(2) == QLatin1String("km") ? 1000 : 1);
        QVERIFY(std::abs(bar.lengthPx * metresPerPixel - metres) < metres * 1e-9);
    }

    void hasNoScaleBarWithoutAScale()
    {
        QCOMPARE(scaleBarFor(0, 150).lengthPx, 0.0);
        QCOMPARE(scaleBarFor(std::nan(""), 150).lengthPx, 0.0);
    }
};

QTEST_MAIN(TestBaseMap)
#include "tst_basemap.moc"
