#include "ui/certainmodel.h"

#include "domain/arranging.h"
#include "ui/matching.h"
#include "ui/wording.h"

#include <algorithm>

namespace dateline
{

CertainModel::CertainModel(CaseStore *store, ReviewModel *review, IncidentListModel *incidents, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_review(review)
    , m_incidents(incidents)
{
    // What it shows is what it will do; other rows want another look.
    connect(review, &ReviewModel::countChanged, this, &CertainModel::cancel);
}

int CertainModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant CertainModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Listed &listed = m_rows[static_cast<std::size_t>(index.row())];
    const Proposal &proposal = listed.row.proposal;
    const Incident &incident = proposal.incident;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return incident.title;
    case KindRole: return static_cast<int>(incident.kind);
    case KindNameRole: return kindText(incident.kind);
    case PlaceRole: return incident.where ? whereText(incident.where) : tr("No place stated");
    case WhenRole: return incident.when ? textFromSpan(incident.when->span) : shortWhenText(std::nullopt);
    case WordsRole:
        return proposal.claims.empty() || m_review->hides(listed.row) ? QString() : proposal.claims.front().quote.exact;
    case NoteRole: return listed.note;
    case TakenRole: return listed.taken;
    default: return {};
    }
}

QHash<int, QByteArray> CertainModel::roleNames() const
{
    return {{TitleRole, "title"},   {KindRole, "kind"},   {KindNameRole, "kindName"}, {PlaceRole, "place"},
            {WhenRole, "whenText"}, {WordsRole, "words"}, {NoteRole, "note"},         {TakenRole, "taken"}};
}

int CertainModel::taken() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, &Listed::taken));
}

void CertainModel::start()
{
    if (!m_store->current() || m_open)
        return;
    beginResetModel();
    m_rows.clear();
    for (const ReviewModel::Row &row : m_review->rows()) {
        if (!row.proposal.certain)
            continue;
        QString note = noteOn(row);
        m_rows.push_back({row, note, note.isEmpty()});
    }
    m_open = !m_rows.empty();
    endResetModel();
    Q_EMIT changed();
}

QString CertainModel::noteOn(const ReviewModel::Row &row) const
{
    const Incident &incident = row.proposal.incident;
    if (const auto known = knownEvent(*m_store->current(), m_incidents->columns(), incident))
        return tr("May be “%1”: %2").arg(known->incident.title, known->resemblance.reason);
    // Another source of an event that would only now become an incident.
    for (const Listed &above : m_rows) {
        if (!above.taken || above.row.document == row.document)
            continue;
        if (const auto resemblance = sameEvent(incident, above.row.proposal.incident))
            return tr("May be “%1” above: %2").arg(above.row.proposal.incident.title, resemblance->reason);
    }
    return {};
}

void CertainModel::take(int row, bool taken)
{
    if (row < 0 || row >= count())
        return;
    m_rows[static_cast<std::size_t>(row)].taken = taken;
    Q_EMIT dataChanged(index(row), index(row), {TakenRole});
    Q_EMIT changed();
}

void CertainModel::takeAll(bool taken)
{
    for (int row = 0; row < count(); ++row)
        m_rows[static_cast<std::size_t>(row)].taken = taken;
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {TakenRole});
    Q_EMIT changed();
}

void CertainModel::confirm()
{
    std::vector<Change> changes;
    for (const Listed &listed : m_rows) {
        if (listed.taken)
            changes.push_back(m_review->accepting(listed.row));
    }
    const auto number = changes.size();
    cancel();
    if (number == 0)
        return;
    const QString label = number == 1 ? changes.front().label : tr("Accept %1 certain proposals").arg(number);
    m_store->apply(inOneStep(label, std::move(changes)));
}

void CertainModel::cancel()
{
    if (!m_open)
        return;
    beginResetModel();
    m_open = false;
    m_rows.clear();
    endResetModel();
    Q_EMIT changed();
}

} // namespace dateline
