#include "figure/notegeometry.h"
#include "figure/noteimage.h"
#include "figure/noteshape.h"
#include "figure/symbols.h"

#include "domain/figurenotekeys.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <set>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

constexpr int side = 96;

QImage drawn(NoteSymbol symbol, NoteFrame frame, NoteSize size)
{
    FigureNote note = freshNote(NoteKind::Symbol);
    note.symbol = symbol;
    note.frame = frame;
    note.size = size;
    note.heightPt = 40;
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const NoteStand stand{{{side / 2.0, side / 2.0}}, 1, QRectF(0, 0, side, side)};
    noteShape(note, stand, {}, lightTheme()).paint(painter);
    return image;
}

QByteArray bytesOf(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format);
    return bytes;
}

/// The checksum of a PNG's part.
QByteArray crcOf(const QByteArray &part)
{
    quint32 crc = ~0U;
    for (const char byte : part) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? 0xedb88320U ^ (crc >> 1U) : crc >> 1U;
    }
    QByteArray bytes(4, '\0');
    qToBigEndian(~crc, bytes.data());
    return bytes;
}

} // namespace

class TestNoteSymbols : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEverySymbolFromTheOthers()
    {
        std::set<QByteArray> seen;
        const auto add = [&seen](const QImage &image) {
            return seen.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()))
                .second;
        };
        for (std::size_t i = 1; i < noteSymbolKeys.size(); ++i) {
            QVERIFY2(add(drawn(static_cast<NoteSymbol>(i), NoteFrame::None, NoteSize::None)),
                     noteSymbolKeys.at(i).data());
            QVERIFY(!nameOf(static_cast<NoteSymbol>(i)).isEmpty());
        }
        for (std::size_t frame = 1; frame < noteFrameKeys.size(); ++frame) {
            for (std::size_t i = 0; i < noteSymbolKeys.size(); ++i)
                QVERIFY2(add(drawn(static_cast<NoteSymbol>(i), static_cast<NoteFrame>(frame), NoteSize::None)),
                         noteSymbolKeys.at(i).data());
        }
        for (std::size_t i = 1; i < noteSizeKeys.size(); ++i) {
            QVERIFY2(add(drawn(NoteSymbol::Infantry, NoteFrame::Square, static_cast<NoteSize>(i))),
                     noteSizeKeys.at(i).data());
            QVERIFY(!nameOf(static_cast<NoteSize>(i)).isEmpty());
        }
    }

    void keepsIconsInTheirFrames()
    {
        for (std::size_t frame = 1; frame < noteFrameKeys.size(); ++frame) {
            for (auto i = static_cast<std::size_t>(NoteSymbol::Infantry); i < noteSymbolKeys.size(); ++i) {
                const auto symbol = static_cast<NoteSymbol>(i);
                const SymbolShape shape = symbolShape(symbol, static_cast<NoteFrame>(frame), NoteSize::None);
                if (symbol == NoteSymbol::Headquarters)
                    continue; // Its staff stands under the frame.
                QVERIFY2(shape.frame.boundingRect().adjusted(-0.1, -0.1, 0.1, 0.1).contains(shape.ink.boundingRect()),
                         noteSymbolKeys.at(i).data());
                QVERIFY(!shape.ink.isEmpty());
            }
        }
    }

    void keepsPlainSymbolsToTheirSize()
    {
        for (std::size_t i = 1; i < noteSymbolKeys.size(); ++i) {
            const auto symbol = static_cast<NoteSymbol>(i);
            const QRectF box = symbolShape(symbol, NoteFrame::None, NoteSize::None).ink.boundingRect();
            if (symbol != NoteSymbol::Headquarters)
                QVERIFY2(QRectF(-11, -11, 22, 22).contains(box), noteSymbolKeys.at(i).data());
            QVERIFY2(std::max(box.width(), box.height()) > 6, noteSymbolKeys.at(i).data());
        }
    }

    void standsOutOnTheLand_data()
    {
        QTest::addColumn<const Theme *>("theme");
        QTest::newRow("light") << &lightTheme();
        QTest::newRow("dark") << &darkTheme();
        QTest::newRow("grey") << &greyTheme();
    }
    void standsOutOnTheLand()
    {
        QFETCH(const Theme *, theme);
        for (std::size_t i = 0; i < noteColourKeys.size(); ++i) {
            const auto colour = static_cast<NoteColour>(i);
            const double ratio = contrast(colourOf(colour, *theme), theme->land);
            QVERIFY2(ratio >= 4.5 || colour == NoteColour::Yellow, noteColourKeys.at(i).data());
            FigureNote box = freshNote(NoteKind::Text);
            box.colour = colour;
            box.fill = NoteFill::Solid;
            QVERIFY2(contrast(inkOf(box, *theme).words, inkOf(box, *theme).behind) >= 4.5, noteColourKeys.at(i).data());
        }
    }

    void leavesASmoothCurveOnItsPoints()
    {
        const std::vector<QPointF> points{{0, 0}, {10, 40}, {12, 41}, {80, 10}, {80, 10}, {90, 90}};
        const std::vector<QPointF> way = smoothed(points);
        for (const QPointF point : points) {
            double least = 1e9;
            for (const QPointF at : way)
                least = std::min(least, std::hypot(at.x() - point.x(), at.y() - point.y()));
            QVERIFY(least < 1e-9);
        }
        QCOMPARE(way.front(), points.front());
        QCOMPARE(way.back(), points.back());
        QCOMPARE(smoothed(std::vector<QPointF>{{1, 1}, {1, 1}, {2, 2}}).size(), std::size_t{2});
        QVERIFY(smoothed({}).empty());
    }

    void hatchesOnlyTheArea()
    {
        QPainterPath area;
        area.setFillRule(Qt::OddEvenFill);
        area.addRect(0, 0, 100, 100);
        area.addRect(30, 30, 40, 40); // A hole.
        const QRectF within(0, 0, 60, 100);
        double length = 0;
        for (const QPolygonF &line : hatchLines(area, within, 45, 5).toSubpathPolygons()) {
            length += std::hypot(line.back().x() - line.front().x(), line.back().y() - line.front().y());
            const QPointF middle = (line.front() + line.back()) / 2;
            QVERIFY(area.contains(middle));
        }
        // Lines 5 apart cover a fifth of the area in length: that within, give or take an end of each.
        QVERIFY2(length * 5 > 0.9 * 4800 && length * 5 < 9000, qPrintable(QString::number(length * 5)));
        for (const QPolygonF &dot : hatchDots(area, within, 6, 1).toSubpathPolygons())
            QVERIFY(area.contains(dot.boundingRect().center()));
        QVERIFY(hatchLines({}, within, 45, 5).isEmpty());
        QVERIFY(hatchLines(area, QRectF(500, 500, 10, 10), 45, 5).isEmpty());
    }

    void findsRoomForALabel()
    {
        // A hook, whose middle lies outside of it.
        const QPolygonF hook({{0, 0}, {100, 0}, {100, 100}, {80, 100}, {80, 10}, {20, 10}, {20, 100}, {0, 100}});
        const QPointF at = roomiestPoint(hook, QRectF(-50, -50, 300, 300));
        QVERIFY(hook.containsPoint(at, Qt::OddEvenFill));
        const QPointF seen = roomiestPoint(hook, QRectF(50, 40, 300, 300));
        QVERIFY(seen.x() > 80 && seen.y() > 40);
    }

    void keepsNothingBesideThePicture()
    {
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(QColor(200, 30, 30));
        image.setText(u"Comment"_s, u"taken at 39.51, 46.34"_s);
        for (const char *format : {"png", "jpg"}) {
            const QByteArray bytes = bytesOf(image, format);
            QVERIFY(bytes.contains("39.51"));
            const Result<QByteArray> kept = noteImageFrom(bytes);
            QVERIFY(kept);
            QVERIFY(!kept->contains("39.51"));
            const QImage again = imageFrom(*kept);
            QCOMPARE(again.size(), image.size());
            QVERIFY(std::abs(again.pixelColor(20, 15).red() - 200) < 4);
            QCOMPARE(kept->left(4), bytes.left(4));
        }
    }

    void refusesWhatIsNoPicture_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QByteArray() << u"the picture is no PNG or JPEG; save it as one of these"_s;
        QTest::newRow("an SVG") << QByteArray("<svg/>") << u"the picture is no PNG or JPEG; save it as one of these"_s;
        QTest::newRow("a head alone") << QByteArray("\x89PNG\r\n\x1a\n") << u"the picture is damaged; save it anew"_s;
        QByteArray bomb = bytesOf(QImage(8, 8, QImage::Format_RGB32), "png");
        bomb.replace(16, 8, QByteArray::fromHex("0000753000007530"));
        bomb.replace(29, 4, crcOf(bomb.sliced(12, 17)));
        QTest::newRow("a bomb") << bomb
                                << u"the picture has 30000 × 30000 pixels, which is too many; make it smaller"_s;
        QByteArray cut = bytesOf(QImage(64, 64, QImage::Format_RGB32), "jpg");
        cut.truncate(300);
        QTest::newRow("cut off") << cut << u"the picture is damaged; save it anew"_s;
    }
    void refusesWhatIsNoPicture()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, says);
        const Result<QByteArray> refused = noteImageFrom(bytes);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.startsWith(says), qPrintable(refused.error().message));
        QVERIFY(imageFrom(bytes).isNull());
    }

    void fitsAPictureIntoItsCorners()
    {
        QImage image(40, 20, QImage::Format_RGB32);
        image.fill(QColor(30, 160, 40));
        FigureNote note = freshNote(NoteKind::Image);
        note.image = bytesOf(image, "png");
        const QRectF all(0, 0, 200, 200);
        const NoteShape inBox = noteShape(note, {{{20, 20}, {120, 120}}, 1, all}, {}, lightTheme());
        QCOMPARE(inBox.box, QRectF(20, 45, 100, 50));
        note.heightPt = 30;
        const NoteShape atPoint = noteShape(note, {{{100, 100}}, 2, all}, {}, lightTheme());
        QCOMPARE(atPoint.box, QRectF(40, 70, 120, 60));
        QImage page(200, 200, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter painter(&page);
        atPoint.paint(painter);
        painter.end();
        QCOMPARE(page.pixelColor(100, 100), QColor(30, 160, 40));
        QCOMPARE(page.pixelColor(100, 60), QColor(Qt::white));
    }
};

QTEST_MAIN(TestNoteSymbols)
#include "tst_notesymbols.moc"
