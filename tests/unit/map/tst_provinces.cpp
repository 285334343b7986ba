#include "map/provinces.h"

#include "geo/dataset.h"
#include "map/provinceshapes.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <numbers>
#include <numeric>
#include <random>

using namespace dateline;

namespace
{

const QString baseMapPath = QStringLiteral(SHARE_DIR "/base.gpkg");

/// A province as the base map has it, in degrees.
struct Plain
{
    Geometry outline;
    LonLatBox box;
    double squareKm = 0;

    [[nodiscard]] bool holds(LonLat p) const { return box.contains(p) && contains(outline, p); }
};

/// Kilometres from @p p to the nearest edge of @p plain on a plane around p; infinite if that is more than @p most.
double kmToEdge(const Plain &plain, LonLat p, double most)
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    constexpr double kmPerLat = 111.3;
    const double kmPerLon = kmPerLat * std::cos(p.lat * std::numbers::pi / 180);
    const double beyondLat = std::max(plain.box.south - p.lat, p.lat - plain.box.north) * kmPerLat;
    const double halfWidth = (plain.box.east - plain.box.west) / 2;
    const double beyondLon = std::abs(std::remainder(p.lon - plain.box.west - halfWidth, 360)) - halfWidth;
    if (std::max(beyondLat, beyondLon * kmPerLon) > most)
        return infinite;
    double nearest = infinite;
    for (const std::vector<LonLat> &ring : plain.outline.parts) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double ax = std::remainder(ring[i - 1].lon - p.lon, 360) * kmPerLon;
            const double ay = (ring[i - 1].lat - p.lat) * kmPerLat;
            const double dx = (ring[i].lon - ring[i - 1].lon) * kmPerLon;
            const double dy = (ring[i].lat - ring[i - 1].lat) * kmPerLat;
            const double length = dx * dx + dy * dy;
            const double part = length > 0 ? std::clamp(-(ax * dx + ay * dy) / length, 0.0, 1.0) : 0;
            nearest = std::min(nearest, std::hypot(ax + part * dx, ay + part * dy));
        }
    }
    return nearest <= most ? nearest : infinite;
}

/// Positions all over the world and twice as many around the provinces' own corners.
std::vector<LonLat> randomPositions(const std::vector<Plain> &provinces, std::size_t count)
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> lon(-180, 180);
    std::uniform_real_distribution<double> lat(-84, 84);
    std::normal_distribution<double> near(0, 0.1);
    std::vector<LonLat> positions;
    while (positions.size() < count) {
        positions.push_back({lon(random), lat(random)});
        for (int i = 0; i < 2; ++i) {
            const auto &parts = provinces[random() % provinces.size()].outline.parts;
            const std::vector<LonLat> &ring = parts[random() % parts.size()];
            const LonLat corner = ring[random() % ring.size()];
            positions.push_back(
                {std::remainder(corner.lon + near(random), 360), std::clamp(corner.lat + near(random), -85.0, 85.0)});
        }
    }
    return positions;
}

IncidentColumns columnsOf(const std::vector<std::optional<LonLat>> &places)
{
    IncidentColumns columns;
    for (const std::optional<LonLat> &place : places) {
        Incident incident;
        incident.id = IncidentId{static_cast<std::int64_t>(columns.size()) + 1};
        if (place)
            incident.where = Where{.geometry = pointGeometry(*place)};
        append(columns, incident);
    }
    return columns;
}

std::vector<std::vector<LonLat>> square(double west, double south, double side)
{
    const double east = west + side;
    const double north = south + side;
    return {{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}};
}

} // namespace

