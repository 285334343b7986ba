#pragma once

#include "ui/layerlist.h"
#include "ui/scandraft.h"
#include "ui/scanjudgement.h"
#include "ui/scansource.h"

namespace dateline
{

/// Placing a picture of a map by points that are found both in it and on the map: a row for each of them.
class ScanDesk : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)
    Q_PROPERTY(bool editing READ isEditing NOTIFY openChanged)
    Q_PROPERTY(QString title READ title NOTIFY openChanged)
    Q_PROPERTY(int count READ count NOTIFY pointsChanged)
    Q_PROPERTY(int selected READ selected WRITE setSelected NOTIFY selectedChanged)
    Q_PROPERTY(QString placeText READ placeText NOTIFY selectedChanged)
    Q_PROPERTY(QString hint READ hint NOTIFY pointsChanged)
    Q_PROPERTY(int wanted READ wanted NOTIFY pointsChanged)
    Q_PROPERTY(int transformation READ transformation WRITE setTransformation NOTIFY pointsChanged)
    Q_PROPERTY(QStringList transformations READ transformations NOTIFY pointsChanged)
    Q_PROPERTY(QString purpose READ purpose NOTIFY pointsChanged)
    Q_PROPERTY(QString verdict READ verdict NOTIFY judged)
    Q_PROPERTY(bool doubtful READ isDoubtful NOTIFY judged)
    Q_PROPERTY(bool canSave READ canSave NOTIFY judged)
    Q_PROPERTY(double opacity READ opacity WRITE setOpacity NOTIFY opacityChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY pointsChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY pointsChanged)

public:
    enum Role {
        PixelRole = Qt::UserRole, ///< In pixels of the picture.
        InPictureRole, ///< Whether there is one.
        LongitudeRole,
        LatitudeRole,
        OnMapRole,
        UsedRole,
        ErrorRole, ///< How far off it is, or what it lacks.
        DoubtfulRole
    };

    /// Where the next click is wanted.
    enum Wanted { Anywhere, InPicture, OnMap };
    Q_ENUM(Wanted)

    ScanDesk(CaseStore *store, LayerList *layers, Camera *camera, QObject *parent = nullptr);
    ~ScanDesk() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isOpen() const { return m_picture != nullptr; }
    [[nodiscard]] bool isEditing() const { return m_layer != LayerId{}; } ///< A layer that the case has.
    [[nodiscard]] QString title() const; ///< The name of the picture's file.
    [[nodiscard]] const std::shared_ptr<ScanSource> &picture() const { return m_picture; } ///< Null unless open.
    [[nodiscard]] int count() const { return m_rows; }
    [[nodiscard]] int selected() const { return m_selected; } ///< −1: none.
    void setSelected(int row);
    [[nodiscard]] QString placeText() const; ///< Of the selected point, in degrees; empty if it has none.
    [[nodiscard]] QString hint() const; ///< What to do next.
    [[nodiscard]] int wanted() const;
    [[nodiscard]] int transformation() const { return static_cast<int>(m_draft.transformation()); }
    void setTransformation(int transformation);
    [[nodiscard]] QStringList transformations() const; ///< With how many points each needs.
    [[nodiscard]] QString purpose() const; ///< What the transformation is for.
    [[nodiscard]] QString verdict() const; ///< How well the points agree, or why they do not place the picture yet.
    [[nodiscard]] bool isDoubtful() const { return m_judgement.doubtful.has_value(); }
    [[nodiscard]] bool canSave() const { return m_judgement.fit && m_judgedTurn == m_turn; }
    [[nodiscard]] double opacity() const { return m_opacity; }
    void setOpacity(double opacity);
    [[nodiscard]] bool canUndo() const { return m_draft.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_draft.canRedo(); }

    /// Opens the picture @p path to be placed; a file that is none is told.
    void start(const QString &path);
    /// Opens the picture of the layer with number @p layer, with its points.
    void edit(qint64 layer);

    Q_INVOKABLE void place(const QUrl &file); ///< As start().
    Q_INVOKABLE void clickPicture(QPointF pixel); ///< Outside the picture it does nothing.
    Q_INVOKABLE void clickMap(double longitude, double latitude);
    Q_INVOKABLE void movePixel(int row, QPointF pixel, bool goesOn); ///< @p goesOn: as one step with the last.
    Q_INVOKABLE void movePlace(int row, double longitude, double latitude, bool goesOn);
    Q_INVOKABLE void typePlace(const QString &text); ///< Of the selected point, or of a new one.
    Q_INVOKABLE void setUsed(int row, bool used);
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void show(int row); ///< Selects it and brings it into view.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void save(); ///< As a layer, in one step; ends it.
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void openChanged();
    void pointsChanged();
    void selectedChanged();
    void judged();
    void opacityChanged();
    void pixelShown(QPointF pixel); ///< Is to be brought into view.
    void failed(const QString &sentence);

private:
    void openPicture(const QString &path, const OverlayStyle &style, LayerId layer);
    void begin(std::shared_ptr<ScanSource> picture, const QString &path, const OverlayStyle &style, LayerId layer);
    void end();
    void follow(); ///< Another state of the draft.
    void judge();
    void preview();
    [[nodiscard]] bool has(int row) const { return row >= 0 && row < m_rows; }
    [[nodiscard]] const ScanPair *pairAt(int row) const;
    [[nodiscard]] QString errorOf(int row) const;
    [[nodiscard]] OverlayStyle styleNow() const;

    CaseStore *m_store;
    LayerList *m_layers;
    Camera *m_camera;
    std::shared_ptr<ScanSource> m_picture;
    std::shared_ptr<SharedOverlay> m_overlay; ///< The same, as it lies on the map; null before it does.
    QString m_path;
    LayerId m_layer{};
    OverlayStyle m_style; ///< But for what is set here.
    double m_opacity = 1;
    ScanDraft m_draft;
    int m_rows = 0;
    int m_selected = -1;
    ScanJudgement m_judgement;
    int m_turn = 0; ///< Counts what is to be judged.
    int m_judgedTurn = 0;
    QThreadPool m_pool;
};

} // namespace dateline
