#include "figure/groups.h"

#include "domain/names.h"
#include "figure/groupkeys.h"
#include "figure/shown.h"

#include <algorithm>
#include <map>
#include <set>

namespace dateline
{

namespace
{

/// Who says what of an incident: a speaker gainsays it with any word that does.
std::map<QString, std::pair<QString, Stance>> sidesOf(const std::vector<const FigureWords *> &words,
                                                      const FigureContent &content)
{
    std::map<QString, std::pair<QString, Stance>> sides;
    for (const FigureWords *quote : words) {
        const QString name = reporterOf(*quote, content);
        const auto [side, isNew] = sides.try_emplace(foldedName(name), name, quote->stance);
        side->second.second = std::max(side->second.second, quote->stance);
    }
    return sides;
}
static_assert(Stance::Reports < Stance::Disputes && Stance::Disputes < Stance::Denies);

/// Puts incidents, which come in any order, into groups.
class Grouper
{
public:
    Grouper(const FigureSpec &spec, GroupBy by)
        : m_spec(spec)
        , m_by(by)
    {
        if (by != GroupBy::Split && by != GroupBy::Known)
            return;
        const std::size_t count = spec.instants.size() + (by == GroupBy::Split && !spec.instants.empty() ? 1 : 0);
        for (std::size_t i = 0; i < count; ++i)
            groupWith({false, static_cast<qint64>(i), {}});
    }

    void add(IncidentId id, const Facts &facts)
    {
        eachKey(facts, m_by, m_spec.instants, [&](const GroupKey &key) { groupWith(key).incidents.push_back(id); });
    }

    /// Puts @p id into the group of @p name; of those whose name is not known where that is empty.
    FigureGroup &addNamed(IncidentId id, const QString &name)
    {
        FigureGroup &group = groupWith({name.isEmpty(), 0, foldedName(name)}, name);
        group.incidents.push_back(id);
        return group;
    }

    void addSide(IncidentId id, const QString &name, Stance stance)
    {
        FigureGroup &group = addNamed(id, name);
        if (stance == Stance::Denies)
            group.denied.push_back(id);
        else if (stance == Stance::Disputes)
            group.disputed.push_back(id);
    }

    /// A group of its own.
    void addAlone(const Incident &incident)
    {
        const qint64 begin = incident.when ? incident.when->span.begin.time_since_epoch().count() : 0;
        FigureGroup &group = m_groups[{GroupKey{!incident.when, begin, incident.title}, incident.id}];
        group.name = incident.title.isEmpty() ? termOf(incident.kind) : incident.title;
        group.incidents = {incident.id};
    }

    std::vector<FigureGroup> take()
    {
        std::vector<FigureGroup> ordered;
        ordered.reserve(m_groups.size());
        for (auto &[key, group] : m_groups) {
            for (std::vector<IncidentId> *ids : {&group.incidents, &group.disputed, &group.denied}) {
                std::ranges::sort(*ids);
                ids->erase(std::ranges::unique(*ids).begin(), ids->end());
            }
            ordered.push_back(std::move(group));
        }
        return ordered;
    }

private:
    FigureGroup &groupWith(const GroupKey &key, const QString &name = {})
    {
        if (key == m_last.first && m_last.second != nullptr) // Neighbours are often of one group.
            return *m_last.second;
        const auto [group, isNew] = m_groups.try_emplace({key, IncidentId{}});
        if (isNew) {
            group->second.name = name.isEmpty() ? nameOf(key, m_by, m_spec.instants) : name;
            group->second.isUnknown = key.isUnknown;
        }
        m_last = {key, &group->second};
        return group->second;
    }

    const FigureSpec &m_spec;
    GroupBy m_by;
    std::map<std::pair<GroupKey, IncidentId>, FigureGroup> m_groups;
    std::pair<GroupKey, FigureGroup *> m_last{{}, nullptr};
};

std::vector<FigureGroup> groupsOfRows(const FigureContent &content, const FigureSpec &spec, GroupBy by)
{
    const IncidentTable &table = *content.table;
    Grouper grouper(spec, by);
    const bool byNames = by == GroupBy::Province || by == GroupBy::Party || by == GroupBy::Speaker;
    std::vector<bool> isNamed(byNames ? table.size() : 0);
    for (const NamedIncidents &named : byNames ? content.named : std::vector<NamedIncidents>()) {
        for (const IncidentId id : named.incidents) {
            const std::optional<std::uint32_t> row = table.rowOf(id);
            if (!row || !table.shows(*row))
                continue;
            isNamed[*row] = true;
            grouper.addSide(id, named.name, named.stance);
        }
    }
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!table.shows(row))
            continue;
        const IncidentId id{table.columns().id[row]};
        if (!byNames)
            grouper.add(id, factsOf(table, row));
        else if (!isNamed[row])
            grouper.addNamed(id, {});
    }
    return grouper.take();
}

} // namespace

std::vector<FigureGroup> mappedOf(const std::vector<FigureGroup> &groups, const FigureContent &content, GroupBy by)
{
    const bool byInstants = by == GroupBy::Split || by == GroupBy::Known;
    std::set<IncidentId> placed;
    for (const SceneIncident &row : content.incidents) {
        if (row.incident.where)
            placed.insert(row.incident.id);
    }
    const auto isPlaced = [&](IncidentId id) {
        const auto row = content.asSquares ? content.table->rowOf(id) : std::nullopt;
        return row ? content.table->columns().has(*row, IncidentColumns::HasPlace) : placed.contains(id);
    };
    std::vector<FigureGroup> mapped = groups;
    std::erase_if(mapped, [&](const FigureGroup &group) {
        return (!byInstants || group.isUnknown) && std::ranges::none_of(group.incidents, isPlaced);
    });
    return mapped.empty() ? groups : mapped;
}

std::vector<IncidentId> countedOf(const FigureGroup &group)
{
    const auto gainsays = [&group](IncidentId id) {
        return std::ranges::binary_search(group.disputed, id) || std::ranges::binary_search(group.denied, id);
    };
    std::vector<IncidentId> counted = group.incidents;
    std::erase_if(counted, gainsays);
    return counted;
}

std::vector<FigureGroup> groupsOf(const FigureContent &content, const FigureSpec &spec, GroupBy by)
{
    if ((by == GroupBy::Split || by == GroupBy::Known) && spec.instants.empty())
        return {};
    if (content.asSquares)
        return groupsOfRows(content, spec, by);
    Grouper grouper(spec, by);
    const WordsByIncident words = by == GroupBy::Speaker ? wordsByIncident(content) : WordsByIncident();
    for (const SceneIncident &row : content.incidents) {
        if (!isShown(row, spec.filter))
            continue;
        const Incident &incident = row.incident;
        switch (by) {
        case GroupBy::Incident: grouper.addAlone(incident); break;
        case GroupBy::Province:
            grouper.addNamed(incident.id, incident.where ? incident.where->province : QString());
            break;
        case GroupBy::Party:
            for (const QString &actor : incident.actors)
                grouper.addNamed(incident.id, actor);
            if (incident.actors.isEmpty())
                grouper.addNamed(incident.id, {});
            break;
        case GroupBy::Speaker:
            if (const auto found = words.find(incident.id); found != words.end()) {
                for (const auto &[key, side] : sidesOf(found->second, content))
                    grouper.addSide(incident.id, side.first, side.second);
            } else {
                grouper.addNamed(incident.id, {});
            }
            break;
        default: grouper.add(incident.id, factsOf(incident, content.table.get()));
        }
    }
    return grouper.take();
}

} // namespace dateline
