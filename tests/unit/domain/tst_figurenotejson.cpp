#include "domain/figurenotejson.h"

#include "domain/figurespecjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

FigureNote noteAt(NoteKind kind)
{
    FigureNote note = freshNote(kind);
    const std::size_t count =
        std::max<std::size_t>(pointsOf(kind).least, std::min<std::size_t>(pointsOf(kind).most, 4));
    for (std::size_t i = 0; i < count; ++i)
        note.points.push_back({45.1 + 0.25 * static_cast<double>(i), 39.5 + 0.125 * static_cast<double>(i % 2)});
    note.text = u"A note: “%1”\nin two lines"_s.arg(keyOf(kind));
    if (kind == NoteKind::Image)
        note.image = QByteArray("\x89PNG\r\n\x1a\n and more", 17);
    if (kind == NoteKind::Symbol)
        note.symbol = NoteSymbol::Bridge;
    return note;
}

QJsonObject feature(const QString &properties, const QString &geometry = u"null"_s)
{
    const QString text = u"{\"type\":\"Feature\",\"properties\":%1,\"geometry\":%2}"_s.arg(properties, geometry);
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    Q_ASSERT(!object.isEmpty());
    return object;
}

const QString point = u"{\"type\":\"Point\",\"coordinates\":[45,40]}"_s;
const QString line = u"{\"type\":\"LineString\",\"coordinates\":[[45,40],[46,41]]}"_s;

} // namespace

class TestFigureNoteJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote_data()
    {
        QTest::addColumn<FigureNote>("note");
        for (int i = 0; i <= static_cast<int>(NoteKind::Hatched); ++i) {
            FigureNote note = noteAt(static_cast<NoteKind>(i));
            QTest::addRow("%s on the ground", qPrintable(keyOf(note.kind))) << note;
            note.on = NoteOn::Page;
            for (NotePoint &at : note.points)
                at = {at.x / 90, at.y / 90};
            QTest::addRow("%s on the page", qPrintable(keyOf(note.kind))) << note;
        }
        FigureNote styled = noteAt(NoteKind::Line);
        styled.dash = NoteDash::Dotted;
        styled.fill = NoteFill::Dots;
        styled.colour = NoteColour::Purple;
        styled.widthPt = 0.25;
        styled.textPt = 72;
        styled.rotation = -12.5;
        styled.measured = true;
        styled.inKey = true;
        QTest::newRow("styled") << styled;
        FigureNote unit = noteAt(NoteKind::Symbol);
        unit.symbol = NoteSymbol::Aviation;
        unit.frame = NoteFrame::Clover;
        unit.size = NoteSize::ArmyGroup;
        unit.heightPt = 400;
        unit.text.clear();
        QTest::newRow("unit") << unit;
        FigureNote wide = noteAt(NoteKind::Text);
        wide.points = {{-179.5, 90}, {180.25, -90}};
        QTest::newRow("text in a box") << wide;
    }
    void readsWhatItWrote()
    {
        QFETCH(const FigureNote, note);
        const QByteArray text = QJsonDocument(objectFrom(std::span(&note, 1))).toJson();
        const NotesRead read = notesFrom(QJsonDocument::fromJson(text).object());
        QVERIFY2(read.refused.empty(), qPrintable(read.refused.empty() ? QString() : read.refused.front().message));
        QCOMPARE(read.notes.size(), std::size_t{1});
        QVERIFY(read.notes.front() == note);
        FigureSpec spec;
        spec.notes = {note, note};
        QVERIFY(figureSpecFrom(objectFrom(spec)) == spec);
    }

    void readsEveryWord()
    {
        for (std::size_t i = 0; i < noteSymbolKeys.size(); ++i) {
            const NotesRead read =
                notesFrom(feature(u"{\"symbol\":\"%1\",\"frame\":\"diamond\"}"_s.arg(noteSymbolKeys.at(i)), point));
            QCOMPARE(read.notes.size(), std::size_t{1});
            QCOMPARE(static_cast<std::size_t>(read.notes.front().symbol), i);
            QCOMPARE(read.notes.front().colour, NoteColour::Red);
        }
        const NotesRead read = notesFrom(feature(u"{\"frame\":\"Friend\",\"size\":\"brigade\"}"_s, point));
        QCOMPARE(read.notes.size(), std::size_t{1});
        QCOMPARE(read.notes.front().frame, NoteFrame::Rectangle);
        QCOMPARE(read.notes.front().size, NoteSize::Brigade);
    }

    void readsWhatOtherProgramsDraw_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::addColumn<NoteKind>("kind");
        QTest::addColumn<int>("count");
        QTest::newRow("a line of nothing else") << feature(u"{}"_s, line) << NoteKind::Line << 1;
        QTest::newRow("empty fields of a table") << feature(
            u"{\"kind\":null,\"text\":null,\"colour\":\"\",\"width\":\"2.5\",\"measured\":\"true\",\"inKey\":0}"_s,
            line) << NoteKind::Line << 1;
        QTest::newRow("heights") << feature(u"{\"text\":\"Pass\"}"_s,
                                            u"{\"type\":\"Point\",\"coordinates\":[45,40,2300]}"_s)
                                 << NoteKind::Text << 1;
        QTest::newRow("lines of several parts") << feature(
            u"{\"kind\":\"front\"}"_s,
            u"{\"type\":\"MultiLineString\",\"coordinates\":[[[45,40],[46,41]],[[47,40],[48,41],[49,41]]]}"_s)
                                                << NoteKind::FrontLine << 2;
        QTest::newRow("areas of several parts") << feature(
            u"{\"kind\":\"hatched\"}"_s,
            u"{\"type\":\"MultiPolygon\",\"coordinates\":[[[[45,40],[46,41],[46,40],[45,40]]],[[[47,40],[48,41],[48,40],[47,40]]]]}"_s)
                                                << NoteKind::Hatched << 2;
        QTest::newRow("several symbols") << feature(u"{\"symbol\":\"bridge\"}"_s,
                                                    u"{\"type\":\"MultiPoint\",\"coordinates\":[[45,40],[46,41]]}"_s)
                                         << NoteKind::Symbol << 2;
        QJsonObject named{
            {u"type"_s, u"FeatureCollection"_s},
            {u"features"_s, QJsonArray{feature(u"{}"_s, line)}},
            {u"crs"_s,
             QJsonDocument::fromJson("{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}}")
                 .object()}};
        QTest::newRow("as QGIS names its coordinates") << named << NoteKind::Line << 1;
    }
    void readsWhatOtherProgramsDraw()
    {
        QFETCH(const QJsonObject, object);
        QFETCH(const NoteKind, kind);
        QFETCH(const int, count);
        const NotesRead read = notesFrom(object);
        QVERIFY2(read.refused.empty(), qPrintable(read.refused.empty() ? QString() : read.refused.front().message));
        QCOMPARE(static_cast<int>(read.notes.size()), count);
        for (const FigureNote &note : read.notes) {
            QCOMPARE(note.kind, kind);
            QVERIFY(note.points.size() >= pointsOf(kind).least);
            QVERIFY(!isArea(kind) || note.points.front() != note.points.back());
        }
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QJsonObject &object, const QString &says) {
            QTest::newRow(name) << object << says;
        };
        row("nothing", {}, u"The notes are no GeoJSON FeatureCollection"_s);
        row("a geometry alone", {{u"type"_s, u"Point"_s}}, u"The notes are no GeoJSON FeatureCollection"_s);
        row("another system",
            {{u"type"_s, u"FeatureCollection"_s},
             {u"crs"_s, QJsonObject{{u"properties"_s, QJsonObject{{u"name"_s, u"EPSG:3857"_s}}}}}},
            u"The notes are in EPSG:3857; save them in longitudes and latitudes (EPSG:4326)"_s);
        row("another type", {{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, QJsonArray{5}}},
            u"Note 1: it is no GeoJSON Feature"_s);
        row("nowhere", feature(u"{\"text\":\"x\"}"_s), u"Note 1: it has neither a geometry nor points on the “page”"_s);
        row("unknown kind", feature(u"{\"kind\":\"cloud\"}"_s, line),
            u"Note 1: “cloud” is no kind of note; use one of: text, line, arrow, ellipse, polygon, freehand, image, "
            "symbol, movement, front, hatched"_s);
        row("unknown symbol", feature(u"{\"symbol\":\"skull\"}"_s, point),
            u"Note 1: “skull” is no symbol; use one of: "_s);
        row("unknown colour", feature(u"{\"text\":\"x\",\"colour\":\"#ff0000\"}"_s, point),
            u"Note 1: “#ff0000” is no colour of notes; use one of: ink, grey, "_s);
        row("small type", feature(u"{\"text\":\"x\",\"textSize\":6.9}"_s, point),
            u"Note 1: “textSize” is to be a number from 7 to 72, not “6.9”"_s);
        row("no number", feature(u"{\"width\":\"broad\"}"_s, line),
            u"Note 1: “width” is to be a number from 0.25 to 24, not “broad”"_s);
        row("a list for a number", feature(u"{\"rotation\":[1]}"_s, line), u"Note 1: “rotation” is to be a number"_s);
        row("no flag", feature(u"{\"measured\":\"maybe\"}"_s, line),
            u"Note 1: “measured” is to be true or false, not “maybe”"_s);
        row("no words", feature(u"{}"_s, point), u"Note 1: a text without words shows nothing; give it a “text”"_s);
        row("many words", feature(u"{\"text\":\"%1\"}"_s.arg(QString(2001, u'x')), point),
            u"Note 1: its text has 2001 letters and can have 2000"_s);
        row("symbol of nothing", feature(u"{\"kind\":\"symbol\"}"_s, point),
            u"Note 1: a symbol needs a “symbol” or a “frame”"_s);
        row("no image", feature(u"{\"kind\":\"image\"}"_s, point),
            u"Note 1: its “image” is no PNG or JPEG in Base64"_s);
        row("an SVG", feature(u"{\"kind\":\"image\",\"image\":\"PHN2Zy8+\"}"_s, point),
            u"Note 1: its “image” is no PNG or JPEG in Base64"_s);
        row("few points", feature(u"{\"kind\":\"polygon\"}"_s, line),
            u"Note 1: “polygon” has 3 to 20000 points, not 2"_s);
        row("two corners", feature(u"{\"kind\":\"ellipse\"}"_s, point), u"Note 1: “ellipse” has 2 points, not 1"_s);
        row("a hole",
            feature(u"{}"_s,
                    u"{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}"_s),
            u"Note 1: an area of a note has one outline and no holes; draw it as several areas"_s);
        row("a collection", feature(u"{}"_s, u"{\"type\":\"GeometryCollection\",\"geometries\":[]}"_s),
            u"Note 1: its geometry is “GeometryCollection”, and notes have points, lines or polygons"_s);
        row("beyond the poles", feature(u"{}"_s, u"{\"type\":\"LineString\",\"coordinates\":[[0,0],[0,90.5]]}"_s),
            u"Note 1: a point on the ground is a longitude and a latitude in degrees"_s);
        row("words for numbers", feature(u"{}"_s, u"{\"type\":\"LineString\",\"coordinates\":[[\"a\",\"b\"],[0,9]]}"_s),
            u"Note 1: a point on the ground is a longitude and a latitude in degrees"_s);
        row("far off the page", feature(u"{\"text\":\"x\",\"page\":[[3,0.5]]}"_s),
            u"Note 1: a point on the page is a pair of shares of its width and height, such as 0.5, 0.5"_s);
        QJsonArray many;
        for (int i = 0; i <= 1000; ++i)
            many.append(feature(u"{}"_s, line));
        row("too many", {{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, many}},
            u"A figure has 1000 notes at most, and these are 1001"_s);
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QJsonObject, object);
        QFETCH(const QString, says);
        const NotesRead read = notesFrom(object);
        QVERIFY(read.notes.empty());
        QCOMPARE(read.refused.size(), std::size_t{1});
        const QString &message = read.refused.front().message;
        QVERIFY2(message.startsWith(says), qPrintable(message));
        QVERIFY(!message.endsWith(u'.') && !message.contains(u'\n'));
    }

    void keepsTheGoodOnesBesideOthers()
    {
        const QJsonObject both{
            {u"type"_s, u"FeatureCollection"_s},
            {u"features"_s, QJsonArray{feature(u"{\"kind\":\"cloud\"}"_s, line), feature(u"{}"_s, line)}}};
        const NotesRead read = notesFrom(both);
        QCOMPARE(read.notes.size(), std::size_t{1});
        QCOMPARE(read.refused.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestFigureNoteJson)
#include "tst_figurenotejson.moc"
