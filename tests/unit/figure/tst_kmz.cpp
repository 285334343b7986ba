#include "figure/kml.h"
#include "figure/publishable.h"
#include "map/theme.h"
#include "reported.h"
#include "somenotes.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace dateline;

/// Figures as KMZ, as GDAL and a zip reader of another make see them.
class TestKmz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void holdsAsManyPlacesAsTheFigureShows();
    void tellsNothingThatIsKeptBack();
    void blurredPlacesAreAreas();
    void tellsTimesWordsAndSources();
    void isWellFormedWhateverSourcesSay();
    void cutsHolesOutOfAreas();
    void holdsNotesDrawnOnTheGround();
    void liesWhereItsMapDoes_data();
    void liesWhereItsMapDoes();
    void givesTheSameBytesAgain();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray document(const QString &name) const { return unzipped(name, u"doc.kml"_s); }
    [[nodiscard]] QByteArray unzipped(const QString &name, const QString &file) const
    {
        return outputOf(
            u"python3"_s,
            {u"-c"_s, u"import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"_s,
             path(name), file});
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const BaseMap> m_map;
    FigureReport m_report;
};

namespace
{

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The texts of all elements called @p name.
QStringList textsOf(const QByteArray &xml, QStringView name)
{
    QStringList texts;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name)
            texts.append(reader.readElementText(QXmlStreamReader::IncludeChildElements));
    }
    if (reader.hasError())
        qWarning("%s", qPrintable(reader.errorString()));
    return texts;
}

} // namespace

void TestKmz::initTestCase()
{
    const auto map = BaseMap::open(QStringLiteral(SHARE_DIR) + u"/base.gpkg"_s);
    QVERIFY2(map, map ? "" : qPrintable(map.error().message));
    m_map = *map;
    const Result<FigureReport> report = writeFigure(path(u"figure.kmz"_s), smallPage(), reported(m_map));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    m_report = *report;
}

void TestKmz::holdsAsManyPlacesAsTheFigureShows()
{
    const QJsonObject read =
        QJsonDocument::fromJson(outputOf(u"ogrinfo"_s, {u"-ro"_s, u"-json"_s, path(u"figure.kmz"_s)})).object();
    QCOMPARE(read[u"driverShortName"].toString(), u"LIBKML"_s);
    int features = 0;
    for (const QJsonValue &layer : read[u"layers"].toArray())
        features += layer[u"featureCount"].toInt();
    QCOMPARE(features, m_report.count.shown + 1); // And the image on the ground.
    QCOMPARE(textsOf(document(u"figure.kmz"_s), u"Placemark").size(), m_report.count.shown);
}

void TestKmz::tellsNothingThatIsKeptBack()
{
    const QByteArray kml = document(u"figure.kmz"_s);
    QVERIFY(kml.contains("Goris"));
    QVERIFY(!kml.toLower().contains("verishen"));
    QVERIFY(!kml.contains("46.139"));
    QVERIFY(!kml.contains("39.611"));
}

void TestKmz::blurredPlacesAreAreas()
{
    const QByteArray kml = document(u"figure.kmz"_s);
    QXmlStreamReader reader(kml);
    QString name;
    std::map<QString, QStringList> shapes;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"name")
            name = reader.readElementText();
        else if (reader.name() == u"Polygon" || reader.name() == u"Point")
            shapes[name].append(reader.name().toString());
    }
    QCOMPARE(shapes.size(), std::size_t{4});
    int areas = 0;
    for (const auto &[title, all] : shapes) {
        const bool isOpen = title.contains(u"Shelling of"_s);
        QCOMPARE(all, isOpen ? QStringList({u"Polygon"_s, u"Point"_s}) : QStringList({u"Polygon"_s}));
        areas += isOpen ? 0 : 1;
    }
    QCOMPARE(areas, 1);
}

void TestKmz::tellsTimesWordsAndSources()
{
    const QByteArray kml = document(u"figure.kmz"_s);
    QVERIFY(textsOf(kml, u"when").contains(u"2022-09-12T20:01:00Z"_s));
    const QString all = textsOf(kml, u"description").join(u'\n');
    QVERIFY2(all.contains(u"“Shells &lt;b&gt;fell&lt;/b&gt; &amp; burnt at Goris”"_s), qPrintable(all));
    QVERIFY(all.contains(u"The ministry [a] A ministry, “Statement on Goris”."_s));
    QVERIFY2(all.contains(u"<a href=\"https://example.org/a?b=1&amp;c=“d”\">"_s), qPrintable(all));
    QVERIFY(!all.contains(u"href=\"javascript"_s));
    QVERIFY(all.contains(m_report.alternativeText.toHtmlEscaped()));
}

void TestKmz::isWellFormedWhateverSourcesSay()
{
    FigureContent content = reported();
    content.words[0].words = u"]]> </description> &amp; <script>"_s + QChar(1) + QChar(0xd800);
    content.incidents[0].incident.title = u"<Placemark> & "_s + QChar(8);
    QVERIFY(writeFigure(path(u"odd.kmz"_s), smallPage(), content));
    const QByteArray kml = document(u"odd.kmz"_s);
    QXmlStreamReader reader(kml);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(textsOf(kml, u"name").contains(u"1 · <Placemark> & \ufffd"_s));
    QVERIFY(!textsOf(kml, u"description").join(u' ').contains(u"<script>"_s));
}

