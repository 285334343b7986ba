#include "ui/onlinemaps.h"

#include "ui/onlinememory.h"

#include <QUuid>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qint64 mostProbed = 4'000'000;

QString leaves(const OnlineSource &source)
{
    const QString host = hostName(firstAddress(source));
    if (source.kind == OnlineKind::PlaceSearch) {
        return OnlineMaps::tr("%1 learns this computer's network address and the words that you ask it for – when you "
                              "press the button to ask, never while you type")
            .arg(host);
    }
    return OnlineMaps::tr(
               "%1 learns this computer's network address and which part of the map you look at, whenever the "
               "map moves")
        .arg(host);
}

} // namespace

OnlineMaps::OnlineMaps(CaseStore *store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_sources(ownOnlineSources())
{
    for (OnlineSource &source : addedOnlineSources())
        m_sources.push_back(std::move(source));
    connect(store, &CaseStore::opened, this, [this] {
        setOn({});
        // Once the map looks at this case: where it looked before is nothing to tell.
        QMetaObject::invokeMethod(this, &OnlineMaps::follow, Qt::QueuedConnection);
    });
    connect(store, &CaseStore::changed, this, [this] {
        // A case without a history gets one: from now on it can be told from others.
        if (!m_on.isEmpty())
            rememberOnline(*m_store->current(), m_on);
    });
}

int OnlineMaps::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sources.size());
}

QVariant OnlineMaps::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OnlineSource &source = m_sources[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole: return source.id;
    case Qt::DisplayRole:
    case NameRole: return source.name;
    case HostRole: return hostName(firstAddress(source));
    case LeavesRole: return leaves(source);
    case OnRole: return isOn(source.id);
    case OwnRole: return static_cast<std::size_t>(index.row()) < ownOnlineSources().size();
    case KindRole: return static_cast<int>(source.kind);
    case AddressRole: return source.address;
    default: return {};
    }
}

QHash<int, QByteArray> OnlineMaps::roleNames() const
{
    return {{IdRole, "sourceId"}, {NameRole, "name"}, {HostRole, "host"}, {LeavesRole, "leaves"},
            {OnRole, "turnedOn"}, {OwnRole, "own"},   {KindRole, "kind"}, {AddressRole, "address"}};
}

QString OnlineMaps::sign() const
{
    QStringList hosts;
    const auto name = [&hosts](const QUrl &url) {
        if (const QString host = hostName(url); !hosts.contains(host))
            hosts.append(host);
    };
    if (!m_questioned.isEmpty())
        name(m_questioned);
    for (const OnlineSource &source : m_sources) {
        if (isOn(source.id))
            name(firstAddress(source));
    }
    if (hosts.isEmpty())
        return {};
    if (hosts.size() == 1)
        return tr("Online: %1").arg(hosts.front());
    return tr("Online: %1 and %n more", nullptr, static_cast<int>(hosts.size()) - 1).arg(hosts.front());
}

QString OnlineMaps::credits() const
{
    QStringList credits;
    for (const OnlineSource &source : m_sources) {
        if (isOn(source.id) && source.kind != OnlineKind::PlaceSearch && !credits.contains(source.credit))
            credits.append(source.credit);
    }
    return credits.join(QStringLiteral(" · "));
}

bool OnlineMaps::hasOwnNames() const
{
    return std::ranges::any_of(m_sources,
                               [this](const OnlineSource &source) { return source.ownNames && isOn(source.id); });
}

QString OnlineMaps::trouble() const
{
    for (const OnlineSource &source : m_sources) {
        if (const QString sentence = m_troubles.value(source.id); !sentence.isEmpty())
            return sentence;
    }
    return {};
}

QString OnlineMaps::cacheFolder() const
{
    return m_cache ? m_cache->path() : QString();
}

const OnlineSource *OnlineMaps::find(const QString &id) const
{
    const auto found = std::ranges::find(m_sources, id, &OnlineSource::id);
    return found == m_sources.end() ? nullptr : &*found;
}

const OnlineSource *OnlineMaps::placeSearch() const
{
    const auto found = std::ranges::find_if(m_sources, [this](const OnlineSource &source) {
        return source.kind == OnlineKind::PlaceSearch && isOn(source.id);
    });
    return found == m_sources.end() ? nullptr : &*found;
}

std::vector<OnlineSource> OnlineMaps::added() const
{
    return {m_sources.begin() + std::ssize(ownOnlineSources()), m_sources.end()};
}

