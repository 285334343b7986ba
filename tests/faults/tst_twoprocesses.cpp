#include "editscript.h"
#include "examine.h"

#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

/// Another process with the case open, which edits it when it is told to.
class OtherProcess
{
public:
    explicit OtherProcess(const QString &path)
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM, 0, m_ends.data()) != 0)
            qFatal("no sockets");
        m_process = ::fork();
        if (m_process == 0)
            work(path);
        ::close(m_ends[1]);
        hear();
    }
    ~OtherProcess() { kill(); }
    OtherProcess(const OtherProcess &) = delete;
    OtherProcess &operator=(const OtherProcess &) = delete;

    /// Lets it do @p count edits, and waits until they are done.
    void edit(int count)
    {
        for (int i = 0; i < count; ++i) {
            say();
            hear();
        }
    }
    /// Lets it edit on and on.
    void editWithoutEnd() { say('w'); }

    void kill()
    {
        if (m_process > 0) {
            ::kill(m_process, SIGKILL);
            ::waitpid(m_process, nullptr, 0);
            ::close(m_ends[0]);
        }
        m_process = -1;
    }

private:
    void say(char what = 'e') const
    {
        if (::write(m_ends[0], &what, 1) != 1)
            qFatal("the other process has gone");
    }
    void hear() const
    {
        char what = 0;
        if (::read(m_ends[0], &what, 1) != 1 || what != '.')
            qFatal("the other process has failed");
    }

    [[noreturn]] void work(const QString &path) const
    {
        ::close(m_ends[0]);
        const Result<std::unique_ptr<Case>> opened = openCase(path);
        if (!opened || (*opened)->isReadOnly())
            ::_exit(1);
        EditScript script(**opened, 11);
        char what = '.';
        while (::write(m_ends[1], ".", 1) == 1 && ::read(m_ends[1], &what, 1) == 1) {
            do {
                if (const Result<Changed> changed = script.next();
                    !changed && changed.error().kind != Error::Kind::NotFound)
                    ::_exit(2);
            } while (what == 'w');
        }
        ::_exit(0);
    }

    std::array<int, 2> m_ends{};
    pid_t m_process = -1;
};

} // namespace

