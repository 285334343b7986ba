#include "ui/incidentdetails.h"

#include "ui/wording.h"

#include <algorithm>

namespace dateline
{

EvidenceModel::EvidenceModel(Veil *veil, QObject *parent)
    : QAbstractListModel(parent)
    , m_veil(veil)
{
    connect(veil, &Veil::changed, this, [this] {
        if (!m_evidence.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
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
    case WordsRole: return isHidden(evidence) ? QString() : evidence.quote.exact;
    case SpeakerRole:
        return evidence.quote.speaker.isEmpty() ? tr("The source itself") : isolated(evidence.quote.speaker);
    case StanceRole: return stanceText(evidence.claim.stance);
    case SourceRole: {
        QStringList parts{evidence.documentName, publishedText(evidence.documentPublished)};
        parts.removeAll(QString());
        if (evidence.page > 0)
            parts.append(tr("page %1").arg(evidence.page));
        const QString source = parts.join(tr(", "));
        return evidence.replacedBy == DocumentId{} ? source : tr("%1 · older capture").arg(source);
    }
    case MatchesRole: return evidence.matches;
    case ClaimRole: return qint64{numberOf(evidence.claim.id)};
    case StanceIndexRole: return static_cast<int>(evidence.claim.stance);
    case HiddenRole: return isHidden(evidence);
    default: return {};
    }
}

bool EvidenceModel::isHidden(const Evidence &evidence) const
{
    return m_veil->hides(evidence.quote.id, m_graphic || evidence.documentGraphic);
}

const Evidence *EvidenceModel::find(ClaimId claim) const
{
    const auto found = std::ranges::find(m_evidence, claim, [](const Evidence &one) { return one.claim.id; });
    return found == m_evidence.end() ? nullptr : &*found;
}

QHash<int, QByteArray> EvidenceModel::roleNames() const
{
    return {{QuoteRole, "quote"},     {DocumentRole, "document"}, {WordsRole, "words"},
            {SpeakerRole, "speaker"}, {StanceRole, "stance"},     {SourceRole, "source"},
            {MatchesRole, "matches"}, {ClaimRole, "claim"},       {StanceIndexRole, "stanceIndex"},
            {HiddenRole, "hidden"}};
}

void EvidenceModel::setEvidence(std::vector<Evidence> evidence, bool graphic)
{
    if (evidence == m_evidence && graphic == m_graphic)
        return;
    beginResetModel();
    m_graphic = graphic;
    m_evidence = std::move(evidence);
    endResetModel();
}

IncidentDetails::IncidentDetails(CaseStore *store, Origins *origins, Selection *selection, Veil *veil, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_origins(origins)
    , m_selection(selection)
    , m_evidence(new EvidenceModel(veil, this))
{
    connect(store, &CaseStore::opened, this, &IncidentDetails::load);
    connect(store, &CaseStore::changed, this, &IncidentDetails::load);
    connect(selection, &Selection::changed, this, &IncidentDetails::load);
    connect(origins, &Origins::known, this, [this] {
        if (m_incident)
            m_support = m_origins->supportOf(m_incident->id);
        Q_EMIT changed();
    });
}

void IncidentDetails::load()
{
    m_incident.reset();
    m_support.reset();
    std::vector<Evidence> evidence;
    const IncidentId id = m_selection->stop().incident;
    if (m_store->current() && id != IncidentId{}) {
        // A step taken back may have removed the selected incident; that is no error.
        if (Result<Incident> incident = m_store->current()->incident(id)) {
            m_incident = std::move(*incident);
            m_support = m_origins->supportOf(id);
            evidence = m_store->valueOr(m_store->current()->evidence(id));
        }
    }
    m_evidence->setEvidence(std::move(evidence), incident().graphic);
    Q_EMIT changed();
}

const Incident &IncidentDetails::incident() const
{
    static const Incident none;
    return m_incident ? *m_incident : none;
}

QString IncidentDetails::kindName() const
{
    return kindText(incident().kind);
}

QString IncidentDetails::subKindName() const
{
    return incident().subKind ? termOf(*incident().subKind) : QString();
}

QString IncidentDetails::status() const
{
    return statusText(incident().status);
}

QString IncidentDetails::when() const
{
    return fullWhenText(incident().when);
}

QString IncidentDetails::whenWritten() const
{
    return incident().when && !incident().when->asWritten.isEmpty() ? tr("“%1”").arg(incident().when->asWritten)
                                                                    : QString();
}

QString IncidentDetails::where() const
{
    return whereText(incident().where);
}

QString IncidentDetails::whereWritten() const
{
    return incident().where && !incident().where->asWritten.isEmpty() ? tr("“%1”").arg(incident().where->asWritten)
                                                                      : QString();
}

QString IncidentDetails::precision() const
{
    return locationPrecisionText(incident().where);
}

QString IncidentDetails::losses() const
{
    QStringList lines;
    for (const Loss &loss : incident().losses)
        lines.append(lossText(loss));
    return lines.join(QLatin1Char('\n'));
}

QString IncidentDetails::sources() const
{
    return m_support ? supportText(*m_support) : QString();
}

} // namespace dateline
