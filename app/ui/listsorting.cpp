#include "ui/listsorting.h"

#include "casefile/textranks.h"

#include <memory>

namespace dateline
{

namespace
{

/// Whether what is sorted by @p by begins with the greatest when it is chosen.
bool beginsAtTheGreatest(SortBy by)
{
    return by == SortBy::Origins || by == SortBy::KnownAt;
}

} // namespace

ListSorting::ListSorting(CaseStore *store, IncidentListModel *incidents, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_incidents(incidents)
{
    m_pool.setMaxThreadCount(1);
    connect(incidents, &IncidentListModel::incidentsChanged, this, [this] {
        if (isByText(m_wanted.by))
            rank();
    });
}

ListSorting::~ListSorting()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QString ListSorting::nameOf(SortBy by)
{
    switch (by) {
    case SortBy::Time: return tr("Time");
    case SortBy::Title: return tr("Title");
    case SortBy::Kind: return tr("Kind");
    case SortBy::Place: return tr("Place");
    case SortBy::Origins: return tr("Origins");
    case SortBy::Status: return tr("Status");
    case SortBy::Credibility: return tr("Credibility");
    case SortBy::KnownAt: return tr("First report");
    }
    Q_UNREACHABLE_RETURN({});
}

QString ListSorting::directionOf(const Sorting &sorting)
{
    const bool down = sorting.descending;
    switch (sorting.by) {
    case SortBy::Time:
    case SortBy::KnownAt: return down ? tr("newest first") : tr("oldest first");
    case SortBy::Title:
    case SortBy::Place: return down ? tr("Z to A") : tr("A to Z");
    case SortBy::Kind: return down ? tr("last kinds first") : tr("in the usual order");
    case SortBy::Origins: return down ? tr("most first") : tr("fewest first");
    case SortBy::Status: return down ? tr("refuted first") : tr("reported first");
    case SortBy::Credibility: return down ? tr("least credible first") : tr("most credible first");
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList ListSorting::choices() const
{
    QStringList names;
    for (int by = 0; by < sortByCount; ++by)
        names.append(nameOf(static_cast<SortBy>(by)));
    names.append(tr("Turn to: %1").arg(directionOf({m_wanted.by, !m_wanted.descending})));
    return names;
}

QString ListSorting::text() const
{
    return tr("%1: %2").arg(nameOf(m_wanted.by), directionOf(m_wanted));
}

void ListSorting::choose(int choice)
{
    if (choice < 0 || choice > sortByCount)
        return;
    if (choice == current() || choice == sortByCount) {
        m_wanted.descending = !m_wanted.descending;
        if (!m_ranking) {
            m_incidents->setSorting(m_wanted);
            Q_EMIT sorted();
        }
    } else {
        const auto by = static_cast<SortBy>(choice);
        m_wanted = {by, beginsAtTheGreatest(by)};
        ++m_turn;
        m_ranking = false;
        if (isByText(by)) {
            rank();
        } else {
            m_incidents->setSorting(m_wanted, {});
            Q_EMIT sorted();
        }
    }
    Q_EMIT changed();
}

void ListSorting::rank()
{
    const int turn = ++m_turn;
    m_ranking = m_store->current() != nullptr;
    if (!m_ranking)
        return;
    m_pool.clear(); // Whatever waits there is out of date.
    const IncidentText text = m_wanted.by == SortBy::Title ? IncidentText::Title : IncidentText::Place;
    m_pool.start([this, turn, text, path = m_store->current()->path()] {
        auto ranks = std::make_shared<Result<std::vector<TextRank>>>(textRanksIn(path, text));
        QMetaObject::invokeMethod(this, [this, turn, ranks] { takeRanks(turn, std::move(*ranks)); });
    });
}

void ListSorting::takeRanks(int turn, Result<std::vector<TextRank>> ranks)
{
    if (turn != m_turn)
        return;
    m_ranking = false;
    if (ranks) {
        const bool isNew = m_incidents->sorting() != m_wanted;
        m_incidents->setSorting(m_wanted, std::move(*ranks));
        if (isNew)
            Q_EMIT sorted();
    } else {
        m_store->tell(ranks.error());
    }
    Q_EMIT changed();
}

} // namespace dateline
