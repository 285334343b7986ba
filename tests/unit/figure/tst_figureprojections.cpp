#include "figure/content.h"
#include "figure/planegeometry.h"
#include "geo/projectionchoice.h"
#include "map/theme.h"

#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

/// Figures in every projection that the window offers, with their meridians, scale bar and north arrow.
class TestFigureProjections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawsEveryCommonProjection_data();
    void drawsEveryCommonProjection();
    void drawsMoreOnlyWhereAsked();
    void namesTheProjectionInItsCredits();
    void refusesAProjectionThatCannotBeUsed_data();
    void refusesAProjectionThatCannotBeUsed();

private:
    [[nodiscard]] FigureContent content() const;

    std::shared_ptr<const BaseMap> m_map;
    QTemporaryDir m_folder;
};

namespace
{

struct Drawn
{
    QImage image;
    FigureReport report;
};

Drawn drawn(const FigureSpec &spec, const FigureContent &content)
{
    Drawn result{QImage(spec.widthPx, spec.heightPx, QImage::Format_RGB32), {}};
    QPainter painter(&result.image);
    result.report = paintFigure(painter, spec, content);
    return result;
}

/// The share of the map that is of @p colour.
double shareOf(const Drawn &figure, QColor colour)
{
    const QRect map = figure.report.map.toRect();
    int found = 0;
    int all = 0;
    for (int y = map.top(); y < map.bottom(); y += 2) {
        for (int x = map.left(); x < map.right(); x += 2) {
            ++all;
            found += figure.image.pixel(x, y) == colour.rgb() ? 1 : 0;
        }
    }
    return static_cast<double>(found) / all;
}

} // namespace

void TestFigureProjections::initTestCase()
{
    Result<std::shared_ptr<const BaseMap>> map = BaseMap::open(QStringLiteral(SHARE_DIR "/base.gpkg"));
    QVERIFY2(map, qPrintable(map ? QString() : map.error().message));
    m_map = *map;
}

FigureContent TestFigureProjections::content() const
{
    std::vector<IncidentEvidence> rows;
    int number = 0;
    for (const LonLat position : {LonLat{46.34, 39.51}, LonLat{45.67, 39.84}, LonLat{45.87, 40.2}}) {
        IncidentEvidence row;
        row.incident.id = IncidentId{++number};
        row.incident.title = u"Shelling"_s;
        row.incident.where =
            Where{u"Place %1"_s.arg(number), {}, {}, pointGeometry(position), LocationPrecision::Exact, 0, {}};
        Quote quote;
        quote.id = QuoteId{number};
        quote.document = DocumentId{1};
        quote.exact = u"The words of a report about this place"_s;
        row.claims.emplace_back(Claim{ClaimId{number}, row.incident.id, quote.id, Stance::Reports}, quote);
        rows.push_back(row);
    }
    Document document;
    document.id = DocumentId{1};
    document.title = u"A statement"_s;
    const std::vector<Document> documents{document};
    return figureContent(rows, documents, m_map);
}

void TestFigureProjections::drawsEveryCommonProjection_data()
{
    QTest::addColumn<QString>("projection");
    QTest::addColumn<LonLatBox>("box");
    const LonLatBox region{42, 37, 50, 42};
    const LonLatBox world{-180, -58, 180, 80};
    for (const CommonProjection &one : commonProjections(region))
        QTest::addRow("%s", qPrintable(one.name)) << one.text << region;
    for (const CommonProjection &one : commonProjections(world)) {
        const bool forWorld = one.text.isEmpty() || one.text.contains(u"robin") || one.text.contains(u"earth")
            || one.text.contains(u"3857");
        if (forWorld)
            QTest::addRow("%s of the world", qPrintable(one.name)) << one.text << world;
    }
    QTest::newRow("half of the earth from afar") << u"+proj=ortho +lat_0=30 +lon_0=46"_s << world;
    QTest::newRow("a code") << u"EPSG:3035"_s << LonLatBox{-10, 35, 50, 65};
}

void TestFigureProjections::drawsEveryCommonProjection()
{
    QFETCH(const QString, projection);
    QFETCH(const LonLatBox, box);
    FigureSpec spec;
    spec.projection = projection;
    spec.box = box;
    spec.graticule = true;
    spec.northArrow = true;
    for (const bool dark : {false, true}) {
        spec.colours = dark ? FigureColours::Dark : FigureColours::Light;
        const Drawn figure = drawn(spec, content());
        const FigureReport &report = figure.report;
        if (!projection.isEmpty())
            QCOMPARE(report.projection, projection);
        QCOMPARE(report.count.shown, 3);
        for (const QRectF &mark : report.marks)
            QVERIFY(report.map.contains(mark.center()));
        const double land = shareOf(figure, (dark ? darkTheme() : lightTheme()).land);
        QVERIFY2(land > 0.08, qPrintable(QString::number(land)));
        QVERIFY2(report.furniture.size() >= 6, qPrintable(QString::number(report.furniture.size())));
        for (const QRectF &kept : report.furniture) {
            QVERIFY(report.map.contains(kept));
            for (const QRectF &mark : report.marks)
                QVERIFY(!kept.intersects(mark));
            for (const FigureReport::Callout &callout : report.callouts) {
                QVERIFY(!kept.intersects(callout.box));
                QVERIFY(!crosses(callout.leaderStart, callout.mark, kept));
            }
        }
    }
}

void TestFigureProjections::drawsMoreOnlyWhereAsked()
{
    FigureSpec spec;
    const Drawn plain = drawn(spec, content());
    QCOMPARE(plain.report.furniture.size(), std::size_t{1}); // The scale bar.
    spec.graticule = true;
    const Drawn lines = drawn(spec, content());
    QVERIFY(lines.report.furniture.size() > 6);
    QVERIFY(lines.image != plain.image);
    spec.graticule = false;
    spec.northArrow = true;
    const Drawn arrow = drawn(spec, content());
    QCOMPARE(arrow.report.furniture.size(), std::size_t{2});
    QVERIFY(arrow.image != plain.image);
}

void TestFigureProjections::namesTheProjectionInItsCredits()
{
    FigureSpec spec;
    spec.projection = u"EPSG:32638"_s;
    const QString path = m_folder.filePath(u"figure.svg"_s);
    QVERIFY(writeFigure(path, spec, content()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("WGS 84 / UTM zone 38N (EPSG:32638)"));
}

void TestFigureProjections::refusesAProjectionThatCannotBeUsed_data()
{
    QTest::addColumn<QString>("projection");
    QTest::newRow("unknown") << u"+proj=banana"_s;
    QTest::newRow("degrees") << u"EPSG:4326"_s;
    QTest::newRow("another side of the earth") << u"+proj=ortho +lat_0=-40 +lon_0=-134"_s;
}

void TestFigureProjections::refusesAProjectionThatCannotBeUsed()
{
    QFETCH(const QString, projection);
    FigureSpec spec;
    spec.projection = projection;
    const QString path = m_folder.filePath(u"refused.svg"_s);
    const Result<FigureReport> report = writeFigure(path, spec, content());
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::Malformed);
    QVERIFY(report.error().message.contains(projection) && !report.error().message.endsWith(u'.'));
    QCOMPARE(projectionProblem(spec, content()), report.error().message);
    QVERIFY(!QFile::exists(path));
    // What is painted meanwhile, such as the window's preview, fits the places.
    QVERIFY(drawn(spec, content()).report.projection.startsWith(u"+proj=lcc"));
}

QTEST_MAIN(TestFigureProjections)
#include "tst_figureprojections.moc"
