#include "casefile/case.h"
#include "casefile/mergewords.h"
#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/verbs.h"

#include <QJsonArray>

namespace dateline
{

namespace
{

QString keyOf(MergeChoice choice)
{
    switch (choice) {
    case MergeChoice::Undecided: return QStringLiteral("undecided");
    case MergeChoice::Ours: return QStringLiteral("ours");
    case MergeChoice::Theirs: return QStringLiteral("theirs");
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject jsonOf(const MergeConflict &conflict, const MergeSide &side)
{
    QJsonObject object{{QStringLiteral("text"), sideText(conflict, side)},
                       {QStringLiteral("present"), side.present},
                       {QStringLiteral("author"), side.author}};
    if (side.time.isValid())
        object.insert(QStringLiteral("time"), side.time.toUTC().toString(Qt::ISODateWithMs));
    if (!side.columns.isEmpty())
        object.insert(QStringLiteral("columns"), side.columns);
    return object;
}

QJsonObject jsonOf(const MergePlan &plan, bool isDone)
{
    QJsonArray counts;
    for (const MergeCount &count : plan.counts) {
        counts.append(QJsonObject{{QStringLiteral("table"), count.table},
                                  {QStringLiteral("added"), qint64{count.added}},
                                  {QStringLiteral("changed"), qint64{count.changed}},
                                  {QStringLiteral("removed"), qint64{count.removed}},
                                  {QStringLiteral("joined"), qint64{count.joined}}});
    }
    QJsonArray conflicts;
    for (const MergeConflict &conflict : plan.conflicts) {
        conflicts.append(QJsonObject{{QStringLiteral("key"), conflict.key},
                                     {QStringLiteral("table"), conflict.table},
                                     {QStringLiteral("id"), qint64{conflict.id}},
                                     {QStringLiteral("name"), conflict.name},
                                     {QStringLiteral("field"), conflict.field},
                                     {QStringLiteral("base"), conflict.base},
                                     {QStringLiteral("ours"), jsonOf(conflict, conflict.ours)},
                                     {QStringLiteral("theirs"), jsonOf(conflict, conflict.theirs)},
                                     {QStringLiteral("choice"), keyOf(conflict.choice)}});
    }
    return {{QStringLiteral("other"), plan.path},
            {QStringLiteral("otherTitle"), plan.title},
            {QStringLiteral("related"), plan.related},
            {QStringLiteral("merged"), isDone && !plan.bringsNothing()},
            {QStringLiteral("steps"), qint64{plan.steps}},
            {QStringLiteral("authors"), QJsonArray::fromStringList(plan.authors)},
            {QStringLiteral("counts"), counts},
            {QStringLiteral("leftOut"), qint64{plan.leftOut}},
            {QStringLiteral("conflicts"), conflicts},
            {QStringLiteral("undecided"), qint64{plan.undecided()}}};
}

QString textOf(const MergeConflict &conflict, const MergeSide &side, const char *name)
{
    const QString author = authorText(side);
    return QStringLiteral("    %1 %2").arg(CliText::tr(name), sideText(conflict, side))
        + (author.isEmpty() ? QString() : QStringLiteral("  (%1)").arg(author));
}

void printConflict(const MergeConflict &conflict)
{
    print(QStringLiteral("  ") + subjectText(conflict));
    if (const QString base = baseText(conflict); !base.isEmpty())
        print(QStringLiteral("    %1 %2").arg(CliText::tr("before:"), base));
    print(textOf(conflict, conflict.ours, "ours:  "));
    print(textOf(conflict, conflict.theirs, "theirs:"));
    if (conflict.choice == MergeChoice::Ours)
        print(CliText::tr("    taken:  ours"));
    else if (conflict.choice == MergeChoice::Theirs)
        print(CliText::tr("    taken:  theirs"));
}

void printText(const MergePlan &plan, bool isDone)
{
    if (plan.bringsNothing()) {
        print(CliText::tr("“%1” holds nothing new").arg(plan.path));
        return;
    }
    print((isDone ? CliText::tr("Merged “%1” (“%2”): %3") : CliText::tr("“%1” (“%2”) would bring: %3"))
              .arg(plan.path, plan.title, stepsText(plan)));
    if (!plan.related)
        print(CliText::tr("  Both were made apart from each other: all of the other case is new"));
    for (const MergeCount &count : plan.counts)
        print(QStringLiteral("  ") + countText(count));
    if (plan.leftOut > 0)
        print(CliText::tr("  Left out because what they rest on is not there: %1").arg(plan.leftOut));
    if (!plan.conflicts.empty())
        print(CliText::tr("In both, and not the same: %1").arg(plan.conflicts.size()));
    for (const MergeConflict &conflict : plan.conflicts)
        printConflict(conflict);
    if (isDone)
        print(CliText::tr("The merge is one step: undo takes it back"));
}

int report(const MergePlan &plan, bool isDone, bool json)
{
    if (json)
        print(jsonOf(plan, isDone));
    else
        printText(plan, isDone);
    if (plan.undecided() == 0)
        return exitDone;
    tell(CliText::tr("%1 undecided: ours stays for now; merge again with --prefer ours or --prefer theirs, or decide "
                     "each in the window")
             .arg(plan.undecided()));
    return exitFailed;
}

int planned(const QStringList &paths, bool json)
{
    const Result<MergePlan> plan = planMerge(paths.first(), paths.last());
    return plan ? report(*plan, false, json) : failed(plan.error());
}

} // namespace

int runMerge(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CliText::tr("Takes what case B has and case A has not into A, as one step that undo takes back. B stays as it "
                    "is. Where both have changed the same, each difference is listed, with who wrote what when; A's "
                    "stays until it is decided. Ends with 0 only if nothing is left undecided."));
    parser.addPositionalArgument(QStringLiteral("A"), CliText::tr("The case to merge into."));
    parser.addPositionalArgument(QStringLiteral("B"), CliText::tr("The other copy, or another case."));
    parser.addOption({QStringLiteral("prefer"), CliText::tr("Decides every difference: “ours” (A) or “theirs” (B)."),
                      QStringLiteral("SIDE")});
    parser.addOption({QStringLiteral("dry-run"), CliText::tr("Only tells what a merge would bring.")});
    parser.addOption({QStringLiteral("json"), CliText::tr("Prints JSON.")});
    const QString verb = QStringLiteral("merge");
    const QString usage = QStringLiteral("merge [--prefer ours|theirs] [--dry-run] [--json] A B");
    if (const std::optional<int> status = parse(parser, verb, usage, arguments))
        return *status;
    const QStringList paths = parser.positionalArguments();
    if (paths.size() != 2)
        return misused(verb, CliText::tr("Name two cases: the one to merge into, and the other"));
    const QString side = parser.value(QStringLiteral("prefer"));
    if (parser.isSet(QStringLiteral("prefer")) && side != u"ours" && side != u"theirs")
        return misused(verb, CliText::tr("--prefer takes “ours” or “theirs”"));
    const bool json = parser.isSet(QStringLiteral("json"));
    if (parser.isSet(QStringLiteral("dry-run")))
        return planned(paths, json);
    const Result<std::unique_ptr<Case>> file = openCase(paths.first());
    if (!file)
        return failed(file.error());
    MergeDecisions decisions;
    if (!side.isEmpty())
        decisions.otherwise = side == u"ours" ? MergeChoice::Ours : MergeChoice::Theirs;
    const Result<Merged> merged = (*file)->merge(paths.last(), decisions);
    return merged ? report(merged->plan, true, json) : failed(merged.error());
}

} // namespace dateline
