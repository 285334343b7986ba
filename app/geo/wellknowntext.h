#pragma once

#include "base/lonlat.h"

#include <QByteArray>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>
#include <optional>

namespace dateline
{

/// The plane of a projection as other programs of maps know it.
///
/// One object is for one thread at a time.
class NamedPlane
{
public:
    /// @param definition as Projection::definition() gives it, or well-known text.
    explicit NamedPlane(const QString &definition);
    NamedPlane(NamedPlane &&) noexcept;
    NamedPlane &operator=(NamedPlane &&) noexcept;
    ~NamedPlane();

    /// The plane in well-known text: Esri's, which nearly all programs read, else ISO 19162. Empty if neither leads to
    /// this plane in @p shown.
    [[nodiscard]] QByteArray wellKnownText(const QRectF &shown) const;

    /// Whether all over @p shown, in metres, both planes have the same positions; false if they have none.
    [[nodiscard]] bool isLike(const NamedPlane &other, const QRectF &shown) const;

    /// Longitude and latitude of @p metres on the ellipsoid and datum of the plane itself, which may lie some hundred
    /// metres from WGS 84; none where the plane has no point of the earth.
    [[nodiscard]] std::optional<LonLat> ownDegrees(QPointF metres) const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace dateline
