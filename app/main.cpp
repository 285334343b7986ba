#include "cli/command.h"
#include "ui/window.h"

#include <QGuiApplication>

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("dateline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DATELINE_VERSION));
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (const std::optional<int> status = dateline::runCommand(arguments))
        return *status;
    dateline::WindowOptions options;
    for (const QString &argument : arguments) {
        if (argument == QLatin1StringView("--self-test"))
            options.selfTest = true;
        else if (argument == QLatin1StringView("--timing"))
            options.timing = true;
        else
            options.casePath = argument;
    }
    return dateline::runWindow(application, options);
}
