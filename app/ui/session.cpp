#include "ui/session.h"

#include "geo/dataset.h"
#include "ui/samplecase.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dateline
{

Session::Session(QObject *parent)
    : SessionParts(parent)
{
    connect(&m_store, &CaseStore::failed, this, &Session::say);
    connect(&m_baseMap, &BaseMapSource::failed, this, &Session::say);
    connect(&m_merge, &MergeModel::merged, this, &Session::say);
    connect(&m_store, &CaseStore::opened, this, [this] {
        m_veil.forget();
        m_selection.reset();
        m_incidents.showEverything();
        m_recent.add(m_store.current()->path());
        dismissNotice();
        reload();
        fitAll();
        Q_EMIT caseChanged();
    });
    connect(&m_store, &CaseStore::changed, this, &Session::take);
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
    const auto fetch = [this](IncidentId id) { return entry(id); };
    m_incidents.setIncidents(m_store.valueOr(m_store.current()->columns()), fetch);
    showSources();
    Q_EMIT stepsChanged();
}

void Session::showSources()
{
    m_sources.setDocuments(m_store.valueOr(m_store.current()->documents()),
                           m_store.valueOr(m_store.current()->origins()));
}

std::optional<IncidentEntry> Session::entry(IncidentId id)
{
    // A step may have removed it; that is no error.
    Result<Incident> incident = m_store.current()->incident(id);
    if (!incident)
        return std::nullopt;
    return IncidentEntry{std::move(*incident), m_store.valueOr(m_store.current()->support(id))};
}

void Session::take(const Changed &changed)
{
    const bool wasBlank = !m_incidents.extent();
    // Each one takes a pass over the columns: from about here on it is faster to load them all.
    if (changed.incidents.size() > 100)
        m_incidents.setIncidents(m_store.valueOr(m_store.current()->columns()),
                                 [this](IncidentId id) { return entry(id); });
    else if (!changed.incidents.empty())
        m_incidents.refresh(changed.incidents);
    // The first mark of a case would be lost on a map of the world.
    if (wasBlank)
        fitAll();
    if (!changed.documents.empty())
        m_incidents.forgetEntries();
    if (!changed.documents.empty() || !changed.quotes.empty())
        showSources();
    if (changed.info)
        Q_EMIT caseChanged();
    Q_EMIT stepsChanged();
}

void Session::followSelection()
{
    if (m_selection.isReading()) {
        m_review.readIfNew(m_selection.stop().document);
        return;
    }
    if (const IncidentEntry *entry = m_incidents.find(m_selection.stop().incident); entry && entry->incident.where) {
        if (const std::optional<LonLat> anchor = anchorOf(*entry->incident.where))
            m_camera.reveal(*anchor);
    }
}

void Session::fitAll()
{
    if (const std::optional<LonLatBox> box = m_incidents.extent())
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
