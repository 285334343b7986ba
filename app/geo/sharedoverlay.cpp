#include "geo/sharedoverlay.h"

#include <algorithm>

namespace dateline
{

namespace
{

constexpr std::size_t mostMade = 3; // pictures that are kept

/// What of a style a picture does not show: who draws it does.
OverlayStyle asPainted(OverlayStyle style)
{
    const OverlayStyle fresh;
    style.visible = fresh.visible;
    style.opacity = fresh.opacity;
    style.order = fresh.order;
    style.credit = fresh.credit;
    return style;
}

} // namespace

Result<std::shared_ptr<SharedOverlay>> SharedOverlay::open(const QString &path, const OverlayStyle &style)
{
    Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, style);
    if (!overlay)
        return std::unexpected(overlay.error());
    return std::shared_ptr<SharedOverlay>(new SharedOverlay(path, style, std::move(*overlay)));
}

SharedOverlay::SharedOverlay(const QString &path, const OverlayStyle &style, std::unique_ptr<Overlay> overlay)
    : m_path(path)
    , m_openedWith(style)
    , m_overlay(std::move(overlay))
    , m_box(m_overlay->box())
    , m_credit(m_overlay->credit())
    , m_summary(m_overlay->summary())
    , m_layers(m_overlay->layers())
    , m_fields(m_overlay->fields())
    , m_mayBeTerrain(m_overlay->mayBeTerrain())
    , m_style(asPainted(style))
    , m_legend(m_overlay->legend())
{
}

Result<QImage> SharedOverlay::picture(const OverlayView &view, const OverlayStyle &style, const std::stop_token &stop,
                                      const Overlay::Meanwhile &meanwhile)
{
    const std::scoped_lock lock(m_painting);
    if (const OverlayStyle painted = asPainted(style); painted != m_style) {
        m_style = painted;
        m_made.clear();
        m_overlay->setStyle(style);
    }
    const auto made = std::ranges::find(m_made, view, &Made::view);
    if (made != m_made.end())
        return made->picture;
    Result<QImage> picture = m_overlay->picture(view, stop, meanwhile);
    if (picture && !stop.stop_requested()) {
        if (m_made.size() == mostMade)
            m_made.erase(m_made.begin());
        m_made.push_back({view, *picture});
    }
    std::vector<OverlayLegendRow> legend = m_overlay->legend();
    const std::scoped_lock telling(m_telling);
    m_legend = std::move(legend);
    return picture;
}

std::vector<OverlayLegendRow> SharedOverlay::legend() const
{
    const std::scoped_lock lock(m_telling);
    return m_legend;
}

} // namespace dateline
