#include "ui/mappingdesk.h"

#include "base/zone.h"
#include "geo/positionsystem.h"
#include "tables/cells.h"
#include "tables/columnwords.h"
#include "tables/mappeddate.h"
#include "tables/savedmappings.h"
#include "ui/wording.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

struct PlacePreset
{
    LocationPrecision precision;
    double radiusMetres;
};

constexpr std::array placePresets{
    PlacePreset{LocationPrecision::Exact, 0},        PlacePreset{LocationPrecision::Near, 100},
    PlacePreset{LocationPrecision::Near, 1000},      PlacePreset{LocationPrecision::Near, 5000},
    PlacePreset{LocationPrecision::District, 25000}, PlacePreset{LocationPrecision::Province, 75000},
};

/// Whether two columns with @p role would say it twice.
bool isForOne(Role role)
{
    return !isForMany(role);
}

} // namespace

MappingDesk::MappingDesk(QObject *parent)
    : QObject(parent)
{
}

QStringList MappingDesk::saysNames()
{
    QStringList names;
    for (const Role role : mappableRoles())
        names.append(nameOf(role));
    return names;
}

QStringList MappingDesk::kindNames()
{
    QStringList names;
    for (int kind = 0; kind < kindCount; ++kind)
        names.append(kindText(static_cast<Kind>(kind)));
    return names;
}

QStringList MappingDesk::precisionNames()
{
    return {tr("Exact where they are written so"),
            tr("Within 100 m"),
            tr("Within 1 km"),
            tr("Within 5 km"),
            tr("In a district, within 25 km"),
            tr("In a province, within 75 km")};
}

QStringList MappingDesk::tables() const
{
    QStringList names;
    for (const TableSample &sample : m_samples)
        names.append(sample.part.name);
    return names;
}

QStringList MappingDesk::headers() const
{
    QStringList names{tr("None")};
    if (!isActive())
        return names;
    for (std::size_t i = 0; i < std::min(sample().records.size(), mostHeaderRows); ++i) {
        QStringList cells;
        for (const std::string &cell : sample().records[i])
            cells.append(textFrom(cell).simplified());
        names.append(tr("Line %1: %2").arg(sample().lines[i]).arg(cells.join(QStringLiteral(", ")).left(80)));
    }
    return names;
}

QStringList MappingDesk::savedNames() const
{
    QStringList names{tr("As the columns seem to be")};
    for (const MappingPtr &mapping : m_saved)
        names.append(mapping->name.isEmpty() ? tr("Without a name") : mapping->name);
    return names;
}

QStringList MappingDesk::dateOrders() const
{
    const auto name = [this](const QString &text, DateOrder order) {
        const std::optional<CellDate> date = dateInOrder(m_example.toStdString(), order);
        return date ? tr("%1: %2").arg(text, QLocale().toString(dateTimeFromUtc(date->day).date(), QLocale::LongFormat))
                    : text;
    };
    return {tr("Choose…"), name(tr("Day first"), DateOrder::DayFirst), name(tr("Month first"), DateOrder::MonthFirst),
            name(tr("Year first"), DateOrder::YearFirst)};
}

QString MappingDesk::crsNote() const
{
    if (m_crs.trimmed().isEmpty())
        return {};
    const Result<PositionSystem> system = PositionSystem::fromText(m_crs);
    return system ? system->name() : system.error().message;
}

QString MappingDesk::zoneProblem() const
{
    const QString text = m_zone.trimmed();
    return text.isEmpty() || zoneFromName(text)
        ? QString()
        : tr("“%1” is no time zone; write it like Asia/Yerevan or UTC+04:00").arg(text);
}

int MappingDesk::precision() const
{
    const auto *const preset = std::ranges::find_if(placePresets, [this](const PlacePreset &place) {
        return place.precision == m_mapping.precision && place.radiusMetres == m_mapping.radiusMetres;
    });
    return preset == placePresets.end() ? -1 : static_cast<int>(preset - placePresets.begin());
}

bool MappingDesk::hasNumbers() const
{
    return m_mapping.has(Role::Easting) || m_mapping.has(Role::Latitude) || m_mapping.has(Role::LatLon);
}

