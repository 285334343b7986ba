#include "ui/framebench.h"

#include "ui/incidentlayer.h"
#include "ui/session.h"
#include "ui/timelineitem.h"

#include <QCoreApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numbers>
#include <vector>

namespace dateline
{

namespace
{

using Steady = std::chrono::steady_clock;

/// A movement of some frames.
struct Drag
{
    const char *name;
    std::function<void()> begin;
    std::function<void(double part)> step; ///< From 0 to 1.
};

/// Does a step whenever a frame has been swapped, and notes when that was.
class FrameBench : public QObject
{
public:
    FrameBench(Session &session, QQuickWindow &window)
        : QObject(&window)
        , m_session(session)
        , m_window(window)
        , m_timeline(window.findChild<TimelineItem *>())
        , m_layer(window.findChild<IncidentLayer *>())
    {
        const LonLat centre{session.camera()->longitude(), session.camera()->latitude()};
        const double zoom = session.camera()->zoom();
        const auto look = [&session](LonLat at, double nearness) {
            Q_EMIT session.camera()->moveRequested(at.lon, at.lat, nearness, false);
        };
        const auto brush = [this](double part) {
            m_timeline->brush(part * 0.7 * m_timeline->width(), (part * 0.7 + 0.3) * m_timeline->width());
        };
        const auto back = [this, look, centre, zoom](IncidentLayer::View view) {
            return [this, look, centre, zoom, view] {
                m_session.incidents()->showEverything();
                m_layer->setView(view);
                look(centre, zoom);
            };
        };
        m_drags.push_back({"nothing moves", back(IncidentLayer::Clusters), [](double) {}});
        for (const auto &[name, view] : {std::pair("brush, clusters", IncidentLayer::Clusters),
                                         std::pair("brush, all points", IncidentLayer::Points),
                                         std::pair("brush, density", IncidentLayer::Density)})
            m_drags.push_back({name, back(view), brush});
        m_drags.push_back({"kinds on and off, clusters", back(IncidentLayer::Clusters), [this](double part) {
                               IncidentFilter filter = m_session.incidents()->filter();
                               filter.kinds.flip(static_cast<std::size_t>(part * stepCount) % kindCount);
                               m_session.incidents()->setFilter(filter);
                           }});
        m_drags.push_back({"pan, clusters", back(IncidentLayer::Clusters), [look, centre, zoom](double part) {
                               const double turn = part * 2 * std::numbers::pi;
                               const double reach = 40 / std::exp2(zoom);
                               look({centre.lon + reach * std::sin(turn), centre.lat}, zoom);
                           }});
        m_drags.push_back({"zoom, clusters", back(IncidentLayer::Clusters), [look, centre, zoom](double part) {
                               look(centre, zoom + 4 * std::sin(part * std::numbers::pi));
                           }});
        // What this machine takes for the window alone, cleared and shown, to see the others by.
        m_drags.push_back({"an empty window", [&window] { window.contentItem()->setOpacity(0); }, [](double) {}});
        connect(
            &window, &QQuickWindow::frameSwapped, this, [this] { m_swapped = Steady::now(); }, Qt::DirectConnection);
        connect(&window, &QQuickWindow::frameSwapped, this, &FrameBench::next, Qt::QueuedConnection);
        std::printf("%-28s %6s %8s %8s %8s\n", "ms between frames", "fps", "median", "p95", "longest");
        m_drags.front().begin();
        window.update();
    }

private:
    static constexpr int stepCount = 240;
    static constexpr int warmUp = 20;

    void next()
    {
        const double ms = std::chrono::duration<double, std::milli>(m_swapped.load() - m_last).count();
        m_last = m_swapped.load();
        if (m_step > warmUp)
            m_frames.push_back(ms);
        if (m_step == stepCount + warmUp) {
            tell();
            m_step = 0;
            m_frames.clear();
            if (++m_drag == m_drags.size())
                return openAgain();
            m_drags[m_drag].begin();
        }
        m_drags[m_drag].step(static_cast<double>(std::max(0, m_step - warmUp)) / stepCount);
        ++m_step;
        m_window.update();
    }

    // How long a person waits from choosing a case to its marks: the frame after that in which they are known.
    void openAgain()
    {
        m_window.disconnect(this);
        m_window.contentItem()->setOpacity(1);
        connect(m_session.incidents(), &IncidentListModel::incidentsChanged, this, [this] {
            connect(
                &m_window, &QQuickWindow::frameSwapped, this,
                [this] {
                    std::printf("\nThe case is opened again: its marks are on the screen after %.0f ms\n",
                                std::chrono::duration<double, std::milli>(Steady::now() - m_last).count());
                    QCoreApplication::quit();
                },
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
            m_window.update();
        });
        m_last = Steady::now();
        m_session.openPath(m_session.casePath());
    }

    void tell()
    {
        std::ranges::sort(m_frames);
        double sum = 0;
        for (const double ms : m_frames)
            sum += ms;
        const auto at = [this](double part) {
            return m_frames[static_cast<std::size_t>(part * static_cast<double>(m_frames.size() - 1))];
        };
        std::printf("%-28s %6.0f %8.1f %8.1f %8.1f\n", m_drags[m_drag].name,
                    1000 * static_cast<double>(m_frames.size()) / sum, at(0.5), at(0.95), at(1));
        std::fflush(stdout);
    }

    Session &m_session;
    QQuickWindow &m_window;
    TimelineItem *m_timeline;
    IncidentLayer *m_layer;
    std::vector<Drag> m_drags;
    std::size_t m_drag = 0;
    int m_step = 0;
    std::vector<double> m_frames;
    std::atomic<Steady::time_point> m_swapped; ///< Set in the rendering thread.
    Steady::time_point m_last;
};

} // namespace

void benchFrames(Session &session, QQuickWindow &window)
{
    // When what incidents rest on is counted and the first map is drawn: neither is part of a frame.
    const auto start = [&session, &window] {
        constexpr std::chrono::seconds untilDrawn(3);
        QTimer::singleShot(untilDrawn, &window, [&session, &window] { new FrameBench(session, window); });
    };
    if (session.incidents()->total() == 0)
        start();
    else
        QObject::connect(session.incidents(), &IncidentListModel::supportsChanged, &window, start,
                         Qt::SingleShotConnection);
}

} // namespace dateline
