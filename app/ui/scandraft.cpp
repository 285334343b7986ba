#include "ui/scandraft.h"

#include "geo/coordinates.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr std::size_t mostDraftSteps = 500;

} // namespace

ScanDraft::ScanDraft(const ScanPlacing &placing)
    : m_projection(placing.projection)
{
    State first{{}, placing.transformation};
    for (const ControlPoint &point : placing.points)
        first.pairs.push_back({point.pixel, point.place, point.enabled});
    m_steps.push_back(std::move(first));
}

std::optional<std::size_t> ScanDraft::half() const
{
    return pairs().empty() || pairs().back().isWhole() ? std::nullopt : std::optional(pairs().size() - 1);
}

ScanPlacing ScanDraft::placing() const
{
    ScanPlacing placing{transformation(), m_projection, {}};
    for (const ScanPair &pair : pairs()) {
        if (pair.isWhole())
            placing.points.push_back({*pair.pixel, *pair.place, pair.enabled});
    }
    return placing;
}

void ScanDraft::take(State next, Goes goes)
{
    if (next == now())
        return;
    m_steps.resize(m_at + 1); // What was taken back is given up.
    if (goes == Goes::On && m_at > 0) {
        m_steps[m_at] = std::move(next);
        return;
    }
    if (m_steps.size() == mostDraftSteps)
        m_steps.erase(m_steps.begin());
    m_steps.push_back(std::move(next));
    m_at = m_steps.size() - 1;
}

std::size_t ScanDraft::addPixel(QPointF pixel)
{
    const std::size_t pair = half().value_or(pairs().size());
    setPixel(pair, pixel);
    return pair;
}

std::size_t ScanDraft::addPlace(LonLat place)
{
    const std::size_t pair = half().value_or(pairs().size());
    setPlace(pair, place);
    return pair;
}

void ScanDraft::setPixel(std::size_t pair, QPointF pixel, Goes goes)
{
    State next = now();
    next.pairs.resize(std::max(next.pairs.size(), pair + 1));
    next.pairs[pair].pixel = pixel;
    take(std::move(next), goes);
}

void ScanDraft::setPlace(std::size_t pair, LonLat place, Goes goes)
{
    State next = now();
    next.pairs.resize(std::max(next.pairs.size(), pair + 1));
    next.pairs[pair].place = place;
    take(std::move(next), goes);
}

void ScanDraft::setEnabled(std::size_t pair, bool enabled)
{
    State next = now();
    next.pairs[pair].enabled = enabled;
    take(std::move(next));
}

void ScanDraft::setTransformation(ScanTransformation transformation)
{
    State next = now();
    next.transformation = transformation;
    take(std::move(next));
}

void ScanDraft::remove(std::size_t pair)
{
    State next = now();
    next.pairs.erase(next.pairs.begin() + static_cast<std::ptrdiff_t>(pair));
    take(std::move(next));
}

void ScanDraft::undo()
{
    if (canUndo())
        --m_at;
}

void ScanDraft::redo()
{
    if (canRedo())
        ++m_at;
}

Result<LonLat> scanPlaceFrom(const QString &text)
{
    const Result<CoordinateReading> reading = coordinatesFrom(text);
    if (reading)
        return reading->at;
    if (reading.error().kind != Error::Kind::NotFound)
        return std::unexpected(reading.error());
    const char *sentence = QT_TRANSLATE_NOOP(
        "ScanDraft", "“%1” is no place: write its coordinates, such as 39.511, 46.339 or 38S PJ 15 73");
    return failure(Error::Kind::Malformed, QCoreApplication::translate("ScanDraft", sentence).arg(text.trimmed()));
}

QString scanPlaceText(LonLat place)
{
    return QStringLiteral("%1, %2").arg(place.lat, 0, 'f', 5).arg(place.lon, 0, 'f', 5);
}

} // namespace dateline
