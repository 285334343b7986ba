#include "casefile/merge.h"

#include "casefile/database.h"
#include "casefile/historychain.h"
#include "casefile/mergecase.h"
#include "casefile/mergetext.h"
#include "casefile/mergewriter.h"
#include "casefile/step.h"

#include <QFileInfo>

#include <algorithm>
#include <set>

namespace dateline
{

namespace
{

QString createdIn(Database &database)
{
    Statement row = database.query("SELECT value FROM dateline_meta WHERE key = 'created'");
    return row.next() ? row.text(0) : QString();
}

/// Fails in @p database unless its history after row @p shared is as it was written.
void checkNewHistory(Database &database, std::int64_t shared, const QString &path)
{
    Statement row = database.query(
        "SELECT sha256, " + sealedColumns("last_row_id") + " FROM history WHERE id >= ? ORDER BY id", shared);
    QByteArray previous;
    while (row.next()) {
        const QByteArray sha256 = row.text(0).toLatin1();
        if (row.integer(1) > shared && sealOf(sealedJson(std::string_view(previous), row, 1)) != sha256) {
            database.fail(
                {Error::Kind::Malformed,
                 MergeText::tr("The history of “%1” was changed at its row %2, so nothing was merged: check it with "
                               "“dateline verify”")
                     .arg(path)
                     .arg(row.integer(1)),
                 path});
            return;
        }
        previous = sha256;
    }
}

/// Counts the steps of one table of history with rows that are new to us, and who took them.
void addSteps(MergePlan &plan, Database &database, const char *sql, const std::set<std::int64_t> &newRows)
{
    std::set<QString> steps;
    for (Statement row = database.query(sql); row.next();) {
        if (!newRows.contains(row.integer(0)))
            continue;
        const QString author = row.text(2);
        steps.insert(row.text(1) + row.text(3) + author);
        if (!plan.authors.contains(author))
            plan.authors.append(author);
    }
    plan.steps += static_cast<std::int64_t>(steps.size());
}

/// Two copies side by side.
class Comparison
{
public:
    Comparison(Database &ours, Database &theirs, const MergeDecisions &decisions)
        : m_shared(sharedHistory(ours, theirs))
        , m_related(m_shared > 0 || createdIn(ours) == createdIn(theirs))
        , m_ours(ours, m_shared)
        , m_theirs(theirs, m_shared)
        , m_rows(m_ours, m_theirs, m_shared, m_related)
        , m_planner(m_ours, m_theirs, m_rows, decisions)
    {
    }

    [[nodiscard]] MergePlan plan(const QString &otherPath)
    {
        checkNewHistory(m_theirs.database(), m_shared, otherPath);
        m_planner.run();
        MergePlan plan{.path = otherPath,
                       .title = {},
                       .steps = 0,
                       .authors = {},
                       .counts = m_planner.counts(),
                       .conflicts = m_planner.conflicts(),
                       .leftOut = m_planner.leftOut(),
                       .related = m_related};
        if (Statement row = m_theirs.database().query("SELECT title FROM case_info WHERE id = 1"); row.next())
            plan.title = row.text(0);
        std::set<std::int64_t> own;
        std::set<std::int64_t> merged;
        for (const MergeEvent &event : m_theirs.events()) {
            if (!event.isDecision() && !m_ours.knows(event.sha256))
                (event.merged ? merged : own).insert(event.historyId);
        }
        addSteps(plan, m_theirs.database(), "SELECT id, step, author, time FROM history ORDER BY id", own);
        addSteps(plan, m_theirs.database(), "SELECT id, step, author, time FROM merged_history ORDER BY id", merged);
        return plan;
    }

    [[nodiscard]] MergeWriter writer() const { return {m_ours, m_theirs, m_rows, m_planner}; }

private:
    std::int64_t m_shared;
    bool m_related;
    MergeLine m_ours;
    MergeLine m_theirs;
    MergeRows m_rows;
    MergePlanner m_planner;
};

std::optional<Error> failureOf(Database &ours, Database &theirs)
{
    std::optional<Error> error = theirs.takeFailure();
    return error ? error : ours.takeFailure();
}

Result<void> checkTwoFiles(const QString &path, const QString &otherPath)
{
    const QFileInfo one(path);
    const QFileInfo other(otherPath);
    if (one.exists() && other.exists() && one.canonicalFilePath() == other.canonicalFilePath()) {
        return failure(Error::Kind::Conflict,
                       MergeText::tr("“%1” is this case itself: choose another copy of it").arg(otherPath), otherPath);
    }
    return {};
}

QString labelOf(const MergePlan &plan)
{
    const QString name = QFileInfo(plan.path).fileName();
    if (plan.steps == 0)
        return MergeText::tr("Decisions on the merge of “%1”").arg(name);
    const QString authors = plan.authors.join(QStringLiteral(", "));
    if (plan.steps == 1)
        return MergeText::tr("Merge of “%1”: a step by %2").arg(name, authors);
    return MergeText::tr("Merge of “%1”: %2 steps by %3").arg(name, QString::number(plan.steps), authors);
}

} // namespace

std::int64_t MergePlan::undecided() const
{
    return std::ranges::count(conflicts, MergeChoice::Undecided, &MergeConflict::choice);
}

Result<MergePlan> planMerge(const QString &path, const QString &otherPath)
{
    if (const Result<void> two = checkTwoFiles(path, otherPath); !two)
        return std::unexpected(two.error());
    const Result<std::unique_ptr<Database>> ours = openToRead(path);
    if (!ours)
        return std::unexpected(ours.error());
    const Result<std::unique_ptr<Database>> theirs = openToRead(otherPath);
    if (!theirs)
        return std::unexpected(theirs.error());
    // What is done to either meanwhile must not be seen half.
    (*ours)->run("BEGIN");
    (*theirs)->run("BEGIN");
    MergePlan plan = Comparison(**ours, **theirs, {}).plan(otherPath);
    if (std::optional<Error> error = failureOf(**ours, **theirs))
        return std::unexpected(std::move(*error));
    return plan;
}

Result<MergePlan> mergeInto(Database &ours, const QString &path, const QString &otherPath,
                            const MergeDecisions &decisions, Changed &changed)
{
    if (const Result<void> two = checkTwoFiles(path, otherPath); !two)
        return std::unexpected(two.error());
    const Result<std::unique_ptr<Database>> theirs = openToRead(otherPath);
    if (!theirs)
        return std::unexpected(theirs.error());
    (*theirs)->run("BEGIN");
    Comparison comparison(ours, **theirs, decisions);
    MergePlan plan = comparison.plan(otherPath);
    if (std::optional<Error> error = failureOf(ours, **theirs))
        return std::unexpected(std::move(*error));
    MergeWriter writer = comparison.writer();
    if (writer.hasWork()) {
        Step step(ours, Step::Action::Do, labelOf(plan));
        writer.write(step, QFileInfo(otherPath).fileName());
        changed = step.changed();
    }
    if (std::optional<Error> error = failureOf(ours, **theirs))
        return std::unexpected(std::move(*error));
    return plan;
}

} // namespace dateline
