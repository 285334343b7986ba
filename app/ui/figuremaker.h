#pragma once

#include "figure/figure.h"
#include "ui/basemapsource.h"
#include "ui/camera.h"
#include "ui/casestore.h"
#include "ui/incidentlistmodel.h"
#include "ui/look.h"

#include <QImage>
#include <QQuickPaintedItem>
#include <QUrl>
#include <QtQmlIntegration>

namespace dateline
{

/// “Make a figure”: its settings, a preview painted by a worker, and the way into a file.
class FigureMaker : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle WRITE setSubtitle NOTIFY changed)
    Q_PROPERTY(QString credit READ credit WRITE setCredit NOTIFY changed)
    Q_PROPERTY(int size READ size WRITE setSize NOTIFY changed)
    Q_PROPERTY(QStringList sizeNames READ sizeNames CONSTANT)
    Q_PROPERTY(int dpi READ dpi WRITE setDpi NOTIFY changed)
    Q_PROPERTY(bool asSeen READ isAsSeen WRITE setAsSeen NOTIFY changed)
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY changed)
    Q_PROPERTY(int blur READ blur WRITE setBlur NOTIFY changed)
    Q_PROPERTY(QStringList blurNames READ blurNames CONSTANT)
    Q_PROPERTY(bool hasSensitive READ hasSensitive NOTIFY changed)
    Q_PROPERTY(bool graphicWords READ graphicWords WRITE setGraphicWords NOTIFY changed)
    Q_PROPERTY(bool hasGraphic READ hasGraphic NOTIFY changed)
    Q_PROPERTY(QString withheld READ withheld NOTIFY previewChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString saved READ saved NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString alternativeText READ alternativeText NOTIFY previewChanged)

public:
    FigureMaker(CaseStore *store, IncidentListModel *incidents, BaseMapSource *baseMap, Camera *camera,
                QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QString title() const { return m_spec.title; }
    void setTitle(const QString &title);
    [[nodiscard]] QString subtitle() const { return m_spec.subtitle; }
    void setSubtitle(const QString &subtitle);
    [[nodiscard]] QString credit() const { return m_spec.credit; }
    void setCredit(const QString &credit);
    [[nodiscard]] int size() const { return m_size; }
    void setSize(int size);
    [[nodiscard]] QStringList sizeNames() const;
    [[nodiscard]] int dpi() const { return m_spec.dpi; }
    void setDpi(int dpi);
    [[nodiscard]] bool isAsSeen() const { return m_spec.box.has_value(); }
    void setAsSeen(bool asSeen);
    [[nodiscard]] bool isDark() const { return m_spec.dark; }
    void setDark(bool dark);
    /// Among blurNames, which tell radii; the first shows sensitive places as they are.
    [[nodiscard]] int blur() const;
    void setBlur(int blur);
    [[nodiscard]] QStringList blurNames() const;
    [[nodiscard]] bool hasSensitive() const; ///< Whether there is a place to blur.
    [[nodiscard]] bool graphicWords() const { return m_spec.graphicWords; }
    void setGraphicWords(bool graphicWords);
    [[nodiscard]] bool hasGraphic() const; ///< Whether there are graphic words.
    [[nodiscard]] QString withheld() const { return m_withheld; } ///< What the preview leaves out, in sentences.
    [[nodiscard]] bool isBusy() const { return m_painting; }
    [[nodiscard]] QString saved() const { return m_saved; } ///< The file that was written last.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString alternativeText() const { return m_alternativeText; }
    [[nodiscard]] const QImage &preview() const { return m_preview; }
    [[nodiscard]] QSize pageSize() const { return {m_spec.widthPx, m_spec.heightPx}; }

    Q_INVOKABLE void start();
    Q_INVOKABLE void close();

    /// Writes the figure in a worker; saved or problem tells the end.
    Q_INVOKABLE void save(const QUrl &file);

    /// Writes the figure now; for the self-test.
    [[nodiscard]] Result<FigureReport> write(const QString &path);

Q_SIGNALS:
    void changed();
    void previewChanged();
    void written();

private:
    void update();
    void paintPreview();
    [[nodiscard]] FigureContent content();

    CaseStore *m_store;
    IncidentListModel *m_incidents;
    BaseMapSource *m_baseMap;
    Camera *m_camera;
    FigureSpec m_spec;
    FigureContent m_content;
    int m_size = 0;
    bool m_open = false;
    bool m_painting = false;
    bool m_stale = false; ///< The settings changed while the preview was painted.
    QImage m_preview;
    QString m_alternativeText;
    QString m_withheld;
    QString m_saved;
    QString m_problem;
};

/// Shows the preview, as large as it fits.
class FigurePreview : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::FigureMaker *maker READ maker WRITE setMaker NOTIFY makerChanged REQUIRED)

public:
    explicit FigurePreview(QQuickItem *parent = nullptr);

    [[nodiscard]] FigureMaker *maker() const { return m_maker; }
    void setMaker(FigureMaker *maker);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void makerChanged();

private:
    FigureMaker *m_maker = nullptr;
};

} // namespace dateline
