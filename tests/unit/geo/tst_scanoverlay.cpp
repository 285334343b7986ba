#include "overlaytest.h"

#include "geo/controlpoints.h"
#include "geo/libraries.h"
#include "geo/scanpicture.h"

#include <QPainter>
#include <QTemporaryDir>

#include <gdal_priv.h>

using namespace dateline;

namespace
{

const QString plane = QStringLiteral("EPSG:32638");

QPointF metresOf(QPointF pixel)
{
    return QTransform(20, 1.2, 3.2, -21.6, 500000, 4430000).map(pixel);
}

LonLat placeOf(QPointF pixel)
{
    return Projection::fromText(plane)->lonLatFromMetres(metresOf(pixel)).value();
}

OverlayStyle placed(ScanTransformation transformation, QSize size)
{
    OverlayStyle style;
    style.scan = {transformation, plane, {}};
    const double right = size.width() - 20.5;
    const double bottom = size.height() - 20.5;
    for (const QPointF pixel : {QPointF(20.5, 20.5), QPointF(right, 20.5), QPointF(right, bottom),
                                QPointF(20.5, bottom), QPointF(right / 2, bottom / 3)})
        style.scan.points.push_back({pixel, placeOf(pixel)});
    return style;
}

bool isRed(QRgb colour)
{
    return qRed(colour) > 180 && qGreen(colour) < 90 && qBlue(colour) < 90 && qAlpha(colour) > 200;
}

/// White with a red square of 21 pixels around @p mark.
QImage sheet(QSize size, QPoint mark)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(QRect(mark - QPoint(10, 10), QSize(21, 21)), Qt::red);
    return image;
}

/// A copy of @p image with a table of colours, as TIFF.
void writeIndexed(const QImage &image, const QString &path)
{
    addRasterFormats();
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    const GDALDatasetUniquePtr file(
        driver->Create(QFile::encodeName(path).constData(), image.width(), image.height(), 1, GDT_Byte, nullptr));
    GDALColorTable table;
    const GDALColorEntry white{255, 255, 255, 255};
    const GDALColorEntry red{255, 0, 0, 255};
    table.SetColorEntry(0, &white);
    table.SetColorEntry(1, &red);
    file->GetRasterBand(1)->SetColorTable(&table);
    std::vector<std::uint8_t> row(static_cast<std::size_t>(image.width()));
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            row[static_cast<std::size_t>(x)] = isRed(image.pixel(x, y)) ? 1 : 0;
        QCOMPARE(file->GetRasterBand(1)->RasterIO(GF_Write, 0, y, image.width(), 1, row.data(), image.width(), 1,
                                                  GDT_Byte, 0, 0),
                 CE_None);
    }
}

} // namespace

class TestScanOverlay : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString written(const QImage &image, const char *name) const
    {
        const QString path = m_folder.filePath(QLatin1StringView(name));
        if (QLatin1StringView(name).endsWith(QLatin1StringView(".tif")))
            writeIndexed(image, path);
        else if (!image.save(path))
            qFatal("cannot write %s", name);
        return path;
    }

