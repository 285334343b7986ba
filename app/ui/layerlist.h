#pragma once

#include "map/overlaypicture.h"
#include "publish/caselayers.h"
#include "ui/camera.h"
#include "ui/casestore.h"

#include <QAbstractListModel>
#include <QThreadPool>
#include <QUrl>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// The files over the map, the uppermost first, and the pane that lists them.
class LayerList : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(int count READ count NOTIFY listChanged)
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(bool canChange READ canChange NOTIFY listChanged)
    Q_PROPERTY(QString credits READ credits NOTIFY drawnChanged)
    Q_PROPERTY(QStringList fillNames READ fillNames CONSTANT)
    Q_PROPERTY(QStringList markNames READ markNames CONSTANT)

public:
    enum Role {
        TitleRole = Qt::UserRole,
        SourceRole, ///< As the case names the file.
        ValuesRole, ///< As layerValuesOf().
        ProblemRole, ///< Why it is not shown, in a sentence; empty if nothing keeps it from that.
        MissingRole, ///< Whether its file is not there.
        SummaryRole, ///< What the file is.
        CreditRole, ///< What the file says of whose it is.
        LegendRole, ///< Maps with “text” and “image”, a PNG as data URL.
        LayersRole,
        FieldsRole,
        TerrainRole, ///< Whether it may be shown as terrain.
        PictureRole ///< Whether it is a picture, with contrast and the like.
    };

    LayerList(CaseStore *store, Camera *camera, QObject *parent = nullptr);
    ~LayerList() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Whether a file called @p name is a layer rather than anything else, told by its ending.
    [[nodiscard]] static bool isLayer(const QString &name);

    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int current() const { return m_current; } ///< The row whose style is shown; −1: none.
    void setCurrent(int row);
    [[nodiscard]] bool canChange() const;
    [[nodiscard]] QString credits() const; ///< Of those that are shown, in a line.
    [[nodiscard]] QStringList fillNames() const;
    [[nodiscard]] QStringList markNames() const;

    /// What is to be drawn now, the lowest first.
    [[nodiscard]] std::vector<DrawnOverlay> drawn() const;
    /// Draws @p preview over all others and not the layer @p instead, until told otherwise.
    void setPreview(std::optional<DrawnOverlay> preview, LayerId instead = {});
    /// Runs @p task in a worker.
    void work(std::function<void()> task);
    void tellProblems(const QStringList &sentences);
    /// A picture was made: legends may be known now.
    void tellLegends();

    Q_INVOKABLE void show();
    Q_INVOKABLE void close();
    /// Opens it first; one that cannot be shown is not taken, and told or, if it only lacks a place, wanted to be placed.
    Q_INVOKABLE void add(const QUrl &file);
    Q_INVOKABLE void editPoints(int row); ///< Of a scanned map.

    // Each is one step to undo.
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void move(int row, int to);
    Q_INVOKABLE void rename(int row, const QString &title);
    Q_INVOKABLE void find(int row, const QUrl &file); ///< Says where its file is now.
    Q_INVOKABLE void set(int row, const QString &value, const QVariant &to);
    /// Shows what set() would do, until that or reset().
    Q_INVOKABLE void preview(int row, const QString &value, const QVariant &to);

    Q_INVOKABLE void zoomTo(int row);

Q_SIGNALS:
    void listChanged();
    void openChanged();
    void currentChanged();
    void drawnChanged();
    void placeWanted(const QString &path); ///< Of a picture that does not tell where it lies.
    void pointsWanted(qint64 layer);
    void failed(const QString &sentence);

private:
    struct Row
    {
        CaseLayer layer; ///< As the case has it, or as it is previewed.
        std::shared_ptr<SharedOverlay> overlay;
        QString problem;
        bool isMissing = false;
        bool isOpening = false;
    };

    void reload();
    void openRow(Row &row);
    void addOpened(const std::shared_ptr<SharedOverlay> &overlay, const QStringList &tables);
    void takeOpened(const QString &path, const OverlayStyle &style,
                    const Result<std::shared_ptr<SharedOverlay>> &overlay);
    void rowChanged(std::size_t row);
    [[nodiscard]] Row *at(int row);
    [[nodiscard]] std::vector<CaseLayer> stored() const; ///< What the case has now, the lowest first.
    [[nodiscard]] std::optional<CaseLayer> stored(LayerId id) const;

    CaseStore *m_store;
    Camera *m_camera;
    std::vector<Row> m_rows; ///< The uppermost first.
    std::optional<DrawnOverlay> m_preview;
    LayerId m_replaced{}; ///< By the preview.
    std::shared_ptr<SharedOverlay> m_added; ///< While its layer is made.
    bool m_open = false;
    int m_current = -1;
    QThreadPool m_pool;
};

} // namespace dateline
