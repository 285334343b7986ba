#pragma once

#include "ui/timelineitem.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QtQmlIntegration>

namespace dateline
{

/// Plays the timeline: moves the stretch that is kept from the first incident to the last, or lets it grow.
class TimePlayer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::TimelineItem *timeline READ timeline WRITE setTimeline NOTIFY changed REQUIRED)
    Q_PROPERTY(bool playing READ isPlaying NOTIFY changed)
    Q_PROPERTY(bool cumulative READ isCumulative WRITE setCumulative NOTIFY changed)
    Q_PROPERTY(int speed READ speed WRITE setSpeed NOTIFY changed)

public:
    explicit TimePlayer(QObject *parent = nullptr);

    [[nodiscard]] TimelineItem *timeline() const { return m_timeline; }
    void setTimeline(TimelineItem *timeline);
    [[nodiscard]] bool isPlaying() const { return m_frames.isActive(); }
    [[nodiscard]] bool isCumulative() const { return m_cumulative; } ///< All from the beginning is kept.
    void setCumulative(bool cumulative);
    [[nodiscard]] int speed() const { return m_speed; } ///< 1: the whole in 30 s; 2: twice as fast; and so on.
    void setSpeed(int speed);

    /// Begins to play from the stretch that is kept, from the beginning if that is at the end; or stops.
    Q_INVOKABLE void toggle();

Q_SIGNALS:
    void changed();

private:
    void step();

    TimelineItem *m_timeline = nullptr;
    bool m_cumulative = false;
    int m_speed = 1;
    QTimer m_frames;
    QElapsedTimer m_sinceStep;
    double m_restMinutes = 0; ///< What has passed since the last whole minute.
};

} // namespace dateline
