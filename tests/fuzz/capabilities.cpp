// A libFuzzer target for what servers say of the maps that they offer. See run.

#include "online/mapservice.h"

#include <cstdint>
#include <cstdlib>

using namespace dateline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto answer = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto maps = offeredMaps(answer, QUrl(QStringLiteral("https://maps.example.org/service?map=a")));
    if (maps ? maps->empty() : maps.error().message.isEmpty())
        std::abort();
    return 0;
}
