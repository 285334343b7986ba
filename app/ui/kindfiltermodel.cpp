#include "ui/kindfiltermodel.h"

#include "ui/wording.h"

#include <array>
#include <utility>

namespace dateline
{

KindFilterModel::KindFilterModel(IncidentListModel *incidents)
    : QAbstractListModel(incidents)
    , m_incidents(incidents)
{
    connect(incidents, &IncidentListModel::incidentsChanged, this, &KindFilterModel::update);
    connect(incidents, &IncidentListModel::shownChanged, this, [this] {
        if (const auto shown = m_incidents->filter().kinds; shown != std::exchange(m_shown, shown) && !m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ShownRole});
    });
}

void KindFilterModel::update()
{
    std::array<int, kindCount> counts{};
    for (const std::uint8_t kind : m_incidents->columns().kind)
        ++counts.at(kind);
    std::vector<Row> rows;
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
        if (counts.at(kind) > 0)
            rows.push_back({static_cast<Kind>(kind), counts.at(kind)});
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int KindFilterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant KindFilterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KindRole: return static_cast<int>(row.kind);
    case Qt::DisplayRole:
    case NameRole: return shortKindText(row.kind);
    case CountRole: return row.count;
    case ShownRole: return m_incidents->filter().kinds.test(static_cast<std::size_t>(row.kind));
    default: return {};
    }
}

QHash<int, QByteArray> KindFilterModel::roleNames() const
{
    return {{KindRole, "kind"}, {NameRole, "name"}, {CountRole, "count"}, {ShownRole, "shown"}};
}

void KindFilterModel::toggle(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    IncidentFilter filter = m_incidents->filter();
    filter.kinds.flip(static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)].kind));
    m_incidents->setFilter(filter);
}

} // namespace dateline
