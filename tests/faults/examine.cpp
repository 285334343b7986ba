#include "examine.h"

#include "trial.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace dateline
{

namespace
{

class Reading
{
public:
    template<typename T>
    T operator()(Result<T> result)
    {
        if (result)
            return std::move(*result);
        errors.push_back(result.error());
        return {};
    }

    std::vector<Error> errors;
};

void compare(Findings &findings, const std::vector<StepSeen> &acknowledged)
{
    const auto [there, wanted] = std::ranges::mismatch(findings.steps, acknowledged);
    findings.lost = static_cast<std::size_t>(acknowledged.end() - wanted);
    findings.more = static_cast<std::size_t>(findings.steps.end() - there);
    if (findings.lost > 0) {
        findings.problems.append(QStringLiteral("%1 acknowledged steps are lost, the first is number %2")
                                     .arg(findings.lost)
                                     .arg(wanted->step));
    }
    if (findings.more > 1)
        findings.problems.append(QStringLiteral("%1 steps more than acknowledged").arg(findings.more));
}

} // namespace

std::vector<StepSeen> stepsOf(const Case &opened, std::int64_t after)
{
    std::vector<StepSeen> steps;
    for (const HistoryStep &step : opened.history(after).value_or(std::vector<HistoryStep>()))
        steps.push_back({step.step, step.action, step.target, step.label});
    return steps;
}

std::vector<StepSeen> stepsIn(const QString &path)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.gpkg"));
    copyToWork(path, copy);
    const Result<std::unique_ptr<Case>> opened = openCase(copy);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return stepsOf(**opened, 0);
}

void copyToWork(const QString &from, const QString &to)
{
    if (!QFile::copy(from, to) || !QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner))
        qFatal("%s cannot be copied to %s", qPrintable(from), qPrintable(to));
}

std::vector<Error> readEverything(const Case &opened)
{
    Reading read;
    for (const Incident &incident : read(opened.incidents())) {
        read(opened.incident(incident.id));
        read(opened.evidence(incident.id));
    }
    read(opened.supports(OriginIndex(originsOf(read(opened.sourced())))));
    for (const DocumentSummary &summary : read(opened.documents())) {
        read(opened.document(summary.id));
        read(opened.quoteCount(summary.id));
        for (const Quote &quote : read(opened.quotesIn(summary.id)))
            read(opened.claimsOn(quote.id));
        read(opened.decisions(summary.id));
    }
    read(opened.figures());
    read(opened.layers());
    read(opened.bookmarks());
    for (const HistoryStep &step : read(opened.history(0)))
        read(opened.historyRows(step.step));
    for (const char *words : {"shelling", "Goris said", "Գորիս", "no such word"})
        read(opened.search(QString::fromUtf8(words), 20));
    return read.errors;
}

Findings examine(const QString &path, const std::vector<StepSeen> &acknowledged)
{
    Findings findings;
    {
        const Result<std::unique_ptr<Case>> opened = openCase(path);
        if (!opened) {
            findings.problems.append(QStringLiteral("does not open: ") + opened.error().message);
            return findings;
        }
        findings.opens = true;
        if ((*opened)->isReadOnly())
            findings.problems.append(QStringLiteral("opens read-only"));
        for (const Error &error : readEverything(**opened))
            findings.problems.append(QStringLiteral("cannot be read: ") + error.message);
        findings.steps = stepsOf(**opened, 0);
    }
    compare(findings, acknowledged);
    QStringList besides{QStringLiteral("-wal"), QStringLiteral("-lock")};
    // The index of a log that is gone, whose removal is what failed, counts for nothing; the next edit takes it away.
    constexpr qint64 formatAt = 18;
    if (bytesOf(path).mid(formatAt, 2) != QByteArrayLiteral("\1\1"))
        besides.append(QStringLiteral("-shm"));
    for (const QString &beside : besides) {
        if (QFileInfo::exists(path + beside))
            findings.problems.append(QStringLiteral("%1 is left after closing").arg(beside));
    }
    // The same holds for a journal that was not begun yet.
    QFile journal(path + QLatin1StringView("-journal"));
    if (journal.open(QIODevice::ReadOnly) && !journal.read(8).startsWith('\0') && journal.size() > 0)
        findings.problems.append(QStringLiteral("-journal is left after closing"));
    findings.problems.append(insideProblems(path, findings.chainHolds));
    return findings;
}

} // namespace dateline
