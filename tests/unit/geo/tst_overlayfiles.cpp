#include "featuremaker.h"
#include "rastermaker.h"

#include "base/zipwriting.h"
#include "geo/geopackagetables.h"

#include <QDir>
#include <QTemporaryDir>

using namespace dateline;
using namespace Qt::StringLiterals;

/// What lies in a file over the map, or beside it, and which of it is shown.
class TestOverlayFiles : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    [[nodiscard]] QByteArray bytesAt(const QString &name) const
    {
        QFile from(file(name));
        return from.open(QIODevice::ReadOnly) ? from.readAll() : QByteArray();
    }

    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile to(file(name));
        QVERIFY(to.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(to.write(bytes), bytes.size());
    }

    static QByteArray kmlOf(const char *inside)
    {
        return QByteArray("<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>") + inside
            + "</Document></kml>";
    }

    /// A GeoTIFF of one value; its middle is at @p middle.
    [[nodiscard]] QString raster(const QString &name, double value) const
    {
        const RasterMaker maker{.path = file(name),
                                .size = {2000, 1500},
                                .bands = 3,
                                .options = {"TILED=YES"},
                                .value = [value](int, int, int) { return value; }};
        if (!maker.make())
            qFatal("cannot make %s", qPrintable(name));
        return maker.path;
    }
    const LonLat m_middle =
        Projection::fromText(u"EPSG:32638"_s)->lonLatFromMetres({400'000 + 100'000, 4'430'000 - 75'000}).value();
    const OverlayView m_far = viewAround(m_middle, 1600, {100, 60}, mercator);

    static int shadeIn(Overlay &overlay, const OverlayView &view)
    {
        return qRed(pictureOf(overlay, view).pixel(view.sizePx.width() / 2, view.sizePx.height() / 2));
    }

    static OverlayStyle showing(const QString &layer)
    {
        OverlayStyle style = red();
        style.features.layer = layer;
        return style;
    }

private Q_SLOTS:
    void readsAZippedShapefileWhateverItsLetters()
    {
        write(file(u"towns.shp"_s), "ESRI Shapefile", 32638, {{point(500'000, 4'430'000), "here"}});
        // Another one lies in the archive, and one of its files has the same name in another folder.
        put(u"towns.zip"_s,
            zipOf(std::vector<ZippedFile>{{"readme.txt", "Towns"},
                                          {"maps/TOWNS.SHP", bytesAt(u"towns.shp"_s)},
                                          {"other/towns.prj", "nonsense"},
                                          {"maps/towns.SHX", bytesAt(u"towns.shx"_s)},
                                          {"maps/Towns.dbf", bytesAt(u"towns.dbf"_s)},
                                          {"maps/TOWNS.prj", bytesAt(u"towns.prj"_s)}}));
        const LonLat place = Projection::fromText(u"EPSG:32638"_s)->lonLatFromMetres({500'000, 4'430'000}).value();
        const std::unique_ptr<Overlay> overlay = opened(file(u"towns.zip"_s), red());
        const std::optional<QPointF> seen =
            middleOf(pictureOf(*overlay, viewAround(place, 100, {100, 100}, mercator)), isShown);
        QVERIFY(seen && distance(*seen, {50, 50}) < 1);
        QCOMPARE(overlay->layers(), QStringList{u"TOWNS"_s});
    }

    void showsAllTheMapsOfAGlobesArchive()
    {
        // The first only leads to the others; one has a name that would lead out of a folder.
        put(u"globe.kmz"_s,
            zipOf(std::vector<ZippedFile>{
                {"doc.kml", kmlOf("<NetworkLink><Link><href>http://127.0.0.1:9/a.kml</href></Link></NetworkLink>")},
                {"files/a.kml", kmlOf("<Placemark><Point><coordinates>44,40</coordinates></Point></Placemark>")},
                {"../../a.kml", kmlOf("<Placemark><Point><coordinates>46,40</coordinates></Point></Placemark>")}}));
        const std::unique_ptr<Overlay> overlay = opened(file(u"globe.kmz"_s), red());
        for (const double lon : {44.0, 46.0}) {
            const QImage picture = pictureOf(*overlay, viewAround({lon, 40}, 100, {100, 100}, mercator));
            QVERIFY2(isShown(picture.pixel(50, 50)), qPrintable(QString::number(lon)));
        }
        QVERIFY(!QFile::exists(QDir(file(u"../../a.kml"_s)).absolutePath()));
    }

    void refusesAnArchiveThatIsMadeToDoHarm()
    {
        put(u"bomb.kmz"_s, zipOf(std::vector<ZippedFile>{{"doc.kml", QByteArray(80 * 1024 * 1024, '0')}}));
        put(u"text.zip"_s, zipOf(std::vector<ZippedFile>{{"readme.txt", "No map"}}));
        for (const auto &[name, words] : {std::pair(u"bomb.kmz"_s, u"made to do harm"_s),
                                          std::pair(u"text.zip"_s, u"is an archive without a map"_s)}) {
            const Result<std::unique_ptr<Overlay>> overlay = openOverlay(file(name), {});
            QVERIFY(!overlay);
            QVERIFY2(overlay.error().message.contains(words), qPrintable(overlay.error().message));
            QVERIFY(overlay.error().message.contains(file(name)));
        }
    }

    void usesTheReductionsBesideAGeoTiff()
    {
        const QString path = raster(u"beside.tif"_s, 50);
        QCOMPARE(shadeIn(*opened(path, {}), m_far), 50);
        {
            const GDALDatasetUniquePtr whole(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
            std::array reductions{8};
            QCOMPARE(whole->BuildOverviews("AVERAGE", 1, reductions.data(), 0, nullptr, nullptr, nullptr, nullptr),
                     CE_None);
        }
        QVERIFY(QFile::exists(path + u".ovr"_s));
        {
            // Of another shade, so that it is seen which of the two is shown.
            const GDALDatasetUniquePtr reduced(
                GDALDataset::Open((path + u".ovr"_s).toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_UPDATE));
            for (int band = 1; band <= 3; ++band)
                QCOMPARE(reduced->GetRasterBand(band)->Fill(200), CE_None);
        }
        const std::unique_ptr<Overlay> overlay = opened(path, {});
        QCOMPARE(shadeIn(*overlay, m_far), 200);
        QCOMPARE(shadeIn(*overlay, viewAround(m_middle, 100, {100, 60}, mercator)), 50); // Its own pixels.
    }

    void passesOverReductionsThatAreNone()
    {
        const QString path = raster(u"virtual.tif"_s, 50);
        put(u"virtual.tif.ovr"_s,
            "<VRTDataset rasterXSize=\"250\" rasterYSize=\"188\"><VRTRasterBand dataType=\"Byte\" band=\"1\"/></VRTDataset>");
        QCOMPARE(shadeIn(*opened(path, {}), m_far), 50);
        put(u"virtual.tif.ovr"_s, QByteArray("II*\0\x08\0\0\0", 8)); // Cut off.
        QCOMPARE(shadeIn(*opened(path, {}), m_far), 50);
    }

    void showsTheTableThatIsNamed()
    {
        const QString path = file(u"tables.gpkg"_s);
        write(path, "GPKG", 4326, {{point(m_middle.lon, m_middle.lat), "here"}});
        QVERIFY(tablesApart(path).isEmpty()); // Features alone are one layer.
        GDALDriver *writer = GetGDALDriverManager()->GetDriverByName("GPKG");
        for (const auto &[table, value] : {std::pair("dark", 60), std::pair("light", 180)}) {
            const GDALDatasetUniquePtr from(
                GDALDataset::Open(raster(u"from.tif"_s, value).toUtf8().constData(), GDAL_OF_RASTER));
            const QByteArray name = QByteArray("RASTER_TABLE=") + table;
            std::array<const char *, 4> options{name.constData(), "APPEND_SUBDATASET=YES", "TILE_FORMAT=PNG", nullptr};
            const GDALDatasetUniquePtr made(writer->CreateCopy(path.toUtf8().constData(), from.get(), FALSE,
                                                               const_cast<char **>(options.data()), nullptr, nullptr));
            QVERIFY2(made, CPLGetLastErrorMsg());
        }
        QCOMPARE(tablesApart(path), (QStringList{u"dark"_s, u"light"_s, u"places"_s}));
        QCOMPARE(shadeIn(*opened(path, {}), m_far), 60); // The first, where none is named.
        QCOMPARE(shadeIn(*opened(path, showing(u"dark"_s)), m_far), 60);
        QCOMPARE(shadeIn(*opened(path, showing(u"light"_s)), m_far), 180);
        const QImage features = pictureOf(*opened(path, showing(u"places"_s)), m_far);
        QCOMPARE(features.pixel(50, 30), qRgb(255, 0, 0));
        QVERIFY(!isShown(features.pixel(10, 10)));
        const Result<std::unique_ptr<Overlay>> none = openOverlay(path, showing(u"moon"_s));
        QVERIFY(!none);
        QCOMPARE(none.error().message, u"“%1” has no layer “moon”"_s.arg(path));
    }

    void readsAFileWithoutAnIndexOnce()
    {
        std::vector<Shape> shapes;
        for (int i = 0; i < 20'000; ++i)
            shapes.push_back({point(40 + i % 200 * 0.01, 38 + i / 200 * 0.01), "p" + QByteArray::number(i)});
        for (const auto &[name, driver] :
             {std::pair(u"many.kml"_s, "LIBKML"), std::pair(u"many.geojson"_s, "GeoJSON")}) {
            write(file(name), driver, 4326, shapes);
            OverlayStyle style = red();
            const std::unique_ptr<Overlay> overlay = opened(file(name), style);
            (void)pictureOf(*overlay, viewAround({41, 38.5}, 500, {300, 200}, mercator));
            const OverlayView near = viewAround({40.5, 38.5}, 20, {300, 200}, conic);
            const Effort again;
            const QImage picture = pictureOf(*overlay, near);
            const double againMs = again.milliseconds();
            const std::unique_ptr<Overlay> fresh = opened(file(name), style);
            const Effort first;
            QVERIFY(pictureOf(*fresh, near) == picture);
            QVERIFY2(againMs < first.milliseconds() / 2,
                     qPrintable(u"%1 ms and %2 ms"_s.arg(againMs).arg(first.milliseconds())));
            QVERIFY(shownIn(picture, picture.rect()) > 50);
            // Another field's words are read anew.
            style.features.labelField = u"name"_s;
            overlay->setStyle(style);
            const std::unique_ptr<Overlay> labelled = opened(file(name), style);
            (void)pictureOf(*overlay, near);
            const QImage words = pictureOf(*overlay, near);
            QVERIFY(words != picture);
            QVERIFY(pictureOf(*labelled, near) == words);
        }
    }
};

QTEST_MAIN(TestOverlayFiles)
#include "tst_overlayfiles.moc"