void TestKmz::cutsHolesOutOfAreas()
{
    const auto square = [](double from, double to) {
        return std::vector<LonLat>{{from, from}, {to, from}, {to, to}, {from, to}, {from, from}};
    };
    FigureContent content = reported();
    content.incidents.resize(1);
    Where &where = *content.incidents[0].incident.where;
    where.precision = LocationPrecision::District;
    // An island within a lake within an area, in no order.
    where.geometry = {Geometry::Type::Polygon, {square(3, 7), square(4, 6), square(1, 9), square(20, 21)}};
    const QByteArray kml = kmlOf(smallPage(), content, {}, {});
    QCOMPARE(textsOf(kml, u"outerBoundaryIs").size(), 3);
    QCOMPARE(textsOf(kml, u"innerBoundaryIs").size(), 1);
    QVERIFY(textsOf(kml, u"innerBoundaryIs").front().startsWith(u"3.000000,3.000000"_s));
    QVERIFY(textsOf(kml, u"Point").isEmpty());
}

void TestKmz::holdsNotesDrawnOnTheGround()
{
    FigureSpec spec = smallPage();
    spec.notes = someNotes();
    const Result<FigureReport> report = writeFigure(path(u"noted.kmz"_s), spec, reported());
    QVERIFY(report);
    const QByteArray kml = document(u"noted.kmz"_s);
    const QStringList folders = textsOf(kml, u"Folder");
    QCOMPARE(folders.size(), 1);
    QVERIFY2(folders[0].startsWith(u"Drawn by hand12 notes are drawn by hand and stand for no report."_s),
             qPrintable(folders[0].first(80)));
    // One of them stands on the page.
    QCOMPARE(textsOf(kml, u"Placemark").size(), report->count.shown + qsizetype{11});
    const QStringList told = textsOf(kml, u"description");
    QVERIFY(told.contains(u"Hatched area: “Closed to traffic”"_s));
    QVERIFY(std::ranges::any_of(told, [](const QString &line) { return line.startsWith(u"Line: 1"_s); }));
    QVERIFY(textsOf(kml, u"coordinates").contains(u"45.950000,38.750000"_s)); // The bridge.
    QVERIFY(textsOf(kml, u"name").contains(u"Road open since noon"_s));
}

void TestKmz::liesWhereItsMapDoes_data()
{
    QTest::addColumn<LonLatBox>("box");
    QTest::newRow("what is shown") << LonLatBox();
    QTest::newRow("the world") << LonLatBox{-180, -90, 180, 90};
    QTest::newRow("over the antimeridian") << LonLatBox{172, -48, 186, -34};
    QTest::newRow("one position") << LonLatBox{46, 40, 46, 40};
}

void TestKmz::liesWhereItsMapDoes()
{
    QFETCH(const LonLatBox, box);
    FigureSpec spec = smallPage();
    if (box != LonLatBox())
        spec.box = box;
    const Result<FigureReport> report = writeFigure(path(u"ground.kmz"_s), spec, reported(m_map));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    const QByteArray kml = document(u"ground.kmz"_s);
    const auto edge = [&kml](QStringView name) { return textsOf(kml, name).value(0).toDouble(); };
    const LonLatBox ground{edge(u"west"), edge(u"south"), edge(u"east"), edge(u"north")};
    QVERIFY(ground.west <= report->box.west + 1e-6 && ground.east >= report->box.east - 1e-6);
    QVERIFY(ground.south <= report->box.south + 1e-6 && ground.north >= report->box.north - 1e-6);
    const QImage image = QImage::fromData(unzipped(u"ground.kmz"_s, u"map.png"_s));
    QVERIFY(!image.isNull());
    const double perLon = image.width() / (ground.east - ground.west);
    const double perLat = image.height() / (ground.north - ground.south);
    // A pixel is as long as it is high where the middle of the map is.
    const double cosine = std::cos(qDegreesToRadians(std::clamp(ground.centre().lat, -80.0, 80.0)));
    QVERIFY2(std::abs(perLon / perLat / cosine - 1) < 0.001, qPrintable(QString::number(perLon / perLat)));
    if (box != LonLatBox())
        return;
    // Lake Sevan is 30 km wide here, and its shores are where they are on the ground.
    const auto colourAt = [&](LonLat at) {
        return image.pixelColor(static_cast<int>((at.lon - ground.west) * perLon),
                                static_cast<int>((ground.north - at.lat) * perLat));
    };
    QCOMPARE(colourAt({45.35, 40.3}), lightTheme().water);
    QCOMPARE(colourAt({45.35, 40.1}), lightTheme().land);
    QCOMPARE(colourAt({45.05, 40.3}), lightTheme().land);
}

void TestKmz::givesTheSameBytesAgain()
{
    QVERIFY(writeFigure(path(u"again.kmz"_s), smallPage(), reported(m_map)));
    const QByteArray bytes = bytesOf(path(u"again.kmz"_s));
    QVERIFY(bytes == bytesOf(path(u"figure.kmz"_s)));
    constexpr qsizetype endOfZip = 22;
    QVERIFY(bytes.last(endOfZip).startsWith("PK\5\6")); // Nothing comes after it.
}

QTEST_MAIN(TestKmz)
#include "tst_kmz.moc"
