#include "ui/scandesk.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

void ScanDesk::clickPicture(QPointF pixel)
{
    if (!isOpen() || !QRectF(QPointF(), QSizeF(m_picture->sizePx())).contains(pixel))
        return;
    const std::size_t pair = m_draft.addPixel(pixel);
    follow();
    setSelected(static_cast<int>(pair));
    if (m_judgement.fit && !m_draft.pairs()[pair].place) {
        // The map comes to where the place will be.
        if (const std::optional<LonLat> place = m_judgement.fit->placeOf(pixel))
            m_camera->reveal(*place);
    }
}

void ScanDesk::clickMap(double longitude, double latitude)
{
    if (!isOpen())
        return;
    const std::size_t pair = m_draft.addPlace({longitude, latitude});
    follow();
    setSelected(static_cast<int>(pair));
    if (m_judgement.fit && !m_draft.pairs()[pair].pixel) {
        if (const std::optional<QPointF> pixel = m_judgement.fit->pixelOf({longitude, latitude}))
            Q_EMIT pixelShown(*pixel);
    }
}

void ScanDesk::movePixel(int row, QPointF pixel, bool goesOn)
{
    if (!pairAt(row) || !isOpen())
        return;
    const QSizeF size = m_picture->sizePx();
    const QPointF inside(std::clamp(pixel.x(), 0.0, size.width()), std::clamp(pixel.y(), 0.0, size.height()));
    m_draft.setPixel(static_cast<std::size_t>(row), inside, goesOn ? ScanDraft::Goes::On : ScanDraft::Goes::Anew);
    follow();
}

void ScanDesk::movePlace(int row, double longitude, double latitude, bool goesOn)
{
    if (!pairAt(row) || std::isnan(longitude) || std::isnan(latitude))
        return;
    m_draft.setPlace(static_cast<std::size_t>(row), {longitude, latitude},
                     goesOn ? ScanDraft::Goes::On : ScanDraft::Goes::Anew);
    follow();
}

void ScanDesk::typePlace(const QString &text)
{
    if (!isOpen() || text.trimmed().isEmpty() || text == placeText())
        return;
    const Result<LonLat> place = scanPlaceFrom(text);
    if (!place) {
        Q_EMIT failed(place.error().message);
        return;
    }
    if (const ScanPair *pair = pairAt(m_selected); pair && (pair->place || m_draft.half()))
        movePlace(m_selected, place->lon, place->lat, false);
    else
        clickMap(place->lon, place->lat);
    m_camera->reveal(*place);
}

void ScanDesk::setUsed(int row, bool used)
{
    if (!pairAt(row))
        return;
    m_draft.setEnabled(static_cast<std::size_t>(row), used);
    follow();
}

void ScanDesk::remove(int row)
{
    if (!pairAt(row))
        return;
    m_draft.remove(static_cast<std::size_t>(row));
    follow();
}

void ScanDesk::show(int row)
{
    setSelected(row);
    const ScanPair *pair = pairAt(row);
    if (pair && pair->pixel)
        Q_EMIT pixelShown(*pair->pixel);
    if (pair && pair->place)
        m_camera->reveal(*pair->place);
}

void ScanDesk::undo()
{
    m_draft.undo();
    follow();
}

void ScanDesk::redo()
{
    m_draft.redo();
    follow();
}

} // namespace dateline
