#include "tables/tablerows.h"

#include "casefile/celltexts.h"
#include "casefile/compactjson.h"
#include "tables/cells.h"
#include "tables/tablestext.h"

#include <algorithm>
#include <utility>

namespace dateline
{

namespace
{

bool isCount(Role role)
{
    return role == Role::Killed || role == Role::KilledLow || role == Role::KilledHigh;
}

} // namespace

TableRows::TableRows(TableFile &file, FailureLog &failures, bool withSources, std::vector<Edit> edits)
    : m_file(file)
    , m_failures(failures)
    , m_withSources(withSources)
    , m_edits(std::move(edits))
    , m_draft(file.plan(), m_countries)
    , m_dataSet(file.dataSet())
    , m_texts(QString::fromUtf8(m_dataSet), file.name(), file.unit())
    , m_attributesBegin("{\"data_set\":")
{
    const ColumnPlan &plan = file.plan();
    m_idColumn = static_cast<std::size_t>(std::ranges::find(plan.roles, Role::Id) - plan.roles.begin());
    appendJson(m_attributesBegin, viewOf(m_dataSet));
    for (std::size_t i = 0; i < plan.roles.size(); ++i) {
        const Role role = plan.roles[i];
        std::string begin(",");
        appendJson(begin, viewOf(plan.names[i]));
        begin.push_back(':');
        const bool isUnnamed = role == Role::Sources && !withSources;
        // What a mapping takes for a source, a kind or a country may be more, or none.
        const bool isMapped = plan.mapping && (role == Role::Sources || role == Role::Kind || role == Role::Country);
        if (role == Role::Rest || role == Role::Links || role == Role::CountryNumber || isUnnamed || isMapped)
            m_rest.push_back({i, begin});
        else if (isCount(role))
            m_counts.push_back({i, begin});
    }
}

void TableRows::passOver(std::span<const QByteArray> ids)
{
    for (const QByteArray &id : ids)
        static_cast<void>(m_known.add(viewOf(id)));
}

/// Whether all cells but those that say why the row failed before are empty.
bool TableRows::isEmptyRow(std::span<const std::string_view> cells) const
{
    const std::vector<Role> &roles = m_file.plan().roles;
    if (cells.size() < roles.size())
        return false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if ((i >= roles.size() || roles[i] != Role::Dropped) && !trimmed(cells[i]).empty())
            return false;
    }
    return true;
}

/// Goes to the next record that the case does not have.
bool TableRows::nextRecord()
{
    while (m_file.rows().next()) {
        m_bytesRead = m_file.bytesRead();
        const std::span<const std::string_view> cells = m_file.rows().cells();
        // Spreadsheets write them down to the last row that was ever used.
        if (!m_file.rows().refusal() && isEmptyRow(cells))
            continue;
        const bool isKnown = !m_known.isEmpty() && !m_file.rows().refusal() && !m_file.rows().isProblem()
            && m_idColumn < cells.size() && m_known.has(trimmed(cells[m_idColumn]));
        if (!isKnown)
            return true;
        ++m_passed;
    }
    return false;
}

std::optional<Result<IncidentRow>> TableRows::next()
{
    std::optional<Result<void>> read = readNext();
    while (read && *read && !choose())
        read = readNext();
    if (!read)
        return std::nullopt;
    if (!*read)
        return std::unexpected(std::move(read->error()));
    return m_draft.row; // As it was chosen, with its quotes.
}

/// Reads the next row into the draft, or tells why it is none; nothing after the last.
std::optional<Result<void>> TableRows::readNext()
{
    m_texts.clearQuotes();
    if (!nextRecord()) {
        m_texts.finish();
        if (std::exchange(m_ended, true) || !m_file.rows().error())
            return std::nullopt;
        return std::unexpected(refuse({{}, {}, m_file.rows().error()->message}, {}));
    }
    const std::span<const std::string_view> cells = m_file.rows().cells();
    if (const std::optional<Error> &refusal = m_file.rows().refusal())
        return std::unexpected(refuse({{}, {}, refusal->message}, {}));
    if (m_file.rows().isProblem()) {
        if (cells.size() != 3)
            return std::unexpected(refuse({{}, {}, TablesText::tr("It cannot be read")}, {}));
        return std::unexpected(refuse({textFrom(cells[0]), textFrom(cells[1]), textFrom(cells[2])}, {}));
    }
    if (std::optional<RowProblem> problem = read(cells))
        return std::unexpected(refuse(std::move(*problem), cells));
    return Result<void>();
}

