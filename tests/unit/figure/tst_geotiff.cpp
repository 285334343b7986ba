#include "geo/projectionchoice.h"
#include "reported.h"

#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace dateline;

/// Figures as GeoTIFF, as GDAL's own programs read them.
class TestGeoTiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereItsMapLies_data();
    void tellsWhereItsMapLies();
    void saysWhatItShows();
    void holdsTheSamePixelsAsThePng();
    void refusesAProjectionThatItCannotName();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestGeoTiff::tellsWhereItsMapLies_data()
{
    QTest::addColumn<QString>("projection");
    for (const CommonProjection &common : commonProjections({44, 38, 48, 41}))
        QTest::newRow(qPrintable(common.name)) << common.text;
    QTest::newRow("on another datum") << u"EPSG:28403"_s;
    QTest::newRow("axes northward first") << u"EPSG:3035"_s;
    QTest::newRow("not among the standard keys") << u"+proj=nsper +h=3000000 +lat_0=40 +lon_0=46"_s;
}

void TestGeoTiff::tellsWhereItsMapLies()
{
    QFETCH(const QString, projection);
    FigureSpec spec = smallPage();
    spec.projection = projection;
    const FigureContent content = reported();
    const Result<FigureReport> report = writeFigure(path(u"place.tif"_s), spec, content);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    const double worst = worstOffset(path(u"place.tif"_s), *report, content, spec.dpi / 96.0);
    QVERIFY2(worst < 0.5, qPrintable(QString::number(worst)));
}

void TestGeoTiff::saysWhatItShows()
{
    FigureSpec spec = smallPage();
    spec.credit = u"A desk"_s;
    const Result<FigureReport> report = writeFigure(path(u"says.tiff"_s), spec, reported());
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    const QJsonObject info =
        QJsonDocument::fromJson(outputOf(u"gdalinfo"_s, {u"-json"_s, path(u"says.tiff"_s)})).object();
    QCOMPARE(info[u"driverShortName"].toString(), u"GTiff"_s);
    const QJsonObject structure = info[u"metadata"][u"IMAGE_STRUCTURE"].toObject();
    QCOMPARE(structure[u"LAYOUT"].toString(), u"COG"_s);
    QCOMPARE(structure[u"COMPRESSION"].toString(), u"DEFLATE"_s);
    const QJsonObject texts = info[u"metadata"][u""].toObject();
    QCOMPARE(texts[u"TIFFTAG_DOCUMENTNAME"].toString(), report->title);
    QCOMPARE(texts[u"TIFFTAG_IMAGEDESCRIPTION"].toString(), report->alternativeText);
    QCOMPARE(texts[u"TIFFTAG_ARTIST"].toString(), u"A desk"_s);
    QCOMPARE(texts[u"TIFFTAG_XRESOLUTION"].toString(), u"120"_s);
    QCOMPARE(texts[u"SOURCES"].toString(), report->sources.join(u'\n'));
    QVERIFY(!info[u"bands"][0][u"overviews"].toArray().isEmpty());
    QVERIFY(!QFileInfo::exists(path(u"says.tiff.aux.xml"_s)));
}

void TestGeoTiff::holdsTheSamePixelsAsThePng()
{
    QVERIFY(writeFigure(path(u"same.tif"_s), smallPage(), reported()));
    QVERIFY(writeFigure(path(u"same.png"_s), smallPage(), reported()));
    outputOf(u"gdal_translate"_s, {u"-q"_s, u"-of"_s, u"PNG"_s, path(u"same.tif"_s), path(u"back.png"_s)});
    const QImage back = QImage(path(u"back.png"_s)).convertToFormat(QImage::Format_RGB32);
    const QImage ours = QImage(path(u"same.png"_s)).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(back.size(), ours.size());
    for (int y = 0; y < ours.height(); ++y) {
        for (int x = 0; x < ours.width(); ++x)
            QCOMPARE(back.pixel(x, y), ours.pixel(x, y));
    }
}

void TestGeoTiff::refusesAProjectionThatItCannotName()
{
    FigureSpec spec = smallPage();
    spec.projection = u"+proj=ob_tran +o_proj=eqc +o_lat_p=40 +o_lon_p=0"_s;
    const Result<FigureReport> report = writeFigure(path(u"oblique.tif"_s), spec, reported());
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::Unsupported);
    QVERIFY(report.error().message.contains(u"ob_tran"));
    QVERIFY(!QFileInfo::exists(path(u"oblique.tif"_s)));
}

QTEST_MAIN(TestGeoTiff)
#include "tst_geotiff.moc"
