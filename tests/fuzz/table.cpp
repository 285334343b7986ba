// A libFuzzer target for tables: what TableFile and TableRows make of any bytes. See run.

#include "tables/importtable.h"
#include "tables/mappingguess.h"

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
        // What Dateline wrote itself keeps the attributes that it had, which may be none.
        const bool isOwn = previews->front().layout->isOwn;
        for (const auto &row : previews->front().rows) {
            if (row ? row->title.isEmpty() || (!isOwn && !row->attributes.startsWith(u'{'))
                    : row.error().reason.isEmpty())
                std::abort();
        }
    }
    // What its columns seem to be, and its rows by that.
    const Result<std::vector<TableSample>> samples = samplesIn(path);
    if (!samples && samples.error().message.isEmpty())
        std::abort();
    if (!samples)
        return 0;
    const auto mapping = std::make_shared<const Mapping>(guessOf(samples->front()).mapping);
    for (const auto &row : rowsOf(samples->front(), mapping, 100)) {
        if (row ? row->title.isEmpty() : row.error().reason.isEmpty())
            std::abort();
    }
    return 0;
}
