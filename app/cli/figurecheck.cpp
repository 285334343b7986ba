#include "cli/figurecheck.h"

#include "cli/clitext.h"
#include "domain/figurespecjson.h"
#include "figure/atlaschanges.h"
#include "figure/changes.h"
#include "publish/figurecontent.h"

#include <algorithm>

namespace dateline
{

namespace
{

QString changedPicture()
{
    return CliText::tr("The picture is not the one that was written: somebody changed or saved it since");
}

QString historyOf(const QJsonObject &sidecar)
{
    return sidecar[u"case"][u"historySha256"].toString();
}

/// Checks the pages of the atlas in @p check against @p now.
void checkPages(FigureCheck &check, const FigureContent &now)
{
    std::vector<QJsonObject> told;
    for (const AtlasSheet &sheet : sheetsOf(check.sidecar)) {
        PageCheck page{sheet.told[u"title"].toString(), sheet.file, {}, true, {}};
        QJsonObject object;
        if (!sheet.sidecar) {
            page.problem = sheet.sidecar.error().message;
        } else {
            object = sheet.sidecar->object;
            const Result<bool> isAsWritten =
                sheet.file.isEmpty() ? Result<bool>(true) : isPictureAsWritten(*sheet.sidecar);
            if (isAsWritten)
                page.isAsWritten = *isAsWritten;
            else
                page.problem = isAsWritten.error().message;
        }
        told.push_back(std::move(object));
        check.pages.push_back(std::move(page));
    }
    AtlasChanges changes = atlasChangesSince(check.sidecar.object, told, now);
    for (std::size_t i = 0; i < check.pages.size(); ++i)
        check.pages[i].changes = std::move(changes.pages[i]);
    check.changes = std::move(changes.others);
}

} // namespace

QStringList PageCheck::findings() const
{
    QStringList findings;
    if (!problem.isEmpty())
        findings.append(problem);
    if (!isAsWritten)
        findings.append(changedPicture());
    return findings + changes;
}

bool FigureCheck::holds() const
{
    return isAsWritten && isItsCase && changes.isEmpty() && std::ranges::all_of(pages, &PageCheck::holds);
}

QStringList FigureCheck::findings() const
{
    QStringList findings;
    if (!isAsWritten)
        findings.append(changedPicture());
    if (!isItsCase)
        findings.append(CliText::tr("The case is not the one that the figure was made from, or an older state of it"));
    return findings + changes;
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

Result<FigureCheck> checkedFigure(const QString &path, const QString &casePath)
{
    Result<Sidecar> sidecar = readSidecar(path);
    if (!sidecar)
        return std::unexpected(sidecar.error());
    FigureCheck check{std::move(*sidecar), true, false, 0, {}, {}};
    const QJsonObject &told = check.sidecar.object;
    if (!check.sidecar.isNumbered()) {
        const Result<bool> isAsWritten = isPictureAsWritten(check.sidecar);
        if (!isAsWritten)
            return std::unexpected(isAsWritten.error());
        check.isAsWritten = *isAsWritten;
    }
    const Result<std::unique_ptr<Case>> file = openCase(casePath);
    if (!file)
        return std::unexpected(file.error());
    const Result<bool> isItsCase = isMadeFrom(told, **file);
    if (!isItsCase)
        return std::unexpected(isItsCase.error());
    check.isItsCase = *isItsCase;
    const Result<std::optional<std::int64_t>> steps = (*file)->stepsSince(historyOf(told));
    if (!steps)
        return std::unexpected(steps.error());
    check.steps = steps->value_or(0);
    const FigureSpec spec = figureSpecFrom(told[u"spec"].toObject());
    const Result<FigureContent> now = figureContentOf(**file, spec, nullptr);
    if (!now)
        return std::unexpected(now.error());
    if (check.sidecar.isAtlas())
        checkPages(check, *now);
    else
        check.changes = changesSince(told, *now);
    return check;
}

} // namespace dateline
