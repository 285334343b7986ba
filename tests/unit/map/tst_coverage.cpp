#include "map/coverage.h"

#include "map/haloedtext.h"
#include "map/theme.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

constexpr int side = 64;

QImage paper()
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

std::span<const QPointF> cornersOf(const QPolygonF &polygon)
{
    return {polygon.constData(), static_cast<std::size_t>(polygon.size())};
}

/// The most that any pixel of two pictures differs by, and by how much they differ all in all.
std::pair<int, double> difference(const QImage &a, const QImage &b)
{
    int most = 0;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const int off = std::abs(qRed(a.pixel(x, y)) - qRed(b.pixel(x, y)));
            most = std::max(most, off);
            sum += off;
        }
    }
    return {most, sum / (a.width() * a.height())};
}

} // namespace

class TestCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsAsAPainterDoes_data()
    {
        QTest::addColumn<QPolygonF>("ring");
        QTest::newRow("a square of whole pixels") << QPolygonF(QRectF(10, 10, 20, 20));
        QTest::newRow("a square between pixels") << QPolygonF(QRectF(10.3, 10.7, 20.5, 20.1));
        QTest::newRow("all and more") << QPolygonF(QRectF(-7, -7, side + 14, side + 14));
        QTest::newRow("a triangle") << QPolygonF({{3.2, 5.1}, {60.4, 22.9}, {20, 58.6}});
        QTest::newRow("a flat sliver") << QPolygonF({{2, 30}, {62, 30.4}, {2, 31.1}});
        QTest::newRow("a steep sliver") << QPolygonF({{30, 2}, {30.7, 62}, {31.2, 2}});
        QTest::newRow("over the left") << QPolygonF({{-6, 5}, {30, 20}, {-6, 40}});
        QTest::newRow("over the right") << QPolygonF({{side + 6, 5}, {30, 20}, {side + 6, 40}});
        QTest::newRow("over the top") << QPolygonF({{5, -6}, {40, -6}, {20, 30}});
        QTest::newRow("a star, whose middle it winds round twice")
            << QPolygonF({{32, 4}, {49, 58}, {4, 24}, {60, 24}, {15, 58}});
        QTest::newRow("nothing") << QPolygonF();
        QTest::newRow("a line") << QPolygonF({{3, 3}, {40, 40}});
    }

    void fillsAsAPainterDoes()
    {
        QFETCH(QPolygonF, ring);
        QImage expected = paper();
        QPainterPath path;
        path.addPolygon(ring);
        path.closeSubpath();
        path.setFillRule(Qt::WindingFill);
        QPainter painter(&expected);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(path, Qt::black);
        painter.end();

        QImage image = paper();
        Coverage coverage(image.rect(), 8);
        coverage.addRing(cornersOf(ring));
        coverage.paintRings(image, Qt::black);
        const auto [most, mean] = difference(image, expected);
        // Where a star crosses itself within a pixel the two share it out differently.
        QVERIFY2(most <= (ring.size() == 5 && mean > 0.05 ? 64 : 4) && mean < 0.2,
                 qPrintable(u"%1 %2"_s.arg(most).arg(mean)));
    }

    void joinsCellsWithoutASeam()
    {
        std::mt19937 random(4);
        std::uniform_real_distribution<double> at(1, side - 1);
        for (int i = 0; i < 50; ++i) {
            const QPointF middle(at(random), at(random));
            const QPolygonF corners(QRectF(-4, -4, side + 8, side + 8));
            QImage image = paper();
            Coverage coverage(image.rect(), 8);
            for (int j = 0; j < 4; ++j)
                coverage.addRing(cornersOf(QPolygonF({middle, corners[j], corners[j + 1]})));
            coverage.paintRings(image, Qt::black);
            QImage all = paper();
            all.fill(Qt::black);
            QCOMPARE(difference(image, all).first, 0);
        }
    }

    void drawsAsAPainterDoes_data()
    {
        QTest::addColumn<QPolygonF>("line");
        QTest::addColumn<double>("width");
        for (const double width : {0.5, 1.0, 1.6, 4.5}) {
            const auto row = [width](const char *name) -> QTestData & {
                return QTest::newRow(qPrintable(u"%1, %2 wide"_s.arg(QLatin1StringView(name)).arg(width)));
            };
            row("level") << QPolygonF({{5.5, 20.5}, {55.5, 20.5}}) << width;
            row("upright between pixels") << QPolygonF({{20.2, 5}, {20.2, 58}}) << width;
            row("aslant") << QPolygonF({{5, 9}, {58, 41}}) << width;
            row("a corner") << QPolygonF({{5, 50}, {30, 10}, {55, 50}}) << width;
            row("out of view") << QPolygonF({{-400, -300}, {32, 32}, {900, 100}}) << width;
        }
    }

    void drawsAsAPainterDoes()
    {
        QFETCH(QPolygonF, line);
        QFETCH(double, width);
        // As a painter does who draws it large and shrinks the picture: small, his thinnest lines are of a kind of their own.
        constexpr int times = 8;
        QImage large(times * side, times * side, QImage::Format_RGB32);
        large.fill(Qt::white);
        QPainter painter(&large);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(times, times);
        QPainterPath path;
        path.addPolygon(line);
        painter.strokePath(path, QPen(Qt::black, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.end();
        const QImage expected = large.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);

        QImage image = paper();
        Coverage coverage(image.rect(), 8);
        coverage.addLine(cornersOf(line), width);
        coverage.paintLines(image, Qt::black);
        const auto [most, mean] = difference(image, expected);
        QVERIFY2(most <= 56 && mean < 1.2, qPrintable(u"%1 %2"_s.arg(most).arg(mean)));
    }

    void forgetsWhatItPainted()
    {
        QImage image = paper();
        Coverage coverage(image.rect(), 8);
        coverage.addRing(cornersOf(QPolygonF(QRectF(10, 10, 20, 20))));
        coverage.addLine(cornersOf(QPolygonF({{5, 50}, {50, 50}})), 3);
        coverage.paintRings(image, Qt::black);
        coverage.paintLines(image, Qt::black);
        QImage second = paper();
        coverage.paintRings(second, Qt::black);
        coverage.paintLines(second, Qt::black);
        QCOMPARE(second, paper());
    }

    void paintsOnlyItsBox()
    {
        QImage image = paper();
        Coverage coverage(QRect(16, 16, 20, 20), 8);
        coverage.addRing(cornersOf(QPolygonF(QRectF(10, 10, 30, 30))));
        coverage.addLine(cornersOf(QPolygonF({{0, 20}, {64, 20}})), 3);
        coverage.paintRings(image, Qt::black);
        coverage.paintLines(image, Qt::red);
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                QCOMPARE(image.pixelColor(x, y) != QColor(Qt::white), QRect(16, 16, 20, 20).contains(x, y));
        }
    }

    void halosLookAlikeOnImagesAndInFiles_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<double>("angle");
        QTest::newRow("level") << 1.0 << 0.0;
        QTest::newRow("on a fine screen") << 2.0 << 0.0;
        QTest::newRow("in print") << 300 / 96.0 << 0.0;
        QTest::newRow("turned") << 1.0 << -40.0;
    }

    void halosLookAlikeOnImagesAndInFiles()
    {
        QFETCH(double, ratio);
        QFETCH(double, angle);
        const auto painted = [&](bool plain) {
            QImage image(static_cast<int>(200 * ratio), static_cast<int>(100 * ratio), QImage::Format_RGB32);
            image.fill(QColor(0x33, 0x44, 0x55));
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.scale(ratio, ratio);
            if (!plain)
                painter.setOpacity(0.999); // Which only a painter can mix.
            const LetterRun run{u"Zürich"_s, {60, 60}, angle};
            paintHaloedText(painter, {&run, 1}, QRectF(20, 10, 150, 80), interfaceFont(14), Qt::black, Qt::white);
            painter.end();
            return image;
        };
        const auto [most, mean] = difference(painted(true), painted(false));
        QVERIFY2(mean < 1.5 && mean > 0, qPrintable(u"%1 %2"_s.arg(most).arg(mean)));
    }
};

QTEST_MAIN(TestCoverage)
#include "tst_coverage.moc"
