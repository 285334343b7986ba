#pragma once

#include "casefile/merge.h"
#include "ui/casestore.h"

#include <QAbstractListModel>
#include <QUrl>
#include <QtQmlIntegration>

#include <thread>

namespace dateline
{

/// “Merge another copy”: what it would bring, told by a worker, and a decision on each thing that both tell
/// differently.
class MergeModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString counts READ counts NOTIFY changed)
    Q_PROPERTY(QString consequence READ consequence NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(int conflicts READ conflicts NOTIFY changed)
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY changed)

public:
    enum State {
        Closed,
        Comparing,
        Ready, ///< Something, or nothing, is new: summary tells.
        Failed ///< Problem tells why.
    };
    Q_ENUM(State)
    enum Choice { Undecided, Ours, Theirs }; ///< As MergeChoice.
    Q_ENUM(Choice)
    enum Role { SubjectRole = Qt::UserRole, BaseRole, OursRole, OursByRole, TheirsRole, TheirsByRole, ChoiceRole };

    explicit MergeModel(CaseStore *store, QObject *parent = nullptr);
    ~MergeModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString heading() const; ///< Which copy it is about.
    [[nodiscard]] QString summary() const; ///< One sentence on what is new there.
    [[nodiscard]] QString counts() const; ///< What comes in, a line a table.
    [[nodiscard]] QString consequence() const; ///< What merging now does with what is undecided.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] int conflicts() const { return rowCount(); }
    [[nodiscard]] bool canConfirm() const { return m_state == Ready && !m_plan.bringsNothing(); }

    /// Asks for the other copy's file, if a case is open that can be changed.
    Q_INVOKABLE void ask();

    /// Compares the open case with @p file in a worker.
    Q_INVOKABLE void compare(const QUrl &file);

    Q_INVOKABLE void decide(int row, Choice choice);
    Q_INVOKABLE void decideAll(Choice choice);

    /// Merges with what is decided, and closes; a failure is told in problem.
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void fileWanted();
    void merged(const QString &sentence); ///< It is done.

private:
    void settle(Result<MergePlan> plan);
    [[nodiscard]] QString otherName() const;

    CaseStore *m_store;
    State m_state = Closed;
    QString m_other; // The other copy's path.
    QString m_problem;
    MergePlan m_plan;
    int m_run = 0; // What an earlier comparison finds is not wanted any more.
    std::jthread m_worker; // The last member: it ends before the others go.
};

} // namespace dateline
