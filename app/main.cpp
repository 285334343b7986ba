#include "cli/command.h"
#include "ui/window.h"

#include <QGuiApplication>

#include <cstdio>
#include <memory>

namespace
{

/// Commands run without a display: those that draw text get one that is nowhere to be seen.
std::unique_ptr<QCoreApplication> applicationFor(dateline::Needs needs, int &argc, char **argv)
{
    if (needs == dateline::Needs::Nothing)
        return std::make_unique<QCoreApplication>(argc, argv);
    if (needs == dateline::Needs::Fonts && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

/// Qt ends the program with a crash report where there is no display; this is what to say before.
bool hasDisplay(const QStringList &arguments)
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || arguments.contains(QStringLiteral("-platform"));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("dateline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DATELINE_VERSION));
    QStringList given;
    for (int i = 1; i < argc; ++i)
        given.append(QString::fromLocal8Bit(argv[i]));
    const dateline::Needs needs = dateline::needsOf(given);
    if (needs == dateline::Needs::Window && !hasDisplay(given)) {
        std::fputs("There is no display to open the window on; “dateline figure OUT.png” makes the figure "
                   "without one\n",
                   stderr);
        return 1;
    }
    const std::unique_ptr<QCoreApplication> application = applicationFor(needs, argc, argv);
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (const std::optional<int> status = dateline::runCommand(arguments))
        return *status;
    dateline::WindowOptions options;
    for (const QString &argument : arguments) {
        if (argument == u"--self-test")
            options.selfTest = true;
        else if (argument == u"--timing")
            options.timing = true;
        else if (argument == u"--frames")
            options.frames = true;
        else if (argument != u"bench")
            options.casePath = argument;
    }
    return dateline::runWindow(*qGuiApp, options);
}
