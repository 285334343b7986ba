#include "ui/mappedcolumns.h"

#include "tables/cells.h"
#include "ui/wording.h"

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qsizetype longestCell = 200; ///< Characters; nobody reads more of it here.

int indexOf(Role role)
{
    const std::span<const Role> roles = mappableRoles();
    const auto found = std::ranges::find(roles, role);
    return found == roles.end() ? 0 : static_cast<int>(found - roles.begin());
}

} // namespace

void MappedColumns::show(const TableSample &sample, const Mapping &mapping,
                         const std::vector<std::expected<Incident, RowFailure>> &rows)
{
    std::vector<Column> columns;
    const auto first = static_cast<std::size_t>(mapping.headerRow);
    const std::size_t last = std::min(sample.records.size(), first + shownRows);
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        Column column{mapping.columns[i].name, indexOf(mapping.columns[i].role), {}, {}};
        for (std::size_t row = first; row < last; ++row) {
            const std::vector<std::string> &cells = sample.records[row];
            column.cells.append(i < cells.size() ? textFrom(cells[i]).simplified().left(longestCell) : QString());
            const bool isProblem =
                row - first < rows.size() && !rows[row - first] && rows[row - first].error().column == column.name;
            column.problems.append(isProblem ? rows[row - first].error().reason : QString());
        }
        columns.push_back(std::move(column));
    }
    // Keeping the rows keeps a menu open that is over one, and the place that the table is moved to.
    if (columns.size() == m_columns.size() && !columns.empty()) {
        m_columns = std::move(columns);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

void MappedColumns::clear()
{
    beginResetModel();
    m_columns.clear();
    endResetModel();
}

int MappedColumns::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant MappedColumns::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column &column = m_columns[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return column.name;
    case SaysRole: return column.says;
    case CellsRole: return column.cells;
    case ProblemsRole: return column.problems;
    case UsedRole: return column.says > 1; // The first two keep it and leave it out.
    default: return {};
    }
}

QHash<int, QByteArray> MappedColumns::roleNames() const
{
    return {
        {NameRole, "name"}, {SaysRole, "says"}, {CellsRole, "cells"}, {ProblemsRole, "problems"}, {UsedRole, "used"}};
}

void MappedRows::show(const std::vector<std::expected<Incident, RowFailure>> &rows, RowUnit unit)
{
    beginResetModel();
    m_rows.clear();
    for (const std::expected<Incident, RowFailure> &row : rows) {
        if (!row) {
            m_rows.push_back({{}, {}, {}, failureText(row.error(), {}, unit)});
            continue;
        }
        QStringList where{whereText(row->where)};
        if (row->where) {
            const std::optional<LonLat> at = anchorOf(*row->where);
            where.append(at ? coordinatesText(*at) : tr("not on the map"));
            where.append(locationPrecisionText(row->where));
        }
        where.removeAll(QString());
        m_rows.push_back({row->title, fullWhenText(row->when), where.join(QStringLiteral(" · ")), {}});
    }
    endResetModel();
}

int MappedRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MappedRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return row.title;
    case WhenRole: return row.when;
    case WhereRole: return row.where;
    case ProblemRole: return row.problem;
    default: return {};
    }
}

QHash<int, QByteArray> MappedRows::roleNames() const
{
    return {{TitleRole, "title"}, {WhenRole, "when"}, {WhereRole, "where"}, {ProblemRole, "problem"}};
}

void MappedKinds::show(const QStringList &words, const Mapping &mapping)
{
    beginResetModel();
    m_words = words;
    m_kinds.clear();
    for (const QString &word : words) {
        const auto known = std::ranges::find_if(mapping.kinds, [&word](const MappedKind &kind) {
            return kind.word.compare(word, Qt::CaseInsensitive) == 0;
        });
        m_kinds.push_back(known == mapping.kinds.end() ? mapping.kind : known->kind);
    }
    endResetModel();
    Q_EMIT countChanged();
}

int MappedKinds::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_words.size());
}

QVariant MappedKinds::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case WordRole: return m_words.at(index.row());
    case KindRole: return static_cast<int>(m_kinds[static_cast<std::size_t>(index.row())]);
    default: return {};
    }
}

QHash<int, QByteArray> MappedKinds::roleNames() const
{
    return {{WordRole, "word"}, {KindRole, "kind"}};
}

} // namespace dateline
