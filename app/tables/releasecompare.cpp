#include "casefile/incidentreader.h"
#include "casefile/releasebase.h"
#include "tables/cells.h"
#include "tables/knownincidents.h"
#include "tables/release.h"
#include "tables/releasediff.h"
#include "tables/releasestate.h"
#include "tables/tablerows.h"
#include "tables/tablestext.h"

#include <QFileInfo>

#include <algorithm>
#include <unordered_set>

namespace dateline
{

namespace
{

constexpr std::size_t rowsAtOnce = 2000; ///< Whose incidents are read in one go.

/// What is needed of a data set while it is compared.
struct SetWork
{
    KnownIncidents known;
    std::unique_ptr<ReleaseDiff> diff;
    std::unordered_set<std::string> removedHere;
};

class Comparer
{
public:
    Comparer(const Case &file, const QString &path, const Layout *layout, const ReleaseProceed &proceed)
        : m_case(file)
        , m_proceed(proceed)
    {
        m_result.path = path;
        m_result.layout = layout;
    }

    Result<ReleaseComparison> run();

private:
    [[nodiscard]] Result<void> findTables();
    [[nodiscard]] Result<void> readCase();
    [[nodiscard]] Result<void> readTable(const KnownTable &table, std::uint16_t set);
    void take(const IncidentRow &row, std::span<const RowSource> sources, std::uint16_t set);
    [[nodiscard]] ReleaseRow addedRow(const Incident &incident, std::uint16_t set) const;
    [[nodiscard]] Result<void> compareKept(std::uint16_t set);
    [[nodiscard]] Result<void> findMissing(std::uint16_t set);
    [[nodiscard]] static bool covers(const ReleaseSet &set, const StoredIncident &incident);
    void add(ReleaseRow row, Incident after);

