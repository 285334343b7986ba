#include "ui/incidentdraft.h"

#include "sources/writtentime.h"
#include "ui/pickedplace.h"
#include "ui/wording.h"

#include <algorithm>

namespace dateline
{

namespace
{

constexpr int precisionCount = 5;

std::vector<SubKind> subKindsOf(Kind kind)
{
    std::vector<SubKind> all;
    for (int subKind = 0; subKind < subKindCount; ++subKind) {
        if (kindOf(static_cast<SubKind>(subKind)) == kind)
            all.push_back(static_cast<SubKind>(subKind));
    }
    return all;
}

} // namespace

IncidentDraft::IncidentDraft(CaseStore *store, Places *places, ReaderModel *reader, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_places(places)
    , m_reader(reader)
{
}

void IncidentDraft::fillIn(const Incident &incident)
{
    m_incident = incident;
    m_losses.setLosses(incident.losses);
    m_actors = incident.actors.join(u'\n');
    m_tags = incident.tags.join(tr(", "));
    m_when = whenInputText(incident.when);
    m_zone = incident.when ? incident.when->zone : QString();
}

void IncidentDraft::edit(qint64 incident)
{
    if (!m_store->current())
        return;
    Result<Incident> original = m_store->current()->incident(IncidentId{incident});
    if (!original)
        return m_store->tell(original.error());
    start();
    fillIn(*original);
    m_original = std::move(*original);
    Q_EMIT changed();
}

void IncidentDraft::start()
{
    fillIn({});
    m_original.reset();
    m_quote.reset();
    m_written.reset();
    m_found.clear();
    m_query.clear();
    m_problem.clear();
    m_picking = false;
    m_open = m_store->current() != nullptr;
    Q_EMIT changed();
}

void IncidentDraft::startFromWords(int row, int begin, int end)
{
    startFrom(m_reader->documentSpan(row, begin, end), {});
}

void IncidentDraft::startFrom(TextSpan words, const QString &speaker)
{
    const Document &document = m_reader->document();
    Result<Quote> quote = quoteFrom(document.id, document.text, words);
    if (!quote)
        return m_store->tell(quote.error());
    start();
    m_quote = std::move(*quote);
    m_quote->speaker = speaker;
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
    if (m_incident.subKind && kindOf(*m_incident.subKind) != m_incident.kind)
        m_incident.subKind.reset();
    Q_EMIT changed();
}

QStringList IncidentDraft::subKindNames() const
{
    QStringList names{tr("Not stated")};
    for (const SubKind subKind : subKindsOf(m_incident.kind))
        names.append(termOf(subKind));
    return names;
}

int IncidentDraft::subKind() const
{
    const std::vector<SubKind> all = subKindsOf(m_incident.kind);
    const auto found = m_incident.subKind ? std::ranges::find(all, *m_incident.subKind) : all.end();
    return found == all.end() ? 0 : static_cast<int>(found - all.begin()) + 1;
}

void IncidentDraft::setSubKind(int subKind)
{
    const std::vector<SubKind> all = subKindsOf(m_incident.kind);
    m_incident.subKind.reset();
    if (subKind > 0 && static_cast<std::size_t>(subKind) <= all.size())
        m_incident.subKind = all[static_cast<std::size_t>(subKind) - 1];
    Q_EMIT changed();
}

void IncidentDraft::setActors(const QString &actors)
{
    m_actors = actors;
    Q_EMIT changed();
}

void IncidentDraft::setTags(const QString &tags)
{
    m_tags = tags;
    Q_EMIT changed();
}

void IncidentDraft::setSensitive(bool sensitive)
{
    m_incident.sensitive = sensitive;
    Q_EMIT changed();
}

void IncidentDraft::setGraphic(bool graphic)
{
    m_incident.graphic = graphic;
    Q_EMIT changed();
}

int IncidentDraft::precision() const
{
    return m_incident.where ? static_cast<int>(m_incident.where->precision) : 0;
}

void IncidentDraft::setPrecision(int precision)
{
    if (!m_incident.where)
        return;
    m_incident.where->precision = static_cast<LocationPrecision>(std::clamp(precision, 0, precisionCount - 1));
    if (m_incident.where->precision == LocationPrecision::Exact)
        m_incident.where->radiusMetres = 0;
    Q_EMIT changed();
}

QStringList IncidentDraft::precisionNames() const
{
    QStringList names;
    for (int precision = 0; precision < precisionCount; ++precision)
        names.append(precisionName(static_cast<LocationPrecision>(precision)));
    return names;
}

void IncidentDraft::setWhere(Where where)
{
    // The words of the place are the source's, wherever it is taken to lie.
    where.asWritten = m_incident.where ? m_incident.where->asWritten : QString();
    m_incident.where = std::move(where);
}

void IncidentDraft::removePlace()
{
    m_incident.where.reset();
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
    const Result<CoordinateReading> coordinates = coordinatesFrom(m_query);
    m_written = coordinates ? std::optional(*coordinates) : std::nullopt;
    // What is nearly coordinates is told why it is none.
    const bool isNearly = !coordinates && coordinates.error().kind != Error::Kind::NotFound;
    m_problem = isNearly ? coordinates.error().message : QString();
    if (m_written || m_query.trimmed().size() < 2)
        return;
    const Result<std::shared_ptr<const Gazetteer>> gazetteer = m_places->gazetteer();
    if (!gazetteer)
        return m_store->tell(gazetteer.error());
    constexpr int most = 6;
    m_found = (*gazetteer)->lookUp(m_query.trimmed(), most, true);
}

QStringList IncidentDraft::placeNames() const
{
    if (m_written) {
        const Where where = writtenPlace(*m_written);
        return {inOneLine({where.place, locationPrecisionText(where)})};
    }
    QStringList names;
    for (const PlaceMatch::Candidate &candidate : m_found) {
        const Place &place = candidate.place;
        names.append(inOneLine({place.name, place.kind, place.province, place.country}));
    }
    return names;
}

void IncidentDraft::takePlace(int row)
{
    if (m_written && row == 0) {
        setWhere(writtenPlace(*m_written));
        m_query.clear();
        m_written.reset();
        Q_EMIT changed();
        return;
    }
    const Result<std::shared_ptr<const Gazetteer>> gazetteer = m_places->gazetteer();
    if (row < 0 || static_cast<std::size_t>(row) >= m_found.size() || !gazetteer)
        return;
    const Place place = m_found[static_cast<std::size_t>(row)].place;
    take((*gazetteer)->whereOf(place, false));
}

void IncidentDraft::take(const Where &where)
{
    if (!m_open)
        return;
    setWhere(where);
    m_query.clear();
    m_found.clear();
    Q_EMIT changed();
}

void IncidentDraft::pick(double longitude, double latitude, double zoom)
{
    setWhere(pickedPlace({longitude, latitude}, zoom));
    m_picking = false;
    Q_EMIT changed();
}

QString IncidentDraft::where() const
{
    if (!m_incident.where)
        return tr("No place yet");
    return tr("%1 (%2)").arg(whereText(m_incident.where), locationPrecisionText(m_incident.where));
}

Result<std::optional<When>> IncidentDraft::enteredWhen() const
{
    std::optional<When> before = m_original ? m_original->when : std::nullopt;
    const QString zone = m_zone.trimmed();
    // Left as it was, a time keeps what the form cannot say: a week, a part of the day.
    if (before && m_when.trimmed() == whenInputText(before) && zone == before->zone)
        return before;
    if (m_when.trimmed().isEmpty())
        return std::optional<When>();
    const Result<WrittenTime> time = writtenTimeFrom(m_when.trimmed(), zone);
    if (!time)
        return std::unexpected(time.error());
    return When{spanOf(*time), zone, before ? before->asWritten : QString()};
}

Result<Incident> IncidentDraft::entered() const
{
    Incident incident = m_incident;
    incident.title = incident.title.simplified();
    if (incident.title.isEmpty())
        return failure(Error::Kind::Malformed, tr("An incident needs a title"));
    Result<std::optional<When>> when = enteredWhen();
    if (!when)
        return std::unexpected(when.error());
    Result<std::vector<Loss>> losses = m_losses.losses();
    if (!losses)
        return std::unexpected(losses.error());
    const auto listFrom = [](const QString &text, QChar between) {
        QStringList list;
        for (const QString &item : text.split(between)) {
            if (!item.trimmed().isEmpty())
                list.append(item.simplified());
        }
        return list;
    };
    incident.when = std::move(*when);
    incident.losses = std::move(*losses);
    incident.actors = listFrom(m_actors, u'\n');
    incident.tags = listFrom(m_tags, u',');
    return incident;
}

void IncidentDraft::confirm()
{
    Result<Incident> incident = entered();
    m_problem = incident ? QString() : incident.error().message;
    if (!incident) {
        Q_EMIT changed();
        return;
    }
    if (m_original && *incident == *m_original)
        return cancel();
    Change change{(m_original ? tr("Edit “%1”") : tr("Add “%1”")).arg(incident->title), {}};
    if (!m_original)
        incident->id = IncidentId{-1};
    change.edits.emplace_back(*incident);
    if (m_quote) {
        m_quote->id = QuoteId{-1};
        change.edits.emplace_back(*m_quote);
        change.edits.emplace_back(Claim{ClaimId{}, incident->id, m_quote->id, Stance::Reports});
    }
    const bool isNew = !m_original;
    const std::optional<Changed> done = m_store->apply(change);
    if (!done)
        return;
    cancel();
    if (isNew && !done->incidents.empty())
        Q_EMIT added(numberOf(done->incidents.front()));
}

void IncidentDraft::cancel()
{
    m_open = false;
    m_picking = false;
    Q_EMIT changed();
}

} // namespace dateline
