#include "ui/incidentdraft.h"

#include "map/scene.h"
#include "map/viewport.h"
#include "reading/readdocument.h"
#include "ui/wording.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

IncidentDraft::IncidentDraft(CaseStore *store, Places *places, ReaderModel *reader, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_places(places)
    , m_reader(reader)
{
}

void IncidentDraft::start()
{
    m_incident = {};
    m_quote.reset();
    m_found.clear();
    m_query.clear();
    m_when.clear();
    m_zone.clear();
    m_problem.clear();
    m_picking = false;
    m_open = m_store->current() != nullptr;
    Q_EMIT changed();
}

void IncidentDraft::startFromWords(int row, int begin, int end)
{
    const Document &document = m_reader->document();
    Result<Quote> quote = quoteFrom(document.id, document.text, m_reader->documentSpan(row, begin, end));
    if (!quote)
        return m_store->tell(quote.error());
    start();
    m_quote = std::move(*quote);
    if (document.published)
        m_zone = document.published->zone;
    Q_EMIT changed();
}

void IncidentDraft::setPicking(bool picking)
{
    m_picking = picking && m_open;
    Q_EMIT changed();
}

void IncidentDraft::setTitle(const QString &title)
{
    m_incident.title = title;
    m_problem.clear();
    Q_EMIT changed();
}

void IncidentDraft::setKind(int kind)
{
    m_incident.kind = static_cast<Kind>(std::clamp(kind, 0, kindCount - 1));
    Q_EMIT changed();
}

void IncidentDraft::setWhen(const QString &when)
{
    m_when = when;
    m_problem.clear();
    Q_EMIT changed();
}

void IncidentDraft::setZone(const QString &zone)
{
    m_zone = zone;
    m_problem.clear();
    Q_EMIT changed();
}

void IncidentDraft::setNotes(const QString &notes)
{
    m_incident.notes = notes;
    Q_EMIT changed();
}

void IncidentDraft::setSpeaker(const QString &speaker)
{
    if (m_quote)
        m_quote->speaker = speaker;
    Q_EMIT changed();
}

void IncidentDraft::setPlaceQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    lookUp();
    Q_EMIT changed();
}

void IncidentDraft::lookUp()
{
    m_found.clear();
    if (m_query.trimmed().size() < 2)
        return;
    const Result<std::shared_ptr<const Gazetteer>> gazetteer = m_places->gazetteer();
    if (!gazetteer)
        return m_store->tell(gazetteer.error());
    constexpr int most = 6;
    m_found = (*gazetteer)->lookUp(m_query.trimmed(), most, true);
}

QStringList IncidentDraft::placeNames() const
{
    QStringList names;
    for (const PlaceMatch::Candidate &candidate : m_found) {
        QStringList parts{candidate.place.name};
        for (const QString &part : {candidate.place.kind, candidate.place.province, candidate.place.country}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        names.append(parts.join(tr(" · ")));
    }
    return names;
}

void IncidentDraft::takePlace(int row)
{
    const Result<std::shared_ptr<const Gazetteer>> gazetteer = m_places->gazetteer();
    if (row < 0 || static_cast<std::size_t>(row) >= m_found.size() || !gazetteer)
        return;
    const Place place = m_found[static_cast<std::size_t>(row)].place;
    m_incident.where = (*gazetteer)->whereOf(place, false);
    m_query.clear();
    m_found.clear();
    Q_EMIT changed();
}

void IncidentDraft::pick(double longitude, double latitude, double zoom)
{
    // A click is no better than the map's scale: the place is known to about a mark's radius.
    const LonLat position{longitude, latitude};
    const double metresPerPixel = Viewport::webMercator(position, zoom, {1, 1}).metresPerPixelAt({0.5, 0.5});
    const double radius = std::max(metresPerPixel * markDiameterPx / 2, 50.0);
    const double step = std::pow(10, std::floor(std::log10(radius)));
    Where where;
    where.geometry = pointGeometry(position);
    where.precision = LocationPrecision::Near;
    where.radiusMetres = std::ceil(radius / step) * step;
    where.place = coordinatesText(position);
    m_incident.where = where;
    m_picking = false;
    Q_EMIT changed();
}

QString IncidentDraft::where() const
{
    if (!m_incident.where)
        return tr("No place yet");
    return tr("%1 (%2)").arg(whereText(m_incident.where), locationPrecisionText(m_incident.where));
}

void IncidentDraft::confirm()
{
    m_problem.clear();
    m_incident.title = m_incident.title.trimmed();
    m_incident.when.reset();
    if (m_incident.title.isEmpty())
        m_problem = tr("An incident needs a title");
    if (!m_when.trimmed().isEmpty()) {
        if (const Result<WrittenTime> time = writtenTimeFrom(m_when.trimmed(), m_zone.trimmed()))
            m_incident.when = When{spanOf(*time), m_zone.trimmed(), {}};
        else
            m_problem = time.error().message;
    }
    if (!m_problem.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    m_incident.id = IncidentId{-1};
    Change change{tr("Add “%1”").arg(m_incident.title), {}};
    change.edits.emplace_back(m_incident);
    if (m_quote) {
        m_quote->id = QuoteId{-1};
        change.edits.emplace_back(*m_quote);
        change.edits.emplace_back(Claim{ClaimId{}, m_incident.id, m_quote->id, Stance::Reports});
    }
    const std::optional<Changed> done = m_store->apply(change);
    if (!done)
        return;
    cancel();
    if (!done->incidents.empty())
        Q_EMIT added(numberOf(done->incidents.front()));
}

void IncidentDraft::cancel()
{
    m_open = false;
    m_picking = false;
    Q_EMIT changed();
}

} // namespace dateline
