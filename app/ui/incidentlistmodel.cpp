#include "ui/incidentlistmodel.h"

#include "map/shownrows.h"
#include "ui/wording.h"

#include <algorithm>

namespace dateline
{

namespace
{

// What a screen and the scrolling around it need, many times over.
constexpr qsizetype cachedEntries = 20'000;

// Up to so many incidents, filling the list anew takes no time that could be felt.
constexpr std::size_t shortList = 20'000;
constexpr std::chrono::milliseconds restAfter(120);

} // namespace

IncidentListModel::IncidentListModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_entries(cachedEntries)
{
    m_resting.setSingleShot(true);
    m_resting.setInterval(restAfter);
    connect(&m_resting, &QTimer::timeout, this, &IncidentListModel::showRows);
}

int IncidentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant IncidentListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::uint32_t at = m_rows[static_cast<std::size_t>(index.row())];
    if (role == IdRole)
        return qint64{columns().id[at]};
    if (role == HeadingRole)
        return headingOf(at);
    const IncidentEntry *entry = find(IncidentId{columns().id[at]});
    if (!entry)
        return {};
    const Incident &incident = entry->incident;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return incident.title;
    case KindRole: return static_cast<int>(incident.kind);
    case KindNameRole: return kindText(incident.kind);
    case WhenRole: return m_sorting.by == SortBy::Time ? shortWhenText(incident.when) : fullWhenText(incident.when);
    case PlaceRole: return incident.where ? isolated(incident.where->place) : tr("No place stated");
    case SupportRole: return entry->support ? supportText(*entry->support) : QString();
    default: return {};
    }
}

QHash<int, QByteArray> IncidentListModel::roleNames() const
{
    return {{IdRole, "incident"},   {TitleRole, "title"}, {KindRole, "kind"},       {KindNameRole, "kindName"},
            {WhenRole, "whenText"}, {PlaceRole, "place"}, {SupportRole, "support"}, {HeadingRole, "heading"}};
}

QString IncidentListModel::headingOf(std::uint32_t at) const
{
    const auto textOfDay = [](std::int64_t day) { return dayText(QDate(1970, 1, 1).addDays(day)); };
    switch (m_sorting.by) {
    case SortBy::Time:
        return columns().has(at, IncidentColumns::HasTime) ? textOfDay(columns().day[at]) : tr("Time not stated");
    case SortBy::Kind: return kindText(static_cast<Kind>(columns().kind[at]));
    case SortBy::Status: return statusText(static_cast<Status>(columns().status[at]));
    case SortBy::Credibility: return credibilityName(columns().credibility[at]);
    case SortBy::Origins:
        if (m_table.origins().empty())
            return {};
        if (const int origins = m_table.origins()[at]; origins != 1)
            return origins == 0 ? tr("No origin") : tr("%1 origins").arg(origins);
        return tr("1 origin");
    case SortBy::KnownAt:
        if (m_table.knownAt().empty())
            return {};
        if (const std::int32_t known = m_table.knownAt()[at]; known != IncidentTable::neverKnown) {
            const auto day = std::chrono::floor<std::chrono::days>(std::chrono::minutes(known));
            return tr("First reported %1").arg(textOfDay(day.count()));
        }
        return tr("No dated report");
    case SortBy::Title:
    case SortBy::Place: break;
    }
    return {};
}

void IncidentListModel::setIncidents(IncidentColumns columns, std::vector<std::uint32_t> order, Fetch fetch)
{
    beginResetModel();
    const IncidentFilter kept = filter();
    m_table = IncidentTable(std::move(columns));
    m_table.setFilter(kept);
    m_byTime = std::move(order);
    m_fetch = std::move(fetch);
    m_entries.clear();
    takeIncidents();
    endResetModel();
    Q_EMIT incidentsChanged();
    Q_EMIT shownChanged();
}

void IncidentListModel::refresh(std::span<const IncidentId> ids)
{
    beginResetModel();
    for (const IncidentId id : ids) {
        m_entries.remove(numberOf(id));
        const std::optional<std::uint32_t> before = m_table.rowOf(id);
        if (before)
            m_byTime.erase(placeByTime(*before));
        if (const IncidentEntry *entry = find(id)) {
            const auto [row, isNew] = m_table.put(entry->incident);
            if (isNew)
                std::ranges::for_each(m_byTime, [row](std::uint32_t &other) { other += other >= row ? 1U : 0U; });
            m_byTime.insert(placeByTime(row), row);
        } else if (before) {
            m_table.remove(id);
            std::ranges::for_each(m_byTime, [&before](std::uint32_t &other) { other -= other > *before ? 1U : 0U; });
        }
    }
    takeIncidents();
    endResetModel();
    Q_EMIT incidentsChanged();
    Q_EMIT shownChanged();
}

void IncidentListModel::takeIncidents()
{
    m_extentInTime = extentInTimeOf(columns());
    m_shown = m_table.countShown();
    sortRows();
    filterRows();
}

void IncidentListModel::sortRows()
{
    if (m_sorting == Sorting{})
        m_order.clear();
    else
        m_order = sortedRows(m_table, m_byTime, m_sorting, m_ranks);
}

void IncidentListModel::setSorting(const Sorting &sorting)
{
    beginResetModel();
    m_sorting = sorting;
    sortRows();
    filterRows();
    endResetModel();
}

