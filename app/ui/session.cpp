#include "ui/session.h"

#include "geo/dataset.h"
#include "ui/samplecase.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace dateline
{

Session::Session(QObject *parent)
    : QObject(parent)
    , m_kinds(new KindFilterModel(&m_incidents))
    , m_review(&m_store, &m_places)
    , m_details(&m_store, &m_selection)
    , m_reader(&m_store, &m_selection)
    , m_search(&m_store, &m_incidents, &m_places, &m_selection, &m_camera)
    , m_intake(&m_store, &m_places)
    , m_draft(&m_store, &m_places, &m_reader)
    , m_figure(&m_store, &m_incidents, &m_baseMap, &m_camera)
{
    connect(&m_store, &CaseStore::failed, this, &Session::say);
    connect(&m_baseMap, &BaseMapSource::failed, this, &Session::say);
    connect(&m_store, &CaseStore::opened, this, [this] {
        m_selection.reset();
        m_incidents.showEverything();
        m_recent.add(m_store.current()->path());
        dismissNotice();
        reload();
        fitAll();
        Q_EMIT caseChanged();
    });
    connect(&m_store, &CaseStore::changed, this, &Session::reload);
    connect(&m_selection, &Selection::changed, this, &Session::followSelection);
    connect(&m_draft, &IncidentDraft::added, this, [this](qint64 id) { m_selection.selectIncident(id); });
    connect(&m_intake, &Intake::added, this, [this](qint64 id) {
        // The way back leads to the text; what it offers comes first.
        m_selection.openDocument(id);
        m_selection.clear();
        Q_EMIT documentAdded();
    });
    m_baseMap.open();
}

Session::~Session() = default;

void Session::reload()
{
    const Case *open = m_store.current();
    std::map<IncidentId, int> quotes;
    std::map<IncidentId, int> documents;
    for (const auto &[id, support] : m_store.valueOr(open->supports())) {
        quotes.emplace(id, support.quotes);
        documents.emplace(id, support.documents);
    }
    std::vector<SceneIncident> incidents;
    for (Incident &incident : m_store.valueOr(open->incidents())) {
        const auto known = documents.find(incident.id);
        incidents.push_back({std::move(incident), known == documents.end() ? 0 : known->second});
    }
    const auto hasPlace = [](const SceneIncident &item) { return item.incident.where.has_value(); };
    const bool wasBlank = std::ranges::none_of(m_incidents.all(), hasPlace);
    m_incidents.setIncidents(std::move(incidents), std::move(quotes));
    // The first mark of a case would be lost on a map of the world.
    if (wasBlank)
        fitAll();
    m_sources.setDocuments(m_store.valueOr(open->documents()));
    Q_EMIT stepsChanged();
}

void Session::followSelection()
{
    if (const SceneIncident *item = m_incidents.find(m_selection.stop().incident);
        item && item->incident.where && !m_selection.isReading()) {
        if (const std::optional<LonLat> anchor = anchorOf(*item->incident.where))
            m_camera.reveal(*anchor);
    }
}

void Session::fitAll()
{
    std::optional<LonLatBox> box;
    for (const SceneIncident &item : m_incidents.all()) {
        if (!item.incident.where || !m_incidents.filter().shows(item.incident))
            continue;
        if (const std::optional<LonLatBox> one = boxOf(item.incident.where->geometry)) {
            box = box ? box->including({one->west, one->south}).including({one->east, one->north}) : *one;
        }
    }
    if (box)
        m_camera.fit(*box);
}

void Session::openFirst(const QString &path)
{
    if (!path.isEmpty())
        openPath(path);
    else if (m_recent.last().isEmpty() || !m_store.open(m_recent.last()))
        openSample();
}

void Session::openPath(const QString &path)
{
    // The store tells why it could not.
    static_cast<void>(m_store.open(QFileInfo(path).absoluteFilePath()));
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
    const SceneIncident *item = m_incidents.find(m_selection.stop().incident);
    if (!item)
        return;
    const Change change{tr("Remove “%1”").arg(item->incident.title), {RemoveIncident{item->incident.id}}};
    if (m_store.apply(change))
        m_selection.clear();
}

void Session::openProposalSource()
{
    const std::optional<ReviewModel::Row> row = m_review.currentRow();
    if (!row || row->proposal.claims.empty())
        return;
    const Result<Document> document = m_store.current()->document(row->document);
    if (!document)
        return m_store.tell(document.error());
    m_selection.go({.incident = {},
                    .document = row->document,
                    .quote = {},
                    .span = spanOf(row->proposal.claims.front().quote, document->text)});
}

QString Session::caseTitle() const
{
    return hasCase() ? m_store.current()->title() : QString();
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
