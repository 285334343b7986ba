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
    if (!file.isLocalFile()) {
        m_summary = tr("“%1” is not on this computer: save it first").arg(file.toDisplayString());
        Q_EMIT changed();
        return;
    }
    const QString path = file.toLocalFile();
    const QString name = QFileInfo(path).fileName();
    m_open = true;
    m_progress = 0;
    m_refusals.clear();
    m_summary = tr("Reading “%1”").arg(name);
    m_stop = std::make_shared<std::stop_source>();
    Q_EMIT changed();
    // The guard is looked at in this object's own thread only.
    m_pool.start([guard = QPointer(this), target = m_places, stop = m_stop, path, name] {
        const auto tell = [&](double share) {
            QMetaObject::invokeMethod(target, [guard, stop, share] {
                if (guard && guard->m_stop == stop) {
                    guard->m_progress = share;
                    Q_EMIT guard->changed();
                }
            });
        };
        Result<PlacesAdded> done =
            addPlaces(path, userPlacesFile(), sharedFile(QStringLiteral("gazetteer.sqlite")), tell, stop->get_token());
        QMetaObject::invokeMethod(target, [guard, stop, name, done = std::move(done)] {
            if (guard && guard->m_stop == stop)
                guard->settle(name, done);
        });
    });
}

void OwnPlaces::settle(const QString &name, const Result<PlacesAdded> &done)
{
    m_stop.reset();
    if (!done) {
        m_summary = tr("“%1” was not added. %2").arg(name, done.error().message);
    } else if (done->cancelled) {
        m_summary = tr("Stopped: nothing of “%1” was added.").arg(name);
    } else {
        const QLocale locale;
        QStringList parts{tr("%1 places of “%2” are in the gazetteer.").arg(locale.toString(done->added), name)};
        if (done->replaced > 0)
            parts.append(tr("They replace the %1 that it had before.").arg(locale.toString(done->replaced)));
        if (done->leftOut > 0)
            parts.append(tr("%1 rows of other kinds, such as farms and hotels, were left out.")
                             .arg(locale.toString(done->leftOut)));
        if (done->refused > 0)
            parts.append(tr("%1 rows could not be read.").arg(locale.toString(done->refused)));
        m_summary = parts.join(QLatin1Char(' '));
        m_refusals = done->refusals;
        if (done->refused > done->refusals.size())
            m_refusals.append(tr("… and %1 rows more").arg(locale.toString(done->refused - done->refusals.size())));
        m_places->reopen();
    }
    reload();
}

void OwnPlaces::cancel()
{
    if (m_stop)
        m_stop->request_stop();
}

void OwnPlaces::remove(int row)
{
    if (isRunning() || row < 0 || row >= rowCount())
        return;
    const QString name = m_sources[static_cast<std::size_t>(row)].name;
    const Result<PlacesAdded> done = removePlaces(name, userPlacesFile());
    m_refusals.clear();
    m_summary = done ? tr("The places of “%1” are out of the gazetteer.").arg(name) : done.error().message;
    if (done)
        m_places->reopen();
    reload();
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