private Q_SLOTS:
    void putsASpotWhereItBelongs_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<ScanTransformation>("transformation");
        QTest::addColumn<QString>("projection");
        QTest::addColumn<double>("metresPerPixel");
        const QString mercator = QStringLiteral("EPSG:3857");
        const QString conic = QStringLiteral("+proj=lcc +lat_1=39 +lat_2=41 +lat_0=40 +lon_0=44");
        const QString globe = QStringLiteral("+proj=ortho +lat_0=30 +lon_0=30");
        QTest::newRow("PNG, affine, Web Mercator") << "a.png" << ScanTransformation::Affine << mercator << 20.0;
        QTest::newRow("JPEG, affine, shrunk") << "b.jpg" << ScanTransformation::Affine << mercator << 60.0;
        QTest::newRow("PNG, spline, conic") << "c.png" << ScanTransformation::ThinPlateSpline << conic << 20.0;
        QTest::newRow("PNG, projective, globe") << "d.png" << ScanTransformation::Projective << globe << 15.0;
        QTest::newRow("TIFF with a table of colours") << "e.tif" << ScanTransformation::Affine << conic << 40.0;
        QTest::newRow("enlarged") << "f.png" << ScanTransformation::Affine << conic << 5.0;
    }
    void putsASpotWhereItBelongs()
    {
        QFETCH(QString, file);
        QFETCH(ScanTransformation, transformation);
        QFETCH(QString, projection);
        QFETCH(double, metresPerPixel);
        const QSize size(1200, 900);
        const QPoint mark(700, 400);
        const QString path = written(sheet(size, mark), qPrintable(file));
        const OverlayStyle style = placed(transformation, size);
        Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, style);
        QVERIFY2(overlay.has_value(), overlay ? "" : qPrintable(overlay.error().message));
        const LonLat place = placeOf(QPointF(mark) + QPointF(0.5, 0.5));
        const OverlayView view = viewAround(place, metresPerPixel, {400, 300}, projection);
        const QImage picture = pictureOf(**overlay, view);
        QCOMPARE(picture.size(), view.sizePx);
        const std::optional<QPointF> middle = middleOf(picture, isRed);
        QVERIFY(middle);
        QVERIFY2(distance(*middle, pixelIn(view, place)) < 1,
                 qPrintable(QString::number(distance(*middle, {200, 150}))));
        QVERIFY((*overlay)->box().contains(place));
        QVERIFY((*overlay)->summary().contains(nameOf(transformation)));
    }

    void movesWithItsPoints()
    {
        const QSize size(800, 600);
        const QString path = written(sheet(size, {400, 300}), "moved.png");
        OverlayStyle style = placed(ScanTransformation::Affine, size);
        Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, style);
        QVERIFY(overlay.has_value());
        const OverlayView view = viewAround(placeOf({400.5, 300.5}), 20, {400, 300}, plane);
        const QPointF before = middleOf(pictureOf(**overlay, view), isRed).value();
        for (ControlPoint &point : style.scan.points)
            point.pixel += QPointF(30, 0); // What lay there lies 30 pixels further left now.
        (*overlay)->setStyle(style);
        const QPointF after = middleOf(pictureOf(**overlay, view), isRed).value();
        QVERIFY(distance(after - before, QTransform(20, -1.2, 3.2, 21.6, 0, 0).map(QPointF(-30, 0)) / 20) < 1);

        style.scan.points.resize(2);
        (*overlay)->setStyle(style);
        const Result<QImage> none = (*overlay)->picture(view, {});
        QVERIFY(!none.has_value());
        QVERIFY2(none.error().message.contains(QStringLiteral("needs 3 points")), qPrintable(none.error().message));
    }

    void showsNothingBesideTheSheet()
    {
        const QSize size(300, 300);
        const QString path = written(sheet(size, {150, 150}), "small.png");
        Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, placed(ScanTransformation::Affine, size));
        QVERIFY(overlay.has_value());
        const OverlayView view = viewAround(placeOf({0, 0}), 20, {400, 400}, plane);
        const QImage picture = pictureOf(**overlay, view);
        const QPointF corner = pixelIn(view, placeOf({0, 0}));
        const QPoint inside = (pixelIn(view, placeOf({20, 20}))).toPoint();
        QCOMPARE(qAlpha(picture.pixel(inside)), 255);
        QCOMPARE(shownIn(picture, QRect(0, 0, 400, static_cast<int>(corner.y()) - 20)), 0);
        const OverlayView elsewhere = viewAround({10, 50}, 20, {100, 100}, plane);
        QCOMPARE(shownIn(pictureOf(**overlay, elsewhere), QRect(0, 0, 100, 100)), 0);
    }

    void readsPartsOfALargeSheetAlike()
    {
        const QString path = written(sheet({5000, 4000}, {3000, 2000}), "large.png");
        Result<ScanPicture> picture = ScanPicture::open(path);
        QVERIFY(picture.has_value());
        QCOMPARE(picture->sizePx(), QSize(5000, 4000));
        const Result<QImage> fine = picture->part({2900, 1900, 200, 200}, {200, 200});
        QVERIFY(fine.has_value());
        QVERIFY(distance(middleOf(*fine, isRed).value(), {100.5, 100.5}) < 0.1);
        const Result<QImage> all = picture->part({0, 0, 5000, 4000}, {1000, 800});
        QVERIFY(distance(middleOf(*all, isRed).value(), {600.1, 400.1}) < 0.5);
        const Result<QImage> coarse = picture->part({2500, 1500, 1000, 1000}, {250, 250});
        QVERIFY(distance(middleOf(*coarse, isRed).value(), {125.1, 125.1}) < 0.5);
    }

    void showsAPreviewAtOnce()
    {
        const QSize size(4000, 3000);
        const QString path = written(sheet(size, {2000, 1500}), "preview.jpg");
        Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, placed(ScanTransformation::ThinPlateSpline, size));
        QVERIFY(overlay.has_value());
        const OverlayView view = viewAround(placeOf({2000, 1500}), 60, {1280, 800}, QStringLiteral("EPSG:3857"));
        pictureOf(**overlay, view); // The sheet is read once.
        const Effort effort;
        pictureOf(**overlay, view);
        qInfo("%.0f ms", effort.milliseconds());
        QCOMPARE_LT(effort.milliseconds(), 1000); // Unoptimised.
    }

    void stopsWhenAsked()
    {
        const QSize size(800, 600);
        const QString path = written(sheet(size, {400, 300}), "stopped.png");
        Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, placed(ScanTransformation::Affine, size));
        QVERIFY(overlay.has_value());
        std::stop_source stop;
        stop.request_stop();
        const OverlayView view = viewAround(placeOf({400, 300}), 20, {400, 300}, plane);
        const Result<QImage> picture = (*overlay)->picture(view, stop.get_token());
        QVERIFY(picture.has_value());
        QCOMPARE(picture->size(), view.sizePx);
    }

    void refusesWhatCannotBePlaced_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("a text") << QByteArray("Shelling was reported near Goris\n") << "save it as PNG";
        QTest::newRow("a picture cut off") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << "damaged";
    }
    void refusesWhatCannotBePlaced()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const QString path = m_folder.filePath(QStringLiteral("wrong.png"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, placed(ScanTransformation::Affine, {9, 9}));
        QVERIFY(!overlay.has_value());
        QVERIFY2(overlay.error().message.contains(words), qPrintable(overlay.error().message));
        QVERIFY(overlay.error().message.contains(path));
    }
};

QTEST_MAIN(TestScanOverlay)
#include "tst_scanoverlay.moc"