    const Case &m_case;
    const ReleaseProceed &m_proceed;
    ReleaseComparison m_result;
    std::vector<std::pair<KnownTable, std::uint16_t>> m_tables;
    std::vector<SetWork> m_sets;
    std::unique_ptr<IncidentReader> m_reader;
    std::unique_ptr<ReleaseBase> m_base;
    std::unordered_map<std::int64_t, std::vector<std::string>> m_takenAway;
    ReleaseState m_state;
    /// Rows of which something may differ, and new ones, whose incident is 0.
    std::vector<std::pair<IncidentId, KeptRow>> m_kept;
};

std::uint64_t sumOf(std::span<const RowSource> sources)
{
    std::uint64_t sum = 0;
    for (const RowSource &source : sources)
        sum += hashOfWords(source.publisher, source.words);
    return sum;
}

/// The tables of the file that have ids, by data set.
Result<void> Comparer::findTables()
{
    Result<KnownTables> tables = tablesIn(m_result.path, m_result.layout);
    if (!tables)
        return std::unexpected(tables.error());
    m_result.passedOver = tables->others;
    for (KnownTable &known : tables->known) {
        const Result<std::unique_ptr<TableFile>> table = TableFile::open(m_result.path, known);
        if (!table)
            return std::unexpected(table.error());
        const bool hasIds = std::ranges::contains(known.plan.roles, Role::Id);
        if (known.plan.layout->isOwn || !hasIds) {
            m_result.passedOver.append((*table)->name());
            continue;
        }
        auto set = std::ranges::find(m_result.sets, (*table)->dataSet(), &ReleaseSet::name);
        if (set == m_result.sets.end()) {
            m_result.sets.push_back({.layout = known.plan.layout, .name = (*table)->dataSet()});
            set = m_result.sets.end() - 1;
        }
        m_tables.emplace_back(std::move(known), static_cast<std::uint16_t>(set - m_result.sets.begin()));
    }
    if (!m_tables.empty())
        return {};
    return failure(Error::Kind::Unsupported,
                   TablesText::tr("The rows of “%1” have no ids of a data set to compare them by: import it as it is")
                       .arg(QFileInfo(m_result.path).fileName()),
                   m_result.path);
}

Result<void> Comparer::readCase()
{
    Result<std::unique_ptr<ReleaseBase>> base = ReleaseBase::open(m_case.path());
    if (!base)
        return std::unexpected(base.error());
    m_base = std::move(*base);
    Result<decltype(m_takenAway)> takenAway = m_base->wordsTakenAway();
    if (!takenAway)
        return std::unexpected(takenAway.error());
    m_takenAway = std::move(*takenAway);
    m_sets.resize(m_result.sets.size());
    for (std::size_t i = 0; i < m_sets.size(); ++i) {
        ReleaseSet &set = m_result.sets[i];
        Result<std::unordered_map<std::int64_t, std::string>> publishers =
            m_base->publishersOf(std::string_view(set.name));
        if (!publishers)
            return std::unexpected(publishers.error());
        const Result<std::vector<std::string>> removed = m_base->removedOf(std::string_view(set.name));
        if (!removed)
            return std::unexpected(removed.error());
        set.withSources = !publishers->empty();
        m_sets[i].removedHere.insert(removed->begin(), removed->end());
        m_sets[i].diff = std::make_unique<ReleaseDiff>(set, std::move(*publishers), m_takenAway);
    }
    Result<std::unique_ptr<IncidentReader>> reader = IncidentReader::open(m_case.path());
    if (!reader)
        return std::unexpected(reader.error());
    m_reader = std::move(*reader);
    bool isStopped = false;
    std::size_t count = 0;
    const Result<void> read = m_reader->forEach(std::nullopt, true, [&](const StoredIncident &incident) {
        if (++count % rowsAtOnce == 0 && m_proceed && !m_proceed(0, m_result.fileSize)) {
            isStopped = true;
            return false;
        }
        if (incident.dataSetId.empty())
            return true;
        const std::string name = dataSetIn(incident.attributes);
        const auto set = std::ranges::find(m_result.sets, QByteArrayView(name), &ReleaseSet::name);
        if (set == m_result.sets.end())
            return true;
        SetWork &work = m_sets[static_cast<std::size_t>(set - m_result.sets.begin())];
        m_state.read(incident);
        work.known.add(incident.dataSetId, m_state.hash() + work.diff->hashOfQuotes(incident), incident.id);
        return true;
    });
    if (isStopped)
        return failure(Error::Kind::Conflict, TablesText::tr("The comparison was stopped"));
    return read;
}

void Comparer::add(ReleaseRow row, Incident after)
{
    after.id = IncidentId{static_cast<std::int64_t>(m_result.rows.size() + 1)};
    append(m_result.after, after);
    if (row.has(ReleaseGroup::Both)) {
        ++m_result.counts[static_cast<std::size_t>(ReleaseGroup::Both)];
    } else {
        for (std::size_t group = 0; group < releaseGroupCount; ++group)
            m_result.counts[group] += row.groups.test(group) ? 1 : 0;
    }
    m_result.rows.push_back(std::move(row));
}

void Comparer::take(const IncidentRow &row, std::span<const RowSource> sources, std::uint16_t number)
{
    ReleaseSet &set = m_result.sets[number];
    SetWork &work = m_sets[number];
    if (row.dataSetId.empty()) {
        ++set.failed; // Nothing tells which incident it is about.
        return;
    }
    ++set.rows;
    if (row.time) {
        set.begin = std::min(set.begin.value_or(row.time->begin), row.time->begin);
        set.end = std::max(set.end.value_or(row.time->end), row.time->end);
    }
    if (!row.country.empty())
        set.countries.emplace(row.country);
    set.kinds.set(static_cast<std::size_t>(row.kind));
    KnownIncidents::Entry *known = work.known.find(row.dataSetId);
    if (known && known->isSeen) {
        ++set.failed; // In another sheet as well.
        return;
    }
    if (!known) {
        work.known.add(row.dataSetId, 0, IncidentId{});
        work.known.find(row.dataSetId)->isSeen = true;
        m_kept.emplace_back(IncidentId{}, KeptRow{incidentFrom(row), {}});
        return;
    }
    known->isSeen = true;
    m_state.read(row);
    if (known->content == m_state.hash() + sumOf(sources)) {
        ++set.same;
        return;
    }
    KeptRow &kept = m_kept.emplace_back(known->incident, KeptRow{incidentFrom(row), {}}).second;
    for (const RowSource &source : sources)
        kept.words.emplace_back(source.publisher, source.words);
}

ReleaseRow Comparer::addedRow(const Incident &incident, std::uint16_t number) const
{
    ReleaseRow row{.id = incident.dataSetId.toStdString(), .quotes = ~std::uint64_t{0}, .set = number};
    const bool wasRemoved = m_sets[number].removedHere.contains(row.id);
    row.groups.set(static_cast<std::size_t>(wasRemoved ? ReleaseGroup::Both : ReleaseGroup::Added));
    tellAdded(row, incident);
    return row;
}

Result<void> Comparer::compareKept(std::uint16_t number)
{
    std::vector<std::size_t> order(m_kept.size());
    std::vector<IncidentId> ids;
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return m_kept[i].first; });
    for (const std::size_t i : order) {
        if (m_kept[i].first != IncidentId{})
            ids.push_back(m_kept[i].first);
    }
    std::vector<std::pair<std::size_t, ReleaseRow>> found;
    std::map<std::size_t, QStringList> tags;
    std::optional<Error> error;
    auto next = order.begin();
    const Result<void> read = m_reader->forEach(ids, true, [&](const StoredIncident &ours) {
        while (next != order.end() && m_kept[*next].first != ours.id)
            ++next;
        if (next == order.end())
            return false;
        std::optional<Incident> base;
        if (m_base->isEdited(ours.id)) {
            Result<Incident> before = m_base->baseOf(ours.id);
            if (!before) {
                error = before.error();
                return false;
            }
            base = std::move(*before);
        }
        Incident &theirs = m_kept[*next].second.incident;
        theirs.status = statusFromKey(textFrom(ours.status)).value_or(Status::Reported);
        theirs.credibility = ours.credibility;
        std::optional<QStringList> merged;
        std::optional<ReleaseRow> row =
            m_sets[number].diff->difference(ours, m_kept[*next].second, base ? &*base : nullptr, merged);
        if (row) {
            row->set = number;
            found.emplace_back(*next, std::move(*row));
            if (merged)
                tags.emplace(*next, std::move(*merged));
        }
        return true;
    });
    if (error)
        return std::unexpected(std::move(*error));
    if (!read)
        return read;
    for (std::size_t i = 0; i < m_kept.size(); ++i) {
        if (m_kept[i].first == IncidentId{})
            found.emplace_back(i, addedRow(m_kept[i].second.incident, number));
    }
    m_result.sets[number].same += static_cast<qint64>(m_kept.size() - found.size());
    std::ranges::sort(found, {}, [](const auto &one) { return one.first; }); // As the file has them.
    for (auto &[index, row] : found) {
        if (const auto merged = tags.find(index); merged != tags.end())
            m_result.tags.emplace(m_result.rows.size(), std::move(merged->second));
        add(std::move(row), std::move(m_kept[index].second.incident));
    }
    m_kept.clear();
    return {};
}

