#pragma once

#include "map/markpainter.h"
#include "map/scene.h"
#include "ui/camera.h"
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
class IncidentLayer : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::Camera *camera READ camera WRITE setCamera NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::IncidentListModel *incidents READ incidents WRITE setIncidents NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Selection *selection READ selection WRITE setSelection NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(dateline::LabelLayer *labels READ labels WRITE setLabels NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(QString countText READ countText NOTIFY sceneChanged)
    Q_PROPERTY(QString hoveredTitle READ hoveredTitle NOTIFY hoveredChanged)
    Q_PROPERTY(bool hovering READ isHovering NOTIFY hoveredChanged)

public:
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
    void hoveredChanged();

protected:
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    void makeMarks(const Viewport &viewport);
    void makeClusters(const Viewport &viewport);
    void countWhatIsShown();
    [[nodiscard]] const Cluster *clusterAt(QPointF pixel) const;
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
    Scene m_scene;
    std::vector<Cluster> m_clusters; ///< Where marks would be too many to tell apart.
    std::optional<QPointF> m_hoveredCluster;
    std::vector<IncidentId> m_fan; ///< The incidents of one spot that are spread around it.
    QPointF m_fanMiddle;
    IncidentId m_hovered{};
    SpriteAtlas m_atlas;
    QImage m_under; ///< Areas and the fan's legs.
    QImage m_over; ///< Names.
    bool m_picturesAreNew = false;
};

} // namespace dateline
