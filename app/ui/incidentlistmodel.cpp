#include "ui/incidentlistmodel.h"

#include "ui/wording.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

// Undated incidents come last, whatever their id.
auto orderOf(const SceneIncident &item)
{
    const std::optional<When> &when = item.incident.when;
    return std::tuple(!when, when ? dayOf(*when).toJulianDay() : 0, when ? when->span.begin : UtcMinute{},
                      item.incident.id);
}

} // namespace

IncidentListModel::IncidentListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int IncidentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant IncidentListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SceneIncident &item = m_all[m_rows[static_cast<std::size_t>(index.row())]];
    const Incident &incident = item.incident;
    switch (role) {
    case IdRole: return qint64{numberOf(incident.id)};
    case Qt::DisplayRole:
    case TitleRole: return incident.title;
    case KindRole: return static_cast<int>(incident.kind);
    case KindNameRole: return kindText(incident.kind);
    case WhenRole: return shortWhenText(incident.when);
    case PlaceRole: return incident.where ? incident.where->place : tr("No place stated");
    case SupportRole: {
        const auto quotes = m_quotes.find(incident.id);
        return supportText({.quotes = quotes == m_quotes.end() ? 0 : quotes->second, .documents = item.sources});
    }
    case DayRole: return incident.when ? dayText(dayOf(*incident.when)) : tr("Time not stated");
    default: return {};
    }
}

QHash<int, QByteArray> IncidentListModel::roleNames() const
{
    return {{IdRole, "incident"},   {TitleRole, "title"}, {KindRole, "kind"},       {KindNameRole, "kindName"},
            {WhenRole, "whenText"}, {PlaceRole, "place"}, {SupportRole, "support"}, {DayRole, "day"}};
}

void IncidentListModel::setIncidents(std::vector<SceneIncident> incidents, std::map<IncidentId, int> quotes)
{
    std::ranges::sort(incidents, {}, orderOf);
    beginResetModel();
    m_all = std::move(incidents);
    m_quotes = std::move(quotes);
    rebuild();
    endResetModel();
    Q_EMIT shownChanged();
}

void IncidentListModel::setFilter(const IncidentFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    rebuild();
    endResetModel();
    Q_EMIT shownChanged();
}

void IncidentListModel::rebuild()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (m_filter.shows(m_all[i].incident))
            m_rows.push_back(i);
    }
}

const SceneIncident *IncidentListModel::find(IncidentId id) const
{
    const auto at = std::ranges::find(m_all, id, [](const SceneIncident &item) { return item.incident.id; });
    return at == m_all.end() ? nullptr : &*at;
}

qint64 IncidentListModel::idAt(int row) const
{
    if (row < 0 || row >= count())
        return 0;
    return numberOf(m_all[m_rows[static_cast<std::size_t>(row)]].incident.id);
}

int IncidentListModel::rowOf(qint64 id) const
{
    const auto at = std::ranges::find(m_rows, IncidentId{id}, [this](std::size_t i) { return m_all[i].incident.id; });
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

void IncidentListModel::showEverything()
{
    setFilter({});
}

void IncidentListModel::showAllTimes()
{
    IncidentFilter filter = m_filter;
    filter.begin.reset();
    filter.end.reset();
    setFilter(filter);
}

KindFilterModel::KindFilterModel(IncidentListModel *incidents)
    : QAbstractListModel(incidents)
    , m_incidents(incidents)
{
    connect(incidents, &IncidentListModel::shownChanged, this, &KindFilterModel::update);
}

void KindFilterModel::update()
{
    std::array<int, kindCount> counts{};
    for (const SceneIncident &item : m_incidents->all())
        ++counts.at(static_cast<std::size_t>(item.incident.kind));
    std::vector<Row> rows;
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
        if (counts.at(kind) > 0)
            rows.push_back({static_cast<Kind>(kind), counts.at(kind)});
    }
    if (rows == m_rows) {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ShownRole});
        return;
    }
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
