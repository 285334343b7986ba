#pragma once

#include "domain/proposal.h"
#include "ui/casestore.h"
#include "ui/places.h"

#include <QObject>

#include <deque>
#include <map>
#include <vector>

namespace dateline
{

/// Reads the documents of the open case in a worker, one after the other, and keeps what they propose.
class ReadingQueue : public QObject
{
    Q_OBJECT

public:
    ReadingQueue(CaseStore *store, Places *places, QObject *parent = nullptr);

    /// Starts over with the documents that were taken in last; of many, the older ones wait until they are asked for.
    void start();

    /// Reads @p id, again if it was read before.
    void read(DocumentId id);
    void readIfNew(DocumentId id);
    void forget(DocumentId id);

    [[nodiscard]] bool isBusy() const { return m_running > 0 || !m_waiting.empty(); }
    [[nodiscard]] int unread() const { return m_unread; } ///< Older documents that were not asked for at the start.

    /// All that @p id proposes, decided or not; null if it was not read to its end.
    [[nodiscard]] const std::vector<Proposal> *proposalsOf(DocumentId id) const;

Q_SIGNALS:
    void busyChanged();
    void finished(qint64 document);

private:
    void next();
    void take(int generation, DocumentId id, Result<std::vector<Proposal>> proposals);

    CaseStore *m_store;
    Places *m_places;
    std::deque<DocumentId> m_waiting;
    std::map<DocumentId, std::vector<Proposal>> m_read;
    int m_unread = 0;
    int m_running = 0;
    int m_generation = 0; ///< Of the open case: what was read of another is dropped.
};

} // namespace dateline
