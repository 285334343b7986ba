#pragma once

#include "ui/incidentlistmodel.h"
#include "ui/reviewmodel.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// “Accept all certain”: what it will do, each with a tick, before it is done in one step.
class CertainModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int taken READ taken NOTIFY changed)

public:
    enum Role { TitleRole = Qt::UserRole, KindRole, KindNameRole, PlaceRole, WhenRole, WordsRole, NoteRole, TakenRole };

    CertainModel(CaseStore *store, ReviewModel *review, IncidentListModel *incidents, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int taken() const;

    /// Lists the certain proposals; what may be in the case or higher in the list already, from another source, is left
    /// out until a person ticks it.
    Q_INVOKABLE void start();
    Q_INVOKABLE void take(int row, bool taken);
    Q_INVOKABLE void takeAll(bool taken);
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();

private:
    struct Listed
    {
        ReviewModel::Row row;
        QString note; ///< Why it wants a look of its own; empty if it does not.
        bool taken = true;
    };

    [[nodiscard]] QString noteOn(const ReviewModel::Row &row) const;

    CaseStore *m_store;
    ReviewModel *m_review;
    IncidentListModel *m_incidents;
    std::vector<Listed> m_rows;
    bool m_open = false;
};

} // namespace dateline
