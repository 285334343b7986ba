#include "cli/command.h"

#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/verbs.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

struct Verb
{
    QLatin1StringView name;
    Needs needs;
    int (*run)(const QStringList &);
    const char *summary;
};

constexpr std::array verbs{
    Verb{QLatin1StringView("read"), Needs::Nothing, runRead,
         QT_TRANSLATE_NOOP("CommandLine", "FILE…: what files and folders report, as JSON; --into CASE keeps it")},
    Verb{QLatin1StringView("new"), Needs::Nothing, runNew,
         QT_TRANSLATE_NOOP("CommandLine", "CASE: makes an empty case")},
    Verb{QLatin1StringView("import"), Needs::Nothing, runImport,
         QT_TRANSLATE_NOOP("CommandLine",
                           "FILE… --into CASE: brings in tables of data sets such as ACLED and UCDP GED")},
    Verb{QLatin1StringView("export"), Needs::Fonts, runExport,
         QT_TRANSLATE_NOOP("CommandLine", "CASE OUT: incidents as .csv, .xlsx, .geojson, .kml, .html … for others")},
    Verb{QLatin1StringView("info"), Needs::Nothing, runInfo,
         QT_TRANSLATE_NOOP("CommandLine", "CASE: what a case holds")},
    Verb{QLatin1StringView("describe"), Needs::Nothing, runDescribe,
         QT_TRANSLATE_NOOP("CommandLine", "CASE: sets the title, author, licence and notes of a case")},
    Verb{QLatin1StringView("verify"), Needs::Nothing, runVerify,
         QT_TRANSLATE_NOOP("CommandLine",
                           "[FIGURE] CASE: checks a case against its history, or a figure against its case")},
    Verb{QLatin1StringView("merge"), Needs::Nothing, runMerge,
         QT_TRANSLATE_NOOP("CommandLine", "A B: takes what another copy of a case has into A")},
    Verb{QLatin1StringView("figure"), Needs::Fonts, runFigure,
         QT_TRANSLATE_NOOP("CommandLine",
                           "[CASE] OUT: an annotated map as .png, .pdf, .html …; no CASE: of the sample case")},
    Verb{QLatin1StringView("layers"), Needs::Nothing, runLayers,
         QT_TRANSLATE_NOOP("CommandLine", "CASE: the files over its map; add FILE…, remove N, show N, hide N …")},
    Verb{QLatin1StringView("places"), Needs::Nothing, runPlaces,
         QT_TRANSLATE_NOOP("CommandLine", "find NAME: what a place name may mean; add FILE…: your own places")},
    Verb{QLatin1StringView("evaluate"), Needs::Nothing, runEvaluate,
         QT_TRANSLATE_NOOP("CommandLine", "CORPUS…: how well labelled texts are read; --errors lists the misses")},
    Verb{QLatin1StringView("sample-path"), Needs::Nothing, runSamplePath,
         QT_TRANSLATE_NOOP("CommandLine", "where the sample case is")},
};

constexpr std::array windowOptions{QLatin1StringView("--self-test"), QLatin1StringView("--timing")};

// What the window does by a verb instead of an option.
constexpr QLatin1StringView benchVerb("bench");

const Verb *verbNamed(const QString &name)
{
    const auto verb = std::ranges::find_if(verbs, [&](const Verb &v) { return v.name == name; });
    return verb == verbs.end() ? nullptr : &*verb;
}

bool asksForHelp(const QString &argument)
{
    return argument == u"--help" || argument == u"-h" || argument == u"help";
}

bool asksForVersion(const QString &argument)
{
    return argument == u"--version" || argument == u"-v";
}

QString help()
{
    QString text =
        CliText::tr("Usage: dateline [CASE]       opens the window; no CASE: the last one, or the sample case\n"
                    "       dateline VERB …       does the same without a window\n\n");
    for (const Verb &verb : verbs)
        text += QStringLiteral("  %1 %2\n").arg(QString(verb.name), -12).arg(CliText::tr(verb.summary));
    text +=
        QStringLiteral("  %1 %2\n")
            .arg(QString(benchVerb), -12)
            .arg(CliText::tr("--frames [CASE]: opens the window, drags brush and map, and tells the times of frames"));
    return text
        + CliText::tr("\n  --version    which version this is\n"
                      "  --self-test  opens the window, clicks through the case, and ends with 0 if all went well\n"
                      "  --timing     opens the window, tells how long the first map took, and ends\n\n"
                      "dateline VERB --help tells more. Results go to stdout, progress and errors to stderr.");
}

bool namesCase(const QString &argument)
{
    return QFileInfo(argument).isFile() || argument.endsWith(QStringLiteral(".gpkg"), Qt::CaseInsensitive);
}

/// The exit status if @p arguments do not ask for the window either; none if they do.
std::optional<int> checkWindowArguments(const QStringList &arguments)
{
    QStringList cases;
    for (const QString &argument : arguments) {
        if (std::ranges::contains(windowOptions, argument))
            continue;
        if (argument.startsWith(u'-') && argument.size() > 1)
            return misused({}, CliText::tr("There is no option %1").arg(argument));
        if (!namesCase(argument))
            return misused({}, CliText::tr("“%1” is neither a command nor a case file").arg(argument));
        cases.append(argument);
    }
    if (cases.size() > 1)
        return misused({}, CliText::tr("The window shows one case at a time, and %1 were named").arg(cases.size()));
    return std::nullopt;
}

/// The exit status if the arguments of “bench” do not ask for the window; none if they do.
std::optional<int> checkBenchArguments(const QStringList &arguments)
{
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
        print(CliText::tr(
            "Usage: dateline bench --frames [CASE]\n\n"
            "Opens the window at 1280 × 800 pixels, drags the brush of the timeline, the map and its zoom,\n"
            "and tells how many frames a second came of it, with the median, 95th percentile and longest\n"
            "time between two, in milliseconds. The sample case without a CASE."));
        return exitDone;
    }
    if (!arguments.contains(QStringLiteral("--frames")))
        return misused({}, CliText::tr("“bench” needs --frames"));
    QStringList others = arguments;
    others.removeAll(QStringLiteral("--frames"));
    return checkWindowArguments(others);
}

} // namespace

Needs needsOf(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return Needs::Window;
    if (arguments.first() == benchVerb)
        return arguments.contains(QStringLiteral("--frames")) ? Needs::Window : Needs::Nothing;
    if (const Verb *verb = verbNamed(arguments.first())) {
        const bool onlyHelp = arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"));
        return onlyHelp ? Needs::Nothing : verb->needs;
    }
    if (asksForHelp(arguments.first()) || asksForVersion(arguments.first()))
        return Needs::Nothing;
    // What makes no sense is refused without a window. Options with one dash may be Qt's own and are judged when it has
    // taken them.
    const QString &first = arguments.first();
    const bool option = first.startsWith(u"--") ? std::ranges::contains(windowOptions, first) : first.startsWith(u'-');
    return option || namesCase(first) ? Needs::Window : Needs::Nothing;
}

std::optional<int> runCommand(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return std::nullopt;
    if (const Verb *verb = verbNamed(arguments.first()))
        return verb->run(arguments.sliced(1));
    if (arguments.first() == benchVerb)
        return checkBenchArguments(arguments.sliced(1));
    if (asksForHelp(arguments.first())) {
        print(help());
        return exitDone;
    }
    if (asksForVersion(arguments.first())) {
        print(QStringLiteral("dateline ") + QCoreApplication::applicationVersion());
        return exitDone;
    }
    return checkWindowArguments(arguments);
}

} // namespace dateline
