#pragma once

#include "tables/release.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// What is different in a newer download, group by group: how many of each, and which are ticked to be taken.
class ReleaseGroupList : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    enum Role { GroupRole = Qt::UserRole, NameRole, CountRole, TickedRole }; ///< The count is a text.

    explicit ReleaseGroupList(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Shows the groups of @p comparison that have any, with those of @p ticks ticked.
    void show(const ReleaseComparison &comparison, const ReleaseTicks &ticks);
    void clear();
    void setTicks(const ReleaseTicks &ticks);

    /// “Re-counted”.
    [[nodiscard]] static QString nameOf(ReleaseGroup group);

private:
    struct Line
    {
        ReleaseGroup group{};
        qint64 count = 0;
        bool ticked = false;
    };
    std::vector<Line> m_lines;
};

} // namespace dateline
