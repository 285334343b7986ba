#include "map/curvedname.h"

#include "map/theme.h"

#include <QFontMetricsF>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

/// An arc of @p degrees around @p middle of the page's y, @p radius wide, turned by @p turn.
std::vector<QPointF> arc(double radius, double degrees, double turn)
{
    std::vector<QPointF> line;
    for (int i = 0; i <= 16; ++i) {
        const double angle = (turn - degrees / 2 + degrees * i / 16) * std::numbers::pi / 180;
        line.push_back(QPointF(500, 500) + radius * QPointF(std::sin(angle), -std::cos(angle)));
    }
    return line;
}

std::vector<QPointF> reversed(std::vector<QPointF> line)
{
    std::ranges::reverse(line);
    return line;
}

QString textOf(const std::vector<CurvedLetter> &letters)
{
    QString text;
    for (const CurvedLetter &letter : letters)
        text += letter.run.text;
    return text;
}

} // namespace

class TestCurvedName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersFollowTheLine_data()
    {
        QTest::addColumn<std::vector<QPointF>>("line");
        QTest::newRow("level") << std::vector<QPointF>{{100, 500}, {500, 500}};
        QTest::newRow("from right to left") << std::vector<QPointF>{{500, 500}, {100, 500}};
        QTest::newRow("uphill") << std::vector<QPointF>{{100, 500}, {400, 200}};
        QTest::newRow("upright, from above") << std::vector<QPointF>{{300, 100}, {300, 500}};
        QTest::newRow("upright, from below") << std::vector<QPointF>{{300, 500}, {300, 100}};
        QTest::newRow("upright, leaning back a little") << std::vector<QPointF>{{310, 500}, {300, 100}};
        QTest::newRow("an arch") << arc(300, 60, 0);
        QTest::newRow("an arch from its right") << reversed(arc(300, 60, 0));
        QTest::newRow("a bowl") << arc(300, 60, 180);
        QTest::newRow("a bow to the east") << arc(900, 25, 90);
        QTest::newRow("a bow to the west") << arc(900, 25, -90);
    }

    void lettersFollowTheLine()
    {
        QFETCH(std::vector<QPointF>, line);
        const QFont font = interfaceFont(12);
        const std::optional<std::vector<CurvedLetter>> letters = lettersAlong(line, u"NEW ZEALAND"_s, font);
        QVERIFY(letters.has_value());
        QCOMPARE(textOf(*letters), u"NEWZEALAND"_s);
        double last = -1;
        for (const CurvedLetter &letter : *letters) {
            QVERIFY2(std::abs(letter.run.angle) <= 100, qPrintable(QString::number(letter.run.angle)));
            // The middle of the letter lies on the line, nearly.
            const QPointF middle = letter.box.center();
            double nearest = 1e9;
            for (std::size_t i = 1; i < line.size(); ++i) {
                const QPointF way = line[i] - line[i - 1];
                const double part = std::clamp(
                    QPointF::dotProduct(middle - line[i - 1], way) / QPointF::dotProduct(way, way), 0.0, 1.0);
                const QPointF off = middle - (line[i - 1] + way * part);
                nearest = std::min(nearest, std::hypot(off.x(), off.y()));
            }
            QVERIFY2(nearest < 1.5, qPrintable(QString::number(nearest)));
            // Read on: to the right or, where the name stands upright, upward.
            const QPointF from = line.front().x() <= line.back().x() ? line.front() : line.back();
            const bool isUpright =
                std::abs((line.back() - line.front()).x()) < 0.05 * std::abs((line.back() - line.front()).y());
            const double along = isUpright ? 1000 - middle.y() : middle.x() - from.x();
            QVERIFY(along > last);
            last = along;
        }
        for (std::size_t i = 1; i < letters->size(); ++i) {
            const QPointF step = (*letters)[i].box.center() - (*letters)[i - 1].box.center();
            QVERIFY(std::hypot(step.x(), step.y()) > 5);
        }
    }

    void movesLettersApartOnlySoFar()
    {
        const QFont font = interfaceFont(12);
        const auto widthOn = [&font](double length) {
            const std::vector<QPointF> line{{0, 100}, {length, 100}};
            const auto letters = lettersAlong(line, u"CHILE"_s, font);
            return letters ? letters->back().box.right() - letters->front().box.left() : 0.0;
        };
        const double natural = QFontMetricsF(font).horizontalAdvance(u"CHILE"_s);
        QCOMPARE(widthOn(natural), 0.0);
        QVERIFY(std::abs(widthOn(natural / 0.9) - natural) < 2);
        QVERIFY(widthOn(3 * natural) > 1.5 * natural);
        QCOMPARE(widthOn(20 * natural), widthOn(40 * natural));
        QVERIFY(widthOn(20 * natural) < 3 * natural);
    }

    void leavesAName_data()
    {
        QTest::addColumn<std::vector<QPointF>>("line");
        QTest::addColumn<QString>("text");
        const std::vector<QPointF> level{{100, 500}, {500, 500}};
        QTest::newRow("no line") << std::vector<QPointF>() << u"CHILE"_s;
        QTest::newRow("a point") << std::vector<QPointF>{{1, 1}, {1, 1}} << u"CHILE"_s;
        QTest::newRow("beyond the earth") << std::vector<QPointF>{{1, 1}, {qQNaN(), 1}, {300, 1}} << u"CHILE"_s;
        QTest::newRow("too short") << std::vector<QPointF>{{100, 500}, {130, 500}} << u"CHILE"_s;
        QTest::newRow("a sharp corner") << std::vector<QPointF>{{100, 500}, {150, 440}, {200, 500}} << u"CHILE"_s;
        QTest::newRow("a ring") << arc(40, 300, 0) << u"NEW ZEALAND"_s;
        QTest::newRow("a bow over which letters would hang") << arc(300, 60, 90) << u"NEW ZEALAND"_s;
        QTest::newRow("nothing") << level << QString();
        QTest::newRow("one letter") << level << u"A"_s;
        QTest::newRow("a joined script") << level << u"العراق"_s;
        QTest::newRow("a script from the right") << level << u"ישראל"_s;
        QTest::newRow("joined at its end") << level << u"IRAQ العراق"_s;
        QTest::newRow("signs that change places") << level << u"भारत"_s;
    }

    void leavesAName()
    {
        QFETCH(std::vector<QPointF>, line);
        QFETCH(QString, text);
        QVERIFY(!lettersAlong(line, text, interfaceFont(12)));
    }

    void keepsMarksWithTheirLetters()
    {
        const std::vector<QPointF> line{{100, 500}, {500, 450}};
        const auto letters = lettersAlong(line, u"CO\u0302TE"_s, interfaceFont(12));
        QVERIFY(letters.has_value());
        QCOMPARE(letters->size(), 4U);
        QCOMPARE((*letters)[1].run.text, u"O\u0302"_s);
    }

    void writesOtherLettersThatStandAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Cyrillic") << u"РОССИЯ"_s;
        QTest::newRow("Armenian") << u"ՀԱՅԱՍՏԱՆ"_s;
        QTest::newRow("Georgian") << u"საქართველო"_s;
        QTest::newRow("Greek") << u"ΕΛΛΑΔΑ"_s;
    }

    void writesOtherLettersThatStandAlone()
    {
        QFETCH(QString, text);
        QVERIFY(lettersAlong(arc(400, 40, 0), text, interfaceFont(12)).has_value());
    }
};

QTEST_MAIN(TestCurvedName)
#include "tst_curvedname.moc"
