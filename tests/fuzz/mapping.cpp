// A libFuzzer target for saved mappings, and whether they are read as they are written. See run.

#include "tables/mappingjson.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace dateline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = QByteArray::fromRawData(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<Mapping> mapping = mappingFromJson(QJsonDocument::fromJson(text).object());
    if (!mapping)
        return mapping.error().message.isEmpty() ? std::abort(), 0 : 0;
    const QJsonObject written = jsonFrom(*mapping);
    const Result<Mapping> again = mappingFromJson(written);
    if (!again || jsonFrom(*again) != written)
        std::abort();
    return 0;
}
