#pragma once

#include "sources/readsources.h"
#include "ui/casestore.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThreadPool>
#include <QUrl>
#include <QtQmlIntegration>

#include <deque>
#include <memory>
#include <stop_token>
#include <vector>

namespace dateline
{

/// Takes many files and folders in, one after the other, each file as a step of its own; what fails is listed with the reason.
class IntakeBatch : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString currentName READ currentName NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString undatedText READ undatedText NOTIFY changed)
    Q_PROPERTY(QString failures READ failures NOTIFY changed)
    Q_PROPERTY(int failedCount READ failedCount NOTIFY changed)

public:
    explicit IntakeBatch(CaseStore *store, QObject *parent = nullptr);
    ~IntakeBatch() override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isRunning() const { return m_stop != nullptr; }
    [[nodiscard]] double progress() const; ///< 0…1.
    [[nodiscard]] QString currentName() const { return m_name; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString undatedText() const; ///< How many name no date of publication, and what of it.
    [[nodiscard]] QString failures() const { return m_failures.join(QLatin1Char('\n')); } ///< A line each.
    [[nodiscard]] int failedCount() const { return static_cast<int>(m_failures.size()); }

    /// Takes @p urls in; of folders, what sourceFilesIn() finds in them.
    void start(const QList<QUrl> &urls);

    Q_INVOKABLE void cancel(); ///< Leaves the rest; what was taken in stays.
    Q_INVOKABLE void close();
    Q_INVOKABLE void copyFailures();

Q_SIGNALS:
    void changed();
    void added(qint64 document); ///< The first one, when all are done.

private:
    void take(const std::shared_ptr<std::stop_source> &stop, QStringList paths);
    void next();
    void settle(const QString &path, SourcesRead read);
    void add(const QString &path, std::vector<Document> documents);
    void settleAdded(const std::shared_ptr<std::stop_source> &stop, const std::optional<Changed> &done);
    void finish();

    CaseStore *m_store;
    std::shared_ptr<std::stop_source> m_stop; ///< Of the work that is going on; null while none is.
    std::deque<QString> m_waiting;
    QStringList m_failures;
    QString m_name;
    QSet<QByteArray> m_hashes; ///< Of the texts that were taken in.
    int m_total = 0; ///< Files.
    int m_added = 0; ///< Documents.
    int m_undated = 0;
    qint64 m_first = 0;
    bool m_open = false;
    bool m_cancelled = false;
    QThreadPool m_pool;
};

} // namespace dateline
