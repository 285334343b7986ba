#include "casefile/celltexts.h"
#include "exchange/cells.h"
#include "exchange/datarow.h"
#include "exchange/exchangetext.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

std::string degreesText(double number)
{
    std::string text;
    appendNumber(text, number);
    return text;
}

std::string ucdpDay(QDate day)
{
    return day.toString(QStringLiteral("yyyy-MM-dd 00:00:00.000")).toStdString();
}

std::string ucdpId(const DataRow &data)
{
    return data.row().dataSetId.empty() ? std::to_string(numberOf(data.row().id)) : std::string(data.row().dataSetId);
}

// A state took part, or none did, is more than most cases tell.
std::string typeOfViolence(const DataRow &data)
{
    return data.row().kind == keys().kind[Kind::ViolenceAgainstCivilians] ? "3" : "";
}

std::string ucdpPlacePrecision(const DataRow &data)
{
    constexpr std::array codes{"1", "2", "3", "4", "6"};
    for (int i = 0; i < locationPrecisionCount; ++i) {
        if (data.row().placePrecision == keys().locationPrecision[static_cast<LocationPrecision>(i)])
            return codes[static_cast<std::size_t>(i)];
    }
    return "5";
}

std::string ucdpDatePrecision(const DataRow &data)
{
    const auto is = [&data](TimePrecision precision) {
        return data.row().timePrecision == keys().timePrecision[precision];
    };
    if (is(TimePrecision::Year))
        return "5";
    if (is(TimePrecision::Month))
        return "4";
    if (is(TimePrecision::Week))
        return data.first().daysTo(data.last()) < 6 ? "2" : "3";
    return data.first() == data.last() ? "1" : "2";
}

/// A list as the data set has it: what would part it is written otherwise.
template<typename TextOf>
std::string partsOf(const DataRow &data, const TextOf &textOf)
{
    std::string list;
    for (const DataRow::Words &words : data.words()) {
        std::string text(textOf(words));
        std::ranges::replace(text, ';', ',');
        list.append(&words == data.words().data() ? "" : ";").append(text);
    }
    return list;
}

std::string sourceArticles(const DataRow &data)
{
    return partsOf(data, [](const DataRow::Words &words) {
        std::string text;
        for (const std::string &part : {words.source.publisher, words.source.published, words.words})
            text.append(text.empty() ? "\"" : ",").append(part);
        std::replace(text.begin() + 1, text.end(), '"', '\'');
        return text + '"';
    });
}

std::string killedBest(const DataRow &data)
{
    const StoredLoss *killed = data.killed();
    if (!killed || (!killed->best && killed->low < killed->high))
        return {}; // Nobody says which number of the range is the likeliest.
    return std::to_string(killed->best.value_or(killed->low));
}

constexpr std::array ucdpTable{
    DataColumn{"id", ucdpId},
    DataColumn{"relid"},
    DataColumn{"year", [](const DataRow &data) { return std::to_string(data.first().year()); }},
    DataColumn{"active_year"},
    DataColumn{"code_status"},
    DataColumn{"type_of_violence", typeOfViolence},
    DataColumn{"conflict_dset_id"},
    DataColumn{"conflict_new_id"},
    DataColumn{"conflict_name"},
    DataColumn{"dyad_dset_id"},
    DataColumn{"dyad_new_id"},
    DataColumn{"dyad_name"},
    DataColumn{"side_a_dset_id"},
    DataColumn{"side_a_new_id"},
    DataColumn{"side_a", [](const DataRow &data) { return std::string(data.actor(0)); }},
    DataColumn{"side_b_dset_id"},
    DataColumn{"side_b_new_id"},
    DataColumn{"side_b", [](const DataRow &data) { return data.actorsFrom(1); }},
    DataColumn{
        "number_of_sources",
        [](const DataRow &data) { return data.words().empty() ? std::string() : std::to_string(data.words().size()); }},
    DataColumn{"source_article", sourceArticles},
    DataColumn{
        "source_office",
        [](const DataRow &data) { return partsOf(data, [](const DataRow::Words &w) { return w.source.publisher; }); }},
    DataColumn{
        "source_date",
        [](const DataRow &data) { return partsOf(data, [](const DataRow::Words &w) { return w.source.published; }); }},
    DataColumn{"source_headline",
               [](const DataRow &data) { return partsOf(data, [](const DataRow::Words &w) { return w.words; }); }},
    DataColumn{"source_original",
               [](const DataRow &data) { return data.words().empty() ? std::string() : data.words().front().speaker; }},
    DataColumn{"where_prec", ucdpPlacePrecision},
    DataColumn{"where_coordinates", [](const DataRow &data) { return std::string(data.row().place); }},
    DataColumn{"where_description", [](const DataRow &data) { return std::string(data.row().placeAsWritten); }},
    DataColumn{"adm_1", [](const DataRow &data) { return std::string(data.row().province); }},
    DataColumn{"adm_2"},
    DataColumn{"latitude", [](const DataRow &data) { return degreesText(data.row().point->lat); }},
    DataColumn{"longitude", [](const DataRow &data) { return degreesText(data.row().point->lon); }},
    DataColumn{"geom_wkt",
               [](const DataRow &data) {
                   return "POINT (" + degreesText(data.row().point->lon) + ' ' + degreesText(data.row().point->lat)
                       + ')';
               }},
    DataColumn{"priogrid_gid"},
    DataColumn{"country", [](const DataRow &data) { return data.country(); }},
    DataColumn{"country_id"},
    DataColumn{"region"},
    DataColumn{"event_clarity"},
    DataColumn{"date_prec", ucdpDatePrecision},
    DataColumn{"date_start", [](const DataRow &data) { return ucdpDay(data.first()); }},
    DataColumn{"date_end", [](const DataRow &data) { return ucdpDay(data.last()); }},
    DataColumn{"deaths_a"},
    DataColumn{"deaths_b"},
    DataColumn{"deaths_civilians"},
    DataColumn{"deaths_unknown"},
    DataColumn{
        "best",
        [](const DataRow &data) { return data.attribute("best").empty() ? killedBest(data) : data.attribute("best"); }},
    DataColumn{"high",
               [](const DataRow &data) { return data.killed() ? std::to_string(data.killed()->high) : std::string(); }},
    DataColumn{"low",
               [](const DataRow &data) { return data.killed() ? std::to_string(data.killed()->low) : std::string(); }},
    DataColumn{"gwnoa"},
    DataColumn{"gwnob"},
};
static_assert(ucdpTable.size() == 49);

} // namespace

Result<void> writeUcdp(ExportJob &job)
{
    const Result<void> written = writeDataTable(job, ucdpTable);
    job.report.notes.append(ExchangeText::tr(
        "type_of_violence is empty where neither the data set nor the kind tells whether a state took part"));
    return written;
}

} // namespace dateline
