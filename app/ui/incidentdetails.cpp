#include "ui/incidentdetails.h"

#include "ui/wording.h"

#include <set>

namespace dateline
{

EvidenceModel::EvidenceModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int EvidenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_evidence.size());
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Evidence &evidence = m_evidence[static_cast<std::size_t>(index.row())];
    switch (role) {
    case QuoteRole: return qint64{numberOf(evidence.quote.id)};
    case DocumentRole: return qint64{numberOf(evidence.quote.document)};
    case Qt::DisplayRole:
    case WordsRole: return evidence.quote.exact;
    case SpeakerRole: return evidence.quote.speaker.isEmpty() ? tr("The source itself") : evidence.quote.speaker;
    case StanceRole: return stanceText(evidence.claim.stance);
    case SourceRole: {
        const QString date = publishedText(evidence.documentPublished);
        return date.isEmpty() ? evidence.documentName : tr("%1, %2").arg(evidence.documentName, date);
    }
    case MatchesRole: return evidence.matches;
    default: return {};
    }
}

QHash<int, QByteArray> EvidenceModel::roleNames() const
{
    return {{QuoteRole, "quote"},   {DocumentRole, "document"}, {WordsRole, "words"},    {SpeakerRole, "speaker"},
            {StanceRole, "stance"}, {SourceRole, "source"},     {MatchesRole, "matches"}};
}

void EvidenceModel::setEvidence(std::vector<Evidence> evidence)
{
    if (evidence == m_evidence)
        return;
    beginResetModel();
    m_evidence = std::move(evidence);
    endResetModel();
}

IncidentDetails::IncidentDetails(CaseStore *store, Selection *selection, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_selection(selection)
    , m_evidence(new EvidenceModel(this))
{
    connect(store, &CaseStore::opened, this, &IncidentDetails::load);
    connect(store, &CaseStore::changed, this, &IncidentDetails::load);
    connect(selection, &Selection::changed, this, &IncidentDetails::load);
}

void IncidentDetails::load()
{
    m_incident.reset();
    std::vector<Evidence> evidence;
    const IncidentId id = m_selection->stop().incident;
    if (m_store->current() && id != IncidentId{}) {
        // A step taken back may have removed the selected incident; that is no error.
        if (Result<Incident> incident = m_store->current()->incident(id)) {
            m_incident = std::move(*incident);
            evidence = m_store->valueOr(m_store->current()->evidence(id));
        }
    }
    std::set<DocumentId> documents;
    for (const Evidence &item : evidence)
        documents.insert(item.quote.document);
    m_support = {.quotes = static_cast<int>(evidence.size()), .documents = static_cast<int>(documents.size())};
    m_evidence->setEvidence(std::move(evidence));
    Q_EMIT changed();
}

const Incident &IncidentDetails::shown() const
{
    static const Incident none;
    return m_incident ? *m_incident : none;
}

QString IncidentDetails::kindName() const
{
    return kindText(shown().kind);
}

QString IncidentDetails::subKindName() const
{
    return shown().subKind ? termOf(*shown().subKind) : QString();
}

QString IncidentDetails::status() const
{
    return statusText(shown().status);
}

QString IncidentDetails::when() const
{
    return fullWhenText(shown().when);
}

QString IncidentDetails::whenWritten() const
{
    return shown().when && !shown().when->asWritten.isEmpty() ? tr("“%1”").arg(shown().when->asWritten) : QString();
}

QString IncidentDetails::where() const
{
    return whereText(shown().where);
}

QString IncidentDetails::position() const
{
    const std::optional<LonLat> anchor = shown().where ? anchorOf(*shown().where) : std::nullopt;
    if (!anchor || shown().where->precision > LocationPrecision::Near)
        return {};
    // A place that was clicked on the map is named by its coordinates already.
    const QString text = coordinatesText(*anchor);
    return text == shown().where->place ? QString() : text;
}

QString IncidentDetails::whereWritten() const
{
    return shown().where && !shown().where->asWritten.isEmpty() ? tr("“%1”").arg(shown().where->asWritten) : QString();
}

QString IncidentDetails::precision() const
{
    return locationPrecisionText(shown().where);
}

QString IncidentDetails::losses() const
{
    QStringList lines;
    for (const Loss &loss : shown().losses)
        lines.append(lossText(loss));
    return lines.join(QLatin1Char('\n'));
}

QString IncidentDetails::sources() const
{
    return m_support.documents == 1 ? tr("1 source") : tr("%1 sources").arg(m_support.documents);
}

} // namespace dateline