Result<void> Comparer::readTable(const KnownTable &known, std::uint16_t number)
{
    const Result<std::unique_ptr<TableFile>> table = TableFile::open(m_result.path, known);
    if (!table)
        return std::unexpected(table.error());
    FailureLog failures({}, (*table)->plan());
    TableRows rows(**table, failures, m_result.sets[number].withSources);
    std::size_t count = 0;
    rows.setChoose([&](const IncidentRow &row, std::span<const RowSource> sources, std::uint64_t &quotes) {
        take(row, sources, number);
        quotes = 0; // They are not brought in here.
        return ++count % rowsAtOnce == 0 || m_kept.size() >= rowsAtOnce;
    });
    while (std::optional<Result<IncidentRow>> row = rows.next()) {
        if (!*row) {
            ++m_result.sets[number].failed;
            if (KnownIncidents::Entry *entry = m_sets[number].known.find(rows.recordId()))
                entry->isSeen = true;
        }
        if (m_kept.size() >= rowsAtOnce) {
            if (const Result<void> compared = compareKept(number); !compared)
                return compared;
        }
        if (m_proceed && !m_proceed(rows.bytesRead(), (*table)->size()))
            return failure(Error::Kind::Conflict, TablesText::tr("The comparison was stopped"));
    }
    // What a broken file lacks is not missing in the data set.
    if (const std::optional<Error> &error = (*table)->rows().error())
        return std::unexpected(*error);
    return compareKept(number);
}

