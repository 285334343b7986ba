#include "overlaytest.h"

#include "geo/heightfield.h"
#include "geo/libraries.h"
#include "geo/terrainshapes.h"

#include <QTemporaryDir>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <numbers>

using namespace dateline;

namespace
{

const QString plane = QStringLiteral("EPSG:32638");
const QString mercator = QStringLiteral("EPSG:3857");
constexpr LonLat middle{45, 40}; // On the middle meridian of the plane, so that its north is true.

/// Rises by 1 m every 10 m to the east.
double ramp(QPointF metres)
{
    return 1000 + (metres.x() - 500000) / 10;
}

/// A mountain of 2,000 m, 5 km wide.
double cone(QPointF metres)
{
    static const QPointF top = Projection::fromText(plane)->metresFromLonLat(middle).value();
    return 2000 - 0.4 * distance(metres, top);
}

struct Grid
{
    QString path;
    const char *driver = "GTiff";
    int epsg = 32638;
    QPointF topLeft; ///< In its own units.
    double step = 30;
    QSize size{600, 600};
    GDALDataType type = GDT_Float32;
    const char *unit = "";
};

/// A file of the heights that @p heightOf tells of metres of the plane.
void write(const Grid &grid, const std::function<double(QPointF)> &heightOf, double unitMetres = 1)
{
    addRasterFormats();
    const Projection projection = *Projection::fromText(plane);
    GDALDriver *memory = GetGDALDriverManager()->GetDriverByName("MEM");
    const GDALDatasetUniquePtr raster(memory->Create("", grid.size.width(), grid.size.height(), 1, grid.type, nullptr));
    std::array<double, 6> place{grid.topLeft.x(), grid.step, 0, grid.topLeft.y(), 0, -grid.step};
    raster->SetGeoTransform(place.data());
    OGRSpatialReference crs;
    crs.importFromEPSG(grid.epsg);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    raster->SetSpatialRef(&crs);
    std::vector<float> heights;
    for (int y = 0; y < grid.size.height(); ++y) {
        for (int x = 0; x < grid.size.width(); ++x) {
            const QPointF at(grid.topLeft.x() + (x + 0.5) * grid.step, grid.topLeft.y() - (y + 0.5) * grid.step);
            const QPointF metres =
                grid.epsg == 4326 ? projection.metresFromLonLat({at.x(), at.y()}).value_or(QPointF()) : at;
            heights.push_back(static_cast<float>(heightOf(metres) / unitMetres));
        }
    }
    QCOMPARE(raster->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, grid.size.width(), grid.size.height(), heights.data(),
                                                grid.size.width(), grid.size.height(), GDT_Float32, 0, 0),
             CE_None);
    raster->GetRasterBand(1)->SetUnitType(grid.unit);
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName(grid.driver);
    const GDALDatasetUniquePtr file(
        driver->CreateCopy(QFile::encodeName(grid.path).constData(), raster.get(), FALSE, nullptr, nullptr, nullptr));
    QVERIFY(file);
}

QPointF metresFor(const OverlayView &view, QPointF pixel)
{
    const QPointF metres(view.metres.left() + pixel.x() * view.metresPerPixel(),
                         view.metres.bottom() - pixel.y() * view.metresPerPixel());
    const LonLat place = Projection::fromText(view.projection)->lonLatFromMetres(metres).value();
    return Projection::fromText(plane)->metresFromLonLat(place).value();
}

OverlayStyle terrain(const TerrainStyle &style)
{
    OverlayStyle overlay;
    overlay.terrain = style;
    return overlay;
}

} // namespace

class TestTerrainOverlay : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] Grid gridNamed(const char *name) const
    {
        const QPointF top = Projection::fromText(plane)->metresFromLonLat(middle).value();
        return {m_folder.filePath(QLatin1StringView(name)), "GTiff", 32638, top + QPointF(-9000, 9000)};
    }

    [[nodiscard]] std::unique_ptr<Overlay> opened(const QString &path, const TerrainStyle &style) const
    {
        Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, terrain(style));
        if (!overlay)
            qFatal("%s", qPrintable(overlay.error().message));
        return std::move(*overlay);
    }

