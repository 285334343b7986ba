#pragma once

#include "figure/section.h"
#include "map/overlaypicture.h"

#include <QJsonArray>

#include <span>

namespace dateline
{

/// A file that a figure shows between its base map and its marks.
struct FigureLayer
{
    QString title;
    QString source; ///< As the case names the file.
    QString path;
    QString credit; ///< Whose it is; may be empty.
    DrawnOverlay drawn; ///< Without an overlay where the file cannot be opened.
    QString problem; ///< Why it cannot, in one sentence.
};

/// Paints @p layers, the first lowest, over all of the map that @p viewport shows; its unit is the viewport's pixel.
void paintLayers(QPainter &painter, std::span<const FigureLayer> layers, const Viewport &viewport);

/// “Over the base map: Ground control (Institute for …); Orthophoto.”; empty without layers.
[[nodiscard]] QString layersSentence(std::span<const FigureLayer> layers);

/// What of them the key explains.
[[nodiscard]] std::vector<SectionRow> layerRows(std::span<const FigureLayer> layers, const Theme &theme);

/// What the sidecar tells of them: the files with their SHA-256, or of large ones their size and date.
[[nodiscard]] QJsonArray layersObject(std::span<const FigureLayer> layers);

} // namespace dateline
