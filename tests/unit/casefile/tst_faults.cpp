#include "casedata.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <set>

#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace dateline;

/// What happens to a case when its process is killed, its disk is full or a write fails.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("case.gpkg"));
        QVERIFY(createCase(m_path, QStringLiteral("A case")).has_value());
    }

    // A fast part of what a long run does a thousand times.
    void keepsEveryAcknowledgedEditOverTwentyKills()
    {
        std::set<std::int64_t> acknowledged;
        std::uint64_t random = 7;
        for (int kill = 0; kill < 20; ++kill) {
            random = random * 6364136223846793005U + 1442695040888963407U;
            const int wanted = 1 + static_cast<int>((random >> 33U) % 12U);
            QProcess process;
            process.start(QStringLiteral(EDITCASE), {m_path, QStringLiteral("1000000")});
            for (int read = 0; read < wanted;) {
                QVERIFY2(process.waitForReadyRead(), process.readAllStandardError());
                for (; process.canReadLine(); ++read)
                    acknowledged.insert(process.readLine().trimmed().toLongLong());
            }
            process.kill();
            process.waitForFinished();
            while (process.canReadLine())
                acknowledged.insert(process.readLine().trimmed().toLongLong());
            const Result<std::unique_ptr<Case>> opened = openCase(m_path);
            QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
            QVERIFY(!(*opened)->isReadOnly());
            std::set<std::int64_t> there;
            const std::vector<Incident> incidents = (*opened)->incidents().value();
            for (const Incident &incident : incidents)
                there.insert(numberOf(incident.id));
            QVERIFY(std::ranges::includes(there, acknowledged));
            // At most the one edit that was under way is there without having been acknowledged.
            QVERIFY(there.size() <= acknowledged.size() + static_cast<std::size_t>(kill) + 1);
        }
        QCOMPARE(sqlite("PRAGMA integrity_check; PRAGMA foreign_key_check"), "ok\n");
        QCOMPARE(sqlite("SELECT count(*) FROM history WHERE step <> id"), "0\n");
    }

    void saysThatTheDiskIsFullAndLosesNothing()
    {
        // A small disk of its own, seen by the child alone: nothing is mounted unless that is certain.
        const QString script =
            QStringLiteral("mount --make-rprivate \"$(df --output=target \"$1\" | tail -n 1)\" 2>/dev/null || exit 77\n"
                           "mkdir \"$1/disk\" && mount -t tmpfs -o size=1m tmpfs \"$1/disk\" || exit 77\n"
                           "cp \"$1/case.gpkg\" \"$1/disk\"\n"
                           "\"$2\" \"$1/disk/case.gpkg\" 100000; code=$?\n"
                           "sqlite3 \"$1/disk/case.gpkg\" 'PRAGMA integrity_check; SELECT count(*) FROM incident'\n"
                           "exit $code");
        QStringList arguments{QStringLiteral("--mount"), QStringLiteral("--propagation"), QStringLiteral("unchanged")};
        if (geteuid() != 0)
            arguments.append(QStringLiteral("--map-root-user"));
        arguments.append({QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh"), m_folder->path(),
                          QStringLiteral(EDITCASE)});
        QProcess process;
        process.start(QStringLiteral("unshare"), arguments);
        QVERIFY(process.waitForFinished(60000));
        const QString error = QString::fromUtf8(process.readAllStandardError());
        if (process.exitCode() == 77 || process.exitCode() == 1)
            QSKIP(qPrintable(QStringLiteral("This system lets tests have no disk of their own: ") + error));
        QVERIFY2(process.exitCode() == 3, qPrintable(error));
        QVERIFY2(error.contains(QStringLiteral("case.gpkg” is full: nothing of this step was stored; free some space "
                                               "and try again")),
                 qPrintable(error));
        const QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        const qsizetype acknowledged = lines.size() - 3;
        QVERIFY(acknowledged > 10);
        QCOMPARE(lines.at(acknowledged), QStringLiteral("left %1").arg(acknowledged));
        QCOMPARE(lines.at(acknowledged + 1), QStringLiteral("ok"));
        QCOMPARE(lines.at(acknowledged + 2), QString::number(acknowledged));
    }

    void goesOnWhenThereIsSpaceAgain()
    {
        // A limit on pages makes SQLite see a full disk on any system.
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&limitPages));
        const std::unique_ptr<Case> full = openCase(m_path).value();
        sqlite3_reset_auto_extension();
        Document document = sampleDocument();
        document.text = QString(1000000, u'x');
        document.textSha256.clear();
        const Result<Changed> refused = full->apply({QStringLiteral("Add"), {sampleIncident(), document}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unwritable);
        QVERIFY2(refused.error().message.startsWith(QStringLiteral("The disk that holds")),
                 qPrintable(refused.error().message));
        QVERIFY(full->incidents().value().empty());
        QVERIFY(full->documents().value().empty());
        QVERIFY(!full->undoLabel());
        // Something small still fits.
        QVERIFY(full->apply({QStringLiteral("Add"), {sampleIncident()}}).has_value());
        QCOMPARE(full->incidents().value().size(), 1U);
    }

    void goesOnAfterAWriteFailed()
    {
        const std::unique_ptr<Case> opened = openCase(m_path).value();
        const auto add = [&opened] { return opened->apply({QStringLiteral("Add"), {sampleIncident()}}); };
        QVERIFY(add().has_value());
        const std::size_t before = opened->incidents().value().size();
        {
            // Every file may grow no further than it has.
            std::signal(SIGXFSZ, SIG_IGN);
            rlimit limit{};
            QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
            const rlimit small{65536, limit.rlim_max};
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
            Result<Changed> changed = add();
            for (int i = 0; i < 100 && changed; ++i)
                changed = add();
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
            QVERIFY(!changed);
            QCOMPARE(changed.error().kind, Error::Kind::Unwritable);
            QVERIFY2(changed.error().message.contains(QStringLiteral("nothing of this step was stored")),
                     qPrintable(changed.error().message));
        }
        const std::size_t after = opened->incidents().value().size();
        QVERIFY(after >= before);
        QVERIFY(add().has_value());
        QCOMPARE(opened->incidents().value().size(), after + 1);
        QVERIFY(opened->undo().has_value());
    }

    void takesAwayTheIndexOfALogThatIsGone()
    {
        QFile index(m_path + QStringLiteral("-shm"));
        QVERIFY(index.open(QIODevice::WriteOnly));
        index.write(QByteArray(32768, '\x5a'));
        index.close();
        std::unique_ptr<Case> opened = openCase(m_path).value();
        QVERIFY(opened->apply({QStringLiteral("Title"), {CaseInfo{.title = QStringLiteral("Another")}}}).has_value());
        opened.reset();
        QVERIFY(!index.exists());
        QCOMPARE(openCase(m_path).value()->info().title, QStringLiteral("Another"));
    }

    void leavesNothingBehindWhereACaseCannotBeMade()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
        const rlimit small{8192, limit.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const Error::Kind kind = createCase(m_folder->filePath(QStringLiteral("new.gpkg")), QString()).error().kind;
        const Error::Kind copying = [this] {
            return copyCase(*openCase(m_path).value(), m_folder->filePath(QStringLiteral("copy.gpkg"))).error().kind;
        }();
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
        QCOMPARE(kind, Error::Kind::Unwritable);
        QCOMPARE(copying, Error::Kind::Unwritable);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("case.gpkg")});
    }

private:
    static int limitPages(sqlite3 *handle, char **, const sqlite3_api_routines *)
    {
        return sqlite3_exec(handle, "PRAGMA max_page_count = 80", nullptr, nullptr, nullptr);
    }
    QByteArray sqlite(const char *sql) const
    {
        QProcess process;
        process.start(QStringLiteral("sqlite3"), {m_path, QString::fromLatin1(sql)});
        process.waitForFinished();
        return process.readAllStandardOutput() + process.readAllStandardError();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
