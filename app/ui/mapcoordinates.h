#pragma once

#include "geo/coordinates.h"
#include "ui/camera.h"
#include "ui/incidentdetails.h"

#include <QObject>
#include <QPointF>
#include <QStringList>
#include <QtQmlIntegration>

#include <optional>

namespace dateline
{

/// How the window writes coordinates: of the place under the pointer, of the selected incident, and of the place that was
/// asked for by its coordinates and marked.
class MapCoordinates : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(int format READ format WRITE setFormat NOTIFY changed)
    Q_PROPERTY(QStringList formatNames READ formatNames CONSTANT)
    Q_PROPERTY(QString text READ text NOTIFY moved)
    Q_PROPERTY(bool pointed READ isPointed NOTIFY moved)
    Q_PROPERTY(QString incidentText READ incidentText NOTIFY changed)
    Q_PROPERTY(bool marked READ isMarked NOTIFY moved)
    Q_PROPERTY(QPointF markPixel READ markPixel NOTIFY moved)
    Q_PROPERTY(double markRadius READ markRadius NOTIFY moved)
    Q_PROPERTY(QString markText READ markText NOTIFY moved)

public:
    MapCoordinates(Camera *camera, IncidentDetails *details, QObject *parent = nullptr);

    [[nodiscard]] int format() const { return static_cast<int>(m_format); } ///< Among formatNames; kept between runs.
    void setFormat(int format);
    [[nodiscard]] QStringList formatNames() const;
    /// Where the pointer is or, with no pointer over the map, its middle; as closely as a pixel tells.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isPointed() const { return m_pointer.has_value(); }
    /// Empty unless the selected incident is known closely enough to have a point.
    [[nodiscard]] QString incidentText() const;
    [[nodiscard]] bool isMarked() const { return m_mark.has_value(); }
    [[nodiscard]] QPointF markPixel() const;
    [[nodiscard]] double markRadius() const; ///< In pixels, of what the coordinates could not tell apart.
    [[nodiscard]] QString markText() const;
    [[nodiscard]] QString textOf(LonLat at, double metres) const;
    /// Metres that a pixel of the map spans at @p at.
    [[nodiscard]] double metresAt(LonLat at) const;

    Q_INVOKABLE void point(QPointF pixel); ///< The pointer is there on the map.
    Q_INVOKABLE void leave(); ///< It is nowhere on the map.
    Q_INVOKABLE void copy(); ///< What text says.
    Q_INVOKABLE void copyAt(QPointF pixel);
    Q_INVOKABLE void copyIncident();
    Q_INVOKABLE void removeMark();

    /// Marks a place until another is, or the map is clicked, and brings it into view.
    void show(const CoordinateReading &place);

Q_SIGNALS:
    void changed();
    void moved(); ///< The pointer, the mark, or the map under them.
    void copied(const QString &sentence);

private:
    [[nodiscard]] LonLat placeAt(QPointF pixel) const;
    void copyText(const QString &text);

    Camera *m_camera;
    IncidentDetails *m_details;
    CoordinateFormat m_format;
    std::optional<QPointF> m_pointer;
    std::optional<CoordinateReading> m_mark;
};

} // namespace dateline
