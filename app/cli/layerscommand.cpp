#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/verbs.h"
#include "geo/geopackagetables.h"
#include "geo/sharedoverlay.h"
#include "publish/caselayers.h"

#include <QJsonArray>

#include <cmath>
#include <optional>
#include <ranges>

namespace dateline
{

namespace
{

using LayerRows = std::vector<CaseLayer>;

QStringList layersUsage()
{
    return {QStringLiteral("CASE [--json]"),      QStringLiteral("CASE add FILE… [--table NAME]"),
            QStringLiteral("CASE remove N"),      QStringLiteral("CASE show N"),
            QStringLiteral("CASE hide N"),        QStringLiteral("CASE opacity N PERCENT"),
            QStringLiteral("CASE credit N TEXT"), QStringLiteral("CASE move N TO"),
            QStringLiteral("CASE find N FILE")};
}

/// What is told of a layer's file: what it is, or why it is not shown.
struct FileState
{
    QString summary;
    QString credit;
    QString problem;
};

FileState stateOf(const CaseLayer &layer)
{
    if (QString missing = missingText(layer); !missing.isEmpty())
        return {{}, layer.style.credit, std::move(missing)};
    const Result<std::shared_ptr<SharedOverlay>> overlay = SharedOverlay::open(layer.path, layer.style);
    if (!overlay)
        return {{}, layer.style.credit, overlay.error().message};
    return {(*overlay)->summary(), layer.style.credit.isEmpty() ? (*overlay)->credit() : layer.style.credit, {}};
}

/// The uppermost first, as numbered.
int listLayers(const LayerRows &kept, bool asJson)
{
    QJsonArray rows;
    int number = 0;
    bool isWhole = true;
    for (const CaseLayer &layer : std::views::reverse(kept)) {
        ++number;
        const FileState state = stateOf(layer);
        isWhole = isWhole && state.problem.isEmpty();
        if (asJson) {
            rows.append(QJsonObject{{QStringLiteral("number"), number},
                                    {QStringLiteral("title"), layer.layer.title},
                                    {QStringLiteral("file"), layer.layer.source},
                                    {QStringLiteral("table"), layer.style.features.layer},
                                    {QStringLiteral("visible"), layer.style.visible},
                                    {QStringLiteral("opacity"), layer.style.opacity},
                                    {QStringLiteral("credit"), state.credit},
                                    {QStringLiteral("summary"), state.summary},
                                    {QStringLiteral("problem"), state.problem}});
            continue;
        }
        const QString shown = layer.style.visible
            ? CliText::tr("shown at %1 %").arg(std::lround(layer.style.opacity * 100))
            : CliText::tr("hidden");
        print(QStringLiteral("%1. %2 · %3 · %4 · %5")
                  .arg(QString::number(number), layer.layer.title, layer.layer.source, shown,
                       state.problem.isEmpty() ? state.summary : CliText::tr("not there")));
        if (!state.problem.isEmpty())
            tell(state.problem);
    }
    if (asJson)
        print(QJsonObject{{QStringLiteral("layers"), rows}});
    return isWhole ? exitDone : exitFailed;
}

/// Whether each of @p tables of the file at @p path can be shown, or the file if there are none.
Result<void> showable(const QString &path, const QStringList &tables)
{
    for (const QString &table : tables.isEmpty() ? QStringList{QString()} : tables) {
        OverlayStyle style;
        style.features.layer = table;
        if (const auto opened = SharedOverlay::open(path, style); !opened)
            return std::unexpected(opened.error());
    }
    return {};
}

/// @param tables of the files; empty: all of them.
int addLayers(Case &file, LayerRows kept, const QStringList &paths, const QStringList &tables)
{
    int status = exitDone;
    for (const QString &path : paths) {
        // A file that cannot be shown is not taken in.
        if (const Result<void> shown = showable(path, tables); !shown) {
            status = failed(shown.error());
            continue;
        }
        const Change change = addTablesChange(file.path(), kept, path, tables.isEmpty() ? tablesApart(path) : tables);
        if (const Result<Changed> added = file.apply(change); !added)
            return failed(added.error());
        const std::size_t before = kept.size();
        Result<LayerRows> now = layersOf(file);
        if (!now)
            return failed(now.error());
        kept = std::move(*now);
        for (std::size_t i = before; i < kept.size(); ++i)
            print(kept[i].layer.title);
    }
    return status;
}

/// The change that @p what asks for on the layer at @p row; none if it makes no sense.
std::optional<Change> changeFor(const QString &what, const QString &value, const LayerRows &kept, std::size_t row,
                                const QString &casePath)
{
    const CaseLayer &layer = kept[row];
    OverlayStyle style = layer.style;
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (what == u"remove" && value.isEmpty())
        return removeLayerChange(layer);
    if (what == u"move" && isNumber && number >= 1 && number <= static_cast<int>(kept.size()))
        return moveLayerChange(kept, row, kept.size() - static_cast<std::size_t>(number));
    if (what == u"find" && !value.isEmpty())
        return findLayerChange(casePath, layer, value);
    if ((what == u"show" || what == u"hide") && value.isEmpty())
        style.visible = what == u"show";
    else if (what == u"opacity" && isNumber && number >= 0 && number <= 100)
        style.opacity = number / 100.0;
    else if (what == u"credit")
        style.credit = value.simplified();
    else
        return std::nullopt;
    return restyleLayerChange(layer, style, CliText::tr("Change the layer “%1”").arg(layer.layer.title));
}

} // namespace

int runLayers(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CliText::tr(
        "Lists the files that a case shows over its map, the uppermost first, and changes them: GeoTIFF, "
        "JPEG 2000, MBTiles, GeoPackages and vector files. The case keeps where the file is, not the file."));
    parser.addOption({QStringLiteral("json"), CliText::tr("Prints JSON.")});
    const QString table = QStringLiteral("table");
    parser.addOption(
        {table,
         CliText::tr("With add: this table of a GeoPackage, or layer of a vector file. May be said several "
                     "times. Without it all of a file are added."),
         QStringLiteral("NAME")});
    const QString verb = QStringLiteral("layers");
    if (const std::optional<int> status =
            parse(parser, verb, QStringLiteral("layers ") + layersUsage().join(QStringLiteral(" | ")), arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    const auto misusedHere = [&] {
        return misused(verb, CliText::tr("Say “layers %1”").arg(layersUsage().join(CliText::tr("”, “layers "))));
    };
    if (words.isEmpty())
        return misusedHere();
    const Result<std::unique_ptr<Case>> file = openCase(words.front());
    if (!file)
        return failed(file.error());
    const Result<LayerRows> kept = layersOf(**file);
    if (!kept)
        return failed(kept.error());
    const QString what = words.value(1);
    if (what.isEmpty())
        return listLayers(*kept, parser.isSet(QStringLiteral("json")));
    if (what == u"add" && words.size() > 2)
        return addLayers(**file, *kept, words.mid(2), parser.values(table));
    const int number = words.value(2).toInt();
    if (words.size() < 3)
        return misusedHere();
    if (number < 1 || number > static_cast<int>(kept->size()))
        return failed({Error::Kind::NotFound,
                       CliText::tr("There is no layer %1; “layers CASE” lists them").arg(words.value(2)),
                       words.front()});
    const std::optional<Change> change = changeFor(what, words.mid(3).join(u' '), *kept,
                                                   kept->size() - static_cast<std::size_t>(number), (*file)->path());
    if (!change)
        return misusedHere();
    const Result<Changed> changed = (*file)->apply(*change);
    return changed ? exitDone : failed(changed.error());
}

} // namespace dateline
