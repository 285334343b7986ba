#include "ui/arrangement.h"

#include "domain/arranging.h"

#include <algorithm>
#include <iterator>

namespace dateline
{

Arrangement::Arrangement(CaseStore *store, ReviewModel *review, IncidentListModel *incidents, Selection *selection,
                         QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_review(review)
    , m_incidents(incidents)
    , m_selection(selection)
{
    connect(review, &ReviewModel::currentChanged, this, &Arrangement::look);
    connect(incidents, &IncidentListModel::modelReset, this, &Arrangement::look);
}

void Arrangement::look()
{
    const std::optional<ReviewModel::Row> row = m_review->currentRow();
    m_known = row && m_store->current()
        ? knownEvent(*m_store->current(), m_incidents->columns(), row->proposal.incident)
        : std::nullopt;
    m_anchor = row && row->proposal.incident.where ? anchorOf(*row->proposal.incident.where) : std::nullopt;
    Q_EMIT changed();
}

// What belongs together stands close together; a menu of all that a long text proposes would be no choice.
std::vector<ReviewModel::Row> Arrangement::neighbours() const
{
    constexpr int mostEachWay = 40;
    std::vector<ReviewModel::Row> near;
    const std::vector<ReviewModel::Row> &rows = m_review->rows();
    const int current = m_review->current();
    const int end = std::min(current + mostEachWay + 1, m_review->count());
    for (int i = std::max(0, current - mostEachWay); current >= 0 && i < end; ++i) {
        const ReviewModel::Row &row = rows[static_cast<std::size_t>(i)];
        if (i != current && row.document == rows[static_cast<std::size_t>(current)].document)
            near.push_back(row);
    }
    return near;
}

bool Arrangement::canJoin() const
{
    const std::vector<ReviewModel::Row> &rows = m_review->rows();
    const auto next = static_cast<std::size_t>(m_review->current()) + 1;
    return next > 0 && next < rows.size() && rows[next].document == rows[next - 1].document;
}

QStringList Arrangement::others() const
{
    QStringList titles;
    for (const ReviewModel::Row &row : neighbours())
        titles.append(row.proposal.incident.title);
    return titles;
}

int Arrangement::claimCount() const
{
    const std::optional<ReviewModel::Row> row = m_review->currentRow();
    return row ? static_cast<int>(row->proposal.claims.size()) : 0;
}

int Arrangement::placeCount() const
{
    const std::optional<ReviewModel::Row> row = m_review->currentRow();
    return row ? placesToSplit(row->proposal) : 0;
}

QString Arrangement::knownTitle() const
{
    return m_known ? m_known->incident.title : QString();
}

QString Arrangement::knownReason() const
{
    return m_known ? m_known->resemblance.reason : QString();
}

void Arrangement::join(const ReviewModel::Row &other)
{
    const std::optional<ReviewModel::Row> row = m_review->currentRow();
    if (!row)
        return;
    std::vector<QString> from = readKeys(*row);
    std::ranges::copy(readKeys(other), std::back_inserter(from));
    m_review->arrange({row->document, joined(row->proposal, other.proposal), std::move(from)});
}

void Arrangement::joinNext()
{
    if (canJoin())
        join(m_review->rows()[static_cast<std::size_t>(m_review->current()) + 1]);
}

void Arrangement::joinWith(int row)
{
    const std::vector<ReviewModel::Row> others = neighbours();
    if (row >= 0 && static_cast<std::size_t>(row) < others.size())
        join(others[static_cast<std::size_t>(row)]);
}

void Arrangement::split(const std::vector<Proposal> &parts)
{
    const std::optional<ReviewModel::Row> row = m_review->currentRow();
    if (!row || parts.size() < 2)
        return;
    const std::vector<QString> from = readKeys(*row);
    std::vector<ReviewModel::Row> rows;
    rows.reserve(parts.size());
    for (const Proposal &part : parts)
        rows.push_back({row->document, part, from});
    m_review->arrange(rows.front(), {rows.begin() + 1, rows.end()});
}

void Arrangement::splitByClaims()
{
    if (const std::optional<ReviewModel::Row> row = m_review->currentRow())
        split(dateline::splitByClaims(row->proposal));
}

void Arrangement::splitByPlaces()
{
    if (const std::optional<ReviewModel::Row> row = m_review->currentRow())
        split(dateline::splitByPlaces(row->proposal));
}

void Arrangement::restore()
{
    m_review->restore();
}

void Arrangement::accept()
{
    const std::optional<ReviewModel::Row> row = m_review->currentRow();
    if (!row)
        return;
    const std::optional<KnownEvent> known = m_known; // Applying it looks for the next one.
    m_store->apply(m_review->accepting(*row, known ? &known->incident : nullptr));
}

void Arrangement::acceptAsNew()
{
    m_review->accept();
}

void Arrangement::showKnown()
{
    if (m_known)
        m_selection->selectIncident(numberOf(m_known->incident.id));
}

} // namespace dateline