class TestProvinces : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Provinces> m_provinces;
    std::vector<Plain> m_plain; // By the same numbers.

    [[nodiscard]] std::uint16_t at(LonLat position) const { return m_provinces->at(fixedFromLonLat(position)); }

    [[nodiscard]] QString nameAt(LonLat position) const
    {
        const std::uint16_t found = at(position);
        if (found == Provinces::none)
            return {};
        const Province &province = m_provinces->all()[found];
        return QStringLiteral("%1, %2").arg(province.name, province.country);
    }

    [[nodiscard]] std::uint16_t numberOf(const QString &name) const
    {
        const auto found = std::ranges::find(m_provinces->all(), name, &Province::name);
        return static_cast<std::uint16_t>(found - m_provinces->all().begin());
    }

    void readPlain()
    {
        const Result<Dataset> dataset = Dataset::open(baseMapPath);
        QVERIFY(dataset.has_value());
        const Result<void> read =
            dataset->forEach(QStringLiteral("province"), {}, {QStringLiteral("area_km2")}, [this](Feature &&feature) {
                const LonLatBox box = *boxOf(feature.geometry);
                m_plain.push_back({std::move(feature.geometry), box, feature.attributes.front().toDouble()});
            });
        QVERIFY(read.has_value());
        std::ranges::stable_sort(m_plain, std::greater{}, &Plain::squareKm);
        QCOMPARE(m_plain.size(), m_provinces->all().size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto opened = Provinces::open(baseMapPath);
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
        m_provinces = *opened;
        QVERIFY(m_provinces->all().size() > 4000);
        readPlain();
    }

    void refusesWhatHasNoProvinces()
    {
        const auto missing = Provinces::open(QStringLiteral("/nowhere/base.gpkg"));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);
        const auto other = Provinces::open(QStringLiteral(SHARE_DIR "/gazetteer.sqlite"));
        QVERIFY(!other);
        QCOMPARE(other.error().kind, Error::Kind::Unsupported);
    }

    void knowsWhereTownsLie_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<QString>("province");
        const auto row = [](const char *town, double lon, double lat, const char *province) {
            QTest::newRow(town) << lon << lat << QString::fromUtf8(province);
        };
        row("Goris", 46.34, 39.51, "Syunik, Armenia");
        row("Yerevan", 44.51, 40.18, "Yerevan, Armenia");
        row("Stepanakert / Khankendi", 46.75, 39.82, "Xankəndi, Azerbaijan");
        row("Kherson", 32.62, 46.64, "Kherson, Ukraine");
        row("Sevastopol", 33.52, 44.6, "Sevastopol, Ukraine");
        row("Odesa", 30.73, 46.48, "Odessa, Ukraine");
        row("El Fasher", 25.35, 13.63, "North Darfur, Sudan");
        row("Taiz", 44.02, 13.58, "Ta`izz, Yemen");
        row("Anadyr", 177.5, 64.73, "Chukchi Autonomous Okrug, Russia");
        row("Provideniya, beyond the antimeridian", -173.2, 64.42, "Chukchi Autonomous Okrug, Russia");
        row("the antimeridian", 180, 67, "Chukchi Autonomous Okrug, Russia");
        row("the antimeridian from the east", -180, 67, "Chukchi Autonomous Okrug, Russia");
        row("Taveuni", 179.98, -16.85, "Northern, Fiji");
        row("Taveuni, east of 180°", -179.95, -16.75, "Northern, Fiji");
        row("Suva", 178.44, -18.14, "Central, Fiji");
        row("South Pole", 0, -90, "Antarctica, Antarctica");
        row("Atlantic", -30, 30, "");
        row("North Pole", 0, 90, "");
    }
    void knowsWhereTownsLie()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(QString, province);
        QCOMPARE(nameAt({lon, lat}), province);
    }

    // Each position is held against every outline, in degrees.
    void findsWhatAPlainLoopFinds()
    {
        constexpr double doubtKm = 0.1; // Whole numbers and the shape of long edges round so much.
        int inside = 0;
        int near = 0;
        int outside = 0;
        for (const LonLat p : randomPositions(m_plain, 6'000)) {
            const std::uint16_t found = at(p);
            std::uint16_t expected = Provinces::none;
            std::uint16_t nearest = Provinces::none;
            double least = std::numeric_limits<double>::infinity();
            double next = least;
            for (std::uint16_t i = 0; i < m_plain.size(); ++i) {
                if (m_plain[i].holds(p))
                    expected = i;
                const double km = kmToEdge(m_plain[i], p, 1.1 * Provinces::reachKm);
                next = std::min(next, std::max(km, least));
                if (km < least) {
                    least = km;
                    nearest = i;
                }
            }
            const bool tie = next - least < doubtKm || std::abs(least - Provinces::reachKm) < doubtKm;
            if (least < doubtKm || (expected == Provinces::none && tie))
                continue;
            const bool isNear = expected == Provinces::none && least < Provinces::reachKm;
            const QByteArray where = QStringLiteral("%1 %2").arg(p.lon, 0, 'f', 5).arg(p.lat, 0, 'f', 5).toUtf8();
            QVERIFY2(found == (isNear ? nearest : expected), where.constData());
            ++(expected != Provinces::none ? inside : isNear ? near : outside);
        }
        QVERIFY2(inside > 2'000 && near > 300 && outside > 1'500,
                 qPrintable(QStringLiteral("%1, %2, %3").arg(inside).arg(near).arg(outside)));
    }

    void theHighestOfNestedAreasWins()
    {
        Outlines outlines;
        append(outlines, square(0, 0, 10));
        append(outlines, square(4, 4, 2));
        append(outlines, square(4.9, 4.9, 0.2));
        const OutlineGrid grid(outlines, 6);
        const auto areaAt = [&grid](double lon, double lat) { return grid.at(fixedFromLonLat({lon, lat})); };
        QCOMPARE(areaAt(5, 5), 2);
        QCOMPARE(areaAt(4.88, 5), 1); // Near the innermost, but not in it.
        QCOMPARE(areaAt(4.5, 4.5), 1);
        QCOMPARE(areaAt(2, 8), 0);
        QCOMPARE(areaAt(10.04, 8), 0);
        QCOMPARE(areaAt(10.07, 8), OutlineGrid::none);
        append(outlines, square(-5, -5, 20));
        const OutlineGrid covered(outlines, 6);
        for (double step = -4.9; step < 14.9; step += 0.01)
            QCOMPARE(covered.at(fixedFromLonLat({step, 10 - step})), 3);
    }

    void everyRowHasItsOwn()
    {
        std::vector<std::optional<LonLat>> places{std::nullopt, LonLat{46.34, 39.51}, LonLat{-30, 30}};
        std::ranges::copy(randomPositions(m_plain, 500), std::back_inserter(places));
        const IncidentColumns columns = columnsOf(places);
        const std::vector<std::uint16_t> found = m_provinces->of(columns);
        QCOMPARE(found.size(), columns.size());
        QCOMPARE(found[0], Provinces::none);
        QCOMPARE(m_provinces->all()[found[1]].name, QStringLiteral("Syunik"));
        QCOMPARE(found[2], Provinces::none);
        for (std::size_t row = 1; row < found.size(); ++row)
            QCOMPARE(found[row], m_provinces->at({columns.x[row], columns.y[row]}));
    }

    void countsWhatIsNotHidden()
    {
        const std::vector<std::uint16_t> provinces{0, 2, 2, Provinces::none, 2, 0};
        const std::vector<std::uint16_t> hidden{0, 0, 1, 0, 0, 512};
        QCOMPARE(countIn(provinces, hidden, 4), (std::vector<std::uint32_t>{1, 0, 2, 0}));
        QCOMPARE(countIn({}, {}, 2), (std::vector<std::uint32_t>{0, 0}));
    }

    void areasAndBoxesAreTrue()
    {
        const std::vector<Province> &all = m_provinces->all();
        QVERIFY(std::ranges::is_sorted(all, std::greater{}, &Province::squareKm));
        QVERIFY(all.back().squareKm > 0);
        const auto squareKmOf = [&](const QString &country) {
            return std::accumulate(all.begin(), all.end(), 0.0, [&](double sum, const Province &one) {
                return sum + (one.country == country ? one.squareKm : 0);
            });
        };
        QVERIFY(std::abs(squareKmOf(QStringLiteral("Armenia")) - 29'743) < 600);
        QVERIFY(std::abs(squareKmOf(QStringLiteral("Yemen")) - 455'000) < 10'000);
        QVERIFY(std::abs(all[numberOf(QStringLiteral("Syunik"))].squareKm - 4'506) < 100);
        const LonLatBox chukotka = all[numberOf(QStringLiteral("Chukchi Autonomous Okrug"))].box;
        QVERIFY(chukotka.west > 150 && chukotka.east > 185 && chukotka.east < 200);
        const LonLatBox antarctica = all[numberOf(QStringLiteral("Antarctica"))].box;
        QVERIFY(antarctica.west == -180 && antarctica.east == 180);
        QVERIFY(all[numberOf(QStringLiteral("Syunik"))].box.contains({46.34, 39.51}));
    }

    void shapesAreWhatTheirPositionsSay_data()
    {
        QTest::addColumn<Viewport>("view");
        const auto fitting = [](const LonLatBox &box) {
            return Viewport::fitting(Projection::fitting(box), box, {900, 600}, 10);
        };
        QTest::newRow("near") << Viewport::webMercator({46, 40}, 8, {900, 600});
        QTest::newRow("far") << Viewport::webMercator({46, 40}, 4, {900, 600});
        QTest::newRow("the world twice") << Viewport::webMercator({170, 20}, 1, {1000, 500});
        QTest::newRow("the antimeridian") << Viewport::webMercator({-179, 66}, 5, {900, 600});
        QTest::newRow("conic") << fitting({43.5, 38.3, 48.3, 41.5});
        QTest::newRow("conic, north") << fitting({-60, 45, 0, 75});
        QTest::newRow("deep in a wide province") << fitting({70, -78, 110, -73});
        QTest::newRow("over the antimeridian") << fitting({165, 60, 200, 72});
        QTest::newRow("polar") << fitting({-180, 65, 180, 90});
        QTest::newRow("the world") << fitting({-180, -90, 180, 90});
        QTest::newRow("the world around the Pacific") << fitting({-30, -80, 330, 80});
    }
    void shapesAreWhatTheirPositionsSay()
    {
        QFETCH(Viewport, view);
        std::vector<QPainterPath> paths(m_plain.size());
        for (const ProvinceShape &shape : provinceShapes(*m_provinces, view)) {
            QVERIFY(shape.path.boundingRect().intersects(QRectF(QPointF(), view.sizePx()).adjusted(-9, -9, 9, 9)));
            paths[shape.province] = shape.path;
        }
        std::mt19937 random(3);
        std::uniform_real_distribution<double> part(0, 1);
        int inside = 0;
        for (int i = 0; i < 600; ++i) {
            // Every other one in a corner, where a wide province is cut along a parallel that is drawn curved.
            const auto at = [&](double length) {
                return length * (i % 2 == 0 ? part(random) : std::round(part(random)) * 0.9 + part(random) * 0.1);
            };
            const QPointF pixel(at(view.sizePx().width()), at(view.sizePx().height()));
            const std::optional<LonLat> position = view.lonLatFromPixel(pixel);
            if (!position || std::abs(position->lat) > 85)
                continue;
            const LonLat p{std::remainder(position->lon, 360), position->lat};
            const double doubtKm = 1.5 * view.metresPerPixelAt(pixel) / 1000 + 0.3;
            for (std::size_t number = 0; number < paths.size(); ++number) {
                const bool holds = m_plain[number].holds(p);
                if (holds == paths[number].contains(pixel)) {
                    inside += holds ? 1 : 0;
                    continue;
                }
                const double km = kmToEdge(m_plain[number], p, doubtKm);
                QVERIFY2(km <= doubtKm,
                         qPrintable(QStringLiteral("%1 at %2 %3, %4 km")
                                        .arg(m_provinces->all()[number].name)
                                        .arg(p.lon)
                                        .arg(p.lat)
                                        .arg(km)));
            }
        }
        QVERIFY(inside > 20);
    }

    void cornersThatCannotBeSeenAreLeftOut()
    {
        const auto cornersAt = [this](double zoom, double pixelRatio) {
            const double world = 256 * std::exp2(zoom);
            const auto shapes =
                provinceShapes(*m_provinces, Viewport::webMercator({0, 0}, zoom, {world, world}), pixelRatio);
            return std::accumulate(shapes.begin(), shapes.end(), 0,
                                   [](int sum, const ProvinceShape &shape) { return sum + shape.path.elementCount(); });
        };
        const auto all = static_cast<int>(m_provinces->outlines().corners.size());
        QVERIFY(cornersAt(1, 1) < all / 2);
        QVERIFY(cornersAt(3, 1) > cornersAt(1, 1));
        QVERIFY(cornersAt(3, 2) > cornersAt(3, 1));
        QVERIFY(cornersAt(3, 64) > all * 9 / 10 && cornersAt(3, 64) <= all * 11 / 10);
    }
};

QTEST_APPLESS_MAIN(TestProvinces)
#include "tst_provinces.moc"
