// casefaults kill|full|fail|power|flip COUNT [SEED]: does COUNT faults to cases and prints what came of them.
// Ends 0 if all is as it should be, 1 if not, 77 where the system does not let it make the fault.

#include "commands.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

using namespace dateline;

namespace
{

int usage()
{
    std::fputs("casefaults kill|full|fail|power|flip COUNT [SEED]\n", stderr);
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1StringView("with-shim"))
        return runWithShim(arguments.sliced(2));
    const QString what = arguments.value(1);
    const Task task{arguments.value(2).toInt(), arguments.value(3, QStringLiteral("1")).toULongLong(),
                    QStringLiteral(TEST_DATA_DIR "/cases/schema-1.gpkg"), QStringLiteral(WRITE_SHIM)};
    if (task.count < 1)
        return usage();
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    // A killed process loses nothing on a file system in memory that it would lose on a disk, or the other way round;
    // only the time differs. TMPDIR chooses another.
    if (!qEnvironmentVariableIsSet("TMPDIR") && QFileInfo(QStringLiteral("/dev/shm")).isWritable())
        qputenv("TMPDIR", "/dev/shm");
    if (what == QLatin1StringView("kill"))
        return static_cast<int>(runKills(task));
    if (what == QLatin1StringView("full"))
        return static_cast<int>(runFullDisks(task));
    if (what == QLatin1StringView("fail"))
        return static_cast<int>(runFailingWrites(task));
    if (what == QLatin1StringView("power"))
        return static_cast<int>(runPowerCuts(task));
    if (what == QLatin1StringView("flip"))
        return static_cast<int>(runFlips(task));
    return usage();
}
