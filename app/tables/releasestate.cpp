#include "tables/releasestate.h"

#include "casefile/celltexts.h"
#include "casefile/geometryblob.h"
#include "tables/cells.h"

#include <QHashFunctions>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <bit>
#include <set>

namespace dateline
{

namespace
{

constexpr char fieldEnd = '\x1f';

void addText(std::string &to, std::string_view text)
{
    to.append(text).push_back(fieldEnd);
}

void addNumber(std::string &to, double number)
{
    const auto bytes = std::bit_cast<std::array<char, sizeof(double)>>(number + 0.0); // −0 is 0.
    to.append(bytes.data(), bytes.size());
}

void addPoint(std::string &to, LonLat point)
{
    to.push_back('p');
    addNumber(to, point.lon);
    addNumber(to, point.lat);
}

void addGeometry(std::string &to, const Geometry &geometry)
{
    if (geometry.parts.empty())
        return;
    if (geometry.type == Geometry::Type::Point)
        addPoint(to, geometry.parts.front().front());
    else
        to.append(viewOf(blobFromGeometry(geometry)));
}

void addTime(std::string &to, const TimeSpan &span)
{
    addText(to, IsoTime(span.begin).text());
    addText(to, IsoTime(span.end).text());
    addText(to, keys().timePrecision[span.precision]);
}

std::vector<QByteArray> utf8Of(const QStringList &texts)
{
    std::vector<QByteArray> all;
    for (const QString &text : texts)
        all.push_back(text.toUtf8());
    return all;
}

std::vector<std::string_view> viewsOf(const std::vector<QByteArray> &texts)
{
    std::vector<std::string_view> views;
    for (const QByteArray &text : texts)
        views.push_back(viewOf(text));
    return views;
}

std::uint64_t hashOfBytes(std::string_view bytes, std::uint64_t seed)
{
    return qHashBits(bytes.data(), bytes.size(), seed);
}

QJsonObject objectOf(std::string_view json)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).object();
}

/// Lists of sources come in another order from one download to the next.
bool saysTheSame(const QString &one, const QString &other)
{
    if (one == other)
        return true;
    if (one.size() != other.size() || !one.contains(u';'))
        return false;
    const auto sorted = [](const QString &text) {
        QStringList parts;
        for (const QString &part : text.split(u';'))
            parts.append(part.trimmed());
        parts.sort();
        return parts;
    };
    return sorted(one) == sorted(other);
}

} // namespace

std::string &ReleaseState::clear(RowField field)
{
    std::string &bytes = m_fields[static_cast<std::size_t>(field)];
    bytes.clear();
    return bytes;
}

void ReleaseState::read(const StoredIncident &incident)
{
    clear(RowField::Title) = incident.title;
    std::string &kind = clear(RowField::Kind);
    addText(kind, incident.kind);
    addText(kind, incident.subKind);
    clear(RowField::Actors) = incident.actors;
    std::string &time = clear(RowField::Time);
    if (!incident.begin.empty()) {
        for (const std::string_view text :
             {incident.begin, incident.end, incident.timePrecision, incident.zone, incident.timeAsWritten})
            addText(time, text);
    }
    std::string &place = clear(RowField::Place);
    if (!incident.placePrecision.empty()) {
        for (const std::string_view text :
             {incident.placePrecision, incident.place, incident.province, incident.country, incident.placeAsWritten})
            addText(place, text);
        addNumber(place, incident.radiusMetres);
        if (incident.point)
            addPoint(place, *incident.point);
        else
            place.append(incident.shape);
    }
    clear(RowField::Losses) = incident.losses;
    clear(RowField::Tags) = incident.tags;
    clear(RowField::Notes) = incident.notes;
    clear(RowField::Attributes) = incident.attributes;
}

