#pragma once

#include "casefile/incidentvalues.h"
#include "ui/casestore.h"
#include "ui/incidentlistmodel.h"

#include <QThreadPool>

namespace dateline
{

/// What the filter must ask the case for: actors, tags, sources and words, looked up beside the window.
///
/// It tells the incidents' table which of them match whenever that part of the filter, or the incidents, change.
class FilterValues : public QObject
{
    Q_OBJECT

public:
    FilterValues(CaseStore *store, IncidentListModel *incidents, QObject *parent = nullptr);
    ~FilterValues() override;

    /// Looks the values up, unless they are known; changed() follows.
    void want();

    [[nodiscard]] const IncidentValues &values() const { return m_values; } ///< Empty while not known.
    [[nodiscard]] bool isBusy() const { return m_running > 0; }

Q_SIGNALS:
    void changed();

private:
    void forget();
    void match();
    void matchNames();
    void matchWords();
    /// Does @p work, which returns what to do with its result in this thread, in another thread.
    void start(std::function<std::function<void()>()> work);

    CaseStore *m_store;
    IncidentListModel *m_incidents;
    IncidentValues m_values;
    IncidentFilter m_matched; ///< What of the filter the table was told.
    enum class State : std::uint8_t { Unknown, Asked, Known };
    State m_state = State::Unknown;
    bool m_wanted = false;
    int m_running = 0;
    int m_generation = 0; ///< Of the incidents: what was looked up of others is dropped.
    int m_wordsTurn = 0; ///< Of the words.
    QThreadPool m_pool;
};

} // namespace dateline
