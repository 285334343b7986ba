#pragma once

#include "base/result.h"
#include "domain/incident.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// The losses of an incident as a form edits them, a row each.
class LossDraft : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The incident's draft has it")
    Q_PROPERTY(QStringList kindNames READ kindNames CONSTANT)

public:
    enum Role { KindRole = Qt::UserRole, NumberRole, OfWhomRole, ReportedByRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QStringList kindNames() const;

    void setLosses(const std::vector<Loss> &losses);

    /// What the rows say; rows without a word are left out. Malformed for a number that is none, such as “many”.
    [[nodiscard]] Result<std::vector<Loss>> losses() const;

    Q_INVOKABLE void add();
    Q_INVOKABLE void remove(int row);

private:
    struct Row
    {
        Loss loss; ///< Its numbers are as they were.
        QString number; ///< As a person types it: “49”, “49–60”.
    };
    std::vector<Row> m_rows;
};

} // namespace dateline
