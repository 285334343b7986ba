#include "commands.h"
#include "editscript.h"
#include "random.h"
#include "victim.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

namespace dateline
{

namespace
{

using std::chrono::nanoseconds;

// So old a case has been killed at every age, and is still read in little time.
constexpr int killsOfOneCase = 50;

struct Figures
{
    int kills = 0;
    int merges = 0; ///< Runs that began with one.
    int whileMaking = 0;
    int whileMigrating = 0;
    int ended = 0; ///< By themselves, before they could be killed.
    std::size_t acknowledged = 0;
    std::size_t lost = 0;
    std::size_t unacknowledged = 0;
    int notOpening = 0;
    int brokenChains = 0;
    int others = 0;
    int leftBehind = 0; ///< Unfinished files under hidden names.
};

class Kills
{
public:
    explicit Kills(const Task &task)
        : m_task(task)
        , m_random(task.seed)
    {
    }

    Outcome run()
    {
        while (m_figures.kills < m_task.count) {
            if (m_figures.kills >= m_nextCase) {
                startCase();
                m_nextCase += killsOfOneCase;
            }
            switch (m_random.below(10)) {
            case 0: making(); break;
            case 1: migrating(); break;
            default: editing();
            }
        }
        print();
        const bool good =
            m_figures.lost == 0 && m_figures.notOpening == 0 && m_figures.brokenChains == 0 && m_figures.others == 0;
        return good ? Outcome::Good : Outcome::Bad;
    }

private:
    void startCase()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("case.gpkg"));
        m_steps.clear();
        if (!createCase(m_path, QStringLiteral("A case")))
            qFatal("no case can be made in %s", qPrintable(m_folder->path()));
    }

    /// A moment in a run that takes @p usual, or a little after it.
    nanoseconds moment(nanoseconds usual)
    {
        return nanoseconds(m_random.below(static_cast<std::uint64_t>(usual.count() * 11 / 10 + 1)));
    }

    /// Runs @p work until a moment in it, and learns how long it takes where that comes too late.
    Ended killed(const std::function<int(const Telling &)> &work, nanoseconds &usual)
    {
        Ended ended = runAndKill(work, moment(usual));
        ++(ended.killed ? m_figures.kills : m_figures.ended);
        if (!ended.killed)
            usual = (usual * 3 + ended.took) / 4;
        if (ended.killed && ended.took > usual)
            usual += usual / 50;
        if (!ended.killed && ended.status != 0)
            problem(m_path, ended.errors.join(QLatin1String("; ")));
        return ended;
    }

    void editing()
    {
        const std::uint64_t seed = m_random.below(UINT64_MAX);
        const QString other = m_random.oneIn(8) ? otherCopy(seed) : QString();
        const int edits = static_cast<int>(m_random.below(16));
        nanoseconds usual = m_openingTime + m_editTime * edits;
        const nanoseconds before = usual;
        const Ended ended = killed(
            [&](const Telling &telling) {
                Result<std::unique_ptr<Case>> opened = openCase(m_path);
                if (!opened) {
                    telling.error(opened.error());
                    return 2;
                }
                const Result<void> done = editAndTell(**opened, seed, edits, telling, other);
                if (!done)
                    telling.error(done.error());
                return done ? 0 : 3;
            },
            usual);
        // Opening and closing take about as long as one edit does.
        m_editTime += (usual - before) / (edits + 2);
        m_openingTime += (usual - before) / (edits + 2);
        m_figures.acknowledged += ended.acknowledged.size();
        m_steps.insert(m_steps.end(), ended.acknowledged.begin(), ended.acknowledged.end());
        const Findings findings = check(m_path, m_steps);
        // The one more that may be there is part of the case from now on.
        if (findings.opens)
            m_steps = findings.steps;
        else
            startCase();
    }

    /// Another person's copy of the case, with edits of their own.
    QString otherCopy(std::uint64_t seed)
    {
        const QString path = m_folder->filePath(QStringLiteral("other.gpkg"));
        QFile::remove(path);
        copyToWork(m_path, path);
        const std::unique_ptr<Case> opened = openCase(path).value();
        EditScript script(*opened, seed + 1);
        for (int i = 0; i < 3; ++i)
            static_cast<void>(script.next());
        ++m_figures.merges;
        return path;
    }

    void making()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new.gpkg"));
        killed(
            [&path](const Telling &telling) {
                const Result<std::unique_ptr<Case>> made = createCase(path, QStringLiteral("A case"));
                if (!made)
                    telling.error(made.error());
                return made ? 0 : 2;
            },
            m_makingTime);
        ++m_figures.whileMaking;
        countLeftBehind(folder.path());
        // Either nothing has that name, or a whole case.
        if (QFile::exists(path))
            check(path, {});
    }

    void migrating()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("old.gpkg"));
        copyToWork(m_task.oldCase, path);
        if (m_oldSteps.empty())
            m_oldSteps = stepsIn(m_task.oldCase);
        std::vector<StepSeen> steps = m_oldSteps;
        const Ended ended = killed(
            [&path](const Telling &telling) {
                Result<std::unique_ptr<Case>> opened = openCase(path);
                const Result<void> done = opened ? editAndTell(**opened, 1, 2, telling) : Result<void>();
                return opened && done ? 0 : 2;
            },
            m_migratingTime);
        ++m_figures.whileMigrating;
        m_figures.acknowledged += ended.acknowledged.size();
        steps.insert(steps.end(), ended.acknowledged.begin(), ended.acknowledged.end());
        check(path, steps);
        countLeftBehind(folder.path());
    }

    Findings check(const QString &path, const std::vector<StepSeen> &steps)
    {
        Findings findings = examine(path, steps);
        m_figures.lost += findings.lost;
        m_figures.unacknowledged += findings.more;
        m_figures.notOpening += findings.opens ? 0 : 1;
        m_figures.brokenChains += findings.chainHolds ? 0 : 1;
        for (const QString &sentence : std::as_const(findings.problems))
            problem(path, sentence);
        return findings;
    }

    void problem(const QString &path, const QString &sentence)
    {
        if (++m_figures.others > mostTold)
            return;
        std::printf("after kill %d, %s: %s\n", m_figures.kills, qPrintable(path), qPrintable(sentence));
    }

    void countLeftBehind(const QString &folder)
    {
        m_figures.leftBehind +=
            static_cast<int>(QDir(folder).entryList({QStringLiteral(".*gpkg.*")}, QDir::Files | QDir::Hidden).size());
    }

    void print() const
    {
        std::printf(
            "killed %d times (%d while a case was made, %d while an old one was migrated, %d runs began with a merge; %d runs ended before "
            "their kill), %zu acknowledged edits: %zu lost, %zu unacknowledged ones are there, %d files do not "
            "open, %d broken chains, %d problems in all; %d unfinished files left under hidden names\n",
            m_figures.kills, m_figures.whileMaking, m_figures.whileMigrating, m_figures.merges, m_figures.ended,
            m_figures.acknowledged, m_figures.lost, m_figures.unacknowledged, m_figures.notOpening,
            m_figures.brokenChains, m_figures.others, m_figures.leftBehind);
    }

    Task m_task;
    Random m_random;
    Figures m_figures;
    int m_nextCase = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::vector<StepSeen> m_steps;
    std::vector<StepSeen> m_oldSteps;
    nanoseconds m_openingTime{5'000'000};
    nanoseconds m_editTime{3'000'000};
    nanoseconds m_makingTime{20'000'000};
    nanoseconds m_migratingTime{60'000'000};
};

} // namespace

Outcome runKills(const Task &task)
{
    return Kills(task).run();
}

} // namespace dateline
