#include "ui/lossdraft.h"

#include "ui/wording.h"

#include <QRegularExpression>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr int lossKindCount = 6;

/// The numbers of a loss as numbersOf() writes them, or as a person does.
std::optional<Loss> numbersFrom(QString text)
{
    static const QRegularExpression range(QStringLiteral(R"(^(\d{1,15})(?:[-–](\d{1,15})(?:\p{L}+(\d{1,15}))?)?$)"));
    text.removeIf([](QChar c) { return c.isSpace() || c == u','; });
    const QRegularExpressionMatch match = range.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 low = match.captured(1).toLongLong();
    const qint64 high = match.hasCaptured(2) ? match.captured(2).toLongLong() : low;
    Loss loss{.low = std::min(low, high), .high = std::max(low, high)};
    if (match.hasCaptured(3)) {
        loss.best = match.captured(3).toLongLong();
        if (*loss.best < loss.low || *loss.best > loss.high)
            return std::nullopt;
    }
    return loss;
}

} // namespace

int LossDraft::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LossDraft::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KindRole: return static_cast<int>(row.loss.kind);
    case Qt::DisplayRole:
    case NumberRole: return row.number;
    case OfWhomRole: return row.loss.ofWhom;
    case ReportedByRole: return row.loss.reportedBy;
    default: return {};
    }
}

bool LossDraft::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || data(index, role) == value)
        return false;
    Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KindRole: row.loss.kind = static_cast<Loss::Kind>(std::clamp(value.toInt(), 0, lossKindCount - 1)); break;
    case NumberRole: row.number = value.toString(); break;
    case OfWhomRole: row.loss.ofWhom = value.toString(); break;
    case ReportedByRole: row.loss.reportedBy = value.toString(); break;
    default: return false;
    }
    Q_EMIT dataChanged(index, index, {role});
    return true;
}

QHash<int, QByteArray> LossDraft::roleNames() const
{
    return {{KindRole, "kind"}, {NumberRole, "number"}, {OfWhomRole, "ofWhom"}, {ReportedByRole, "reportedBy"}};
}

QStringList LossDraft::kindNames() const
{
    QStringList names;
    for (int kind = 0; kind < lossKindCount; ++kind)
        names.append(lossKindText(static_cast<Loss::Kind>(kind)));
    return names;
}

void LossDraft::setLosses(const std::vector<Loss> &losses)
{
    beginResetModel();
    m_rows.clear();
    for (const Loss &loss : losses)
        m_rows.push_back({loss, numbersOf(loss)});
    endResetModel();
}

Result<std::vector<Loss>> LossDraft::losses() const
{
    std::vector<Loss> losses;
    for (const Row &row : m_rows) {
        if (row.number.trimmed().isEmpty() && row.loss.ofWhom.trimmed().isEmpty()
            && row.loss.reportedBy.trimmed().isEmpty())
            continue;
        const std::optional<Loss> numbers = numbersFrom(row.number);
        if (!numbers)
            return failure(
                Error::Kind::Malformed,
                tr("“%1” is no number of losses; write 49, 49–60 for a range, or 49–60, best 52").arg(row.number),
                row.number);
        losses.push_back({row.loss.kind, numbers->low, numbers->high, row.loss.ofWhom.simplified(),
                          row.loss.reportedBy.simplified(), numbers->best});
    }
    return losses;
}

void LossDraft::add()
{
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.emplace_back();
    endInsertRows();
}

void LossDraft::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

} // namespace dateline
