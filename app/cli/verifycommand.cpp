#include "casefile/verify.h"
#include "casefile/verifyreport.h"
#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/verbs.h"

namespace dateline
{

namespace
{} // namespace

int runVerify(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CliText::tr("Checks that nobody changed a case past its history: the file's structure, the chain of hashes of "
                    "its history, its tables against the history, and its documents and quotes against their hashes. "
                    "Prints a report; ends with 0 only if everything holds."));
    parser.addPositionalArgument(QStringLiteral("CASE"), CliText::tr("The case; it is only read."));
    parser.addOption({QStringLiteral("json"), CliText::tr("Prints the report as JSON.")});
    const QString verb = QStringLiteral("verify");
    if (const std::optional<int> status = parse(parser, verb, QStringLiteral("verify [--json] CASE"), arguments))
        return *status;
    if (parser.positionalArguments().size() != 1)
        return misused(verb, CliText::tr("Name the one case to check"));
    const Result<Verification> verification = verifyCase(parser.positionalArguments().first());
    if (!verification)
        return failed(verification.error());
    if (parser.isSet(QStringLiteral("json")))
        print(reportJson(*verification));
    else
        print(reportText(*verification).chopped(1));
    return verification->holds() ? exitDone : exitFailed;
}

} // namespace dateline
