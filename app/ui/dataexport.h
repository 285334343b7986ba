#pragma once

#include "exchange/exchange.h"
#include "ui/casestore.h"

#include <QUrl>
#include <QtQmlIntegration>

#include <atomic>
#include <memory>
#include <thread>

namespace dateline
{

class ChosenIncidents;
class IncidentListModel;

/// “Export data”: what the filter shows, what is selected or all of the case, in the forms that others use, written by a
/// worker while the window goes on.
class DataExport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QStringList scopeNames READ scopeNames NOTIFY changed)
    Q_PROPERTY(int scope READ scope WRITE setScope NOTIFY changed)
    Q_PROPERTY(QStringList formatNames READ formatNames CONSTANT)
    Q_PROPERTY(int format READ format WRITE setFormat NOTIFY changed)
    Q_PROPERTY(QString needs READ needs NOTIFY changed)
    Q_PROPERTY(bool blurred READ isBlurred WRITE setBlurred NOTIFY changed)
    Q_PROPERTY(bool graphicWords READ hasGraphicWords WRITE setGraphicWords NOTIFY changed)
    Q_PROPERTY(QString nameFilter READ nameFilter NOTIFY changed)
    Q_PROPERTY(QString suffix READ suffix NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString notes READ notes NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum State { Closed, Asking, Running, Done, Failed };
    Q_ENUM(State)
    enum Scope { Shown, Selected, All };
    Q_ENUM(Scope)

    DataExport(CaseStore *store, const IncidentListModel *incidents, const ChosenIncidents *chosen,
               QObject *parent = nullptr);
    ~DataExport() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QStringList scopeNames() const; ///< With how many each is; by Scope.
    [[nodiscard]] int scope() const { return m_scope; }
    void setScope(int scope);
    [[nodiscard]] QStringList formatNames() const; ///< By exportFormats().
    [[nodiscard]] int format() const { return m_format; }
    void setFormat(int format);
    [[nodiscard]] QString needs() const; ///< What the format leaves out; empty if nothing.
    [[nodiscard]] bool isBlurred() const { return m_isBlurred; } ///< Sensitive places are told by an area around them.
    void setBlurred(bool blurred);
    [[nodiscard]] bool hasGraphicWords() const { return m_hasGraphicWords; }
    void setGraphicWords(bool graphicWords);
    [[nodiscard]] QString nameFilter() const; ///< Of the file to write, for a dialog.
    [[nodiscard]] QString suffix() const; ///< Empty for a folder.
    [[nodiscard]] double progress() const; ///< 0…1.
    [[nodiscard]] QString summary() const; ///< How far it is, or what was written.
    [[nodiscard]] QString notes() const; ///< What was left out or altered, a line each.
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE void start();
    /// Writes to @p file in a worker.
    Q_INVOKABLE void save(const QUrl &file);
    /// Ends the export that runs: nothing is left of it.
    Q_INVOKABLE void stop();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();

private:
    void settle(int run, Result<ExportReport> report);
    [[nodiscard]] const ExportFormat &chosenFormat() const;

    CaseStore *m_store;
    const IncidentListModel *m_incidents;
    const ChosenIncidents *m_chosen;
    State m_state = Closed;
    int m_scope = Shown;
    int m_format = 0;
    bool m_isBlurred = true;
    bool m_hasGraphicWords = false;
    QString m_path;
    QString m_problem;
    ExportReport m_report;
    ExportProgress m_progress;
    int m_run = 0; ///< What an earlier export tells is not wanted any more.
    std::shared_ptr<std::atomic<bool>> m_stopped;
    std::jthread m_writer; ///< The last member: it ends before the others go.
};

} // namespace dateline
