// dateline-reader KEY NAME: reads one file of kind KEY from standard input; see sources/apart.h.

#include "sources/apart.h"
#include "sources/readers/readers.h"

#include <algorithm>

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    const auto readers = dateline::readers();
    const auto reader = std::ranges::find(readers, QLatin1StringView(argv[1]), &dateline::Reader::key);
    return reader == readers.end() ? 2 : dateline::serveApart(reader->read, QString::fromLocal8Bit(argv[2]));
}
