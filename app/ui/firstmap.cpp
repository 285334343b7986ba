#include "ui/firstmap.h"

#include "ui/basemaplayer.h"
#include "ui/incidentlayer.h"
#include "ui/labellayer.h"

#include <QCoreApplication>
#include <QFile>
#include <QQuickWindow>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace dateline
{

namespace
{

// Field 22 of /proc/self/stat: when this process was started, in clock ticks after the machine was.
double processStartMs()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray stat = file.readAll();
    const QByteArrayList fields = stat.sliced(stat.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype startTime = 19; // The first field after the name is number 3.
    return fields.value(startTime).toDouble() * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double nowMs()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

void tellFirstMap(QQuickWindow *window)
{
    const auto *tiles = window->findChild<BasemapLayer *>();
    const auto *names = window->findChild<LabelLayer *>();
    const auto *marks = window->findChild<IncidentLayer *>();
    if (!tiles || !names || !marks)
        return;
    // Marks that are made while a frame is swapped are on the screen with the next one.
    QObject::connect(
        marks, &IncidentLayer::sceneChanged, window,
        [window] {
            QObject::connect(
                window, &QQuickWindow::frameSwapped, window,
                [] { std::fprintf(stderr, "first marks: %.0f ms\n", nowMs() - processStartMs()); },
                Qt::SingleShotConnection);
        },
        Qt::SingleShotConnection);
    // A frame that starts when both are complete shows both; the marks are painted before the names are asked for.
    QObject::connect(window, &QQuickWindow::frameSwapped, window, [window, tiles, names, ready = false]() mutable {
        if (ready) {
            std::fprintf(stderr, "first complete map: %.0f ms\n", nowMs() - processStartMs());
            QCoreApplication::exit(0);
            return;
        }
        ready = tiles->isComplete() && names->isComplete();
        window->update();
    });
}

} // namespace dateline
