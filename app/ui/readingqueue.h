#pragma once

#include "ui/casestore.h"
#include "ui/foundwords.h"
#include "ui/places.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <vector>

namespace dateline
{

/// Reads the documents of the open case in a worker, one after the other.
///
/// What a document proposes goes to whoever listens; what was found in it is kept of the last few that were read.
class ReadingQueue : public QObject
{
    Q_OBJECT

public:
    ReadingQueue(CaseStore *store, Places *places, QObject *parent = nullptr);
    ~ReadingQueue() override;

    /// Asked before each text: what the case is about, see propose().
    void setArea(std::function<std::optional<LonLatBox>()> area) { m_area = std::move(area); }

    /// Starts over with the documents that were taken in last; of many, the older ones wait until they are asked for.
    /// Nothing is found in the words of a table's rows, which are incidents already.
    void start();

    /// Reads @p id, again if it was read before.
    void read(DocumentId id);
    /// Reads @p id before the others unless it was read, and again if what was found in it is no longer kept.
    void want(DocumentId id);
    void forget(DocumentId id);

    /// Leaves the document that is being read, and those that wait, unread.
    void cancel();

    [[nodiscard]] bool isBusy() const { return m_stop != nullptr || !m_waiting.empty(); }
    [[nodiscard]] int unread() const { return m_unread; } ///< Documents that were not asked for at the start, or left.
    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); } ///< After the one that is read.
    [[nodiscard]] QString name() const { return m_name; } ///< Of the document that is being read; at first empty.
    [[nodiscard]] qsizetype size() const { return m_size; } ///< Its letters.

    /// What was found in @p id; null if it was not read, or too long ago.
    [[nodiscard]] const std::vector<FoundWords> *findingsOf(DocumentId id) const;

Q_SIGNALS:
    void busyChanged();
    /// @p proposals: all that @p document proposes, decided or not; again each time that it is read.
    void finished(qint64 document, const std::vector<dateline::Proposal> &proposals);

private:
    struct Outcome
    {
        std::vector<Proposal> proposals;
        std::vector<FoundWords> findings;
    };
    [[nodiscard]] static Result<Outcome> outcomeOf(const Result<Document> &document, Places &places,
                                                   const std::stop_token &stop, const std::optional<LonLatBox> &area);
    void next();
    void begin(const QString &name, qsizetype size);
    void take(DocumentId id, Result<Outcome> outcome);
    void keep(DocumentId id, std::vector<FoundWords> findings);

    CaseStore *m_store;
    Places *m_places;
    std::function<std::optional<LonLatBox>()> m_area = [] { return std::nullopt; };
    std::deque<DocumentId> m_waiting;
    std::map<DocumentId, std::vector<FoundWords>> m_findings;
    std::deque<DocumentId> m_keptOrder; ///< Of m_findings, the last one read at the end.
    std::shared_ptr<std::stop_source> m_stop; ///< Of the document that is being read; null while none is.
    DocumentId m_running{}; ///< That document.
    QString m_name;
    qsizetype m_size = 0;
    int m_unread = 0;
};

} // namespace dateline