void ReleaseState::read(const IncidentRow &row)
{
    clear(RowField::Title) = plain(row.title);
    std::string &kind = clear(RowField::Kind);
    addText(kind, keys().kind[row.kind]);
    addText(kind, row.subKind ? keys().subKind[*row.subKind] : std::string_view());
    writeList(m_json, row.actors);
    clear(RowField::Actors) = m_json;
    std::string &time = clear(RowField::Time);
    if (row.time) {
        addTime(time, *row.time);
        addText(time, plain(row.zone));
        addText(time, plain(row.timeAsWritten));
    }
    std::string &place = clear(RowField::Place);
    if (row.precision) {
        addText(place, keys().locationPrecision[*row.precision]);
        for (const std::string_view text : {row.place, row.province, row.country, row.placeAsWritten})
            addText(place, plain(text));
        addNumber(place, row.radiusMetres);
        if (row.geometry)
            addGeometry(place, *row.geometry);
        else if (row.point)
            addPoint(place, *row.point);
    }
    writeLosses(m_json, row.losses);
    clear(RowField::Losses) = m_json;
    writeList(m_json, row.tags);
    clear(RowField::Tags) = m_json;
    clear(RowField::Notes) = plain(row.notes);
    clear(RowField::Attributes) = plain(row.attributes);
}

void ReleaseState::read(const Incident &incident)
{
    clear(RowField::Title) = incident.title.toStdString();
    std::string &kind = clear(RowField::Kind);
    addText(kind, keys().kind[incident.kind]);
    addText(kind, incident.subKind ? keys().subKind[*incident.subKind] : std::string_view());
    const std::vector<QByteArray> actors = utf8Of(incident.actors);
    writeList(m_json, viewsOf(actors));
    clear(RowField::Actors) = m_json;
    std::string &time = clear(RowField::Time);
    if (incident.when) {
        addTime(time, incident.when->span);
        addText(time, incident.when->zone.toStdString());
        addText(time, incident.when->asWritten.toStdString());
    }
    std::string &place = clear(RowField::Place);
    if (incident.where) {
        const Where &where = *incident.where;
        addText(place, keys().locationPrecision[where.precision]);
        for (const QString &text : {where.place, where.province, where.country, where.asWritten})
            addText(place, text.toStdString());
        addNumber(place, where.radiusMetres);
        addGeometry(place, where.geometry);
    }
    std::vector<QByteArray> names;
    std::vector<LossRow> losses;
    for (const Loss &loss : incident.losses) {
        names.push_back(loss.ofWhom.toUtf8());
        names.push_back(loss.reportedBy.toUtf8());
    }
    for (std::size_t i = 0; i < incident.losses.size(); ++i) {
        const Loss &loss = incident.losses[i];
        losses.push_back({loss.kind, loss.low, loss.high, viewOf(names[2 * i]), viewOf(names[2 * i + 1]), loss.best});
    }
    writeLosses(m_json, losses);
    clear(RowField::Losses) = m_json;
    const std::vector<QByteArray> tags = utf8Of(incident.tags);
    writeList(m_json, viewsOf(tags));
    clear(RowField::Tags) = m_json;
    clear(RowField::Notes) = incident.notes.toStdString();
    clear(RowField::Attributes) = incident.attributes.toStdString();
}

std::uint64_t ReleaseState::hash() const
{
    std::uint64_t hash = 0;
    for (const std::string &field : m_fields)
        hash = hashOfBytes(field, hash + 1);
    return hash;
}

std::uint64_t hashOfWords(std::string_view publisher, std::string_view words)
{
    return hashOfBytes(words, hashOfBytes(publisher, 0));
}

std::string dataSetIn(std::string_view attributes)
{
    // As an import writes them, it comes first.
    constexpr std::string_view begin = "{\"data_set\":\"";
    if (attributes.starts_with(begin)) {
        const std::string_view name = attributes.substr(begin.size());
        const std::size_t end = name.find_first_of("\"\\");
        if (end != std::string_view::npos && name[end] == '"')
            return std::string(name.substr(0, end));
    }
    return attributes.contains("data_set") ? objectOf(attributes)[u"data_set"].toString().toStdString() : std::string();
}

QStringList differingAttributes(std::string_view ours, std::string_view theirs,
                                std::span<const std::string_view> passedOver)
{
    if (ours == theirs)
        return {};
    const QJsonObject one = objectOf(ours);
    const QJsonObject other = objectOf(theirs);
    QStringList names = one.keys() + other.keys();
    names.sort();
    names.removeDuplicates();
    names.removeIf([&](const QString &name) {
        return std::ranges::contains(passedOver, std::string_view(smallLetters(name.toStdString())))
            || saysTheSame(one[name].toString(), other[name].toString());
    });
    return names;
}

} // namespace dateline
