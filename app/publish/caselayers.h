#pragma once

#include "casefile/case.h"
#include "domain/overlaystyle.h"

#include <vector>

namespace dateline
{

/// A layer of a case, with what its row says read.
struct CaseLayer
{
    Layer layer;
    OverlayStyle style;
    QString path; ///< Of its file, whether or not it is there.
};

/// The layers of @p file, the lowest first.
[[nodiscard]] Result<std::vector<CaseLayer>> layersOf(const Case &file);

/// @p path as a layer of the case at @p casePath keeps it: relative where both lie in one folder or near, so that they can
/// be moved together.
[[nodiscard]] QString layerSource(const QString &casePath, const QString &path);
[[nodiscard]] QString layerPath(const QString &casePath, const QString &source);

/// “There is no file maps/x.tif, where the case looks for the layer “x””; empty if there is.
[[nodiscard]] QString missingText(const CaseLayer &layer);

// Each is one step to undo.

/// The file at @p path as the uppermost layer of @p layers, in @p style but for its order.
[[nodiscard]] Change addLayerChange(const QString &casePath, const std::vector<CaseLayer> &layers, const QString &path,
                                    OverlayStyle style = {});
/// The same for tables of the file at @p path, each a layer; for all of it if @p tables is empty.
[[nodiscard]] Change addTablesChange(const QString &casePath, const std::vector<CaseLayer> &layers, const QString &path,
                                     const QStringList &tables);
/// The file of @p layer is at @p path now.
[[nodiscard]] Change findLayerChange(const QString &casePath, const CaseLayer &layer, const QString &path);
[[nodiscard]] Change removeLayerChange(const CaseLayer &layer);
/// @p what the person did: “Show the layer “x””.
[[nodiscard]] Change restyleLayerChange(const CaseLayer &layer, const OverlayStyle &style, const QString &what);
/// Moves the layer at @p from of @p layers to where @p to is.
[[nodiscard]] Change moveLayerChange(const std::vector<CaseLayer> &layers, std::size_t from, std::size_t to);

} // namespace dateline
