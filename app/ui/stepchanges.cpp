#include "ui/stepchanges.h"

namespace dateline
{

namespace
{

constexpr std::int64_t rowsAtOnce = 100;

}

StepChanges::StepChanges(CaseStore *store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
}

int StepChanges::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant StepChanges::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case HeadingRole: return line.heading;
    case Qt::DisplayRole:
    case NameRole: return line.cell.name;
    case ActionRole: return line.action;
    case BeforeRole: return line.cell.before;
    case AfterRole: return line.cell.after;
    case QuotedRole: return line.cell.quoted;
    default: return {};
    }
}

QHash<int, QByteArray> StepChanges::roleNames() const
{
    return {{HeadingRole, "heading"}, {NameRole, "name"},   {ActionRole, "action"},
            {BeforeRole, "before"},   {AfterRole, "after"}, {QuotedRole, "quoted"}};
}

bool StepChanges::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete;
}

void StepChanges::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    std::vector<Line> lines = nextLines();
    if (lines.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines.size()) - 1);
    m_lines.insert(m_lines.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    endInsertRows();
}

void StepChanges::show(std::int64_t step)
{
    beginResetModel();
    m_step = step;
    m_read = 0;
    m_complete = step == 0 || !m_store->current();
    m_lines.clear();
    if (!m_complete)
        m_lines = nextLines();
    endResetModel();
}

std::vector<StepChanges::Line> StepChanges::nextLines()
{
    const std::vector<HistoryRow> rows = m_store->valueOr(m_store->current()->historyRows(m_step, m_read, rowsAtOnce));
    m_read += static_cast<std::int64_t>(rows.size());
    m_complete = static_cast<std::int64_t>(rows.size()) < rowsAtOnce;
    std::vector<Line> lines;
    for (const HistoryRow &row : rows) {
        lines.push_back({true, rowActionText(row), {rowName(row), {}, {}, false}});
        for (ChangedCell &cell : changedCells(row))
            lines.push_back({false, {}, std::move(cell)});
    }
    return lines;
}

} // namespace dateline
