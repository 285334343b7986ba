#include "casefile/case.h"
#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/verbs.h"

#include <array>

namespace dateline
{

namespace
{

/// An option that sets one part of what a case says of itself.
struct Part
{
    const char *option;
    const char *value;
    const char *about;
    QString CaseInfo::*text;
};

constexpr std::array infoParts{
    Part{"title", "TITLE", QT_TRANSLATE_NOOP("CommandLine", "What the case is called."), &CaseInfo::title},
    Part{"author", "NAME", QT_TRANSLATE_NOOP("CommandLine", "Who made it."), &CaseInfo::author},
    Part{"licence", "TERMS", QT_TRANSLATE_NOOP("CommandLine", "On what terms it may be passed on, such as CC BY 4.0."),
         &CaseInfo::licence},
    Part{"notes", "TEXT", QT_TRANSLATE_NOOP("CommandLine", "What else its readers should know."), &CaseInfo::notes}};

} // namespace

int runDescribe(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CliText::tr("Sets what a case says of itself, also to other programs."));
    parser.addPositionalArgument(QStringLiteral("CASE"), CliText::tr("The case."));
    for (const Part &part : infoParts)
        parser.addOption({QLatin1StringView(part.option), CliText::tr(part.about), QLatin1StringView(part.value)});
    const QString verb = QStringLiteral("describe");
    const QString usage =
        QStringLiteral("describe [--title TITLE] [--author NAME] [--licence TERMS] [--notes TEXT] CASE");
    if (const std::optional<int> status = parse(parser, verb, usage, arguments))
        return *status;
    if (parser.positionalArguments().size() != 1)
        return misused(verb, CliText::tr("Name the one case to describe"));
    if (parser.optionNames().isEmpty())
        return misused(verb, CliText::tr("Say what to set: --title, --author, --licence or --notes"));
    const Result<std::unique_ptr<Case>> file = openCase(parser.positionalArguments().first());
    if (!file)
        return failed(file.error());
    CaseInfo info = (*file)->info();
    for (const Part &part : infoParts) {
        if (const QString option = QLatin1StringView(part.option); parser.isSet(option))
            info.*part.text = parser.value(option);
    }
    const Result<Changed> changed = (*file)->apply({CliText::tr("Describe the case"), {info}});
    return changed ? exitDone : failed(changed.error());
}

} // namespace dateline
