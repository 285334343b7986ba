#include "ui/incidentlistmodel.h"

#include "ui/wording.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

// What a screen and the scrolling around it need, many times over.
constexpr qsizetype cachedEntries = 20'000;

} // namespace

IncidentListModel::IncidentListModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_entries(cachedEntries)
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
    const std::uint32_t at = m_rows[static_cast<std::size_t>(index.row())];
    if (role == IdRole)
        return qint64{m_columns.id[at]};
    if (role == DayRole) {
        return m_columns.has(at, IncidentColumns::HasTime) ? dayText(QDate(1970, 1, 1).addDays(m_columns.day[at]))
                                                           : tr("Time not stated");
    }
    const IncidentEntry *entry = find(IncidentId{m_columns.id[at]});
    if (!entry)
        return {};
    const Incident &incident = entry->incident;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return incident.title;
    case KindRole: return static_cast<int>(incident.kind);
    case KindNameRole: return kindText(incident.kind);
    case WhenRole: return shortWhenText(incident.when);
    case PlaceRole: return incident.where ? isolated(incident.where->place) : tr("No place stated");
    case SupportRole: return entry->support ? supportText(*entry->support) : QString();
    default: return {};
    }
}

QHash<int, QByteArray> IncidentListModel::roleNames() const
{
    return {{IdRole, "incident"},   {TitleRole, "title"}, {KindRole, "kind"},       {KindNameRole, "kindName"},
            {WhenRole, "whenText"}, {PlaceRole, "place"}, {SupportRole, "support"}, {DayRole, "day"}};
}

void IncidentListModel::setIncidents(IncidentColumns columns, std::vector<std::uint32_t> order, Fetch fetch)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_order = std::move(order);
    m_fetch = std::move(fetch);
    m_entries.clear();
    filterRows();
    endResetModel();
    Q_EMIT shownChanged();
}

void IncidentListModel::refresh(std::span<const IncidentId> ids)
{
    beginResetModel();
    for (const IncidentId id : ids) {
        m_entries.remove(numberOf(id));
        if (const std::optional<std::uint32_t> index = erase(m_columns, id)) {
            std::erase(m_order, *index);
            for (std::uint32_t &other : m_order)
                other -= other > *index ? 1U : 0U;
        }
        if (const IncidentEntry *entry = find(id)) {
            const std::uint32_t index = insert(m_columns, entry->incident);
            for (std::uint32_t &other : m_order)
                other += other >= index ? 1U : 0U;
            m_order.insert(placeOf(m_order, index), index);
        }
    }
    filterRows();
    endResetModel();
    Q_EMIT shownChanged();
}

void IncidentListModel::forgetEntries()
{
    m_entries.clear();
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
    Q_EMIT shownChanged();
}

void IncidentListModel::setFilter(const IncidentFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    filterRows();
    endResetModel();
    Q_EMIT shownChanged();
}

std::vector<std::uint32_t>::const_iterator IncidentListModel::placeOf(const std::vector<std::uint32_t> &rows,
                                                                      std::uint32_t index) const
{
    return std::ranges::lower_bound(rows, index,
                                    [this](std::uint32_t a, std::uint32_t b) { return isBefore(m_columns, a, b); });
}

void IncidentListModel::filterRows()
{
    m_rows.clear();
    m_rows.reserve(m_order.size());
    const ColumnFilter filter(m_filter, m_columns);
    std::ranges::copy_if(m_order, std::back_inserter(m_rows), [&](std::uint32_t index) { return filter.shows(index); });
    m_withoutPlace = static_cast<int>(std::ranges::count_if(
        m_rows, [this](std::uint32_t row) { return !m_columns.has(row, IncidentColumns::HasPlace); }));
}

const IncidentEntry *IncidentListModel::find(IncidentId id) const
{
    if (const IncidentEntry *known = m_entries.object(numberOf(id)))
        return known;
    std::optional<IncidentEntry> fetched = m_fetch && id != IncidentId{} ? m_fetch(id) : std::nullopt;
    if (!fetched)
        return nullptr;
    auto *entry = new IncidentEntry(std::move(*fetched));
    m_entries.insert(numberOf(id), entry);
    return entry;
}

std::optional<LonLatBox> IncidentListModel::extent() const
{
    // Outlines reach beyond their anchors; so many of them that they are not asked leave nothing to see beyond.
    constexpr std::size_t mostOutlines = 500;
    std::optional<LonLatBox> box = extentOf(m_columns, m_rows);
    if (!box)
        return std::nullopt;
    std::vector<IncidentId> outlines;
    for (const std::uint32_t row : m_rows) {
        if (outlines.size() == mostOutlines)
            break;
        if (m_columns.has(row, IncidentColumns::HasPlace) && m_columns.has(row, IncidentColumns::IsArea))
            outlines.push_back(IncidentId{m_columns.id[row]});
    }
    for (const IncidentId id : outlines) {
        const IncidentEntry *entry = find(id);
        if (const auto one = entry && entry->incident.where ? boxOf(entry->incident.where->geometry) : std::nullopt)
            box = box->including({one->west, one->south}).including({one->east, one->north});
    }
    return box;
}

qint64 IncidentListModel::idAt(int row) const
{
    if (row < 0 || row >= count())
        return 0;
    return m_columns.id[m_rows[static_cast<std::size_t>(row)]];
}

int IncidentListModel::rowOf(qint64 id) const
{
    const auto index = std::ranges::lower_bound(m_columns.id, id);
    if (index == m_columns.id.end() || *index != id)
        return -1;
    const auto wanted = static_cast<std::uint32_t>(index - m_columns.id.begin());
    const auto at = placeOf(m_rows, wanted);
    return at == m_rows.end() || *at != wanted ? -1 : static_cast<int>(at - m_rows.begin());
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
    for (const std::uint8_t kind : m_incidents->columns().kind)
        ++counts.at(kind);
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
