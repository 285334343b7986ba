// loadcase CASE COUNT SAY: loads COUNT incidents into a case in one step; prints a line once SAY of them are written.

#include "casedata.h"
#include "rowsource.h"

#include <QCoreApplication>

#include <cstdio>

using namespace dateline;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Result<std::unique_ptr<Case>> opened = openCase(arguments.at(1));
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 2;
    }
    ManyRows rows(arguments.at(2).toLongLong());
    bool said = false;
    const Result<Loaded> loaded =
        (*opened)->load(QStringLiteral("Load"), rows, [&said, say = arguments.at(3).toLongLong()](qsizetype written) {
            if (!said && written >= say) {
                said = true;
                std::puts("written");
                std::fflush(stdout);
            }
            return true;
        });
    if (!loaded) {
        std::fprintf(stderr, "%d %s\n", static_cast<int>(loaded.error().kind), qPrintable(loaded.error().message));
        return 3;
    }
    std::printf("loaded %lld\n", static_cast<long long>(loaded->accepted));
    return 0;
}
