#include "ui/reviewmodel.h"

#include "base/zone.h"
#include "sources/writtentime.h"
#include "ui/wording.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace dateline
{

namespace
{

QString candidateText(const PlaceCandidate &candidate)
{
    QStringList parts{whereText(candidate.where)};
    if (!candidate.where.country.isEmpty())
        parts.append(candidate.where.country);
    parts.append(candidate.kind);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ReviewModel::ReviewModel(CaseStore *store, Places *places, Veil *veil, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_places(places)
    , m_veil(veil)
    , m_reading(store, places)
{
    connect(&m_reading, &ReadingQueue::busyChanged, this, &ReviewModel::busyChanged);
    connect(&m_reading, &ReadingQueue::finished, this, [this](qint64 id) { offer(DocumentId{id}); });
    connect(veil, &Veil::changed, this, &ReviewModel::currentChanged);
    connect(store, &CaseStore::opened, this, &ReviewModel::readAll);
    connect(store, &CaseStore::changed, this, &ReviewModel::update);
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Proposal &proposal = row.proposal;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return proposal.incident.title;
    case KindRole: return static_cast<int>(proposal.incident.kind);
    case WordsRole: return proposal.claims.empty() || hides(row) ? QString() : proposal.claims.front().quote.exact;
    case PlaceRole: return proposal.incident.where ? proposal.incident.where->place : tr("No place stated");
    case WhenRole:
        return proposal.incident.when ? textFromSpan(proposal.incident.when->span) : shortWhenText(std::nullopt);
    case CertainRole: return proposal.certain;
    default: return {};
    }
}

QHash<int, QByteArray> ReviewModel::roleNames() const
{
    return {{TitleRole, "title"}, {KindRole, "kind"},     {WordsRole, "words"},
            {PlaceRole, "place"}, {WhenRole, "whenText"}, {CertainRole, "certain"}};
}

void ReviewModel::setRows(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_current = m_rows.empty() ? -1 : 0;
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT currentChanged();
}

void ReviewModel::readAll()
{
    setRows({});
    m_reading.start();
    noteReplaced();
    Q_EMIT countChanged();
}

// What an older capture proposes, the newer one proposes too.
void ReviewModel::noteReplaced()
{
    std::set<DocumentId> replaced;
    for (const DocumentSummary &document : m_store->valueOr(m_store->current()->documents())) {
        if (document.replacedBy != DocumentId{})
            replaced.insert(document.id);
    }
    std::vector<DocumentId> differing;
    std::ranges::set_symmetric_difference(m_replaced, replaced, std::back_inserter(differing));
    m_replaced = std::move(replaced);
    for (const DocumentId id : differing) {
        if (m_reading.proposalsOf(id))
            offer(id);
    }
}

void ReviewModel::offer(DocumentId document)
{
    std::set<QString> decided;
    for (const Decision &decision : m_store->valueOr(m_store->current()->decisions(document)))
        decided.insert(decision.proposalKey);
    std::vector<Row> rows;
    std::map<QString, Proposal> corrected; // What a person changed in a waiting proposal stays.
    for (Row &row : m_rows) {
        if (row.document == document)
            corrected.emplace(row.proposal.key, std::move(row.proposal));
        else
            rows.push_back(std::move(row));
    }
    for (const Proposal &proposal : *m_reading.proposalsOf(document)) {
        const auto known = corrected.find(proposal.key);
        if (!decided.contains(proposal.key) && !m_replaced.contains(document))
            rows.push_back({document, known == corrected.end() ? proposal : known->second});
    }
    const int current = m_current;
    setRows(std::move(rows));
    setCurrent(std::clamp(current, count() == 0 ? -1 : 0, count() - 1));
}

void ReviewModel::update(const Changed &changed)
{
    if (!changed.documents.empty())
        noteReplaced();
    for (const DocumentId id : changed.documents) {
        m_reading.forget(id);
        std::erase_if(m_rows, [id](const Row &row) { return row.document == id; });
        setRows(std::move(m_rows));
        if (m_store->current()->document(id))
            m_reading.read(id);
    }
    for (const DocumentId id : std::set(changed.decided.begin(), changed.decided.end())) {
        if (m_reading.proposalsOf(id))
            offer(id);
    }
}

int ReviewModel::certainCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [](const Row &row) { return row.proposal.certain; }));
}

