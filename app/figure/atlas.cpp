#include "figure/atlas.h"

#include "domain/figurespecjson.h"
#include "figure/captions.h"
#include "figure/figuretext.h"
#include "figure/formats.h"
#include "figure/mapframe.h"
#include "figure/sidecar.h"
#include "figure/xmp.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace dateline
{

namespace
{

constexpr QLatin1StringView groupKey("group");

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

/// What a PDF of @p pages tells of itself.
PdfDocument documentOf(const FigureSpec &spec, const FigureContent &content, const DrawnPages &pages,
                       const QJsonObject &sidecar)
{
    FigureReport all;
    QStringList titles;
    std::set<int> sources;
    for (const FigureReport &report : pages.reports) {
        titles.append(report.title);
        sources.insert(report.listed.begin(), report.listed.end());
    }
    for (const int source : sources)
        all.sources.append(sourceText(content.sources[static_cast<std::size_t>(source)]));
    const bool several = titles.size() > 1;
    all.title = !spec.title.isEmpty() ? spec.title
        : several                     ? FigureText::tr("%1 to %2").arg(titles.first(), titles.last())
                                      : titles.first();
    all.alternativeText =
        FigureText::tr("Atlas of %1 maps: %2.").arg(countText(titles.size()), titles.join(QStringLiteral("; ")));
    return {all.title, all.alternativeText, spec.credit, xmpPacket(spec, content, all), sidecar};
}

/// An atlas that is being written.
struct Atlas
{
    const QString &path;
    const Publishable &safe;
    const FigureContent &content; ///< As it is.
    const AtlasPlan &plan;
    const std::vector<AtlasPage> &pages;

    /// What is told of it, with @p told of its pages.
    [[nodiscard]] QJsonObject sidecar(const QJsonArray &told) const
    {
        QJsonObject sidecar = atlasSidecarOf(safe.spec, safe.content);
        sidecar.insert(QStringLiteral("plan"), objectFrom(plan));
        sidecar.insert(QStringLiteral("pages"), told);
        return sidecar;
    }

    [[nodiscard]] Result<void> save(const QJsonObject &sidecar) const
    {
        return saveFigure(path + QStringLiteral(".json"), QJsonDocument(sidecar).toJson());
    }
};

/// The atlas as one file.
Result<QStringList> writeDocument(const Atlas &atlas, const AtlasProgress &progress)
{
    std::vector<FigureSpec> specs;
    specs.reserve(atlas.pages.size());
    for (const AtlasPage &page : atlas.pages)
        specs.push_back(page.spec);
    const auto goesOn = [&](std::size_t done) { return progress(done, specs.size()); };
    Result<DrawnPages> drawn = atlas.plan.animated
        ? drawWebpPages(specs, atlas.content, atlas.plan.milliseconds, goesOn)
        : drawPdfPages(specs, atlas.content, goesOn);
    if (!drawn)
        return std::unexpected(drawn.error());
    if (drawn->bytes.isEmpty())
        return QStringList();
    QJsonArray told;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        QJsonObject page = std::move(drawn->sidecars[i]);
        page.insert(groupKey, atlas.pages[i].group);
        told.append(page);
    }
    const QJsonObject sidecar = atlas.sidecar(told);
    if (!atlas.plan.animated) {
        Result<QByteArray> finished =
            finishedPdf(drawn->bytes, drawn->pdf, documentOf(atlas.safe.spec, atlas.safe.content, *drawn, sidecar));
        if (!finished)
            return std::unexpected(finished.error());
        drawn->bytes = std::move(*finished);
    }
    if (const Result<void> saved = saveFigure(atlas.path, drawn->bytes); !saved)
        return std::unexpected(saved.error());
    if (const Result<void> saved = atlas.save(withPicture(sidecar, atlas.path, drawn->bytes)); !saved)
        return std::unexpected(saved.error());
    return QStringList{atlas.path};
}

/// The atlas as numbered files.
Result<QStringList> writeFiles(const Atlas &atlas, const AtlasProgress &progress)
{
    QStringList files;
    QJsonArray told;
    for (std::size_t i = 0; i < atlas.pages.size(); ++i) {
        const QString file = numbered(atlas.path, i + 1, atlas.pages.size());
        const Result<FigureReport> report = writeFigure(file, atlas.pages[i].spec, atlas.content);
        if (!report)
            return std::unexpected(report.error());
        files.append(file);
        told.append(QJsonObject{{groupKey, atlas.pages[i].group},
                                {QStringLiteral("title"), report->title},
                                {QStringLiteral("file"), QFileInfo(file).fileName()}});
        if (!progress(i + 1, atlas.pages.size()))
            return files;
    }
    if (const Result<void> saved = atlas.save(atlas.sidecar(told)); !saved)
        return std::unexpected(saved.error());
    return files;
}

} // namespace

QJsonObject objectFrom(const AtlasPlan &plan)
{
    QJsonObject object{{QStringLiteral("by"), keyOf(plan.by)}};
    if (plan.animated)
        object.insert(QStringLiteral("milliseconds"), plan.milliseconds);
    return object;
}

std::optional<AtlasPlan> atlasPlanFrom(const QJsonObject &object)
{
    const std::optional<GroupBy> by = groupByFromKey(object[u"by"].toString());
    if (!by || *by > GroupBy::Party)
        return std::nullopt;
    constexpr int least = 100;
    constexpr int most = 60'000;
    AtlasPlan plan{.by = *by, .animated = object.contains(QLatin1StringView("milliseconds"))};
    plan.milliseconds = std::clamp(object[u"milliseconds"].toInt(plan.milliseconds), least, most);
    return plan;
}

std::vector<AtlasPage> atlasPages(const FigureSpec &spec, const FigureContent &content, const AtlasPlan &plan)
{
    std::vector<AtlasPage> pages;
    std::vector<IncidentId> until;
    for (FigureGroup &group : groupsOf(content, spec, plan.by)) {
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
        QString key = plan.by == GroupBy::Incident ? QString::number(numberOf(page.only.front())) : group.name;
        pages.push_back({std::move(page), std::move(key)});
    }
    return pages;
}

Result<QStringList> writeAtlas(const QString &path, const FigureSpec &spec, const FigureContent &content,
                               const AtlasPlan &plan, const AtlasProgress &progress)
{
    if (const Result<void> open = namesNothingBlurred(spec, content); !open)
        return std::unexpected(open.error());
    const Publishable safe = publishable(spec, content);
    const std::vector<AtlasPage> pages = atlasPages(spec, safe.content, plan);
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
    const Atlas atlas{path, safe, content, plan, pages};
    return QFileInfo(path).suffix().compare(whole, Qt::CaseInsensitive) == 0 ? writeDocument(atlas, progress)
                                                                             : writeFiles(atlas, progress);
}

} // namespace dateline
