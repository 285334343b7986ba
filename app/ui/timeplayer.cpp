#include "ui/timeplayer.h"

#include <cmath>

namespace dateline
{

namespace
{

constexpr std::chrono::milliseconds frame(16);
constexpr double wholeMs = 30'000; ///< That playing everything takes at speed 1.

} // namespace

TimePlayer::TimePlayer(QObject *parent)
    : QObject(parent)
{
    m_frames.setInterval(frame);
    connect(&m_frames, &QTimer::timeout, this, &TimePlayer::step);
}

void TimePlayer::setTimeline(TimelineItem *timeline)
{
    m_timeline = timeline;
    Q_EMIT changed();
}

void TimePlayer::setCumulative(bool cumulative)
{
    m_cumulative = cumulative;
    Q_EMIT changed();
}

void TimePlayer::setSpeed(int speed)
{
    m_speed = std::max(1, speed);
    Q_EMIT changed();
}

void TimePlayer::toggle()
{
    if (isPlaying()) {
        m_frames.stop();
    } else if (m_timeline && m_timeline->startPlaying(m_cumulative)) {
        m_restMinutes = 0;
        m_sinceStep.start();
        m_frames.start();
    }
    Q_EMIT changed();
}

void TimePlayer::step()
{
    const double part = static_cast<double>(m_sinceStep.restart()) * m_speed / wholeMs;
    m_restMinutes += part * m_timeline->wholeMinutes();
    const auto unit = static_cast<double>(m_timeline->playStep().count());
    const double whole = std::floor(m_restMinutes / unit) * unit;
    m_restMinutes -= whole;
    if (whole >= 1 && !m_timeline->play(std::chrono::minutes(static_cast<std::int64_t>(whole)), m_cumulative)) {
        m_frames.stop();
        Q_EMIT changed();
    }
}

} // namespace dateline