QString MappingDesk::questions() const
{
    QStringList lines;
    for (const MappingGap gap : m_asked)
        lines.append(textOf(gap) + u'.');
    if (isActive()) {
        for (const MappingGap gap : gapsOf(m_mapping))
            lines.append(textOf(gap) + u'.');
    }
    return lines.join(u'\n');
}

QString MappingDesk::remarks() const
{
    QStringList lines;
    for (const QString &remark : m_remarks)
        lines.append(remark + u'.');
    return lines.join(u'\n');
}

bool MappingDesk::isComplete() const
{
    return isActive() && m_asked.empty() && gapsOf(m_mapping).empty() && zoneProblem().isEmpty()
        && m_mapping.crs == m_crs.trimmed();
}

void MappingDesk::begin(std::vector<TableSample> samples)
{
    m_samples = std::move(samples);
    m_table = 0;
    MappingGuess guess = guessOf(sample());
    // The first sheet may say what the others are.
    for (int i = 1; i < static_cast<int>(m_samples.size()) && std::ranges::contains(guess.gaps, MappingGap::Nothing);
         ++i) {
        MappingGuess other = guessOf(m_samples[static_cast<std::size_t>(i)]);
        if (std::ranges::contains(other.gaps, MappingGap::Nothing))
            continue;
        m_table = i;
        guess = std::move(other);
    }
    findSaved();
    take(std::move(guess));
    if (!m_saved.empty())
        setSaved(1);
}

void MappingDesk::clear()
{
    m_samples.clear();
    m_saved.clear();
    m_asked.clear();
    m_mapping = {};
    m_columns.clear();
    m_rows.show({}, RowUnit::Row);
    Q_EMIT changed();
}

/// Which saved mappings fit the table, the ones with the most columns first.
void MappingDesk::findSaved()
{
    m_saved.clear();
    m_savedIndex = 0;
    for (const MappingPtr &mapping : savedToTry()) {
        if (planFor(mapping, sample().records))
            m_saved.push_back(mapping);
    }
}

void MappingDesk::take(MappingGuess guess)
{
    m_asked = std::move(guess.gaps);
    // Those that the mapping itself shows are asked as long as it does.
    std::erase_if(m_asked, [](MappingGap gap) { return gap != MappingGap::DateOrder && gap != MappingGap::Latitude; });
    m_remarks = std::move(guess.remarks);
    adopt(std::move(guess.mapping));
}

void MappingDesk::adopt(Mapping mapping)
{
    m_mapping = std::move(mapping);
    m_crs = m_mapping.crs;
    m_zone = m_mapping.zone;
    m_example = dateOrdersIn(sample(), m_mapping).example;
    m_hasOrders = !m_example.isEmpty();
    show();
}

void MappingDesk::show()
{
    const auto rows = rowsOf(sample(), mapping(), MappedColumns::shownRows);
    m_columns.show(sample(), m_mapping, rows);
    m_rows.show(rows, sample().part.unit);
    const std::optional<std::size_t> kinds = m_mapping.columnOf(Role::Kind);
    m_note.clear();
    m_kindWords.show(kinds ? kindWordsIn(sample(), m_mapping, *kinds) : QStringList(), m_mapping);
    Q_EMIT changed();
    Q_EMIT edited();
}

void MappingDesk::setTable(int table)
{
    if (table < 0 || table >= static_cast<int>(m_samples.size()) || table == m_table)
        return;
    m_table = table;
    findSaved();
    take(guessOf(sample()));
}

void MappingDesk::setHeader(int header)
{
    if (!isActive() || header == m_mapping.headerRow)
        return;
    m_savedIndex = 0;
    take(guessOf(sample(), header));
}

void MappingDesk::setSaved(int saved)
{
    if (saved < 0 || saved > static_cast<int>(m_saved.size()))
        return;
    m_savedIndex = saved;
    if (saved == 0) {
        take(guessOf(sample()));
        return;
    }
    Mapping mapping = *m_saved[static_cast<std::size_t>(saved - 1)];
    const std::optional<ColumnPlan> plan = planFor(std::make_shared<const Mapping>(mapping), sample().records);
    mapping.columns.clear();
    for (std::size_t i = 0; plan && i < plan->names.size(); ++i)
        mapping.columns.push_back({QString::fromUtf8(plan->names[i]), plan->roles[i]});
    mapping.headerRow = plan && plan->hasHeader ? plan->before + 1 : 0;
    m_asked.clear();
    m_remarks.clear();
    adopt(std::move(mapping));
}

