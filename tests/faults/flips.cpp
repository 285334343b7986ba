#include "commands.h"
#include "editscript.h"
#include "examine.h"
#include "random.h"
#include "trial.h"
#include "victim.h"

#include "casefile/verify.h"
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>
#include <map>

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dateline
{

namespace
{

// One flip takes some milliseconds; a case that takes so long hangs.
constexpr unsigned secondsForOne = 20;

/// What the process that does the flips has got to, as its watcher sees it after it has gone.
struct Progress
{
    int next = 0;
    int refused = 0; ///< Did not open.
    int worked = 0; ///< Opened; everything could be read and changed.
    int partly = 0; ///< Opened; some of it failed with a sentence.
    int verified = 0; ///< verifyCase() found the damage.
    int badSentences = 0;
};

class Flips
{
public:
    explicit Flips(const Task &task)
        : m_task(task)
        , m_path(m_folder.filePath(QStringLiteral("flipped.gpkg")))
        , m_progress(static_cast<Progress *>(
              ::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
    {
        new (m_progress) Progress;
    }

    Outcome run()
    {
        makeCases();
        int crashes = 0;
        int hangs = 0;
        while (m_progress->next < m_task.count) {
            const Ended ended =
                runAndKill([this](const Telling &telling) { return flipAll(telling); }, std::chrono::hours(10));
            for (const QString &note : ended.notes)
                std::printf("%s\n", qPrintable(note));
            if (ended.status == 0)
                break;
            const bool hung = WIFSIGNALED(ended.status) && WTERMSIG(ended.status) == SIGALRM;
            ++(hung ? hangs : crashes);
            std::printf("flip %d of seed %llu: the process %s (status %d)\n", m_progress->next,
                        static_cast<unsigned long long>(m_task.seed), hung ? "hung" : "crashed", ended.status);
            ++m_progress->next;
        }
        std::printf(
            "%d flipped bits: %d crashes, %d hangs, %d sentences that are none; %d cases were refused, %d opened and "
            "worked, %d opened and told of damage later; in %d verify found damage\n",
            m_progress->next, crashes, hangs, m_progress->badSentences, m_progress->refused, m_progress->worked,
            m_progress->partly, m_progress->verified);
        return crashes + hangs + m_progress->badSentences == 0 ? Outcome::Good : Outcome::Bad;
    }

private:
    void makeCases()
    {
        const QString path = m_folder.filePath(QStringLiteral("whole.gpkg"));
        std::unique_ptr<Case> made = createCase(path, QStringLiteral("A case")).value();
        EditScript script(*made, 3);
        for (int i = 0; i < 15; ++i)
            static_cast<void>(script.next());
        // As a killed process leaves it: with its log beside it, whose bits can flip as well.
        m_open = bytesOf(path);
        m_log = bytesOf(path + QStringLiteral("-wal"));
        made.reset();
        m_whole = bytesOf(path);
        // A quote of the loaded rows may have no words in its source.
        m_findingsInWhole = countOf(verifyCase(path).value());
    }

    static std::int64_t countOf(const Verification &verified)
    {
        return static_cast<std::int64_t>(verified.findings.size()) + verified.findingsLeftOut;
    }

    int flipAll(const Telling &telling)
    {
        // A sanitizer needs more address space than there is memory.
#if !defined(__SANITIZE_ADDRESS__)
        const rlimit memory{4UL << 30U, 4UL << 30U};
        ::setrlimit(RLIMIT_AS, &memory);
#endif
        for (; m_progress->next < m_task.count; ++m_progress->next) {
            ::alarm(secondsForOne);
            flip(m_progress->next, telling);
        }
        ::alarm(0);
        return 0;
    }

    void flip(int number, const Telling &telling)
    {
        Random random(m_task.seed * 1'000'003 + static_cast<std::uint64_t>(number));
        const bool inLog = random.oneIn(4);
        QByteArray bytes = inLog ? m_log : m_whole;
        // Half of them where the layout of the file is: there they do more.
        const bool early = random.oneIn(2);
        const auto size = static_cast<std::uint64_t>(early ? std::min<qsizetype>(bytes.size(), 16384) : bytes.size());
        const auto at = static_cast<qsizetype>(random.below(size));
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
        for (const char *beside : {"-wal", "-shm", "-journal", "-lock"})
            QFile::remove(m_path + QLatin1StringView(beside));
        putBytes(m_path, inLog ? m_open : bytes);
        if (inLog)
            putBytes(m_path + QStringLiteral("-wal"), bytes);
        const std::vector<Error> errors = tryOut(number);
        for (const Error &error : errors) {
            if (isClear(error, m_path))
                continue;
            ++m_progress->badSentences;
            telling.note(QStringLiteral("flip %1: “%2”").arg(number).arg(error.message));
        }
    }

    std::vector<Error> tryOut(int number)
    {
        if (const Result<Verification> verified = verifyCase(m_path);
            verified && countOf(*verified) != m_findingsInWhole)
            ++m_progress->verified;
        else if (!verified && !isClear(verified.error(), m_path))
            ++m_progress->badSentences;
        const Result<std::unique_ptr<Case>> opened = openCase(m_path);
        if (!opened) {
            ++m_progress->refused;
            return {opened.error()};
        }
        std::vector<Error> errors = readEverything(**opened);
        EditScript script(**opened, static_cast<std::uint64_t>(number));
        const auto note = [&errors](const auto &result) {
            if (!result)
                errors.push_back(result.error());
        };
        for (int i = 0; i < 3; ++i)
            note(script.next());
        note((*opened)->undo());
        note((*opened)->follow());
        const bool damaged =
            std::ranges::any_of(errors, [](const Error &error) { return error.kind != Error::Kind::NotFound; });
        ++(damaged ? m_progress->partly : m_progress->worked);
        return errors;
    }

    Task m_task;
    QTemporaryDir m_folder;
    QString m_path;
    Progress *m_progress;
    QByteArray m_whole;
    QByteArray m_open;
    QByteArray m_log;
    std::int64_t m_findingsInWhole = 0;
};

} // namespace

Outcome runFlips(const Task &task)
{
    return Flips(task).run();
}

} // namespace dateline
