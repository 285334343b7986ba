#pragma once

#include "figure/figure.h"
#include "ui/basemapsource.h"
#include "ui/camera.h"
#include "ui/casestore.h"
#include "ui/figuresettings.h"
#include "ui/incidentlistmodel.h"

#include <QImage>
#include <QUrl>
#include <QtQmlIntegration>

#include <atomic>
#include <functional>
#include <memory>

namespace dateline
{

class FigureDesk;
class NoteDesk;

/// “Make a figure”: its settings, a preview painted by a worker, and the way into a file.
class FigureMaker : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("ui/figuredesk.h")
    Q_MOC_INCLUDE("ui/notedesk.h")
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(dateline::FigureSettings *settings READ settings CONSTANT)
    Q_PROPERTY(dateline::FigureDesk *desk READ desk CONSTANT)
    Q_PROPERTY(dateline::NoteDesk *notes READ notes CONSTANT)
    Q_PROPERTY(QStringList kept READ kept NOTIFY keptChanged)
    Q_PROPERTY(int keptIndex READ keptIndex NOTIFY changed)
    Q_PROPERTY(bool canKeep READ canKeep NOTIFY changed)
    Q_PROPERTY(QStringList printers READ printers NOTIFY changed)
    Q_PROPERTY(bool saving READ isSaving NOTIFY savingChanged)
    Q_PROPERTY(QString progress READ progress NOTIFY savingChanged)
    Q_PROPERTY(QString projectionProblem READ projectionProblem NOTIFY changed)
    Q_PROPERTY(bool hasSensitive READ hasSensitive NOTIFY changed)
    Q_PROPERTY(bool hasGraphic READ hasGraphic NOTIFY changed)
    Q_PROPERTY(QString withheld READ withheld NOTIFY previewChanged)
    Q_PROPERTY(QStringList warnings READ warnings NOTIFY previewChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString printed READ printed NOTIFY changed)
    Q_PROPERTY(QString saved READ saved NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString alternativeText READ alternativeText NOTIFY previewChanged)

public:
    FigureMaker(CaseStore *store, IncidentListModel *incidents, BaseMapSource *baseMap, Camera *camera,
                QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] FigureSettings *settings() { return &m_settings; }
    /// The names of the figures that the case keeps.
    [[nodiscard]] QStringList kept() const;
    [[nodiscard]] int keptIndex() const; ///< Of the one that is shown; −1 for a new one.
    [[nodiscard]] bool canKeep() const; ///< Unless the case is open for reading.
    [[nodiscard]] const QStringList &printers() const { return m_printers; }
    [[nodiscard]] bool isSaving() const { return m_saving; }
    [[nodiscard]] QString progress() const { return m_progress; } ///< Of an atlas that is being saved: “3 of 12 pages”.
    [[nodiscard]] QString projectionProblem() const { return m_projectionProblem; }
    [[nodiscard]] bool hasSensitive() const; ///< Whether there is a place to blur.
    [[nodiscard]] bool hasGraphic() const; ///< Whether there are graphic words.
    // Of the preview: what it leaves out, what to know before it is published, the text for those who do not see it.
    [[nodiscard]] QString withheld() const { return m_report.withheld; }
    [[nodiscard]] const QStringList &warnings() const { return m_report.warnings; }
    [[nodiscard]] QString alternativeText() const { return m_report.alternativeText; }
    [[nodiscard]] bool isBusy() const { return m_painting; }
    [[nodiscard]] QString saved() const { return m_saved; } ///< The file that was written last.
    [[nodiscard]] QString printed() const { return m_printed; } ///< The printer that took it last.
    [[nodiscard]] QString problem() const { return m_loadProblem.isEmpty() ? m_problem : m_loadProblem; }
    [[nodiscard]] const QImage &preview() const { return m_preview; }
    [[nodiscard]] const FigureReport &report() const { return m_report; } ///< Of the preview.
    [[nodiscard]] FigureDesk *desk() { return m_desk; }
    [[nodiscard]] NoteDesk *notes() { return m_notes; }

    Q_INVOKABLE void start();
    Q_INVOKABLE void close();

    /// Writes the figure, or the atlas, in a worker; saved or problem tells the end.
    Q_INVOKABLE void save(const QUrl &file);
    void tellProblem(const QString &problem);
    Q_INVOKABLE void stopSaving(); ///< After the page that is being drawn.
    /// Keeps the figure in the case, as a step that can be undone: a new one, or the one that is shown as it is now.
    Q_INVOKABLE void keep();
    /// Shows the kept figure @p index with its filter; a new one of what the window shows for −1.
    Q_INVOKABLE void openKept(int index);
    Q_INVOKABLE void removeKept();
    /// Saves how the figure looks, for others to look alike; problem tells what fails.
    Q_INVOKABLE void saveTemplate(const QUrl &file);
    /// Takes the look of a figure that saveTemplate() saved.
    Q_INVOKABLE void openTemplate(const QUrl &file);
    /// Puts it on the clipboard as an image, as sharp as it would be saved.
    Q_INVOKABLE void copy();

    /// Hands it to @p printer as a PDF page; problem tells what fails.
    Q_INVOKABLE void print(const QString &printer);

    /// Writes the figure now; for the self-test.
    [[nodiscard]] Result<FigureReport> write(const QString &path);

Q_SIGNALS:
    void changed();
    void previewChanged();
    void keptChanged();
    void savingChanged();
    void written();

private:
    void load();
    void readKept();
    void take(Result<FigureContent> content);
    void update();
    void forgetOutcome();
    void paintPreview();
    /// Calls @p work in a worker, and what that returns here, unless this is gone by then.
    void inWorker(std::function<std::function<void(FigureMaker &)>()> work);

    CaseStore *m_store;
    IncidentListModel *m_incidents;
    BaseMapSource *m_baseMap;
    Camera *m_camera;
    FigureSettings m_settings;
    FigureDesk *m_desk;
    NoteDesk *m_notes;
    FigureContent m_content;
    QString m_projectionProblem;
    QString m_loadProblem;
    bool m_open = false;
    int m_loading = 0; ///< Counts what was asked for.
    bool m_painting = false;
    bool m_stale = false; ///< The settings changed while the preview was painted.
    QImage m_preview;
    FigureReport m_report; ///< Of the preview.
    std::vector<FigureSpec> m_kept;
    std::shared_ptr<std::atomic_bool> m_stop; ///< Set for what is being saved.
    bool m_saving = false;
    QString m_progress;
    QStringList m_printers;
    QString m_printed;
    QString m_saved;
    QString m_problem;
};

} // namespace dateline
