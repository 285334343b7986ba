#include "figure/panels.h"
#include "figure/warnings.h"
#include "someincidents.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

FigureReport painted(const FigureSpec &spec, const FigureContent &content, QString *svg = nullptr)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize({spec.widthPx, spec.heightPx});
    QPainter painter(&generator);
    FigureReport report = paintFigure(painter, spec, content);
    painter.end();
    if (svg != nullptr)
        *svg = QString::fromUtf8(bytes);
    return report;
}

} // namespace

class TestPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsAMapForEachGroup()
    {
        FigureSpec spec;
        spec.panels = GroupBy::Province;
        QString svg;
        const FigureReport report = painted(spec, someContent(12, 1, false), &svg);
        for (int i = 0; i < 4; ++i)
            QVERIFY(svg.contains(u"Province %1"_s.arg(i)));
        QVERIFY(svg.contains(u"3 marks"_s));
        QCOMPARE(report.count.shown, 12);
        QCOMPARE(report.numbers.size(), 12);
        QVERIFY(report.callouts.empty());
        QVERIFY(svg.contains(u"Place 12"_s)); // As a note, since no callout stands on a map.
    }

    void givesEachMarkToItsOwnMap()
    {
        FigureSpec spec;
        spec.panels = GroupBy::Kind;
        QString svg;
        const FigureReport report = painted(spec, someContent(9, 1, false), &svg);
        std::map<int, std::set<std::int64_t>> kinds; // Of each number: incidents on one spot share it.
        for (const auto &[id, number] : report.numbers)
            kinds[number].insert(numberOf(id) % kindCount);
        QVERIFY(kinds.size() > 4);
        for (const auto &[number, ofIt] : kinds)
            QCOMPARE(svg.count(u">%1<"_s.arg(number)), static_cast<qsizetype>(ofIt.size()));
    }

    void refusesMoreMapsThanCanBeRead()
    {
        FigureSpec spec;
        QVERIFY(panelsProblem(spec, someContent(100, 1, false)).isEmpty());
        spec.panels = GroupBy::Incident;
        QVERIFY(panelsProblem(spec, someContent(24, 1, false)).isEmpty());
        QVERIFY(panelsProblem(spec, someContent(25, 1, false)).contains(u"25"_s));
        FigureContent many;
        many.asSquares = true;
        QVERIFY(!panelsProblem(spec, many).isEmpty());
    }

    void warnsOfWhatAReaderWouldMiss()
    {
        FigureContent content = someContent(3, 1, false);
        FigureSpec spec;
        spec.credit = u"A newsroom"_s;
        QCOMPARE(painted(spec, content).warnings, QStringList{u"3 incidents shown rest on one source only."_s});
        spec.credit.clear();
        content.incidents[0].incident.sensitive = true;
        content.sources[2].graphic = true;
        QStringList warnings = painted(spec, content).warnings;
        QVERIFY(!warnings.contains(u"1 sensitive place is shown as it is."_s)); // It is blurred.
        QVERIFY(warnings.last().startsWith(u"No credit"_s));
        spec.blurMetres = 0;
        spec.graphicWords = true;
        warnings = painted(spec, content).warnings;
        QCOMPARE(warnings.at(0), u"1 sensitive place is shown as it is."_s);
        QCOMPARE(warnings.at(1), u"The words of 1 graphic quote are printed."_s);
    }
};

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
