#include "tables/releasediff.h"

#include "casefile/geometryblob.h"
#include "geo/geodesy.h"
#include "tables/cells.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dateline
{

namespace
{

void set(ReleaseRow &row, ReleaseGroup group)
{
    row.groups.set(static_cast<std::size_t>(group));
}

bool sets(ReleaseRow &row, RowField field)
{
    row.fields.set(static_cast<std::size_t>(field));
    return true;
}

std::optional<LonLat> anchorOfStored(const StoredIncident &incident)
{
    if (incident.point || incident.shape.empty())
        return incident.point;
    const std::optional<Geometry> shape = geometryFromBlob(incident.shape);
    return shape ? anchorOf(Where{.geometry = *shape}) : std::nullopt;
}

QStringList listIn(std::string_view json)
{
    QStringList list;
    for (const QJsonValue text : QJsonDocument::fromJson(QByteArray(json)).array())
        list.append(text.toString());
    return list;
}

/// @p ours with what the data set has added since @p base, and without what it has dropped.
QStringList mergedTags(const QStringList &ours, const QStringList &base, const QStringList &theirs)
{
    QStringList tags = ours;
    tags.removeIf([&](const QString &tag) { return base.contains(tag) && !theirs.contains(tag); });
    for (const QString &tag : theirs) {
        if (!base.contains(tag) && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

/// Columns whose attributes tell nothing that @p row does not tell already.
std::vector<std::string_view> columnsPassedOver(const Layout &layout, const ReleaseRow &row)
{
    std::vector<std::string_view> names(layout.stamps.begin(), layout.stamps.end());
    for (const LayoutColumn &column : layout.columns) {
        const bool isCount =
            column.role == Role::Killed || column.role == Role::KilledLow || column.role == Role::KilledHigh;
        if (isCount && row.has(ReleaseGroup::Recounted))
            names.push_back(column.name);
    }
    return names;
}

} // namespace

ReleaseDiff::ReleaseDiff(const ReleaseSet &set, std::unordered_map<std::int64_t, std::string> publishers,
                         const std::unordered_map<std::int64_t, std::vector<std::string>> &takenAway)
    : m_set(set)
    , m_publishers(std::move(publishers))
    , m_takenAway(takenAway)
{
}

std::uint64_t ReleaseDiff::hashOfQuotes(const StoredIncident &incident) const
{
    std::uint64_t sum = 0;
    for (const StoredQuote &quote : incident.quotes) {
        if (const auto found = m_publishers.find(numberOf(quote.document)); found != m_publishers.end())
            sum += hashOfWords(found->second, quote.exact);
    }
    return sum;
}

void ReleaseDiff::findWords(const StoredIncident &ours, const KeptRow &theirs, ReleaseRow &row) const
{
    constexpr std::size_t lastBit = 63;
    const auto takenAway = m_takenAway.find(numberOf(ours.id));
    for (std::size_t i = 0; i < theirs.words.size(); ++i) {
        const auto &[publisher, words] = theirs.words[i];
        const bool isHere = std::ranges::any_of(ours.quotes, [&](const StoredQuote &quote) {
            const auto found = m_publishers.find(numberOf(quote.document));
            return found != m_publishers.end() && found->second == publisher && quote.exact == words;
        });
        if (!isHere && (takenAway == m_takenAway.end() || !std::ranges::contains(takenAway->second, words)))
            row.quotes |= std::uint64_t{1} << std::min(i, lastBit);
    }
    if (row.quotes != 0)
        set(row, ReleaseGroup::Reworded);
}

/// What people have changed stays, unless the data set has changed it too: then it is theirs to say.
void ReleaseDiff::findField(RowField field, ReleaseGroup group, const Incident *base, ReleaseRow &row) const
{
    const std::string_view theirs = m_theirs.of(field);
    if (theirs == m_ours.of(field) || (base && theirs == m_base.of(field)))
        return;
    sets(row, field);
    set(row, group);
    if (base && m_ours.of(field) != m_base.of(field))
        set(row, ReleaseGroup::Both);
}

std::optional<ReleaseRow> ReleaseDiff::difference(const StoredIncident &ours, const KeptRow &theirs,
                                                  const Incident *base, std::optional<QStringList> &tags)
{
    m_ours.read(ours);
    m_theirs.read(theirs.incident);
    if (base)
        m_base.read(*base);
    ReleaseRow row;
    row.incident = ours.id;
    row.id = ours.dataSetId;
    findField(RowField::Place, ReleaseGroup::Moved, base, row);
    findField(RowField::Time, ReleaseGroup::Redated, base, row);
    findField(RowField::Losses, ReleaseGroup::Recounted, base, row);
    findField(RowField::Kind, ReleaseGroup::Reclassified, base, row);
    findField(RowField::Actors, ReleaseGroup::Reclassified, base, row);
    findField(RowField::Notes, ReleaseGroup::Reworded, base, row);
    if (m_set.withSources)
        findWords(ours, theirs, row);
    const QStringList attributes =
        differingAttributes(ours.attributes, m_theirs.of(RowField::Attributes), columnsPassedOver(*m_set.layout, row));
    if (!attributes.isEmpty())
        set(row, ReleaseGroup::Other);
    const QStringList before = listIn(ours.tags);
    if (const QStringList merged = mergedTags(before, base ? base->tags : before, theirs.incident.tags);
        merged != before) {
        sets(row, RowField::Tags);
        set(row, ReleaseGroup::Other);
        tags = merged;
    }
    // A title is made from what else changed, unless people have given one of their own.
    if (m_ours.of(RowField::Title) != m_theirs.of(RowField::Title)
        && (!base || m_ours.of(RowField::Title) == m_base.of(RowField::Title))) {
        sets(row, RowField::Title);
        if (row.groups.none())
            set(row, ReleaseGroup::Other);
    }
    if (row.groups.none())
        return std::nullopt;
    if (m_ours.of(RowField::Attributes) != m_theirs.of(RowField::Attributes))
        sets(row, RowField::Attributes);
    if (row.has(ReleaseGroup::Moved)) {
        row.before = anchorOfStored(ours);
        row.after = theirs.incident.where ? anchorOf(*theirs.incident.where) : std::nullopt;
        if (row.before && row.after)
            row.metres = distanceMetres(*row.before, *row.after);
    }
    tellDifference(row, ours, theirs, attributes);
    return row;
}

} // namespace dateline
