#pragma once

#include "ui/mapcoordinates.h"
#include "ui/measuretext.h"

#include <QList>
#include <QObject>
#include <QPointF>
#include <QStringList>
#include <QtQmlIntegration>

#include <optional>
#include <vector>

namespace dateline
{

/// The length of one leg, in the middle of it on the map.
struct MeasuredLeg
{
    Q_GADGET
    QML_VALUE_TYPE(measuredLeg)
    Q_PROPERTY(QPointF at MEMBER at CONSTANT)
    Q_PROPERTY(QString length MEMBER length CONSTANT)

public:
    QPointF at;
    QString length;

    friend bool operator==(const MeasuredLeg &, const MeasuredLeg &) = default;
};

/// Measures on the map, point by point, along the shortest ways on the ellipsoid: a way with its bearings, or an area.
class Measuring : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool active READ isActive NOTIFY changed)
    Q_PROPERTY(bool drawing READ isDrawing NOTIFY changed)
    Q_PROPERTY(bool area READ isArea NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int units READ units WRITE setUnits NOTIFY changed)
    Q_PROPERTY(QStringList unitNames READ unitNames CONSTANT)
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    Q_PROPERTY(QString total READ total NOTIFY pointed)
    Q_PROPERTY(QStringList details READ details NOTIFY pointed)
    Q_PROPERTY(QList<QPointF> line READ line NOTIFY moved)
    Q_PROPERTY(QList<QPointF> rubber READ rubber NOTIFY pointed)
    Q_PROPERTY(QList<QPointF> points READ points NOTIFY moved)
    Q_PROPERTY(QList<dateline::MeasuredLeg> legs READ legs NOTIFY pointed)

public:
    Measuring(Camera *camera, const MapCoordinates *coordinates, QObject *parent = nullptr);

    [[nodiscard]] bool isActive() const { return m_active; } ///< Something is measured, or was and still shows.
    [[nodiscard]] bool isDrawing() const { return m_drawing; } ///< Clicks add points.
    [[nodiscard]] bool isArea() const { return m_area; }
    [[nodiscard]] int count() const { return static_cast<int>(m_points.size()); } ///< Of points.
    [[nodiscard]] int units() const { return static_cast<int>(m_units); } ///< Among unitNames; kept between runs.
    void setUnits(int units);
    [[nodiscard]] QStringList unitNames() const;
    [[nodiscard]] QString hint() const; ///< One sentence on what to do now; empty if nothing more is to be.
    /// The length or the area, as far as the pointer while one is over the map.
    [[nodiscard]] QString total() const;
    [[nodiscard]] QStringList details() const; ///< What else is to tell, a line each.

    // In pixels of the map.
    [[nodiscard]] QList<QPointF> line() const; ///< Through all points; of a finished area, closed.
    [[nodiscard]] QList<QPointF> rubber() const; ///< To where the next point would come and, of an area, to the first.
    [[nodiscard]] QList<QPointF> points() const;
    [[nodiscard]] QList<MeasuredLeg> legs() const;

    Q_INVOKABLE void start(bool area); ///< From no point.
    Q_INVOKABLE void add(double longitude, double latitude);
    Q_INVOKABLE void addMiddle(); ///< A point in the middle of the map.
    Q_INVOKABLE void pointTo(double longitude, double latitude); ///< Where the next point would come.
    Q_INVOKABLE void pointAway(); ///< Nowhere.
    Q_INVOKABLE void takeBack(); ///< The last point.
    Q_INVOKABLE void finish(); ///< What is measured stays to be read; nothing stays of less than two points.
    Q_INVOKABLE void leave(); ///< Nothing stays.
    Q_INVOKABLE void copy(); ///< The result and the points, as text.

Q_SIGNALS:
    void changed();
    void moved(); ///< What is drawn, or the map under it.
    void pointed(); ///< The same, or where the next point would come.
    void copied(const QString &sentence);

private:
    [[nodiscard]] std::vector<LonLat> measured(bool withPointer) const;
    [[nodiscard]] QString totalOf(const std::vector<LonLat> &points) const;
    [[nodiscard]] double lengthOf(const std::vector<LonLat> &points) const;
    [[nodiscard]] QString resultText() const;
    void tell();

    Camera *m_camera;
    const MapCoordinates *m_coordinates;
    bool m_active = false;
    bool m_drawing = false;
    bool m_area = false;
    LengthUnits m_units;
    std::vector<LonLat> m_points;
    std::vector<double> m_known; ///< Metres that a pixel spanned when each was set.
    std::optional<LonLat> m_next;
};

} // namespace dateline
