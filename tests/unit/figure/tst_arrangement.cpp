#include "figure/captions.h"
#include "figure/template.h"
#include "someincidents.h"

#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

constexpr QSize page(1600, 1000);

FigureReport painted(const FigureSpec &spec, const FigureContent &content, QImage *picture = nullptr)
{
    QImage image(page, QImage::Format_RGB32);
    QPainter painter(&image);
    FigureReport report = paintFigure(painter, spec, content);
    painter.end();
    if (picture != nullptr)
        *picture = image;
    return report;
}

QRectF onThePage(const QRectF &share)
{
    return {share.x() * page.width(), share.y() * page.height(), share.width() * page.width(),
            share.height() * page.height()};
}

/// How many pixels of @p box have another colour than @p colour.
int inked(const QImage &image, const QRectF &box, QColor colour)
{
    int count = 0;
    for (int y = qCeil(box.top()); y < box.bottom(); ++y) {
        for (int x = qCeil(box.left()); x < box.right(); ++x)
            count += image.pixelColor(x, y) == colour ? 0 : 1;
    }
    return count;
}

const FigureReport::Callout *calloutOf(const FigureReport &report, IncidentId incident)
{
    const auto found = std::ranges::find_if(report.callouts, [incident](const FigureReport::Callout &callout) {
        return std::ranges::contains(callout.incidents, incident);
    });
    return found == report.callouts.end() ? nullptr : &*found;
}

} // namespace

