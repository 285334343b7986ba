// dateline-tables list PATH, dateline-tables read PATH INDEX: takes apart a file of tables or maps; see tablepart.h.
//
// A program of its own beside dateline-reader: it brings GDAL with a hundred libraries, which reading a letter should
// neither wait for nor be exposed to.

#include "sources/limits.h"
#include "tables/readers/piecewriter.h"
#include "tables/readers/readers.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

#include <unistd.h>

using namespace dateline;

namespace
{

// A map of a hundred megabytes takes half of this.
constexpr ProcessLimits tableLimits{.memory = 2ULL * 1024 * 1024 * 1024, .seconds = 900};

Result<void> list(const ForeignFile &file, PieceWriter &pieces)
{
    const Result<ForeignTables> tables = tablesInForeign(file);
    if (!tables)
        return std::unexpected(tables.error());
    QByteArray answer;
    QDataStream stream(&answer, QIODevice::WriteOnly);
    stream << static_cast<quint32>(tables->size());
    for (const ForeignTable &table : *tables) {
        HeadTaker head;
        // A table that is damaged from the start on tells so when it is read; others in the file may be whole.
        if (const Result<void> done = table.read(head); !done && tables->size() == 1 && head.isEmpty())
            return done;
        stream << TablePart{table.name, table.unit, table.numbered, head.take()};
    }
    return pieces.write(answer) ? Result<void>() : failure(Error::Kind::Unwritable, {});
}

Result<void> read(const ForeignFile &file, std::size_t index, PieceWriter &pieces)
{
    const Result<ForeignTables> tables = tablesInForeign(file);
    if (!tables)
        return std::unexpected(tables.error());
    if (index >= tables->size())
        return failure(Error::Kind::NotFound, QStringLiteral("no such table"));
    WritingTaker taker(pieces);
    const Result<void> done = (*tables)[index].read(taker);
    return taker.flush() ? done : failure(Error::Kind::Unwritable, {});
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    limitThisProcess(tableLimits);
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 1;
    PieceWriter pieces(output);
    const ForeignFile file{QFile::decodeName(argv[2]), QFileInfo(QFile::decodeName(argv[2])).fileName()};
    const QByteArrayView verb(argv[1]);
    const Result<void> done =
        verb == "read" && argc == 4 ? read(file, QByteArrayView(argv[3]).toULongLong(), pieces) : list(file, pieces);
    const bool told = pieces.finish(done);
    std::fflush(stdout);
    // Libraries that read a damaged file may not end well.
    ::_exit(told && done ? 0 : 1);
}
