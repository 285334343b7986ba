#pragma once

#include "base/lonlat.h"
#include "base/result.h"
#include "domain/overlaystyle.h"

#include <QImage>
#include <QRectF>
#include <QSize>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace dateline
{

/// What of the earth a picture of an overlay shows, and how large it is.
struct OverlayView
{
    QString projection; ///< As Projection::definition(): a PROJ string or “EPSG:n”; a plane in metres.
    QRectF metres; ///< On that plane: left is west and top() is SOUTH, the least y; within one copy of the world.
    QSize sizePx; ///< Of the picture, in pixels of the device.
    double devicePixelRatio = 1; ///< Lines and letters are so many times as wide; 1 is 96 dots an inch.

    [[nodiscard]] double metresPerPixel() const { return metres.width() / sizePx.width(); }

    friend bool operator==(const OverlayView &, const OverlayView &) = default;
};

/// A row of an overlay's legend.
struct OverlayLegendRow
{
    QString text; ///< In the words of the file, or a value with its unit; may be empty.
    QImage swatch; ///< 2 × (24 × 14) pixels, with a pixel ratio of 2.
};

/// A file that lies over the map, open; one object is for one thread at a time, any.
class Overlay
{
public:
    /// Takes a coarser picture of the same view, before the finished one.
    using Meanwhile = std::function<void(const QImage &)>;

    Overlay() = default;
    virtual ~Overlay() = default;
    Q_DISABLE_COPY_MOVE(Overlay)

    /// The file as @p view shows it, opaque where it has something to say: visibility, opacity and order are whose who
    /// draw it. ARGB32 premultiplied, of the view's size, with its pixel ratio; fully transparent where there is nothing.
    ///
    /// Ends early, with any picture, once @p stop is requested; it looks at that every few hundredths of a second.
    /// @param meanwhile is called, in this thread, if the picture takes long; may be empty.
    /// Errors: Malformed where the file cannot be read on; Unsupported where the view's projection is unknown.
    [[nodiscard]] virtual Result<QImage> picture(const OverlayView &view, const std::stop_token &stop,
                                                 const Meanwhile &meanwhile = {}) = 0;

    /// Another style of the same file. Not for a change that isOpenedAlike() denies: then open it again.
    virtual void setStyle(const OverlayStyle &style) = 0;

    [[nodiscard]] virtual LonLatBox box() const = 0; ///< A box that holds all of it; see LonLatBox for over 180°.
    [[nodiscard]] virtual QString credit() const = 0; ///< What the file says of whose it is; may be empty.
    [[nodiscard]] virtual std::vector<OverlayLegendRow> legend() const = 0;
    [[nodiscard]] virtual QString summary() const = 0; ///< “20,000 × 20,000 pixels, WGS 84 / UTM zone 38N”.

    /// The layers of the file that FeatureStyle::layer may name, and the fields of the one shown; empty for pictures.
    [[nodiscard]] virtual QStringList layers() const { return {}; }
    [[nodiscard]] virtual QStringList fields() const { return {}; }
    /// Whether its values may be heights, so that TerrainStyle is offered.
    [[nodiscard]] virtual bool mayBeTerrain() const { return false; }
};

/// Opens the file at @p path closed (no network, no files that it points to) as what its first bytes tell: a picture, the
/// features of a vector file, or the terrain of a file of heights if @p style asks for it.
///
/// Errors: NotFound, Unreadable; Unsupported for a kind of file that is not read, or one that does not tell where on the
/// earth it lies; Malformed.
[[nodiscard]] Result<std::unique_ptr<Overlay>> openOverlay(const QString &path, const OverlayStyle &style);

/// Whether what was opened with the one style can be shown in the other.
[[nodiscard]] bool isOpenedAlike(const OverlayStyle &a, const OverlayStyle &b);

} // namespace dateline
