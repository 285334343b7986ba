#pragma once

#include "ui/incidentlistmodel.h"

namespace dateline
{

/// The kinds that occur in the case, each with its number of incidents and a switch.
class KindFilterModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")

public:
    enum Role { KindRole = Qt::UserRole, NameRole, CountRole, ShownRole };

    explicit KindFilterModel(IncidentListModel *incidents);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Shows or hides the kind in @p row.
    Q_INVOKABLE void toggle(int row);

private:
    void update();

    struct Row
    {
        Kind kind{};
        int count = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };
    IncidentListModel *m_incidents;
    std::vector<Row> m_rows;
    std::bitset<kindCount> m_shown = allOf<kindCount>();
};

} // namespace dateline
