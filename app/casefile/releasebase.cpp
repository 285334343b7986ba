#include "casefile/releasebase.h"

#include "casefile/database.h"
#include "casefile/readbeside.h"
#include "casefile/releasenote.h"
#include "casefile/rows.h"
#include "casefile/schema.h"

#include <algorithm>
#include <map>

namespace dateline
{

/// Follows what was done to one incident after the other.
class ReleaseBase::Walk
{
public:
    Walk(ReleaseBase &into, std::set<std::int64_t> releases, std::unordered_map<std::int64_t, std::int64_t> merged)
        : m_into(into)
        , m_releases(std::move(releases))
        , m_merged(std::move(merged))
    {
    }

    /// @p row is that of the history: id, step, action, target, incident, whether before and after are none.
    void take(const Statement &row)
    {
        if (const std::int64_t incident = row.integer(4); incident != m_incident) {
            finish();
            m_incident = incident;
        }
        const std::int64_t id = row.integer(0);
        const bool isUndo = row.utf8(2) == "undo";
        const std::int64_t work = row.isNull(3) ? row.integer(1) : row.integer(3); // Step that this is about.
        const bool isRelease = m_releases.contains(work);
        if (isRelease && isUndo)
            m_known = m_before.contains(work) ? m_before[work] : Known{{id, true, false}, {}, false};
        else if (isRelease)
            takeRelease(id, work);
        else
            takeEdit(id, row.integer(5) != 0);
        m_last = id;
        m_isGone = row.integer(6) != 0;
        m_isRemoval = m_isGone && !isUndo && !isRelease;
    }

    void finish()
    {
        if (m_isRemoval)
            m_into.m_removals.push_back(m_last);
        else if (m_incident != 0 && !m_isGone && m_known.isEdited)
            m_into.m_edited.push_back({m_incident, m_known.base, std::move(m_known.releases)});
        m_incident = 0;
        m_known = {};
        m_isGone = m_isRemoval = false;
        m_before.clear();
    }

private:
    /// What is known of an incident at some time.
    struct Known
    {
        State base;
        std::vector<std::int64_t> releases; ///< Since the base.
        bool isEdited = false; ///< By a person, since the base.
    };

    void takeRelease(std::int64_t id, std::int64_t work)
    {
        m_before[work] = m_known;
        if (m_known.isEdited)
            m_known.releases.push_back(id); // What people have changed besides is not what the data set says.
        else
            m_known = {{id, true, false}, {}, false};
    }

    void takeEdit(std::int64_t id, bool isMade)
    {
        const bool isFirst = m_known.base == State{};
        if (isFirst && isMade) {
            const auto merged = m_merged.find(m_incident);
            m_known.base = merged == m_merged.end() ? State{id, true, false} : State{merged->second, false, true};
            m_known.isEdited = merged != m_merged.end();
            return;
        }
        if (isFirst)
            m_known.base = {id, false, false};
        m_known.isEdited = true;
    }

