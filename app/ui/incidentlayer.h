#pragma once

#include "map/markpainter.h"
#include "map/scene.h"
#include "ui/camera.h"
#include "ui/clusteratlas.h"
#include "ui/clusterglide.h"
#include "ui/incidentfield.h"
#include "ui/incidentlistmodel.h"
#include "ui/labellayer.h"
#include "ui/look.h"
#include "ui/selection.h"
#include "ui/spriteatlas.h"

#include <QQuickItem>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// The incidents over the map: areas, marks as sprites, and their names; knows what lies under the pointer.
///
/// More than can be told apart are shown in one of several ways: as clusters, as a dot each, by their density in squares
/// or as a heat map. For their numbers by province, ProvinceLayer draws, and this one no more than the selected.
class IncidentLayer : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::Camera *camera READ camera WRITE setCamera NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::IncidentListModel *incidents READ incidents WRITE setIncidents NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Selection *selection READ selection WRITE setSelection NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::LabelLayer *labels READ labels WRITE setLabels NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(View view READ view WRITE setView NOTIFY viewChanged)
    Q_PROPERTY(QStringList legend READ legend NOTIFY sceneChanged)
    Q_PROPERTY(QString legendTitle READ legendTitle NOTIFY sceneChanged)
    Q_PROPERTY(QString countText READ countText NOTIFY sceneChanged)
    Q_PROPERTY(QString hoveredTitle READ hoveredTitle NOTIFY hoveredChanged)
    Q_PROPERTY(bool hovering READ isHovering NOTIFY hoveredChanged)

public:
    enum View { Clusters, Points, Density, Heat, Provinces, ProvincesPerArea };
    Q_ENUM(View)

    explicit IncidentLayer(QQuickItem *parent = nullptr);

    [[nodiscard]] Camera *camera() const { return m_camera; }
    void setCamera(Camera *camera);
    [[nodiscard]] IncidentListModel *incidents() const { return m_incidents; }
    void setIncidents(IncidentListModel *incidents);
    [[nodiscard]] Selection *selection() const { return m_selection; }
    void setSelection(Selection *selection);
    [[nodiscard]] Look *look() const { return m_look; }
    void setLook(Look *look);
    [[nodiscard]] LabelLayer *labels() const { return m_labels; }
    void setLabels(LabelLayer *labels);

    [[nodiscard]] View view() const { return m_view; }
    void setView(View view);
    /// The classes of a density or heat map; empty in other views.
    [[nodiscard]] QStringList legend() const { return m_field.scale().texts(); }
    [[nodiscard]] QString legendTitle() const { return m_field.title(); }
    Q_INVOKABLE [[nodiscard]] QColor legendColour(int index) const
    {
        return m_field.scale().colour(static_cast<std::size_t>(index));
    }

    [[nodiscard]] const Scene &scene() const { return m_scene; }
    [[nodiscard]] QString countText() const; ///< “5 of 6 shown on the map · 1 has no place”.
    [[nodiscard]] QString hoveredTitle() const;
    [[nodiscard]] bool isHovering() const { return m_hovered != IncidentId{} || m_hoveredCluster; }

    /// Tells what lies under the pointer at @p pixel.
    Q_INVOKABLE void hover(QPointF pixel);
    Q_INVOKABLE void leave();

    /// Selects what lies at @p pixel; several in one spot fan out first.
    Q_INVOKABLE void click(QPointF pixel);

Q_SIGNALS:
    void partsChanged();
    void sceneChanged();
    void viewChanged();
    void hoveredChanged();

protected:
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    void makeMarks(const Viewport &viewport, const std::vector<std::uint32_t> &rows);
    void makeClusters(const Viewport &viewport);
    void makeField(const Viewport &viewport);
    void addSelected(const Viewport &viewport);
    void countWhatIsShown();
    [[nodiscard]] const Cluster *clusterAt(QPointF pixel) const;
    [[nodiscard]] std::vector<IncidentId> incidentsUnder(QPointF pixel) const;
    [[nodiscard]] QString clusterText(const Cluster &cluster) const;
    void open(const Cluster &cluster);
    void fanOut();
    void paintPictures();
    [[nodiscard]] std::vector<QRectF> takenBoxes() const;
    [[nodiscard]] MarkState stateOf(const std::vector<IncidentId> &incidents) const;
    void setHovered(IncidentId id);

    Camera *m_camera = nullptr;
    IncidentListModel *m_incidents = nullptr;
    Selection *m_selection = nullptr;
    Look *m_look = nullptr;
    LabelLayer *m_labels = nullptr;
    View m_view = Clusters;
    Scene m_scene;
    std::vector<Cluster> m_clusters; ///< Where marks would be too many to tell apart.
    ClusterGlide m_glide;
    std::optional<QPointF> m_hoveredCluster;
    std::vector<IncidentId> m_fan; ///< The incidents of one spot that are spread around it.
    std::optional<WorldCell> m_fanCell; ///< The cluster that they were.
    QPointF m_fanMiddle;
    IncidentId m_hovered{};
    SpriteAtlas m_atlas;
    int m_atlasShown = -1; ///< The version of it that the scene graph has.
    ClusterAtlas m_clusterAtlas;
    IncidentField m_field;
    QImage m_under; ///< Areas and the fan's legs.
    QImage m_over; ///< Names.
    bool m_picturesAreNew = false;
};

} // namespace dateline
