// editcase CASE COUNT: adds COUNT incidents to a case, one step each, and prints the id of each once it is on disk.
// Ends 0 when all are, 3 with the error's sentence on standard error when one cannot be written.

#include "casedata.h"

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
    for (int i = 0; i < arguments.at(2).toInt(); ++i) {
        const Result<Changed> changed = (*opened)->apply({QStringLiteral("Add"), {sampleIncident()}});
        if (!changed) {
            std::fprintf(stderr, "%d %s\n", static_cast<int>(changed.error().kind),
                         qPrintable(changed.error().message));
            // The case must still answer, and what was acknowledged must be there.
            std::printf("left %zu\n", (*opened)->incidents().value().size());
            return 3;
        }
        std::printf("%lld\n", static_cast<long long>(numberOf(changed->incidents.at(0))));
        std::fflush(stdout);
    }
    return 0;
}
