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
        QCOMPARE(svg.count(u"3 incidents"_s), 4);
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

    void tellsWhatEachSpeakerSaysAlone()
    {
        // Two incidents, far apart; the rebels gainsay the first, and report the second too.
        std::vector<IncidentEvidence> rows{someIncident(1, {44, 39}), someIncident(2, {48, 41})};
        const auto add = [&rows](std::size_t row, Stance stance, const QString &words) {
            Quote quote = rows[row].claims.front().second;
            quote.id = QuoteId{10 + static_cast<std::int64_t>(row)};
            quote.exact = words;
            quote.speaker = u"The rebels"_s;
            rows[row].claims.emplace_back(Claim{ClaimId{10}, rows[row].incident.id, quote.id, stance}, quote);
        };
        add(0, Stance::Denies, u"Nobody fired here."_s);
        add(1, Stance::Confirms, u"So it was."_s);
        const std::vector<Document> documents = someDocuments();
        FigureSpec spec;
        spec.panels = GroupBy::Speaker;
        QString svg;
        const FigureReport report = painted(spec, figureContent(rows, documents, nullptr), &svg);
        for (const QString &words : {u"The defence ministry"_s, u"The rebels"_s, u"reports 2"_s,
                                     u"reports 1 · denies 1"_s, u"What each says"_s, u"Nobody fired here."_s,
                                     u"Denied:"_s, u"So it was."_s, u"Denied by the one whose map it stands on"_s})
            QVERIFY2(svg.contains(words), qPrintable(words));
        QCOMPARE(svg.count(u">1<"_s), 2); // On both maps, by the same number.
        QCOMPARE(svg.count(u">2<"_s), 2);
        QCOMPARE(report.count.shown, 2);
        QVERIFY(report.alternativeText.contains(u"The rebels: reports 1 · denies 1"_s));
        QVERIFY(svg.indexOf(u"Report 1:"_s) > svg.indexOf(u"What each says"_s));
        // The words of the other side are not told again under its name.
        QCOMPARE(svg.count(u"Nobody fired here."_s), 1);
    }

    void countsSquaresByMap()
    {
        FigureContent content = someContent(100 * kindCount, 5, true);
        IncidentColumns columns;
        for (SceneIncident &row : content.incidents) {
            row.incident.where->radiusMetres = 0;
            row.incident.where->precision = LocationPrecision::Exact;
            append(columns, row.incident);
        }
        auto table = std::make_shared<IncidentTable>(std::move(columns));
        content.table = table;
        content.asSquares = true;
        FigureSpec spec;
        spec.panels = GroupBy::Kind;
        const std::vector<FigureGroup> groups = groupsOf(content, spec, GroupBy::Kind);
        QCOMPARE(groups.size(), std::size_t{kindCount});
        const PanelGrid grid(spec, content, groups, {900, 700}, lightTheme());
        const FigureSquares &whole = *grid.whole().squares;
        std::map<std::size_t, std::uint32_t> sums;
        for (const Panel &panel : grid.panels()) {
            const FigureSquares &squares = *panel.view.squares;
            std::map<std::size_t, std::uint32_t> expected;
            for (const SceneIncident &row : content.incidents) {
                const std::uint32_t at = *table->rowOf(row.incident.id);
                if (termOf(row.incident.kind) == panel.group.name)
                    ++expected[*whole.grid.at({table->columns().x[at], table->columns().y[at]})];
            }
            std::map<std::size_t, std::uint32_t> found;
            for (const FigureSquares::Square &square : squares.squares)
                found[square.at] = square.count;
            QCOMPARE(found, expected);
            QCOMPARE(squares.count.shown, 100);
            QCOMPARE(squares.scale.limits(), whole.scale.limits()); // One scale for all, of what they hold.
            for (const auto &[at, count] : found) {
                sums[at] += count;
                QVERIFY(whole.scale.classOf(count));
            }
        }
        for (const auto &[at, count] : sums)
            QCOMPARE(whole.grid.counts[at], count);
        QString svg;
        painted(spec, content, &svg);
        QCOMPARE(svg.count(u"100 incidents"_s), kindCount);
        QVERIFY(svg.contains(u"Incidents in a square of about"_s));
    }

    void refusesMoreMapsThanCanBeRead()
    {
        FigureSpec spec;
        QVERIFY(panelsProblem(spec, someContent(100, 1, false)).isEmpty());
        spec.panels = GroupBy::Incident;
        QVERIFY(panelsProblem(spec, someContent(24, 1, false)).isEmpty());
        QVERIFY(panelsProblem(spec, someContent(25, 1, false)).contains(u"25"_s));
        spec.panels = GroupBy::Split;
        QVERIFY(panelsProblem(spec, someContent(3, 1, false)).contains(u"which"_s));
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
