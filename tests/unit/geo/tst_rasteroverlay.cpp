#include "geo/overlay.h"
#include "geo/pmtilesfile.h"
#include "geo/projection.h"
#include "rastermaker.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <thread>

using namespace dateline;

namespace
{

constexpr LonLat middle{44.0, 39.9}; // of the raster that RasterMaker makes
constexpr double side = 100; // metres of its pixels

OverlayView viewOf(const Projection &projection, LonLat centre, double metresPerPixel, QSize size = {640, 400})
{
    const QPointF at = *projection.metresFromLonLat(centre);
    const QSizeF metres(size.width() * metresPerPixel, size.height() * metresPerPixel);
    return {projection.definition(), QRectF(at - QPointF(metres.width() / 2, metres.height() / 2), metres), size, 1};
}

QPointF pixelOf(const OverlayView &view, const Projection &projection, LonLat at)
{
    const QPointF metres = *projection.metresFromLonLat(at);
    return {(metres.x() - view.metres.left()) / view.metresPerPixel(),
            (view.metres.bottom() - metres.y()) / view.metresPerPixel()};
}

/// Where on the earth the middle of a pixel of that raster lies, as PROJ says.
LonLat groundOf(double x, double y)
{
    return *Projection::fromText(QStringLiteral("EPSG:32638"))
                ->lonLatFromMetres({400'000 + (x + 0.5) * side, 4'430'000 - (y + 0.5) * side});
}

/// The middle of what is light in a part of @p image; negative if nothing is.
QPointF lightIn(const QImage &image, const QRect &part)
{
    QPointF sum;
    double weight = 0;
    const QRect seen = part & image.rect();
    for (int y = seen.top(); y <= seen.bottom(); ++y) {
        for (int x = seen.left(); x <= seen.right(); ++x) {
            const double light = qRed(image.pixel(x, y));
            sum += QPointF(x + 0.5, y + 0.5) * light;
            weight += light;
        }
    }
    return weight > 0 ? sum / weight : QPointF(-1, -1);
}

QImage pictureOf(const QString &path, const OverlayView &view, const OverlayStyle &style = {})
{
    const Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, style);
    if (!overlay) {
        qWarning() << overlay.error().message;
        return {};
    }
    const Result<QImage> image = (*overlay)->picture(view, {});
    if (!image)
        qWarning() << image.error().message;
    return image.value_or(QImage());
}

QString messageOf(const QString &path)
{
    const Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, {});
    return overlay ? QStringLiteral("opened") : overlay.error().message;
}

} // namespace

class TestRasterOverlay : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }

private Q_SLOTS:
    void putsPixelsWhereProjSays_data()
    {
        QTest::addColumn<QString>("projection");
        QTest::addColumn<double>("metresPerPixel");
        QTest::newRow("the window's Mercator") << "EPSG:3857" << 130.0;
        QTest::newRow("a figure's equal area") << "+proj=laea +lat_0=40 +lon_0=44 +datum=WGS84" << 100.0;
        QTest::newRow("another figure's, closer") << "+proj=laea +lat_0=45 +lon_0=30 +datum=WGS84" << 60.0;
        QTest::newRow("from the pole") << "EPSG:3995" << 150.0;
    }

    void putsPixelsWhereProjSays()
    {
        QFETCH(QString, projection);
        QFETCH(double, metresPerPixel);
        const std::vector<QPoint> dots{{60, 60}, {200, 150}, {330, 240}, {340, 50}};
        const QString path = file("dots.tif");
        const auto isDot = [&dots](int x, int y, int) {
            const bool isOne = std::ranges::any_of(
                dots, [&](QPoint dot) { return std::abs(dot.x() - x) <= 1 && std::abs(dot.y() - y) <= 1; });
            return isOne ? 255.0 : 0.0;
        };
        QVERIFY(RasterMaker({.path = path, .value = isDot}).make());
        const Projection plane = *Projection::fromText(projection);
        const OverlayView view = viewOf(plane, groundOf(200, 150), metresPerPixel, {800, 600});
        const QImage image = pictureOf(path, view);
        QCOMPARE(image.size(), view.sizePx);
        int seen = 0;
        for (const QPoint dot : dots) {
            const QPointF wanted = pixelOf(view, plane, groundOf(dot.x(), dot.y()));
            const QRect around(wanted.toPoint() - QPoint(9, 9), QSize(19, 19));
            if (!image.rect().contains(around))
                continue;
            ++seen;
            const QPointF found = lightIn(image, around);
            QVERIFY2(
                std::hypot(found.x() - wanted.x(), found.y() - wanted.y()) < 1,
                qPrintable(
                    QStringLiteral("%1,%2 not %3,%4").arg(found.x()).arg(found.y()).arg(wanted.x()).arg(wanted.y())));
        }
        QVERIFY(seen >= 3);
    }

    void leavesWhatHasNoDataTransparent()
    {
        const QString path = file("holes.tif");
        QVERIFY(RasterMaker({.path = path,
                             .type = GDT_Int16,
                             .noData = -9999,
                             .value = [](int x, int, int) { return x < 200 ? -9999.0 : 1000.0 + x; }})
                    .make());
        const Projection plane = Projection::webMercator();
        const OverlayView view = viewOf(plane, groundOf(200, 150), 130);
        const QImage image = pictureOf(path, view);
        const auto alphaAt = [&](double x, double y) {
            return qAlpha(image.pixel(pixelOf(view, plane, groundOf(x, y)).toPoint()));
        };
        QCOMPARE(alphaAt(100, 150), 0);
        QCOMPARE(alphaAt(190, 150), 0);
        QCOMPARE(alphaAt(210, 150), 255);
        QCOMPARE(alphaAt(300, 150), 255);
        QCOMPARE(qAlpha(image.pixel(1, 1)), 0); // Beside the raster.
    }

    void leavesTheColourOfAStyleTransparent()
    {
        const QString path = file("paper.tif");
        QVERIFY(RasterMaker({.path = path, .bands = 3, .value = [](int x, int, int) { return x < 200 ? 250 : 40; }})
                    .make());
        const Projection plane = Projection::webMercator();
        const OverlayView view = viewOf(plane, groundOf(200, 150), 130);
        const OverlayStyle style{.raster = {.clear = 0xffffff}};
        const QImage image = pictureOf(path, view, style);
        QCOMPARE(qAlpha(image.pixel(pixelOf(view, plane, groundOf(100, 150)).toPoint())), 0);
        QCOMPARE(image.pixel(pixelOf(view, plane, groundOf(300, 150)).toPoint()), qRgb(40, 40, 40));
    }

    void stretchesSixteenBitsOverTheirRange()
    {
        const QString path = file("sixteen.tif");
        QVERIFY(
            RasterMaker({.path = path, .type = GDT_UInt16, .value = [](int x, int, int) { return 8000.0 + 10.0 * x; }})
                .make());
        const Projection plane = Projection::webMercator();
        const OverlayView view = viewOf(plane, groundOf(200, 150), 130);
        const QImage image = pictureOf(path, view);
        const auto greyAt = [&](double x) {
            return qRed(image.pixel(pixelOf(view, plane, groundOf(x, 150)).toPoint()));
        };
        QVERIFY(greyAt(10) < 12);
        QVERIFY(std::abs(greyAt(200) - 128) < 6);
        QVERIFY(greyAt(390) > 243);
        const OverlayStyle bright{.raster = {.brightness = 0.4}};
        const QImage brighter = pictureOf(path, view, bright);
        QVERIFY(qRed(brighter.pixel(pixelOf(view, plane, groundOf(200, 150)).toPoint())) > 215);
    }

    void seesTheWholeOfALargeFileWithoutReductionsBeforeItIsRead()
    {
        const QString path = file("large.tif");
        QVERIFY(RasterMaker({.path = path,
                             .size = {9000, 6000},
                             .transform = {400'000, 5, 0, 4'430'000, 0, -5},
                             .options = {"TILED=YES", "COMPRESS=DEFLATE"},
                             .value = [](int x, int y, int) { return (x / 1500 + y / 1500) % 2 == 0 ? 200 : 90; }})
                    .make());
        const Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, {});
        QVERIFY(overlay.has_value());
        const Projection plane = Projection::webMercator();
        const OverlayView view = viewOf(plane, groundOf(220, 150), 100);
        std::vector<QImage> early;
        const Result<QImage> image = (*overlay)->picture(view, {}, [&](const QImage &each) { early.push_back(each); });
        QVERIFY(image.has_value());
        const auto greyAt = [&](const QImage &seen, double x, double y) {
            return qRed(seen.pixel(pixelOf(view, plane, groundOf(x, y)).toPoint()));
        };
        for (const double x : {30.0, 100.0, 190.0, 400.0}) // 75 of RasterMaker's pixels are a square.
            QCOMPARE(greyAt(*image, x, 30), int(x / 75) % 2 == 0 ? 200 : 90);
        // A picture that came early shows all of it already, if not yet sharply.
        for (const QImage &each : early)
            QCOMPARE(qAlpha(each.pixel(pixelOf(view, plane, groundOf(400, 280)).toPoint())), 255);
        // The second picture needs nothing more.
        QElapsedTimer clock;
        clock.start();
        QVERIFY((*overlay)->picture(view, {}).has_value());
        QVERIFY(clock.elapsed() < 2000);
    }

    void stopsWhenItIsNoLongerWanted()
    {
        const QString path = file("slow.tif");
        QVERIFY(RasterMaker({.path = path, .size = {9000, 9000}, .options = {"TILED=YES", "COMPRESS=DEFLATE"}}).make());
        const Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, {});
        QVERIFY(overlay.has_value());
        const OverlayView view = viewOf(Projection::webMercator(), groundOf(4500, 4500), 2000);
        std::stop_source stop;
        stop.request_stop();
        QElapsedTimer clock;
        clock.start();
        QVERIFY((*overlay)->picture(view, stop.get_token()).has_value());
        QVERIFY2(clock.elapsed() < 250, qPrintable(QString::number(clock.elapsed())));
        // And goes on where it left off.
        const Result<QImage> whole = (*overlay)->picture(view, {});
        QCOMPARE(qAlpha(whole->pixel(320, 200)), 255);
    }

    void readsAPictureWithAWorldFile()
    {
        const QString path = file("sheet.png");
        QImage sheet(360, 180, QImage::Format_RGB32);
        sheet.fill(qRgb(10, 120, 200));
        QVERIFY(sheet.save(path));
        QVERIFY2(messageOf(path).contains(QStringLiteral("where on the earth")), qPrintable(messageOf(path)));
        QFile world(file("sheet.pgw"));
        QVERIFY(world.open(QIODevice::WriteOnly));
        world.write("1\n0\n0\n-1\n-179.5\n89.5\n");
        world.close();
        const QImage image = pictureOf(path, viewOf(Projection::webMercator(), middle, 5000));
        QCOMPARE(image.pixel(320, 200), qRgb(10, 120, 200));
    }

    void readsPmTilesOfPictures()
    {
        QCOMPARE(pmTileId(0, 0, 0), std::uint64_t{0});
        QCOMPARE(pmTileId(1, 0, 1), std::uint64_t{2});
        QCOMPARE(pmTileId(1, 1, 0), std::uint64_t{4});
        QCOMPARE(pmTileId(3, 5, 2), std::uint64_t{76});
        // One tile of the whole world, whose north-east is red.
        QImage world(256, 256, QImage::Format_RGB32);
        world.fill(qRgb(20, 40, 60));
        for (int y = 0; y < 128; ++y) {
            for (int x = 128; x < 256; ++x)
                world.setPixel(x, y, qRgb(230, 10, 10));
        }
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(world.save(&buffer, "PNG"));
        QByteArray directory;
        for (std::size_t number :
             {std::size_t{1}, std::size_t{0}, std::size_t{1}, std::size_t(png.size()), std::size_t{1}}) {
            while (number >= 0x80) {
                directory.append(char(0x80 | (number & 0x7f)));
                number >>= 7;
            }
            directory.append(char(number));
        }
        const QByteArray metadata(R"({"attribution":"<a href='x'>Made by us</a>"})");
        QByteArray head("PMTiles\x03", 8);
        const auto append = [&head](std::uint64_t number) {
            const std::uint64_t little = qToLittleEndian(number);
            head.append(reinterpret_cast<const char *>(&little), 8);
        };
        const auto at = [&](qsizetype after) { return std::uint64_t(127 + after); };
        append(at(0));
        append(std::uint64_t(directory.size()));
        append(at(directory.size()));
        append(std::uint64_t(metadata.size()));
        append(at(0)); // No leaves.
        append(0);
        append(at(directory.size() + metadata.size()));
        append(std::uint64_t(png.size()));
        for (int i = 0; i < 3; ++i)
            append(1);
        head.append(QByteArray("\x01\x01\x01\x02\x00\x00", 6));
        for (const int degrees : {-180, -85, 180, 85}) {
            const auto little = qToLittleEndian(degrees * 10'000'000);
            head.append(reinterpret_cast<const char *>(&little), 4);
        }
        head.append(QByteArray(127 - head.size(), '\0'));
        QFile archive(file("world.pmtiles"));
        QVERIFY(archive.open(QIODevice::WriteOnly));
        archive.write(head + directory + metadata + png);
        archive.close();

        const Projection plane = *Projection::fromText(QStringLiteral("+proj=laea +lat_0=0 +lon_0=0 +datum=WGS84"));
        const OverlayView view = viewOf(plane, {0, 0}, 20'000);
        const QImage image = pictureOf(archive.fileName(), view);
        const auto colourAt = [&](LonLat place) { return image.pixel(pixelOf(view, plane, place).toPoint()); };
        QCOMPARE(colourAt({30, 20}), qRgb(230, 10, 10));
        QCOMPARE(colourAt({-30, 20}), qRgb(20, 40, 60));
        QCOMPARE(colourAt({30, -20}), qRgb(20, 40, 60));
        QCOMPARE((*openOverlay(archive.fileName(), {}))->credit(), QStringLiteral("Made by us"));
    }

    void showsNothingWhereItIsNot()
    {
        const QString path = file("here.tif");
        QVERIFY(RasterMaker({.path = path, .value = [](int, int, int) { return 255; }}).make());
        const Projection polar = *Projection::fromText(QStringLiteral("EPSG:3031"));
        for (const OverlayView &view :
             {viewOf(Projection::webMercator(), {-60, -20}, 500), viewOf(polar, {0, -85}, 500)}) {
            const QImage image = pictureOf(path, view);
            QCOMPARE(image.size(), view.sizePx);
            QCOMPARE(qAlpha(image.pixel(320, 200)), 0);
        }
    }

    void saysWhatItCannotOpen()
    {
        QVERIFY(messageOf(file("gone.tif")).startsWith(QStringLiteral("There is no file")));
        const QString placeless = file("placeless.tif");
        QVERIFY(RasterMaker({.path = placeless, .epsg = 0}).make());
        QVERIFY(messageOf(placeless).contains(QStringLiteral("does not tell where on the earth")));
        QFile damaged(file("damaged.tif"));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray("II*\0", 4) + QByteArray(100, 'x'));
        damaged.close();
        QVERIFY(messageOf(damaged.fileName()).contains(QStringLiteral("is damaged")));
    }

    void tellsWhereItIs()
    {
        const QString path = file("box.tif");
        QVERIFY(RasterMaker({.path = path}).make());
        const Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, {});
        const LonLatBox box = (*overlay)->box();
        for (const QPoint corner : {QPoint(0, 0), QPoint(399, 0), QPoint(0, 299), QPoint(399, 299)})
            QVERIFY(box.contains(groundOf(corner.x(), corner.y())));
        QVERIFY(box.east - box.west < 0.6);
        QVERIFY((*overlay)->summary().contains(QStringLiteral("UTM zone 38N")));
    }
};

QTEST_GUILESS_MAIN(TestRasterOverlay)
#include "tst_rasteroverlay.moc"
