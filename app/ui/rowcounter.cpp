#include "ui/rowcounter.h"

#include "figure/captions.h"

namespace dateline
{

RowCounter::RowCounter(CaseStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    constexpr int msToSettle = 250; // Several choices in a row are counted once.
    m_soon.setSingleShot(true);
    m_soon.setInterval(msToSettle);
    connect(&m_soon, &QTimer::timeout, this, &RowCounter::run);
}

RowCounter::~RowCounter()
{
    stop();
}

void RowCounter::stop()
{
    if (m_stopped)
        *m_stopped = true;
    ++m_run;
}

void RowCounter::start(const QString &path, const TableWish &wish)
{
    stop();
    m_path = path;
    m_wish = wish;
    m_isBusy = true;
    m_progress = {};
    m_counts.reset();
    m_soon.start();
    Q_EMIT changed();
}

void RowCounter::clear()
{
    stop();
    m_soon.stop();
    m_isBusy = false;
    m_counts.reset();
    Q_EMIT changed();
}

void RowCounter::run()
{
    // The one before has been told to stop, and holds this until it has: the window does not wait for it.
    if (m_stopped && m_stopped.use_count() > 1) {
        m_soon.start();
        return;
    }
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    const KnownIds knownIds = [shared = m_store->shared()](const QByteArray &dataSet) {
        const std::shared_ptr<const Case> file = shared.lock();
        return file ? file->dataSetIds(dataSet) : std::vector<QByteArray>();
    };
    const auto proceed = [this, stopped = m_stopped, run = m_run](const ImportProgress &progress) {
        QMetaObject::invokeMethod(
            this,
            [this, run, progress] {
                if (run != m_run)
                    return;
                m_progress = progress;
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
        return !*stopped;
    };
    m_worker = std::jthread([this, run = m_run, path = m_path, wish = m_wish, knownIds, proceed] {
        auto counts = std::make_shared<Result<FileCounts>>(countTables(path, wish, knownIds, proceed));
        QMetaObject::invokeMethod(this, [this, run, counts] { settle(run, std::move(*counts)); }, Qt::QueuedConnection);
    });
}

void RowCounter::settle(int run, Result<FileCounts> counts)
{
    if (run != m_run)
        return;
    m_isBusy = false;
    m_counts = std::move(counts);
    Q_EMIT changed();
}

double RowCounter::progress() const
{
    return m_progress.size > 0 ? static_cast<double>(m_progress.bytes) / static_cast<double>(m_progress.size) : -1;
}

std::optional<qint64> RowCounter::incidents() const
{
    if (!m_counts || !*m_counts)
        return std::nullopt;
    qint64 incidents = 0;
    for (const TableCounts &table : (*m_counts)->tables)
        incidents += table.incidents;
    return incidents;
}

QString RowCounter::summary() const
{
    if (m_isBusy)
        return tr("Counting: %1 rows so far").arg(countText(m_progress.rows + m_progress.failed));
    if (!m_counts)
        return {};
    if (!*m_counts)
        return m_counts->error().message;
    TableCounts all;
    for (const TableCounts &table : (*m_counts)->tables) {
        all.incidents += table.incidents;
        all.withoutPlace += table.withoutPlace;
        all.withoutPosition += table.withoutPosition;
        all.withoutDate += table.withoutDate;
        all.failed += table.failed;
        all.known += table.known;
    }
    QStringList lacking;
    if (all.withoutPlace > 0)
        lacking.append(tr("%1 without a place").arg(countText(all.withoutPlace)));
    if (all.withoutPosition > 0)
        lacking.append(
            tr("%1 with the name of a place only, which is not on the map").arg(countText(all.withoutPosition)));
    if (all.withoutDate > 0)
        lacking.append(tr("%1 without a date").arg(countText(all.withoutDate)));
    QString text =
        all.incidents == 1 ? tr("1 row will come in") : tr("%1 rows will come in").arg(countText(all.incidents));
    if (!lacking.isEmpty())
        text = tr("%1, of these %2").arg(text, lacking.join(QStringLiteral(", ")));
    QStringList sentences{text + u'.'};
    if (all.known > 0)
        sentences.append(tr("%1 are in the case already and stay as they are.").arg(countText(all.known)));
    sentences.append(all.failed == 0 ? tr("None will fail.") : tr("%1 will fail.").arg(countText(all.failed)));
    return sentences.join(u' ');
}

QString RowCounter::reasons() const
{
    QStringList lines;
    if (m_counts && *m_counts) {
        for (const TableCounts &table : (*m_counts)->tables) {
            for (const TableCounts::Reason &reason : table.reasons) {
                const QString what = reason.column.isEmpty()
                    ? reason.reason
                    : QStringLiteral("%1: %2").arg(reason.column, reason.reason);
                lines.append(tr("%1 × %2").arg(countText(reason.rows), what));
            }
        }
    }
    return lines.join(u'\n');
}

} // namespace dateline