void ReviewModel::setCurrent(int row)
{
    if (row == m_current || row < -1 || row >= count())
        return;
    m_current = row;
    Q_EMIT currentChanged();
}

const Proposal &ReviewModel::shown() const
{
    static const Proposal none;
    return m_current >= 0 ? m_rows[static_cast<std::size_t>(m_current)].proposal : none;
}

Proposal *ReviewModel::editable()
{
    return m_current >= 0 ? &m_rows[static_cast<std::size_t>(m_current)].proposal : nullptr;
}

std::optional<ReviewModel::Row> ReviewModel::currentRow() const
{
    return m_current >= 0 ? std::optional(m_rows[static_cast<std::size_t>(m_current)]) : std::nullopt;
}

void ReviewModel::currentEdited()
{
    Q_EMIT dataChanged(index(m_current), index(m_current));
    Q_EMIT currentChanged();
}

void ReviewModel::setTitle(const QString &title)
{
    if (Proposal *proposal = editable(); proposal && !title.trimmed().isEmpty()) {
        proposal->incident.title = title.trimmed();
        currentEdited();
    }
}

void ReviewModel::setKind(int kind)
{
    Proposal *proposal = editable();
    if (!proposal || kind < 0 || kind >= kindCount || static_cast<Kind>(kind) == proposal->incident.kind)
        return;
    proposal->incident.kind = static_cast<Kind>(kind);
    proposal->incident.subKind.reset();
    currentEdited();
}

QStringList ReviewModel::kindNames() const
{
    QStringList names;
    for (int kind = 0; kind < kindCount; ++kind)
        names.append(kindText(static_cast<Kind>(kind)));
    return names;
}

QString ReviewModel::words() const
{
    return shown().claims.empty() || isHidden() ? QString() : shown().claims.front().quote.exact;
}

bool ReviewModel::hides(const Row &row) const
{
    return m_store->current()
        && m_veil->hides(row.proposal.key, m_store->valueOr(m_store->current()->isGraphic(row.document)));
}

bool ReviewModel::isHidden() const
{
    return m_current >= 0 && hides(m_rows[static_cast<std::size_t>(m_current)]);
}

void ReviewModel::showWords()
{
    if (m_current >= 0)
        m_veil->showProposal(shown().key);
}

QString ReviewModel::speaker() const
{
    const bool named = !shown().claims.empty() && !shown().claims.front().quote.speaker.isEmpty();
    return named ? shown().claims.front().quote.speaker : tr("The source itself");
}

QString ReviewModel::when() const
{
    return fullWhenText(shown().incident.when);
}

QString ReviewModel::whenInput() const
{
    const std::optional<When> &when = shown().incident.when;
    if (!when)
        return {};
    const QDateTime local = dateTimeFromUtc(when->span.begin).toTimeZone(zoneOrUtc(when->zone));
    return local.toString(when->span.precision <= TimePrecision::Hour ? QStringLiteral("yyyy-MM-ddTHH:mm")
                                                                      : QStringLiteral("yyyy-MM-dd"));
}

QString ReviewModel::whenWritten() const
{
    const std::optional<When> &when = shown().incident.when;
    return when && !when->asWritten.isEmpty() ? tr("“%1”").arg(when->asWritten) : QString();
}

void ReviewModel::correctWhen(const QString &text)
{
    Proposal *proposal = editable();
    if (!proposal || text.trimmed() == whenInput())
        return;
    if (text.trimmed().isEmpty()) {
        proposal->incident.when.reset();
        return currentEdited();
    }
    const QString zone = proposal->incident.when ? proposal->incident.when->zone : QString();
    const Result<WrittenTime> time = writtenTimeFrom(text.trimmed(), zone);
    if (!time) {
        m_store->tell(time.error());
        return currentEdited();
    }
    const QString written = proposal->incident.when ? proposal->incident.when->asWritten : QString();
    proposal->incident.when = When{spanOf(*time), zone, written};
    currentEdited();
}

