#include "exchange/cells.h"
#include "exchangecase.h"

#include <QJsonArray>
#include <QXmlStreamReader>

using namespace dateline;

/// Formats for words: annotations, reports, TimeMap's files.
class TestExportTexts : public QObject, private ExchangeCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void writesEachQuoteAsAnAnnotation()
    {
        exported(u"out.jsonld"_s);
        const QJsonObject page = jsonOf(u"out.jsonld"_s);
        QCOMPARE(page[u"@context"].toString(), u"http://www.w3.org/ns/anno.jsonld"_s);
        QCOMPARE(page[u"type"].toString(), u"AnnotationPage"_s);
        const QJsonArray items = page[u"items"].toArray();
        QCOMPARE(items.size(), 3);
        const QJsonObject target = items[1].toObject()[u"target"].toObject();
        QCOMPARE(target[u"source"].toObject()[u"id"].toString(), u"https://example.org/A-report"_s);
        QCOMPARE(target[u"state"].toObject()[u"sourceDate"].toString(), u"2022-09-20T08:30:00Z"_s);
        const QJsonArray selectors = target[u"selector"].toArray();
        const QString words = u"Guns were heard near Goris, it was said."_s;
        QCOMPARE(selectors[0].toObject()[u"exact"].toString(), words);
        QCOMPARE(selectors[0].toObject()[u"suffix"].toString(), u"\nNothing burnt."_s);
        QCOMPARE(selectors[1].toObject()[u"start"].toInteger(), qint64{0});
        QCOMPARE(selectors[1].toObject()[u"end"].toInteger(), qint64{words.size()});
    }

    void countsPositionsInCodePoints()
    {
        const DocumentId id = stored(u"Faces"_s, u"An agency"_s, u"😀😀 Smoke rose. 😀"_s);
        const IncidentId incident = add(shelling(), {{id, u"Smoke rose."_s, {}, Stance::Reports}});
        exported(u"out.jsonld"_s, {.only = {incident}});
        const QJsonArray selectors =
            jsonOf(u"out.jsonld"_s)[u"items"].toArray()[0].toObject()[u"target"].toObject()[u"selector"].toArray();
        QCOMPARE(selectors[1].toObject()[u"start"].toInteger(), qint64{3});
        QCOMPARE(selectors[0].toObject()[u"suffix"].toString(), u" 😀"_s);
    }

    void reportsDayByDayWithNumberedSources()
    {
        exported(u"out.md"_s);
        const QString report = QString::fromUtf8(bytesOf(u"out.md"_s));
        QVERIFY(report.startsWith(u"# Border fighting\n"_s));
        const qsizetype first = report.indexOf(u"## 13 September 2022"_s);
        const qsizetype second = report.indexOf(u"## 14 September 2022"_s);
        const qsizetype undated = report.indexOf(u"## No date stated"_s);
        QVERIFY(first > 0 && second > first && undated > second);
        // Both of the 13th stand under one heading: one begins there by its own clock.
        QCOMPARE(report.count(u"## 13 September 2022"_s), 1);
        QVERIFY(report.contains(u"> “Shells fell on Goris at night.”\n>\n> — The ministry \\[1\\]"_s));
        QVERIFY(report.contains(u"\\[2\\] (confirms)"_s));
        QVERIFY(report.contains(u"1. A ministry: A statement, 2022-09-13 <https://example.org/A-statement>"_s));
        QVERIFY(report.contains(u"2. An agency: A report"_s));
        QVERIFY(report.contains(u"CC BY 4.0"_s));
    }

    void keepsMarkdownFromTakingWordsForMarks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("emphasis") << "*a* _b_"_ba << "\\*a\\* \\_b\\_"_ba;
        QTest::newRow("markup") << "<img src=x>"_ba << "&lt;img src=x&gt;"_ba;
        QTest::newRow("link") << "[a](b)"_ba << "\\[a\\](b)"_ba;
        QTest::newRow("list") << "- a"_ba << "\\- a"_ba;
        QTest::newRow("number") << "12. May"_ba << "12\\. May"_ba;
        QTest::newRow("plain") << "It ended. So-so!"_ba << "It ended. So-so!"_ba;
        QTest::newRow("line") << "a\n# b"_ba << "a \\# b"_ba;
    }
    void keepsMarkdownFromTakingWordsForMarks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, written);
        std::string out;
        appendMarkdown(out, utf8Of(text));
        QCOMPARE(QByteArray::fromStdString(out), written);
    }

    void writesAPageThatNeitherRunsNorFetches()
    {
        Incident hostile = shelling();
        hostile.title = u"<script>alert(1)</script>"_s;
        hostile.notes = u"\" onload=\"x\x01"_s;
        add(hostile, {});
        exported(u"out.html"_s, {.figure = "\x89PNG"_ba, .figureText = u"A map of \"Goris\""_s});
        const QByteArray html = bytesOf(u"out.html"_s);
        QVERIFY(!html.contains("<script"));
        QVERIFY(html.contains("&lt;script&gt;"));
        QVERIFY(html.contains("default-src 'none'"));
        QVERIFY(html.contains("alt=\"A map of &quot;Goris&quot;\" src=\"data:image/png;base64,iVBORw==\""));
        QVERIFY(!html.contains("src=\"http"));
        QVERIFY(!html.contains('\x01'));
        QVERIFY(html.contains("<html lang=\"en\">"));
        QVERIFY(html.contains("<a href=\"#source-2\">[2]</a>"));
        QVERIFY(html.contains("<li id=\"source-2\">"));
        QCOMPARE(html.count("<h1>"), 1);
        QCOMPARE(html.count("<section>"), html.count("</section>"));
        QCOMPARE(html.count("<article>"), 5);
    }

    void putsTheFigureOfAMarkdownReportBesideIt()
    {
        const ExportReport report = exported(u"out.md"_s, {.figure = "\x89PNG"_ba, .figureText = u"A map"_s});
        QCOMPARE(report.files.size(), 2);
        QCOMPARE(bytesOf(u"out-figure.png"_s), "\x89PNG"_ba);
        QVERIFY(bytesOf(u"out.md"_s).contains("![A map](out-figure.png)"));
    }

    void writesTheFilesOfTimeMap()
    {
        const ExportReport report = exportedAs("timemap", u"map"_s);
        QCOMPARE(report.written, qint64{3});
        QCOMPARE(report.undated, qint64{1});
        const QJsonArray events = QJsonDocument::fromJson(bytesOf(u"map/events.json"_s)).array();
        QCOMPARE(events.size(), 3);
        const QJsonObject event = events[0].toObject();
        for (auto member = event.begin(); member != event.end(); ++member)
            QVERIFY2(member->isString() || member->isArray(), qPrintable(member.key()));
        QCOMPARE(event[u"date"].toString(), u"09/13/2022"_s);
        QCOMPARE(event[u"time"].toString(), u"00:05"_s); // As the clocks at Goris had it.
        QCOMPARE(event[u"latitude"].toString(), u"39.5111"_s);
        QVERIFY(!events[1].toObject().contains(u"time"_s));
        const QJsonObject sources = jsonOf(u"map/sources.json"_s);
        const QString source = event[u"sources"].toArray()[0].toString();
        QCOMPARE(sources[source].toObject()[u"paths"].toArray()[0].toString(), u"https://example.org/A-statement"_s);
        const QJsonArray associations = QJsonDocument::fromJson(bytesOf(u"map/associations.json"_s)).array();
        QStringList ids;
        for (const QJsonValue association : associations)
            ids.append(association.toObject()[u"id"].toString());
        for (const QJsonValue association : event[u"associations"].toArray())
            QVERIFY(ids.contains(association.toString()));
    }
};

QTEST_GUILESS_MAIN(TestExportTexts)
#include "tst_exporttexts.moc"
