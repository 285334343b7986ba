#pragma once

#include "map/basemap.h"
#include "map/viewport.h"

#include <QObject>
#include <QSizeF>
#include <QtQmlIntegration>

namespace dateline
{

/// Where the map looks: follows Qt Location's Map, and asks it to move.
class Camera : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(double longitude READ longitude NOTIFY changed)
    Q_PROPERTY(double latitude READ latitude NOTIFY changed)
    Q_PROPERTY(double zoom READ zoom NOTIFY changed)
    Q_PROPERTY(double scaleLength READ scaleLength NOTIFY changed)
    Q_PROPERTY(QString scaleText READ scaleText NOTIFY changed)

public:
    static constexpr double nearestZoom = 14;

    explicit Camera(QObject *parent = nullptr);

    [[nodiscard]] double longitude() const { return m_centre.lon; }
    [[nodiscard]] double latitude() const { return m_centre.lat; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] QSizeF size() const { return m_size; }

    /// The scale bar for the middle of the view: its length in pixels and its words.
    [[nodiscard]] double scaleLength() const;
    [[nodiscard]] QString scaleText() const;

    /// The view that the map shows; one with a size of 1 × 1 before it is laid out.
    [[nodiscard]] Viewport viewport() const;

    /// Where the view shows a position, in pixels from its top left; far outside if nowhere.
    [[nodiscard]] Q_INVOKABLE QPointF pixelOf(double longitude, double latitude) const;

    /// Told by the map after it moved.
    Q_INVOKABLE void follow(double longitude, double latitude, double zoom, QSizeF size);

    enum class Motion : std::uint8_t { Jump, Glide };

    /// Asks the map to show all of @p box, with room around it.
    void fit(const LonLatBox &box, Motion motion);

    /// Asks the map to bring @p position into view if it is not well inside, without zooming out.
    void reveal(LonLat position);

    /// Asks the map to look at @p position from at least @p zoom.
    void look(LonLat position, double zoom);

    /// Asks the map to look at @p position from @p zoom, nearer or farther.
    void go(LonLat position, double zoom);

Q_SIGNALS:
    void changed();
    void moveRequested(double longitude, double latitude, double zoom, bool smooth);

private:
    [[nodiscard]] ScaleBar scaleBar() const;
    [[nodiscard]] bool canFit() const;
    void fitNow(const LonLatBox &box, Motion motion);

    LonLat m_centre;
    double m_zoom = 2;
    QSizeF m_size;
    std::optional<LonLatBox> m_fitted; ///< To fit as soon as the map has a size, and again when that changes.
    std::optional<double> m_fittedZoom; ///< The zoom that was asked for then.
    bool m_fitting = false; ///< The map is moving as it was asked to.
};

} // namespace dateline
