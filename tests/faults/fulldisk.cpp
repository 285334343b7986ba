#include "commands.h"
#include "editscript.h"
#include "examine.h"
#include "smalldisk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

namespace dateline
{

namespace
{

constexpr qint64 pageSize = 4096;
constexpr qint64 roomForMore = 64 * 1024 * 1024;

struct Figures
{
    int disks = 0;
    int refusedEdits = 0;
    int refusedOpenings = 0;
    int readOnly = 0;
    int refusedMakings = 0;
    int refusedMigrations = 0;
    std::size_t acknowledged = 0;
    std::size_t lost = 0;
    int problems = 0;
};

class FullDisks
{
public:
    explicit FullDisks(const Task &task)
        : m_task(task)
    {
    }

    Outcome run()
    {
        if (const QString refusal = takeOwnMounts(); !refusal.isEmpty()) {
            std::printf("skipped: the system lets this process have no disk of its own (%s)\n", qPrintable(refusal));
            return Outcome::Skipped;
        }
        QDir().mkpath(m_folder.filePath(QStringLiteral("disk")));
        makeBase();
        for (int i = 0; i < m_task.count; ++i) {
            m_seed = m_task.seed * 1000 + static_cast<std::uint64_t>(i);
            const double part = static_cast<double>(i) / m_task.count;
            if (i % 10 == 3)
                making(pages(part * 100));
            else if (i % 10 == 7)
                migrating(QFileInfo(m_task.oldCase).size() + pages(part * 150));
            else
                editing(QFileInfo(m_base).size() + pages(part * 500), i % 2 == 0);
        }
        print();
        return m_figures.problems == 0 ? Outcome::Good : Outcome::Bad;
    }

private:
    static qint64 pages(double count) { return static_cast<qint64>(count) * pageSize; }
    [[nodiscard]] QString disk() const { return m_folder.filePath(QStringLiteral("disk")); }

    void makeBase()
    {
        m_base = m_folder.filePath(QStringLiteral("base.gpkg"));
        const std::unique_ptr<Case> made = createCase(m_base, QStringLiteral("A case")).value();
        EditScript script(*made, m_task.seed);
        for (int i = 0; i < 20; ++i)
            expect(script.next(), "an edit of the first case");
        m_baseSteps = stepsOf(*made, 0);
    }

    void expect(const Result<Changed> &result, const char *what)
    {
        if (!result && result.error().kind != Error::Kind::NotFound)
            problem(QStringLiteral("%1: %2").arg(QLatin1StringView(what), result.error().message));
    }

    void problem(const QString &sentence)
    {
        if (++m_figures.problems > mostTold)
            return;
        std::printf("disk %d of %lld bytes: %s\n", m_figures.disks, static_cast<long long>(m_bytes),
                    qPrintable(sentence));
    }

    void check(const QString &path, const std::vector<StepSeen> &steps)
    {
        const Findings findings = examine(path, steps);
        m_figures.lost += findings.lost;
        for (const QString &sentence : std::as_const(findings.problems))
            problem(sentence);
        if (findings.more > 0)
            problem(QStringLiteral("%1 steps are there that were refused").arg(findings.more));
    }

    /// Checks that @p error is about the full disk and that @p opened answers as if nothing had been tried.
    void refused(const Case &opened, const Error &error, const std::vector<StepSeen> &steps)
    {
        ++m_figures.refusedEdits;
        if (error.kind != Error::Kind::Unwritable || !tellsOfAFullDisk(error.message, opened.path()))
            problem(error.message);
        for (const Error &unread : readEverything(opened))
            problem(QStringLiteral("reading on: ") + unread.message);
        if (stepsOf(opened, 0) != steps)
            problem(QStringLiteral("a refused step is in the history, or one that was stored is not"));
    }

