#include "figure/atlas.h"
#include "figure/changes.h"
#include "figure/formats.h"
#include "figure/notes.h"
#include "figure/sidecar.h"
#include "paintednotes.h"
#include "someincidents.h"
#include "somenotes.h"

#include "domain/figurespecjson.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <map>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess reader;
    reader.start(program, arguments);
    reader.waitForFinished();
    return reader.readAllStandardOutput();
}

} // namespace

class TestNotedFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsCalloutsOffWords()
    {
        std::vector<FigureNote> notes;
        for (int i = 0; i < 6; ++i)
            notes.push_back(someNote(NoteKind::Text, {{44.2 + 0.6 * i, 39.1 + 0.3 * i}}, u"Do not cover this"_s));
        for (const unsigned seed : {1U, 2U, 3U, 4U}) {
            const Page page = painted(someSpec(notes), someContent(5, seed, false));
            QCOMPARE(page.report.callouts.size(), std::size_t{5});
            for (const FigureReport::Callout &callout : page.report.callouts) {
                for (const QRectF &note : page.report.noteBoxes)
                    QVERIFY(!callout.box.intersects(note));
            }
        }
    }

    void givesCalloutsRoomWhereNotesTakeItAll()
    {
        std::vector<FigureNote> notes;
        for (int i = 0; i < 100; ++i) {
            notes.push_back(
                someNote(NoteKind::Text, {{43.5 + 0.5 * (i % 10), 38.6 + 0.27 * (i / 10)}}, u"Everywhere, words"_s));
            notes.back().textPt = 16;
        }
        QVERIFY(painted(someSpec(notes), someContent(4, 2, false)).report.callouts.size() >= 3);
    }

    void tellsNotesFromReports()
    {
        FigureSpec spec = someSpec(someNotes());
        const FigureContent content = someContent(4, 2, false);
        const FigureReport report = painted(spec, content).report;
        QVERIFY(report.alternativeText.contains(u"12 notes are drawn by hand and stand for no report."_s));
        QVERIFY(report.alternativeText.contains(u"“Bridge destroyed”"_s) && report.alternativeText.contains(u"km²"_s));
        static const QRegularExpression tag(u"<[^>]*>"_s);
        const QByteArray svg = drawAs(u"svg"_s, spec, content)->bytes;
        QVERIFY(QString::fromUtf8(svg).replace(tag, u" "_s).simplified().count(u"stand for no report"_s) == 2);
        spec.alternativeText = u"My own words"_s;
        QCOMPARE(painted(spec, content).report.alternativeText, u"My own words"_s);
        spec = someSpec();
        QVERIFY(!painted(spec, content).report.alternativeText.contains(u"by hand"_s));
        QVERIFY(!drawAs(u"svg"_s, spec, content)->bytes.contains("by hand"));
    }

    void saysInTheKeyWhatIsNotOnTheMap()
    {
        FigureNote note = someNote(NoteKind::Hatched, {{45, 39.5}, {46, 39.5}, {46, 40.5}}, u"Flooded"_s);
        const auto count = [](const FigureNote &shown) {
            return drawAs(u"svg"_s, someSpec({shown, shown}), {})->bytes.count(">Flooded");
        };
        QCOMPARE(count(note), 2);
        note.inKey = true;
        QCOMPARE(count(note), 1);
        QCOMPARE(noteRows(std::vector{note, note}, lightTheme()).size(), std::size_t{1});
    }

    void groupsEachNoteInAnSvg()
    {
        FigureSpec spec = someSpec(someNotes());
        spec.subtitle = u"group-note-1"_s; // What marks them, as somebody's own text.
        const QByteArray svg = drawAs(u"svg"_s, spec, someContent(4, 2, false))->bytes;
        QXmlStreamReader reader(svg);
        QStringList open;
        std::map<QString, QString> texts;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement())
                open.append(reader.attributes().value(u"id"_s).toString());
            if (reader.isEndElement())
                open.removeLast();
            for (const QString &id : std::as_const(open)) {
                if (id.startsWith(u"note-"_s))
                    texts[id] += reader.isCharacters() ? reader.text().toString() : QString();
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(texts.size(), spec.notes.size());
        QVERIFY(texts[u"note-9"_s].contains(u"Bridge destroyed"_s));
        QVERIFY(texts[u"note-11"_s].contains(u"Road open"_s));
        QVERIFY(texts[u"note-1"_s].simplified().isEmpty());
        QVERIFY(!texts[u"note-10"_s].contains(u"Road"_s));
        QVERIFY(!svg.contains("#010203"));
    }

    void keepsWordsAsTextInAPdf()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"notes.pdf"_s);
        QVERIFY(writeFigure(path, someSpec(someNotes()), someContent(4, 2, false)).has_value());
        const QString text = QString::fromUtf8(outputOf(u"pdftotext"_s, {path, u"-"_s}));
        QVERIFY(text.contains(u"Bridge destroyed"_s) && text.contains(u"Search area"_s));
    }

    void holdsInItsCase()
    {
        const FigureSpec spec = someSpec(someNotes());
        const FigureContent content = someContent(4, 2, false);
        const Page page = painted(spec, content);
        const QJsonObject sidecar = sidecarOf(spec, content, page.report);
        QCOMPARE(changesSince(sidecar, content), QStringList());
        QVERIFY(figureSpecFrom(sidecar[u"spec"].toObject()).notes == spec.notes);
    }

    void doesNotNameABlurredPlace()
    {
        FigureContent content = someContent(3, 2, false);
        content.incidents[0].incident.sensitive = true;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"notes.png"_s);
        FigureSpec spec = someSpec({someNote(NoteKind::Text, {{46, 40}}, u"The shelter at PLACE 1 burned"_s)});
        const Result<FigureReport> refused = writeFigure(path, spec, content);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY(!QFile::exists(path));
        const Result<QStringList> pages = writeAtlas(folder.filePath(u"notes.pdf"_s), spec, content, {}, {});
        QVERIFY(!pages);
        QCOMPARE(pages.error().kind, Error::Kind::Conflict);
        spec.notes[0].text = u"The shelter burned"_s;
        const Result<FigureReport> written = writeFigure(path, spec, content);
        QVERIFY(written);
        QVERIFY(written->warnings.join(u' ').contains(u"not blurred"_s));
    }

    void warns_data()
    {
        QTest::addColumn<FigureNote>("note");
        QTest::addColumn<QString>("says");
        const FigureNote plain = someNote(NoteKind::Text, {{46, 40}}, u"Words"_s);
        QTest::newRow("nothing to say") << plain << QString();
        FigureNote far = plain;
        far.points = {{10, 10}};
        QTest::newRow("far away") << far << u"Of the notes, “Words” lies outside the map."_s;
        QTest::newRow("over the edge") << someNote(NoteKind::Line, {{46, 40}, {60, 40}})
                                       << u"Of the notes, note 1 reaches beyond the map."_s;
        FigureNote faint = plain;
        faint.colour = NoteColour::Yellow;
        QTest::newRow("faint") << faint << u"Of the notes, “Words” stands out little: choose another colour."_s;
        faint.fill = NoteFill::Solid;
        QTest::newRow("dark on yellow") << faint << QString();
        FigureNote hatched = someNote(NoteKind::Hatched, {{45, 39.5}, {46, 39.5}, {46, 40.5}});
        hatched.inKey = true;
        QTest::newRow("no words for the key") << hatched << u"Of the notes, note 1 has no text for the key to say."_s;
        FigureNote measured = plain;
        measured.measured = true;
        QTest::newRow("not to be measured")
            << measured << u"Of the notes, “Words” cannot be measured: only lines and areas on the ground can."_s;
    }
    void warns()
    {
        QFETCH(const FigureNote, note);
        QFETCH(const QString, says);
        QStringList warnings = painted(someSpec({note})).report.warnings;
        warnings.removeIf([](const QString &warning) { return !warning.startsWith(u"Of the notes"_s); });
        QCOMPARE(warnings.join(u' '), says);
    }

    void warnsOfAMarkOnWords()
    {
        const FigureContent content = someContent(1, 2, false);
        const LonLat at = content.incidents[0].incident.where->geometry.parts[0][0];
        const Page page = painted(someSpec({someNote(NoteKind::Text, {{at.lon, at.lat}}, u"Under it"_s)}), content);
        QVERIFY(page.report.warnings.contains(u"Of the notes, “Under it” and a mark lie on each other."_s));
    }

    void drawsNotesOnEveryMapOfSeveral()
    {
        FigureNote note = someNote(NoteKind::Hatched, {{45, 39.5}, {46.5, 39.5}, {46.5, 40.5}, {45, 40.5}});
        note.colour = NoteColour::Green;
        FigureSpec spec = someSpec({note});
        spec.panels = GroupBy::Province;
        const Page page = painted(spec, someContent(4, 2, false));
        QCOMPARE(page.report.noteBoxes, std::vector<QRectF>{QRectF()});
        const QColor colour = colourOf(NoteColour::Green, lightTheme());
        const QRectF map = page.report.map;
        for (const QPointF corner :
             {map.topLeft(), map.center(), QPointF(map.center().x(), map.top()), QPointF(map.left(), map.center().y())})
            QVERIFY(shareOf(page.image, QRectF(corner, map.size() / 2), colour, 120) > 0.003);
    }
};

QTEST_MAIN(TestNotedFigure)
#include "tst_notedfigure.moc"
