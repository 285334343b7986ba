#include "tables/failurelog.h"

#include "tables/tablestext.h"

#include <utility>

namespace dateline
{

namespace
{

/// Adds @p cell and a comma behind it.
void appendCell(QByteArray &line, std::string_view cell)
{
    if (cell.find_first_of(",;\t\"\r\n") == std::string_view::npos) {
        line.append(cell.data(), static_cast<qsizetype>(cell.size())).append(',');
        return;
    }
    line.append('"');
    for (const char c : cell) {
        if (c == '"')
            line.append('"');
        line.append(c);
    }
    line.append("\",");
}

/// With the comma behind the last cell gone.
QByteArray ended(QByteArray line)
{
    line.chop(1);
    return line.append('\n');
}

QString unitText(RowUnit unit)
{
    switch (unit) {
    case RowUnit::Line: return TablesText::tr("line %1");
    case RowUnit::Row: return TablesText::tr("row %1");
    case RowUnit::Feature: return TablesText::tr("feature %1");
    case RowUnit::Entry: return TablesText::tr("entry %1");
    }
    return {};
}

} // namespace

QString failureText(const RowFailure &failure, const QString &table, RowUnit unit)
{
    QString where = unitText(unit).arg(failure.line);
    if (!table.isEmpty())
        where = QStringLiteral("“%1”, ").arg(table) + where;
    if (!failure.column.isEmpty())
        where += QStringLiteral(", ") + failure.column;
    if (!failure.value.isEmpty())
        where += QStringLiteral(" “%1”").arg(failure.value);
    return QStringLiteral("%1: %2").arg(where, failure.reason);
}

FailureLog::FailureLog(QString path, const ColumnPlan &plan)
    : m_path(std::move(path))
    , m_plan(plan)
{
}

void FailureLog::add(RowFailure failure, std::span<const std::string_view> cells)
{
    ++m_count;
    if (!m_path.isEmpty())
        write(cells, failure);
    m_last = std::move(failure);
    if (m_first.size() < mostKept)
        m_first.push_back(m_last);
}

void FailureLog::write(std::span<const std::string_view> cells, const RowFailure &failure)
{
    QByteArray line;
    if (!m_file) {
        m_file = std::make_unique<QSaveFile>(m_path);
        for (const QByteArray &name : m_plan.names)
            appendCell(line, {name.constData(), static_cast<std::size_t>(name.size())});
        if (m_file->open(QIODevice::WriteOnly)) // What failed is told in the end.
            m_file->write(line + "dateline_line,dateline_column,dateline_value,dateline_reason\n");
        line.clear();
    }
    // A row with too few cells gets empty ones, so that the reasons stand in their columns; what it has too many of
    // is left out, and its value tells it.
    for (std::size_t i = 0; i < m_plan.names.size(); ++i)
        appendCell(line, i < cells.size() ? cells[i] : std::string_view());
    for (const QString &text : {QString::number(failure.line), failure.column, failure.value, failure.reason})
        appendCell(line, text.toStdString());
    if (m_file->isOpen())
        m_file->write(ended(line));
}

Result<void> FailureLog::finish()
{
    if (!m_file || (m_file->isOpen() && m_file->commit()))
        return {};
    return failure(
        Error::Kind::Unwritable,
        TablesText::tr("The rows that failed could not be written to “%1” (%2): check the folder and the disk")
            .arg(m_path, m_file->errorString()),
        m_path);
}

} // namespace dateline
