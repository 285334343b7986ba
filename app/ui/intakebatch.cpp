#include "ui/intakebatch.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QPointer>

#include <algorithm>

namespace dateline
{

IntakeBatch::IntakeBatch(CaseStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_pool.setMaxThreadCount(1);
    connect(store, &CaseStore::opened, this, [this] {
        cancel();
        close();
    });
}

IntakeBatch::~IntakeBatch()
{
    if (m_stop)
        m_stop->request_stop();
    m_pool.waitForDone();
}

void IntakeBatch::start(const QList<QUrl> &urls)
{
    if (!m_store->current() || isRunning())
        return;
    m_waiting.clear();
    m_failures.clear();
    m_hashes.clear();
    m_name.clear();
    m_total = m_added = m_undated = 0;
    m_first = 0;
    m_cancelled = false;
    m_open = true;
    m_stop = std::make_shared<std::stop_source>();
    QStringList paths;
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
        else
            m_failures.append(
                tr("%1: only files on this computer can be read; save it first").arg(url.toDisplayString()));
    }
    Q_EMIT changed();
    m_pool.start([guard = QPointer(this), target = m_store, stop = m_stop, paths] {
        QStringList files = sourceFilesIn(paths);
        QMetaObject::invokeMethod(target, [guard, stop, files = std::move(files)] {
            if (guard && guard->m_stop == stop)
                guard->take(stop, files);
        });
    });
}

void IntakeBatch::take(const std::shared_ptr<std::stop_source> &stop, QStringList paths)
{
    Q_ASSERT(stop == m_stop);
    m_waiting.assign(std::make_move_iterator(paths.begin()), std::make_move_iterator(paths.end()));
    m_total = static_cast<int>(m_waiting.size());
    if (m_total == 0 && m_failures.isEmpty())
        m_failures.append(tr("There are no files in it"));
    next();
}

void IntakeBatch::next()
{
    if (m_waiting.empty())
        return finish();
    const QString path = m_waiting.front();
    m_waiting.pop_front();
    m_name = QDir::toNativeSeparators(path);
    Q_EMIT changed();
    m_pool.start([guard = QPointer(this), target = m_store, stop = m_stop, path] {
        if (stop->stop_requested())
            return;
        SourcesRead read = readSources(path, stop->get_token());
        QMetaObject::invokeMethod(target, [guard, stop, path, read = std::move(read)]() mutable {
            if (guard && guard->m_stop == stop)
                guard->settle(path, std::move(read));
        });
    });
}

void IntakeBatch::settle(const QString &path, SourcesRead read)
{
    const QString name = QDir::toNativeSeparators(path);
    for (const Error &error : read.refused)
        m_failures.append(tr("%1: %2").arg(name, error.message));
    std::vector<Document> fresh;
    for (Document &document : read.documents) {
        if (m_hashes.contains(document.textSha256)) {
            m_failures.append(tr("%1: the same text as one before it, so it was left out").arg(name));
            continue;
        }
        m_hashes.insert(document.textSha256);
        fresh.push_back(std::move(document));
    }
    if (fresh.empty())
        return next();
    add(path, std::move(fresh));
}

void IntakeBatch::add(const QString &path, std::vector<Document> documents)
{
    const auto number = static_cast<int>(documents.size());
    Change change{number == 1 ? tr("Read “%1”").arg(nameOf(documents.front()))
                              : tr("Read %1 documents from “%2”").arg(number).arg(QFileInfo(path).fileName()),
                  {}};
    for (Document &document : documents) {
        m_undated += document.published ? 0 : 1;
        document.id = DocumentId{-1 - static_cast<std::int64_t>(change.edits.size())};
        change.edits.emplace_back(std::move(document));
    }
    m_store->applyLater(std::move(change), this,
                        [this, stop = m_stop](const std::optional<Changed> &done) { settleAdded(stop, done); });
}

void IntakeBatch::settleAdded(const std::shared_ptr<std::stop_source> &stop, const std::optional<Changed> &done)
{
    if (m_stop && m_stop != stop)
        return; // It was cancelled, and others are taken in by now.
    // A full disk or a read-only case fails for all; it has been told.
    if (!done)
        return cancel();
    m_added += static_cast<int>(done->documents.size());
    const bool areFirst = m_first == 0 && !done->documents.empty();
    if (areFirst)
        m_first = numberOf(done->documents.front());
    if (isRunning())
        return next();
    Q_EMIT changed();
    if (areFirst)
        Q_EMIT added(m_first);
}

void IntakeBatch::finish()
{
    m_stop.reset();
    // When all went well there is nothing to read here.
    if (m_failures.isEmpty() && m_undated == 0 && !m_cancelled)
        m_open = false;
    Q_EMIT changed();
    if (m_first != 0)
        Q_EMIT added(m_first);
}

void IntakeBatch::cancel()
{
    if (!isRunning())
        return;
    m_stop->request_stop();
    m_cancelled = true;
    finish();
}

void IntakeBatch::close()
{
    if (!m_open || isRunning())
        return;
    m_open = false;
    Q_EMIT changed();
}

void IntakeBatch::copyFailures()
{
    QGuiApplication::clipboard()->setText(failures());
}

double IntakeBatch::progress() const
{
    if (m_total == 0)
        return 0;
    return 1 - static_cast<double>(m_waiting.size() + 1) / m_total;
}

QString IntakeBatch::summary() const
{
    if (isRunning() && m_total == 0)
        return tr("Looking for files…");
    const int seen = m_total - static_cast<int>(m_waiting.size());
    if (isRunning())
        return tr("File %1 of %2").arg(seen).arg(m_total);
    const QString added =
        m_added == 1 ? tr("1 document is in the case.") : tr("%1 documents are in the case.").arg(m_added);
    return m_cancelled ? tr("Stopped at file %1 of %2. %3").arg(seen).arg(m_total).arg(added) : added;
}

QString IntakeBatch::undatedText() const
{
    if (isRunning() || m_undated == 0)
        return {};
    const QString consequence = tr("Words such as “on Tuesday” in them cannot be placed in time.");
    return (m_undated == 1 ? tr("1 document names no date of publication.")
                           : tr("%1 documents name no date of publication.").arg(m_undated))
        + u' ' + consequence;
}

} // namespace dateline
