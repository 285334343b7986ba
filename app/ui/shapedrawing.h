#pragma once

#include "ui/camera.h"
#include "ui/casestore.h"
#include "ui/incidentlistmodel.h"

#include <QList>
#include <QObject>
#include <QPointF>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// Draws a shape on the map, corner by corner, for the filter to keep what lies in it; and knows the outline of the area
/// that the filter keeps now.
class ShapeDrawing : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool active READ isActive NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    Q_PROPERTY(QList<QPointF> drawn READ drawn NOTIFY moved)
    Q_PROPERTY(QList<QPointF> kept READ kept NOTIFY moved)

public:
    ShapeDrawing(CaseStore *store, IncidentListModel *incidents, Camera *camera, QObject *parent = nullptr);

    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] int count() const { return static_cast<int>(m_corners.size()); } ///< Of corners.
    [[nodiscard]] QString hint() const; ///< One sentence on what to do now.
    /// The corners in pixels of the map.
    [[nodiscard]] QList<QPointF> drawn() const;
    /// The edge of the filter's area in pixels of the map, closed; empty if the whole world is kept.
    [[nodiscard]] QList<QPointF> kept() const;

    Q_INVOKABLE void start(); ///< From no corner.
    Q_INVOKABLE void add(double longitude, double latitude);
    Q_INVOKABLE void addMiddle(); ///< A corner in the middle of the map.
    Q_INVOKABLE void takeBack(); ///< The last corner.
    Q_INVOKABLE void close(); ///< Keeps what lies in the shape, if it has three corners.
    Q_INVOKABLE void leave(); ///< Keeps what was kept before.

Q_SIGNALS:
    void changed();
    void moved(); ///< What is drawn, or the map under it.

private:
    void tell(const QString &problem);
    void follow();

    IncidentListModel *m_incidents;
    Camera *m_camera;
    bool m_active = false;
    std::vector<LonLat> m_corners;
    QString m_problem; ///< Why the last thing was not done; empty if it was.
    std::optional<FilterArea> m_area; ///< The filter's.
    std::vector<LonLat> m_outline; ///< Of that.
};

} // namespace dateline
