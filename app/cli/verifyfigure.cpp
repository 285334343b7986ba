#include "cli/verifyfigure.h"

#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/figurecheck.h"
#include "figure/formats.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <set>
#include <tuple>

namespace dateline
{

namespace
{

QString stepsText(std::int64_t steps)
{
    if (steps == 0)
        return CliText::tr("Nothing was done in the case since.");
    if (steps == 1)
        return CliText::tr("1 step was done in the case since.");
    return CliText::tr("%1 steps were done in the case since.").arg(steps);
}

QStringList listed(const QStringList &findings)
{
    QStringList lines;
    for (const QString &finding : findings)
        lines.append(QStringLiteral("- ") + finding + u'.');
    return lines;
}

QString holdsText(const FigureCheck &check)
{
    const QJsonObject &sidecar = check.sidecar.object;
    if (check.sidecar.isAtlas())
        return CliText::tr("The atlas holds: its %1 pages are as they were written, and all that they show is in the "
                           "case as they have it.")
            .arg(check.pages.size());
    return CliText::tr("The figure holds: the picture is as it was written, and its %1 incidents and %2 sources "
                       "are in the case as it has them.")
        .arg(sidecar.contains(u"squares") ? sidecar[u"view"][u"count"][u"shown"].toInteger()
                                          : sidecar[u"incidents"].toArray().size())
        .arg(sidecar[u"sources"].toArray().size());
}

QString nameOf(const PageCheck &page, std::size_t number)
{
    const QString name = CliText::tr("Page %1, “%2”").arg(number).arg(page.title);
    return page.file.isEmpty() ? name : CliText::tr("%1, %2").arg(name, page.file);
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
        lines.append(holdsText(check));
        return lines.join(u'\n');
    }
    const auto changed = std::ranges::count_if(check.pages, [](const PageCheck &page) { return !page.holds(); });
    if (check.sidecar.isAtlas())
        lines.append(
            CliText::tr("The atlas does not hold; %1 of its %2 pages do not:").arg(changed).arg(check.pages.size()));
    else
        lines.append(CliText::tr("The figure does not hold:"));
    lines += listed(check.findings());
    for (std::size_t i = 0; i < check.pages.size(); ++i) {
        if (check.pages[i].holds())
            continue;
        lines.append(nameOf(check.pages[i], i + 1) + u':');
        lines += listed(check.pages[i].findings());
    }
    return lines.join(u'\n');
}

QJsonObject reportJson(const FigureCheck &check)
{
    QJsonObject report{{QStringLiteral("figure"), check.sidecar.picture},
                       {QStringLiteral("holds"), check.holds()},
                       {QStringLiteral("pictureAsWritten"), check.isAsWritten},
                       {QStringLiteral("sameCase"), check.isItsCase},
                       {QStringLiteral("stepsSince"), qint64{check.steps}},
                       {QStringLiteral("sidecarMissing"), check.sidecar.fromPicture},
                       {QStringLiteral("findings"), QJsonArray::fromStringList(check.findings())}};
    if (!check.sidecar.isAtlas())
        return report;
    QJsonArray pages;
    for (const PageCheck &page : check.pages) {
        QJsonObject object{{QStringLiteral("title"), page.title},
                           {QStringLiteral("holds"), page.holds()},
                           {QStringLiteral("findings"), QJsonArray::fromStringList(page.findings())}};
        if (!page.file.isEmpty())
            object.insert(QStringLiteral("file"), page.file);
        pages.append(object);
    }
    report.insert(QStringLiteral("pages"), pages);
    return report;
}

/// The figures and atlases in the folder at @p path, by name; pages that belong to an atlas there are left to it.
Result<QStringList> figuresIn(const QString &path)
{
    const QDir folder(path);
    QStringList figures;
    std::set<QString> pages;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const Result<Sidecar> sidecar = readSidecar(folder.filePath(name));
        if (!sidecar && sidecar.error().kind == Error::Kind::Malformed)
            continue; // Something else.
        if (!sidecar)
            return std::unexpected(sidecar.error());
        figures.append(name);
        for (const QJsonValue page : sidecar->object[u"pages"].toArray())
            pages.insert(page[u"file"].toString() + QStringLiteral(".json"));
    }
    figures.removeIf([&pages](const QString &name) { return pages.contains(name); });
    if (figures.isEmpty())
        return failure(Error::Kind::NotFound,
                       CliText::tr("There is no figure in the folder %1 that has its .json beside it").arg(path), path);
    for (QString &name : figures)
        name = folder.filePath(name);
    return figures;
}

int untold(const Error &error)
{
    std::ignore = failed(error);
    return exitMisused; // 1 would say that the figure does not hold.
}

int verifyFolder(const QString &path, const QString &casePath, bool asJson)
{
    const Result<QStringList> figures = figuresIn(path);
    if (!figures)
        return untold(figures.error());
    bool holds = true;
    QStringList texts;
    QJsonArray reports;
    for (const QString &figure : *figures) {
        const Result<FigureCheck> check = checkedFigure(figure, casePath);
        if (!check)
            return untold(check.error());
        holds = holds && check->holds();
        texts.append(reportText(*check));
        reports.append(reportJson(*check));
    }
    if (asJson)
        print(QJsonObject{
            {QStringLiteral("folder"), path}, {QStringLiteral("holds"), holds}, {QStringLiteral("figures"), reports}});
    else
        print(texts.join(QStringLiteral("\n\n")));
    return holds ? exitDone : exitFailed;
}

} // namespace

bool isFigure(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == u"json" || figureEndings().contains(ending) || QFileInfo(path).isDir();
}

int verifyFigure(const QString &path, const QString &casePath, bool asJson)
{
    if (QFileInfo(path).isDir())
        return verifyFolder(path, casePath, asJson);
    const Result<FigureCheck> check = checkedFigure(path, casePath);
    if (!check)
        return untold(check.error());
    if (asJson)
        print(reportJson(*check));
    else
        print(reportText(*check));
    return check->holds() ? exitDone : exitFailed;
}

} // namespace dateline
