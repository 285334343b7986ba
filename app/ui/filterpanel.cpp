#include "ui/filterpanel.h"

#include "map/areatest.h"
#include "ui/wording.h"

#include <QLocale>

#include <algorithm>
#include <ranges>

namespace dateline
{

namespace
{

constexpr std::chrono::milliseconds recountAfter(80);
constexpr std::size_t mostNames = 40; ///< Of a part; more are found by their words.

/// Does @p work with the bits of @p part; none for parts that are no set of values.
template<typename Filter, typename Work>
void withBits(Filter &filter, FilterPart part, const Work &work)
{
    switch (part) {
    case FilterPart::SubKind: return work(filter.subKinds);
    case FilterPart::Status: return work(filter.statuses);
    case FilterPart::Credibility: return work(filter.credibilities);
    case FilterPart::Precision: return work(filter.precisions);
    default: return;
    }
}

QString textOf(const FilterArea &area)
{
    if (area.radiusMetres > 0) {
        return FilterPanel::tr("Within %L1 km of %2")
            .arg(std::lround(area.radiusMetres / 1000))
            .arg(coordinatesText(area.centre));
    }
    QString where = isBox(area) ? FilterPanel::tr("In a view of the map") : FilterPanel::tr("In the drawn shape");
    const std::optional<double> squareMetres = squareMetresIn(area);
    if (!squareMetres)
        return where;
    constexpr double fewKilometres = 10;
    const double kilometres = *squareMetres / 1e6;
    return FilterPanel::tr("%1 (%2 km²)", "where, how large")
        .arg(where, QLocale().toString(kilometres, 'f', kilometres < fewKilometres ? 2 : 0));
}

template<typename Value>
void toggleIn(auto &list, const Value &value)
{
    const auto found = std::ranges::find(list, value);
    if (found == list.end())
        list.push_back(value);
    else
        list.erase(found);
}

} // namespace

FilterPanel::FilterPanel(CaseStore *store, IncidentListModel *incidents, Camera *camera, Selection *selection,
                         QObject *parent)
    : QAbstractListModel(parent)
    , m_incidents(incidents)
    , m_values(new FilterValues(store, incidents, this))
    , m_camera(camera)
    , m_selection(selection)
    , m_shape(new ShapeDrawing(store, incidents, camera, this))
{
    m_recount.setSingleShot(true);
    m_recount.setInterval(recountAfter);
    connect(&m_recount, &QTimer::timeout, this, &FilterPanel::recount);
    connect(incidents, &IncidentListModel::incidentsChanged, this, &FilterPanel::rebuild);
    connect(m_values, &FilterValues::changed, this, &FilterPanel::rebuild);
    connect(incidents, &IncidentListModel::shownChanged, this, [this] {
        if (m_active && !m_recount.isActive())
            m_recount.start();
        // Not measured again with every move of the brush.
        if (const std::optional<FilterArea> &area = m_incidents->filter().area; area != m_area) {
            m_area = area;
            m_areaText = area ? textOf(*area) : QString();
        }
        Q_EMIT changed();
    });
}

int FilterPanel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FilterPanel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return row.name;
    case CountRole: return row.count;
    case CheckedRole: return isChecked(row);
    case SectionRole: break;
    default: return {};
    }
    switch (row.part) {
    case FilterPart::SubKind: return tr("Kind in detail");
    case FilterPart::Status: return tr("Status");
    case FilterPart::Credibility: return tr("Credibility");
    case FilterPart::Precision: return tr("How closely the place is known");
    case FilterPart::Actor: return tr("Who took part");
    case FilterPart::Tag: return tr("Tag");
    case FilterPart::Source: return tr("Source");
    default: return {};
    }
}

QHash<int, QByteArray> FilterPanel::roleNames() const
{
    return {{NameRole, "name"}, {SectionRole, "section"}, {CountRole, "count"}, {CheckedRole, "checked"}};
}

void FilterPanel::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active)
        m_values->want();
    rebuild();
}

int FilterPanel::limits() const
{
    return static_cast<int>(std::ranges::count_if(std::views::iota(0, filterPartCount), [this](int part) {
        return dateline::limits(m_incidents->filter(), static_cast<FilterPart>(part));
    }));
}

void FilterPanel::setWords(const QString &words)
{
    IncidentFilter filter = m_incidents->filter();
    filter.words = words.trimmed();
    m_incidents->setFilter(filter);
}

void FilterPanel::setLeastOrigins(int least)
{
    IncidentFilter filter = m_incidents->filter();
    filter.leastOrigins = std::max(0, least);
    m_incidents->setFilter(filter);
}

void FilterPanel::keepView()
{
    const LonLatBox box = m_camera->viewport().box();
    IncidentFilter filter = m_incidents->filter();
    // Half the world and more has no inside of its own.
    if (box.east - box.west >= 180)
        filter.area.reset();
    else
        filter.area = FilterArea{
            {}, 0, {{box.west, box.north}, {box.east, box.north}, {box.east, box.south}, {box.west, box.south}}};
    m_incidents->setFilter(filter);
}

