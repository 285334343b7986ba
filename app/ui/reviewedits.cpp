// The parts of the proposal under review, each to correct.
#include "base/zone.h"
#include "sources/writtentime.h"
#include "ui/pickedplace.h"
#include "ui/reviewmodel.h"
#include "ui/wording.h"

#include <algorithm>
#include <iterator>

namespace dateline
{

namespace
{

QString candidateText(const PlaceCandidate &candidate)
{
    return inOneLine({whereText(candidate.where), candidate.where.country, candidate.kind});
}

} // namespace

const Proposal &ReviewModel::shown() const
{
    static const Proposal none;
    return m_current >= 0 ? m_rows[static_cast<std::size_t>(m_current)].proposal : none;
}

void ReviewModel::edit(const Proposal &proposal)
{
    Row &row = m_rows[static_cast<std::size_t>(m_current)];
    row.proposal = proposal;
    m_desk.put(row);
    Q_EMIT dataChanged(index(m_current), index(m_current));
    Q_EMIT currentChanged();
}

void ReviewModel::setTitle(const QString &title)
{
    if (m_current < 0 || title.trimmed().isEmpty() || title.trimmed() == shown().incident.title)
        return;
    Proposal proposal = shown();
    proposal.incident.title = title.trimmed();
    edit(proposal);
}

void ReviewModel::setKind(int kind)
{
    if (m_current < 0 || kind < 0 || kind >= kindCount || static_cast<Kind>(kind) == shown().incident.kind)
        return;
    Proposal proposal = shown();
    proposal.incident.kind = static_cast<Kind>(kind);
    proposal.incident.subKind.reset();
    edit(proposal);
}

QStringList ReviewModel::kindNames() const
{
    QStringList names;
    for (int kind = 0; kind < kindCount; ++kind)
        names.append(kindText(static_cast<Kind>(kind)));
    return names;
}

QString ReviewModel::words() const
{
    return shown().claims.empty() || isHidden() ? QString() : shown().claims.front().quote.exact;
}

QStringList ReviewModel::otherWords() const
{
    QStringList all;
    if (isHidden())
        return all;
    for (std::size_t i = 1; i < shown().claims.size(); ++i) {
        const Quote &quote = shown().claims[i].quote;
        all.append(quote.speaker.isEmpty() ? tr("“%1”").arg(quote.exact)
                                           : tr("%1: “%2”").arg(quote.speaker, quote.exact));
    }
    return all;
}

bool ReviewModel::hides(const Row &row) const
{
    return m_store->current()
        && m_veil->hides(row.proposal.key, m_store->valueOr(m_store->current()->isGraphic(row.document)));
}

bool ReviewModel::isHidden() const
{
    return m_current >= 0 && hides(m_rows[static_cast<std::size_t>(m_current)]);
}

void ReviewModel::showWords()
{
    if (m_current >= 0)
        m_veil->showProposal(shown().key);
}

QString ReviewModel::speaker() const
{
    const bool named = !shown().claims.empty() && !shown().claims.front().quote.speaker.isEmpty();
    return named ? shown().claims.front().quote.speaker : tr("The source itself");
}

QString ReviewModel::when() const
{
    return fullWhenText(shown().incident.when);
}

QString ReviewModel::whenInput() const
{
    const std::optional<When> &when = shown().incident.when;
    if (!when)
        return {};
    const QDateTime local = dateTimeFromUtc(when->span.begin).toTimeZone(zoneOrUtc(when->zone));
    return local.toString(when->span.precision <= TimePrecision::Hour ? QStringLiteral("yyyy-MM-ddTHH:mm")
                                                                      : QStringLiteral("yyyy-MM-dd"));
}

QString ReviewModel::whenWritten() const
{
    const std::optional<When> &when = shown().incident.when;
    return when && !when->asWritten.isEmpty() ? tr("“%1”").arg(when->asWritten) : QString();
}

void ReviewModel::correctWhen(const QString &text)
{
    if (m_current < 0 || text.trimmed() == whenInput())
        return;
    Proposal proposal = shown();
    std::optional<When> &at = proposal.incident.when;
    if (text.trimmed().isEmpty()) {
        at.reset();
        return edit(proposal);
    }
    const QString zone = at ? at->zone : QString();
    const Result<WrittenTime> time = writtenTimeFrom(text.trimmed(), zone);
    if (!time) {
        m_store->tell(time.error());
        Q_EMIT currentChanged();
        return;
    }
    at = When{spanOf(*time), zone, at ? at->asWritten : QString()};
    edit(proposal);
}

QStringList ReviewModel::placeNames() const
{
    QStringList names;
    for (const PlaceCandidate &candidate : shown().places)
        names.append(candidateText(candidate));
    names.append(tr("No place"));
    return names;
}

int ReviewModel::place() const
{
    const std::vector<PlaceCandidate> &places = shown().places;
    const auto at = std::ranges::find_if(places, [this](const PlaceCandidate &candidate) {
        return shown().incident.where && candidate.where.geometry == shown().incident.where->geometry;
    });
    // The incident's own place comes first where the list does not repeat it word by word.
    if (at == places.end())
        return shown().incident.where ? 0 : static_cast<int>(places.size());
    return static_cast<int>(at - places.begin());
}

void ReviewModel::setPlace(int row)
{
    if (m_current < 0 || row < 0 || row == place())
        return;
    Proposal proposal = shown();
    if (static_cast<std::size_t>(row) < proposal.places.size())
        proposal.incident.where = proposal.places[static_cast<std::size_t>(row)].where;
    else
        proposal.incident.where.reset();
    edit(proposal);
}

void ReviewModel::correctPlace(const QString &name)
{
    if (m_current < 0 || name.trimmed().isEmpty())
        return;
    const Result<CoordinateReading> coordinates = coordinatesFrom(name);
    if (coordinates)
        return takePlaces({{writtenPlace(*coordinates), tr("written as coordinates"), 0, {}}});
    if (coordinates.error().kind != Error::Kind::NotFound)
        return m_store->tell(coordinates.error());
    const Result<std::shared_ptr<const Gazetteer>> gazetteer = m_places->gazetteer();
    if (!gazetteer)
        return m_store->tell(gazetteer.error());
    constexpr int most = 6;
    std::vector<PlaceCandidate> found;
    for (const PlaceMatch::Candidate &match : (*gazetteer)->lookUp(name.trimmed(), most, true))
        found.push_back({(*gazetteer)->whereOf(match.place, false), match.place.kind, 0, {}});
    if (found.empty())
        return m_store->tell({Error::Kind::NotFound,
                              tr("No place is known as “%1”; try its name in another language").arg(name.trimmed()),
                              {}});
    takePlaces(std::move(found));
}

void ReviewModel::setPicking(bool picking)
{
    if (picking == m_picking || (picking && m_current < 0))
        return;
    m_picking = picking;
    Q_EMIT currentChanged();
}

void ReviewModel::pick(double longitude, double latitude, double zoom)
{
    if (m_current < 0 || !m_picking)
        return;
    m_picking = false;
    takePlaces({{pickedPlace({longitude, latitude}, zoom), tr("picked on the map"), 0, {}}});
}

// The words of the place are the source's, wherever it is taken to lie.
void ReviewModel::takePlaces(std::vector<PlaceCandidate> found)
{
    if (m_current < 0)
        return;
    Proposal proposal = shown();
    std::optional<Where> &where = proposal.incident.where;
    for (PlaceCandidate &candidate : found)
        candidate.where.asWritten = where ? where->asWritten : QString();
    where = found.front().where;
    std::ranges::move(proposal.places, std::back_inserter(found));
    proposal.places = std::move(found);
    edit(proposal);
}

QString ReviewModel::precision() const
{
    return locationPrecisionText(shown().incident.where);
}

} // namespace dateline