void MappingDesk::setDateOrder(int order)
{
    std::erase(m_asked, MappingGap::DateOrder);
    m_mapping.dateOrder = static_cast<DateOrder>(std::clamp(order, 0, 3));
    if (m_mapping.dateOrder == DateOrder::NotTold && m_hasOrders)
        m_asked.push_back(MappingGap::DateOrder);
    show();
}

void MappingDesk::setCrs(const QString &crs)
{
    m_crs = crs;
    const QString text = crs.trimmed();
    m_mapping.crs = PositionSystem::fromText(text) ? text : QString();
    show();
}

void MappingDesk::setZone(const QString &zone)
{
    m_zone = zone;
    m_mapping.zone = zoneProblem().isEmpty() ? zone.trimmed() : QString();
    show();
}

void MappingDesk::setPrecision(int precision)
{
    if (precision < 0 || precision >= static_cast<int>(placePresets.size()))
        return;
    const PlacePreset &preset = placePresets.at(static_cast<std::size_t>(precision));
    m_mapping.precision = preset.precision;
    m_mapping.radiusMetres = preset.radiusMetres;
    show();
}

void MappingDesk::setKind(int kind)
{
    m_mapping.kind = static_cast<Kind>(std::clamp(kind, 0, kindCount - 1));
    show();
}

void MappingDesk::setSays(int column, int says)
{
    const std::span<const Role> roles = mappableRoles();
    if (column < 0 || column >= static_cast<int>(m_mapping.columns.size()) || says < 0
        || says >= static_cast<int>(roles.size()))
        return;
    MappedColumn &asked = m_mapping.columns[static_cast<std::size_t>(column)];
    const Role before = std::exchange(asked.role, roles[static_cast<std::size_t>(says)]);
    // The column that said it gets what this one was: latitude and longitude change places.
    for (MappedColumn &other : m_mapping.columns) {
        if (&other != &asked && isForOne(asked.role) && other.role == asked.role)
            other.role = isForOne(before) ? before : Role::Rest;
    }
    if (asked.role == Role::Latitude || asked.role == Role::Longitude)
        std::erase(m_asked, MappingGap::Latitude);
    const auto touches = [&](Role role) { return before != asked.role && (before == role || asked.role == role); };
    if (touches(Role::Date) || touches(Role::End)) {
        const DateOrders orders = dateOrdersIn(sample(), m_mapping);
        m_mapping.dateOrder = orders.order;
        m_example = orders.example;
        m_hasOrders = !m_example.isEmpty();
        std::erase(m_asked, MappingGap::DateOrder);
        if (orders.isOpen)
            m_asked.push_back(MappingGap::DateOrder);
    }
    if (touches(Role::Kind)) {
        m_mapping.kinds.clear();
        const std::optional<std::size_t> kinds = m_mapping.columnOf(Role::Kind);
        const QStringList words = kinds ? kindWordsIn(sample(), m_mapping, *kinds) : QStringList();
        for (const QString &word : words) {
            if (std::optional<MappedKind> kind = kindOfWord(word))
                m_mapping.kinds.push_back(std::move(*kind));
        }
    }
    show();
}

void MappingDesk::setKindOf(const QString &word, int kind)
{
    std::erase_if(m_mapping.kinds,
                  [&word](const MappedKind &known) { return known.word.compare(word, Qt::CaseInsensitive) == 0; });
    m_mapping.kinds.push_back({word, static_cast<Kind>(std::clamp(kind, 0, kindCount - 1)), {}});
    show();
}

void MappingDesk::save(const QString &name)
{
    m_mapping.name = name.trimmed();
    if (const Result<void> saved = saveMapping(m_mapping); !saved) {
        m_note = saved.error().message;
        Q_EMIT changed();
        return;
    }
    const QString kept = m_mapping.name;
    findSaved();
    const auto mine = std::ranges::find(m_saved, kept, [](const MappingPtr &mapping) { return mapping->name; });
    m_savedIndex = mine == m_saved.end() ? 0 : static_cast<int>(mine - m_saved.begin()) + 1;
    m_note = tr("The mapping “%1” is saved and found again by the columns of a table").arg(kept);
    Q_EMIT changed();
}

} // namespace dateline
