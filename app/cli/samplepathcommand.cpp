#include "base/sharedfile.h"
#include "cli/console.h"
#include "cli/verbs.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dateline
{

int runSamplePath(const QStringList &arguments)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("CommandLine", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(translated("Tells where the sample case is."));
    const QString verb = QStringLiteral("sample-path");
    if (const std::optional<int> status = parse(parser, verb, verb, arguments))
        return *status;
    if (!parser.positionalArguments().isEmpty())
        return misused(verb, translated("There is nothing to name after sample-path"));
    const QString path = sharedFile(QStringLiteral("sample.gpkg"));
    print(path);
    if (!QFileInfo::exists(path))
        return failed({Error::Kind::NotFound,
                       translated("There is no sample case at %1; install Dateline again").arg(path), path});
    return exitDone;
}

} // namespace dateline
