#include "tables/rowdraft.h"

#include "base/zone.h"
#include "tables/mappeddate.h"
#include "tables/mappedposition.h"
#include "tables/tablestext.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

// What of a row only a mapping has.

namespace
{

constexpr double mostOfExact = 25; ///< Metres; what is told less closely is no exact place.
constexpr double mostOfNear = 10'000;
constexpr double mostOfDistrict = 50'000;

LocationPrecision precisionOf(double radiusMetres)
{
    return radiusMetres <= mostOfExact   ? LocationPrecision::Exact
        : radiusMetres <= mostOfNear     ? LocationPrecision::Near
        : radiusMetres <= mostOfDistrict ? LocationPrecision::District
                                         : LocationPrecision::Province;
}

/// The instant of a clock of @p zone.
UtcMinute utcFromLocal(UtcMinute local, const QTimeZone &zone)
{
    const QDateTime clock = dateTimeFromUtc(local);
    return utcFromDateTime(QDateTime(clock.date(), clock.time(), zone));
}

} // namespace

std::optional<CellDate> RowDraft::dateIn(std::string_view text) const
{
    return m_plan.mapping ? dateInOrder(text, m_plan.mapping->dateOrder) : dateFrom(text, m_plan.layout->monthFirst);
}

/// Whether it is for the lack of an order that @p text is no date.
bool RowDraft::fitsMoreOrders(std::string_view text) const
{
    return m_plan.mapping && m_plan.mapping->dateOrder == DateOrder::NotTold
        && (dateInOrder(text, DateOrder::DayFirst) || dateInOrder(text, DateOrder::MonthFirst));
}

void RowDraft::readMappedKind(std::string_view word)
{
    const Mapping &mapping = *m_plan.mapping;
    const QString text = textFrom(word);
    const auto known = std::ranges::find_if(
        mapping.kinds, [&](const MappedKind &kind) { return kind.word.compare(text, Qt::CaseInsensitive) == 0; });
    if (known != mapping.kinds.end()) {
        row.kind = known->kind;
        row.subKind = known->subKind;
    } else {
        // A word that is no term says nothing that can be counted; it stays among the attributes.
        row.kind = kindFromTerm(text).value_or(mapping.kind);
    }
}

/// A table's times are those of a clock; what is without a time is a day by that clock.
void RowDraft::shiftToUtc()
{
    row.timeAsWritten = cell(Role::Date).empty() ? cell(Role::Time) : cell(Role::Date);
    if (const std::string_view time = cell(Role::Time); !time.empty() && time != row.timeAsWritten)
        row.timeAsWritten = keep(textFrom(row.timeAsWritten) + u' ' + textFrom(time));
    if (!row.time || m_plan.mapping->zone.isEmpty())
        return;
    const std::optional<QTimeZone> zone = zoneFromName(m_plan.mapping->zone);
    if (!zone)
        return;
    row.zone = keep(m_plan.mapping->zone);
    if (m_isZoned && row.time->precision < TimePrecision::Day)
        return;
    row.time->begin = utcFromLocal(row.time->begin, *zone);
    row.time->end = std::max(utcFromLocal(row.time->end, *zone), row.time->begin + std::chrono::minutes(1));
}

void RowDraft::readMappedPosition()
{
    m_positionError = 0;
    const auto take = [this](const PositionReading &read, std::size_t column) {
        if (!read) {
            refuse(column, read.error());
            return;
        }
        row.point = read->at;
        m_positionError = read->errorMetres;
    };
    if (const std::optional<Found> text = find(Role::LatLon)) {
        take(m_positions->fromText(text->text), text->column);
        row.placeAsWritten = text->text;
        return;
    }
    const bool isGrid = !m_columns[static_cast<std::size_t>(Role::Easting)].empty();
    const Role upRole = isGrid ? Role::Northing : Role::Latitude;
    const Role rightRole = isGrid ? Role::Easting : Role::Longitude;
    const std::optional<Found> up = find(upRole);
    const std::optional<Found> right = find(rightRole);
    if (!up && !right)
        return;
    if (!up || !right) {
        const auto &missing = m_columns[static_cast<std::size_t>(up ? rightRole : upRole)];
        refuse(missing.empty() ? (up ? up : right)->column : missing.front(),
               TablesText::tr("A place needs both of its numbers: add the one that is missing"));
        return;
    }
    const std::string_view zone = cell(Role::Zone);
    take(isGrid ? m_positions->fromGrid(right->text, up->text, zone) : m_positions->fromDegrees(up->text, right->text),
         up->column);
    row.placeAsWritten = keep(isGrid ? textFrom(zone) + u' ' + textFrom(right->text) + u' ' + textFrom(up->text)
                                     : textFrom(up->text) + u' ' + textFrom(right->text));
}

void RowDraft::takeMappedPrecision()
{
    const Mapping &mapping = *m_plan.mapping;
    if (row.geometry) {
        row.precision = std::max(mapping.precision, LocationPrecision::District);
        row.radiusMetres = 0;
        return;
    }
    // A name without a position is no exact place.
    if (!row.point) {
        row.precision = std::max(mapping.precision, LocationPrecision::Near);
        row.radiusMetres = std::max(mapping.radiusMetres, 1000.0);
        return;
    }
    row.precision = std::max(mapping.precision, precisionOf(m_positionError));
    row.radiusMetres =
        row.precision == LocationPrecision::Exact ? 0 : std::ceil(std::max(mapping.radiusMetres, m_positionError));
}

} // namespace dateline
