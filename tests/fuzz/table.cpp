// A libFuzzer target for tables: what TableFile and TableRows make of any bytes. See run.

#include "tables/importtable.h"

#include <QFile>

#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

using namespace dateline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // A file in memory, by its name, as the reader takes it.
    static const int memory = memfd_create("table.csv", 0);
    static const QString path = QStringLiteral("/proc/self/fd/%1").arg(memory);
    if (ftruncate(memory, 0) != 0 || pwrite(memory, data, size, 0) != static_cast<ssize_t>(size))
        return 0;
    for (const Layout *layout : {static_cast<const Layout *>(nullptr), layoutNamed(u"acled"), layoutNamed(u"gdelt")}) {
        const Result<std::vector<TablePreview>> previews = previewsOf(path, layout, 500);
        if (!previews && previews.error().message.isEmpty())
            std::abort();
        if (!previews)
            continue;
        for (const auto &row : previews->front().rows) {
            if (row ? row->title.isEmpty() || !row->attributes.startsWith(u'{') : row.error().reason.isEmpty())
                std::abort();
        }
    }
    return 0;
}
