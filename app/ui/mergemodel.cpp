#include "ui/mergemodel.h"

#include "casefile/mergewords.h"

#include <QFileInfo>

#include <memory>

namespace dateline
{

static_assert(static_cast<int>(MergeChoice::Undecided) == MergeModel::Undecided
              && static_cast<int>(MergeChoice::Ours) == MergeModel::Ours
              && static_cast<int>(MergeChoice::Theirs) == MergeModel::Theirs);

MergeModel::MergeModel(CaseStore *store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    connect(store, &CaseStore::opened, this, &MergeModel::cancel);
}

MergeModel::~MergeModel() = default;

int MergeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan.conflicts.size());
}

QVariant MergeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MergeConflict &conflict = m_plan.conflicts[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case SubjectRole: return subjectText(conflict);
    case BaseRole: return baseText(conflict);
    case OursRole: return sideText(conflict, conflict.ours);
    case OursByRole: return authorText(conflict.ours);
    case TheirsRole: return sideText(conflict, conflict.theirs);
    case TheirsByRole: return authorText(conflict.theirs);
    case ChoiceRole: return static_cast<int>(conflict.choice);
    default: return {};
    }
}

QHash<int, QByteArray> MergeModel::roleNames() const
{
    return {{SubjectRole, "subject"}, {BaseRole, "before"},       {OursRole, "ours"},    {OursByRole, "oursBy"},
            {TheirsRole, "theirs"},   {TheirsByRole, "theirsBy"}, {ChoiceRole, "choice"}};
}

QString MergeModel::otherName() const
{
    return QFileInfo(m_other).fileName();
}

QString MergeModel::heading() const
{
    return m_other.isEmpty() ? QString() : tr("“%1” into this case").arg(otherName());
}

QString MergeModel::summary() const
{
    if (m_state != Ready)
        return {};
    if (m_plan.bringsNothing())
        return tr("Nothing new in “%1”").arg(otherName());
    if (m_plan.steps == 0)
        return tr("What was left undecided before");
    return m_plan.related ? tr("New there: %1").arg(stepsText(m_plan))
                          : tr("Another case, so all of it is new: %1").arg(stepsText(m_plan));
}

QString MergeModel::counts() const
{
    QStringList lines;
    for (const MergeCount &count : m_plan.counts)
        lines.append(countText(count));
    if (m_plan.leftOut > 0)
        lines.append(tr("Left out because what they rest on was removed here: %1").arg(m_plan.leftOut));
    return lines.join(u'\n');
}

QString MergeModel::consequence() const
{
    if (!canConfirm())
        return {};
    const std::int64_t undecided = m_plan.undecided();
    QString step = tr("The merge is one step, which Undo takes back; the other file stays as it is.");
    if (undecided == 0)
        return step;
    return (undecided == 1 ? tr("One is undecided: yours stays, and the next merge asks again.")
                           : tr("%1 are undecided: yours stay, and the next merge asks again.").arg(undecided))
        + u' ' + step;
}

void MergeModel::ask()
{
    if (m_store->current())
        Q_EMIT fileWanted();
}

void MergeModel::compare(const QUrl &file)
{
    if (!m_store->current())
        return;
    cancel();
    m_other = file.toLocalFile();
    m_state = Comparing;
    Q_EMIT changed();
    // Connections of its own: the window works on meanwhile.
    m_worker = std::jthread([this, run = m_run, path = m_store->current()->path(), other = m_other] {
        auto plan = std::make_shared<Result<MergePlan>>(planMerge(path, other));
        QMetaObject::invokeMethod(
            this,
            [this, run, plan] {
                if (run == m_run)
                    settle(std::move(*plan));
            },
            Qt::QueuedConnection);
    });
}

void MergeModel::settle(Result<MergePlan> plan)
{
    beginResetModel();
    if (plan) {
        m_plan = std::move(*plan);
        m_state = Ready;
    } else {
        m_problem = plan.error().message;
        m_state = Failed;
    }
    endResetModel();
    Q_EMIT changed();
}

void MergeModel::decide(int row, Choice choice)
{
    if (row < 0 || row >= rowCount())
        return;
    m_plan.conflicts[static_cast<std::size_t>(row)].choice = static_cast<MergeChoice>(choice);
    Q_EMIT dataChanged(index(row), index(row), {ChoiceRole});
    Q_EMIT changed();
}

void MergeModel::decideAll(Choice choice)
{
    if (m_plan.conflicts.empty())
        return;
    for (MergeConflict &conflict : m_plan.conflicts)
        conflict.choice = static_cast<MergeChoice>(choice);
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ChoiceRole});
    Q_EMIT changed();
}

void MergeModel::confirm()
{
    if (!canConfirm())
        return;
    MergeDecisions decisions;
    for (const MergeConflict &conflict : m_plan.conflicts)
        decisions.byKey.insert(conflict.key, conflict.choice);
    const Result<Merged> merged = m_store->merge(m_other, decisions);
    if (!merged) {
        m_problem = merged.error().message;
        m_state = Failed;
        Q_EMIT changed();
        return;
    }
    const std::int64_t undecided = merged->plan.undecided();
    const QString name = otherName();
    cancel();
    Q_EMIT this->merged(undecided == 0 ? tr("“%1” is merged; Undo takes it back").arg(name)
                                       : tr("“%1” is merged; left undecided: %2").arg(name).arg(undecided));
}

void MergeModel::cancel()
{
    ++m_run;
    if (m_state == Closed)
        return;
    beginResetModel();
    m_plan = {};
    m_other.clear();
    m_problem.clear();
    m_state = Closed;
    endResetModel();
    Q_EMIT changed();
}

} // namespace dateline