QStringList ReviewModel::placeNames() const
{
    QStringList names;
    for (const PlaceCandidate &candidate : shown().places)
        names.append(candidateText(candidate));
    names.append(tr("No place"));
    return names;
}

int ReviewModel::place() const
{
    const std::vector<PlaceCandidate> &places = shown().places;
    const auto at = std::ranges::find_if(places, [this](const PlaceCandidate &candidate) {
        return shown().incident.where && candidate.where.geometry == shown().incident.where->geometry;
    });
    // The incident's own place comes first where the list does not repeat it word by word.
    if (at == places.end())
        return shown().incident.where ? 0 : static_cast<int>(places.size());
    return static_cast<int>(at - places.begin());
}

void ReviewModel::setPlace(int row)
{
    Proposal *proposal = editable();
    if (!proposal || row < 0 || row == place())
        return;
    if (static_cast<std::size_t>(row) < proposal->places.size())
        proposal->incident.where = proposal->places[static_cast<std::size_t>(row)].where;
    else
        proposal->incident.where.reset();
    currentEdited();
}

void ReviewModel::correctPlace(const QString &name)
{
    Proposal *proposal = editable();
    if (!proposal || name.trimmed().isEmpty())
        return;
    const Result<std::shared_ptr<const Gazetteer>> gazetteer = m_places->gazetteer();
    if (!gazetteer)
        return m_store->tell(gazetteer.error());
    constexpr int most = 6;
    std::vector<PlaceCandidate> found;
    for (const PlaceMatch::Candidate &match : (*gazetteer)->lookUp(name.trimmed(), most, true))
        found.push_back({(*gazetteer)->whereOf(match.place, false), match.place.kind, 0, {}});
    if (found.empty())
        return m_store->tell({Error::Kind::NotFound,
                              tr("No place is known as “%1”; try its name in another language").arg(name.trimmed()),
                              {}});
    proposal->incident.where = found.front().where;
    std::ranges::move(proposal->places, std::back_inserter(found));
    proposal->places = std::move(found);
    currentEdited();
}

QString ReviewModel::precision() const
{
    return locationPrecisionText(shown().incident.where);
}

void ReviewModel::accept()
{
    if (const std::optional<Row> row = currentRow())
        m_store->apply(acceptChange(row->document, row->proposal));
}

void ReviewModel::reject()
{
    if (const std::optional<Row> row = currentRow())
        m_store->apply(rejectChange(row->document, row->proposal));
}

void ReviewModel::next()
{
    setCurrent(m_current + 1);
}

void ReviewModel::previous()
{
    if (m_current > 0)
        setCurrent(m_current - 1);
}

void ReviewModel::acceptAllCertain()
{
    Change all;
    std::int64_t base = 0;
    for (const Row &row : m_rows) {
        if (!row.proposal.certain)
            continue;
        // Each proposal numbers its new rows from −1; in one step they must not share numbers.
        Change one = acceptChange(row.document, row.proposal);
        for (Edit &edit : one.edits) {
            if (auto *incident = std::get_if<Incident>(&edit))
                incident->id = IncidentId{numberOf(incident->id) - base};
            else if (auto *quote = std::get_if<Quote>(&edit))
                quote->id = QuoteId{numberOf(quote->id) - base};
            else if (auto *claim = std::get_if<Claim>(&edit)) {
                claim->incident = IncidentId{numberOf(claim->incident) - base};
                claim->quote = QuoteId{numberOf(claim->quote) - base};
            }
            all.edits.push_back(std::move(edit));
        }
        base += static_cast<std::int64_t>(row.proposal.claims.size()) + 1;
    }
    all.label = tr("Accept %1 certain proposals").arg(certainCount());
    if (!all.edits.empty())
        m_store->apply(all);
}

QString ReviewModel::certainTitles() const
{
    QStringList titles;
    for (const Row &row : m_rows) {
        if (row.proposal.certain)
            titles.append(row.proposal.incident.title);
    }
    return titles.join(QLatin1Char('\n'));
}

} // namespace dateline
