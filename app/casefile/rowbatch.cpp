#include "casefile/rowbatch.h"

#include <bit>

namespace dateline
{

namespace
{

// One INSERT for many rows: what SQLite does once for each statement costs as much as a row itself.
constexpr std::size_t rowsInStatement = 32;

std::string insertSql(const Table &table, std::size_t rows)
{
    const QByteArray marks = "(?" + QByteArray(", ?").repeated(static_cast<qsizetype>(table.columns.size())) + ')';
    // A load that fails is taken back as a whole: no statement needs the way back of its own that SQLite would keep.
    QByteArray sql = "INSERT OR FAIL INTO " + QByteArray(table.name) + "(id, " + columnList(table) + ") VALUES" + marks;
    for (std::size_t i = 1; i < rows; ++i)
        sql += ',' + marks;
    return sql.toStdString();
}

} // namespace

RowBatch::RowBatch(const Table &table)
    : m_table(table)
    , m_form(table)
{
}

RowBatch::Cell RowBatch::added(const char *column, const CellValue &value)
{
    Cell cell{value.type, 0, value.bytes.size()};
    switch (value.type) {
    case Statement::Type::Null: break;
    case Statement::Type::Integer:
        appendInteger(m_forms, column, value.integer);
        cell.value = static_cast<std::uint64_t>(value.integer);
        break;
    case Statement::Type::Real:
        appendReal(m_forms, column, value.real);
        cell.value = std::bit_cast<std::uint64_t>(value.real);
        break;
    case Statement::Type::Text:
        appendText(m_forms, column, value.bytes);
        cell.value = m_forms.size() - 1 - cell.size; // Before the line feed.
        break;
    case Statement::Type::Blob:
        appendBlob(m_forms, column, value.bytes);
        cell.value = m_blobs.size();
        m_blobs.append(value.bytes);
        break;
    }
    return cell;
}

void RowBatch::add(std::span<const CellValue> cells)
{
    Q_ASSERT(cells.size() == m_table.columns.size());
    const std::size_t first = m_cells.size();
    m_cells.resize(first + cells.size());
    for (const std::size_t i : m_form.order())
        m_cells[first + i] = added(m_table.columns[i].name, cells[i]);
    m_forms.push_back('\n');
    m_ends.push_back({m_forms.size(), m_blobs.size()});
}

void RowBatch::removeLast()
{
    m_ends.pop_back();
    const End end = m_ends.empty() ? End{} : m_ends.back();
    m_forms.resize(end.form);
    m_blobs.resize(end.blobs);
    m_cells.resize(rows() * m_table.columns.size());
}

void RowBatch::clear()
{
    m_ends.clear();
    m_forms.clear();
    m_blobs.clear();
    m_cells.clear();
}

std::string_view RowBatch::form(std::size_t row) const
{
    const std::size_t begin = row == 0 ? 0 : m_ends[row - 1].form;
    return std::string_view(m_forms).substr(begin, m_ends[row].form - begin);
}

void RowBatch::bindRow(Statement &statement, int index, std::size_t row, std::int64_t id) const
{
    statement.bind(index, id);
    for (const Cell &cell : std::span(m_cells).subspan(row * m_table.columns.size(), m_table.columns.size())) {
        ++index;
        switch (cell.type) {
        case Statement::Type::Null: break; // As it is where nothing is bound.
        case Statement::Type::Integer: statement.bind(index, static_cast<std::int64_t>(cell.value)); break;
        case Statement::Type::Real: statement.bind(index, std::bit_cast<double>(cell.value)); break;
        case Statement::Type::Text:
            statement.bindText(index, std::string_view(m_forms).substr(cell.value, cell.size));
            break;
        case Statement::Type::Blob:
            statement.bindBlob(index, std::string_view(m_blobs).substr(cell.value, cell.size));
            break;
        }
    }
}

void RowBatch::insertInto(Database &database, std::int64_t firstId) const
{
    const int width = 1 + static_cast<int>(m_table.columns.size());
    const std::string many = insertSql(m_table, rowsInStatement);
    const std::string one = insertSql(m_table, 1);
    for (std::size_t row = 0; row < rows();) {
        const std::size_t count = rows() - row >= rowsInStatement ? rowsInStatement : 1;
        Statement statement = database.query(count == 1 ? one : many);
        for (std::size_t i = 0; i < count; ++i, ++row)
            bindRow(statement, 1 + static_cast<int>(i) * width, row, firstId + static_cast<std::int64_t>(row));
        statement.next();
    }
}

} // namespace dateline
