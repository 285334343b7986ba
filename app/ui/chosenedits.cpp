#include "ui/chosenedits.h"

#include "ui/wording.h"

namespace dateline
{

ChosenEdits::ChosenEdits(CaseStore *store, ChosenIncidents *chosen, Selection *selection, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_chosen(chosen)
    , m_selection(selection)
{
    // What is still running for another case will not come back.
    connect(store, &CaseStore::opened, this, [this] {
        m_running = 0;
        Q_EMIT busyChanged();
    });
}

void ChosenEdits::setKind(int kind)
{
    if (kind < 0 || kind >= kindCount)
        return;
    const auto work = [kind = static_cast<Kind>(kind)](Incident &incident) {
        incident.kind = kind;
        if (incident.subKind && kindOf(*incident.subKind) != kind)
            incident.subKind.reset();
    };
    alter(work, [name = kindText(static_cast<Kind>(kind))](const QString &count) {
        return tr("Set the kind of %1 to “%2”").arg(count, name);
    });
}

void ChosenEdits::setStatus(int status)
{
    if (status < 0 || status >= statusCount)
        return;
    alter([status](Incident &incident) { incident.status = static_cast<Status>(status); },
          [name = statusText(static_cast<Status>(status))](const QString &count) {
              return tr("Set the status of %1 to “%2”").arg(count, name);
          });
}

void ChosenEdits::setCredibility(int credibility)
{
    if (credibility < 0 || credibility >= credibilityCount)
        return;
    alter([credibility](Incident &incident) { incident.credibility = credibility; },
          [name = credibilityName(credibility)](const QString &count) { return tr("Grade %1: %2").arg(count, name); });
}

void ChosenEdits::addTag(const QString &tag)
{
    const QString trimmed = tag.simplified();
    if (trimmed.isEmpty())
        return;
    const auto work = [trimmed](Incident &incident) {
        if (!incident.tags.contains(trimmed))
            incident.tags.append(trimmed);
    };
    alter(work, [trimmed](const QString &count) { return tr("Tag %1 with “%2”").arg(count, trimmed); });
}

void ChosenEdits::removeAll()
{
    Change change{tr("Remove %1").arg(incidentCountText(m_chosen->ids().size())), {}};
    for (const IncidentId id : m_chosen->ids())
        change.edits.emplace_back(RemoveIncident{id});
    start([change = std::move(change)](const Case &) { return change; }, [this] { m_selection->clear(); });
}

void ChosenEdits::alter(std::function<void(Incident &)> work, std::function<QString(const QString &count)> label)
{
    start(
        [ids = m_chosen->ids(), work = std::move(work), label = std::move(label)](const Case &file) -> Result<Change> {
            Change change;
            for (const IncidentId id : ids) {
                Result<Incident> incident = file.incident(id);
                if (!incident)
                    return std::unexpected(incident.error());
                Incident altered = *incident;
                work(altered);
                if (altered != *incident)
                    change.edits.emplace_back(std::move(altered));
            }
            change.label = label(incidentCountText(change.edits.size()));
            return change;
        });
}

void ChosenEdits::start(Make make, std::function<void()> whenDone)
{
    if (!m_chosen->isActive())
        return;
    ++m_running;
    Q_EMIT busyChanged();
    m_store->applyLater(std::move(make), this,
                        [this, whenDone = std::move(whenDone)](const std::optional<Changed> &changed) {
                            --m_running;
                            Q_EMIT busyChanged();
                            if (changed && whenDone)
                                whenDone();
                        });
}

} // namespace dateline
