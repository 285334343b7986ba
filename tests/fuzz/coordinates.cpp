// A libFuzzer target for positions in writing, and whether they are read as they are written. See run.

#include "geo/coordinates.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>

using namespace dateline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<CoordinateReading> reading = coordinatesFrom(text);
    if (!reading) {
        if (reading.error().message.isEmpty())
            std::abort();
        return 0;
    }
    const LonLat at = reading->at;
    if (!(std::abs(at.lon) <= 180) || !(std::abs(at.lat) <= 90) || !(reading->halfSizeMetres >= 0))
        std::abort();
    for (const CoordinateFormat format : {CoordinateFormat::Degrees, CoordinateFormat::DegreesMinutesSeconds,
                                          CoordinateFormat::Utm, CoordinateFormat::Mgrs, CoordinateFormat::PlusCode}) {
        const QString written = coordinateText(at, format);
        const Result<CoordinateReading> again = coordinatesFrom(written);
        // Two metres more or less.
        if (!again || std::abs(again->at.lat - at.lat) > 2e-5)
            std::abort();
    }
    return 0;
}
