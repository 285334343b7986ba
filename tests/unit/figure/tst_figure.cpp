#include "figure/content.h"
#include "figure/framebox.h"
#include "figure/pagelayout.h"
#include "figure/planegeometry.h"
#include "map/theme.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsCalloutsApartOnAnyPage_data();
    void keepsCalloutsApartOnAnyPage();
    void paintsAMarkWhereTheReportSays();
    void placesAMarkWhereThePlaceIs();
    void namesWhatIsLeftOut();
    void warnsOfAPageTooSmallForItsKey();
    void writesPngWithItsWordsAndResolution();
    void writesSvgWithRealText();
    void writesPdf();
    void writesTheSameAgain();
    void refusesOtherEndings();
    void leavesTheOldFileWhereItCannotWrite();
    void writesASidecar();
    void tellsThePageOfItsWords();
    void countsADocumentOnce();
    void fitsABoxAroundPlaces_data();
    void fitsABoxAroundPlaces();
    void keepsTypeLegible_data();
    void keepsTypeLegible();

private:
    QTemporaryDir m_folder;
};

namespace
{

const QString words = u"The army launched intensive shelling, with artillery and large-calibre firearms, against "
                      "positions in the direction of the cities of Goris, Sotk, and Jermuk"_s;

IncidentEvidence incidentAt(int number, LonLat position)
{
    IncidentEvidence row;
    row.incident.id = IncidentId{number};
    row.incident.title = u"Shelling %1"_s.arg(number);
    row.incident.kind = static_cast<Kind>(number % kindCount);
    const UtcMinute begin = *utcFromIso(u"2022-09-12T20:05Z") + std::chrono::minutes(number);
    row.incident.when = When{{begin, begin + std::chrono::minutes(1), TimePrecision::Minute}, u"UTC+04:00"_s, {}};
    row.incident.where =
        Where{u"Place %1"_s.arg(number), {}, {}, pointGeometry(position), LocationPrecision::Near, 5000, {}};
    Quote quote;
    quote.id = QuoteId{number};
    quote.document = DocumentId{1};
    quote.exact = words + u", report "_s + QString::number(number);
    quote.speaker = u"The defence ministry"_s;
    row.claims.emplace_back(Claim{ClaimId{number}, row.incident.id, quote.id, Stance::Reports}, quote);
    return row;
}

Document source()
{
    Document document;
    document.id = DocumentId{1};
    document.title = u"A statement"_s;
    document.publisher = u"A ministry"_s;
    document.textSha256 = sha256Of(words);
    return document;
}

FigureContent contentOf(const std::vector<IncidentEvidence> &rows)
{
    const std::vector<Document> documents{source()};
    return figureContent(rows, documents, nullptr);
}

FigureContent scattered(int count)
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> lon(44, 48);
    std::uniform_real_distribution<double> lat(38.8, 41);
    std::vector<IncidentEvidence> rows;
    for (int i = 1; i <= count; ++i)
        rows.push_back(incidentAt(i, {lon(random), lat(random)}));
    return contentOf(rows);
}

FigureSpec specOf(int width, int height)
{
    FigureSpec spec;
    spec.widthPx = width;
    spec.heightPx = height;
    spec.dpi = 96;
    return spec;
}

