#pragma once

#include "ui/casecontents.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <future>
#include <memory>

namespace dateline
{

/// The open case and the news about it: every model of the window reads it and listens to it.
class CaseStore : public QObject
{
    Q_OBJECT

public:
    explicit CaseStore(QObject *parent = nullptr);

    /// The open case; null while there is none.
    [[nodiscard]] const Case *current() const { return m_case.get(); }
    /// The same for other threads, which hold it only while they ask it.
    [[nodiscard]] std::weak_ptr<const Case> shared() const { return m_case; }

    /// Opens the case at @p path instead of the present one, which stays open if that fails.
    [[nodiscard]] bool open(const QString &path);
    /// The same in another thread, while the window goes on with the present one; the last one asked for counts.
    void openLater(const QString &path);
    [[nodiscard]] bool isOpening() const { return m_turn != m_turnDone; }
    /// Begins to open the case at @p path in another thread; finishOpening() waits for it and does the rest.
    void beginOpening(const QString &path);
    [[nodiscard]] bool finishOpening(); ///< False, too, if none was begun.
    [[nodiscard]] bool create(const QString &path, const QString &title);
    [[nodiscard]] bool copyTo(const QString &path);

    /// What the case held when it was opened, for the first one who asks; none if somebody has.
    ///
    /// While changed() is told of a step that was done in another thread, the incidents after it if they are many.
    [[nodiscard]] std::optional<CaseContents> takeContents() { return std::exchange(m_contents, std::nullopt); }

    /// Applies @p change; none if it failed, which has then been told.
    std::optional<Changed> apply(const Change &change);
    /// The same in another thread, for what takes longer than a frame; @p done gets what came of it unless @p context or
    /// the case is gone by then. Whoever asks the case meanwhile waits.
    void applyLater(Change change, QObject *context, std::function<void(const std::optional<Changed> &)> done);
    /// The same with what @p make, called in that thread, finds that there is to change.
    void applyLater(std::function<Result<Change>(const Case &)> make, QObject *context,
                    std::function<void(const std::optional<Changed> &)> done);
    /// The same with @p work, called in that thread, which tells what it has changed.
    void workLater(std::function<Result<Changed>(Case &)> work, QObject *context,
                   std::function<void(const std::optional<Changed> &)> done);
    /// Merges the copy at @p path into the case; a failure is not told.
    [[nodiscard]] Result<Merged> merge(const QString &path, const MergeDecisions &decisions);
    /// Takes the last step back; a long one in another thread.
    void undo();
    void redo();

    /// The value of @p result, or @p otherwise after its error has been told.
    template<typename T>
    [[nodiscard]] T valueOr(Result<T> result, T otherwise = {})
    {
        if (result)
            return std::move(*result);
        tell(result.error());
        return otherwise;
    }

    /// Shows @p error to the user.
    void tell(const Error &error);

Q_SIGNALS:
    void opened(); ///< Another case, or the first.
    void openingChanged();
    void changed(const dateline::Changed &changed); ///< By a step, an undo or a redo, here or in another window.
    void failed(const QString &sentence);

private:
    bool take(Result<OpenedCase> result);
    std::optional<Changed> publish(Result<Changed> result);
    void follow();

    std::shared_ptr<Case> m_case;
    std::optional<CaseContents> m_contents;
    std::future<Result<OpenedCase>> m_opening;
    int m_openings = 0; // How many cases have been opened.
    int m_steps = 0; // How many steps have been told.
    int m_running = 0; // How much of workLater() is still to be done or told.
    int m_turn = 0; // Of openLater().
    int m_turnDone = 0;
    QThreadPool m_pool; // Ends before the case does.
    QTimer m_following; // Runs while the case is open elsewhere, to show what is done there.
};

} // namespace dateline
