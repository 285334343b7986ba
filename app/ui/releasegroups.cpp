#include "ui/releasegroups.h"

#include "figure/captions.h"

namespace dateline
{

ReleaseGroupList::ReleaseGroupList(QObject *parent)
    : QAbstractListModel(parent)
{
}

int ReleaseGroupList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant ReleaseGroupList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case GroupRole: return static_cast<int>(line.group);
    case Qt::DisplayRole:
    case NameRole: return nameOf(line.group);
    case CountRole: return countText(line.count);
    case TickedRole: return line.ticked;
    default: return {};
    }
}

QHash<int, QByteArray> ReleaseGroupList::roleNames() const
{
    return {{GroupRole, "group"}, {NameRole, "name"}, {CountRole, "count"}, {TickedRole, "ticked"}};
}

void ReleaseGroupList::show(const ReleaseComparison &comparison, const ReleaseTicks &ticks)
{
    beginResetModel();
    m_lines.clear();
    for (int i = 0; i < releaseGroupCount; ++i) {
        const auto group = static_cast<ReleaseGroup>(i);
        if (comparison.count(group) > 0)
            m_lines.push_back({group, comparison.count(group), ticks.groups.test(static_cast<std::size_t>(i))});
    }
    endResetModel();
}

void ReleaseGroupList::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void ReleaseGroupList::setTicks(const ReleaseTicks &ticks)
{
    if (m_lines.empty())
        return;
    for (Line &line : m_lines)
        line.ticked = ticks.groups.test(static_cast<std::size_t>(line.group));
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {TickedRole});
}

QString ReleaseGroupList::nameOf(ReleaseGroup group)
{
    switch (group) {
    case ReleaseGroup::Added: return tr("Added");
    case ReleaseGroup::Moved: return tr("Moved");
    case ReleaseGroup::Redated: return tr("Re-dated");
    case ReleaseGroup::Recounted: return tr("Re-counted");
    case ReleaseGroup::Reworded: return tr("Re-worded");
    case ReleaseGroup::Reclassified: return tr("Re-classified");
    case ReleaseGroup::Other: return tr("In something else");
    case ReleaseGroup::Both: return tr("Changed here and there");
    case ReleaseGroup::Removed: return tr("No longer there");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace dateline