    void editing(qint64 bytes, bool closeWhileFull)
    {
        SmallDisk disk(this->disk(), begin(bytes));
        const QString path = disk.path(QStringLiteral("case.gpkg"));
        if (!disk.isThere() || !QFile::copy(m_base, path))
            return problem(QStringLiteral("no disk"));
        std::vector<StepSeen> steps = m_baseSteps;
        Result<std::unique_ptr<Case>> opened = openCase(path);
        if (!opened || (*opened)->isReadOnly()) {
            ++(opened ? m_figures.readOnly : m_figures.refusedOpenings);
            if (opened)
                readOnly(**opened);
            opened = nullptr; // Closes it.
            disk.resize(roomForMore);
            return check(path, steps);
        }
        fill(**opened, steps);
        if (closeWhileFull)
            opened->reset();
        disk.resize(bytes + roomForMore);
        if (closeWhileFull)
            return check(path, steps);
        EditScript script(**opened, m_seed + 1);
        for (int i = 0; i < 5; ++i)
            expect(script.next(), "after room was made");
        expect((*opened)->undo(), "undo after room was made");
        steps = stepsOf(**opened, 0);
        opened->reset();
        check(path, steps);
    }

    void readOnly(const Case &opened)
    {
        for (const Error &unread : readEverything(opened))
            problem(QStringLiteral("reading only: ") + unread.message);
    }

    /// Edits until ten steps were refused: a small one may still find room where a large one did not.
    void fill(Case &opened, std::vector<StepSeen> &steps)
    {
        EditScript script(opened, m_seed);
        for (int refusals = 0; refusals < 10;) {
            const Result<Changed> changed = script.next();
            if (!changed && changed.error().kind != Error::Kind::NotFound) {
                ++refusals;
                refused(opened, changed.error(), steps);
                continue;
            }
            const std::vector<StepSeen> more = stepsOf(opened, steps.empty() ? 0 : steps.back().step);
            m_figures.acknowledged += more.size();
            steps.insert(steps.end(), more.begin(), more.end());
        }
    }

    void making(qint64 bytes)
    {
        SmallDisk disk(this->disk(), begin(bytes));
        const QString path = disk.path(QStringLiteral("new.gpkg"));
        {
            const Result<std::unique_ptr<Case>> made = createCase(path, QStringLiteral("A case"));
            if (!made && ++m_figures.refusedMakings > 0
                && (made.error().kind != Error::Kind::Unwritable
                    || !made.error().message.startsWith(QStringLiteral("“%1” could not be made (").arg(path))))
                problem(made.error().message);
            const QStringList left = QDir(this->disk()).entryList(QDir::Files | QDir::Hidden);
            if (!made && !left.isEmpty())
                problem(QStringLiteral("left behind: ") + left.join(u' '));
        }
        disk.resize(roomForMore);
        if (QFile::exists(path))
            check(path, {});
    }

    void migrating(qint64 bytes)
    {
        SmallDisk disk(this->disk(), begin(bytes));
        const QString path = disk.path(QStringLiteral("old.gpkg"));
        copyToWork(m_task.oldCase, path);
        if (m_oldSteps.empty())
            m_oldSteps = stepsIn(m_task.oldCase);
        {
            const Result<std::unique_ptr<Case>> opened = openCase(path);
            if (!opened && ++m_figures.refusedMigrations > 0 && opened.error().kind != Error::Kind::Unwritable)
                problem(opened.error().message);
            if (opened && (*opened)->isReadOnly())
                readOnly(**opened);
        }
        disk.resize(roomForMore);
        check(path, m_oldSteps);
    }

    qint64 begin(qint64 bytes)
    {
        ++m_figures.disks;
        m_bytes = bytes;
        return bytes;
    }

    void print() const
    {
        std::printf(
            "%d full disks: %zu acknowledged edits, %zu lost; refused with a sentence: %d edits, %d openings, %d "
            "new cases, %d migrations; opened read-only: %d; %d problems\n",
            m_figures.disks, m_figures.acknowledged, m_figures.lost, m_figures.refusedEdits, m_figures.refusedOpenings,
            m_figures.refusedMakings, m_figures.refusedMigrations, m_figures.readOnly, m_figures.problems);
    }

    Task m_task;
    QTemporaryDir m_folder;
    Figures m_figures;
    QString m_base;
    std::vector<StepSeen> m_baseSteps;
    std::vector<StepSeen> m_oldSteps;
    std::uint64_t m_seed = 0;
    qint64 m_bytes = 0;
};

} // namespace

Outcome runFullDisks(const Task &task)
{
    return FullDisks(task).run();
}

} // namespace dateline
