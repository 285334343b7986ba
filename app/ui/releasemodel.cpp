#include "ui/releasemodel.h"

#include "figure/captions.h"
#include "publish/touchedfigures.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <atomic>

namespace dateline
{

/// What the thread of a comparison and the window tell each other.
struct ReleaseModel::Work
{
    std::atomic<bool> isStopped = false;
    QElapsedTimer sinceTold; ///< How far it is.
};

ReleaseModel::ReleaseModel(CaseStore *store, Camera *camera, Selection *selection, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_camera(camera)
    , m_selection(selection)
    , m_found(std::make_shared<const ReleaseComparison>())
{
    m_pool.setMaxThreadCount(1);
    connect(store, &CaseStore::opened, this, &ReleaseModel::close);
    connect(store, &CaseStore::changed, this, [this] {
        if (m_state != Ready)
            return;
        m_outdated = true;
        Q_EMIT changed();
    });
}

ReleaseModel::~ReleaseModel()
{
    if (m_work)
        m_work->isStopped = true;
    m_pool.waitForDone();
}

int ReleaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ReleaseModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReleaseRow &row = at(index.row());
    switch (role) {
    case IdRole: return QString::fromStdString(row.id);
    case Qt::DisplayRole:
    case WordsRole: return QString::fromUtf8(row.words);
    case TitleRole:
        // What is added or missing tells its title in its words.
        return row.incident == IncidentId{} || row.isMissing || !m_store->current()
            ? QString()
            : m_store->current()->incident(row.incident).value_or(Incident()).title;
    case BothRole: return row.has(ReleaseGroup::Both);
    case TheirsRole: return m_ticks.takes(*m_found, m_rows[static_cast<std::size_t>(index.row())]);
    default: return {};
    }
}

QHash<int, QByteArray> ReleaseModel::roleNames() const
{
    return {{IdRole, "rowId"}, {WordsRole, "words"}, {TitleRole, "title"}, {BothRole, "both"}, {TheirsRole, "theirs"}};
}

QString ReleaseModel::fileName() const
{
    return QFileInfo(m_path).fileName();
}

QString ReleaseModel::coverage() const
{
    QStringList lines;
    for (const ReleaseSet &set : m_found->sets) {
        lines.append(tr("%1: %2").arg(QString::fromUtf8(set.name), coverageText(set)));
        lines.append(set.same == 1 ? tr("1 row is as it is here.")
                                   : tr("%1 rows are as they are here.").arg(countText(set.same)));
        if (set.outside > 0) {
            lines.append(set.outside == 1
                             ? tr("1 incident here lies outside of that, so the file says nothing of it.")
                             : tr("%1 incidents here lie outside of that, so the file says nothing of them.")
                                   .arg(countText(set.outside)));
        }
        if (set.failed > 0) {
            lines.append(
                set.failed == 1
                    ? tr("1 row cannot be read; its incident stays as it is.")
                    : tr("%1 rows cannot be read; their incidents stay as they are.").arg(countText(set.failed)));
        }
    }
    if (!m_found->passedOver.isEmpty())
        lines.append(tr("Passed over: %1").arg(m_found->passedOver.join(QStringLiteral(", "))));
    return lines.join(u'\n');
}

void ReleaseModel::compare(const QUrl &file)
{
    const std::shared_ptr<const Case> open = m_store->shared().lock();
    if (!open || m_state == Taking)
        return;
    close();
    m_path = file.toLocalFile();
    m_state = Comparing;
    m_work = std::make_shared<Work>();
    Q_EMIT changed();
    m_pool.start([this, open, path = m_path, work = m_work, proceed = telling()] {
        auto found = std::make_shared<Result<ReleaseComparison>>(compareRelease(*open, path, nullptr, proceed));
        QMetaObject::invokeMethod(
            this,
            [this, work, found] {
                if (work == m_work)
                    settle(std::move(*found));
            },
            Qt::QueuedConnection);
    });
}

/// Shows how far m_work is a few times a second, and ends it when it is stopped.
ReleaseProceed ReleaseModel::telling()
{
    return [guard = QPointer(this), store = m_store, work = m_work](qint64 bytes, qint64 size) {
        constexpr qint64 betweenMs = 200;
        if (size > 0 && (!work->sinceTold.isValid() || work->sinceTold.elapsed() > betweenMs)) {
            work->sinceTold.start();
            // The store, which outlives this, takes the message to the window's thread.
            QMetaObject::invokeMethod(
                store,
                [guard, work, progress = static_cast<double>(bytes) / static_cast<double>(size)] {
                    if (!guard || guard->m_work != work)
                        return;
                    guard->m_progress = progress;
                    Q_EMIT guard->changed();
                },
                Qt::QueuedConnection);
        }
        return !work->isStopped;
    };
}

void ReleaseModel::settle(Result<ReleaseComparison> found)
{
    m_work.reset();
    if (!found)
        return fail(found.error().message);
    m_found = std::make_shared<const ReleaseComparison>(std::move(*found));
    m_ticks = ReleaseTicks::usual();
    m_state = Ready;
    m_groups.show(*m_found, m_ticks);
    showRows();
    countTicked();
    Q_EMIT changed();
}

void ReleaseModel::fail(const QString &problem)
{
    m_problem = problem;
    m_state = Failed;
    Q_EMIT changed();
}

void ReleaseModel::showRows()
{
    beginResetModel();
    m_rows.clear();
    const bool isAll = m_shownGroup < 0;
    const auto group = static_cast<ReleaseGroup>(std::max(0, m_shownGroup));
    for (std::size_t i = 0; i < m_found->rows.size(); ++i) {
        const ReleaseRow &row = m_found->rows[i];
        // Those of Both are counted there alone.
        if (isAll || (row.has(group) && (group == ReleaseGroup::Both || !row.has(ReleaseGroup::Both))))
            m_rows.push_back(static_cast<std::uint32_t>(i));
    }
    m_current = -1;
    endResetModel();
    showGhosts();
}

void ReleaseModel::showGhosts()
{
    m_ghosts.clear();
    m_ghostOfRow.assign(m_rows.size(), std::numeric_limits<std::uint32_t>::max());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const ReleaseRow &row = m_found->rows[m_rows[i]];
        if (!row.before && !row.after)
            continue;
        m_ghostOfRow[i] = static_cast<std::uint32_t>(m_ghosts.size());
        m_ghosts.push_back({row.before ? fixedFromLonLat(*row.before) : FixedPosition{},
                            row.after ? fixedFromLonLat(*row.after) : FixedPosition{},
                            row.isMissing ? Kind::NotStated : static_cast<Kind>(m_found->after.kind[m_rows[i]]),
                            !row.before      ? Ghost::Sort::Added
                                : !row.after ? Ghost::Sort::Removed
                                             : Ghost::Sort::Moved});
    }
    Q_EMIT ghostsChanged();
}