/// What a person has placed on the page stands there, and the layout makes room for the rest.
class TestArrangement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPartStandsWhereItIsPlaced_data()
    {
        QTest::addColumn<FigurePart>("part");
        QTest::newRow("head") << FigurePart::Head;
        QTest::newRow("key") << FigurePart::Key;
        QTest::newRow("sources") << FigurePart::Sources;
        QTest::newRow("foot") << FigurePart::Foot;
    }

    void aPartStandsWhereItIsPlaced()
    {
        QFETCH(const FigurePart, part);
        const QRectF share(0.05, 0.5, 0.3, 0.3);
        FigureSpec spec;
        QImage before;
        const FigureReport automatic = painted(spec, someContent(3, 1, false), &before);
        spec.arrangement.parts.emplace(part, share);
        QImage after;
        const FigureReport report = painted(spec, someContent(3, 1, false), &after);
        QCOMPARE(report.parts.at(part), onThePage(share));
        // On the map it stands on the page's colour; where it stood, there is none of it any more.
        const QColor paper = themeOf(spec).page;
        const QRectF inner = onThePage(share).adjusted(2, 2, -2, -2);
        const int ink = inked(after, inner, paper);
        QVERIFY(ink > 100);
        QVERIFY(ink < inner.width() * inner.height() / 3);
        QVERIFY(automatic.parts.at(part) != report.parts.at(part));
        QVERIFY(!report.parts.at(FigurePart::Map).isEmpty());
    }

    void theMapTakesTheRoomOfWhatIsPlaced()
    {
        FigureSpec spec;
        const FigureContent content = someContent(3, 1, false);
        const double before = painted(spec, content).map.width();
        for (const FigurePart part :
             {FigurePart::Key, FigurePart::Notes, FigurePart::Sources, FigurePart::OffMap, FigurePart::Locator})
            spec.arrangement.parts.emplace(part, QRectF(0.7, 0.1, 0.25, 0.1));
        const double after = painted(spec, content).map.width();
        QVERIFY(after > 1.2 * before);
        QCOMPARE(after, page.width() - 48.0);

        spec.arrangement.margin = 0;
        QCOMPARE(painted(spec, content).map.width(), double(page.width()));
        spec.arrangement.parts[FigurePart::Map] = {0.25, 0.25, 0.5, 0.5};
        QCOMPARE(painted(spec, content).map, QRectF(400, 250, 800, 500));
    }

    void calloutsKeepClearOfWhatIsPlacedOnTheMap()
    {
        FigureSpec spec;
        const FigureContent content = someContent(6, 4, false);
        const FigureReport before = painted(spec, content);
        QVERIFY(!before.callouts.empty());
        const QRectF covered = before.callouts.front().box;
        spec.arrangement.parts.emplace(FigurePart::Key,
                                       QRectF(covered.x() / page.width(), covered.y() / page.height(),
                                              covered.width() / page.width(), covered.height() / page.height()));
        const FigureReport after = painted(spec, content);
        for (const FigureReport::Callout &callout : after.callouts)
            QVERIFY(!callout.box.intersects(covered));
        for (const QRectF &furniture : after.furniture)
            QVERIFY(!furniture.intersects(covered));
    }

    void aCalloutStandsWhereItIsPlacedAndTheOthersKeepClear()
    {
        FigureSpec spec;
        const FigureContent content = someContent(6, 4, false);
        const FigureReport before = painted(spec, content);
        const IncidentId moved = before.callouts.back().incidents.front();
        // On another's place: that one gives way.
        const QRectF taken = before.callouts.front().box;
        spec.arrangement.callouts = {{.incident = moved,
                                      .x = (taken.left() - before.map.left()) / before.map.width(),
                                      .y = (taken.top() - before.map.top()) / before.map.height()}};
        const FigureReport after = painted(spec, content);
        const FigureReport::Callout *callout = calloutOf(after, moved);
        QVERIFY(callout != nullptr);
        QVERIFY(QLineF(callout->box.topLeft(), taken.topLeft()).length() < 0.01);
        for (const FigureReport::Callout &other : after.callouts)
            QVERIFY(&other == callout || !other.box.intersects(callout->box));
        QCOMPARE(after.callouts.size(), before.callouts.size());

        spec.arrangement.callouts.front().width = 0.5;
        const FigureReport wide = painted(spec, content);
        QVERIFY(calloutOf(wide, moved)->box.width() > callout->box.width());
        QVERIFY(calloutOf(wide, moved)->box.width() <= 0.5 * wide.map.width() + 1);
    }

    void aCalloutBecomesANoteWhereThatIsAskedFor()
    {
        FigureSpec spec;
        spec.credit = u"A newsroom"_s;
        const FigureContent content = someContent(6, 4, false);
        const FigureReport before = painted(spec, content);
        QVERIFY(!before.parts.contains(FigurePart::Notes));
        const IncidentId asked = before.callouts.front().incidents.front();
        spec.arrangement.callouts = {{.incident = asked, .asNote = true}};
        const FigureReport after = painted(spec, content);
        QCOMPARE(calloutOf(after, asked), nullptr);
        QVERIFY(after.parts.contains(FigurePart::Notes));
        // It was asked for: nothing to warn of.
        QCOMPARE(after.warnings, before.warnings);
    }

    void whatIsCoveredIsSaid()
    {
        FigureSpec spec;
        const FigureContent content = someContent(2, 4, false);
        const FigureReport before = painted(spec, content);
        const QRectF mark = before.marks.front();
        spec.arrangement.parts = {
            {FigurePart::Key, QRectF(mark.x() / page.width() - 0.05, mark.y() / page.height() - 0.05, 0.2, 0.2)},
            {FigurePart::Sources, QRectF(mark.x() / page.width(), mark.y() / page.height(), 0.2, 0.2)}};
        const QStringList warnings = painted(spec, content).warnings;
        QVERIFY(warnings.contains(u"Mark 1 is covered."_s));
        QVERIFY(warnings.contains(u"“Key” and “Sources” cover each other."_s));
        for (const QString &warning : before.warnings)
            QVERIFY(!warning.contains(u"cover"_s));
    }

    void aTemplateGivesTheLookAndKeepsWhatIsShown()
    {
        FigureSpec house;
        house.title = u"Another war"_s;
        house.credit = u"A newsroom"_s;
        house.widthPx = 1080;
        house.heightPx = 1350;
        house.colours = FigureColours::Dark;
        house.box = LonLatBox{1, 2, 3, 4};
        house.arrangement.margin = 40;
        house.arrangement.parts = {{FigurePart::Key, {0.5, 0.5, 0.25, 0.25}}};
        house.arrangement.callouts = {{.incident = IncidentId{9}, .asNote = true}};
        FigureNote logo = freshNote(NoteKind::Text);
        logo.on = NoteOn::Page;
        logo.points = {{0.9, 0.95}};
        logo.text = u"Newsroom"_s;
        FigureNote river = freshNote(NoteKind::Line);
        river.points = {{45, 40}, {46, 40}};
        house.notes = {logo, river};
        const QByteArray file = templateOf(house);
        QVERIFY(!file.contains("Another war"));

        FigureSpec mine;
        mine.id = FigureId{5};
        mine.title = u"Border fighting"_s;
        mine.box = LonLatBox{43, 38, 48, 41};
        mine.filter.words = u"shelling"_s;
        FigureNote front = freshNote(NoteKind::FrontLine);
        front.points = {{45, 40}, {46, 41}};
        mine.notes = {front};
        mine.arrangement.callouts = {{.incident = IncidentId{2}, .x = 0.5, .y = 0.5}};
        const Result<FigureSpec> dressed = withTemplate(mine, file, u"house.json"_s);
        QVERIFY(dressed.has_value());
        FigureSpec expected = house;
        expected.id = mine.id;
        expected.title = mine.title;
        expected.box = mine.box;
        expected.filter = mine.filter;
        expected.arrangement.callouts = mine.arrangement.callouts;
        expected.notes = {logo, front};
        QCOMPARE(*dressed, expected);
        QCOMPARE(withTemplateOf(mine, u"/nowhere/house.json"_s).error().kind, Error::Kind::NotFound);
    }

    void whatIsNoTemplateIsSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("a sidecar") << QByteArray(R"({"format": "dateline-figure-2"})");
        QTest::newRow("cut off") << templateOf({}).chopped(2);
    }

    void whatIsNoTemplateIsSaid()
    {
        QFETCH(const QByteArray, bytes);
        const Result<FigureSpec> read = withTemplate({}, bytes, u"house.json"_s);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, Error::Kind::Malformed);
        QVERIFY(read.error().message.contains(u"“house.json” is no template"_s));
    }
};

QTEST_MAIN(TestArrangement)
#include "tst_arrangement.moc"
