#include "figure/noteplane.h"
#include "figure/notes.h"
#include "geo/geodesy.h"
#include "paintednotes.h"
#include "someincidents.h"
#include "somenotes.h"

#include "domain/figurenotekeys.h"
#include "domain/figurespecjson.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAnArrowAtItsPoint_data()
    {
        QTest::addColumn<NoteKind>("kind");
        QTest::addColumn<std::vector<NotePoint>>("points");
        for (const NoteKind kind : {NoteKind::Arrow, NoteKind::Movement}) {
            const QByteArray name = keyOf(kind).toLatin1();
            QTest::addRow("%s, straight", name.constData()) << kind << std::vector<NotePoint>{{44.5, 40}, {46, 40}};
            QTest::addRow("%s, bent", name.constData())
                << kind << std::vector<NotePoint>{{44.5, 39.2}, {45, 40}, {46.4, 40.2}, {46.6, 39.4}};
            QTest::addRow("%s, short", name.constData()) << kind << std::vector<NotePoint>{{45, 40}, {45.05, 40.05}};
        }
    }
    void endsAnArrowAtItsPoint()
    {
        QFETCH(const NoteKind, kind);
        QFETCH(const std::vector<NotePoint>, points);
        FigureNote note = someNote(kind, points);
        note.colour = NoteColour::Purple;
        const FigureSpec spec = someSpec({note});
        const Page page = painted(spec);
        const NotePlane plane(spec, page.report);
        const QPointF tip = plane.pageFromPoint(points.back(), NoteOn::Ground).value();
        QVERIFY2(distanceTo(page.report.noteTraces[0], tip) < 0.01,
                 qPrintable(QString::number(distanceTo(page.report.noteTraces[0], tip))));
        QVERIFY(nearest(page.image, tip, colourOf(NoteColour::Purple, lightTheme())) < 1.8);
        // Nothing of it lies before the tip, where it leads to.
        const QPointF before = plane.pageFromPoint(points[points.size() - 2], NoteOn::Ground).value();
        const QPointF along = (tip - before) / std::hypot(tip.x() - before.x(), tip.y() - before.y());
        QVERIFY(distanceTo(page.report.noteTraces[0], tip + along * 4) > 3);
    }

    void measuresOnTheGround_data()
    {
        QTest::addColumn<NoteKind>("kind");
        QTest::addColumn<std::vector<NotePoint>>("points");
        QTest::addColumn<QString>("says");
        using Points = std::vector<NotePoint>;
        QTest::newRow("a degree of the equator") << NoteKind::Line << Points{{0, 0}, {1, 0}} << u"111 km"_s;
        QTest::newRow("equator to pole") << NoteKind::Line << Points{{10, 0}, {10, 90}} << u"10,000 km"_s;
        QTest::newRow("two edges") << NoteKind::Freehand << Points{{0, 0}, {1, 0}, {0, 0}} << u"223 km"_s;
        QTest::newRow("across the date line") << NoteKind::Line << Points{{179.5, 0}, {-179.5, 0}} << u"111 km"_s;
        QTest::newRow("not round the pole along its parallel")
            << NoteKind::Arrow << Points{{0, 89}, {180, 89}} << u"223 km"_s;
        QTest::newRow("metres") << NoteKind::Line << Points{{0, 0}, {0.001, 0}} << u"111 m"_s;
        QTest::newRow("small") << NoteKind::Line << Points{{0, 0}, {0.00001, 0}} << u"1.11 m"_s;
        QTest::newRow("nothing") << NoteKind::Line << Points{{5, 5}, {5, 5}} << u"0.00 m"_s;
        // An eighth of the ellipsoid's 510,065,622 km².
        QTest::newRow("an eighth of the earth")
            << NoteKind::Polygon << Points{{0, 0}, {90, 0}, {0, 90}} << u"63,800,000 km²"_s;
        QTest::newRow("hectares") << NoteKind::Hatched << Points{{0, 0}, {0.002, 0}, {0.002, 0.002}, {0, 0.002}}
                                  << u"4.92 ha"_s;
        QTest::newRow("square metres") << NoteKind::Polygon
                                       << Points{{0, 0}, {0.0002, 0}, {0.0002, 0.0002}, {0, 0.0002}} << u"492 m²"_s;
        QTest::newRow("a place has no length") << NoteKind::Symbol << Points{{0, 0}} << QString();
        QTest::newRow("a box has no area") << NoteKind::Ellipse << Points{{0, 0}, {1, 1}} << QString();
    }
    void measuresOnTheGround()
    {
        QFETCH(const NoteKind, kind);
        QFETCH(const std::vector<NotePoint>, points);
        QFETCH(const QString, says);
        FigureNote note = someNote(kind, points);
        QCOMPARE(measureOf(note), QString());
        note.measured = true;
        QCOMPARE(measureOf(note), says);
        note.on = NoteOn::Page;
        QCOMPARE(measureOf(note), QString());
    }

    void drawsTheWayThatItMeasures()
    {
        FigureNote note = someNote(NoteKind::Line, {{0, 50}, {100, 50}});
        FigureSpec spec = someSpec({note});
        spec.box = LonLatBox{-20, 20, 120, 85};
        spec.projection = u"+proj=eqc"_s;
        const std::vector<LonLat> shortest = shortestWay({0, 50}, {100, 50}, 25'000);
        const LonLat middle = shortest[shortest.size() / 2];
        QVERIFY(middle.lat > 58);
        Page page = painted(spec);
        const QPointF high =
            NotePlane(spec, page.report).pageFromPoint({middle.lon, middle.lat}, NoteOn::Ground).value();
        QVERIFY(distanceTo(page.report.noteTraces[0], high) > 50);
        spec.notes[0].measured = true;
        page = painted(spec);
        QVERIFY(distanceTo(page.report.noteTraces[0], high) < 1);
    }

    void fillsAnArea_data()
    {
        QTest::addColumn<NoteFill>("fill");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("none") << NoteFill::None << 0.0 << 0.0;
        QTest::newRow("tint") << NoteFill::Tint << 0.0 << 0.0;
        QTest::newRow("diagonal") << NoteFill::Diagonal << 0.04 << 0.35;
        QTest::newRow("cross") << NoteFill::Cross << 0.09 << 0.6;
        QTest::newRow("dots") << NoteFill::Dots << 0.02 << 0.3;
        QTest::newRow("solid") << NoteFill::Solid << 0.99 << 1.0;
    }
    void fillsAnArea()
    {
        QFETCH(const NoteFill, fill);
        QFETCH(const double, least);
        QFETCH(const double, most);
        FigureNote note = someNote(NoteKind::Hatched, {{45, 39.3}, {46.5, 39.3}, {46.5, 40.3}, {45, 40.3}});
        note.fill = fill;
        note.colour = NoteColour::Red;
        const Page page = painted(someSpec({note}));
        const QColor colour = colourOf(NoteColour::Red, lightTheme());
        const QRectF inside = page.report.noteBoxes[0].adjusted(14, 14, -14, -14);
        QVERIFY(inside.width() > 200 && inside.height() > 200);
        const double share = shareOf(page.image, inside, colour, 120);
        QVERIFY2(share >= least && share <= most, qPrintable(QString::number(share)));
        // As much of it in each quarter.
        for (const QPointF corner : {inside.topLeft(), inside.center(), QPointF(inside.center().x(), inside.top())}) {
            const double part = shareOf(page.image, QRectF(corner, inside.size() / 2), colour, 120);
            QVERIFY(std::abs(part - share) < 0.05);
        }
        const bool isTinted = page.image.pixel(inside.center().toPoint()) != qRgb(0xf7, 0xf4, 0xed);
        QVERIFY(fill != NoteFill::Tint || isTinted);
        QVERIFY(
            shareOf(page.image, page.report.noteBoxes[0].translated(page.report.noteBoxes[0].width() + 8, 0), colour)
            == 0);
    }

    void putsTeethOnTheLeft_data()
    {
        QTest::addColumn<NoteFill>("fill");
        QTest::newRow("teeth") << NoteFill::Solid;
        QTest::newRow("ticks") << NoteFill::None;
    }
    void putsTeethOnTheLeft()
    {
        QFETCH(const NoteFill, fill);
        for (const bool eastward : {true, false}) {
            FigureNote note =
                someNote(NoteKind::FrontLine, {{eastward ? 44.5 : 47.0, 40}, {eastward ? 47.0 : 44.5, 40}});
            note.fill = fill;
            FigureSpec spec = someSpec({note});
            spec.projection = u"+proj=merc"_s; // Where parallels are straight.
            const Page page = painted(spec);
            const NotePlane plane(spec, page.report);
            const QPointF a = plane.pageFromPoint({45, 40}, NoteOn::Ground).value();
            const QPointF b = plane.pageFromPoint({46.5, 40}, NoteOn::Ground).value();
            const QRectF along(a.x(), a.y(), b.x() - a.x(), 5);
            const QColor colour = colourOf(NoteColour::Red, lightTheme());
            const double above = shareOf(page.image, along.translated(0, -7.5), colour, 120);
            const double under = shareOf(page.image, along.translated(0, 2.5), colour, 120);
            QVERIFY2(eastward ? above > 0.05 && under == 0 : under > 0.05 && above == 0,
                     qPrintable(u"%1 %2"_s.arg(above).arg(under)));
        }
    }

    void keepsToTheGroundOrToThePage()
    {
        FigureNote onGround = someNote(NoteKind::Text, {{46, 40}}, u"Ground"_s);
        FigureNote onPage = someNote(NoteKind::Text, {{0.5, 0.4}}, u"Page"_s);
        onPage.on = NoteOn::Page;
        FigureSpec spec = someSpec({onGround, onPage});
        const Page first = painted(spec);
        spec.box = LonLatBox{45, 39, 49, 41.5};
        const Page second = painted(spec);
        QCOMPARE(first.report.noteBoxes[1].center(), QPointF(800, 400));
        QCOMPARE(second.report.noteBoxes[1], first.report.noteBoxes[1]);
        for (const Page &page : {first, second}) {
            const QPointF at = NotePlane(spec, page.report).pageFromPoint({46, 40}, NoteOn::Ground).value();
            QVERIFY(std::hypot(at.x() - page.report.noteBoxes[0].center().x(),
                               at.y() - page.report.noteBoxes[0].center().y())
                    < 0.5);
        }
        QVERIFY(first.report.noteBoxes[0].center().x() - second.report.noteBoxes[0].center().x() > 100);
    }

    void leadsBackFromThePage()
    {
        const FigureSpec spec = someSpec(someNotes());
        const Page page = painted(spec);
        const NotePlane plane(spec, page.report);
        for (std::size_t i = 0; i < spec.notes.size(); ++i) {
            const FigureNote &note = spec.notes[i];
            FigureSpec changed = spec;
            changed.notes[i] = plane.moved(note, {12, -7});
            const Page after = painted(changed);
            const QPointF by = after.report.noteBoxes[i].topLeft() - page.report.noteBoxes[i].topLeft();
            // What is measured on another spot may say so in more letters.
            QVERIFY2(note.measured || std::hypot(by.x() - 12, by.y() + 7) < 1.5, qPrintable(keyOf(note.kind)));
            const NoteOn other = note.on == NoteOn::Page ? NoteOn::Ground : NoteOn::Page;
            const FigureNote kept = plane.keptTo(note, other);
            QCOMPARE(kept.on, other);
            const QPointF a = plane.pageFromPoint(note.points[0], note.on).value();
            const QPointF b = plane.pageFromPoint(kept.points[0], other).value();
            QVERIFY(std::hypot(a.x() - b.x(), a.y() - b.y()) < 1e-3);
        }
    }

    void isTakenHoldOf_data()
    {
        QTest::addColumn<FigureNote>("note");
        QTest::addColumn<NotePoint>("at");
        QTest::addColumn<bool>("isHit");
        const std::vector<NotePoint> square{{45, 39.5}, {46, 39.5}, {46, 40.5}, {45, 40.5}};
        FigureNote open = someNote(NoteKind::Polygon, square);
        const FigureNote hatched = someNote(NoteKind::Hatched, square);
        QTest::newRow("the edge of an area") << open << NotePoint{46, 40.2} << true;
        QTest::newRow("inside of an empty area") << open << NotePoint{45.5, 40} << false;
        QTest::newRow("inside of a hatched area") << hatched << NotePoint{45.5, 40} << true;
        QTest::newRow("beside a hatched area") << hatched << NotePoint{46.1, 40} << false;
        open.text = u"Words"_s;
        QTest::newRow("the words in an area") << open << NotePoint{45.5, 40} << true;
        const FigureNote line = someNote(NoteKind::Line, {{44, 40}, {47, 40}});
        QTest::newRow("a line") << line << NotePoint{45.5, 40} << true;
        QTest::newRow("beside a line") << line << NotePoint{45.5, 40.2} << false;
        QTest::newRow("beyond a line's end") << line << NotePoint{47.2, 40} << false;
        QTest::newRow("a text") << someNote(NoteKind::Text, {{45.5, 40}}, u"Words"_s) << NotePoint{45.5, 40} << true;
        QTest::newRow("a movement") << someNote(NoteKind::Movement, {{44, 40}, {47, 40}}) << NotePoint{46.5, 40.01}
                                    << true;
        FigureNote ellipse = someNote(NoteKind::Ellipse, {{45, 40.5}, {46, 39.5}});
        QTest::newRow("the middle of an ellipse") << ellipse << NotePoint{45.5, 40} << false;
        QTest::newRow("a corner of an ellipse's box") << ellipse << NotePoint{45.02, 39.52} << false;
    }
    void isTakenHoldOf()
    {
        QFETCH(const FigureNote, note);
        QFETCH(const NotePoint, at);
        QFETCH(const bool, isHit);
        const FigureSpec spec = someSpec({someNote(NoteKind::Line, {{43, 38}, {43, 39}}), note});
        const Page page = painted(spec);
        const QPointF point = NotePlane(spec, page.report).pageFromPoint(at, NoteOn::Ground).value();
        QCOMPARE(hitNote(page.report.noteTraces.at(1), point, 4), isHit);
        QVERIFY(!hitNote(page.report.noteTraces.at(0), point, 4));
    }

    void turnsWhatHasAMiddle()
    {
        FigureNote note = someNote(NoteKind::Text, {{46, 40}}, u"A long line of words"_s);
        const QRectF level = painted(someSpec({note})).report.noteBoxes[0];
        note.rotation = 90;
        const QRectF upright = painted(someSpec({note})).report.noteBoxes[0];
        QVERIFY(level.width() > 4 * level.height());
        QVERIFY(std::abs(level.width() - upright.height()) < 0.5 && std::abs(level.height() - upright.width()) < 0.5);
        QVERIFY(std::hypot(level.center().x() - upright.center().x(), level.center().y() - upright.center().y()) < 0.5);
    }

    void looksTheSameAgain()
    {
        const FigureSpec spec = someSpec(someNotes());
        const FigureContent content = someContent(4, 2, false);
        (void)painted(spec, content); // Qt draws a letter for the first time by a shade of 255 differently.
        const Page first = painted(spec, content);
        const Page second = painted(figureSpecFrom(objectFrom(spec)), content);
        QVERIFY(figureSpecFrom(objectFrom(spec)) == spec);
        QVERIFY(first.image == second.image);
        QCOMPARE(first.report.noteBoxes, second.report.noteBoxes);
        QVERIFY(first.image != painted(someSpec(), content).image);
    }

    void survivesAnything_data()
    {
        QTest::addColumn<std::vector<NotePoint>>("points");
        QTest::newRow("one spot") << std::vector<NotePoint>(5, NotePoint{46, 40});
        QTest::newRow("the other side of the earth") << std::vector<NotePoint>{{-134, -40}, {-130, -41}, {-133, -45}};
        QTest::newRow("both poles") << std::vector<NotePoint>{{0, 90}, {0, -90}, {180, 0}};
        QTest::newRow("round the earth") << std::vector<NotePoint>{{-540, 0}, {540, 10}, {0, -10}, {45, 41}};
        std::vector<NotePoint> many;
        for (int i = 0; i < 20'000; ++i)
            many.push_back({46 + 3 * std::sin(i * 0.001), 40 + 2 * std::cos(i * 0.00137)});
        QTest::newRow("the longest") << many;
    }
    void survivesAnything()
    {
        QFETCH(const std::vector<NotePoint>, points);
        for (int i = 0; i <= static_cast<int>(NoteKind::Hatched); ++i) {
            FigureNote note = someNote(static_cast<NoteKind>(i), points, u"Words"_s);
            note.points.resize(std::min(note.points.size(), pointsOf(note.kind).most));
            note.measured = true;
            note.dash = NoteDash::Dotted;
            note.symbol = NoteSymbol::Camp;
            note.image = "\x89PNG\r\n\x1a\n";
            FigureSpec spec = someSpec({note});
            QCOMPARE(painted(spec).report.noteBoxes.size(), std::size_t{1});
            spec.box = LonLatBox{45.99, 39.99, 46.01, 40.01};
            QCOMPARE(painted(spec).report.noteBoxes.size(), std::size_t{1});
        }
    }
};

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
