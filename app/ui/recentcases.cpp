#include "ui/recentcases.h"

#include "ui/settings.h"

#include <QFileInfo>

namespace dateline
{

namespace
{

constexpr qsizetype mostCases = 8;

} // namespace

RecentCases::RecentCases(QObject *parent)
    : QAbstractListModel(parent)
    , m_paths(settings().value(QStringLiteral("recentCases")).toStringList())
{
    m_paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
}

int RecentCases::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_paths.size());
}

QVariant RecentCases::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &path = m_paths.at(index.row());
    switch (role) {
    case PathRole: return path;
    case Qt::DisplayRole:
    case NameRole: return QFileInfo(path).completeBaseName();
    default: return {};
    }
}

QHash<int, QByteArray> RecentCases::roleNames() const
{
    return {{PathRole, "path"}, {NameRole, "name"}};
}

void RecentCases::add(const QString &path)
{
    beginResetModel();
    m_paths.removeAll(path);
    m_paths.prepend(path);
    m_paths.resize(std::min(m_paths.size(), mostCases));
    endResetModel();
    settings().setValue(QStringLiteral("recentCases"), m_paths);
}

} // namespace dateline
