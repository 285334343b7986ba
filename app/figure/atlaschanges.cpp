#include "figure/atlaschanges.h"

#include "domain/figurespecjson.h"
#include "figure/atlas.h"
#include "figure/changes.h"
#include "figure/figuretext.h"
#include "figure/publishable.h"

#include <QJsonArray>

#include <map>

namespace dateline
{

AtlasChanges atlasChangesSince(const QJsonObject &atlas, std::span<const QJsonObject> pages, const FigureContent &now)
{
    // What would be on each page now.
    std::map<QString, FigureSpec> anew;
    std::vector<QString> order;
    if (const std::optional<AtlasPlan> plan = atlasPlanFrom(atlas[u"plan"].toObject())) {
        const FigureSpec spec = figureSpecFrom(atlas[u"spec"].toObject());
        for (AtlasPage &page : atlasPages(spec, publishable(spec, now).content, *plan)) {
            order.push_back(page.group);
            anew.emplace(page.group, std::move(page.spec));
        }
    }
    AtlasChanges changes;
    const QJsonArray told = atlas[u"pages"].toArray();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto page = anew.extract(told[static_cast<qsizetype>(i)][u"group"].toString());
        FigureSpec spec = figureSpecFrom(pages[i][u"spec"].toObject());
        if (!page.empty())
            spec.only = page.mapped().only;
        changes.pages.push_back(pages[i].isEmpty() ? QStringList() : changesSince(pages[i], spec, now));
    }
    for (const QString &group : order) {
        if (const auto page = anew.find(group); page != anew.end())
            changes.others.append(FigureText::tr("There would be a page “%1” now").arg(page->second.title));
    }
    return changes;
}

} // namespace dateline
