#include "exchangecase.h"

#include "casefile/verify.h"

using namespace dateline;

/// A case of what is exported, and what holds for every format.
class TestExportCase : public QObject, private ExchangeCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void makesACaseThatHoldsWhatIsShownAlone()
    {
        const std::vector<Incident> before = *m_case->incidents();
        exported(u"out.gpkg"_s, {.only = {before[0].id, before[2].id}});
        QCOMPARE(filesMade(), QStringList{u"out.gpkg"_s});
        const std::unique_ptr<Case> made = takenCase(openCase(path(u"out.gpkg"_s)));
        QCOMPARE(made->info(), m_case->info());
        std::vector<Incident> after = *made->incidents();
        QCOMPARE(after.size(), 2U);
        for (std::size_t i = 0; i < 2; ++i) {
            after[i].id = before[2 * i].id;
            QVERIFY(after[i] == before[2 * i]);
        }
        QCOMPARE((*made->documents()).size(), 2U);
        const std::vector<Evidence> evidence = *made->evidence((*made->incidents()).front().id);
        QCOMPARE(evidence.size(), 2U);
        for (const Evidence &one : evidence)
            QVERIFY(one.matches);
        QCOMPARE(made->document(evidence[0].quote.document)->bytes, m_case->document(m_first)->bytes);
        const Result<Verification> verified = verifyCase(path(u"out.gpkg"_s));
        QVERIFY(verified && verified->holds());
    }

    void keepsWhatAPersonDecidedThatWordsAnswer()
    {
        Claim claim = (*m_case->evidence((*m_case->incidents()).front().id)).front().claim;
        claim.about.set(static_cast<std::size_t>(Question::Where));
        apply({claim});
        exported(u"out.gpkg"_s);
        const std::unique_ptr<Case> made = takenCase(openCase(path(u"out.gpkg"_s)));
        QCOMPARE((*made->evidence((*made->incidents()).front().id)).front().claim.about, claim.about);
    }

    void makesOneDocumentOfOneThatManyIncidentsQuote()
    {
        std::vector<Edit> edits;
        for (int i = 1; i <= 21'000; ++i) {
            Incident incident = shelling();
            incident.id = IncidentId{-i};
            edits.emplace_back(incident);
        }
        Quote quote = quoteFrom(m_first, m_case->document(m_first)->text, {0, 6}).value();
        quote.id = QuoteId{-1};
        edits.emplace_back(quote);
        edits.emplace_back(Claim{{}, IncidentId{-21'000}, quote.id, Stance::Reports});
        apply(std::move(edits));
        QCOMPARE(exported(u"out.gpkg"_s).written, qint64{21'004}); // More than one step takes.
        const std::unique_ptr<Case> made = takenCase(openCase(path(u"out.gpkg"_s)));
        QCOMPARE((*made->documents()).size(), 2U);
        QVERIFY((*made->history(0)).size() > 1);
        const IncidentId last = (*made->columns()).id.empty() ? IncidentId{} : IncidentId{(*made->columns()).id.back()};
        QVERIFY((*made->evidence(last)).at(0).matches);
    }

    void writesExactlyWhatTheFilterShows_data()
    {
        QTest::addColumn<QString>("key");
        for (const ExportFormat &format : exportFormats())
            QTest::newRow(format.key.data()) << QString(format.key);
    }
    void writesExactlyWhatTheFilterShows()
    {
        QFETCH(QString, key);
        ExportOptions options{.format = exportFormatNamed(key)};
        options.filter.kinds.reset();
        options.filter.kinds.set(static_cast<std::size_t>(Kind::Explosions));
        const ExportReport report = exported(u"out"_s, options);
        QCOMPARE(report.written, qint64{1});
        QCOMPARE(report.filtered, qint64{3});
        QCOMPARE(report.unplaced + report.undated, qint64{0});
        QVERIFY(leftOutSentences(report).first().startsWith(u"3 incidents are not shown"_s));
    }

    void replacesAFileOnlyWhenTheNewOneIsComplete()
    {
        QFile old(path(u"out.csv"_s));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        const Result<ExportReport> cancelled =
            exportIncidents(*m_case, path(u"out.csv"_s), {}, [](const ExportProgress &) { return false; });
        QVERIFY(cancelled); // Four rows are over before anybody is asked.
        exported(u"out.csv"_s);
        QVERIFY(bytesOf(u"out.csv"_s).startsWith("id,title"));
        QCOMPARE(filesMade(), QStringList{u"out.csv"_s});
    }

    void leavesNothingWhenItIsCancelled()
    {
        std::vector<Edit> edits(2'000, Edit(Incident{}));
        apply(std::move(edits));
        qint64 told = 0;
        const Result<ExportReport> report =
            exportIncidents(*m_case, path(u"out.csv"_s), {}, [&told](const ExportProgress &progress) {
                ++told;
                return progress.done > progress.all; // Never so.
            });
        QVERIFY(report);
        QVERIFY(told == 1 && report->cancelled);
        QVERIFY(report->files.isEmpty());
        QCOMPARE(filesMade(), QStringList());
    }

    void replacesNoCaseAndNoFolder()
    {
        exported(u"out.gpkg"_s);
        QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
        for (const auto &[name, key] : {std::pair(u"out.gpkg"_s, "gpkg"),
                                        {u"case.gpkg"_s, "csv"},
                                        {u"folder"_s, "csv"},
                                        {u"folder"_s, "timemap"}}) {
            const Result<ExportReport> report =
                exportIncidents(*m_case, path(name), {.format = exportFormatNamed(QString::fromLatin1(key))});
            QVERIFY2(!report, key);
            QCOMPARE(report.error().kind, Error::Kind::Conflict);
        }
        QVERIFY(takenCase(openCase(path(u"out.gpkg"_s))));
    }

    void refusesWhatItCannotWrite()
    {
        const Result<ExportReport> unknown = exportIncidents(*m_case, path(u"out.docx"_s), {});
        QCOMPARE(unknown.error().kind, Error::Kind::Unsupported);
        QVERIFY(unknown.error().message.contains(u".geojson"_s));
        const Result<ExportReport> nowhere = exportIncidents(*m_case, path(u"missing/out.csv"_s), {});
        QCOMPARE(nowhere.error().kind, Error::Kind::Unwritable);
        QCOMPARE(filesMade(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestExportCase)
#include "tst_exportcase.moc"
