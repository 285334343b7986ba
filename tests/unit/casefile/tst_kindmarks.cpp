#include "casefile/kindmarks.h"
#include "casefile/layerstyle.h"
#include "map/markpainter.h"
#include "map/theme.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace dateline;

namespace
{

constexpr int side = 120;

QImage blank()
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    return image;
}

QImage drawn(const QByteArray &svg)
{
    QImage image = blank();
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(svg).render(&painter);
    return image;
}

/// How many of the pixels differ by more than a shade.
double differingShare(const QImage &a, const QImage &b)
{
    int differing = 0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const QColor p = a.pixelColor(x, y);
            const QColor q = b.pixelColor(x, y);
            const int most =
                std::max({std::abs(p.red() - q.red()), std::abs(p.green() - q.green()), std::abs(p.blue() - q.blue())});
            differing += most > 64 ? 1 : 0;
        }
    }
    return differing / double{side * side};
}

} // namespace

/// The marks that other programs draw a case with are the window's.
class TestKindMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAsInTheWindow_data()
    {
        QTest::addColumn<int>("kind");
        for (int i = 0; i < kindCount; ++i)
            QTest::newRow(qPrintable(termOf(static_cast<Kind>(i)))) << i;
    }
    void looksAsInTheWindow()
    {
        QFETCH(const int, kind);
        const Theme &theme = lightTheme();
        const QPointF middle(side / 2.0, side / 2.0);
        // Rims are as many pixels wide at every size: they are right at the size of the map's marks.
        const double scale = side / markDiameterPx;
        QImage disc = blank();
        QImage ring = blank();
        QPainter discPainter(&disc);
        discPainter.scale(scale, scale);
        paintMark(discPainter, middle / scale, static_cast<Kind>(kind), MarkState::Plain, {}, theme);
        QPainter ringPainter(&ring);
        ringPainter.scale(scale, scale);
        paintRing(ringPainter, middle / scale, static_cast<Kind>(kind), MarkState::Plain, {}, theme);
        QCOMPARE_LT(differingShare(drawn(discSvg(static_cast<Kind>(kind))), disc), 0.01);
        QCOMPARE_LT(differingShare(drawn(ringSvg(static_cast<Kind>(kind))), ring), 0.03);
    }

    void everyKindHasAMarkOfItsOwn()
    {
        for (int i = 1; i < kindCount; ++i)
            QCOMPARE_GT(differingShare(drawn(ringSvg(static_cast<Kind>(i))), drawn(ringSvg(static_cast<Kind>(i - 1)))),
                        0.01);
    }

    void theStyleIsWellFormedAndHasARuleForEachKindLinesAndAreas()
    {
        QXmlStreamReader xml(incidentStyle());
        QStringList labels;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"rule")
                labels.append(xml.attributes().value(u"label").toString());
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(labels.size(), kindCount + 2);
        for (int i = 0; i < kindCount; ++i)
            QCOMPARE(labels.at(i), termOf(static_cast<Kind>(i)));
    }
};

QTEST_MAIN(TestKindMarks)
#include "tst_kindmarks.moc"
