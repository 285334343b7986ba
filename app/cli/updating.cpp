#include "cli/updating.h"

#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/progressline.h"
#include "publish/touchedfigures.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace dateline
{

namespace
{

const QString updateOption = QStringLiteral("update");
const QString acceptOption = QStringLiteral("accept");
const QString removeOption = QStringLiteral("remove");
const QString theirsOption = QStringLiteral("theirs");
const QString onlyOption = QStringLiteral("only");

QString groupList()
{
    QStringList keys;
    for (int group = 0; group < releaseGroupCount; ++group) {
        if (static_cast<ReleaseGroup>(group) != ReleaseGroup::Both
            && static_cast<ReleaseGroup>(group) != ReleaseGroup::Removed)
            keys.append(keyOf(static_cast<ReleaseGroup>(group)));
    }
    return keys.join(QStringLiteral(", "));
}

QJsonValue positionOf(const std::optional<LonLat> &at)
{
    return at ? QJsonValue(QJsonArray{at->lon, at->lat}) : QJsonValue();
}

QJsonObject updateJsonOf(const ReleaseRow &row, bool isTaken)
{
    QJsonArray groups;
    for (int group = 0; group < releaseGroupCount; ++group) {
        if (row.has(static_cast<ReleaseGroup>(group)))
            groups.append(keyOf(static_cast<ReleaseGroup>(group)));
    }
    QJsonObject object{{QStringLiteral("id"), QString::fromStdString(row.id)},
                       {QStringLiteral("groups"), groups},
                       {QStringLiteral("words"), QString::fromUtf8(row.words)},
                       {QStringLiteral("taken"), isTaken}};
    if (row.incident != IncidentId{})
        object.insert(QStringLiteral("incident"), qint64{numberOf(row.incident)});
    if (row.before || row.after) {
        object.insert(QStringLiteral("before"), positionOf(row.before));
        object.insert(QStringLiteral("after"), positionOf(row.after));
    }
    if (row.before && row.after)
        object.insert(QStringLiteral("metres"), row.metres);
    return object;
}

QJsonObject updateJsonOf(const ReleaseSet &set)
{
    QJsonArray countries;
    for (const std::string &country : set.countries)
        countries.append(QString::fromStdString(country));
    return {{QStringLiteral("dataSet"), QString::fromUtf8(set.name)},
            {QStringLiteral("rows"), set.rows},
            {QStringLiteral("same"), set.same},
            {QStringLiteral("failed"), set.failed},
            {QStringLiteral("outside"), set.outside},
            {QStringLiteral("begin"), set.begin ? QJsonValue(isoFromUtc(*set.begin)) : QJsonValue()},
            {QStringLiteral("end"), set.end ? QJsonValue(isoFromUtc(*set.end)) : QJsonValue()},
            {QStringLiteral("countries"), countries}};
}

/// A row on each line, for there may be a million.
void printJson(const ReleaseComparison &found, const ReleaseTicks &ticks, std::span<const TouchedFigure> figures,
               bool isDone)
{
    QJsonArray sets;
    for (const ReleaseSet &set : found.sets)
        sets.append(updateJsonOf(set));
    QJsonObject counts;
    for (int group = 0; group < releaseGroupCount; ++group)
        counts.insert(keyOf(static_cast<ReleaseGroup>(group)), found.count(static_cast<ReleaseGroup>(group)));
    QJsonArray touched;
    for (const TouchedFigure &figure : figures) {
        touched.append(QJsonObject{{QStringLiteral("id"), qint64{numberOf(figure.id)}},
                                   {QStringLiteral("name"), figure.name},
                                   {QStringLiteral("incidents"), figure.incidents}});
    }
    const QJsonObject head{{QStringLiteral("file"), found.path},
                           {QStringLiteral("accepted"), isDone},
                           {QStringLiteral("dataSets"), sets},
                           {QStringLiteral("counts"), counts},
                           {QStringLiteral("figures"), touched}};
    print(QString::fromUtf8(QJsonDocument(head).toJson(QJsonDocument::Compact)).chopped(1)
          + QStringLiteral(",\"rows\":["));
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
        const QJsonObject row = updateJsonOf(found.rows[i], ticks.takes(found, i));
        print(QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact))
              + (i + 1 < found.rows.size() ? QStringLiteral(",") : QString()));
    }
    print(QStringLiteral("]}"));
}

void printSet(const ReleaseSet &set, const QString &path)
{
    print(CliText::tr("%1 compared with what the case has of %2").arg(path, QString::fromUtf8(set.name)));
    print(CliText::tr("  It covers %1").arg(coverageText(set)));
    print(CliText::tr("  Rows as they are here: %L1").arg(set.same));
    if (set.outside > 0)
        print(CliText::tr("  Incidents here outside of that, of which it tells nothing: %L1").arg(set.outside));
    if (set.failed > 0)
        print(CliText::tr("  Rows that cannot be read, whose incidents stay as they are: %L1").arg(set.failed));
}

