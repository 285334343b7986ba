#include "ui/readingqueue.h"

#include <QPointer>

#include <algorithm>
#include <numeric>
#include <ranges>

namespace dateline
{

namespace
{

// A case may hold as many sources as a data set; what was taken in last waits for review.
constexpr int mostReadAtStart = 200;

// Some 40 MB; a document that is opened after its findings went is read again.
constexpr std::size_t mostFindings = 200'000;

} // namespace

ReadingQueue::ReadingQueue(CaseStore *store, Places *places, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_places(places)
{
}

ReadingQueue::~ReadingQueue()
{
    if (m_stop)
        m_stop->request_stop();
}

void ReadingQueue::start()
{
    if (m_stop)
        m_stop->request_stop();
    m_stop.reset();
    m_findings.clear();
    m_keptOrder.clear();
    m_waiting.clear();
    const std::vector<DocumentSummary> documents = m_store->valueOr(m_store->current()->documents());
    m_unread = std::max(0, static_cast<int>(documents.size()) - mostReadAtStart);
    for (const DocumentSummary &document : documents | std::views::drop(m_unread))
        m_waiting.push_back(document.id);
    next();
}

void ReadingQueue::read(DocumentId id)
{
    m_waiting.push_back(id);
    next();
}

void ReadingQueue::want(DocumentId id)
{
    if (id == DocumentId{} || m_findings.contains(id) || (m_stop && m_running == id))
        return;
    std::erase(m_waiting, id);
    m_waiting.push_front(id);
    next();
}

void ReadingQueue::forget(DocumentId id)
{
    m_findings.erase(id);
    std::erase(m_keptOrder, id);
    std::erase(m_waiting, id);
}

void ReadingQueue::cancel()
{
    if (!isBusy())
        return;
    m_unread += static_cast<int>(m_waiting.size()) + (m_stop ? 1 : 0);
    m_waiting.clear();
    if (m_stop)
        m_stop->request_stop();
    m_stop.reset();
    Q_EMIT busyChanged();
}

const std::vector<FoundWords> *ReadingQueue::findingsOf(DocumentId id) const
{
    const auto found = m_findings.find(id);
    return found == m_findings.end() ? nullptr : &found->second;
}

// Of a case with many sources only one text is held at a time.
void ReadingQueue::next()
{
    if (m_stop || m_waiting.empty() || !m_store->current())
        return;
    const DocumentId id = m_waiting.front();
    m_waiting.pop_front();
    Result<Document> document = m_store->current()->document(id);
    if (!document) {
        m_store->tell(document.error());
        return next();
    }
    document->bytes.clear();
    m_running = id;
    m_name = nameOf(*document);
    m_size = document->text.size();
    m_stop = std::make_shared<std::stop_source>();
    Q_EMIT busyChanged();
    // The pool ends before this does: Places outlives it, and the answer is posted to a guarded pointer. What was left, or
    // is of another case, has another stop.
    m_places->start(
        [guard = QPointer(this), places = m_places, stop = m_stop, text = std::move(*document), area = m_area()] {
            if (stop->stop_requested())
                return;
            const Result<std::shared_ptr<const Gazetteer>> gazetteer = places->gazetteer();
            Result<Outcome> outcome;
            if (gazetteer) {
                Reading reading = propose(text, **gazetteer, stop->get_token(), area);
                if (!stop->stop_requested())
                    outcome = Outcome{std::move(reading.proposals), findingsFrom(reading, text)};
            } else {
                outcome = std::unexpected(gazetteer.error());
            }
            QMetaObject::invokeMethod(places, [guard, stop, id = text.id, outcome = std::move(outcome)]() mutable {
                if (guard && guard->m_stop == stop)
                    guard->take(id, std::move(outcome));
            });
        });
}

void ReadingQueue::take(DocumentId id, Result<Outcome> outcome)
{
    m_stop.reset();
    if (!outcome) {
        m_store->tell(outcome.error());
    } else {
        keep(id, std::move(outcome->findings));
        Q_EMIT finished(numberOf(id), outcome->proposals);
    }
    next();
    Q_EMIT busyChanged();
}

void ReadingQueue::keep(DocumentId id, std::vector<FoundWords> findings)
{
    std::erase(m_keptOrder, id);
    m_keptOrder.push_back(id);
    m_findings[id] = std::move(findings);
    const auto count = [this] {
        return std::accumulate(m_findings.begin(), m_findings.end(), std::size_t{0},
                               [](std::size_t sum, const auto &entry) { return sum + entry.second.size(); });
    };
    while (m_keptOrder.size() > 1 && count() > mostFindings) {
        m_findings.erase(m_keptOrder.front());
        m_keptOrder.pop_front();
    }
}

} // namespace dateline
