#include "ui/session.h"

#include "geo/dataset.h"
#include "ui/samplecase.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dateline
{

Session::Session(QObject *parent)
    : SessionParts(parent)
    , m_layers(&m_store, &m_camera)
    , m_placing(&m_store, &m_layers, &m_camera)
    , m_bookmarks(&m_store, &m_incidents, &m_camera)
    , m_sorting(&m_store, &m_incidents)
    , m_chosen(&m_store, &m_incidents, &m_selection)
    , m_chosenEdits(&m_store, &m_chosen, &m_selection)
    , m_dataImport(&m_store)
    , m_dataExport(&m_store, &m_incidents, &m_chosen)
    , m_coordinates(&m_camera, &m_details)
    , m_measuring(&m_camera, &m_coordinates)
    , m_release(&m_store, &m_camera, &m_selection)
    , m_online(&m_store, &m_camera)
{
    m_review.reading()->setArea([this] { return extentOf(m_incidents.columns()); });
    connect(&m_store, &CaseStore::failed, this, &Session::say);
    connect(&m_camera, &Camera::changed, this, [this] { m_incidents.setView(m_camera.viewport()); });
    connect(&m_store, &CaseStore::openingChanged, this, &Session::openingChanged);
    connect(&m_baseMap, &BaseMapSource::failed, this, &Session::say);
    connect(&m_merge, &MergeModel::merged, this, &Session::say);
    connect(&m_dataImport, &DataImport::imported, this, &Session::say);
    connect(&m_search, &SearchModel::coordinatesFound, &m_coordinates, &MapCoordinates::show);
    connect(&m_coordinates, &MapCoordinates::copied, this, &Session::say);
    connect(&m_measuring, &Measuring::copied, this, &Session::say);
    connect(&m_layers, &LayerList::failed, this, &Session::say);
    connect(&m_layers, &LayerList::placeWanted, &m_placing, &ScanDesk::start);
    connect(&m_layers, &LayerList::pointsWanted, &m_placing, &ScanDesk::edit);
    connect(&m_placing, &ScanDesk::failed, this, &Session::say);
    connect(&m_dataImport, &DataImport::layerWanted, &m_layers, &LayerList::add);
    connect(&m_dataImport, &DataImport::comparisonWanted, &m_release, &ReleaseModel::compare);
    connect(&m_release, &ReleaseModel::taken, this, &Session::say);
    connect(&m_store, &CaseStore::opened, this, [this] {
        m_veil.forget();
        m_selection.reset();
        m_incidents.showEverything();
        m_recent.add(m_store.current()->path());
        dismissNotice();
        showCase();
        fit(Camera::Motion::Jump);
        Q_EMIT caseChanged();
    });
    connect(&m_origins, &Origins::known, this, [this] {
        m_sources.setOrigins(m_origins.all());
        m_incidents.forgetEntries();
        m_origins.count(m_incidents.total());
    });
    connect(&m_origins, &Origins::counted, &m_incidents, &IncidentListModel::setSupports);
    connect(&m_store, &CaseStore::changed, this, &Session::take);
    connect(&m_selection, &Selection::changed, this, &Session::followSelection);
    connect(&m_draft, &IncidentDraft::added, this, [this](qint64 id) { m_selection.selectIncident(id); });
    connect(m_online.search(), &OnlineSearch::taken, this, [this](const Where &where) {
        if (m_draft.isOpen())
            m_draft.take(where);
        else if (m_reviewing)
            m_review.takePlaces({{where, {}, 0, tr("found online")}});
    });
    connect(&m_attach, &AttachModel::added, this, [this](qint64 id) { m_selection.selectIncident(id); });
    connect(&m_review, &ReviewModel::currentChanged, this, &Session::markProposal);
    connect(&m_review, &ReviewModel::moved, this, &Session::followReview);
    connect(&m_arrangement, &Arrangement::changed, this, [this] {
        if (m_shownPlace != LonLat{m_arrangement.longitude(), m_arrangement.latitude()})
            showProposedPlace();
    });
    connect(&m_intake, &Intake::added, this, &Session::showAdded);
    connect(&m_intake, &Intake::severalFound, this, [this](const QUrl &file) { m_batch.start({file}); });
    connect(&m_batch, &IntakeBatch::added, this, &Session::showAdded);
    m_baseMap.open();
}

Session::~Session() = default;

void Session::showCase()
{
    CaseContents contents = m_store.takeContents().value_or(CaseContents{});
    m_origins.forget();
    showIncidents(std::move(contents.columns), std::move(contents.order));
    showDocuments(std::move(contents.documents));
    Q_EMIT stepsChanged();
}

void Session::showIncidents(IncidentColumns columns, std::vector<std::uint32_t> order)
{
    m_incidents.setIncidents(std::move(columns), std::move(order), [this](IncidentId id) { return entry(id); });
}

void Session::showDocuments(std::vector<DocumentSummary> documents)
{
    m_sources.setDocuments(std::move(documents), m_origins.all());
    m_origins.learn(m_sources.count());
}

std::optional<IncidentEntry> Session::entry(IncidentId id)
{
    // A step may have removed it; that is no error.
    Result<Incident> incident = m_store.current()->incident(id);
    if (!incident)
        return std::nullopt;
    return IncidentEntry{std::move(*incident), m_origins.supportOf(id)};
}

void Session::take(const Changed &changed)
{
    const bool wasBlank = !m_incidents.extent();
    if (changed.incidents.size() > mostReadSingly) {
        std::optional<CaseContents> contents = m_store.takeContents();
        if (!contents)
            contents = m_store.valueOr(incidentContents(*m_store.current()));
        showIncidents(std::move(contents->columns), std::move(contents->order));
    } else if (!changed.incidents.empty()) {
        m_incidents.refresh(changed.incidents);
    }
    // The first mark of a case would be lost on a map of the world; a review shows the next proposal's place.
    if (wasBlank && !m_reviewing)
        fitAll();
    if (!changed.documents.empty())
        showDocuments(m_store.valueOr(m_store.current()->documents()));
    else if (!changed.quotes.empty())
        m_sources.countQuotes();
    if (changed.documents.empty() && (!changed.claims.empty() || !changed.incidents.empty()))
        m_origins.count(m_incidents.total());
    if (changed.info)
        Q_EMIT caseChanged();
    Q_EMIT stepsChanged();
}

void Session::followSelection()
{
    if (m_selection.isReading()) {
        const Selection::Stop &stop = m_selection.stop();
        m_review.reading()->want(stop.document);
        if (m_reviewing && stop.quote == QuoteId{} && !stop.span) {
            m_review.showDocument(numberOf(stop.document));
            markProposal();
        }
        return;
    }
    m_words.clear();
    m_found.leave();
    if (const IncidentEntry *entry = m_incidents.find(m_selection.stop().incident); entry && entry->incident.where) {
        if (const std::optional<LonLat> anchor = anchorOf(*entry->incident.where))
            m_camera.reveal(*anchor);
    }
}

// With a source open, the next proposal is shown in its own source.
void Session::followReview()
{
    const std::optional<ReviewModel::Row> row = m_review.currentRow();
    if (row && m_reviewing && m_selection.isReading() && row->document != m_selection.stop().document)
        m_selection.go({.incident = {}, .document = row->document, .quote = {}, .span = {}});
    showProposedPlace();
}

// From as near as tells one town from the next.
void Session::showProposedPlace()
{
    if (!m_reviewing || !m_arrangement.isPlaced())
        return;
    constexpr double farthestZoom = 5;
    constexpr double nearZoom = 6.5;
    const LonLat place{m_arrangement.longitude(), m_arrangement.latitude()};
    m_shownPlace = place;
    if (m_camera.zoom() < farthestZoom)
        m_camera.look(place, nearZoom);
    else
        m_camera.reveal(place);
}

void Session::showAdded(qint64 document)
{
    m_selection.go({.incident = {}, .document = DocumentId{document}, .quote = {}, .span = {}});
    m_review.showDocument(document);
    Q_EMIT documentAdded();
}

void Session::setReviewing(bool reviewing)
{
    if (reviewing == m_reviewing)
        return;
    m_reviewing = reviewing;
    if (reviewing && m_selection.isReading())
        m_review.showDocument(m_selection.documentNumber());
    markProposal();
    showProposedPlace();
    Q_EMIT reviewingChanged();
}

// With its source open beside it, the proposal under review is set off in its words.
void Session::markProposal()
{
    const std::optional<ReviewModel::Row> row = m_review.currentRow();
    if (!row || !m_reviewing || !m_selection.isReading() || row->document != m_reader.document().id)
        return m_reader.setProposed({});
    std::vector<TextSpan> spans;
    for (const ProposedClaim &claim : row->proposal.claims) {
        if (const std::optional<TextSpan> span = spanOf(claim.quote, m_reader.document().text))
            spans.push_back(*span);
    }
    m_reader.setProposed(std::move(spans));
}

void Session::fit(Camera::Motion motion)
{
    if (const std::optional<LonLatBox> box = m_incidents.extent())
        m_camera.fit(*box, motion);
}

void Session::fitAll()
{
    fit(Camera::Motion::Glide);
}

void Session::beginOpening(const QString &path)
{
    m_wasAsked = !path.isEmpty();
    if (const QString first = m_wasAsked ? QFileInfo(path).absoluteFilePath() : m_recent.last(); !first.isEmpty())
        m_store.beginOpening(first);
}

void Session::finishOpening()
{
    if (m_store.finishOpening() || m_wasAsked)
        return;
    if (const Result<QString> path = readySampleCase(); !path)
        say(path.error().message);
    else
        static_cast<void>(m_store.open(*path)); // The store tells why it could not.
}

void Session::openPath(const QString &path)
{
    m_store.openLater(QFileInfo(path).absoluteFilePath());
}

void Session::openFile(const QUrl &file)
{
    openPath(file.toLocalFile());
}

void Session::openSample()
{
    const Result<QString> path = readySampleCase();
    if (path)
        openPath(*path);
    else
        say(path.error().message);
}

void Session::takeFiles(const QList<QUrl> &files)
{
    const bool isOne = files.size() == 1 && !QFileInfo(files.front().toLocalFile()).isDir();
    if (isOne && hasCase() && LayerList::isLayer(files.front().toLocalFile()))
        return m_layers.add(files.front());
    if (isOne && hasCase() && DataImport::isData(files.front().toLocalFile()))
        return m_dataImport.take(files.front());
    if (isOne || !hasCase())
        return m_intake.takeFile(files.value(0));
    m_intake.cancel();
    m_batch.start(files);
}

void Session::createFile(const QUrl &file)
{
    QString path = file.toLocalFile();
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".gpkg");
    static_cast<void>(m_store.create(path, QFileInfo(path).completeBaseName()));
}

