#include "ui/searchmodel.h"

#include "ui/wording.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr int mostOfAGroup = 6;
constexpr int mostLookedUp = 200;

/// A length with two digits that count: 14 m, 1.1 km.
QString roughLength(double metres)
{
    const double step = std::pow(10, std::floor(std::log10(metres)) - 1);
    const double rough = std::round(metres / step) * step;
    const auto text = [](double value) { return QLocale().toString(value, 'g', 4); };
    return rough < 1000 ? SearchModel::tr("%1 m").arg(text(rough)) : SearchModel::tr("%1 km").arg(text(rough / 1000));
}

double zoomFor(const Place &place)
{
    if (place.radiusMetres <= 0)
        return 9;
    return std::clamp(8.0 - std::log2(place.radiusMetres / 50'000), 3.0, 11.0);
}

} // namespace

SearchModel::SearchModel(CaseStore *store, Places *places, Selection *selection, Camera *camera, Veil *veil,
                         QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_places(places)
    , m_selection(selection)
    , m_camera(camera)
    , m_veil(veil)
{
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Hit &hit = m_hits[static_cast<std::size_t>(index.row())];
    switch (role) {
    case GroupRole: return hit.group;
    case Qt::DisplayRole:
    case TitleRole: return hit.title;
    case DetailRole: return hit.detail;
    default: return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return {{GroupRole, "group"}, {TitleRole, "title"}, {DetailRole, "detail"}};
}

void SearchModel::find(const QString &words)
{
    beginResetModel();
    m_hits.clear();
    if (const QString asked = words.simplified(); asked.size() >= 2) {
        const Result<CoordinateReading> coordinates = coordinatesFrom(asked);
        if (coordinates)
            addCoordinates(*coordinates);
        addIncidents(asked);
        addWords(asked);
        addPlaces(asked);
        // Nearly coordinates: why they are none says more than that nothing is found.
        if (m_hits.empty() && !coordinates && coordinates.error().kind != Error::Kind::NotFound)
            m_hits.push_back({tr("Coordinates"), asked, coordinates.error().message, {}, std::nullopt, 0});
    }
    endResetModel();
    Q_EMIT countChanged();
}

void SearchModel::addCoordinates(const CoordinateReading &coordinates)
{
    const double across = 2 * coordinates.halfSizeMetres;
    m_hits.push_back({.group = tr("Coordinates"),
                      .title = coordinateText(coordinates.at, coordinates.format, across),
                      .detail = tr("Go there; to about %1").arg(roughLength(std::max(across, 1.0))),
                      .coordinates = coordinates});
}

void SearchModel::addIncidents(const QString &words)
{
    if (!m_store->current())
        return;
    for (const Incident &incident : m_store->valueOr(m_store->current()->incidentsNamed(words, mostOfAGroup))) {
        m_hits.push_back({tr("Incidents"),
                          incident.title,
                          shortWhenText(incident.when),
                          {.incident = incident.id, .document = {}, .quote = {}, .span = {}},
                          std::nullopt,
                          0});
    }
}

void SearchModel::addWords(const QString &words)
{
    if (!m_store->current())
        return;
    for (const SearchHit &hit : m_store->valueOr(m_store->current()->search(words, mostOfAGroup))) {
        const bool graphic = m_store->valueOr(m_store->current()->isGraphic(hit.document));
        const bool hidden = m_veil->hides(hit.document, graphic);
        m_hits.push_back({tr("Words in sources"),
                          hidden ? tr("Graphic content – open the source to show it") : hit.excerpt.simplified(),
                          hit.documentName,
                          {.incident = {}, .document = hit.document, .quote = {}, .span = hit.span},
                          std::nullopt,
                          0});
    }
}

void SearchModel::addPlaces(const QString &words)
{
    const Result<std::shared_ptr<const Gazetteer>> gazetteer = m_places->gazetteer();
    if (!gazetteer)
        return m_store->tell(gazetteer.error());
    // A place in view is more likely meant than a larger one far away.
    std::vector<PlaceMatch::Candidate> found = (*gazetteer)->lookUp(words, mostLookedUp, true);
    std::ranges::stable_partition(found, [box = m_camera->viewport().box()](const PlaceMatch::Candidate &candidate) {
        return box.contains(candidate.place.position);
    });
    found.resize(std::min<std::size_t>(found.size(), mostOfAGroup));
    for (const PlaceMatch::Candidate &candidate : found) {
        const Place &place = candidate.place;
        m_hits.push_back({tr("Places"),
                          place.name,
                          inOneLine({place.kind, place.province, place.country}),
                          {},
                          place.position,
                          zoomFor(place)});
    }
}

void SearchModel::open(int row)
{
    if (row < 0 || row >= count())
        return;
    const Hit hit = m_hits[static_cast<std::size_t>(row)];
    if (hit.coordinates)
        Q_EMIT coordinatesFound(*hit.coordinates);
    else if (hit.position)
        m_camera->look(*hit.position, hit.zoom);
    else if (hit.stop != Selection::Stop())
        m_selection->go(hit.stop);
}

} // namespace dateline
