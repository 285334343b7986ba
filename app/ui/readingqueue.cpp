#include "ui/readingqueue.h"

#include "domain/rowsmediatype.h"

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

// Of a case with many sources only one text is held at a time.
Result<Document> documentIn(const std::weak_ptr<const Case> &store, DocumentId id, const std::stop_source &stop)
{
    const std::shared_ptr<const Case> file = store.lock();
    if (!file || stop.stop_requested())
        return Document{};
    Result<Document> document = file->document(id);
    if (document)
        document->bytes.clear();
    return document;
}

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
    std::vector<DocumentSummary> documents = m_store->valueOr(m_store->current()->documents());
    std::erase_if(documents, [](const DocumentSummary &document) { return document.ofRows; });
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

void ReadingQueue::next()
{
    if (m_stop || m_waiting.empty() || !m_store->current())
        return;
    m_running = m_waiting.front();
    m_waiting.pop_front();
    m_name.clear();
    m_size = 0;
    m_stop = std::make_shared<std::stop_source>();
    Q_EMIT busyChanged();
    // The pool ends before this does: Places outlives it, and the answer is posted to a guarded pointer. What was left, or
    // is of another case, has another stop.
    m_places->start([guard = QPointer(this), places = m_places, stop = m_stop, store = m_store->shared(),
                     id = m_running, area = m_area()] {
        const auto post = [&](std::function<void(ReadingQueue &)> what) {
            QMetaObject::invokeMethod(places, [guard, stop, what = std::move(what)] {
                if (guard && guard->m_stop == stop)
                    what(*guard);
            });
        };
        Result<Document> document = documentIn(store, id, *stop);
        if (stop->stop_requested())
            return;
        if (document)
            post([name = nameOf(*document), size = document->text.size()](ReadingQueue &queue) {
                queue.begin(name, size);
            });
        const auto outcome = std::make_shared<Result<Outcome>>(outcomeOf(document, *places, stop->get_token(), area));
        post([id, outcome](ReadingQueue &queue) { queue.take(id, std::move(*outcome)); });
    });
}

Result<ReadingQueue::Outcome> ReadingQueue::outcomeOf(const Result<Document> &document, Places &places,
                                                      const std::stop_token &stop, const std::optional<LonLatBox> &area)
{
    if (!document)
        return std::unexpected(document.error());
    if (document->mediaType == rowsMediaType) // One that is open in the reader.
        return Outcome{};
    const Result<std::shared_ptr<const Gazetteer>> gazetteer = places.gazetteer();
    if (!gazetteer)
        return std::unexpected(gazetteer.error());
    Reading reading = propose(*document, **gazetteer, stop, area);
    if (stop.stop_requested())
        return Outcome{};
    return Outcome{std::move(reading.proposals), findingsFrom(reading, *document)};
}

void ReadingQueue::begin(const QString &name, qsizetype size)
{
    m_name = name;
    m_size = size;
    Q_EMIT busyChanged();
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