std::size_t ReleaseModel::currentGhost() const
{
    return m_current < 0 ? m_ghosts.size() : m_ghostOfRow[static_cast<std::size_t>(m_current)];
}

void ReleaseModel::setShownGroup(int group)
{
    if (group == m_shownGroup)
        return;
    m_shownGroup = group;
    showRows();
    Q_EMIT shownChanged();
}

void ReleaseModel::countTicked()
{
    int count = 0;
    for (std::size_t i = 0; i < m_found->rows.size(); ++i)
        count += m_ticks.takes(*m_found, i) ? 1 : 0;
    m_ticked = count;
    m_groups.setTicks(m_ticks);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {TheirsRole});
    Q_EMIT tickedChanged();
    findFigures();
}

QString ReleaseModel::tickedText() const
{
    return m_ticked == 1 ? tr("1 row") : tr("%1 rows").arg(countText(m_ticked));
}

void ReleaseModel::setTicked(int group, bool ticked)
{
    if (group < 0 || group >= releaseGroupCount || m_state != Ready)
        return;
    m_ticks.groups.set(static_cast<std::size_t>(group), ticked);
    if (static_cast<ReleaseGroup>(group) == ReleaseGroup::Both)
        m_ticks.theirs.clear();
    countTicked();
}

void ReleaseModel::choose(int row, bool theirs)
{
    if (row < 0 || row >= rowCount() || m_state != Ready || !at(row).has(ReleaseGroup::Both))
        return;
    m_ticks.theirs[m_rows[static_cast<std::size_t>(row)]] = theirs;
    countTicked();
}

