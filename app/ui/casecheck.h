#pragma once

#include "casefile/verify.h"
#include "ui/casestore.h"

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>

#include <optional>
#include <thread>

namespace dateline
{

/// “Check this case”: a check of the open case by a worker, and its report.
class CaseCheck : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The history has it")
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool done READ isDone NOTIFY changed)
    Q_PROPERTY(bool holds READ holds NOTIFY changed)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed)
    Q_PROPERTY(QString facts READ facts NOTIFY changed)
    Q_PROPERTY(QStringList findings READ findings NOTIFY changed)
    Q_PROPERTY(QUrl suggestedFile READ suggestedFile NOTIFY changed)
    Q_PROPERTY(QString saved READ saved NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit CaseCheck(CaseStore *store, QObject *parent = nullptr);
    ~CaseCheck() override;

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isDone() const { return m_verification.has_value(); }
    [[nodiscard]] bool holds() const { return m_verification && m_verification->holds(); }
    [[nodiscard]] QString verdict() const; ///< One sentence; empty while there is none.
    [[nodiscard]] QString facts() const; ///< What was looked at, in one line.
    [[nodiscard]] QStringList findings() const; ///< Each with its place.
    [[nodiscard]] QUrl suggestedFile() const; ///< For the report, beside the case.
    [[nodiscard]] QString saved() const { return m_saved; } ///< The file that the report was written to.
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Checks the open case from the beginning; changed() tells the end.
    Q_INVOKABLE void start();

    /// Stops and forgets what was found.
    Q_INVOKABLE void clear();

    Q_INVOKABLE void save(const QUrl &file);

Q_SIGNALS:
    void changed();

private:
    void finish(Result<Verification> result);

    CaseStore *m_store;
    std::optional<Verification> m_verification;
    QString m_saved;
    QString m_problem;
    bool m_busy = false;
    int m_run = 0; // What an earlier one finds is not wanted any more.
    std::jthread m_worker; // The last member: it stops before the others go.
};

} // namespace dateline
