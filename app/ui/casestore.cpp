#include "ui/casestore.h"

#include <QPointer>

#include <memory>

namespace dateline
{

namespace
{

// Soon enough to talk about what the other window does; a look costs microseconds.
constexpr std::chrono::milliseconds followingInterval(500);

// So many rows are taken back in a frame or two.
constexpr std::int64_t mostRowsAtOnce = 200;

} // namespace

CaseStore::CaseStore(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_following, &QTimer::timeout, this, &CaseStore::follow);
}

void CaseStore::follow()
{
    const Result<std::optional<Changed>> followed = m_case->follow();
    if (!followed) {
        m_following.stop(); // Told once, not twice a second.
        tell(followed.error());
    } else if (*followed) {
        Q_EMIT changed(**followed);
    }
}

bool CaseStore::take(Result<OpenedCase> result)
{
    if (!result) {
        tell(result.error());
        return false;
    }
    m_pool.waitForDone();
    ++m_openings;
    m_case = std::move(result->file);
    m_contents = std::move(result->contents);
    if (m_case->isReadOnly())
        m_following.start(followingInterval);
    else
        m_following.stop();
    Q_EMIT opened();
    return true;
}

bool CaseStore::open(const QString &path)
{
    return take(withContents(openCase(path)));
}

void CaseStore::openLater(const QString &path)
{
    ++m_turn;
    Q_EMIT openingChanged();
    m_pool.start([this, path, turn = m_turn] {
        // A task may not be moved from, and what it opened is not copied.
        auto result = std::make_shared<Result<OpenedCase>>(withContents(openCase(path)));
        QMetaObject::invokeMethod(this, [this, result, turn] {
            if (turn != m_turn)
                return;
            m_turnDone = turn;
            take(std::move(*result));
            Q_EMIT openingChanged();
        });
    });
}

void CaseStore::beginOpening(const QString &path)
{
    m_opening = std::async(std::launch::async, [path] { return withContents(openCase(path)); });
}

bool CaseStore::finishOpening()
{
    return m_opening.valid() && take(m_opening.get());
}

bool CaseStore::create(const QString &path, const QString &title)
{
    return take(withContents(createCase(path, title)));
}

bool CaseStore::copyTo(const QString &path)
{
    if (!m_case)
        return false;
    const Result<void> copied = copyCase(*m_case, path);
    if (!copied)
        tell(copied.error());
    return copied.has_value();
}

std::optional<Changed> CaseStore::publish(Result<Changed> result)
{
    if (!result) {
        tell(result.error());
        return std::nullopt;
    }
    ++m_steps;
    Q_EMIT changed(*result);
    return std::move(*result);
}

std::optional<Changed> CaseStore::apply(const Change &change)
{
    return m_case ? publish(m_case->apply(change)) : std::nullopt;
}

void CaseStore::applyLater(Change change, QObject *context, std::function<void(const std::optional<Changed> &)> done)
{
    workLater([change = std::move(change)](Case &file) { return file.apply(change); }, context, std::move(done));
}

void CaseStore::applyLater(std::function<Result<Change>(const Case &)> make, QObject *context,
                           std::function<void(const std::optional<Changed> &)> done)
{
    const auto work = [make = std::move(make)](Case &file) {
        return make(file).and_then([&file](const Change &change) { return file.apply(change); });
    };
    workLater(work, context, std::move(done));
}

void CaseStore::workLater(std::function<Result<Changed>(Case &)> work, QObject *context,
                          std::function<void(const std::optional<Changed> &)> done)
{
    if (!m_case)
        return done(std::nullopt);
    ++m_running;
    m_pool.start([this, file = m_case.get(), opening = m_openings, steps = m_steps, work = std::move(work),
                  context = QPointer(context), done = std::move(done)]() mutable {
        Result<Changed> result = work(*file);
        // What takes long to read is read here. A task may not be moved from, and what it read is not copied.
        auto contents = std::make_shared<std::optional<CaseContents>>();
        if (result && result->incidents.size() > mostReadSingly) {
            if (Result<CaseContents> read = incidentContents(*file))
                *contents = std::move(*read);
        }
        QMetaObject::invokeMethod(
            this, [this, opening, steps, context, contents, done = std::move(done), result = std::move(result)] {
                --m_running;
                if (opening != m_openings)
                    return;
                if (steps == m_steps) // Else it may be older than what was done here meanwhile.
                    m_contents = std::move(*contents);
                const std::optional<Changed> changed = publish(result);
                m_contents.reset();
                if (context && done)
                    done(changed);
            });
    });
}

Result<Merged> CaseStore::merge(const QString &path, const MergeDecisions &decisions)
{
    if (!m_case)
        return failure(Error::Kind::NotFound, tr("Open the case first that the copy is to be merged into"));
    Result<Merged> merged = m_case->merge(path, decisions);
    if (merged) {
        ++m_steps;
        Q_EMIT changed(merged->changed);
    }
    return merged;
}

void CaseStore::undo()
{
    if (!m_case)
        return;
    if (m_running > 0 || m_case->undoRows() > mostRowsAtOnce)
        workLater([](Case &file) { return file.undo(); }, this, {});
    else if (m_case->undoLabel())
        publish(m_case->undo());
}

void CaseStore::redo()
{
    if (!m_case)
        return;
    if (m_running > 0 || m_case->redoRows() > mostRowsAtOnce)
        workLater([](Case &file) { return file.redo(); }, this, {});
    else if (m_case->redoLabel())
        publish(m_case->redo());
}

void CaseStore::tell(const Error &error)
{
    Q_EMIT failed(error.message);
}

} // namespace dateline