// Each figure is one look at all incidents, which is too long for the window's thread where there are a million.
void ReleaseModel::findFigures()
{
    const int run = ++m_figuresRun;
    const std::shared_ptr<const Case> open = m_store->shared().lock();
    if (!open)
        return;
    m_pool.start([this, run, open, found = m_found, ticks = m_ticks] {
        const QString text = figuresText(figuresTouchedBy(*open, plannedChanges(*found, ticks), found->after)
                                             .value_or(std::vector<TouchedFigure>()));
        QMetaObject::invokeMethod(
            this,
            [this, run, text] {
                if (run != m_figuresRun)
                    return;
                m_figures = text;
                Q_EMIT figuresChanged();
            },
            Qt::QueuedConnection);
    });
}

void ReleaseModel::go(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    m_current = row;
    Q_EMIT ghostsChanged();
    constexpr double nearZoom = 9;
    constexpr double farMetres = 500;
    const ReleaseRow &difference = at(row);
    if (difference.incident != IncidentId{})
        m_selection->selectIncident(numberOf(difference.incident));
    if (difference.before && difference.after && difference.metres > farMetres) {
        const LonLatBox box{difference.before->lon, difference.before->lat, difference.before->lon,
                            difference.before->lat};
        m_camera->fit(box.including(*difference.after), Camera::Motion::Glide);
    } else if (difference.after || difference.before) {
        m_camera->look(difference.after ? *difference.after : *difference.before, nearZoom);
    } else if (m_store->current()) {
        const Incident incident = m_store->current()->incident(difference.incident).value_or(Incident());
        if (const std::optional<LonLat> anchor = incident.where ? anchorOf(*incident.where) : std::nullopt)
            m_camera->look(*anchor, nearZoom);
    }
}

void ReleaseModel::take()
{
    if (m_state != Ready || m_ticked == 0)
        return;
    m_state = Taking;
    m_progress = 0;
    m_problem.clear();
    m_work = std::make_shared<Work>();
    ++m_figuresRun; // The figures that are named are those of the ticks that are taken.
    Q_EMIT changed();
    auto result = std::make_shared<std::optional<Result<Loaded>>>();
    m_store->workLater(
        [found = m_found, ticks = m_ticks, proceed = telling(), result](Case &file) -> Result<Changed> {
            *result = acceptRelease(file, *found, ticks, proceed);
            if (!**result)
                return Changed(); // This tells the error itself.
            const Loaded &loaded = ***result;
            Changed changed = loaded.changed;
            for (std::int64_t id = numberOf(loaded.first); loaded.accepted > 0 && id <= numberOf(loaded.last); ++id)
                changed.incidents.push_back(IncidentId{id});
            return changed;
        },
        this,
        [this, result, work = m_work](const std::optional<Changed> &) {
            if (*result && m_work == work)
                settleTaking(**result);
        });
}

void ReleaseModel::stop()
{
    if (m_work)
        m_work->isStopped = true;
}

void ReleaseModel::settleTaking(const Result<Loaded> &loaded)
{
    m_work.reset();
    if (!loaded)
        return fail(loaded.error().message);
    if (loaded->cancelled) {
        m_problem = tr("Stopped: nothing was taken");
        m_state = Ready;
        Q_EMIT changed();
        return;
    }
    const auto part = [](qsizetype count, const QString &one, const QString &many) {
        return count == 0 ? QString() : count == 1 ? one : many.arg(countText(count));
    };
    QStringList parts{part(loaded->accepted, tr("1 added"), tr("%1 added")),
                      part(loaded->updated, tr("1 updated"), tr("%1 updated")),
                      part(loaded->removed, tr("1 removed"), tr("%1 removed"))};
    parts.removeAll(QString());
    QString sentence = tr("%1; Undo takes it back").arg(parts.join(QStringLiteral(", ")));
    if (!m_figures.isEmpty())
        sentence = tr("%1. Saved figures that this has touched: %2").arg(sentence, m_figures);
    close();
    Q_EMIT taken(sentence);
}

void ReleaseModel::again()
{
    compare(QUrl::fromLocalFile(m_path));
}

void ReleaseModel::close()
{
    stop();
    m_work.reset();
    ++m_figuresRun;
    if (m_state == Closed)
        return;
    m_state = Closed;
    m_problem.clear();
    m_figures.clear();
    m_progress = 0;
    m_outdated = false;
    m_found = std::make_shared<const ReleaseComparison>();
    m_ticks = {};
    m_ticked = 0;
    m_shownGroup = -1;
    m_groups.clear();
    showRows();
    Q_EMIT shownChanged();
    Q_EMIT tickedChanged();
    Q_EMIT figuresChanged();
    Q_EMIT changed();
}

} // namespace dateline
