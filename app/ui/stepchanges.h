#pragma once

#include "ui/casestore.h"
#include "ui/changewords.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// What one step of the history changed: each row with the columns that are not what they were.
///
/// Rows of history are read as they come into view.
class StepChanges : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The history has it")

public:
    enum Role { HeadingRole = Qt::UserRole, NameRole, ActionRole, BeforeRole, AfterRole, QuotedRole };

    explicit StepChanges(CaseStore *store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Shows what step number @p step did; 0: nothing.
    void show(std::int64_t step);

private:
    struct Line
    {
        bool heading = false;
        QString action; ///< Of a heading.
        ChangedCell cell; ///< A heading has its name alone.
    };
    [[nodiscard]] std::vector<Line> nextLines();

    CaseStore *m_store;
    std::int64_t m_step = 0;
    std::int64_t m_read = 0; // Rows of history.
    bool m_complete = true;
    std::vector<Line> m_lines;
};

} // namespace dateline
