#include "ui/attachmodel.h"

#include "ui/wording.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace dateline
{

namespace
{

constexpr int mostRows = 100;
constexpr int stanceCount = 5;

} // namespace

AttachModel::AttachModel(CaseStore *store, IncidentListModel *incidents, ReaderModel *reader, WordSelection *words,
                         const FoundLayers *found, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_incidents(incidents)
    , m_reader(reader)
    , m_words(words)
    , m_found(found)
{
    connect(store, &CaseStore::opened, this, &AttachModel::cancel);
}

int AttachModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant AttachModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Incident &incident = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return incident.title;
    case KindRole: return static_cast<int>(incident.kind);
    case WhenRole: return incident.when ? textFromSpan(incident.when->span) : shortWhenText(std::nullopt);
    case PlaceRole: return incident.where ? whereText(incident.where) : tr("No place stated");
    default: return {};
    }
}

QHash<int, QByteArray> AttachModel::roleNames() const
{
    return {{TitleRole, "title"}, {KindRole, "kind"}, {WhenRole, "whenText"}, {PlaceRole, "place"}};
}

void AttachModel::start()
{
    if (!m_store->current() || !m_words->isPresent())
        return;
    const Document &document = m_reader->document();
    Result<Quote> quote = quoteFrom(document.id, document.text, m_words->span());
    if (!quote)
        return m_store->tell(quote.error());
    m_quote = std::move(*quote);
    m_quote->speaker = m_found->speakerOf(m_words->span());
    m_query.clear();
    m_stance = Stance::Reports;
    look();
}

void AttachModel::setSpeaker(const QString &speaker)
{
    if (m_quote)
        m_quote->speaker = speaker;
    Q_EMIT changed();
}

void AttachModel::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    look();
}

void AttachModel::setStance(int stance)
{
    m_stance = static_cast<Stance>(std::clamp(stance, 0, stanceCount - 1));
    Q_EMIT changed();
}

QStringList AttachModel::stanceNames() const
{
    QStringList names;
    for (int stance = 0; stance < stanceCount; ++stance)
        names.append(stanceText(static_cast<Stance>(stance)));
    return names;
}

void AttachModel::setCurrent(int row)
{
    m_current = std::clamp(row, count() == 0 ? -1 : 0, count() - 1);
    Q_EMIT changed();
}

// From the day that the source was published; undated ones are furthest.
qint64 AttachModel::minutesFrom(const std::optional<When> &when) const
{
    const std::optional<WrittenTime> &published = m_reader->document().published;
    if (!when)
        return std::numeric_limits<qint64>::max();
    return published ? std::abs((when->span.begin - published->instant).count()) : 0;
}

std::vector<IncidentId> AttachModel::nearestInTime() const
{
    const IncidentColumns &columns = m_incidents->columns();
    const std::optional<WrittenTime> &published = m_reader->document().published;
    std::vector<std::uint32_t> order(columns.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto distance = [&](std::uint32_t row) -> qint64 {
        if (!columns.has(row, IncidentColumns::HasTime))
            return std::numeric_limits<qint64>::max();
        return published ? std::abs(columns.begin[row] - published->instant.time_since_epoch().count()) : 0;
    };
    const auto most = std::min<std::size_t>(mostRows, order.size());
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(most), {},
                              [&](std::uint32_t row) { return std::pair(distance(row), columns.id[row]); });
    std::vector<IncidentId> ids;
    ids.reserve(most);
    for (std::size_t i = 0; i < most; ++i)
        ids.push_back(IncidentId{columns.id[order[i]]});
    return ids;
}

void AttachModel::look()
{
    beginResetModel();
    m_rows.clear();
    const QString query = m_query.simplified();
    if (query.isEmpty()) {
        for (const IncidentId id : nearestInTime()) {
            if (Result<Incident> incident = m_store->current()->incident(id))
                m_rows.push_back(std::move(*incident));
        }
    } else {
        m_rows = m_store->valueOr(m_store->current()->incidentsNamed(query, mostRows));
        std::ranges::stable_sort(m_rows, {}, [this](const Incident &incident) { return minutesFrom(incident.when); });
    }
    m_current = m_rows.empty() ? -1 : 0;
    endResetModel();
    Q_EMIT changed();
}

void AttachModel::confirm()
{
    if (!m_quote || m_current < 0)
        return;
    const Incident &incident = m_rows[static_cast<std::size_t>(m_current)];
    const IncidentId id = incident.id;
    Quote quote = *m_quote;
    quote.id = QuoteId{-1};
    quote.speaker = quote.speaker.simplified();
    const Change change{tr("Add words to “%1”").arg(incident.title), {quote, Claim{ClaimId{}, id, quote.id, m_stance}}};
    if (!m_store->apply(change))
        return;
    m_words->clear();
    cancel();
    Q_EMIT added(numberOf(id));
}

void AttachModel::cancel()
{
    if (!m_quote)
        return;
    beginResetModel();
    m_quote.reset();
    m_rows.clear();
    m_current = -1;
    endResetModel();
    Q_EMIT changed();
}

} // namespace dateline
