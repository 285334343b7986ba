#include "casedata.h"
#include "casefile/verify.h"
#include "rowsource.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

/// Checks of what was made at once and of what was merged.
class TestVerifyMany : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"case.gpkg"_s);
        QVERIFY(createCase(m_path, u"A case"_s).has_value());
    }
    void cleanup() { m_folder.reset(); }

    void holdsAfterManyRowsWereMadeAtOnce()
    {
        load(2500);
        const Verification loaded = verified(m_path);
        QCOMPARE(placesOf(loaded), QStringList());
        QCOMPARE(loaded.incidents, 2500);
        QVERIFY(loaded.historyRows < 10);
        {
            const std::unique_ptr<Case> opened = openCase(m_path).value();
            Incident incident = opened->incident(IncidentId{1200}).value();
            incident.title = u"Corrected"_s;
            apply(*opened, {incident, RemoveIncident{IncidentId{7}}});
        }
        QCOMPARE(placesOf(verified(m_path)), QStringList());
    }

    void holdsAfterTheyWereTakenBackAndMadeAgain()
    {
        load(1500);
        const std::unique_ptr<Case> opened = openCase(m_path).value();
        QVERIFY(opened->undo().has_value());
        QCOMPARE(placesOf(verified(m_path)), QStringList());
        QVERIFY(opened->redo().has_value());
        const Verification verification = verified(m_path);
        QCOMPARE(placesOf(verification), QStringList());
        QCOMPARE(verification.incidents, 1500);
    }

    void namesTheThousandWithARowThatAnotherProgramChanged_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QStringList>("places");
        QTest::addColumn<QString>("words");
        QTest::newRow("a title") << u"UPDATE incident SET title = 'x' WHERE id = 1234"_s
                                 << QStringList{u"replay incident 1001 "_s} << u"from 1001 to 2000"_s;
        QTest::newRow("the last row") << u"UPDATE incident SET radius_m = 1 WHERE id = 2500"_s
                                      << QStringList{u"replay incident 2001 "_s} << u"from 2001 to 2500"_s;
        QTest::newRow("two thousands") << u"UPDATE incident SET notes = NULL WHERE id IN (1, 2001)"_s
                                       << QStringList{u"replay incident 1 "_s, u"replay incident 2001 "_s}
                                       << u"from 1 to 1000"_s;
        QTest::newRow("a removed row") << u"DELETE FROM incident WHERE id = 1500"_s
                                       << QStringList{u"replay incident 1001 "_s} << u"missing: 1500"_s;
        QTest::newRow("an added row") << u"INSERT INTO incident(id, title, kind, status, credibility) "
                                         "VALUES(2501, 'x', 'Riots', 'reported', 0)"_s
                                      << QStringList{u"replay incident 2501 "_s} << u"another program added it"_s;
        QTest::newRow("all of them") << u"DELETE FROM incident"_s
                                     << QStringList{u"replay incident 1 "_s, u"replay incident 1001 "_s,
                                                    u"replay incident 2001 "_s}
                                     << u"1000 rows are missing"_s;
        QTest::newRow("the digest") << u"UPDATE history SET after = replace(after, '2500', '2400')"_s
                                    << QStringList{u"chain history 1 "_s, u"replay incident 1 "_s}
                                    << u"does not tell how many rows"_s;
    }
    void namesTheThousandWithARowThatAnotherProgramChanged()
    {
        QFETCH(QString, sql);
        QFETCH(QStringList, places);
        QFETCH(QString, words);
        load(2500);
        edit(m_path, sql);
        const Verification verification = verified(m_path);
        QCOMPARE(placesOf(verification), places);
        const auto says = [&](const Finding &finding) { return finding.words.contains(words); };
        QVERIFY2(std::ranges::any_of(verification.findings, says), qPrintable(verification.findings.back().words));
    }

    void holdsAfterAMerge()
    {
        const QString other = mergedCopies();
        const Verification verification = verified(m_path);
        QCOMPARE(placesOf(verification), QStringList());
        QCOMPARE(verification.mergedRows, 2);
        QCOMPARE(verification.incidents, 4);
        QCOMPARE(placesOf(verified(other)), QStringList());
    }

    void namesATamperedRowOfAMergedHistory_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QStringList>("places");
        QTest::newRow("a label") << u"UPDATE merged_history SET label = 'x' WHERE id = 1"_s
                                 << QStringList{u"merge merged_history 1 "_s};
        QTest::newRow("the first row") << u"DELETE FROM merged_history WHERE id = 1"_s
                                       << QStringList{u"merge merged_history 2 "_s, u"merge merged_history - "_s};
        QTest::newRow("the last row") << u"DELETE FROM merged_history WHERE id = 2"_s
                                      << QStringList{u"merge merged_history - "_s};
        QTest::newRow("all rows") << u"DELETE FROM merged_history"_s << QStringList{u"merge merged_history - "_s};
        QTest::newRow("the hash they end with")
            << u"UPDATE merged_history SET sha256 = hex(zeroblob(32)) WHERE id = 2"_s
            << QStringList{u"merge merged_history 2 "_s};
    }
    void namesATamperedRowOfAMergedHistory()
    {
        QFETCH(QString, sql);
        QFETCH(QStringList, places);
        mergedCopies();
        edit(m_path, sql);
        QCOMPARE(placesOf(verified(m_path)), places);
    }

private:
    void load(qint64 count) const
    {
        const std::unique_ptr<Case> opened = openCase(m_path).value();
        ManyRows rows(count);
        const Result<Loaded> loaded = opened->load(u"Take in a data set"_s, rows);
        QVERIFY2(loaded && loaded->accepted == count, loaded ? "" : qPrintable(loaded.error().message));
    }

    /// Merges a copy with two incidents of its own into the case with one of its own and one that both have.
    QString mergedCopies() const
    {
        const QString other = m_folder->filePath(u"other.gpkg"_s);
        const auto incident = [](const char16_t *title) {
            Incident made = sampleIncident();
            made.title = QString::fromUtf16(title);
            return made;
        };
        apply(*openCase(m_path).value(), {incident(u"Both")});
        QFile::copy(m_path, other);
        apply(*openCase(m_path).value(), {incident(u"Ours")});
        apply(*openCase(other).value(), {incident(u"Theirs"), incident(u"Theirs too")});
        const Result<Merged> merged = openCase(m_path).value()->merge(other, {});
        if (!merged)
            qFatal("%s", qPrintable(merged.error().message));
        return other;
    }

    static void apply(Case &to, std::vector<Edit> edits)
    {
        const Result<Changed> changed = to.apply({u"Work"_s, std::move(edits)});
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
    }
    static Verification verified(const QString &path)
    {
        Result<Verification> verification = verifyCase(path);
        if (!verification)
            qFatal("%s", qPrintable(verification.error().message));
        return std::move(*verification);
    }
    static QStringList placesOf(const Verification &verification)
    {
        QStringList places;
        for (const Finding &finding : verification.findings) {
            places.append(u"%1 %2 %3 %4"_s.arg(keyOf(finding.kind), finding.table,
                                               finding.row ? QString::number(*finding.row) : u"-"_s, finding.column));
        }
        return places;
    }
    static void edit(const QString &path, const QString &sql)
    {
        QProcess process;
        process.start(u"sqlite3"_s, {u"-cmd"_s, u".dbconfig enable_trigger off"_s, path, sql});
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("sqlite3: %s", process.readAllStandardError().constData());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestVerifyMany)
#include "tst_verifymany.moc"
