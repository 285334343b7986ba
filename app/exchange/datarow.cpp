#include "exchange/datarow.h"

#include "base/zone.h"
#include "casefile/celltexts.h"
#include "exchange/cells.h"
#include "exchange/output.h"

#include <QLocale>

#include <algorithm>

namespace dateline
{

namespace
{

void appendPart(std::string &list, std::string_view part)
{
    list.append(list.empty() || part.empty() ? "" : "; ").append(part);
}

} // namespace

void DataRow::read(const StoredIncident &row)
{
    m_row = &row;
    const auto dayOf = [&row](std::string_view time, std::chrono::minutes before) {
        const std::optional<UtcMinute> minute = utcFromIso(QString::fromUtf8(time));
        return minute ? dateTimeFromUtc(*minute - before).toTimeZone(zoneOrUtc(QString::fromUtf8(row.zone))).date()
                      : QDate();
    };
    m_first = dayOf(row.begin, std::chrono::minutes(0));
    m_last = dayOf(row.end, std::chrono::minutes(1));
    readTexts(row.actors, m_actors);
    readLosses(row.losses, m_losses);
    m_killed = nullptr;
    for (const StoredLoss &loss : m_losses) {
        if (loss.kind == keys().loss[Loss::Kind::Killed]
            && (!m_killed || std::pair(loss.low, loss.high) > std::pair(m_killed->low, m_killed->high)))
            m_killed = &loss;
    }
    m_words.clear();
    for (const StoredQuote &quote : row.quotes)
        m_words.push_back({std::string(quote.exact), std::string(quote.speaker), m_rows.source(quote.document)});
}

std::string_view DataRow::actor(std::size_t index) const
{
    return index < m_actors.size() ? std::string_view(m_actors[index]) : std::string_view();
}

std::string DataRow::actorsFrom(std::size_t index) const
{
    std::string list;
    for (; index < m_actors.size(); ++index)
        appendPart(list, m_actors[index]);
    return list;
}

std::string DataRow::tags() const
{
    std::vector<std::string> tags;
    readTexts(m_row->tags, tags);
    std::string list;
    for (const std::string &tag : tags)
        appendPart(list, tag);
    return list;
}

std::string DataRow::country() const
{
    const QLocale::Territory territory = QLocale::codeToTerritory(QString::fromUtf8(m_row->country));
    return territory == QLocale::AnyTerritory ? std::string(m_row->country)
                                              : QLocale::territoryToString(territory).toStdString();
}

std::string DataRow::publishers() const
{
    std::vector<std::string_view> seen;
    std::string list;
    for (const Words &words : m_words) {
        if (std::ranges::contains(seen, std::string_view(words.source.publisher)))
            continue;
        seen.push_back(words.source.publisher);
        appendPart(list, words.source.publisher);
    }
    return list;
}

std::string DataRow::attribute(std::string_view name) const
{
    return textIn(m_row->attributes, name);
}

Result<void> writeDataTable(ExportJob &job, std::span<const DataColumn> columns)
{
    Output out(job.path());
    for (const DataColumn &column : columns)
        out << (&column == columns.data() ? "" : ",") << column.name;
    out << "\r\n";
    DataRow data(job.rows);
    const Result<void> read = job.rows.forEach(true, [&](const StoredIncident &row) {
        data.read(row);
        for (const DataColumn &column : columns) {
            if (&column != columns.data())
                out.text().push_back(',');
            std::string value = column.value ? column.value(data) : std::string();
            if (value.empty())
                value = data.attribute(column.name);
            // A number is no formula, minus or not.
            const bool isNumber = value.find_first_not_of("-.0123456789") == std::string::npos;
            appendCsv(out.text(), value, !job.options.lossless && !isNumber);
        }
        out << "\r\n";
        out.spill();
    });
    return read ? out.close() : read;
}

} // namespace dateline
