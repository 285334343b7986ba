#include "featuremaker.h"

#include "geo/featurepainter.h"

#include <QTemporaryDir>

#include <set>

using namespace dateline;

class TestFeatureOverlay : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void paintsAPointOfEveryFormat_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("driver");
        QTest::addColumn<int>("epsg");
        QTest::newRow("GeoPackage") << "a.gpkg" << QByteArray("GPKG") << 4326;
        QTest::newRow("GeoPackage in metres") << "metres.gpkg" << QByteArray("GPKG") << 32638;
        QTest::newRow("GeoPackage in Web Mercator") << "web.gpkg" << QByteArray("GPKG") << 3857;
        QTest::newRow("GeoJSON") << "a.geojson" << QByteArray("GeoJSON") << 4326;
        QTest::newRow("GeoJSON in lines") << "a.geojsonl" << QByteArray("GeoJSONSeq") << 4326;
        QTest::newRow("shapefile") << "a.shp" << QByteArray("ESRI Shapefile") << 32638;
        QTest::newRow("FlatGeobuf") << "a.fgb" << QByteArray("FlatGeobuf") << 4326;
        QTest::newRow("KML") << "a.kml" << QByteArray("LIBKML") << 4326;
        QTest::newRow("GPX") << "a.gpx" << QByteArray("GPX") << 4326;
        QTest::newRow("MBTiles") << "a.mbtiles" << QByteArray("MBTiles") << 4326;
        QTest::newRow("PMTiles") << "a.pmtiles" << QByteArray("PMTiles") << 4326;
    }
    void paintsAPointOfEveryFormat()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, driver);
        QFETCH(int, epsg);
        const LonLat place{44.7712, 40.1187};
        QByteArray at = point(place.lon, place.lat);
        if (epsg != 4326) {
            const QPointF metres =
                Projection::fromText(QStringLiteral("EPSG:%1").arg(epsg))->metresFromLonLat(place).value();
            at = point(metres.x(), metres.y());
        }
        const bool isTiled = name.endsWith(u"tiles");
        const std::vector<const char *> options =
            isTiled ? std::vector{"MINZOOM=6", "MAXZOOM=10"} : std::vector<const char *>{};
        write(file(name), driver.constData(), epsg, {{at, "Garni"}}, options, driver == "GPX" ? "waypoints" : "places");
        const std::unique_ptr<Overlay> overlay = opened(file(name), red());
        for (const QString &projection : {mercator, conic, QStringLiteral("+proj=ortho +lat_0=30 +lon_0=30")}) {
            const OverlayView view = viewAround({44.8, 40.1}, 150, {300, 200}, projection);
            const std::optional<QPointF> middle = middleOf(pictureOf(*overlay, view), isShown);
            QVERIFY2(middle, qPrintable(projection));
            const double apart = distance(*middle, pixelIn(view, place));
            QVERIFY2(apart < 1, qPrintable(QStringLiteral("%1 in %2").arg(apart).arg(projection)));
        }
        QVERIFY(!overlay->layers().isEmpty());
        QVERIFY(overlay->fields().contains(QStringLiteral("name"), Qt::CaseInsensitive));
        QVERIFY(overlay->summary().contains(QStringLiteral("WGS 84")));
        const LonLatBox all = overlay->box();
        QVERIFY(std::abs(all.centre().lon - place.lon) < 0.5 && std::abs(all.centre().lat - place.lat) < 0.5);
        QCOMPARE(overlay->legend().size(), 1U);
        QCOMPARE(overlay->legend().front().swatch.size(), QSize(48, 28));
        QVERIFY(shownIn(overlay->legend().front().swatch, QRect(0, 0, 48, 28)) > 50);
    }

    void readsTheMapInAnArchive()
    {
        // Its first file only leads to the one with the features.
        write(file(QStringLiteral("doc.kmz")), "LIBKML", 4326, {{point(44.5, 40.2), "Yerevan"}});
        const OverlayView view = viewAround({44.5, 40.2}, 100, {100, 100}, mercator);
        const std::optional<QPointF> middle =
            middleOf(pictureOf(*opened(file(QStringLiteral("doc.kmz")), red()), view), isShown);
        QVERIFY(middle);
        QVERIFY(distance(*middle, {50, 50}) < 1);
    }

    void fillsAndHatchesAreas()
    {
        write(file(QStringLiteral("area.gpkg")), "GPKG", 4326, {{box(44, 40, 45, 41), "area"}});
        const std::unique_ptr<Overlay> overlay = opened(file(QStringLiteral("area.gpkg")), red());
        const OverlayView view = viewAround({44.5, 40.5}, 500, {100, 100}, mercator);
        std::set<int> shares;
        for (const NoteFill fill :
             {NoteFill::None, NoteFill::Tint, NoteFill::Solid, NoteFill::Diagonal, NoteFill::Cross, NoteFill::Dots}) {
            OverlayStyle style = red(fill);
            style.features.fillColour = 0x0000ff;
            overlay->setStyle(style);
            const QImage picture = pictureOf(*overlay, view);
            const int shown = shownIn(picture, QRect(0, 0, 100, 100));
            if (fill == NoteFill::None)
                QCOMPARE(shown, 0);
            else if (fill == NoteFill::Tint || fill == NoteFill::Solid)
                QCOMPARE(shown, 10000);
            else
                QVERIFY2(shown > 500 && shown < 9000, qPrintable(QString::number(shown)));
            if (shown > 0)
                QVERIFY(middleOf(picture, [](QRgb colour) { return qBlue(colour) > 20 && qRed(colour) == 0; }));
            QVERIFY(shown == 0 || shown == 10000 || shares.insert(shown).second);
        }
        QCOMPARE(shares.size(), 3U); // Each hatch is another.
    }

    void drawsEveryMark()
    {
        std::set<int> areas;
        for (const FeatureMark mark : {FeatureMark::Circle, FeatureMark::Square, FeatureMark::Diamond,
                                       FeatureMark::Triangle, FeatureMark::Cross}) {
            FeatureStyle style = red().features;
            style.mark = mark;
            const QImage swatch = featureSwatch(style, SwatchShape::Mark);
            const std::optional<QPointF> middle = middleOf(swatch, isShown);
            QVERIFY(middle && distance(*middle, {24.5, 14.5}) < 2);
            areas.insert(shownIn(swatch, swatch.rect()));
        }
        QCOMPARE(areas.size(), 5U);
    }

    void writesNamesBesideEachOther()
    {
        write(file(QStringLiteral("names.gpkg")), "GPKG", 4326,
              {{point(44.5, 40.2), "Yerevan"}, {point(44.5003, 40.2), "Erebuni"}, {point(44.56, 40.2), "Nork"}});
        OverlayStyle style = red();
        const std::unique_ptr<Overlay> overlay = opened(file(QStringLiteral("names.gpkg")), style);
        const OverlayView view = viewAround({44.53, 40.2}, 30, {400, 100}, mercator);
        const QImage bare = pictureOf(*overlay, view);
        style.features.labelField = QStringLiteral("name");
        overlay->setStyle(style);
        const QImage named = pictureOf(*overlay, view);
        // A name stands to the right of the last one’s mark, in white around dark red.
        const QPoint mark = pixelAt(view, {44.56, 40.2});
        const QRect beside(mark + QPoint(9, -8), QSize(30, 16));
        QCOMPARE(shownIn(bare, beside), 0);
        QVERIFY(shownIn(named, beside) > 100);
        QVERIFY(middleOf(named.copy(beside), [](QRgb colour) { return qRed(colour) > 200 && qGreen(colour) > 200; }));
        QVERIFY(middleOf(named.copy(beside), [](QRgb colour) {
            return qAlpha(colour) > 200 && qRed(colour) > 100 && qGreen(colour) < 90;
        }));
        // The two that lie on each other have names on both sides.
        const QPoint both = pixelAt(view, {44.5, 40.2});
        QVERIFY(shownIn(named, QRect(both + QPoint(12, -8), QSize(40, 16))) > 100);
        QVERIFY(shownIn(named, QRect(both - QPoint(50, 8), QSize(40, 16))) > 100);
    }

    void showsAsADotWhatIsSmallerThanAPixel()
    {
        std::vector<Shape> shapes;
        for (int i = 0; i < 200; ++i)
            shapes.push_back({box(44 + i * 0.005, 40, 44.0001 + i * 0.005, 40.0001), "small"});
        write(file(QStringLiteral("small.fgb")), "FlatGeobuf", 4326, shapes);
        const OverlayView view = viewAround({44.5, 40}, 2000, {200, 50}, mercator);
        const QImage picture = pictureOf(*opened(file(QStringLiteral("small.fgb")), red()), view);
        const int shown = shownIn(picture, picture.rect());
        QVERIFY2(shown >= 50 && shown <= 60, qPrintable(QString::number(shown))); // A degree is 56 pixels.
    }

    void widensWithTheRatioOfPixels()
    {
        write(file(QStringLiteral("line.gpkg")), "GPKG", 4326, {{"LINESTRING (44 40.5,46 40.5)", "line"}});
        const std::unique_ptr<Overlay> overlay = opened(file(QStringLiteral("line.gpkg")), red());
        OverlayView view = viewAround({45, 40.5}, 500, {100, 100}, mercator);
        const auto width = [&] {
            double sum = 0;
            const QImage picture = pictureOf(*overlay, view);
            for (int y = 0; y < 100; ++y)
                sum += qAlpha(picture.pixel(50, y)) / 255.0;
            return sum;
        };
        const double once = width();
        view.devicePixelRatio = 3;
        QVERIFY(std::abs(once - 1.6) < 0.1); // 1.2 pt.
        QVERIFY(std::abs(width() / once - 3) < 0.1);
        QCOMPARE(pictureOf(*overlay, view).devicePixelRatio(), 3.0);
    }

    void stopsWhenAsked()
    {
        write(file(QStringLiteral("stop.gpkg")), "GPKG", 4326, {{box(44, 40, 45, 41), "area"}});
        std::stop_source stop;
        stop.request_stop();
        const Result<QImage> picture =
            opened(file(QStringLiteral("stop.gpkg")), red())
                ->picture(viewAround({44.5, 40.5}, 500, {100, 100}, mercator), stop.get_token());
        QVERIFY(picture.has_value());
        QCOMPARE(shownIn(*picture, picture->rect()), 0);
    }

    void refusesWhatItCannotShow_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const QByteArray database("SQLite format 3\0", 16);
        QTest::newRow("a text") << "a.txt" << QByteArray("Shelling was reported near Goris\n")
                                << "no map that can be read";
        QTest::newRow("JSON") << "a.json" << QByteArray(R"({"a":1})") << "no map that can be read";
        QTest::newRow("a virtual file") << "a.gpkg" << QByteArray("<OGRVRTDataSource/>") << "no map that can be read";
        QTest::newRow("a shapefile alone") << "b.shp" << QByteArray("\x00\x00\x27\x0a\0\0\0\0", 8) << ".shx and .dbf";
        QTest::newRow("KML cut off") << "b.kml" << QByteArray("<?xml version=\"1.0\"?><kml><Document><Pla")
                                     << "damaged";
        QTest::newRow("tiles cut off") << "b.pmtiles" << QByteArray("PMTiles\x03\0\0\0", 11) << "damaged";
        QTest::newRow("a database") << "b.mbtiles" << database + QByteArray(200, '\0') << "damaged";
        QTest::newRow("an archive cut off") << "b.zip" << QByteArray("PK\x03\x04\x14\0", 6) << "damaged";
        QTest::newRow("nothing") << "c.geojson" << QByteArray() << "no map that can be read";
    }
    void refusesWhatItCannotShow()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        QFile made(file(name));
        QVERIFY(made.open(QIODevice::WriteOnly | QIODevice::Truncate));
        made.write(bytes);
        made.close();
        const Result<std::unique_ptr<Overlay>> overlay = openOverlay(file(name), red());
        QVERIFY(!overlay.has_value());
        QVERIFY2(overlay.error().message.contains(words), qPrintable(overlay.error().message));
        QVERIFY(overlay.error().message.contains(file(name)));
        QVERIFY(!overlay.error().message.endsWith(u'.'));
    }

    void refusesMetresOfNoKnownPlane()
    {
        write(file(QStringLiteral("plane.shp")), "ESRI Shapefile", 0, {{point(500000, 4430000), "where"}});
        const Result<std::unique_ptr<Overlay>> overlay = openOverlay(file(QStringLiteral("plane.shp")), red());
        QVERIFY(!overlay.has_value());
        QVERIFY2(overlay.error().message.contains(QStringLiteral("states no coordinate reference system")),
                 qPrintable(overlay.error().message));
    }

    void refusesALayerThatIsNotThere()
    {
        write(file(QStringLiteral("layer.gpkg")), "GPKG", 4326, {{point(44, 40), "here"}});
        OverlayStyle style = red();
        style.features.layer = QStringLiteral("moon");
        const Result<std::unique_ptr<Overlay>> overlay = openOverlay(file(QStringLiteral("layer.gpkg")), style);
        QVERIFY(!overlay.has_value());
        QCOMPARE(overlay.error().kind, Error::Kind::NotFound);
        QVERIFY(overlay.error().message.contains(QStringLiteral("moon")));
    }
};

QTEST_MAIN(TestFeatureOverlay)
#include "tst_featureoverlay.moc"
