// A libFuzzer target for one reader: READER is its key in formats(). See run.

#include "sources/formats.h"
#include "sources/plaintext.h"
#include "sources/readers/readers.h"

#include <algorithm>
#include <cstdlib>

using namespace dateline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Read read = [] {
        constexpr QLatin1StringView key(READER);
        const auto format = std::ranges::find(formats(), key, &Format::key);
        const auto reader = std::ranges::find(readers(), key, &Reader::key);
        return reader == readers().end() ? format->read : reader->read;
    }();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    (void)formatOf(bytes);
    const SourcesRead got = read(bytes, QStringLiteral("fuzzed"));
    for (const Document &document : got.documents) {
        if (!tidyText(document.text).isValidUtf16())
            std::abort();
    }
    return got.documents.empty() && got.refused.empty() ? std::abort(), 0 : 0;
}
