#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <QtQmlIntegration>

namespace dateline
{

/// The cases that were open last, as far as they are still there.
class RecentCases : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")

public:
    enum Role { PathRole = Qt::UserRole, NameRole };

    explicit RecentCases(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void add(const QString &path);
    [[nodiscard]] QString last() const { return m_paths.value(0); } ///< Empty if there is none.

private:
    QStringList m_paths;
};

} // namespace dateline