private Q_SLOTS:
    void readsHeightsWhereTheyAre_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("projection");
        QTest::addColumn<double>("metresPerPixel");
        for (const char *kind : {"utm", "degrees", "feet", "dted", "hgt"}) {
            for (const auto &[projection, step] :
                 {std::pair(mercator, 30.0), std::pair(QStringLiteral("+proj=lcc +lat_1=39 +lat_2=41 +lon_0=30"), 12.0),
                  std::pair(QStringLiteral("+proj=laea +lat_0=90"), 120.0)})
                QTest::addRow("%s in %s, %.0f m", kind, qPrintable(projection), step) << kind << projection << step;
        }
    }
    void readsHeightsWhereTheyAre()
    {
        QFETCH(QString, kind);
        QFETCH(QString, projection);
        QFETCH(double, metresPerPixel);
        Grid grid = gridNamed(qPrintable(kind + QStringLiteral(".tif")));
        double tolerance = 0.5;
        if (kind == u"degrees") {
            grid.epsg = 4326;
            grid.topLeft = {44.9, 40.1};
            grid.step = 0.2 / 600;
        } else if (kind == u"feet") {
            grid.unit = "ft";
        } else if (kind == u"dted" || kind == u"hgt") {
            grid.driver = kind == u"dted" ? "DTED" : "SRTMHGT";
            grid.path = m_folder.filePath(kind == u"dted" ? QStringLiteral("n39.dt1") : QStringLiteral("N39E044.hgt"));
            grid.epsg = 4326;
            grid.step = 1.0 / 1200;
            grid.topLeft = {44 - grid.step / 2, 40 + grid.step / 2};
            grid.size = {1201, 1201};
            grid.type = GDT_Int16;
            tolerance = 1.5; // Whole metres.
        }
        write(grid, ramp, kind == u"feet" ? 0.3048 : 1);
        const LonLat place = grid.epsg == 4326 && grid.step > 1.0 / 1500 ? LonLat{44.5, 39.5} : middle;
        const OverlayView view = viewAround(place, metresPerPixel, {120, 90}, projection);
        const Result<HeightFile> file = HeightFile::open(grid.path);
        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
        const Result<HeightField> field = file->heights(view, {});
        QVERIFY(field.has_value());
        for (const QPoint pixel : {QPoint(60, 45), QPoint(20, 30), QPoint(100, 70)}) {
            const double expected = ramp(metresFor(view, QPointF(pixel) + QPointF(0.5, 0.5)));
            const double found = static_cast<double>(field->at(pixel.x(), pixel.y()));
            QVERIFY2(std::abs(found - expected) < tolerance,
                     qPrintable(QStringLiteral("%1, not %2").arg(found).arg(expected)));
        }
        QVERIFY(file->box().contains(place));
    }

    void drawsContoursWhereTheHeightsAre()
    {
        const Grid grid = gridNamed("ramp.tif");
        write(grid, ramp);
        const OverlayView view = viewAround(middle, 10, {600, 200}, plane);
        const std::unique_ptr<Overlay> overlay = opened(grid.path, {.contourMetres = 100});
        const QImage picture = pictureOf(*overlay, view);
        int found = 0;
        for (double height = 500; height < 1500; height += 100) {
            const double x = (500000 + (height - 1000) * 10 - view.metres.left()) / 10;
            if (x < 5 || x > 595)
                continue;
            ++found;
            // In the middle of what is drawn beside it, and nothing half way to the next.
            QPointF sum;
            int total = 0;
            for (int column = static_cast<int>(x) - 4; column <= static_cast<int>(x) + 4; ++column) {
                const int alpha = qAlpha(picture.pixel(column, 3));
                sum += QPointF(column + 0.5, 0) * alpha;
                total += alpha;
            }
            QVERIFY(total > 0);
            QVERIFY2(std::abs(sum.x() / total - x) < 0.6, qPrintable(QString::number(sum.x() / total - x)));
        }
        QCOMPARE(found, 5);
        QCOMPARE(shownIn(picture, QRect(345, 0, 10, 200)), 0);
        QCOMPARE(overlay->legend().size(), 1U);
        QVERIFY(overlay->legend().front().text.contains(QStringLiteral("100")));
    }

    void labelsEveryFifthContour()
    {
        const Grid grid = gridNamed("labelled.tif");
        write(grid, ramp);
        const OverlayView view = viewAround(middle, 10, {600, 400}, plane);
        const QImage picture = pictureOf(*opened(grid.path, {.contourMetres = 100}), view);
        // 1,000 m lies at x = 300: its halo is white, and reaches further than its line.
        int white = 0;
        for (int y = 0; y < 400; ++y) {
            for (int x = 285; x < 315; ++x)
                white += qRed(picture.pixel(x, y)) > 200 ? 1 : 0;
        }
        QVERIFY2(white > 40, qPrintable(QString::number(white)));
        QCOMPARE(shownIn(picture, QRect(385, 0, 12, 400)), 0); // 1,100 m lies at 400 and has none.
    }

    void takesAnIntervalThatSuitsTheScale()
    {
        HeightField field{{100, 100}, 10, std::vector<float>(10000, 0)};
        for (std::size_t i = 0; i < field.metres.size(); ++i)
            field.metres[i] = static_cast<float>(i % 100) * 10;
        QCOMPARE(fittingInterval(field), 50.0);
        field.metresPerPixel = 1000;
        QCOMPARE(fittingInterval(field), 100.0); // Else there would be none: it rises by 990 m.
        field.metres.assign(10000, std::numeric_limits<float>::quiet_NaN());
        QVERIFY(fittingInterval(field) > 0);
        QVERIFY(contoursOf(field, 50, {}).empty());
        QCOMPARE(roundStep(30), 50.0);
        QCOMPARE(roundStep(0.2), 0.2);
        QCOMPARE(roundStep(1001), 2000.0);
    }

    void lightsASlopeAlikeInMetresAndDegrees()
    {
        const Grid metres = gridNamed("cone.tif");
        write(metres, cone);
        Grid degrees = gridNamed("conedegrees.tif");
        degrees.epsg = 4326;
        degrees.topLeft = {44.9, 40.1};
        degrees.step = 0.2 / 600;
        write(degrees, cone);
        for (const QString &projection : {plane, mercator}) {
            // A pixel of Mercator is smaller on the ground.
            const double step = projection == mercator ? 30 / std::cos(40 * std::numbers::pi / 180) : 30;
            const OverlayView view = viewAround(middle, step, {200, 200}, projection);
            std::array<std::vector<std::uint8_t>, 2> light;
            for (const auto &[into, grid] : {std::pair(&light[0], metres), std::pair(&light[1], degrees)})
                *into = hillshadeOf(*HeightFile::open(grid.path)->heights(view, {}), {});
            for (const auto &[x, y] :
                 {std::pair(60, 60), std::pair(140, 140), std::pair(140, 60), std::pair(60, 100)}) {
                const auto at = static_cast<std::size_t>(y * 200 + x);
                QVERIFY(std::abs(light[0][at] - light[1][at]) <= 2);
            }
            QVERIFY(light[0][60 * 200 + 60] > light[0][140 * 200 + 140] + 30); // Light comes from the north-west.
        }
        const HeightField flat{{20, 20}, 30, std::vector<float>(400, 500)};
        QCOMPARE(static_cast<int>(hillshadeOf(flat, {}).at(210)), 181);
    }

    void tintsByHeightAndSaysSo()
    {
        const Grid grid = gridNamed("tinted.tif");
        write(grid, cone);
        const std::unique_ptr<Overlay> overlay = opened(grid.path, {.hillshade = false, .tint = true});
        const OverlayView view = viewAround(middle, 60, {200, 200}, plane);
        const QImage picture = pictureOf(*overlay, view);
        const std::vector<OverlayLegendRow> legend = overlay->legend();
        QVERIFY(legend.size() >= 5);
        QCOMPARE(legend.front().swatch.size(), QSize(48, 28));
        // The top is in the highest class, and each colour of the map in the legend.
        QCOMPARE(picture.pixel(100, 100), legend.front().swatch.pixel(5, 5));
        for (const QPoint pixel : {QPoint(30, 100), QPoint(70, 70), QPoint(100, 150)}) {
            QVERIFY(std::ranges::any_of(
                legend, [&](const OverlayLegendRow &row) { return row.swatch.pixel(5, 5) == picture.pixel(pixel); }));
        }
        QVERIFY(overlay->mayBeTerrain());
    }

    void letsTheMapShowThroughAHillshade()
    {
        const Grid grid = gridNamed("shade.tif");
        write(grid, cone);
        const OverlayView view = viewAround(middle, 60, {200, 200}, plane);
        const QImage picture = pictureOf(*opened(grid.path, {.hillshade = true}), view);
        int darkest = 0;
        for (int y = 0; y < 200; ++y) {
            for (int x = 0; x < 200; ++x)
                darkest = std::max(darkest, qAlpha(picture.pixel(x, y)));
        }
        QVERIFY(darkest > 20);
        QVERIFY2(darkest < 170, qPrintable(QString::number(darkest)));
        const OverlayView beside = viewAround({46, 40}, 60, {50, 50}, plane);
        QCOMPARE(shownIn(pictureOf(*opened(grid.path, {.hillshade = true}), beside), QRect(0, 0, 50, 50)), 0);
    }

    void showsAWorldOfHeightsOverTheAntimeridian()
    {
        Grid grid = gridNamed("world.tif");
        grid.epsg = 4326;
        grid.topLeft = {-180, 90};
        grid.step = 0.5;
        grid.size = {720, 360};
        write(grid, [](QPointF) { return 700; });
        const HeightFile file = *HeightFile::open(grid.path);
        const LonLatBox box = file.box();
        QCOMPARE(box, (LonLatBox{-180, -90, 180, 90}));
        for (const QString &projection :
             {QStringLiteral("+proj=laea +lat_0=-17 +lon_0=180"), QStringLiteral("+proj=stere +lat_0=90"),
              QStringLiteral("+proj=ortho +lat_0=10 +lon_0=170")}) {
            const OverlayView view = viewAround(projection.contains(u"stere") ? LonLat{0, 90} : LonLat{180, -17}, 5000,
                                                {200, 160}, projection);
            const HeightField field = *file.heights(view, {});
            QVERIFY2(std::ranges::all_of(field.metres, [](float height) { return std::abs(height - 700) < 0.1F; }),
                     qPrintable(projection));
        }
    }

    void refusesWhatHasNoHeights()
    {
        const QString path = m_folder.filePath(QStringLiteral("picture.png"));
        QImage image(20, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(path));
        const Result<std::unique_ptr<Overlay>> picture = openOverlay(path, terrain({.tint = true}));
        QVERIFY(!picture.has_value());
        QVERIFY2(picture.error().message.contains(QStringLiteral("is a picture, not heights")),
                 qPrintable(picture.error().message));

        Grid grid = gridNamed("nowhere.tif");
        write(grid, ramp);
        addRasterFormats();
        GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GTiff");
        const QString nowhere = m_folder.filePath(QStringLiteral("nowhere.tif"));
        GDALDatasetUniquePtr(driver->Create(QFile::encodeName(nowhere).constData(), 10, 10, 1, GDT_Float32, nullptr));
        const Result<std::unique_ptr<Overlay>> unplaced = openOverlay(nowhere, terrain({.tint = true}));
        QVERIFY(!unplaced.has_value());
        QVERIFY2(unplaced.error().message.contains(QStringLiteral("does not say where on the earth")),
                 qPrintable(unplaced.error().message));
    }
};

QTEST_MAIN(TestTerrainOverlay)
#include "tst_terrainoverlay.moc"
