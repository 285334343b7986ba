// A libFuzzer target for spreadsheets, maps and JSON: what dateline-tables makes of any bytes. See run.

#include "tables/readers/readers.h"

#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

using namespace dateline;

namespace
{

/// Takes some of everything.
class SomeTaker final : public RecordTaker
{
public:
    [[nodiscard]] bool takeRecord(qint64, std::span<const std::string>) override { return ++m_count < most; }
    [[nodiscard]] bool takeProblem(qint64, const std::string &, const std::string &, const std::string &reason) override
    {
        return reason.empty() ? std::abort(), false : ++m_count < most;
    }
    [[nodiscard]] bool takeText(QByteArrayView) override { return ++m_count < most; }

private:
    static constexpr int most = 2000;
    int m_count = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // A file in memory, by its name, as the readers take it.
    static const int memory = memfd_create("table", 0);
    static const ForeignFile file{QStringLiteral("/proc/self/fd/%1").arg(memory), QStringLiteral("fuzzed")};
    if (ftruncate(memory, 0) != 0 || pwrite(memory, data, size, 0) != static_cast<ssize_t>(size))
        return 0;
    const Result<ForeignTables> tables = tablesInForeign(file);
    if (!tables)
        return tables.error().message.isEmpty() ? std::abort(), 0 : 0;
    for (const ForeignTable &table : *tables) {
        SomeTaker taker;
        if (const Result<void> done = table.read(taker); !done && done.error().message.isEmpty())
            std::abort();
    }
    return 0;
}
