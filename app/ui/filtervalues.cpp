#include "ui/filtervalues.h"

#include <algorithm>
#include <functional>
#include <memory>

namespace dateline
{

FilterValues::FilterValues(CaseStore *store, IncidentListModel *incidents, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_incidents(incidents)
{
    m_pool.setMaxThreadCount(1);
    connect(incidents, &IncidentListModel::incidentsChanged, this, &FilterValues::forget);
    connect(incidents, &IncidentListModel::shownChanged, this, &FilterValues::match);
}

FilterValues::~FilterValues()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void FilterValues::start(std::function<std::function<void()>()> work)
{
    ++m_running;
    m_pool.start([this, generation = m_generation, work = std::move(work)] {
        QMetaObject::invokeMethod(this, [this, generation, take = work()] {
            --m_running;
            if (generation == m_generation)
                take();
            Q_EMIT changed();
        });
    });
}

void FilterValues::want()
{
    m_wanted = true;
    if (m_state != State::Unknown || !m_store->current())
        return;
    m_state = State::Asked;
    start([this, path = m_store->current()->path()]() -> std::function<void()> {
        auto values = std::make_shared<Result<IncidentValues>>(incidentValuesIn(path));
        return [this, values] {
            m_values = m_store->valueOr(std::move(*values));
            m_state = State::Known;
            match();
        };
    });
    Q_EMIT changed();
}

// The bits of the table went with its rows, and what was looked up may be wrong.
void FilterValues::forget()
{
    ++m_generation;
    m_state = State::Unknown;
    m_matched = {};
    if (m_wanted)
        want();
}

void FilterValues::match()
{
    const IncidentFilter &filter = m_incidents->filter();
    if (m_state == State::Known)
        matchNames();
    else if (!filter.actors.isEmpty() || !filter.tags.isEmpty() || !filter.sources.empty())
        want();
    if (m_incidents->filter().words != m_matched.words) {
        m_matched.words = m_incidents->filter().words;
        matchWords();
    }
}

void FilterValues::matchNames()
{
    const IncidentFilter filter = m_incidents->filter();
    const auto tell = [this](FilterPart part, auto &matched, const auto &wanted, const auto &values,
                             const auto &keyOf) {
        if (wanted == matched)
            return;
        matched = wanted;
        if (wanted.empty())
            return m_incidents->setAllMatch(part);
        std::vector<IncidentId> ids;
        for (const IncidentValues::Value &value : values) {
            if (std::ranges::contains(wanted, std::invoke(keyOf, value)))
                ids.insert(ids.end(), value.incidents.begin(), value.incidents.end());
        }
        std::ranges::sort(ids);
        m_incidents->setMatches(part, ids);
    };
    tell(FilterPart::Actor, m_matched.actors, filter.actors, m_values.actors, &IncidentValues::Value::name);
    tell(FilterPart::Tag, m_matched.tags, filter.tags, m_values.tags, &IncidentValues::Value::name);
    tell(FilterPart::Source, m_matched.sources, filter.sources, m_values.sources, &IncidentValues::Value::document);
}

void FilterValues::matchWords()
{
    const int turn = ++m_wordsTurn;
    const QString words = m_incidents->filter().words;
    if (words.isEmpty() || !m_store->current())
        return m_incidents->setAllMatch(FilterPart::Words);
    start([this, turn, words, path = m_store->current()->path()]() -> std::function<void()> {
        Result<std::vector<IncidentId>> ids = incidentsWithWordsIn(path, words);
        if (!ids)
            return [this, error = ids.error()] { m_store->tell(error); };
        return [this, turn, ids = std::move(*ids)] {
            if (turn == m_wordsTurn)
                m_incidents->setMatches(FilterPart::Words, ids);
        };
    });
}

} // namespace dateline
