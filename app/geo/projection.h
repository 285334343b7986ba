#pragma once

#include "base/lonlat.h"
#include "base/result.h"

#include <QPointF>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// A map projection: longitude and latitude to metres on a plane, y northward.
///
/// Copies share nothing that changes, but one object is for one thread at a time.
class Projection
{
public:
    /// Web Mercator, computed without PROJ; latitudes are cut at ±85.051129.
    [[nodiscard]] static Projection webMercator();

    /// The projection that fits a map of @p box, mostly a Lambert conformal conic; see geo/projectionchoice.h.
    [[nodiscard]] static Projection fitting(const LonLatBox &box);

    /// The projection that a PROJ string or “EPSG:n” names; Malformed if PROJ does not know it, or if it does not
    /// lead from the surface of the earth to a plane in metres, east and north.
    [[nodiscard]] static Result<Projection> fromText(const QString &text);

    Projection(const Projection &other);
    Projection(Projection &&) noexcept;
    Projection &operator=(const Projection &other);
    Projection &operator=(Projection &&) noexcept;
    ~Projection();

    [[nodiscard]] QString name() const; ///< For credits: “Lambert conformal conic, 39°–41° N”.
    [[nodiscard]] QString definition() const; ///< A PROJ string or “EPSG:n”; the same figure again.
    [[nodiscard]] double centralMeridian() const; ///< Degrees; a map of the whole world ends 180° from it.

    /// Around all that an azimuthal projection shows, such as the horizon of an orthographic one; empty for others.
    [[nodiscard]] std::vector<LonLat> rim() const;

    /// Metres of @p position; none where the projection has no point for it.
    [[nodiscard]] std::optional<QPointF> metresFromLonLat(LonLat position) const;
    [[nodiscard]] std::optional<LonLat> lonLatFromMetres(QPointF metres) const;

    /// Many at once; positions without a point come out as NaN.
    void metresFromLonLats(std::span<const LonLat> positions, std::vector<QPointF> &metres) const;

private:
    struct Data;
    explicit Projection(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace dateline
