#include "tables/tablesample.h"

#include "tables/countrycodes.h"
#include "tables/csv.h"
#include "tables/importtable.h"
#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"
#include "tables/tablefile.h"
#include "tables/tablestext.h"

#include <QFileInfo>

namespace dateline
{

namespace
{

constexpr std::size_t mostSampleBytes = 16 * 1024 * 1024;

void fill(TableSample &sample, TableFile &table)
{
    std::size_t bytes = 0;
    while (sample.records.size() < TableSample::mostRecords && bytes < mostSampleBytes && table.rows().next()) {
        if (table.rows().isProblem() || table.rows().refusal() || table.rows().cells().empty())
            continue;
        const std::span<const std::string_view> cells = table.rows().cells();
        for (const std::string_view cell : cells)
            bytes += cell.size();
        sample.records.emplace_back(cells.begin(), cells.end());
        sample.lines.push_back(table.rows().line());
    }
}

} // namespace

Result<std::vector<TableSample>> samplesIn(const QString &path)
{
    Result<std::vector<TableBeginning>> beginnings = beginningsIn(path);
    if (!beginnings)
        return std::unexpected(beginnings.error());
    std::vector<TableSample> samples;
    for (TableBeginning &beginning : *beginnings) {
        const QByteArray head = std::exchange(beginning.part.head, {});
        const char delimiter =
            beginning.part.numbered ? ',' : delimiterOf({head.constData(), static_cast<std::size_t>(head.size())});
        TableSample sample{beginning.index, std::move(beginning.part), delimiter, {}, {}};
        const KnownTable raw{sample.index, sample.part, {.layout = &mappedLayout, .hasHeader = false}, delimiter};
        const Result<std::unique_ptr<TableFile>> table = TableFile::open(path, raw);
        if (!table)
            return std::unexpected(table.error());
        fill(sample, **table);
        if (!sample.records.empty())
            samples.push_back(std::move(sample));
    }
    if (samples.empty()) {
        const QString name = QFileInfo(path).fileName();
        return failure(Error::Kind::Malformed,
                       TablesText::tr("“%1” is empty; there is nothing to import in it").arg(name), name);
    }
    return samples;
}

std::vector<std::expected<Incident, RowFailure>> rowsOf(const TableSample &sample, const MappingPtr &mapping,
                                                        std::size_t most)
{
    std::vector<std::expected<Incident, RowFailure>> rows;
    const std::optional<ColumnPlan> plan = planFor(mapping, sample.records);
    if (!plan)
        return rows;
    CountryCodes countries;
    RowDraft draft(*plan, countries);
    const std::size_t begin = static_cast<std::size_t>(plan->before) + (plan->hasHeader ? 1 : 0);
    for (std::size_t i = begin; i < sample.records.size() && rows.size() < most; ++i) {
        const std::vector<std::string_view> cells(sample.records[i].begin(), sample.records[i].end());
        std::optional<RowProblem> problem = widthProblem(cells, plan->names.size());
        if (!problem)
            problem = draft.read(std::span(cells).first(plan->names.size()));
        if (problem) {
            rows.emplace_back(
                std::unexpected(RowFailure{sample.lines[i], problem->column, problem->value, problem->reason}));
        } else {
            rows.emplace_back(incidentFrom(draft.row));
        }
    }
    return rows;
}

} // namespace dateline