QImage blank(const FigureSpec &spec)
{
    QImage image(spec.widthPx, spec.heightPx, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    return image;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestFigure::keepsCalloutsApartOnAnyPage_data()
{
    QTest::addColumn<int>("incidents");
    QTest::addColumn<QSize>("page");
    for (const int incidents : {0, 1, 4, 8, 20, 60}) {
        for (const QSize page : {QSize(1600, 1000), QSize(800, 1000), QSize(1280, 720), QSize(400, 400)})
            QTest::addRow("%d on %d x %d", incidents, page.width(), page.height()) << incidents << page;
    }
}

void TestFigure::keepsCalloutsApartOnAnyPage()
{
    QFETCH(const int, incidents);
    QFETCH(const QSize, page);
    const FigureSpec spec = specOf(page.width(), page.height());
    QImage image = blank(spec);
    QPainter painter(&image);
    const FigureReport report = paintFigure(painter, spec, scattered(incidents));
    QCOMPARE(report.count.shown, incidents);
    QVERIFY(report.callouts.size() <= report.marks.size());
    QVERIFY(QRectF(QPointF(), page).contains(report.map));
    for (std::size_t i = 0; i < report.callouts.size(); ++i) {
        const FigureReport::Callout &callout = report.callouts[i];
        QVERIFY(report.map.contains(callout.box));
        for (const QRectF &mark : report.marks)
            QVERIFY(!callout.box.intersects(mark));
        for (std::size_t j = 0; j < i; ++j) {
            const FigureReport::Callout &other = report.callouts[j];
            QVERIFY(!callout.box.intersects(other.box));
            QVERIFY(!crosses(callout.leaderStart, callout.mark, other.box));
            QVERIFY(distanceBetween(callout.leaderStart, callout.mark, other.leaderStart, other.mark) > 0);
        }
    }
    if (incidents == 4 && page.width() >= 800)
        QCOMPARE(report.callouts.size(), report.marks.size());
}

void TestFigure::paintsAMarkWhereTheReportSays()
{
    FigureSpec spec = specOf(1600, 1000);
    for (const bool dark : {false, true}) {
        spec.colours = dark ? FigureColours::Dark : FigureColours::Light;
        QImage image = blank(spec);
        QPainter painter(&image);
        const FigureReport report = paintFigure(painter, spec, contentOf({incidentAt(1, {46.34, 39.51})}));
        painter.end();
        QCOMPARE(report.marks.size(), std::size_t{1});
        const QRectF mark = report.marks.front();
        const QColor expected = colourOf(Kind::Explosions, dark ? darkTheme() : lightTheme());
        QCOMPARE(image.pixelColor((mark.center() + QPointF(0.38 * mark.width(), 0)).toPoint()), expected);
        QVERIFY(image.pixelColor((mark.center() + QPointF(0.8 * mark.width(), 0)).toPoint()) != expected);
        // The page is painted to its edges.
        QVERIFY(image.pixelColor(0, 0) != QColor(Qt::magenta));
        QVERIFY(image.pixelColor(1599, 999) != QColor(Qt::magenta));
    }
}

void TestFigure::placesAMarkWhereThePlaceIs()
{
    FigureSpec spec = specOf(1600, 1000);
    spec.box = LonLatBox{44, 38.5, 48, 41};
    QImage image = blank(spec);
    QPainter painter(&image);
    const FigureReport report =
        paintFigure(painter, spec, contentOf({incidentAt(1, {46, 39.75}), incidentAt(2, {10, 50})}));
    QCOMPARE(report.marks.size(), std::size_t{1});
    QCOMPARE(report.count.outside, 1);
    // The middle of the box is the middle of the map, but for the curve of the parallels.
    const QPointF away = report.marks.front().center() - report.map.center();
    QVERIFY2(std::abs(away.x()) < 2 && std::abs(away.y()) < 12, qPrintable(u"%1 %2"_s.arg(away.x()).arg(away.y())));
}

void TestFigure::namesWhatIsLeftOut()
{
    std::vector<IncidentEvidence> rows{incidentAt(1, {46, 39.75}), incidentAt(2, {46.5, 39.9}),
                                       incidentAt(3, {46, 40})};
    rows[1].incident.where.reset();
    rows[2].incident.when.reset();
    const FigureSpec spec = specOf(1600, 1000);
    QImage image = blank(spec);
    QPainter painter(&image);
    const FigureReport report = paintFigure(painter, spec, contentOf(rows));
    QVERIFY(report.alternativeText.contains(u"2 of 3 incidents shown: 1 has no place"_s));
    QVERIFY(report.alternativeText.contains(u"1 has no stated time"_s));
    QVERIFY(report.alternativeText.contains(u"The defence ministry"_s));
    QCOMPARE(report.sources.size(), 1);
    QVERIFY(report.sources.front().startsWith(u"[a] A ministry, “A statement”"_s));
}

void TestFigure::warnsOfAPageTooSmallForItsKey()
{
    for (const FigureSpec &spec : {specOf(1600, 1000), specOf(400, 460)}) {
        QImage image = blank(spec);
        QPainter painter(&image);
        const FigureReport report = paintFigure(painter, spec, scattered(12));
        QCOMPARE(report.cut.contains(FigurePart::Key), spec.widthPx == 400);
    }
}

void TestFigure::writesPngWithItsWordsAndResolution()
{
    FigureSpec spec = specOf(800, 500);
    spec.dpi = 192;
    spec.title = u"Ein Tïtle – Ճանապարհ"_s;
    const QString path = m_folder.filePath(u"figure.png"_s);
    const Result<FigureReport> report = writeFigure(path, spec, scattered(3));
    QVERIFY(report);
    const QImage image(path);
    QCOMPARE(image.size(), QSize(1600, 1000));
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 192);
    QCOMPARE(image.text(u"Title"_s), spec.title);
    QCOMPARE(image.text(u"Description"_s), report->alternativeText);
    QCOMPARE(image.text(u"Source"_s), report->sources.join(u'\n'));
    const QJsonObject view = QJsonDocument::fromJson(image.text(u"Dateline view"_s).toUtf8()).object();
    QVERIFY(view.value(u"west"_s).toDouble() < view.value(u"east"_s).toDouble());
    QVERIFY(view.value(u"filter"_s).isObject() && view.value(u"filter"_s).toObject().isEmpty());
}

void TestFigure::writesSvgWithRealText()
{
    FigureSpec spec = specOf(1600, 1000);
    spec.title = u"A title & more"_s;
    const QString path = m_folder.filePath(u"figure.svg"_s);
    QVERIFY(writeFigure(path, spec, scattered(2)));
    const QByteArray svg = bytesOf(path);
    QVERIFY(svg.contains("<title>A title &amp; more</title>"));
    QVERIFY(svg.contains("<desc>Map: A title &amp; more."));
    QVERIFY(svg.contains("<text"));
    QVERIFY(svg.contains("Place 1"));
    QVERIFY(svg.contains("What the marks mean"));
}

void TestFigure::writesPdf()
{
    FigureSpec spec = specOf(1600, 1000);
    const QString path = m_folder.filePath(u"figure.pdf"_s);
    QVERIFY(writeFigure(path, spec, scattered(2)));
    const QByteArray pdf = bytesOf(path);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.contains("/MediaBox [ 0 0 1200.000000 750.000000 ]"));
    QVERIFY(pdf.contains("/FontFile"));
}

