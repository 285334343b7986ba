#include "featuremaker.h"

#include <QTemporaryDir>

using namespace dateline;

class TestViewShaper : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void bendsAStraightEdgeWithTheProjection()
    {
        // Along 60° north from 40° west to 80° east: in a conic projection that is a curve.
        for (const int epsg : {4326, 3857}) {
            const QString path = file(QStringLiteral("edge%1.gpkg").arg(epsg));
            const Projection plane = Projection::webMercator();
            const QPointF a = epsg == 4326 ? QPointF(-40, 60) : plane.metresFromLonLat({-40, 60}).value();
            const QPointF b = epsg == 4326 ? QPointF(80, 60) : plane.metresFromLonLat({80, 60}).value();
            write(path, "GPKG", epsg,
                  {{"LINESTRING (" + QByteArray::number(a.x(), 'f', 6) + ' ' + QByteArray::number(a.y(), 'f', 6) + ','
                        + QByteArray::number(b.x(), 'f', 6) + ' ' + QByteArray::number(b.y(), 'f', 6) + ')',
                    "60° N"}});
            const OverlayView view = viewAround({20, 60}, 12000, {700, 500}, conic);
            const QImage picture = pictureOf(*opened(path, red()), view);
            for (const double lon : {-20.0, 3.0, 20.0, 51.0}) {
                const QPoint at = pixelAt(view, {lon, 60});
                QVERIFY2(shownIn(picture, QRect(at - QPoint(1, 1), QSize(3, 3))) > 0, qPrintable(QString::number(lon)));
            }
            const QPointF chord = (pixelIn(view, {-40, 60}) + pixelIn(view, {80, 60})) / 2;
            QVERIFY(distance(chord, pixelIn(view, {20, 60})) > 30);
            QCOMPARE(shownIn(picture, QRect(chord.toPoint() - QPoint(3, 3), QSize(7, 7))), 0);
        }
    }

    void joinsWhatIsCutAtTheAntimeridian_data()
    {
        QTest::addColumn<QByteArray>("shape");
        QTest::addColumn<int>("epsg");
        QTest::newRow("in two parts") << QByteArray("MULTIPOLYGON (((178 -18,180 -18,180 -16,178 -16,178 -18)),"
                                                    "((-180 -18,-178 -18,-178 -16,-180 -16,-180 -18)))")
                                      << 4326;
        QTest::newRow("over it") << QByteArray("POLYGON ((178 -18,-178 -18,-178 -16,178 -16,178 -18))") << 4326;
        QTest::newRow("over it between near corners")
            << QByteArray("POLYGON ((178 -18,179.95 -18,-179.95 -18,-178 -18,-178 -16,-179.95 -16,179.95 -16,178 -16,"
                          "178 -18))")
            << 4326;
        QTest::newRow("beyond 180°") << box(178, -18, 182, -16) << 4326;
        QTest::newRow("in metres around it") << box(2000000, 8008000, 2424000, 8229000) << 3460; // Fiji's own grid.
    }
    void joinsWhatIsCutAtTheAntimeridian()
    {
        QFETCH(QByteArray, shape);
        QFETCH(int, epsg);
        const QString path = file(QStringLiteral("fiji%1.gpkg").arg(QString::fromLatin1(QTest::currentDataTag())));
        if (epsg == 3460) {
            // Around 180°, 17° south, whatever that is there.
            const QPointF at = Projection::fromText(QStringLiteral("EPSG:3460"))->metresFromLonLat({180, -17}).value();
            shape = box(at.x() - 212000, at.y() - 110600, at.x() + 212000, at.y() + 110600);
        }
        write(path, "GPKG", epsg, {{shape, "Fiji"}});
        const std::unique_ptr<Overlay> overlay = opened(path, red(NoteFill::Tint));
        for (const QString &projection :
             {QStringLiteral("+proj=laea +lat_0=-17 +lon_0=180"), QStringLiteral("EPSG:3460"), mercator}) {
            const OverlayView view = viewAround({180, -17}, 2000, {400, 300}, projection);
            const QImage picture = pictureOf(*overlay, view);
            for (const double lon : {179.0, 179.7, -179.7, -179.0}) {
                const LonLat place{projection == mercator && lon < 0 ? lon + 360 : lon, -17};
                const QRgb colour = picture.pixel(pixelAt(view, place));
                QVERIFY2(qAlpha(colour) > 20 && qAlpha(colour) < 80, qPrintable(projection + QString::number(lon)));
            }
            // No line where it was cut, nothing beside it.
            const QPoint seam = pixelAt(view, {180, -17});
            for (int x = seam.x() - 3; x <= seam.x() + 3; ++x)
                QVERIFY2(qAlpha(picture.pixel(x, seam.y())) < 100, qPrintable(projection));
            QCOMPARE(shownIn(picture, QRect(0, 0, 400, 20)), 0);
            const QPoint side = epsg == 4326 ? pixelAt(view, {178, -17}) : QPoint(-1, -1);
            int most = epsg == 4326 ? 0 : 255;
            for (int x = side.x() - 1; x <= side.x() + 1 && x >= 0; ++x)
                most = std::max(most, qAlpha(picture.pixel(x, side.y())));
            QVERIFY2(most > 150, qPrintable(projection)); // Its outline.
        }
    }

    void drawsNothingAcrossTheMap()
    {
        // The plane is cut at 80° west, in the middle of what is shown.
        write(file(QStringLiteral("cut.gpkg")), "GPKG", 4326, {{box(-90, 20, -70, 40), "around the cut"}});
        const std::unique_ptr<Overlay> overlay = opened(file(QStringLiteral("cut.gpkg")), red(NoteFill::Tint));
        const OverlayView view = viewAround({100, 0}, 45000, {800, 420}, QStringLiteral("+proj=robin +lon_0=100"));
        const QImage picture = pictureOf(*overlay, view);
        QVERIFY(qAlpha(picture.pixel(pixelAt(view, {-75, 30}))) > 20);
        QVERIFY(qAlpha(picture.pixel(pixelAt(view, {-85, 30}))) > 20);
        QCOMPARE(shownIn(picture, QRect(150, 0, 500, 420)), 0);
    }

    void fillsARingAroundAPole()
    {
        QByteArray ring = "POLYGON ((";
        for (int lon = -180; lon <= 170; lon += 10)
            ring += QByteArray::number(lon) + " -70,";
        ring += "-180 -70))";
        write(file(QStringLiteral("pole.gpkg")), "GPKG", 4326, {{ring, "Antarctica"}});
        write(file(QStringLiteral("closed.gpkg")), "GPKG", 4326, {{box(-180, -90, 180, -70), "Antarctica"}});
        for (const char *name : {"pole.gpkg", "closed.gpkg"}) {
            const std::unique_ptr<Overlay> overlay = opened(file(QLatin1StringView(name)), red(NoteFill::Tint));
            for (const QString &projection :
                 {QStringLiteral("+proj=stere +lat_0=-90"), QStringLiteral("+proj=robin")}) {
                const OverlayView view =
                    viewAround(projection.contains(u"robin") ? LonLat{0, 0} : LonLat{0, -90},
                               projection.contains(u"robin") ? 45000 : 12000, {800, 500}, projection);
                const QImage picture = pictureOf(*overlay, view);
                for (const LonLat place : {LonLat{30, -80}, LonLat{-120, -75}, LonLat{100, -85}}) {
                    const int alpha = qAlpha(picture.pixel(pixelAt(view, place)));
                    QVERIFY2(alpha > 20 && alpha < 80,
                             qPrintable(QStringLiteral("%1 in %2").arg(alpha).arg(projection)));
                }
                QCOMPARE(qAlpha(picture.pixel(pixelAt(view, {30, -60}))), 0);
            }
        }
    }

    void showsNoSidesOfTiles()
    {
        write(file(QStringLiteral("wide.mbtiles")), "MBTiles", 4326, {{box(40, 36, 50, 44), "wide"}},
              {"MINZOOM=4", "MAXZOOM=8"});
        const std::unique_ptr<Overlay> overlay = opened(file(QStringLiteral("wide.mbtiles")), red(NoteFill::Tint));
        // Four tiles of zoom 8 meet at 45° east.
        const OverlayView view = viewAround({45, 40.979898}, 300, {400, 300}, mercator);
        const QImage picture = pictureOf(*overlay, view);
        int most = 0;
        for (int y = 0; y < 300; ++y) {
            for (int x = 0; x < 400; ++x)
                most = std::max(most, qAlpha(picture.pixel(x, y)));
        }
        QVERIFY2(most < 100, qPrintable(QString::number(most)));
        QVERIFY(shownIn(picture, picture.rect()) > 119000);
        const OverlayView edge = viewAround({50, 40}, 300, {100, 100}, mercator);
        QVERIFY(qAlpha(pictureOf(*overlay, edge).pixel(50, 20)) > 150);
    }
};

QTEST_MAIN(TestViewShaper)
#include "tst_viewshaper.moc"
