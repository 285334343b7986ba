#pragma once

#include "tables/rowcounts.h"
#include "ui/casestore.h"

#include <QtQmlIntegration>

#include <atomic>
#include <memory>
#include <thread>

namespace dateline
{

/// Counts in a worker what an import would bring, while the window goes on.
class RowCounter : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The import has it")
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString reasons READ reasons NOTIFY changed)

public:
    explicit RowCounter(CaseStore *store, QObject *parent = nullptr);
    ~RowCounter() override;

    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] double progress() const; ///< 0…1; −1 where only rows can be counted.
    /// “182 rows will come in, 3 of them without a place. 8 will fail.”, or how far it is.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString reasons() const; ///< Why rows will fail, a line each.
    /// How many rows will come in; none while they are not counted.
    [[nodiscard]] std::optional<qint64> incidents() const;

    /// Counts anew, soon; what is asked for shortly after is counted instead.
    void start(const QString &path, const TableWish &wish);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void run();
    void stop();
    void settle(int run, Result<FileCounts> counts);

    CaseStore *m_store;
    QTimer m_soon;
    QString m_path;
    TableWish m_wish;
    bool m_isBusy = false;
    ImportProgress m_progress;
    std::optional<Result<FileCounts>> m_counts;
    int m_run = 0; ///< What an earlier count tells is not wanted any more.
    std::shared_ptr<std::atomic<bool>> m_stopped;
    std::jthread m_worker; ///< The last member: it ends before the others go.
};

} // namespace dateline