Result<void> OnlineMaps::add(OnlineSource source)
{
    if (const auto same = std::ranges::find(m_sources, source.address, &OnlineSource::address);
        same != m_sources.end()) {
        return failure(Error::Kind::Conflict, tr("That address is listed already, as “%1”").arg(same->name),
                       source.address);
    }
    source.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_sources.push_back(std::move(source));
    endInsertRows();
    rememberOnlineSources(added());
    m_asked = row; // The next thing to do.
    Q_EMIT changed();
    return {};
}

void OnlineMaps::remove(int row)
{
    if (row < std::ssize(ownOnlineSources()) || row >= rowCount())
        return;
    turnOff(row);
    beginRemoveRows({}, row, row);
    m_sources.erase(m_sources.begin() + row);
    endRemoveRows();
    rememberOnlineSources(added());
    m_asked = -1;
    Q_EMIT changed();
}

void OnlineMaps::follow()
{
    QSet<QString> ids = onlineIn(*m_store->current());
    ids.removeIf([this](const QString &id) { return !find(id); });
    m_asked = -1;
    setOn(std::move(ids));
}

void OnlineMaps::setOn(QSet<QString> ids)
{
    const QSet<QString> newly = QSet<QString>(ids).subtract(m_on);
    m_on = std::move(ids);
    m_troubles.removeIf([this](QHash<QString, QString>::iterator trouble) { return !isOn(trouble.key()); });
    const bool hasPlugin = hasPluginOn();
    if (hasPlugin && !m_cache)
        m_cache = std::make_unique<QTemporaryDir>();
    openGate();
    if (!m_sources.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {OnRole});
    Q_EMIT changed();
    // Once the plugin is gone, which writes there.
    if (!hasPlugin)
        QMetaObject::invokeMethod(this, &OnlineMaps::emptyCache, Qt::QueuedConnection);
    for (const QString &id : newly)
        probe(*find(id));
}

bool OnlineMaps::hasPluginOn() const
{
    return std::ranges::any_of(m_sources, [this](const OnlineSource &source) {
        return source.kind == OnlineKind::OpenStreetMap && isOn(source.id);
    });
}

void OnlineMaps::emptyCache()
{
    if (!hasPluginOn())
        m_cache.reset();
}

void OnlineMaps::openGate()
{
    QStringList origins;
    if (!m_questioned.isEmpty())
        origins.append(webOrigin(m_questioned));
    for (const OnlineSource &source : m_sources) {
        if (isOn(source.id))
            origins.append(webOrigin(firstAddress(source)));
    }
    m_access.allow(origins);
}

// Qt Location keeps to itself why tiles fail; the one of the whole world tells, and tells nothing of what is looked at.
void OnlineMaps::probe(const OnlineSource &source)
{
    if (source.kind != OnlineKind::OpenStreetMap)
        return;
    m_access.get(firstAddress(source), mostProbed, [this, id = source.id](const Result<QByteArray> &answer) {
        tell(id, answer ? QString() : answer.error().message);
    });
}

void OnlineMaps::question(const QUrl &address)
{
    m_questioned = address;
    openGate();
    Q_EMIT changed();
}

void OnlineMaps::tell(const QString &id, const QString &sentence)
{
    if (!isOn(id) || m_troubles.value(id) == sentence)
        return;
    m_troubles[id] = sentence;
    Q_EMIT changed();
}

void OnlineMaps::show()
{
    m_open = isPossible();
    Q_EMIT changed();
}

void OnlineMaps::close()
{
    if (!m_open)
        return;
    m_open = false;
    m_asked = -1;
    Q_EMIT changed();
}

void OnlineMaps::ask(int row)
{
    m_asked = row >= 0 && row < rowCount() && isPossible() ? row : -1;
    Q_EMIT changed();
}

void OnlineMaps::confirm()
{
    if (m_asked < 0 || !isPossible())
        return;
    QSet<QString> ids = m_on;
    ids.insert(m_sources[static_cast<std::size_t>(std::exchange(m_asked, -1))].id);
    rememberOnline(*m_store->current(), ids);
    setOn(std::move(ids));
}

void OnlineMaps::cancel()
{
    m_asked = -1;
    Q_EMIT changed();
}

void OnlineMaps::turnOff(int row)
{
    if (row < 0 || row >= rowCount() || !isPossible())
        return;
    QSet<QString> ids = m_on;
    if (!ids.remove(m_sources[static_cast<std::size_t>(row)].id))
        return;
    rememberOnline(*m_store->current(), ids);
    setOn(std::move(ids));
}

void OnlineMaps::workOffline()
{
    m_questioned.clear();
    if (isPossible())
        rememberOnline(*m_store->current(), {});
    setOn({});
}

} // namespace dateline
