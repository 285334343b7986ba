#include "exchange/cells.h"
#include "exchange/jsoncells.h"
#include "exchangecase.h"
#include "tables/csv.h"
#include "tables/importtable.h"

#include <QBuffer>
#include <QProcess>

using namespace dateline;

/// Tables: our own, those of data sets, and workbooks; what goes out comes in again.
class TestExportTables : public QObject, private ExchangeCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void readsItsOwnTableBackAsItWas()
    {
        QCOMPARE(exported(u"out.csv"_s).written, qint64{4});
        const std::unique_ptr<Case> again = imported(u"out.csv"_s, "dateline", 4);
        const std::vector<Incident> before = *m_case->incidents();
        std::vector<Incident> after = *again->incidents();
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            after[i].id = before[i].id; // Rows get ids of their own.
            QVERIFY2(after[i] == before[i], qPrintable(before[i].title));
        }
        const std::vector<Evidence> evidence = *again->evidence((*again->incidents()).front().id);
        QCOMPARE(evidence.size(), 2U);
        QCOMPARE(evidence[0].quote.exact, u"Shells fell on Goris at night."_s);
        QCOMPARE(evidence[0].quote.speaker, u"The ministry"_s);
        QCOMPARE(evidence[0].publisher, u"A ministry"_s);
        QCOMPARE(evidence[1].claim.stance, Stance::Confirms);
        QVERIFY(evidence[0].matches && evidence[1].matches);
    }

    void readsALosslessTableBackAsItWas()
    {
        exported(u"out.csv"_s, {.lossless = true});
        QVERIFY(bytesOf(u"out.csv"_s).contains("\"=HYPERLINK("));
        const std::unique_ptr<Case> again = imported(u"out.csv"_s, "dateline", 4);
        QCOMPARE((*again->incidents()).at(2).title, area().title);
    }

    void writesNoCellThatASpreadsheetWouldRun()
    {
        exported(u"out.csv"_s);
        QFile file(path(u"out.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        CsvReader rows(file, ',');
        QVERIFY(rows.next());
        const std::vector<std::string> head(rows.cells().begin(), rows.cells().end());
        int seen = 0;
        while (rows.next()) {
            QVERIFY(!rows.refusal());
            QCOMPARE(rows.cells().size(), head.size());
            for (std::size_t i = 0; i < head.size(); ++i) {
                if (head[i] == "longitude" || head[i] == "latitude" || rows.cells()[i].empty())
                    continue;
                QVERIFY2(!std::string_view("=+-@\t\r").contains(rows.cells()[i].front()), head[i].c_str());
                seen += rows.cells()[i].starts_with("'") ? 1 : 0;
            }
        }
        QCOMPARE(seen, 3); // A title, notes, an actor.
        QVERIFY(bytesOf(u"out.csv"_s).contains("\"'=HYPERLINK(\"\"https://example.org\"\")\""));
    }

    void quotesCellsAsRfc4180Has_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << "a b"_ba << "a b"_ba;
        QTest::newRow("comma") << "a,b"_ba << "\"a,b\""_ba;
        QTest::newRow("quotation mark") << "a\"b\""_ba << "\"a\"\"b\"\"\""_ba;
        QTest::newRow("line") << "a\nb"_ba << "\"a\nb\""_ba;
        QTest::newRow("formula") << "=1+1"_ba << "'=1+1"_ba;
        QTest::newRow("formula with comma") << "=a,b"_ba << "\"'=a,b\""_ba;
        QTest::newRow("apostrophes before a formula") << "''+1"_ba << "'''+1"_ba;
        QTest::newRow("an apostrophe alone") << "'tis"_ba << "'tis"_ba;
        QTest::newRow("tab") << "\tx"_ba << "'\tx"_ba;
        QTest::newRow("minus") << "-2"_ba << "'-2"_ba;
        QTest::newRow("at") << "@x"_ba << "'@x"_ba;
        QTest::newRow("within") << "a=b"_ba << "a=b"_ba;
        QTest::newRow("empty") << ""_ba << ""_ba;
    }
    void quotesCellsAsRfc4180Has()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cell);
        std::string written;
        appendCsv(written, utf8Of(text), true);
        QCOMPARE(QByteArray::fromStdString(written), cell);
    }

    void readsNumbersAndTextsOfJsonCells_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("object") << "{\"a\":[1,-2.5e3,true,null,\"x\\u00e9\"],\"b\":{}}"_ba << true;
        QTest::newRow("empty array") << "[]"_ba << true;
        QTest::newRow("number alone") << "1"_ba << false;
        QTest::newRow("leading zero") << "[01]"_ba << false;
        QTest::newRow("plus") << "[+1]"_ba << false;
        QTest::newRow("point without digits") << "[1.]"_ba << false;
        QTest::newRow("comma at the end") << "[1,]"_ba << false;
        QTest::newRow("open") << "[1"_ba << false;
        QTest::newRow("open text") << "[\"a"_ba << false;
        QTest::newRow("bad escape") << "[\"\\x\"]"_ba << false;
        QTest::newRow("line in a text") << "[\"a\nb\"]"_ba << false;
        QTest::newRow("more behind") << "[] []"_ba << false;
        QTest::newRow("no key") << "{1:2}"_ba << false;
        QTest::newRow("too deep") << QByteArray(100, '[') + QByteArray(100, ']') << false;
    }
    void readsNumbersAndTextsOfJsonCells()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, isRight);
        QCOMPARE(isJson(utf8Of(json)), isRight);
    }

    void writesAcledsColumnsThatComeInAgain()
    {
        const ExportReport report = exportedAs("acled", u"acled.csv"_s);
        QCOMPARE(report.written, qint64{1});
        QCOMPARE(report.unplaced, qint64{3}); // A line, an area, and one without a place.
        QVERIFY(report.notes.join(u' ').contains(u"not to be passed on"_s));
        QCOMPARE(bytesOf(u"acled.csv"_s).left(bytesOf(u"acled.csv"_s).indexOf('\r')).count(','), 30);
        const std::unique_ptr<Case> again = imported(u"acled.csv"_s, "acled", 1);
        const Incident incident = (*again->incidents()).front();
        QCOMPARE(incident.dataSetId, u"ARM1"_s);
        QCOMPARE(incident.kind, Kind::Explosions);
        QCOMPARE(incident.subKind, SubKind::ShellingArtilleryMissile);
        QCOMPARE(dateTimeFromUtc(incident.when->span.begin).date(), QDate(2022, 9, 13)); // At Goris.
        QCOMPARE(incident.where->place, u"Goris"_s);
        QCOMPARE(incident.where->country, u"AM"_s);
        QCOMPARE(*anchorOf(*incident.where), (LonLat{46.3403127, 39.5111}));
        QCOMPARE(incident.losses.at(0).low, qint64{49});
        QVERIFY(incident.attributes.contains(u"Caucasus"_s));
        QCOMPARE((*again->evidence(incident.id)).size(), 2U);
    }

    void writesUcdpsColumnsThatComeInAgain()
    {
        Incident attack = shelling();
        attack.kind = Kind::ViolenceAgainstCivilians;
        attack.subKind.reset();
        attack.attributes = u"{\"data_set\":\"UCDP GED\",\"conflict_name\":\"A: B\"}"_s;
        attack.actors = {u"A"_s, u"B"_s};
        const IncidentId id = add(attack, {{m_first, u"Shells fell on Goris at night."_s, {}, Stance::Reports}});
        exported(u"ucdp.csv"_s, {.format = exportFormatNamed(u"ucdp"), .only = {id}});
        const std::unique_ptr<Case> again = imported(u"ucdp.csv"_s, "ucdp", 1);
        const Incident incident = (*again->incidents()).front();
        QCOMPARE(incident.kind, Kind::ViolenceAgainstCivilians);
        QCOMPARE(incident.actors, (QStringList{u"A"_s, u"B"_s}));
        QCOMPARE(incident.losses, (std::vector<Loss>{{Loss::Kind::Killed, 49, 105, {}, {}}}));
        QCOMPARE(incident.where->precision, LocationPrecision::Near);
        QVERIFY(incident.attributes.contains(u"A: B"_s));
        QCOMPARE((*again->evidence(incident.id)).at(0).quote.exact, u"Shells fell on Goris at night."_s);
    }

    void writesAWorkbookThatAnotherProgramReads()
    {
        exported(u"out.xlsx"_s);
        const QByteArray incidents = sheetAsCsv("incidents");
        QVERIFY2(incidents.contains("=HYPERLINK"), incidents.constData()); // A text, not a formula.
        QVERIFY(incidents.contains("Shelling of Goris, \"\"heavy\"\""));
        const QByteArray quotes = sheetAsCsv("quotes");
        for (const char *stance : {",reports,", ",confirms,", ",denies,"})
            QCOMPARE(quotes.count(stance), 1);
        const QByteArray sources = sheetAsCsv("sources");
        QVERIFY(sources.contains("A ministry,A statement,,2022-09-13,https://example.org/A-statement"));
        QVERIFY(sheetAsCsv("case").contains("CC BY 4.0"));
    }

private:
    std::unique_ptr<Case> imported(const QString &name, const char *layout, qsizetype count)
    {
        std::unique_ptr<Case> again = takenCase(createCase(path(u"again.gpkg"_s), u"Again"_s));
        const Result<FileImport> all = importTables(*again, path(name), {});
        if (!all)
            qFatal("%s", qPrintable(all.error().message));
        const TableImport &done = all->tables.front();
        for (const RowFailure &failed : done.failures)
            qWarning("%s: %s", qPrintable(failed.column), qPrintable(failed.reason));
        if (done.layout->key != QLatin1StringView(layout) || done.loaded.accepted != count)
            qFatal("%d rows came in as %s", int(done.loaded.accepted), done.layout->key.data());
        return again;
    }

    [[nodiscard]] QByteArray sheetAsCsv(const char *sheet) const
    {
        QProcess process;
        process.start(u"ogr2ogr"_s,
                      {u"-f"_s, u"CSV"_s, u"/vsistdout/"_s, path(u"out.xlsx"_s), QString::fromLatin1(sheet)});
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("ogr2ogr: %s", process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }
};

QTEST_GUILESS_MAIN(TestExportTables)
#include "tst_exporttables.moc"
