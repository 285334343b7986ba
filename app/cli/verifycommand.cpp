#include "casefile/verify.h"
#include "casefile/verifyreport.h"
#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/verbs.h"
#include "cli/verifyfigure.h"

namespace dateline
{

int runVerify(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CliText::tr("Checks that nobody changed a case past its history: the file's structure, the chain of hashes of "
                    "its history, its tables against the history, and its documents and quotes against their hashes. "
                    "Prints a report; ends with 0 only if everything holds.\n\n"
                    "With a FIGURE, checks instead what of it still holds in the case, by the file beside it, and that "
                    "the picture is the one that was written; of an atlas, page by page; of a folder, all figures in "
                    "it. Ends with 0 if all holds, with 1 and what has changed if not, and with 2 if it cannot be "
                    "checked."));
    parser.addPositionalArgument(QStringLiteral("FIGURE"),
                                 CliText::tr("A figure or an atlas of the case, the .json beside it, or a folder."),
                                 QStringLiteral("[FIGURE]"));
    parser.addPositionalArgument(QStringLiteral("CASE"), CliText::tr("The case; it is only read."));
    parser.addOption({QStringLiteral("json"), CliText::tr("Prints the report as JSON.")});
    const QString verb = QStringLiteral("verify");
    if (const std::optional<int> status =
            parse(parser, verb, QStringLiteral("verify [--json] [FIGURE] CASE"), arguments))
        return *status;
    const QStringList paths = parser.positionalArguments();
    const bool asJson = parser.isSet(QStringLiteral("json"));
    if (!paths.isEmpty() && isFigure(paths.first())) {
        if (paths.size() != 2)
            return misused(verb, CliText::tr("Name the figure to check and the case that it was made from"));
        return verifyFigure(paths.first(), paths.last(), asJson);
    }
    if (paths.size() != 1)
        return misused(verb, CliText::tr("Name the one case to check, or a figure and its case"));
    const Result<Verification> verification = verifyCase(paths.first());
    if (!verification)
        return failed(verification.error());
    if (asJson)
        print(reportJson(*verification));
    else
        print(reportText(*verification).chopped(1));
    return verification->holds() ? exitDone : exitFailed;
}

} // namespace dateline
