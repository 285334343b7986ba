#include "casefile/case.h"
#include "casefile/verify.h"
#include "tabletests.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

namespace
{

QString dataFile(const char *name)
{
    return QStringLiteral(TEST_DATA_DIR "/tables/") + QString::fromLatin1(name);
}

constexpr auto header = "event_id_cnty,event_date,event_type,actor1,latitude,longitude,geo_precision,source,notes\n";

} // namespace

class TestImportTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = *createCase(path("case.gpkg"), QStringLiteral("Case"));
    }

    void bringsRowsWithTheirWordsAndSources()
    {
        const TableImport done = imported(dataFile("acled.csv"));
        QCOMPARE(done.loaded.accepted, 3);
        QCOMPARE(done.loaded.documents, 2);
        QCOMPARE(done.failed, qint64{0});
        const std::vector<Evidence> evidence = *m_case->evidence(done.loaded.first);
        QCOMPARE(evidence.size(), 2U);
        QStringList publishers;
        for (const Evidence &one : evidence) {
            QVERIFY(one.matches);
            QCOMPARE(one.quote.exact,
                     QStringLiteral("On 13 September 2022, guns fired towards Goris; a clerk said, "
                                    "\"we heard them all night\"."));
            QCOMPARE(one.claim.stance, Stance::Reports);
            publishers.append(one.publisher);
        }
        QCOMPARE(publishers, (QStringList{QStringLiteral("First Agency"), QStringLiteral("Second Paper")}));
        const Document first = *m_case->document(evidence.front().quote.document);
        QCOMPARE(first.title, QStringLiteral("First Agency in acled.csv, lines 2–3"));
        QCOMPARE(first.author, QStringLiteral("ACLED"));
        QCOMPARE(first.text.count(QStringLiteral("\n\n")), 1);
        QCOMPARE(first.textSha256, sha256Of(QStringView(first.text)));
        // Words stand once in a case: not in the notes too.
        QCOMPARE(m_case->incident(done.loaded.first)->notes, QString());
        QVERIFY(!m_case->search(QStringLiteral("guns towards Goris"), 5)->empty());
    }

    void countsEachNamedSourceAsAnOrigin()
    {
        const TableImport done = imported(dataFile("acled.csv"));
        const std::vector<Origin> origins = originsOf(*m_case->sourced());
        const Support support = *m_case->support(done.loaded.first, OriginIndex(origins));
        QCOMPARE(support.documents, 2);
        QCOMPARE(support.origins, 2);
    }

    void keepsTheWordsAsNotesWithoutSources()
    {
        const TableImport done = imported(dataFile("acled.csv"), {.withSources = false});
        QCOMPARE(done.loaded.accepted, 3);
        QCOMPARE(done.loaded.documents, 0);
        QVERIFY(m_case->documents()->empty());
        const Incident incident = *m_case->incident(done.loaded.first);
        QVERIFY(incident.notes.startsWith(QStringLiteral("On 13 September 2022")));
        QVERIFY(incident.attributes.contains(QStringLiteral("First Agency; Second Paper")));
    }

    void keepsLowAndHighAndWhoSaidIt()
    {
        const TableImport done = imported(dataFile("ucdp.csv"));
        const std::vector<Evidence> evidence = *m_case->evidence(done.loaded.first);
        QCOMPARE(evidence.size(), 2U);
        QCOMPARE(evidence[1].quote.exact, QStringLiteral("Village shelled"));
        QCOMPARE(evidence[1].quote.speaker, QStringLiteral("army statement"));
        QCOMPARE(evidence[1].publisher, QStringLiteral("Second Paper"));
        const Incident incident = *m_case->incident(done.loaded.first);
        QCOMPARE(incident.losses.front().low, qint64{2});
        QCOMPARE(incident.losses.front().high, qint64{7});
    }

    void isOneStepThatUndoTakesBack()
    {
        imported(dataFile("ucdp.csv"));
        imported(dataFile("acled.csv"));
        QCOMPARE(*m_case->undoLabel(), QStringLiteral("Import “acled.csv”"));
        QVERIFY(m_case->undo());
        QCOMPARE(m_case->incidents()->size(), 3U);
        QVERIFY(!m_case->info().licence.contains(QStringLiteral("ACLED")));
        QVERIFY(m_case->undo());
        QVERIFY(m_case->incidents()->empty());
        QVERIFY(m_case->documents()->empty());
        QVERIFY(m_case->redo() && m_case->redo());
        QCOMPARE(m_case->incidents()->size(), 6U);
        const std::vector<Incident> incidents = *m_case->incidents();
        for (const Incident &incident : incidents) {
            const std::vector<Evidence> evidences = *m_case->evidence(incident.id);
            for (const Evidence &evidence : evidences)
                QVERIFY(evidence.matches);
        }
    }

    void passesOverRowsThatAreThere()
    {
        imported(dataFile("acled.csv"));
        const TableImport again = imported(dataFile("acled.csv"));
        QCOMPARE(again.loaded.accepted, 0);
        QCOMPARE(again.known, qint64{3});
        QCOMPARE(again.failed, qint64{0});
        QCOMPARE(m_case->incidents()->size(), 3U);
        // The same id of another data set is another row.
        const QByteArray ucdp("id,type_of_violence,side_a,where_prec,date_start\nARM101,1,A,1,2022-09-13\n");
        QCOMPARE(imported(fileWith(ucdp)).loaded.accepted, 1);
    }

    void carriesCitationAndTermsOnce()
    {
        imported(dataFile("acled.csv"));
        imported(dataFile("acled-old.csv"));
        const CaseInfo info = m_case->info();
        QCOMPARE(info.title, QStringLiteral("Case"));
        QCOMPARE(info.licence.count(QStringLiteral("not to be passed on")), 1);
        QCOMPARE(info.notes.count(QStringLiteral("Armed Conflict Location")), 1);
    }

    void listsRowsThatFailAndTakesThemCorrected()
    {
        const QByteArray good = "A1,2022-09-13,Battles,A,40,45,1,Agency,Words one\n";
        const QByteArray bad = "A2,yesterday,Battles,\"A, the first\",40,45,1,Agency,\"Words \"\"two\"\"\"\n";
        const TableImport done = imported(fileWith(header + good + bad), {.failuresPath = path("failed.csv")});
        QCOMPARE(done.loaded.accepted, 1);
        QCOMPARE(done.failed, qint64{1});
        QCOMPARE(done.failures.front(),
                 (RowFailure{3, QStringLiteral("event_date"), QStringLiteral("yesterday"),
                             QStringLiteral("This is no date: write it like 2022-09-13")}));
        QFile file(path("failed.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray failed = file.readAll();
        QVERIFY(failed.startsWith(QByteArray(header).chopped(1)
                                  + ",dateline_line,dateline_column,dateline_value,"
                                    "dateline_reason\nA2,yesterday,"));
        const TableImport again = imported(fileWith(failed.replace(",yesterday,Battles", ",2022-09-14,Battles")));
        QCOMPARE(again.failed, qint64{0});
        const Incident incident = *m_case->incident(again.loaded.first);
        QCOMPARE(incident.dataSetId, QStringLiteral("A2"));
        QCOMPARE(incident.actors, QStringList{QStringLiteral("A, the first")});
        QVERIFY(!incident.attributes.contains(QStringLiteral("dateline_")));
        QCOMPARE(m_case->evidence(again.loaded.first)->front().quote.exact, QStringLiteral("Words \"two\""));
    }

    void leavesTheCaseAsItIsIfNothingComesIn()
    {
        const std::size_t before = m_case->history(0).value().size();
        const TableImport done = imported(fileWith(QByteArray(header) + "A1,never,Battles,A,40,45,1,Agency,Words\n"));
        QCOMPARE(done.loaded.accepted, 0);
        QCOMPARE(done.failed, qint64{1});
        QCOMPARE(m_case->history(0).value().size(), before);
        QVERIFY(m_case->documents()->empty());
        QVERIFY(m_case->info().licence.isEmpty());
    }

    void canBeCancelled()
    {
        QByteArray rows(header);
        for (int i = 0; i < 20000; ++i)
            rows += QByteArray::number(i) + ",2022-09-13,Battles,A,40,45,1,Agency,Words\n";
        ImportProgress last;
        const Result<TableImport> done = importTable(*m_case, fileWith(rows), {}, [&last](const ImportProgress &now) {
            last = now;
            return now.rows < 5000;
        });
        QVERIFY(done);
        QVERIFY(done->loaded.cancelled);
        QCOMPARE(last.size, rows.size());
        QVERIFY(last.bytes > 0 && last.rows >= 5000);
        QVERIFY(m_case->incidents()->empty());
        QVERIFY(m_case->documents()->empty());
    }

    void makesManyDocumentsOfModestSize()
    {
        QByteArray rows(header);
        constexpr int count = 3000;
        for (int i = 0; i < count; ++i) {
            rows += QByteArray::number(i) + ",2022-09-13,Battles,A,40,45,1," + (i % 3 == 0 ? "Զոհ" : "Agency")
                + ",\"Խոսք " + QByteArray::number(i) + ' ' + QByteArray("and more 𐌰 ").repeated(i % 9) + "\r\nend\"\n";
        }
        const TableImport done = imported(fileWith(rows));
        QCOMPARE(done.loaded.accepted, count);
        QVERIFY(done.loaded.documents > 2);
        QCOMPARE(static_cast<qsizetype>(m_case->documents()->size()), done.loaded.documents);
        const std::vector<DocumentSummary> documents = *m_case->documents();
        for (const DocumentSummary &summary : documents)
            QVERIFY(m_case->document(summary.id)->text.size() < 70000);
        for (int i = 0; i < count; i += 7) {
            const std::vector<Evidence> evidence = *m_case->evidence(IncidentId{numberOf(done.loaded.first) + i});
            QCOMPARE(evidence.size(), 1U);
            QVERIFY(evidence.front().matches);
            QVERIFY(evidence.front().quote.exact.startsWith(QStringLiteral("Խոսք %1 ").arg(i)));
            QVERIFY(evidence.front().quote.exact.endsWith(QStringLiteral("\nend")));
            const Document document = *m_case->document(evidence.front().quote.document);
            const std::optional<TextSpan> span = spanOf(evidence.front().quote, document.text);
            QVERIFY(span);
            QVERIFY(QStringView(document.text).first(span->begin).endsWith(evidence.front().quote.prefix));
        }
    }

    void makesACaseThatStandsItsCheck()
    {
        imported(dataFile("acled.csv"));
        imported(dataFile("ucdp.csv"));
        m_case.reset();
        const Result<Verification> checked = verifyCase(path("case.gpkg"));
        QVERIFY(checked);
        QVERIFY(checked->holds());
        QCOMPARE(checked->quotesExact, std::int64_t{4 + 3});
    }

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    TableImport imported(const QString &file, const ImportOptions &options = {})
    {
        Result<TableImport> done = importTable(*m_case, file, options);
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        return std::move(*done);
    }

    QString fileWith(const QByteArray &bytes)
    {
        QFile file(path("table.csv"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for a test file");
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Case> m_case;
};

QTEST_GUILESS_MAIN(TestImportTable)
#include "tst_importtable.moc"