void Session::copyFile(const QUrl &file)
{
    QString path = file.toLocalFile();
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".gpkg");
    if (m_store.copyTo(path))
        say(tr("The case is copied to “%1”").arg(path));
}

void Session::undo()
{
    m_store.undo();
}

void Session::redo()
{
    m_store.redo();
}

void Session::removeSelected()
{
    const IncidentEntry *entry = m_incidents.find(m_selection.stop().incident);
    if (!entry)
        return;
    const Change change{tr("Remove “%1”").arg(entry->incident.title), {RemoveIncident{entry->incident.id}}};
    if (m_store.apply(change))
        m_selection.clear();
}

void Session::openProposalSource()
{
    const std::optional<ReviewModel::Row> row = m_review.currentRow();
    if (!row || row->proposal.claims.empty())
        return;
    m_selection.go({.incident = {}, .document = row->document, .quote = {}, .span = {}});
}

void Session::draftFromWords()
{
    if (m_words.isPresent())
        m_draft.startFrom(m_words.span(), m_found.speakerOf(m_words.span()));
}

QString Session::caseTitle() const
{
    return hasCase() ? m_store.current()->info().title : QString();
}

QString Session::casePath() const
{
    return hasCase() ? m_store.current()->path() : QString();
}

bool Session::isReadOnly() const
{
    return hasCase() && m_store.current()->isReadOnly();
}

QString Session::undoText() const
{
    return hasCase() ? m_store.current()->undoLabel().value_or(QString()) : QString();
}

QString Session::redoText() const
{
    return hasCase() ? m_store.current()->redoLabel().value_or(QString()) : QString();
}

QString Session::version() const
{
    return QCoreApplication::applicationVersion();
}

QString Session::libraries() const
{
    return tr("Qt %1, %2").arg(QString::fromLatin1(qVersion()), geoLibraryVersions());
}

void Session::say(const QString &sentence)
{
    m_notice = sentence;
    Q_EMIT noticeChanged();
}

void Session::dismissNotice()
{
    say({});
}

} // namespace dateline
