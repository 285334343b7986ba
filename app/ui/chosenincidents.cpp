#include "ui/chosenincidents.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace dateline
{

namespace
{

constexpr int severalValues = -1;

/// What all incidents with @p ids have in @p column.
int commonOf(const IncidentColumns &columns, const std::vector<std::uint8_t> &column,
             const std::vector<IncidentId> &ids)
{
    std::optional<std::uint8_t> common;
    auto id = ids.begin();
    for (std::size_t row = 0; row < columns.size() && id != ids.end(); ++row) {
        if (columns.id[row] != numberOf(*id))
            continue;
        ++id;
        if (common && *common != column[row])
            return severalValues;
        common = column[row];
    }
    return common ? *common : severalValues;
}

} // namespace

QString incidentCountText(std::size_t count)
{
    return count == 1 ? ChosenIncidents::tr("1 incident")
                      : ChosenIncidents::tr("%1 incidents").arg(QLocale().toString(static_cast<qulonglong>(count)));
}

ChosenIncidents::ChosenIncidents(CaseStore *store, IncidentListModel *incidents, Selection *selection, QObject *parent)
    : QObject(parent)
    , m_incidents(incidents)
    , m_selection(selection)
{
    connect(store, &CaseStore::opened, this, &ChosenIncidents::clear);
    connect(incidents, &QAbstractItemModel::modelReset, this, [this] {
        if (!m_ids.empty())
            recount();
    });
    connect(selection, &Selection::changed, this, [this] {
        const qint64 before = std::exchange(m_shown, m_selection->incidentNumber());
        if (m_showing || m_shown == before)
            return;
        m_anchor = m_shown;
        clear();
    });
}

QString ChosenIncidents::countText() const
{
    return tr("%1 selected").arg(incidentCountText(m_listed.size()));
}

bool ChosenIncidents::has(qint64 incident) const
{
    return std::ranges::binary_search(m_ids, IncidentId{incident});
}

void ChosenIncidents::set(std::vector<IncidentId> ids)
{
    m_ids = std::move(ids);
    recount();
}

void ChosenIncidents::recount()
{
    m_listed.clear();
    if (!m_ids.empty()) {
        const std::vector<IncidentId> all = m_incidents->idsIn(0, m_incidents->rowCount() - 1);
        std::ranges::set_intersection(m_ids, all, std::back_inserter(m_listed));
    }
    const IncidentColumns &columns = m_incidents->columns();
    m_kind = commonOf(columns, columns.kind, m_listed);
    m_status = commonOf(columns, columns.status, m_listed);
    m_credibility = commonOf(columns, columns.credibility, m_listed);
    ++m_turn;
    Q_EMIT changed();
}

void ChosenIncidents::show(qint64 incident)
{
    m_showing = true;
    m_selection->selectIncident(incident);
    m_showing = false;
}

void ChosenIncidents::selectOnly(qint64 incident)
{
    m_anchor = incident;
    clear();
    show(incident);
}

void ChosenIncidents::clear()
{
    if (!m_ids.empty())
        set({});
}

void ChosenIncidents::toggle(qint64 incident)
{
    std::vector<IncidentId> ids = m_ids;
    if (ids.empty() && m_shown != 0 && m_shown != incident)
        ids.push_back(IncidentId{m_shown});
    const auto at = std::ranges::lower_bound(ids, IncidentId{incident});
    if (at != ids.end() && *at == IncidentId{incident})
        ids.erase(at);
    else
        ids.insert(at, IncidentId{incident});
    if (ids.size() < 2)
        return selectOnly(ids.empty() ? incident : numberOf(ids.front()));
    m_anchor = incident;
    set(std::move(ids));
    show(incident);
}

void ChosenIncidents::extendTo(qint64 incident)
{
    const int last = m_incidents->rowOf(incident);
    const int anchor = m_incidents->rowOf(m_anchor);
    if (anchor < 0 || anchor == last)
        return selectOnly(anchor < 0 ? incident : m_anchor);
    set(m_incidents->idsIn(std::min(anchor, last), std::max(anchor, last)));
    show(incident);
}

void ChosenIncidents::selectAll()
{
    if (m_incidents->rowCount() > 1)
        set(m_incidents->idsIn(0, m_incidents->rowCount() - 1));
}

void ChosenIncidents::moveTo(qint64 incident)
{
    if (m_ids.empty() && m_shown != 0)
        set({IncidentId{m_shown}});
    show(incident);
}

void ChosenIncidents::click(qint64 incident)
{
    const Qt::KeyboardModifiers keys = QGuiApplication::keyboardModifiers();
    if (keys & Qt::ShiftModifier)
        extendTo(incident);
    else if (keys & Qt::ControlModifier)
        toggle(incident);
    else
        selectOnly(incident);
}

bool ChosenIncidents::press(int key, int modifiers, int page)
{
    const Qt::KeyboardModifiers keys(QFlag{modifiers});
    const int last = m_incidents->rowCount() - 1;
    const int here = m_incidents->rowOf(m_shown);
    int target = 0;
    switch (key) {
    case Qt::Key_Down: target = here + 1; break;
    case Qt::Key_Up: target = here - 1; break;
    case Qt::Key_PageDown: target = here + page; break;
    case Qt::Key_PageUp: target = here - page; break;
    case Qt::Key_Home: target = 0; break;
    case Qt::Key_End: target = last; break;
    case Qt::Key_A:
        if (keys == Qt::ControlModifier)
            selectAll();
        return keys == Qt::ControlModifier;
    case Qt::Key_Space:
        if (keys == Qt::ControlModifier && here >= 0)
            toggle(m_shown);
        return keys == Qt::ControlModifier;
    case Qt::Key_Escape: {
        const bool was = isActive();
        clear();
        return was;
    }
    default: return false;
    }
    if (last < 0 || keys & Qt::AltModifier)
        return false;
    const qint64 incident = m_incidents->idAt(std::clamp(target, 0, last));
    if (keys & Qt::ShiftModifier)
        extendTo(incident);
    else if (keys & Qt::ControlModifier)
        moveTo(incident);
    else
        selectOnly(incident);
    return true;
}

} // namespace dateline