void printComparison(const ReleaseComparison &found)
{
    for (const ReleaseSet &set : found.sets)
        printSet(set, found.path);
    for (int group = 0; group < releaseGroupCount; ++group) {
        if (const qint64 count = found.count(static_cast<ReleaseGroup>(group)); count > 0)
            print(CliText::tr("  %1: %L2").arg(groupText(static_cast<ReleaseGroup>(group))).arg(count));
    }
    constexpr std::size_t shown = 20;
    for (std::size_t i = 0; i < std::min(shown, found.rows.size()); ++i) {
        print(QStringLiteral("    %1 · %2")
                  .arg(QString::fromStdString(found.rows[i].id), QString::fromUtf8(found.rows[i].words)));
    }
    if (found.rows.size() > shown)
        print(CliText::tr("    and %L1 more; --json lists them all").arg(found.rows.size() - shown));
}

} // namespace

void addUpdateOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {updateOption,
         CliText::tr("Compares a newer download with the rows that are there, by their ids, and prints "
                     "what was added, moved, re-dated, re-counted, re-worded, re-classified or removed.")});
    parser.addOption({acceptOption,
                      CliText::tr("With --update: takes it, as one step that undo takes back; but for what was changed "
                                  "here as well, and for what is not in the file.")});
    parser.addOption({onlyOption, CliText::tr("With --accept: takes only these of %1.").arg(groupList()),
                      QStringLiteral("GROUP,…")});
    parser.addOption({theirsOption, CliText::tr("With --accept: takes the file's side of what was changed here too.")});
    parser.addOption(
        {removeOption, CliText::tr("With --accept: removes the incidents that the file covers and does not have.")});
}

Result<std::optional<UpdateAsked>> updateAskedBy(const QCommandLineParser &parser)
{
    const auto wrong = [](const QString &sentence) { return failure(Error::Kind::Malformed, sentence); };
    const bool accept = parser.isSet(acceptOption);
    if (accept && !parser.isSet(updateOption))
        return wrong(CliText::tr("--accept goes with --update"));
    for (const QString &option : {removeOption, theirsOption, onlyOption}) {
        if (parser.isSet(option) && !accept)
            return wrong(CliText::tr("--%1 goes with --update --accept").arg(option));
    }
    if (!parser.isSet(updateOption))
        return std::nullopt;
    if (parser.isSet(QStringLiteral("failures")) || parser.isSet(QStringLiteral("without-sources")))
        return wrong(
            CliText::tr("--update brings rows in as they came before; leave --failures and --without-sources"));
    UpdateAsked asked{.accept = accept, .json = parser.isSet(QStringLiteral("json"))};
    if (parser.isSet(onlyOption)) {
        asked.ticks.groups.reset();
        for (const QString &key : parser.value(onlyOption).split(u',')) {
            const std::optional<ReleaseGroup> group = releaseGroupFromKey(key.trimmed());
            if (!group || *group == ReleaseGroup::Both || *group == ReleaseGroup::Removed)
                return wrong(
                    CliText::tr("There is no group “%1” to take; there are %2").arg(key.trimmed(), groupList()));
            asked.ticks.groups.set(static_cast<std::size_t>(*group));
        }
    }
    asked.ticks.groups.set(static_cast<std::size_t>(ReleaseGroup::Both), parser.isSet(theirsOption));
    asked.ticks.groups.set(static_cast<std::size_t>(ReleaseGroup::Removed), parser.isSet(removeOption));
    return asked;
}

int runUpdate(Case &file, const QString &path, const Layout *layout, const UpdateAsked &asked)
{
    ProgressLine line;
    const ReleaseProceed proceed = [&](qint64 bytes, qint64 size) {
        if (line.isDue())
            line.write(CliText::tr("%1: %2 %").arg(path).arg(size > 0 ? 100 * bytes / size : 0));
        return true;
    };
    const Result<ReleaseComparison> found = compareRelease(file, path, layout, proceed);
    line.end();
    if (!found)
        return failed(found.error());
    const Result<std::vector<TouchedFigure>> figures =
        figuresTouchedBy(file, plannedChanges(*found, asked.ticks), found->after);
    if (!figures)
        return failed(figures.error());
    if (!asked.json)
        printComparison(*found);
    if (!found->passedOver.isEmpty()) {
        tell(CliText::tr("Of “%1” was passed over what has no ids of a known data set: %2")
                 .arg(path, found->passedOver.join(QStringLiteral(", "))));
    }
    std::optional<Loaded> loaded;
    if (asked.accept) {
        Result<Loaded> taken = acceptRelease(file, *found, asked.ticks, proceed);
        line.end();
        if (!taken)
            return failed(taken.error());
        loaded = std::move(*taken);
    }
    if (asked.json) {
        printJson(*found, asked.ticks, *figures, asked.accept);
    } else {
        if (!figures->empty()) {
            print((asked.accept ? CliText::tr("Saved figures that this has touched: %1")
                                : CliText::tr("Saved figures that taking this would touch: %1"))
                      .arg(figuresText(*figures)));
        }
        if (loaded) {
            print(CliText::tr("Taken: %L1 added, %L2 updated, %L3 removed, with %L4 sources; undo takes it back")
                      .arg(loaded->accepted)
                      .arg(loaded->updated)
                      .arg(loaded->removed)
                      .arg(loaded->documents));
        }
    }
    const auto hasFailed = [](const ReleaseSet &set) { return set.failed > 0; };
    const bool isWhole = std::ranges::none_of(found->sets, hasFailed) && (!loaded || loaded->refusedRows == 0);
    return isWhole ? exitDone : exitFailed;
}

} // namespace dateline
