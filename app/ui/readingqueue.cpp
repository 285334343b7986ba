#include "ui/readingqueue.h"

#include "reading/propose.h"

#include <QPointer>

#include <algorithm>
#include <ranges>

namespace dateline
{

namespace
{

// A case may hold as many sources as a data set; what was taken in last waits for review.
constexpr int mostReadAtStart = 200;

} // namespace

ReadingQueue::ReadingQueue(CaseStore *store, Places *places, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_places(places)
{
}

void ReadingQueue::start()
{
    ++m_generation;
    m_read.clear();
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

void ReadingQueue::readIfNew(DocumentId id)
{
    if (id != DocumentId{} && !m_read.contains(id) && std::ranges::find(m_waiting, id) == m_waiting.end())
        read(id);
}

void ReadingQueue::forget(DocumentId id)
{
    m_read.erase(id);
    std::erase(m_waiting, id);
}

const std::vector<Proposal> *ReadingQueue::proposalsOf(DocumentId id) const
{
    const auto found = m_read.find(id);
    return found == m_read.end() ? nullptr : &found->second;
}

// Of a case with many sources only one text is held at a time.
void ReadingQueue::next()
{
    if (m_running > 0 || m_waiting.empty() || !m_store->current())
        return;
    const DocumentId id = m_waiting.front();
    m_waiting.pop_front();
    Result<Document> document = m_store->current()->document(id);
    if (!document) {
        m_store->tell(document.error());
        return next();
    }
    document->bytes.clear();
    ++m_running;
    Q_EMIT busyChanged();
    // The pool ends before this does: Places outlives it, and the answer is posted to a guarded pointer.
    m_places->start(
        [guard = QPointer(this), places = m_places, generation = m_generation, text = std::move(*document)] {
            const Result<std::shared_ptr<const Gazetteer>> gazetteer = places->gazetteer();
            Result<std::vector<Proposal>> read = gazetteer
                ? Result<std::vector<Proposal>>(propose(text, **gazetteer).proposals)
                : Result<std::vector<Proposal>>(std::unexpected(gazetteer.error()));
            QMetaObject::invokeMethod(places, [guard, generation, id = text.id, read = std::move(read)]() mutable {
                if (guard)
                    guard->take(generation, id, std::move(read));
            });
        });
}

void ReadingQueue::take(int generation, DocumentId id, Result<std::vector<Proposal>> proposals)
{
    --m_running;
    if (!proposals) {
        m_store->tell(proposals.error());
    } else if (generation == m_generation) {
        m_read[id] = std::move(*proposals);
        Q_EMIT finished(numberOf(id));
    }
    next();
    Q_EMIT busyChanged();
}

} // namespace dateline