/// Whether a file of what @p set covers would have @p incident.
bool Comparer::covers(const ReleaseSet &set, const StoredIncident &incident)
{
    const std::optional<UtcMinute> begin = utcFromIso(textFrom(incident.begin));
    const std::optional<Kind> kind = kindFromTerm(textFrom(incident.kind));
    return begin && set.begin && *begin >= *set.begin && *begin < *set.end
        && (set.countries.empty() || set.countries.contains(std::string(incident.country)))
        && set.kinds.test(static_cast<std::size_t>(kind.value_or(Kind::NotStated)));
}

Result<void> Comparer::findMissing(std::uint16_t number)
{
    ReleaseSet &set = m_result.sets[number];
    std::vector<IncidentId> unseen;
    for (const KnownIncidents::Entry &entry : m_sets[number].known.entries()) {
        if (!entry.isSeen)
            unseen.push_back(entry.incident);
    }
    std::ranges::sort(unseen);
    return m_reader->forEach(unseen, false, [&](const StoredIncident &incident) {
        if (!covers(set, incident)) {
            ++set.outside;
            return true;
        }
        ReleaseRow row{
            .incident = incident.id, .id = std::string(incident.dataSetId), .set = number, .isMissing = true};
        row.groups.set(
            static_cast<std::size_t>(m_base->isEdited(incident.id) ? ReleaseGroup::Both : ReleaseGroup::Removed));
        tellMissing(row, incident);
        add(std::move(row), {});
        return true;
    });
}

Result<ReleaseComparison> Comparer::run()
{
    const Result<CaseStamp> stamp = m_case.stamp();
    if (!stamp)
        return std::unexpected(stamp.error());
    const QFileInfo info(m_result.path);
    m_result.caseSha256 = stamp->historySha256;
    m_result.fileTime = info.lastModified();
    m_result.fileSize = info.size();
    if (const Result<void> found = findTables(); !found)
        return std::unexpected(found.error());
    if (const Result<void> read = readCase(); !read)
        return std::unexpected(read.error());
    QStringList names;
    for (const ReleaseSet &set : m_result.sets)
        names.append(QString::fromUtf8(set.name));
    const bool hasAny = std::ranges::any_of(m_sets, [](const SetWork &work) { return !work.known.entries().empty(); });
    if (!hasAny) {
        return failure(Error::Kind::NotFound,
                       TablesText::tr("The case has no incidents of %1 to compare “%2” with: import it as it is")
                           .arg(names.join(QStringLiteral(", ")), info.fileName()),
                       m_result.path);
    }
    for (const auto &[table, set] : m_tables) {
        if (const Result<void> read = readTable(table, set); !read)
            return std::unexpected(read.error());
    }
    for (std::size_t set = 0; set < m_sets.size(); ++set) {
        if (const Result<void> found = findMissing(static_cast<std::uint16_t>(set)); !found)
            return std::unexpected(found.error());
    }
    return std::move(m_result);
}

} // namespace

Result<ReleaseComparison> compareRelease(const Case &file, const QString &path, const Layout *layout,
                                         const ReleaseProceed &proceed)
{
    return Comparer(file, path, layout, proceed).run();
}

} // namespace dateline