void IncidentListModel::setSorting(const Sorting &sorting, std::vector<TextRank> ranks)
{
    m_ranks = std::move(ranks);
    setSorting(sorting);
}

void IncidentListModel::forgetEntries()
{
    m_entries.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT shownChanged();
}

void IncidentListModel::setFilter(const IncidentFilter &filter)
{
    if (filter == m_table.filter())
        return;
    m_table.setFilter(filter);
    followFilter();
}

void IncidentListModel::setMatches(FilterPart part, std::span<const IncidentId> ids)
{
    m_table.setMatches(part, ids);
    followFilter();
}

void IncidentListModel::setAllMatch(FilterPart part)
{
    m_table.setAllMatch(part);
    followFilter();
}

void IncidentListModel::setSupports(std::span<const std::pair<IncidentId, Support>> supports)
{
    m_table.setSupports(supports);
    if (m_sorting.by == SortBy::Origins || m_sorting.by == SortBy::KnownAt)
        sortRows();
    Q_EMIT supportsChanged();
    followFilter();
}

void IncidentListModel::followFilter()
{
    m_shown = m_table.countShown();
    showRowsSoon();
    Q_EMIT shownChanged();
}

void IncidentListModel::setInView(bool inView)
{
    if (inView == m_inView)
        return;
    m_inView = inView;
    showRows();
    Q_EMIT inViewChanged();
}

void IncidentListModel::setView(const Viewport &view)
{
    m_view = view;
    if (m_inView)
        m_resting.start();
}

void IncidentListModel::showRowsSoon()
{
    if (m_table.size() <= shortList)
        showRows();
    else
        m_resting.start();
}

void IncidentListModel::showRows()
{
    beginResetModel();
    filterRows();
    endResetModel();
}

std::vector<std::uint32_t>::const_iterator IncidentListModel::placeByTime(std::uint32_t row) const
{
    return std::ranges::lower_bound(m_byTime, row,
                                    [this](std::uint32_t a, std::uint32_t b) { return isBefore(columns(), a, b); });
}

void IncidentListModel::filterRows()
{
    m_resting.stop();
    m_rows.clear();
    m_rows.reserve(m_shown.count);
    if (!m_inView || !m_view) {
        std::ranges::copy_if(order(), std::back_inserter(m_rows),
                             [this](std::uint32_t row) { return m_table.shows(row); });
        return;
    }
    std::vector<std::uint8_t> isIn(m_table.size());
    forEachRowIn(m_table, FixedView(*m_view), [&isIn](std::uint32_t row) { isIn[row] = 1; });
    std::ranges::copy_if(order(), std::back_inserter(m_rows), [&isIn](std::uint32_t row) { return isIn[row] != 0; });
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
    std::optional<LonLatBox> box = extentOf(columns(), m_rows);
    if (!box)
        return std::nullopt;
    std::vector<IncidentId> outlines;
    for (const std::uint32_t row : m_rows) {
        if (outlines.size() == mostOutlines)
            break;
        if (columns().has(row, IncidentColumns::HasPlace) && columns().has(row, IncidentColumns::IsArea))
            outlines.push_back(IncidentId{columns().id[row]});
    }
    for (const IncidentId id : outlines) {
        const IncidentEntry *entry = find(id);
        if (const auto one = entry && entry->incident.where ? boxOf(entry->incident.where->geometry) : std::nullopt)
            box = box->including({one->west, one->south}).including({one->east, one->north});
    }
    return box;
}

std::optional<TimeSpan> IncidentListModel::extentKnown() const
{
    std::int32_t first = IncidentTable::neverKnown;
    std::int32_t last = std::numeric_limits<std::int32_t>::min();
    for (const std::int32_t known : m_table.knownAt()) {
        first = std::min(first, known);
        last = known == IncidentTable::neverKnown ? last : std::max(last, known);
    }
    if (first == IncidentTable::neverKnown)
        return std::nullopt;
    const auto minute = [](std::int32_t value) { return UtcMinute(std::chrono::minutes(value)); };
    return TimeSpan{minute(first), minute(last) + std::chrono::minutes(1), TimePrecision::Minute};
}

qint64 IncidentListModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return 0;
    return columns().id[m_rows[static_cast<std::size_t>(row)]];
}

int IncidentListModel::rowOf(qint64 id) const
{
    const std::optional<std::uint32_t> wanted = m_table.rowOf(IncidentId{id});
    // A look through a million takes less than a millisecond, and asks nothing of how they are sorted.
    const auto at = wanted ? std::ranges::find(m_rows, *wanted) : m_rows.end();
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

std::vector<IncidentId> IncidentListModel::idsIn(int first, int last) const
{
    std::vector<std::uint8_t> isIn(m_table.size());
    for (int row = std::max(first, 0); row <= std::min(last, rowCount() - 1); ++row)
        isIn[m_rows[static_cast<std::size_t>(row)]] = 1;
    std::vector<IncidentId> ids;
    for (std::size_t row = 0; row < isIn.size(); ++row) {
        if (isIn[row] != 0)
            ids.push_back(IncidentId{columns().id[row]});
    }
    return ids;
}

void IncidentListModel::showEverything()
{
    setFilter({});
}

} // namespace dateline
