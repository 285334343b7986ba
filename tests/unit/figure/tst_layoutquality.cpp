#include "figure/pagelayout.h"
#include "figure/planegeometry.h"
#include "someincidents.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

constexpr int cases = 200;

/// The cases: 1 to 40 incidents, every other one clustered, on pages of four shapes.
struct Case
{
    FigureSpec spec;
    FigureContent content;
    int incidents = 0;
};

Case caseNumber(int number)
{
    constexpr std::array pages{QSize(1600, 1000), QSize(1123, 794), QSize(1080, 1350), QSize(1280, 720)};
    Case made;
    made.incidents = 1 + number % 40;
    made.spec.widthPx = pages.at(static_cast<std::size_t>(number / 40) % pages.size()).width();
    made.spec.heightPx = pages.at(static_cast<std::size_t>(number / 40) % pages.size()).height();
    made.content = someContent(made.incidents, static_cast<unsigned>(number), number % 2 == 1);
    return made;
}

FigureReport painted(const Case &made)
{
    QImage image(made.spec.widthPx, made.spec.heightPx, QImage::Format_RGB32);
    QPainter painter(&image);
    return paintFigure(painter, made.spec, made.content);
}

} // namespace

class TestLayoutQuality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsCalloutsOffEverythingElse()
    {
        std::size_t callouts = 0;
        std::size_t notes = 0;
        std::size_t leaders = 0;
        for (int number = 0; number < cases; ++number) {
            const Case made = caseNumber(number);
            const FigureReport report = painted(made);
            const auto context = [number] { return qPrintable(u"case %1"_s.arg(number)); };
            QVERIFY2(report.count.shown == made.incidents, context());
            callouts += report.callouts.size();
            notes += report.marks.size() - report.callouts.size();
            for (std::size_t i = 0; i < report.callouts.size(); ++i) {
                const FigureReport::Callout &callout = report.callouts[i];
                QVERIFY2(report.map.contains(callout.box), context());
                for (const QRectF &mark : report.marks)
                    QVERIFY2(!callout.box.intersects(mark), context());
                for (const QRectF &furniture : report.furniture)
                    QVERIFY2(!callout.box.intersects(furniture), context());
                for (std::size_t j = 0; j < i; ++j) {
                    const FigureReport::Callout &other = report.callouts[j];
                    QVERIFY2(!callout.box.intersects(other.box), context());
                    QVERIFY2(distanceBetween(callout.leaderStart, callout.mark, other.leaderStart, other.mark) > 0,
                             context());
                    ++leaders;
                }
            }
        }
        qInfo("%zu callouts and %zu notes in %d figures; %zu pairs of leaders, none cross", callouts, notes, cases,
              leaders);
        QVERIFY(callouts > 2 * notes);
    }

    void placesTheSameAgain()
    {
        for (int number = 0; number < cases; number += 7) {
            const Case made = caseNumber(number);
            const FigureReport first = painted(made);
            const FigureReport again = painted(made);
            QCOMPARE(again.callouts.size(), first.callouts.size());
            for (std::size_t i = 0; i < first.callouts.size(); ++i)
                QVERIFY(again.callouts[i].box == first.callouts[i].box);
        }
    }

    void setsNoTextUnderSevenPoints()
    {
        for (int number = 0; number < cases; number += 13) {
            const Case made = caseNumber(number);
            QByteArray svg;
            QBuffer buffer(&svg);
            QSvgGenerator generator;
            generator.setOutputDevice(&buffer);
            generator.setResolution(96);
            generator.setSize({made.spec.widthPx, made.spec.heightPx});
            QPainter painter(&generator);
            paintFigure(painter, made.spec, made.content);
            painter.end();
            const double scale = layoutScaleFor(QSizeF(made.spec.widthPx, made.spec.heightPx));
            double least = 1e9;
            QXmlStreamReader xml(svg);
            while (!xml.atEnd()) {
                xml.readNext();
                if (!xml.isStartElement() || xml.name() != u"text"_s)
                    continue;
                const QString size = xml.attributes().value("font-size"_L1).toString();
                least = std::min(least, size.endsWith(u"px"_s) ? size.chopped(2).toDouble() : size.toDouble());
            }
            constexpr double sevenPoints = 7.0 * 96 / 72;
            QVERIFY2(least < 1e9 && least * scale >= sevenPoints - 0.01,
                     qPrintable(u"case %1: %2 px"_s.arg(number).arg(least * scale)));
        }
    }
};

QTEST_MAIN(TestLayoutQuality)
#include "tst_layoutquality.moc"
