#include "figure/shown.h"

#include "figure/figuretext.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace dateline
{

WordsByIncident wordsByIncident(const FigureContent &content)
{
    WordsByIncident words;
    for (const FigureWords &row : content.words)
        words[row.incident].push_back(&row);
    return words;
}

QString reporterOf(const FigureWords &words, const FigureContent &content)
{
    return words.speaker.isEmpty() ? content.sources[static_cast<std::size_t>(words.source)].publisher : words.speaker;
}

std::vector<const SceneIncident *> shownIncidents(const FigureSpec &spec, const FigureContent &content,
                                                  const FigureReport &report)
{
    std::vector<const SceneIncident *> shown;
    for (const SceneIncident &row : content.incidents) {
        if (isShown(row, spec.filter))
            shown.push_back(&row);
    }
    std::ranges::stable_sort(shown, {}, [&report](const SceneIncident *row) {
        const auto number = report.numbers.find(row->incident.id);
        return std::pair(number == report.numbers.end(), number == report.numbers.end() ? 0 : number->second);
    });
    return shown;
}

QString whereText(const Incident &incident, const FigureContent &content)
{
    if (!incident.where)
        return FigureText::tr("no place stated");
    QStringList parts{incident.where->place, incident.where->province};
    parts.removeAll(QString());
    parts.removeDuplicates();
    if (content.blurred.contains(incident.id))
        parts.append(FigureText::tr("blurred on purpose"));
    return parts.join(QStringLiteral(", "));
}

std::vector<int> letteredSources(const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
{
    std::vector<int> sources = report.listed;
    if (content.asSquares) {
        sources.resize(content.sources.size());
        std::ranges::iota(sources, 0);
    }
    std::set<int> known(sources.begin(), sources.end());
    const WordsByIncident words = wordsByIncident(content);
    for (const SceneIncident *row : shownIncidents(spec, content, report)) {
        const auto found = words.find(row->incident.id);
        if (found == words.end())
            continue;
        for (const FigureWords *quote : found->second) {
            if (known.insert(quote->source).second)
                sources.push_back(quote->source);
        }
    }
    return sources;
}

} // namespace dateline
