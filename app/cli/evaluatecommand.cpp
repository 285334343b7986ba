#include "base/sharedfile.h"
#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/evaluationtable.h"
#include "cli/verbs.h"
#include "evaluation/evaluate.h"

#include <QJsonArray>

namespace dateline
{

namespace
{

void addEvaluateOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(CliText::tr(
        "Reads labelled texts and tells how well what is found agrees with the labels. Formats, told from the "
        "content: GeoVirus, LGL, TR-News and GeoWebNews XML; WoTR JSON; TempEval-3 (TIMEX3); WikiWars' key "
        "(TIMEX2); PLOVER JSON; brat (.ann beside .txt); lines of text, tabulator and kind of event; "
        "Dateline's own labelled reports in JSON and lines of times to UTC."));
    parser.addPositionalArgument(QStringLiteral("CORPUS…"), CliText::tr("Files, or folders with such files."));
    parser.addOptions({
        {QStringLiteral("only"), CliText::tr("Shows one layer: places, times, quotes, kinds or incidents."),
         QStringLiteral("LAYER")},
        {QStringLiteral("errors"),
         CliText::tr("Prints every difference first, one a line, with tabulators between layer, what is wrong, corpus, "
                     "text, label, find and context.")},
        {QStringLiteral("json"), CliText::tr("Prints JSON.")},
    });
}

/// Reads the corpora at @p paths; a status other than exitDone if any could not be.
int readAll(const QStringList &paths, std::vector<Corpus> &corpora)
{
    int status = exitDone;
    for (const QString &path : paths) {
        Result<Corpora> at = corporaAt(path);
        if (!at) {
            status = failed(at.error());
            continue;
        }
        for (const Error &error : at->refused)
            status = failed(error);
        if (!at->passedOver.isEmpty())
            tell(CliText::tr("Without labels, so passed over: %1").arg(at->passedOver.join(QStringLiteral(", "))));
        std::ranges::move(at->corpora, std::back_inserter(corpora));
    }
    return status;
}

void keepOnly(FoundLayer layer, Evaluation &evaluation)
{
    std::erase_if(evaluation.measures, [layer](const Measure &measure) { return measure.layer != layer; });
    std::erase_if(evaluation.misses, [layer](const Miss &miss) { return miss.layer != layer; });
}

void printJson(const std::vector<Evaluation> &evaluations, bool errors)
{
    QJsonArray rows;
    for (const Evaluation &evaluation : evaluations) {
        QJsonObject row = jsonOf(evaluation);
        QJsonArray misses;
        for (const Miss &miss : errors ? evaluation.misses : std::vector<Miss>{})
            misses.append(jsonOf(miss));
        if (errors)
            row.insert(QStringLiteral("errors"), misses);
        rows.append(row);
    }
    print(QJsonObject{{QStringLiteral("corpora"), rows}, {QStringLiteral("peakMemoryBytes"), peakMemory()}});
}

void printText(const std::vector<Evaluation> &evaluations, bool errors)
{
    for (const Evaluation &evaluation : evaluations) {
        for (const Miss &miss : errors ? evaluation.misses : std::vector<Miss>{})
            print(lineOf(miss, evaluation.name));
    }
    if (errors)
        print(QString());
    print(tableOf(evaluations));
    print(CliText::tr("Peak memory: %1 MB").arg(static_cast<double>(peakMemory()) / 1e6, 0, 'f', 0));
}

} // namespace

int runEvaluate(const QStringList &arguments)
{
    const QString verb = QStringLiteral("evaluate");
    QCommandLineParser parser;
    addEvaluateOptions(parser);
    if (const std::optional<int> status = parse(parser, verb, QStringLiteral("evaluate [OPTIONS] CORPUS…"), arguments))
        return *status;
    if (parser.positionalArguments().isEmpty())
        return misused(verb, CliText::tr("Name the corpora to read"));
    std::optional<FoundLayer> only;
    if (parser.isSet(QStringLiteral("only"))) {
        only = layerFromKey(parser.value(QStringLiteral("only")));
        if (!only)
            return misused(verb, CliText::tr("There is no layer “%1”").arg(parser.value(QStringLiteral("only"))));
    }
    const Result<Gazetteer> gazetteer = Gazetteer::open(sharedFile(QStringLiteral("gazetteer.sqlite")));
    if (!gazetteer)
        return failed(gazetteer.error());
    std::vector<Corpus> corpora;
    const int status = readAll(parser.positionalArguments(), corpora);
    std::vector<Evaluation> evaluations;
    for (Corpus &corpus : corpora) {
        Evaluation evaluation = evaluate(std::move(corpus), *gazetteer);
        if (evaluation.misfits > 0)
            tell(CliText::tr("%1: %2 labels do not stand where they say and are left out")
                     .arg(evaluation.name)
                     .arg(evaluation.misfits));
        if (only)
            keepOnly(*only, evaluation);
        // A corpus without that layer has nothing to show.
        if (!only || !evaluation.measures.empty())
            evaluations.push_back(std::move(evaluation));
    }
    if (evaluations.empty())
        return status == exitDone
            ? failed({Error::Kind::NotFound, CliText::tr("No corpus there labels that layer"), {}})
            : status;
    const bool errors = parser.isSet(QStringLiteral("errors"));
    if (parser.isSet(QStringLiteral("json")))
        printJson(evaluations, errors);
    else
        printText(evaluations, errors);
    return status;
}

} // namespace dateline
