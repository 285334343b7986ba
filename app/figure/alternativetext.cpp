#include "figure/alternativetext.h"

#include "figure/figuretext.h"
#include "figure/publishable.h"
#include "figure/shown.h"

#include <algorithm>
#include <set>

namespace dateline
{

namespace
{

constexpr std::size_t mostTold = 12; // About a minute of a screen reader.
constexpr std::size_t mostNamed = 5; // Of places, kinds and sources.

/// Who reports an incident: the speakers whom the words name, else who published them.
QStringList reportersOf(const std::vector<const FigureWords *> &words, const FigureContent &content)
{
    QStringList speakers;
    QStringList publishers;
    for (const FigureWords *quote : words) {
        speakers.append(quote->speaker);
        publishers.append(content.sources[static_cast<std::size_t>(quote->source)].publisher);
    }
    for (QStringList *names : {&speakers, &publishers}) {
        names->removeAll(QString());
        names->removeDuplicates();
    }
    return speakers.isEmpty() ? publishers : speakers;
}

class TextWriter
{
public:
    explicit TextWriter(const FigureContent &content)
        : m_content(content)
        , m_words(wordsByIncident(content))
    {
    }

    /// “13 Sep 2022, 00:05 UTC+4: Shelling towards Goris, as stated by …”.
    [[nodiscard]] QString statementOf(const Incident &incident) const
    {
        QString text = timeTextOf(incident);
        if (!incident.title.isEmpty())
            text += QStringLiteral(": ") + incident.title;
        const QStringList reporters = reportersOf(incident.id);
        if (!reporters.isEmpty())
            text += FigureText::tr(", as stated by %1").arg(joined(reporters));
        return text + u'.';
    }

    [[nodiscard]] QStringList eachOf(std::span<const NumberedMark> marks) const
    {
        QStringList sentences;
        for (const NumberedMark &mark : marks) {
            for (const SceneIncident *shown : mark.incidents)
                sentences.append(
                    QStringLiteral("%1: %2, %3").arg(mark.number).arg(placeTextOf(mark), statementOf(shown->incident)));
        }
        return sentences;
    }

    [[nodiscard]] QStringList allOf(std::span<const NumberedMark> marks, std::size_t incidents) const
    {
        std::map<QString, qsizetype> places;
        std::map<QString, qsizetype> kinds;
        std::map<QString, qsizetype> reporters;
        for (const NumberedMark &mark : marks) {
            for (const SceneIncident *shown : mark.incidents) {
                const Incident &incident = shown->incident;
                if (incident.where && !incident.where->place.isEmpty())
                    ++places[incident.where->place];
                ++kinds[termOf(incident.kind)];
                for (const QString &reporter : reportersOf(incident.id))
                    ++reporters[reporter];
            }
        }
        const QString days = daysOf(marks);
        const QString counted = countText(static_cast<qsizetype>(incidents));
        QStringList sentences{days.isEmpty() ? FigureText::tr("%1 reported incidents.").arg(counted)
                                             : FigureText::tr("%1 reported incidents, %2.").arg(counted, days)};
        const auto say = [&sentences](const QString &sentence, const std::map<QString, qsizetype> &counts) {
            if (!counts.empty())
                sentences.append(sentence.arg(mostCommon(counts)));
        };
        say(FigureText::tr("Where: %1."), places);
        say(FigureText::tr("What: %1."), kinds);
        say(FigureText::tr("As stated by: %1."), reporters);
        return sentences;
    }

private:
    [[nodiscard]] QStringList reportersOf(IncidentId id) const
    {
        const auto words = m_words.find(id);
        return words == m_words.end() ? QStringList() : dateline::reportersOf(words->second, m_content);
    }

    /// “Sotk (310), Goris (205) and 14 others (485)”.
    static QString mostCommon(const std::map<QString, qsizetype> &counts)
    {
        std::vector<std::pair<QString, qsizetype>> sorted(counts.begin(), counts.end());
        std::ranges::stable_sort(sorted, std::ranges::greater(), &std::pair<QString, qsizetype>::second);
        const auto withCount = [](const QString &name, qsizetype count) {
            return FigureText::tr("%1 (%2)").arg(name, countText(count));
        };
        QStringList names;
        qsizetype others = 0;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            // One more name is shorter than “1 other”.
            if (i < mostNamed || sorted.size() == mostNamed + 1)
                names.append(withCount(sorted[i].first, sorted[i].second));
            else
                others += sorted[i].second;
        }
        if (others > 0)
            names.append(withCount(
                FigureText::tr("%1 others").arg(countText(static_cast<qsizetype>(sorted.size() - mostNamed))), others));
        return joined(names);
    }

    const FigureContent &m_content;
    WordsByIncident m_words;
};

} // namespace

QString alternativeTextFor(const QString &title, std::span<const NumberedMark> marks, const FigureContent &content,
                           const IncidentFilter &filter, const SceneCount &count)
{
    const TextWriter writer(content);
    std::set<IncidentId> onMap;
    for (const NumberedMark &mark : marks) {
        for (const SceneIncident *shown : mark.incidents)
            onMap.insert(shown->incident.id);
    }
    QStringList sentences{FigureText::tr("Map: %1.").arg(title)};
    sentences += onMap.size() <= mostTold ? writer.eachOf(marks) : writer.allOf(marks, onMap.size());
    sentences.append(countSentence(count));
    if (const QString withheld = withheldSentence(content); !withheld.isEmpty())
        sentences.append(withheld);
    std::vector<const Incident *> elsewhere;
    for (const SceneIncident &row : content.incidents) {
        if (!onMap.contains(row.incident.id) && isShown(row, filter))
            elsewhere.push_back(&row.incident);
    }
    // How many more there are, and why, the count has said.
    if (elsewhere.size() <= mostTold) {
        for (const Incident *incident : elsewhere)
            sentences.append(FigureText::tr("Not on the map: %1").arg(writer.statementOf(*incident)));
    }
    return sentences.join(u' ');
}

} // namespace dateline
