#include "cli/verifyfigure.h"

#include "cli/clitext.h"
#include "cli/console.h"
#include "domain/figurespecjson.h"
#include "figure/changes.h"
#include "figure/formats.h"
#include "figure/readsidecar.h"
#include "publish/figurecontent.h"

#include <QFileInfo>
#include <QJsonArray>

#include <tuple>

namespace dateline
{

namespace
{

struct FigureCheck
{
    Sidecar sidecar;
    bool isAsWritten = false;
    bool isItsCase = false;
    std::int64_t steps = 0; ///< In the case since.
    QStringList changes;

    [[nodiscard]] bool holds() const { return isAsWritten && isItsCase && changes.isEmpty(); }
};

QString historyOf(const QJsonObject &sidecar)
{
    return sidecar[u"case"][u"historySha256"].toString();
}

Result<FigureCheck> checked(const QString &path, const QString &casePath)
{
    Result<Sidecar> sidecar = readSidecar(path);
    if (!sidecar)
        return std::unexpected(sidecar.error());
    const Result<bool> isAsWritten = isPictureAsWritten(*sidecar);
    if (!isAsWritten)
        return std::unexpected(isAsWritten.error());
    const Result<std::unique_ptr<Case>> file = openCase(casePath);
    if (!file)
        return std::unexpected(file.error());
    const Result<bool> isItsCase = isMadeFrom(sidecar->object, **file);
    if (!isItsCase)
        return std::unexpected(isItsCase.error());
    const Result<std::optional<std::int64_t>> steps = (*file)->stepsSince(historyOf(sidecar->object));
    if (!steps)
        return std::unexpected(steps.error());
    const FigureSpec spec = figureSpecFrom(sidecar->object[u"spec"].toObject());
    const Result<FigureContent> now = figureContentOf(**file, spec, nullptr);
    if (!now)
        return std::unexpected(now.error());
    QStringList changes = changesSince(sidecar->object, *now);
    return FigureCheck{std::move(*sidecar), *isAsWritten, *isItsCase, steps->value_or(0), std::move(changes)};
}

/// What was found to be otherwise, the gravest first.
QStringList findingsOf(const FigureCheck &check)
{
    QStringList findings;
    if (!check.isAsWritten)
        findings.append(CliText::tr("The picture is not the one that was written: somebody changed or saved it since"));
    if (!check.isItsCase)
        findings.append(CliText::tr("The case is not the one that the figure was made from, or an older state of it"));
    findings += check.changes;
    return findings;
}

QString stepsText(std::int64_t steps)
{
    if (steps == 0)
        return CliText::tr("Nothing was done in the case since.");
    if (steps == 1)
        return CliText::tr("1 step was done in the case since.");
    return CliText::tr("%1 steps were done in the case since.").arg(steps);
}

QString reportText(const FigureCheck &check)
{
    const QJsonObject &sidecar = check.sidecar.object;
    const QString madeFrom = sidecar[u"case"][u"file"].toString();
    const QString program = sidecar[u"program"].toString();
    QStringList lines{madeFrom.isEmpty()
                          ? CliText::tr("%1, made with %2").arg(check.sidecar.picture, program)
                          : CliText::tr("%1, made with %2 from %3").arg(check.sidecar.picture, program, madeFrom)};
    if (check.sidecar.fromPicture)
        lines.append(CliText::tr("The file beside it is missing; checked by what the picture itself tells."));
    if (check.isItsCase)
        lines.append(stepsText(check.steps));
    if (check.holds()) {
        lines.append(
            CliText::tr("The figure holds: the picture is as it was written, and its %1 incidents and %2 sources "
                        "are in the case as it has them.")
                .arg(sidecar.contains(u"squares") ? sidecar[u"view"][u"count"][u"shown"].toInteger()
                                                  : sidecar[u"incidents"].toArray().size())
                .arg(sidecar[u"sources"].toArray().size()));
        return lines.join(u'\n');
    }
    lines.append(CliText::tr("The figure does not hold:"));
    for (const QString &finding : findingsOf(check))
        lines.append(QStringLiteral("- ") + finding + u'.');
    return lines.join(u'\n');
}

QJsonObject reportJson(const FigureCheck &check)
{
    return {{QStringLiteral("figure"), check.sidecar.picture},
            {QStringLiteral("holds"), check.holds()},
            {QStringLiteral("pictureAsWritten"), check.isAsWritten},
            {QStringLiteral("sameCase"), check.isItsCase},
            {QStringLiteral("stepsSince"), qint64{check.steps}},
            {QStringLiteral("sidecarMissing"), check.sidecar.fromPicture},
            {QStringLiteral("findings"), QJsonArray::fromStringList(findingsOf(check))}};
}

} // namespace

bool isFigure(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == u"json" || figureEndings().contains(ending);
}

Result<bool> isMadeFrom(const QJsonObject &sidecar, const Case &file)
{
    const QString history = historyOf(sidecar);
    if (history.isEmpty()) // Nothing was done in it yet, or the file does not tell: any case may be it.
        return true;
    const Result<std::optional<std::int64_t>> steps = file.stepsSince(history);
    if (!steps)
        return std::unexpected(steps.error());
    return steps->has_value();
}

int verifyFigure(const QString &path, const QString &casePath, bool asJson)
{
    const Result<FigureCheck> check = checked(path, casePath);
    if (!check) {
        std::ignore = failed(check.error());
        return exitMisused; // 1 would say that the figure does not hold.
    }
    if (asJson)
        print(reportJson(*check));
    else
        print(reportText(*check));
    return check->holds() ? exitDone : exitFailed;
}

} // namespace dateline
