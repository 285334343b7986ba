#include "ui/origins.h"

#include "casefile/incidentvalues.h"

#include <memory>

namespace dateline
{

namespace
{

// So many are read and compared in a frame or two.
constexpr int mostAtOnce = 200;
constexpr int mostCountedAtOnce = 500; ///< Incidents.

} // namespace

Origins::Origins(CaseStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_pool.setMaxThreadCount(1);
}

Origins::~Origins()
{
    m_pool.clear();
    m_pool.waitForDone();
}

Origins::Learnt Origins::learntFrom(const std::vector<Sourced> &documents)
{
    std::vector<Origin> origins = originsOf(documents);
    OriginIndex index(origins);
    return {std::move(origins), std::move(index)};
}

void Origins::forget()
{
    m_all.clear();
    m_index.reset();
    ++m_counting;
    drop();
}

void Origins::drop()
{
    ++m_generation;
    m_pool.clear();
}

void Origins::learn(int documents)
{
    drop();
    if (documents <= mostAtOnce)
        return take(learntFrom(m_store->valueOr(m_store->current()->sourced())));
    // The pool ends before this does. What cannot be read is told where it is shown.
    m_pool.start([this, generation = m_generation, path = m_store->current()->path()] {
        const Result<std::vector<Sourced>> sourced = sourcedIn(path);
        if (!sourced)
            return;
        QMetaObject::invokeMethod(this, [this, generation, learnt = learntFrom(*sourced)]() mutable {
            if (generation == m_generation)
                take(std::move(learnt));
        });
    });
}

void Origins::take(Learnt learnt)
{
    m_all = std::move(learnt.all);
    m_index = std::move(learnt.index);
    Q_EMIT known();
}

void Origins::count(int incidents)
{
    ++m_counting;
    if (!m_index || !m_store->current())
        return;
    if (incidents <= mostCountedAtOnce) {
        Q_EMIT counted(m_store->valueOr(m_store->current()->supports(*m_index)));
        return;
    }
    m_pool.start([this, counting = m_counting, path = m_store->current()->path(), index = *m_index] {
        auto supports = std::make_shared<Result<std::vector<std::pair<IncidentId, Support>>>>(supportsIn(path, index));
        QMetaObject::invokeMethod(this, [this, counting, supports] {
            if (counting == m_counting)
                Q_EMIT counted(m_store->valueOr(std::move(*supports)));
        });
    });
}

std::optional<Support> Origins::supportOf(IncidentId id) const
{
    if (!m_index)
        return std::nullopt;
    return m_store->valueOr(m_store->current()->support(id, *m_index));
}

} // namespace dateline
