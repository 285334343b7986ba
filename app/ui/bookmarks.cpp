#include "ui/bookmarks.h"

#include "ui/wording.h"

#include <QMetaEnum>

#include <algorithm>

namespace dateline
{

namespace
{

QMetaEnum views()
{
    return QMetaEnum::fromType<IncidentLayer::View>();
}

QString keyOf(IncidentLayer::View view)
{
    return QString::fromLatin1(views().valueToKey(view)).toLower();
}

// A case may come from a version that shows incidents in ways which this one does not know.
IncidentLayer::View viewFrom(const QString &key)
{
    for (int i = 0; i < views().keyCount(); ++i) {
        const auto view = static_cast<IncidentLayer::View>(views().value(i));
        if (keyOf(view) == key)
            return view;
    }
    return IncidentLayer::Clusters;
}

} // namespace

Bookmarks::Bookmarks(CaseStore *store, IncidentListModel *incidents, Camera *camera, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_incidents(incidents)
    , m_camera(camera)
{
    connect(store, &CaseStore::opened, this, [this] {
        m_naming = m_editing = false;
        reload();
    });
    connect(store, &CaseStore::changed, this, [this](const Changed &changed) {
        if (!changed.bookmarks.empty())
            reload();
    });
}

int Bookmarks::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant Bookmarks::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Bookmark &bookmark = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return bookmark.name;
    case ShowsRole:
        return bookmark.filter == IncidentFilter() ? tr("Around %1 · everything").arg(coordinatesText(bookmark.centre))
                                                   : tr("Around %1 · filtered").arg(coordinatesText(bookmark.centre));
    default: return {};
    }
}

QHash<int, QByteArray> Bookmarks::roleNames() const
{
    return {{NameRole, "name"}, {ShowsRole, "shows"}};
}

void Bookmarks::setView(IncidentLayer::View view)
{
    if (view == m_view)
        return;
    m_view = view;
    Q_EMIT viewChanged();
}

void Bookmarks::reload()
{
    std::vector<Bookmark> rows = m_store->valueOr(m_store->current()->bookmarks());
    if (std::ranges::equal(rows, m_rows, {}, &Bookmark::id, &Bookmark::id)) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1)); // Whoever renames one keeps the keyboard.
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    Q_EMIT changed();
}

Bookmark Bookmarks::present(BookmarkId id, const QString &name) const
{
    return {id,
            name,
            {m_camera->longitude(), m_camera->latitude()},
            m_camera->zoom(),
            keyOf(m_view),
            m_incidents->filter()};
}

const Bookmark *Bookmarks::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

void Bookmarks::ask()
{
    m_naming = m_store->current() && !m_store->current()->isReadOnly();
    Q_EMIT changed();
}

void Bookmarks::edit()
{
    m_editing = m_store->current() != nullptr;
    Q_EMIT changed();
}

void Bookmarks::close()
{
    m_naming = m_editing = false;
    Q_EMIT changed();
}

void Bookmarks::add(const QString &name)
{
    const QString line = name.simplified();
    if (!line.isEmpty() && m_store->apply({tr("Bookmark “%1”").arg(line), {present({}, line)}}))
        close();
}

void Bookmarks::rename(int row, const QString &name)
{
    const QString line = name.simplified();
    const Bookmark *bookmark = at(row);
    if (!bookmark || line.isEmpty() || line == bookmark->name)
        return;
    Bookmark renamed = *bookmark;
    renamed.name = line;
    m_store->apply({tr("Rename the bookmark “%1” to “%2”").arg(bookmark->name, line), {renamed}});
}

void Bookmarks::update(int row)
{
    if (const Bookmark *bookmark = at(row))
        m_store->apply({tr("Update the bookmark “%1”").arg(bookmark->name), {present(bookmark->id, bookmark->name)}});
}

void Bookmarks::remove(int row)
{
    if (const Bookmark *bookmark = at(row))
        m_store->apply({tr("Remove the bookmark “%1”").arg(bookmark->name), {RemoveBookmark{bookmark->id}}});
}

void Bookmarks::go(int row)
{
    const Bookmark *bookmark = at(row);
    if (!bookmark)
        return;
    Q_EMIT viewRequested(viewFrom(bookmark->view));
    m_incidents->setFilter(bookmark->filter);
    m_camera->go(bookmark->centre, bookmark->zoom);
}

} // namespace dateline