void TestFigure::writesTheSameAgain()
{
    const FigureSpec spec = specOf(800, 600);
    const QString first = m_folder.filePath(u"first.png"_s);
    const QString second = m_folder.filePath(u"second.png"_s);
    QVERIFY(writeFigure(first, spec, scattered(12)));
    QVERIFY(writeFigure(second, spec, scattered(12)));
    QCOMPARE(bytesOf(first), bytesOf(second));
}

void TestFigure::refusesOtherEndings()
{
    for (const QString &name : {u"figure.bmp"_s, u"figure"_s, u"png"_s}) {
        const Result<FigureReport> report = writeFigure(m_folder.filePath(name), specOf(800, 600), scattered(1));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::Unsupported);
        QVERIFY(!QFile::exists(m_folder.filePath(name)));
    }
}

void TestFigure::leavesTheOldFileWhereItCannotWrite()
{
    const Result<FigureReport> report =
        writeFigure(m_folder.filePath(u"missing/figure.png"_s), specOf(800, 600), scattered(1));
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::Unwritable);

    FigureSpec huge = specOf(10'000, 10'000);
    huge.dpi = 600;
    const QString path = m_folder.filePath(u"old.png"_s);
    QVERIFY(writeFigure(path, specOf(400, 400), scattered(1)));
    const QByteArray before = bytesOf(path);
    const Result<FigureReport> refused = writeFigure(path, huge, scattered(1));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Unsupported);
    QCOMPARE(bytesOf(path), before);
}

void TestFigure::writesASidecar()
{
    const QString path = m_folder.filePath(u"beside.png"_s);
    QVERIFY(writeFigure(path, specOf(800, 600), scattered(2)));
    const QJsonObject sidecar = QJsonDocument::fromJson(bytesOf(path + u".json"_s)).object();
    QCOMPARE(sidecar.value(u"format"_s).toString(), u"dateline-figure-2"_s);
    const QJsonObject written = sidecar.value(u"sources"_s).toArray().first().toObject();
    QCOMPARE(written.value(u"textSha256"_s).toString(), QString::fromLatin1(sha256Of(words).toHex()));
    const QJsonArray incidents = sidecar.value(u"incidents"_s).toArray();
    QCOMPARE(incidents.size(), 2);
    const QJsonObject quote = incidents.first().toObject().value(u"words"_s).toArray().first().toObject();
    QCOMPARE(sidecar.value(u"picture"_s).toObject().value(u"sha256"_s).toString(),
             QString::fromLatin1(sha256Of(bytesOf(path)).toHex()));
    QCOMPARE(quote.value(u"quote"_s).toInt(), 1);
    QVERIFY(quote.value(u"words"_s).toString().startsWith(words));
}