void FilterPanel::keepAround(double metres)
{
    const IncidentEntry *entry = m_incidents->find(m_selection->stop().incident);
    const std::optional<LonLat> anchor =
        entry && entry->incident.where ? anchorOf(*entry->incident.where) : std::nullopt;
    if (!anchor)
        return;
    IncidentFilter filter = m_incidents->filter();
    filter.area = FilterArea{*anchor, metres, {}};
    m_incidents->setFilter(filter);
}

void FilterPanel::clearArea()
{
    IncidentFilter filter = m_incidents->filter();
    filter.area.reset();
    m_incidents->setFilter(filter);
}

bool FilterPanel::isChecked(const Row &row) const
{
    const IncidentFilter &filter = m_incidents->filter();
    switch (row.part) {
    case FilterPart::Actor: return filter.actors.contains(row.name);
    case FilterPart::Tag: return filter.tags.contains(row.name);
    case FilterPart::Source: return std::ranges::contains(filter.sources, row.document);
    default: break;
    }
    bool checked = false;
    withBits(filter, row.part,
             [&](const auto &bits) { checked = !bits.all() && bits.test(static_cast<std::size_t>(row.value)); });
    return checked;
}

void FilterPanel::toggle(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const Row &wanted = m_rows[static_cast<std::size_t>(row)];
    IncidentFilter filter = m_incidents->filter();
    switch (wanted.part) {
    case FilterPart::Actor: toggleIn(filter.actors, wanted.name); break;
    case FilterPart::Tag: toggleIn(filter.tags, wanted.name); break;
    case FilterPart::Source: toggleIn(filter.sources, wanted.document); break;
    default:
        withBits(filter, wanted.part, [&](auto &bits) {
            if (bits.all())
                bits.reset();
            bits.flip(static_cast<std::size_t>(wanted.value));
            if (bits.none())
                bits.set();
        });
    }
    m_incidents->setFilter(filter);
}

void FilterPanel::addValues(FilterPart part, const std::vector<IncidentValues::Value> &values)
{
    for (const IncidentValues::Value &value : values | std::views::take(mostNames)) {
        Row row{part, 0, value.name, value.document, {}, 0};
        for (const IncidentId id : value.incidents) {
            if (const std::optional<std::uint32_t> at = m_incidents->table().rowOf(id))
                row.incidents.push_back(*at);
        }
        m_rows.push_back(std::move(row));
    }
}

void FilterPanel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    if (m_active) {
        const FacetCounts all = m_incidents->table().countAll();
        const auto add = [this](FilterPart part, const auto &counts, const auto &nameOf) {
            for (std::size_t value = 0; value < counts.size(); ++value) {
                if (counts.at(value) > 0)
                    m_rows.push_back({part, static_cast<int>(value), nameOf(value), {}, {}, 0});
            }
        };
        add(FilterPart::SubKind, all.subKinds, [](std::size_t value) {
            return value < subKindCount ? termOf(static_cast<SubKind>(value)) : tr("Not stated");
        });
        add(FilterPart::Status, all.statuses, [](std::size_t value) { return statusText(static_cast<Status>(value)); });
        add(FilterPart::Credibility, all.credibilities,
            [](std::size_t value) { return credibilityName(static_cast<int>(value)); });
        add(FilterPart::Precision, all.precisions, [](std::size_t value) {
            return value < locationPrecisionCount ? precisionName(static_cast<LocationPrecision>(value))
                                                  : tr("No place");
        });
        addValues(FilterPart::Actor, m_values->values().actors);
        addValues(FilterPart::Tag, m_values->values().tags);
        addValues(FilterPart::Source, m_values->values().sources);
    }
    endResetModel();
    recount();
}

std::uint32_t FilterPanel::countOf(const Row &row, const FacetCounts &facets) const
{
    const auto value = static_cast<std::size_t>(row.value);
    switch (row.part) {
    case FilterPart::SubKind: return facets.subKinds.at(value);
    case FilterPart::Status: return facets.statuses.at(value);
    case FilterPart::Credibility: return facets.credibilities.at(value);
    case FilterPart::Precision: return facets.precisions.at(value);
    default: break;
    }
    const std::span<const std::uint16_t> hidden = m_incidents->table().hidden();
    const int others = ~bitOf(row.part);
    return static_cast<std::uint32_t>(
        std::ranges::count_if(row.incidents, [&](std::uint32_t at) { return (hidden[at] & others) == 0; }));
}

void FilterPanel::recount()
{
    if (m_active && !m_rows.empty()) {
        const FacetCounts facets = m_incidents->table().countFacets();
        for (Row &row : m_rows)
            row.count = countOf(row, facets);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountRole, CheckedRole});
    }
    Q_EMIT changed();
}

} // namespace dateline
