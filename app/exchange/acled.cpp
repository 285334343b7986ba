#include "casefile/celltexts.h"
#include "exchange/cells.h"
#include "exchange/datarow.h"

#include <array>

namespace dateline
{

namespace
{

std::string numberText(double number)
{
    std::string text;
    appendNumber(text, number);
    return text;
}

std::string isoDay(QDate day)
{
    return day.toString(Qt::ISODate).toStdString();
}

bool isKind(const DataRow &data, Kind kind)
{
    return data.row().kind == keys().kind[kind];
}

std::string acledId(const DataRow &data)
{
    return data.row().dataSetId.empty() ? std::to_string(numberOf(data.row().id)) : std::string(data.row().dataSetId);
}

// A day; about a week around it; only the month is sure.
std::string acledTimePrecision(const DataRow &data)
{
    const std::string_view precision = data.row().timePrecision;
    if (precision == keys().timePrecision[TimePrecision::Week])
        return "2";
    const bool isLong = precision == keys().timePrecision[TimePrecision::Month]
        || precision == keys().timePrecision[TimePrecision::Year];
    return isLong ? "3" : "1";
}

std::string acledDay(const DataRow &data)
{
    // The middle of what is longer than a day, as the data set has it.
    return isoDay(data.first().addDays(data.first().daysTo(data.last()) / 2));
}

std::string disorderType(const DataRow &data)
{
    if (isKind(data, Kind::Protests) || data.row().subKind == keys().subKind[SubKind::ViolentDemonstration])
        return "Demonstrations";
    if (isKind(data, Kind::NotStated))
        return {};
    return isKind(data, Kind::StrategicDevelopments) ? "Strategic developments" : "Political violence";
}

std::string civilianTargeting(const DataRow &data)
{
    return isKind(data, Kind::ViolenceAgainstCivilians) ? "Civilian targeting" : "";
}

std::string acledPlacePrecision(const DataRow &data)
{
    const std::string_view precision = data.row().placePrecision;
    if (precision == keys().locationPrecision[LocationPrecision::District])
        return "2";
    const bool isWide = precision == keys().locationPrecision[LocationPrecision::Province]
        || precision == keys().locationPrecision[LocationPrecision::Country];
    return isWide ? "3" : "1";
}

std::string acledWords(const DataRow &data)
{
    std::string words;
    for (const DataRow::Words &quote : data.words())
        words.append(words.empty() || quote.words.empty() ? "" : " ").append(quote.words);
    return words.empty() ? std::string(data.row().notes) : words;
}

std::string fatalities(const DataRow &data)
{
    return data.killed() ? std::to_string(data.killed()->low) : std::string();
}

constexpr std::array acledTable{
    DataColumn{"event_id_cnty", acledId},
    DataColumn{"event_date", acledDay},
    DataColumn{"year", [](const DataRow &data) { return acledDay(data).substr(0, 4); }},
    DataColumn{"time_precision", acledTimePrecision},
    DataColumn{"disorder_type", disorderType},
    DataColumn{"event_type", [](const DataRow &data) { return std::string(data.row().kind); }},
    DataColumn{"sub_event_type", [](const DataRow &data) { return std::string(data.row().subKind); }},
    DataColumn{"actor1", [](const DataRow &data) { return std::string(data.actor(0)); }},
    DataColumn{"assoc_actor_1"},
    DataColumn{"inter1"},
    DataColumn{"actor2", [](const DataRow &data) { return std::string(data.actor(1)); }},
    DataColumn{"assoc_actor_2", [](const DataRow &data) { return data.actorsFrom(2); }},
    DataColumn{"inter2"},
    DataColumn{"interaction"},
    DataColumn{"civilian_targeting", civilianTargeting},
    DataColumn{"iso"},
    DataColumn{"region"},
    DataColumn{"country", [](const DataRow &data) { return data.country(); }},
    DataColumn{"admin1", [](const DataRow &data) { return std::string(data.row().province); }},
    DataColumn{"admin2"},
    DataColumn{"admin3"},
    DataColumn{"location", [](const DataRow &data) { return std::string(data.row().place); }},
    DataColumn{"latitude", [](const DataRow &data) { return numberText(data.row().point->lat); }},
    DataColumn{"longitude", [](const DataRow &data) { return numberText(data.row().point->lon); }},
    DataColumn{"geo_precision", acledPlacePrecision},
    DataColumn{"source", [](const DataRow &data) { return data.publishers(); }},
    DataColumn{"source_scale"},
    DataColumn{"notes", acledWords},
    DataColumn{"fatalities", fatalities},
    DataColumn{"tags", [](const DataRow &data) { return data.tags(); }},
    DataColumn{"timestamp"},
};

} // namespace

Result<void> writeAcled(ExportJob &job)
{
    return writeDataTable(job, acledTable);
}

} // namespace dateline
