#pragma once

#include "map/basemap.h"
#include "map/basestore.h"

#include <QFont>

#include <future>
#include <vector>

namespace dateline
{

class BoxGrid;

/// The place names of the base map and where they stand in a view; safe from several threads at once.
class BaseLabels
{
public:
    /// Begins to read the names in the background; @p store outlives this.
    explicit BaseLabels(const BaseStore &store);
    ~BaseLabels();
    Q_DISABLE_COPY_MOVE(BaseLabels)

    /// BaseMap::labels; waits for the names to be read.
    [[nodiscard]] std::vector<BaseLabel> placed(const Viewport &viewport, const std::vector<QRectF> &taken) const;

private:
    struct Name
    {
        QString text;
        LonLat at;
        double minZoom = 0; ///< Where it begins to be of use.
        double weight = 0; ///< Population or area; decides between names of one zoom.
        int sizePx = 12;
        bool country = false;
        std::vector<LonLat> spine; ///< The middle of a long country.
        double breadthKm = 0; ///< Of the country there.
    };

    [[nodiscard]] static std::vector<Name> read(const BaseStore &store);
    [[nodiscard]] static Name placeName(const Feature &row);
    [[nodiscard]] static Name countryName(const Feature &row);
    static void readSpines(const Dataset &dataset, std::vector<Name> &names);
    static void place(const Name &name, QPointF at, double reachPx, const QRectF &view, BoxGrid &taken,
                      std::vector<BaseLabel> &labels);
    static bool placeCurved(const Name &name, const Viewport &viewport, BoxGrid &taken, std::vector<BaseLabel> &labels);

    std::shared_future<std::vector<Name>> m_names; ///< Most important first.
};

/// The type in which @p label is measured and painted.
[[nodiscard]] QFont baseLabelFont(const BaseLabel &label);

} // namespace dateline