void TestFigure::tellsThePageOfItsWords()
{
    IncidentEvidence row = incidentAt(1, {46, 40});
    Document document = source();
    document.text = u"A cover\fThey said: "_s + words + u".\fThe end"_s;
    Quote &quote = row.claims.front().second;
    quote = *quoteFrom(document.id, document.text, {20, 20 + words.size()}, quote.speaker);
    const FigureContent content = figureContent({&row, 1}, {&document, 1}, nullptr);
    const QString path = m_folder.filePath(u"paged.svg"_s);
    QVERIFY(writeFigure(path, specOf(800, 600), content));
    QVERIFY(bytesOf(path).contains("p. 2]"));
    const QJsonObject sidecar = QJsonDocument::fromJson(bytesOf(path + u".json"_s)).object();
    const QJsonObject incident = sidecar.value(u"incidents"_s).toArray().first().toObject();
    QCOMPARE(incident.value(u"words"_s).toArray().first().toObject().value(u"page"_s).toInt(), 2);
}

void TestFigure::countsADocumentOnce()
{
    IncidentEvidence row = incidentAt(1, {46, 40});
    row.claims.push_back(row.claims.front());
    row.claims.back().second.document = DocumentId{9}; // is not there
    row.claims.push_back(row.claims.front());
    row.claims.back().first.stance = Stance::Denies;
    std::ranges::reverse(row.claims);
    const FigureContent content = contentOf({row});
    QCOMPARE(content.incidents.front().sources, 1);
    QCOMPARE(content.words.size(), std::size_t{2});
    QCOMPARE(content.words.front().stance, Stance::Reports);
}

void TestFigure::fitsABoxAroundPlaces_data()
{
    QTest::addColumn<QList<QPointF>>("positions");
    QTest::newRow("one") << QList<QPointF>{{46.3, 39.5}};
    QTest::newRow("two far apart") << QList<QPointF>{{10, 50}, {46.3, 39.5}};
    QTest::newRow("over the antimeridian") << QList<QPointF>{{179, 65}, {-178, 66}};
    QTest::newRow("near the pole") << QList<QPointF>{{20, 83}};
}

void TestFigure::fitsABoxAroundPlaces()
{
    QFETCH(const QList<QPointF>, positions);
    std::vector<SceneIncident> rows;
    for (const QPointF position : positions)
        rows.push_back({incidentAt(static_cast<int>(rows.size()) + 1, {position.x(), position.y()}).incident, 1});
    const LonLatBox box = fittingBox(rows, {}, {1100, 800});
    for (const QPointF position : positions)
        QVERIFY(box.contains({position.x(), position.y()}) || box.contains({position.x() + 360, position.y()}));
    QVERIFY(box.east - box.west < 150);
    QVERIFY((box.north - box.south) * 111 >= 149);
    QVERIFY(box.south >= -90 && box.north <= 90);
}

void TestFigure::keepsTypeLegible_data()
{
    QTest::addColumn<QSize>("page");
    QTest::newRow("sketch") << QSize(1600, 1000);
    QTest::newRow("slide") << QSize(1280, 720);
    QTest::newRow("tall") << QSize(800, 1000);
    QTest::newRow("least") << QSize(400, 400);
    QTest::newRow("most") << QSize(10'000, 10'000);
}

void TestFigure::keepsTypeLegible()
{
    QFETCH(const QSize, page);
    constexpr double pointsInAPixel = 0.75;
    QVERIFY(12 * layoutScaleFor(page) * pointsInAPixel >= 7);
    const PageLayout layout = pageLayout(page, 60, 30, 250);
    QVERIFY(layout.page.contains(layout.map));
    QVERIFY(!layout.map.intersects(layout.head));
    QVERIFY(!layout.map.intersects(layout.foot));
    for (const QRectF &column : layout.columns)
        QVERIFY(column.isEmpty() || (layout.page.contains(column) && !column.intersects(layout.map)));
}

QTEST_MAIN(TestFigure)
#include "tst_figure.moc"
