#include "publish/figurelayers.h"

#include "publish/caselayers.h"

namespace dateline
{

Result<std::vector<FigureLayer>> figureLayersOf(const Case &file)
{
    const Result<std::vector<CaseLayer>> layers = layersOf(file);
    if (!layers)
        return std::unexpected(layers.error());
    std::vector<FigureLayer> shown;
    for (const CaseLayer &layer : *layers) {
        if (!layer.style.visible || layer.style.opacity <= 0)
            continue;
        FigureLayer &row = shown.emplace_back(FigureLayer{.title = layer.layer.title,
                                                          .source = layer.layer.source,
                                                          .path = layer.path,
                                                          .credit = layer.style.credit,
                                                          .drawn = {nullptr, layer.style},
                                                          .problem = missingText(layer)});
        if (!row.problem.isEmpty())
            continue;
        Result<std::shared_ptr<SharedOverlay>> overlay = SharedOverlay::open(layer.path, layer.style);
        if (!overlay) {
            row.problem = overlay.error().message;
            continue;
        }
        if (row.credit.isEmpty())
            row.credit = (*overlay)->credit();
        row.drawn.overlay = std::move(*overlay);
    }
    return shown;
}

} // namespace dateline
