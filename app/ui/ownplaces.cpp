#include "ui/ownplaces.h"

#include "base/sharedfile.h"
#include "ui/places.h"

#include <QFileInfo>
#include <QLocale>
#include <QPointer>

namespace dateline
{

OwnPlaces::OwnPlaces(Places *places, QObject *parent)
    : QAbstractListModel(parent)
    , m_places(places)
{
    m_pool.setMaxThreadCount(1);
}

OwnPlaces::~OwnPlaces()
{
    if (m_stop)
        m_stop->request_stop();
    m_pool.waitForDone();
}

void OwnPlaces::show()
{
    m_summary.clear();
    m_refusals.clear();
    m_open = true;
    reload();
}

void OwnPlaces::close()
{
    if (!m_open || isRunning())
        return;
    m_open = false;
    Q_EMIT changed();
}

void OwnPlaces::add(const QUrl &file)
{
    if (isRunning())
        return;
    m_open = true;
    if (!file.isLocalFile()) {
        m_summary = tr("“%1” is not on this computer: save it first").arg(file.toDisplayString());
        Q_EMIT changed();
        return;
    }
    const QString path = file.toLocalFile();
    const QString name = QFileInfo(path).fileName();
    start(
        tr("Reading “%1”").arg(name),
        [path](const AddingProgress &progress, const std::stop_token &stop) {
            return addPlaces(path, userPlacesFile(), sharedFile(QStringLiteral("gazetteer.sqlite")), progress, stop);
        },
        [this, name](const Result<PlacesAdded> &done) { tellAdded(name, done); });
}

// A file that stays may have millions of rows, which are written anew.
void OwnPlaces::remove(int row)
{
    if (isRunning() || row < 0 || row >= rowCount())
        return;
    const QString name = m_sources[static_cast<std::size_t>(row)].name;
    start(
        tr("Removing the places of “%1”").arg(name),
        [name](const AddingProgress &, const std::stop_token &) { return removePlaces(name, userPlacesFile()); },
        [this, name](const Result<PlacesAdded> &done) {
            m_summary = done ? tr("The places of “%1” are out of the gazetteer.").arg(name) : done.error().message;
        });
}

void OwnPlaces::start(const QString &sentence, Work work, std::function<void(const Result<PlacesAdded> &)> settle)
{
    m_progress = 0;
    m_refusals.clear();
    m_summary = sentence;
    m_stop = std::make_shared<std::stop_source>();
    Q_EMIT changed();
    // The guard is looked at in this object's own thread only.
    m_pool.start(
        [guard = QPointer(this), target = m_places, stop = m_stop, work = std::move(work), settle = std::move(settle)] {
            const auto tell = [&](double share) {
                QMetaObject::invokeMethod(target, [guard, stop, share] {
                    if (guard && guard->m_stop == stop) {
                        guard->m_progress = share;
                        Q_EMIT guard->changed();
                    }
                });
            };
            Result<PlacesAdded> done = work(tell, stop->get_token());
            QMetaObject::invokeMethod(target, [guard, stop, settle, done = std::move(done)] {
                if (!guard || guard->m_stop != stop)
                    return;
                guard->m_stop.reset();
                settle(done);
                if (done && !done->cancelled)
                    guard->m_places->reopen();
                guard->reload();
            });
        });
}

void OwnPlaces::tellAdded(const QString &name, const Result<PlacesAdded> &done)
{
    if (!done) {
        m_summary = tr("“%1” was not added. %2").arg(name, done.error().message);
        return;
    }
    if (done->cancelled) {
        m_summary = tr("Stopped: nothing of “%1” was added.").arg(name);
        return;
    }
    const QLocale locale;
    QStringList parts{tr("%1 places of “%2” are in the gazetteer.").arg(locale.toString(done->added), name)};
    if (done->replaced > 0)
        parts.append(tr("They replace the %1 that it had before.").arg(locale.toString(done->replaced)));
    if (done->leftOut > 0)
        parts.append(
            tr("%1 rows of other kinds, such as farms and hotels, were left out.").arg(locale.toString(done->leftOut)));
    if (done->refused > 0)
        parts.append(tr("%1 rows could not be read.").arg(locale.toString(done->refused)));
    m_summary = parts.join(QLatin1Char(' '));
    m_refusals = done->refusals;
    if (done->refused > done->refusals.size())
        m_refusals.append(tr("… and %1 rows more").arg(locale.toString(done->refused - done->refusals.size())));
}

void OwnPlaces::cancel()
{
    if (m_stop)
        m_stop->request_stop();
}

void OwnPlaces::reload()
{
    Result<std::vector<PlaceSource>> sources = placeSources(userPlacesFile());
    if (!sources)
        m_summary = sources.error().message;
    beginResetModel();
    m_sources = sources ? std::move(*sources) : std::vector<PlaceSource>();
    endResetModel();
    Q_EMIT changed();
}

int OwnPlaces::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sources.size());
}

QVariant OwnPlaces::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlaceSource &source = m_sources[static_cast<std::size_t>(index.row())];
    if (role == NameRole)
        return source.name;
    if (role == CountRole)
        return source.places == 1 ? tr("1 place") : tr("%1 places").arg(QLocale().toString(source.places));
    return {};
}

QHash<int, QByteArray> OwnPlaces::roleNames() const
{
    return {{NameRole, "name"}, {CountRole, "count"}};
}

} // namespace dateline