    ReleaseBase &m_into;
    std::set<std::int64_t> m_releases;
    std::unordered_map<std::int64_t, std::int64_t> m_merged;
    std::int64_t m_incident = 0;
    Known m_known;
    std::int64_t m_last = 0; ///< Row of the history.
    std::map<std::int64_t, Known> m_before; ///< What held before a release was taken.
    bool m_isGone = false;
    bool m_isRemoval = false;
};

namespace
{

/// Makes what @p after has otherwise than @p before so in @p base too.
void takeChanges(Incident &base, const Incident &before, const Incident &after)
{
    const auto take = [&](auto Incident::*field) {
        if (before.*field != after.*field)
            base.*field = after.*field;
    };
    take(&Incident::title);
    take(&Incident::kind);
    take(&Incident::subKind);
    take(&Incident::when);
    take(&Incident::where);
    take(&Incident::actors);
    take(&Incident::losses);
    take(&Incident::notes);
    take(&Incident::attributes);
    // Of tags a data set has changed its own, among those of people.
    for (const QString &tag : before.tags) {
        if (!after.tags.contains(tag))
            base.tags.removeAll(tag);
    }
    for (const QString &tag : after.tags) {
        if (!before.tags.contains(tag) && !base.tags.contains(tag))
            base.tags.append(tag);
    }
}

} // namespace

ReleaseBase::ReleaseBase(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

ReleaseBase::~ReleaseBase() = default;

Result<std::unique_ptr<ReleaseBase>> ReleaseBase::open(const QString &casePath)
{
    Result<std::unique_ptr<Database>> database = openToRead(casePath, Newer::Read);
    if (!database)
        return std::unexpected(database.error());
    std::unique_ptr<ReleaseBase> base(new ReleaseBase(std::move(*database)));
    base->walk();
    if (std::optional<Error> error = base->m_database->takeFailure())
        return std::unexpected(std::move(*error));
    return base;
}

void ReleaseBase::walk()
{
    // What another copy's people did to an incident before it came in with that copy: their first change.
    std::unordered_map<std::int64_t, std::int64_t> merged;
    for (Statement row = m_database->query("SELECT local_id, min(id) FROM merged_history WHERE table_name = 'incident' "
                                           "AND last_row_id IS NULL AND before IS NOT NULL AND local_id IS NOT NULL "
                                           "GROUP BY local_id");
         row.next();)
        merged.emplace(row.integer(0), row.integer(1));
    Walk walk(*this, releaseSteps(*m_database), std::move(merged));
    Statement row = m_database->query("SELECT id, step, action, target, row_id, before IS NULL, after IS NULL "
                                      "FROM history WHERE table_name = 'incident' AND last_row_id IS NULL "
                                      "ORDER BY row_id, id");
    while (row.next())
        walk.take(row);
    walk.finish();
}

bool ReleaseBase::isEdited(IncidentId id) const
{
    const auto found = std::ranges::lower_bound(m_edited, numberOf(id), {}, &Edited::incident);
    return found != m_edited.end() && found->incident == numberOf(id);
}

Result<Incident> ReleaseBase::baseOf(IncidentId id)
{
    const auto found = std::ranges::lower_bound(m_edited, numberOf(id), {}, &Edited::incident);
    Q_ASSERT(found != m_edited.end() && found->incident == numberOf(id));
    Incident base = incidentIn(found->base, found->incident);
    for (const std::int64_t release : found->releases) {
        takeChanges(base, incidentIn({release, false, false}, found->incident),
                    incidentIn({release, true, false}, found->incident));
    }
    return m_database->checked(std::move(base));
}

Incident ReleaseBase::incidentIn(const State &state, std::int64_t id)
{
    // The history's JSON read as the row that it was.
    std::string sql = "WITH state AS (SELECT ";
    sql.append(state.after ? "after" : "before").append(" AS row FROM ");
    sql.append(state.merged ? "merged_history" : "history").append(" WHERE id = ?) SELECT ?");
    for (const Column &column : incidentTable.columns) {
        const std::string value = std::string("json_extract(row, '$.") + column.name + "')";
        sql.append(", ").append(std::string_view(column.type) == "GEOMETRY" ? "unhex(" + value + ")" : value);
    }
    sql.append(" FROM state WHERE json_valid(row)");
    Statement row = m_database->query(sql, state.history, id);
    return row.next() ? incidentFrom(row) : Incident();
}

Result<std::vector<std::string>> ReleaseBase::removedOf(std::string_view dataSet)
{
    std::vector<std::string> ids;
    for (const std::int64_t removal : m_removals) {
        Statement row = m_database->query("SELECT json_extract(before, '$.data_set_id'), "
                                          "json_extract(before, '$.attributes') FROM history "
                                          "WHERE id = ? AND json_valid(before)",
                                          removal);
        if (!row.next() || row.isNull(0))
            continue;
        Statement set =
            m_database->query("SELECT CASE WHEN json_valid(?1) THEN json_extract(?1, '$.data_set') END", row.text(1));
        if (set.next() && set.utf8(0) == dataSet)
            ids.emplace_back(row.utf8(0));
    }
    return m_database->checked(std::move(ids));
}

Result<std::unordered_map<std::int64_t, std::vector<std::string>>> ReleaseBase::wordsTakenAway()
{
    std::unordered_map<std::int64_t, std::vector<std::string>> words;
    Statement row = m_database->query(
        "SELECT json_extract(h.before, '$.incident_id'), q.exact FROM history h "
        "JOIN quote q ON q.id = json_extract(h.before, '$.quote_id') "
        "WHERE h.table_name = 'claim' AND h.after IS NULL AND h.action = 'do' AND json_valid(h.before)");
    while (row.next())
        words[row.integer(0)].emplace_back(row.utf8(1));
    return m_database->checked(std::move(words));
}

Result<std::unordered_map<std::int64_t, std::string>> ReleaseBase::publishersOf(std::string_view dataSet)
{
    std::unordered_map<std::int64_t, std::string> publishers;
    const QString name = QString::fromUtf8(dataSet);
    Statement row = m_database->query("SELECT id, ifnull(publisher, '') FROM document WHERE author = ?1 OR "
                                      "(publisher = ?1 AND author IS NULL)",
                                      name);
    while (row.next())
        publishers.emplace(row.integer(0), row.utf8(1));
    return m_database->checked(std::move(publishers));
}

} // namespace dateline