std::optional<RowProblem> TableRows::read(std::span<const std::string_view> cells)
{
    if (std::optional<RowProblem> problem = widthProblem(cells, m_file.plan().names.size()))
        return problem;
    const bool isOwn = m_file.plan().layout->isOwn;
    const std::span<const std::string_view> record = cells.first(m_file.plan().names.size());
    const std::span<const std::string_view> known = isOwn ? defused(record) : record;
    if (std::optional<RowProblem> problem = m_draft.read(known))
        return problem;
    IncidentRow &row = m_draft.row;
    row.number = m_file.rows().line();
    // Rows of an own layout may be of several data sets.
    if (!isOwn && !row.dataSetId.empty() && !m_seen.add(row.dataSetId)) {
        return RowProblem{{},
                          textFrom(row.dataSetId),
                          TablesText::tr("Another row of this file has the same id: take one of them out")};
    }
    if (!isOwn)
        writeAttributes(known);
    if (m_withSources)
        findSaid();
    else if (row.notes.empty())
        row.notes = m_draft.words;
    return std::nullopt;
}

std::string_view TableRows::recordId() const
{
    const std::span<const std::string_view> cells = m_file.rows().cells();
    return m_idColumn < cells.size() ? trimmed(cells[m_idColumn]) : std::string_view();
}

std::span<const std::string_view> TableRows::defused(std::span<const std::string_view> cells)
{
    m_cells.assign(cells.begin(), cells.end());
    for (std::string_view &cell : m_cells) {
        const std::size_t first = cell.starts_with('\'') ? cell.find_first_not_of('\'') : std::string_view::npos;
        if (first != std::string_view::npos && std::string_view("=+-@\t\r").contains(cell[first]))
            cell.remove_prefix(1);
    }
    return m_cells;
}

Error TableRows::refuse(RowProblem problem, std::span<const std::string_view> cells)
{
    ++m_failed;
    const Error error{Error::Kind::Malformed, problem.reason, problem.value};
    m_failures.add(
        {m_file.rows().line(), std::move(problem.column), std::move(problem.value), std::move(problem.reason)}, cells);
    return error;
}

void TableRows::writeAttributes(std::span<const std::string_view> cells)
{
    m_attributes = m_attributesBegin;
    const auto add = [&](const Attribute &attribute) {
        if (const std::string_view text = trimmed(cells[attribute.column]); !text.empty())
            appendJson(m_attributes.append(attribute.begin), text);
    };
    std::ranges::for_each(m_rest, add);
    // None, and the best of three numbers, are in no loss.
    const bool isInLosses = m_draft.losses.size() == 1
        && (m_draft.losses.front().best || m_draft.losses.front().low == m_draft.losses.front().high);
    if (!isInLosses)
        std::ranges::for_each(m_counts, add);
    m_attributes.push_back('}');
    m_draft.row.attributes = m_attributes;
}

void TableRows::findSaid()
{
    m_said.clear();
    const auto add = [this](RowSource source) {
        source.words = m_texts.tidy(source.words);
        if (!source.words.empty())
            m_said.push_back(source);
    };
    std::ranges::for_each(m_draft.sources, add);
    // Without a source of its own a row is what the data set says.
    if (m_said.empty() && !m_draft.words.empty())
        add({viewOf(m_dataSet), m_draft.words, {}});
}

bool TableRows::choose()
{
    std::uint64_t quotes = ~std::uint64_t{0};
    if (m_choose && !m_choose(m_draft.row, m_said, quotes))
        return false;
    if (m_withSources)
        quote(quotes);
    return true;
}

void TableRows::quote(std::uint64_t chosen)
{
    constexpr std::size_t lastBit = 63;
    m_quotes.clear();
    for (std::size_t i = 0; i < m_said.size(); ++i) {
        if (((chosen >> std::min(i, lastBit)) & 1U) == 0)
            continue;
        const RowSource &source = m_said[i];
        m_quotes.push_back(m_texts.add(source.publisher, source.words, source.speaker, m_draft.row.number));
        m_quotes.back().stance = source.stance;
    }
    m_draft.row.quotes = m_quotes;
}

} // namespace dateline
