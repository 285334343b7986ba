#include "casefile/celltexts.h"
#include "casefile/releasebase.h"
#include "tables/release.h"
#include "tables/tablerows.h"
#include "tables/tablestext.h"

#include <QDate>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <string_view>
#include <unordered_map>

namespace dateline
{

namespace
{

constexpr ReleaseGroups bitOfGroup(ReleaseGroup group)
{
    return ReleaseGroups(1ULL << static_cast<unsigned>(group));
}

/// The rows of a file that are ticked: new ones, and what incidents of the case take of others.
class ReleaseSource final : public IncidentSource
{
public:
    ReleaseSource(const ReleaseComparison &comparison, const ReleaseTicks &ticks, std::vector<Edit> edits,
                  const ReleaseProceed &proceed)
        : m_comparison(comparison)
        , m_ticks(ticks)
        , m_proceed(proceed)
        , m_edits(std::move(edits))
        , m_rowsById(comparison.sets.size())
    {
        for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
            const ReleaseRow &row = comparison.rows[i];
            if (ticks.takes(comparison, i) && !row.isMissing)
                m_rowsById[row.set].emplace(row.id, i);
        }
    }

    [[nodiscard]] Result<void> open();

    [[nodiscard]] std::optional<Result<IncidentRow>> next() override
    {
        for (; m_at < m_tables.size(); ++m_at) {
            if (m_documents) // Behind those of the table before.
                m_tables[m_at].rows->setLastDocument(*std::exchange(m_documents, std::nullopt));
            // What cannot be read was told when it was compared.
            std::optional<Result<IncidentRow>> row = m_tables[m_at].rows->next();
            while (row && !*row)
                row = m_tables[m_at].rows->next();
            if (m_stopped)
                return std::nullopt;
            if (row)
                return row;
            m_documents = m_tables[m_at].rows->lastDocument();
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<DocumentRow> takeDocument() override
    {
        for (Table &table : m_tables) {
            if (std::optional<DocumentRow> document = table.rows->takeDocument())
                return document;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::vector<Edit> edits() override { return m_edits; }
    [[nodiscard]] std::vector<IncidentId> removals() override
    {
        std::vector<IncidentId> ids;
        for (std::size_t i = 0; i < m_comparison.rows.size(); ++i) {
            if (m_comparison.rows[i].isMissing && m_ticks.takes(m_comparison, i))
                ids.push_back(m_comparison.rows[i].incident);
        }
        return ids;
    }
    [[nodiscard]] QString release() override
    {
        QStringList names;
        for (const ReleaseSet &set : m_comparison.sets)
            names.append(QString::fromUtf8(set.name));
        return names.join(QStringLiteral(", "));
    }

    /// Tells how far it is, and asks whether to go on; in any thread.
    [[nodiscard]] bool goesOn()
    {
        const std::scoped_lock oneAsks(m_asking);
        if (!m_stopped && m_proceed) {
            const qint64 size = m_comparison.fileSize;
            m_stopped = !m_proceed(m_at < m_tables.size() ? m_tables[m_at].rows->bytesRead() : size, size);
        }
        return !m_stopped;
    }

private:
    struct Table
    {
        std::unique_ptr<TableFile> file;
        std::unique_ptr<FailureLog> failures;
        std::unique_ptr<TableRows> rows;
    };
    [[nodiscard]] bool choose(IncidentRow &row, std::size_t set, std::uint64_t &quotes);

    const ReleaseComparison &m_comparison;
    const ReleaseTicks &m_ticks;
    const ReleaseProceed &m_proceed;
    std::mutex m_asking;
    std::atomic<bool> m_stopped = false;
    std::size_t m_looked = 0; ///< How many rows were looked at.
    std::vector<Edit> m_edits;
    std::vector<std::unordered_map<std::string_view, std::size_t>> m_rowsById; ///< By set; those that are ticked.
    std::vector<Table> m_tables;
    std::atomic<std::size_t> m_at = 0;
    std::optional<std::int64_t> m_documents; ///< The last one of the table before.
    std::vector<QByteArray> m_tags;
    std::vector<std::string_view> m_tagViews;
};

Result<void> ReleaseSource::open()
{
    const Result<KnownTables> tables = tablesIn(m_comparison.path, m_comparison.layout);
    if (!tables)
        return std::unexpected(tables.error());
    for (const KnownTable &known : tables->known) {
        Result<std::unique_ptr<TableFile>> file = TableFile::open(m_comparison.path, known);
        if (!file)
            return std::unexpected(file.error());
        const auto set = std::ranges::find(m_comparison.sets, (*file)->dataSet(), &ReleaseSet::name);
        if (set == m_comparison.sets.end())
            continue;
        const auto number = static_cast<std::size_t>(set - m_comparison.sets.begin());
        Table &table = m_tables.emplace_back(std::move(*file));
        table.failures = std::make_unique<FailureLog>(QString(), table.file->plan());
        table.rows = std::make_unique<TableRows>(*table.file, *table.failures, set->withSources);
        table.rows->setChoose([this, number](IncidentRow &row, std::span<const RowSource>, std::uint64_t &quotes) {
            return choose(row, number, quotes);
        });
    }
    return {};
}

bool ReleaseSource::choose(IncidentRow &row, std::size_t set, std::uint64_t &quotes)
{
    // Few of a million rows may be ticked: it is asked while the others are passed over, too.
    constexpr std::size_t betweenAsking = 1000;
    if (++m_looked % betweenAsking == 0 && !goesOn())
        return true; // next() drops it.
    const auto found = m_rowsById[set].find(row.dataSetId);
    if (found == m_rowsById[set].end())
        return false;
    const std::size_t index = found->second;
    const ReleaseRow &change = m_comparison.rows[index];
    if (change.incident == IncidentId{})
        return true;
    row.replaces = change.incident;
    row.fields = fieldsTaken(change, m_ticks.groups);
    const bool takesWords =
        (m_ticks.groups.test(static_cast<std::size_t>(ReleaseGroup::Reworded)) || change.has(ReleaseGroup::Both));
    quotes = takesWords ? change.quotes : 0;
    if (const auto tags = m_comparison.tags.find(index); tags != m_comparison.tags.end()) {
        m_tags.clear();
        for (const QString &tag : tags->second)
            m_tags.push_back(tag.toUtf8());
        m_tagViews.clear();
        for (const QByteArray &tag : m_tags)
            m_tagViews.push_back(viewOf(tag));
        row.tags = m_tagViews;
    }
    return row.fields.any() || quotes != 0;
}

/// What the case says of itself, with the day on which its data sets were brought up to date.
CaseInfo withNewerState(CaseInfo info, const ReleaseComparison &comparison)
{
    const QString before = TablesText::tr(", brought up to date on ");
    const QString today =
        QLocale(QLocale::English, QLocale::UnitedKingdom).toString(QDate::currentDate(), QStringLiteral("d MMMM yyyy"));
    QStringList lines = info.notes.split(u'\n');
    for (QString &line : lines) {
        const bool isCitation = std::ranges::any_of(comparison.sets, [&line](const ReleaseSet &set) {
            return set.layout->citation[0] != '\0' && line.startsWith(QString::fromUtf8(set.layout->citation));
        });
        if (!isCitation)
            continue;
        const qsizetype end = line.indexOf(before);
        line = (end < 0 ? line : line.first(end));
        line = (line.endsWith(u'.') ? line.chopped(1) : line) + before + today + u'.';
    }
    info.notes = lines.join(u'\n');
    return info;
}

} // namespace

bool canCompareRelease(const Case &file, const QString &path)
{
    const Result<KnownTables> tables = tablesIn(path);
    return tables && std::ranges::any_of(tables->known, [&](const KnownTable &known) {
               const ColumnPlan &plan = known.plan;
               if (plan.layout->isOwn || !std::ranges::contains(plan.roles, Role::Id))
                   return false;
               const Result<std::unique_ptr<TableFile>> table = TableFile::open(path, known);
               if (!table)
                   return false;
               const Result<std::vector<QByteArray>> ids = file.dataSetIds((*table)->dataSet());
               return ids && !ids->empty();
           });
}

ReleaseTicks ReleaseTicks::usual()
{
    ReleaseTicks ticks;
    ticks.groups.set();
    ticks.groups &= ~(bitOfGroup(ReleaseGroup::Both) | bitOfGroup(ReleaseGroup::Removed));
    return ticks;
}

bool ReleaseTicks::takes(const ReleaseComparison &comparison, std::size_t index) const
{
    const ReleaseRow &row = comparison.rows[index];
    if (!row.has(ReleaseGroup::Both))
        return (row.groups & groups).any();
    const auto own = theirs.find(index);
    return own == theirs.end() ? groups.test(static_cast<std::size_t>(ReleaseGroup::Both)) : own->second;
}

std::vector<PlannedChange> plannedChanges(const ReleaseComparison &comparison, const ReleaseTicks &ticks)
{
    std::vector<PlannedChange> changes;
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        const ReleaseRow &row = comparison.rows[i];
        if (ticks.takes(comparison, i))
            changes.push_back(
                {row.incident, row.isMissing ? std::nullopt : std::optional(static_cast<std::uint32_t>(i))});
    }
    return changes;
}

RowFields fieldsTaken(const ReleaseRow &row, ReleaseGroups groups)
{
    if (row.has(ReleaseGroup::Both))
        return row.fields;
    const auto isTaken = [&](ReleaseGroup group) {
        return row.has(group) && groups.test(static_cast<std::size_t>(group));
    };
    RowFields fields;
    const auto take = [&fields](RowField field, bool isTicked) {
        fields.set(static_cast<std::size_t>(field), isTicked);
    };
    const bool takesOther = isTaken(ReleaseGroup::Other);
    take(RowField::Place, isTaken(ReleaseGroup::Moved));
    take(RowField::Time, isTaken(ReleaseGroup::Redated));
    take(RowField::Losses, isTaken(ReleaseGroup::Recounted));
    take(RowField::Notes, isTaken(ReleaseGroup::Reworded));
    take(RowField::Kind, isTaken(ReleaseGroup::Reclassified));
    take(RowField::Actors, isTaken(ReleaseGroup::Reclassified));
    take(RowField::Tags, takesOther);
    // A title is made from the kind and the place.
    take(RowField::Title, takesOther || isTaken(ReleaseGroup::Moved) || isTaken(ReleaseGroup::Reclassified));
    take(RowField::Attributes, takesOther || (!row.has(ReleaseGroup::Other) && (row.groups & groups).any()));
    return fields & row.fields;
}

Result<Loaded> acceptRelease(Case &file, const ReleaseComparison &comparison, const ReleaseTicks &ticks,
                             const ReleaseProceed &proceed)
{
    const QFileInfo info(comparison.path);
    const Result<CaseStamp> stamp = file.stamp();
    if (!stamp)
        return std::unexpected(stamp.error());
    if (stamp->historySha256 != comparison.caseSha256) {
        return failure(Error::Kind::Conflict,
                       TablesText::tr("The case was changed after “%1” was compared with it: compare them again")
                           .arg(info.fileName()),
                       comparison.path);
    }
    if (info.size() != comparison.fileSize || info.lastModified() != comparison.fileTime) {
        return failure(Error::Kind::Conflict,
                       TablesText::tr("“%1” was changed after it was compared: compare it again").arg(info.fileName()),
                       comparison.path);
    }
    std::vector<Edit> edits;
    if (CaseInfo newer = withNewerState(file.info(), comparison); newer != file.info())
        edits.emplace_back(std::move(newer));
    ReleaseSource rows(comparison, ticks, std::move(edits), proceed);
    if (const Result<void> opened = rows.open(); !opened)
        return std::unexpected(opened.error());
    return file.load(TablesText::tr("Update from “%1”").arg(info.fileName()), rows,
                     [&rows](qsizetype) { return rows.goesOn(); });
}

} // namespace dateline
