#include "blocks.h"
#include "figure/figure.h"
#include "someincidents.h"
#include "somenotes.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

// Nine kinds of pages against pictures of them in golden/, which somebody has looked at. To renew these after a change
// that is meant: DATELINE_RENEW_GOLDEN=1 build/dev/tests/tst_figurepixels, look at the whole pages that it leaves where
// it is called, and commit the pictures.

namespace
{

constexpr int mostOff = 9; // Of 255: a line of text may move by a pixel.

const std::shared_ptr<const BaseMap> &baseMap()
{
    static const std::shared_ptr<const BaseMap> map = *BaseMap::open(QStringLiteral(SHARE_DIR "/base.gpkg"));
    return map;
}

FigureSpec page(int width, int height)
{
    FigureSpec spec;
    spec.widthPx = width;
    spec.heightPx = height;
    spec.title = u"Shelling along the border"_s;
    spec.credit = u"Map: the newsroom"_s;
    return spec;
}

FigureContent counted()
{
    std::mt19937 random(9);
    std::normal_distribution<double> east(0, 1);
    std::normal_distribution<double> north(0, 0.7);
    IncidentColumns columns;
    for (int i = 1; i <= 5'000; ++i)
        append(columns, someIncident(i, {46 + east(random), 39.8 + north(random)}).incident);
    FigureContent content = someContent(0, 1, false, baseMap());
    content.table = std::make_shared<const IncidentTable>(std::move(columns));
    content.asSquares = true;
    return content;
}

FigureContent regions()
{
    FigureContent content = someContent(6, 3, false, baseMap());
    for (std::size_t i : {1U, 3U}) {
        Where &where = *content.incidents[i].incident.where;
        where.precision = LocationPrecision::District;
        where.radiusMetres = 30'000;
    }
    content.incidents[4].incident.where.reset();
    content.incidents[5].incident.sensitive = true;
    return content;
}

QImage painted(const FigureSpec &spec, const FigureContent &content, FigureReport *report = nullptr)
{
    QImage image(spec.widthPx, spec.heightPx, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    FigureReport made = paintFigure(painter, spec, content);
    if (report != nullptr)
        *report = std::move(made);
    return image;
}

} // namespace

class TestFigurePixels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAsItDid_data()
    {
        QTest::addColumn<FigureSpec>("spec");
        QTest::addColumn<FigureContent>("content");
        const FigureContent few = someContent(4, 2, false, baseMap());
        QTest::newRow("wide") << page(1600, 1000) << few;
        FigureSpec dark = page(1600, 900);
        dark.colours = FigureColours::Dark;
        QTest::newRow("slide, dark") << dark << few;
        QTest::newRow("A4 upright") << page(794, 1123) << someContent(12, 2, false, baseMap());
        QTest::newRow("square, crowded") << page(1200, 1200) << someContent(40, 2, true, baseMap());
        QTest::newRow("tall") << page(1080, 1350) << regions();
        FigureSpec north = page(1123, 794);
        north.projection = u"EPSG:3995"_s;
        north.box = LonLatBox{-60, 55, 100, 84};
        north.graticule = true;
        north.northArrow = true;
        QTest::newRow("A4, polar") << north << few;
        QTest::newRow("squares") << page(1600, 1000) << counted();
        FigureSpec noted = page(1600, 1000);
        noted.notes = someNotes();
        noted.box = LonLatBox{43.5, 38.5, 48.2, 41.2};
        QTest::newRow("notes") << noted << few;
        QTest::newRow("nothing shown") << page(1123, 794) << someContent(0, 2, false, baseMap());
    }
    void looksAsItDid()
    {
        QFETCH(const FigureSpec, spec);
        QFETCH(const FigureContent, content);
        QString name = QString::fromLatin1(QTest::currentDataTag());
        name = name.remove(u',').replace(u' ', u'-').toLower();
        const QString golden = QStringLiteral(TEST_DATA_DIR "/../pixels/golden/") + name + u".png"_s;
        const QImage image = painted(spec, content);
        const QImage blocks = blocksOf(image);
        if (qEnvironmentVariableIsSet("DATELINE_RENEW_GOLDEN")) {
            QVERIFY(blocks.save(golden));
            QVERIFY(image.save(QDir::current().filePath(name + u".png"_s)));
            return;
        }
        const QImage expected = QImage(golden).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(blocks.size(), expected.size());
        const auto [off, where] = furthest(blocks, expected);
        qInfo("%d of 255 apart at (%d, %d)", off, where.x(), where.y());
        if (off > mostOff)
            image.save(QDir::current().filePath(u"differs-"_s + name + u".png"_s));
        QVERIFY(off <= mostOff);
    }

    // What the comparison is for, and what it is to let pass.
    void seesAMissingCalloutAndNotAMovedLetter()
    {
        const FigureSpec spec = page(1600, 1000);
        FigureReport report;
        const QImage image = painted(spec, someContent(4, 2, false, baseMap()), &report);
        const QImage blocks = blocksOf(image);
        QImage moved(image.size(), image.format());
        moved.fill(image.pixelColor(2, 2));
        QPainter(&moved).drawImage(1, 0, image);
        QVERIFY(furthest(blocksOf(moved), blocks).first <= mostOff);
        for (const FigureReport::Callout &callout : report.callouts) {
            QImage without = image;
            QPainter(&without).fillRect(callout.box, lightTheme().land);
            QVERIFY(furthest(blocksOf(without), blocks).first > mostOff);
        }
        QVERIFY(report.callouts.size() == 4);
    }
};

QTEST_MAIN(TestFigurePixels)
#include "tst_figurepixels.moc"
