#pragma once

#include "ui/casestore.h"
#include "ui/incidentlistmodel.h"

#include <QStringList>
#include <QThreadPool>
#include <QtQmlIntegration>

namespace dateline
{

/// How the list of incidents is sorted, in words, and the way to change that.
///
/// What is sorted by texts is worked out beside the window; until then the list stays as it is.
class ListSorting : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(QStringList choices READ choices NOTIFY changed)
    Q_PROPERTY(int current READ current NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)

public:
    ListSorting(CaseStore *store, IncidentListModel *incidents, QObject *parent = nullptr);
    ~ListSorting() override;

    [[nodiscard]] QStringList choices() const; ///< What to sort by, and at the end the other direction.
    [[nodiscard]] int current() const { return static_cast<int>(m_wanted.by); }
    [[nodiscard]] QString text() const; ///< “Time: oldest first”.
    [[nodiscard]] bool isBusy() const { return m_ranking; }

    /// Sorts by one of choices(); the present one turns the direction.
    Q_INVOKABLE void choose(int choice);

Q_SIGNALS:
    void changed();
    void sorted(); ///< The list is, as it was asked for.

private:
    [[nodiscard]] static QString nameOf(SortBy by);
    [[nodiscard]] static QString directionOf(const Sorting &sorting);
    void rank();
    void takeRanks(int turn, Result<std::vector<TextRank>> ranks);

    CaseStore *m_store;
    IncidentListModel *m_incidents;
    Sorting m_wanted;
    bool m_ranking = false;
    int m_turn = 0; ///< Of rank(): what was asked for before is dropped.
    QThreadPool m_pool;
};

} // namespace dateline
