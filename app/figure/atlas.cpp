#include "figure/atlas.h"

#include "figure/figuretext.h"
#include "figure/formats.h"
#include "figure/mapframe.h"
#include "figure/publishable.h"
#include "figure/sidecar.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dateline
{

namespace
{

/// @p path with its page's number before the ending, in as many digits as @p all has, three at least.
QString numbered(const QString &path, std::size_t page, std::size_t all)
{
    const QFileInfo file(path);
    const int digits = std::max(3, static_cast<int>(QString::number(all).size()));
    const QString name =
        QStringLiteral("%1-%2.%3")
            .arg(file.completeBaseName(), QString::number(page).rightJustified(digits, u'0'), file.suffix());
    return file.path() == u"." && !path.startsWith(u"./") ? name : file.path() + u'/' + name;
}

/// The atlas as one file, and beside it what each page shows.
Result<QStringList> writeDocument(const QString &path, const std::vector<FigureSpec> &pages,
                                  const FigureContent &content, const AtlasPlan &plan, const AtlasProgress &progress)
{
    const auto goesOn = [&](std::size_t done) { return progress(done, pages.size()); };
    const Result<DrawnPages> drawn =
        plan.animated ? drawWebpPages(pages, content, plan.milliseconds, goesOn) : drawPdfPages(pages, content, goesOn);
    if (!drawn)
        return std::unexpected(drawn.error());
    if (drawn->bytes.isEmpty())
        return QStringList();
    QJsonArray told;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Publishable safe = publishable(pages[i], content);
        told.append(sidecarOf(safe.spec, safe.content, drawn->reports[i]));
    }
    const QJsonObject sidecar =
        withPicture(QJsonObject{{QStringLiteral("format"), QStringLiteral("dateline-atlas-%1").arg(sidecarVersion)},
                                {QStringLiteral("pages"), told}},
                    path, drawn->bytes);
    if (const Result<void> saved = saveFigure(path, drawn->bytes); !saved)
        return std::unexpected(saved.error());
    if (const Result<void> saved = saveFigure(path + QStringLiteral(".json"), QJsonDocument(sidecar).toJson()); !saved)
        return std::unexpected(saved.error());
    return QStringList{path};
}

} // namespace

std::vector<FigureSpec> atlasPages(const FigureSpec &spec, const FigureContent &content, const AtlasPlan &plan)
{
    std::vector<FigureSpec> pages;
    std::vector<IncidentId> until;
    for (FigureGroup &group : groupsOf(content.incidents, spec.filter, plan.by)) {
        if (plan.animated && group.isUnknown)
            continue;
        FigureSpec page = spec;
        const QString name = plan.animated ? FigureText::tr("until %1").arg(group.name) : group.name;
        const bool isWhole = spec.title.isEmpty() || plan.by == GroupBy::Incident;
        page.title = isWhole ? name : FigureText::tr("%1: %2").arg(spec.title, name);
        if (plan.animated) {
            if (!spec.box)
                page.box = boxFor(spec, content, QSizeF(spec.widthPx, spec.heightPx));
            until.insert(until.end(), group.incidents.begin(), group.incidents.end());
            std::ranges::sort(until);
            group.incidents = until;
        }
        page.alternativeText.clear(); // Each page's own is written from what it shows.
        page.marks = FigureMarks::Each;
        page.only = std::move(group.incidents);
        pages.push_back(std::move(page));
    }
    return pages;
}

Result<QStringList> writeAtlas(const QString &path, const FigureSpec &spec, const FigureContent &content,
                               const AtlasPlan &plan, const AtlasProgress &progress)
{
    const Publishable safe = publishable(spec, content);
    const std::vector<FigureSpec> pages = atlasPages(spec, safe.content, plan);
    if (pages.empty() || content.asSquares) {
        return failure(Error::Kind::NotFound,
                       content.asSquares
                           ? FigureText::tr("An atlas tells each incident for itself, and these are too many: narrow "
                                            "the filter")
                           : FigureText::tr("The filter shows no incident, so the atlas would have no page"));
    }
    if (pages.size() > mostPages) {
        return failure(
            Error::Kind::Unsupported,
            FigureText::tr("The atlas would have %1 pages and can have %2: narrow the filter, or make a page "
                           "for more than that")
                .arg(pages.size())
                .arg(mostPages));
    }
    const QLatin1StringView whole(plan.animated ? "webp" : "pdf");
    if (QFileInfo(path).suffix().compare(whole, Qt::CaseInsensitive) == 0)
        return writeDocument(path, pages, content, plan, progress);
    QStringList files;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const QString file = numbered(path, i + 1, pages.size());
        if (const Result<FigureReport> report = writeFigure(file, pages[i], content); !report)
            return std::unexpected(report.error());
        files.append(file);
        if (!progress(i + 1, pages.size()))
            break;
    }
    return files;
}

} // namespace dateline