/// One case in two processes.
class TestTwoProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"case.gpkg"_s);
        QVERIFY(createCase(m_path, u"A case"_s).has_value());
    }

    void theSecondReadsAndFollows()
    {
        OtherProcess other(m_path);
        other.edit(5);
        const std::unique_ptr<Case> opened = openCase(m_path).value();
        QVERIFY(opened->isReadOnly());
        const Error refused = opened->apply({QString(), {Incident{.title = u"x"_s}}}).error();
        QCOMPARE(refused.kind, Error::Kind::Unwritable);
        QCOMPARE(refused.message, u"“%1” is open in another window: close it there, or work on a copy"_s.arg(m_path));
        QVERIFY(!opened->follow().value());
        const std::vector<StepSeen> before = stepsOf(*opened, 0);
        const std::map<IncidentId, Incident> was = incidentsOf(*opened);
        other.edit(20);
        const std::optional<Changed> changed = opened->follow().value();
        QVERIFY(changed);
        const std::vector<StepSeen> after = stepsOf(*opened, 0);
        QVERIFY(after.size() > before.size());
        QVERIFY(std::equal(before.begin(), before.end(), after.begin()));
        // Whatever incident is new, different or gone, it was told.
        const std::map<IncidentId, Incident> now = incidentsOf(*opened);
        for (const auto &[id, incident] : now)
            QVERIFY((was.contains(id) && was.at(id) == incident) || std::ranges::contains(changed->incidents, id));
        for (const auto &[id, incident] : was)
            QVERIFY(now.contains(id) || std::ranges::contains(changed->incidents, id));
        QVERIFY(!opened->follow().value());
        QVERIFY(readEverything(*opened).empty());
    }

    void theSecondReadsOnWhenTheFirstIsKilled()
    {
        auto other = std::make_unique<OtherProcess>(m_path);
        other->edit(10);
        const std::unique_ptr<Case> follower = openCase(m_path).value();
        QVERIFY(follower->isReadOnly());
        other->edit(10);
        other->kill();
        QVERIFY(follower->follow().has_value());
        const std::vector<StepSeen> steps = stepsOf(*follower, 0);
        QVERIFY(!steps.empty());
        QVERIFY(readEverything(*follower).empty());
        {
            // The lock file is still there, and counts for nothing.
            QVERIFY(QFile::exists(m_path + u"-lock"_s));
            const std::unique_ptr<Case> next = openCase(m_path).value();
            QVERIFY(!next->isReadOnly());
            QVERIFY(stepsOf(*next, 0) == steps);
            QVERIFY(next->apply({u"Add"_s, {Incident{.title = u"New"_s}}}).has_value());
            const std::optional<Changed> changed = follower->follow().value();
            QVERIFY(changed);
            QCOMPARE(changed->incidents.size(), 1U);
        }
        QVERIFY(readEverything(*follower).empty());
    }

    void theSecondFollowsThroughManyKills()
    {
        std::unique_ptr<Case> follower;
        std::vector<StepSeen> seen;
        Random random(3);
        for (int kill = 0; kill < 12; ++kill) {
            OtherProcess other(m_path);
            if (kill % 4 == 0) {
                follower = openCase(m_path).value();
                QVERIFY(follower->isReadOnly());
            }
            other.editWithoutEnd();
            for (std::uint64_t i = 0; i < 3 + random.below(30); ++i) {
                const Result<std::optional<Changed>> followed = follower->follow();
                QVERIFY2(followed.has_value(), followed ? "" : qPrintable(followed.error().message));
                const std::vector<StepSeen> now = stepsOf(*follower, 0);
                QVERIFY(now.size() >= seen.size());
                QVERIFY(std::equal(seen.begin(), seen.end(), now.begin()));
                seen = now;
            }
            other.kill();
        }
        follower.reset();
        const Findings findings = examine(m_path, seen);
        QVERIFY(findings.opens && findings.lost == 0 && findings.chainHolds);
    }

    void aLockFileThatWasLeftCountsForNothing_data()
    {
        const auto words = [](qint64 process, const QString &program) {
            return u"%1\n%2\n%3\n%4\n%5\n"_s.arg(process)
                .arg(program, QSysInfo::machineHostName(), QString::fromLatin1(QSysInfo::machineUniqueId()),
                     QString::fromLatin1(QSysInfo::bootUniqueId()))
                .toUtf8();
        };
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("empty, as of a process killed at the wrong moment") << QByteArray();
        QTest::newRow("cut") << QByteArray("12");
        QTest::newRow("rubbish") << QByteArray(5000, '\xff');
        QTest::newRow("of a process that has gone") << words(4194303, u"dateline"_s);
        QTest::newRow("of a process whose number another program has now") << words(1, u"dateline"_s);
        QTest::newRow("of a process whose number we have now")
            << words(QCoreApplication::applicationPid(), QCoreApplication::applicationName());
        QTest::newRow("of a process whose number another one of ours has now")
            << words(::getppid(), QCoreApplication::applicationName());
    }
    void aLockFileThatWasLeftCountsForNothing()
    {
        QFETCH(QByteArray, left);
        write(m_path + u"-lock"_s, left);
        {
            const std::unique_ptr<Case> opened = openCase(m_path).value();
            QVERIFY(!opened->isReadOnly());
            QVERIFY(openCase(m_path).value()->isReadOnly());
        }
        QVERIFY(!QFile::exists(m_path + u"-lock"_s));
    }

    void aLockFileOfAnotherComputerCounts()
    {
        const QByteArray left = "77\ndateline\nanother-computer\n0123456789abcdef0123456789abcdef\nx\n";
        write(m_path + u"-lock"_s, left);
        {
            const std::unique_ptr<Case> opened = openCase(m_path).value();
            QVERIFY(opened->isReadOnly());
            QCOMPARE(
                opened->undo().error().message,
                u"“%1” is open on the computer “another-computer”, or was when that stopped: close it there, or delete "
                "“case.gpkg-lock” if nobody works on it"_s.arg(m_path));
        }
        QFile file(m_path + u"-lock"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), left);
        QVERIFY(file.remove());
        QVERIFY(!openCase(m_path).value()->isReadOnly());
    }

    // Dateline 0.1 locked with QLockFile.
    void seesAndIsSeenByAnOlderDateline()
    {
        QLockFile older(m_path + u"-lock"_s);
        older.setStaleLockTime(0);
        QVERIFY(older.tryLock());
        QVERIFY(openCase(m_path).value()->isReadOnly());
        older.unlock();
        const std::unique_ptr<Case> opened = openCase(m_path).value();
        QVERIFY(!opened->isReadOnly());
        QVERIFY(!older.tryLock());
    }

    void aLockFileThatLeadsElsewhereIsLeftAlone()
    {
        const QString victim = m_folder->filePath(u"letter.txt"_s);
        write(victim, "Dear reader");
        QVERIFY(QFile::link(victim, m_path + u"-lock"_s));
        QVERIFY(openCase(m_path).value()->isReadOnly());
        QCOMPARE(QFileInfo(victim).size(), 11);
        QVERIFY(QFile::remove(m_path + u"-lock"_s));
        QCOMPARE(mkdir(qPrintable(m_path + u"-lock"_s), 0700), 0);
        QVERIFY(openCase(m_path).value()->isReadOnly());
    }

    void ofManyWhoOpenAtOnceOneMayWrite()
    {
        auto *inside = static_cast<std::atomic<int> *>(
            ::mmap(nullptr, 3 * sizeof(std::atomic<int>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
        std::vector<pid_t> processes;
        for (int i = 0; i < 4; ++i) {
            const pid_t process = ::fork();
            if (process == 0) {
                for (int attempt = 0; attempt < 60; ++attempt) {
                    const Result<std::unique_ptr<Case>> opened = openCase(m_path);
                    if (!opened)
                        ::_exit(1);
                    if ((*opened)->isReadOnly())
                        continue;
                    if (inside[0].fetch_add(1) != 0)
                        ++inside[1];
                    ++inside[2];
                    if (attempt % 20 == 0 && !(*opened)->apply({u"Add"_s, {Incident{.title = u"New"_s}}}))
                        ::_exit(2);
                    --inside[0];
                }
                ::_exit(0);
            }
            processes.push_back(process);
        }
        for (const pid_t process : processes) {
            int status = 0;
            ::waitpid(process, &status, 0);
            QCOMPARE(status, 0);
        }
        QCOMPARE(inside[1].load(), 0);
        QVERIFY(inside[2].load() > 4);
    }

private:
    static std::map<IncidentId, Incident> incidentsOf(const Case &opened)
    {
        std::map<IncidentId, Incident> byId;
        const std::vector<Incident> incidents = opened.incidents().value();
        for (const Incident &incident : incidents)
            byId.emplace(incident.id, incident);
        return byId;
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestTwoProcesses)
#include "tst_twoprocesses.moc"
