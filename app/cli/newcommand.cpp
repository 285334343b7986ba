#include "casefile/case.h"
#include "cli/console.h"
#include "cli/verbs.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dateline
{

int runNew(const QStringList &arguments)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("CommandLine", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(translated("Makes an empty case, a GeoPackage."));
    parser.addPositionalArgument(QStringLiteral("CASE"), translated("The file to make; it must not be there yet."));
    parser.addOption({QStringLiteral("title"), translated("The case's title; the file's name without it."),
                      QStringLiteral("TITLE")});
    const QString verb = QStringLiteral("new");
    if (const std::optional<int> status = parse(parser, verb, QStringLiteral("new [--title TITLE] CASE"), arguments))
        return *status;
    const QStringList paths = parser.positionalArguments();
    if (paths.size() != 1)
        return misused(verb, translated("Name the one case file to make"));
    const QString title = parser.isSet(QStringLiteral("title")) ? parser.value(QStringLiteral("title"))
                                                                : QFileInfo(paths.first()).completeBaseName();
    const Result<std::unique_ptr<Case>> made = createCase(paths.first(), title);
    if (!made)
        return failed(made.error());
    print((*made)->path());
    return exitDone;
}

} // namespace dateline
