// A libFuzzer target for files that lie over the map: what their pictures, legends and boxes are for any bytes. See run.

#include "geo/overlay.h"

#include <QGuiApplication>

#include <cstdint>
#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

using namespace dateline;

extern "C" int LLVMFuzzerInitialize(int *count, char ***values)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static const QGuiApplication application(*count, *values);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // A file in memory, by its name.
    static const int memory = memfd_create("layer", 0);
    static const QString path = QStringLiteral("/proc/self/fd/%1").arg(memory);
    if (ftruncate(memory, 0) != 0 || pwrite(memory, data, size, 0) != static_cast<ssize_t>(size))
        return 0;
    constexpr double half = 20'037'508;
    const OverlayView world{QStringLiteral("EPSG:3857"), QRectF(-half, -half, 2 * half, 2 * half), QSize(64, 64), 1};
    OverlayStyle heights;
    heights.terrain.hillshade = true;
    heights.terrain.contourMetres = TerrainStyle::automatic;
    for (const OverlayStyle &style : {OverlayStyle(), heights}) {
        const Result<std::unique_ptr<Overlay>> overlay = openOverlay(path, style);
        if (!overlay) {
            if (overlay.error().message.isEmpty())
                std::abort();
            continue;
        }
        const Result<QImage> picture = (*overlay)->picture(world, {});
        if (picture ? picture->size() != world.sizePx : picture.error().message.isEmpty())
            std::abort();
        if ((*overlay)->summary().isEmpty() || (*overlay)->legend().size() > 10'000)
            std::abort();
    }
    return 0;
}
