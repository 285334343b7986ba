#include "figure/callout.h"

#include "domain/names.h"
#include "figure/figuretext.h"
#include "figure/shown.h"
#include "figure/words.h"

#include <QPainter>

#include <algorithm>
#include <map>
#include <set>

namespace dateline
{

namespace
{

constexpr double padX = 11;
constexpr double padY = 8;
constexpr double blockGap = 4;

QString unbroken(QString text)
{
    return text.replace(u' ', QChar::Nbsp);
}

QString bracketed(const QString &letter)
{
    return letter.isEmpty() ? QString() : u'[' + letter + u']';
}

std::vector<TextRun> headingRuns(const CalloutText &text, bool withTime, const Theme &theme)
{
    const QFont bold = sansFont(textSize, QFont::DemiBold);
    std::vector<TextRun> runs{{QString::number(text.number) + QStringLiteral("  ") + text.place, bold, theme.ink}};
    if (withTime && !text.time.isEmpty())
        runs.push_back({QStringLiteral(" · ") + unbroken(text.time), sansFont(textSize), theme.mutedInk});
    return runs;
}

std::vector<TextRun> wordRuns(const CalloutEntry &entry, const QString &words, const Theme &theme)
{
    std::vector<TextRun> runs;
    if (!entry.lead.isEmpty())
        runs.push_back({entry.lead + u' ', sansFont(smallSize, QFont::DemiBold), theme.ink});
    if (entry.hidden == Hidden::No)
        runs.push_back({quoted(words), serifFont(textSize), theme.ink});
    else
        runs.push_back({hiddenText(entry.hidden), sansFont(smallSize), theme.mutedInk});
    const QString letter = bracketed(entry.letter);
    const QString by = QStringList{entry.by, letter}.join(entry.by.isEmpty() ? QString() : QStringLiteral(" "));
    if (!by.isEmpty())
        runs.push_back({(entry.by.isEmpty() ? u' ' : u'\n') + by, sansFont(smallSize), theme.mutedInk});
    return runs;
}

QString leadFor(Stance stance)
{
    switch (stance) {
    case Stance::Disputes: return FigureText::tr("Disputed:");
    case Stance::Denies: return FigureText::tr("Denied:");
    case Stance::Reports:
    case Stance::Confirms:
    case Stance::Adds: break;
    }
    return {};
}

/// Of one incident: the words that report it, those that name its place before others, and the first that gainsay them.
///
/// @param side whose words alone count, as foldedName() has it; none for anybody's.
std::vector<const FigureWords *> tellingWords(const Incident &incident, const FigureContent &content,
                                              const std::optional<QString> &side)
{
    const QString place = incident.where ? incident.where->place : QString();
    const FigureWords *reporting = nullptr;
    const FigureWords *gainsaying = nullptr;
    bool namesPlace = false;
    for (const FigureWords &row : content.words) {
        if (row.incident != incident.id || (side && foldedName(reporterOf(row, content)) != *side))
            continue;
        const bool gainsays = row.stance == Stance::Disputes || row.stance == Stance::Denies;
        const FigureWords *&kept = gainsays ? gainsaying : reporting;
        const bool named = !gainsays && !place.isEmpty() && row.words.contains(place, Qt::CaseInsensitive);
        if (kept == nullptr || (named && !namesPlace))
            kept = &row;
        namesPlace = namesPlace || named;
    }
    std::vector<const FigureWords *> words{reporting, gainsaying};
    std::erase(words, nullptr);
    return words;
}

/// Collects the texts of callouts, giving sources their letters as they come.
class TextMaker
{
public:
    TextMaker(const FigureContent &content, const TimeStyle &style)
        : m_content(content)
        , m_style(style)
    {
    }

    CalloutText ofMark(const NumberedMark &mark)
    {
        CalloutText text{mark.number, mark.mark.kind, mark.mark.isArea, placeTextOf(mark), {}, {}, m_name};
        const bool several = mark.incidents.size() > 1;
        text.time = several ? FigureText::tr("%1 incidents").arg(mark.incidents.size())
                            : timeTextOf(mark.incidents.front()->incident, m_style);
        for (const SceneIncident *shown : mark.incidents)
            addEntries(text, shown->incident, several);
        return text;
    }

    CalloutText ofIncident(const Incident &incident)
    {
        CalloutText text{0, incident.kind, false, incident.title, timeTextOf(incident, m_style), {}, m_name};
        addEntries(text, incident, false);
        return text;
    }

    /// From here on, the words of @p side alone are told, and as new.
    void setSide(const Side &side)
    {
        m_name = side.name;
        m_side = side.isUnknown ? QString() : foldedName(side.name);
        m_printed.clear();
    }

    std::vector<int> takeSources() { return std::move(m_sources); }

private:
    QString letterOf(int source)
    {
        auto at = std::ranges::find(m_sources, source);
        if (at == m_sources.end())
            at = m_sources.insert(at, source);
        return sourceLetter(static_cast<int>(at - m_sources.begin()));
    }

    QString placeInSource(const FigureWords &words)
    {
        const QString letter = letterOf(words.source);
        return words.page > 0 ? FigureText::tr("%1, p. %2").arg(letter).arg(words.page) : letter;
    }

    void addEntries(CalloutText &text, const Incident &incident, bool withTime)
    {
        for (const FigureWords *words : tellingWords(incident, m_content, m_side)) {
            CalloutEntry entry{leadFor(words->stance),
                               words->words,
                               {},
                               m_side ? QString() : words->speaker, // Said above.
                               placeInSource(*words),
                               0,
                               words->hidden,
                               words->stance};
            if (entry.lead.isEmpty() && withTime)
                entry.lead = timeTextOf(incident, m_style) + u':';
            if (incident.where)
                entry.focus = incident.where->place;
            if (entry.hidden != Hidden::No) {
                if (!std::ranges::contains(text.entries, entry))
                    text.entries.push_back(std::move(entry));
                continue;
            }
            const auto [first, isNew] = m_printed.try_emplace({words->source, words->words}, text.number);
            entry.sameAs = isNew ? 0 : first->second;
            const bool repeatedHere = !isNew && first->second == text.number && text.number > 0;
            if (!repeatedHere)
                text.entries.push_back(std::move(entry));
        }
    }

    const FigureContent &m_content;
    const TimeStyle &m_style;
    QString m_name;
    std::optional<QString> m_side; ///< None: everybody's words are told.
    std::vector<int> m_sources;
    std::map<std::pair<int, QString>, int> m_printed; ///< Source and words → the number of the callout that has them.
};

} // namespace

QString hiddenText(Hidden hidden)
{
    return hidden == Hidden::Graphic ? FigureText::tr("(words hidden: graphic)")
                                     : FigureText::tr("(words left out: place blurred)");
}

QColor edgeColourOf(Kind kind, bool isArea, const Theme &theme)
{
    if (isArea)
        return theme.area;
    const QColor colour = colourOf(kind, theme);
    return theme.dark ? colour.lighter(125) : colour;
}

Callout::Callout(const CalloutText &text, const CalloutLevel &level, const Theme &theme)
    : m_edge(edgeColourOf(text.kind, text.isArea, theme))
{
    const double inner = level.width - 2 * padX;
    double height = padY;
    const auto add = [&](TextBlock block) {
        const double top = height;
        height += block.height() + blockGap;
        m_size.setWidth(std::max(m_size.width(), block.width()));
        m_blocks.emplace_back(top, std::move(block));
    };
    add(TextBlock(headingRuns(text, level.time, theme), inner));
    const std::size_t count = level.lines > 0 ? std::min(level.entries, text.entries.size()) : 0;
    for (const CalloutEntry &entry : std::span(text.entries).first(count)) {
        if (entry.sameAs > 0) {
            std::vector<TextRun> runs;
            if (!entry.lead.isEmpty())
                runs.push_back({entry.lead + u' ', sansFont(smallSize, QFont::DemiBold), theme.ink});
            const QString same =
                FigureText::tr("in the words quoted at %1 %2").arg(entry.sameAs).arg(bracketed(entry.letter));
            runs.push_back({same, sansFont(smallSize), theme.mutedInk});
            add(TextBlock(runs, inner));
            continue;
        }
        if (entry.hidden != Hidden::No) {
            add(TextBlock(wordRuns(entry, {}, theme), inner));
            continue;
        }
        const int byLines = entry.by.isEmpty() ? 0 : 1;
        const QString words = excerptOf(entry.words, entry.focus, [&](const QString &part) {
            return TextBlock(wordRuns(entry, part, theme), inner).lines() <= level.lines + byLines;
        });
        if (!words.isEmpty())
            add(TextBlock(wordRuns(entry, words, theme), inner));
    }
    if (level.lines > 0 && count < text.entries.size()) {
        const qsizetype more = static_cast<qsizetype>(text.entries.size() - count);
        add(TextBlock({{FigureText::tr("and %1 more").arg(more), sansFont(smallSize), theme.mutedInk}}, inner));
    }
    m_size = {std::ceil(m_size.width() + 2 * padX + 1), std::ceil(height - blockGap + padY)};
}

void Callout::paint(QPainter &painter, QPointF topLeft, const Theme &theme) const
{
    painter.setPen(QPen(m_edge, 1.25));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(topLeft, m_size).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    for (const auto &[top, block] : m_blocks)
        block.paint(painter, topLeft + QPointF(padX, top));
}

CalloutTexts calloutTexts(std::span<const Side> sides, const FigureContent &content, const IncidentFilter &filter,
                          const TimeStyle &style)
{
    CalloutTexts texts;
    TextMaker maker(content, style);
    for (const Side &side : sides) {
        maker.setSide(side);
        std::set<IncidentId> onMap;
        for (const NumberedMark &mark : side.marks) {
            texts.callouts.push_back(maker.ofMark(mark));
            for (const SceneIncident *shown : mark.incidents)
                onMap.insert(shown->incident.id);
        }
        for (const SceneIncident &row : content.incidents) {
            const IncidentId id = row.incident.id;
            if (std::ranges::binary_search(side.incidents, id) && !onMap.contains(id) && isShown(row, filter))
                texts.offMap.push_back(maker.ofIncident(row.incident));
        }
    }
    texts.sources = maker.takeSources();
    return texts;
}

CalloutTexts calloutTexts(std::span<const NumberedMark> marks, const FigureContent &content,
                          const IncidentFilter &filter, const TimeStyle &style)
{
    CalloutTexts texts;
    TextMaker maker(content, style);
    std::set<IncidentId> onMap;
    for (const NumberedMark &mark : marks) {
        texts.callouts.push_back(maker.ofMark(mark));
        for (const SceneIncident *shown : mark.incidents)
            onMap.insert(shown->incident.id);
    }
    for (const SceneIncident &row : content.incidents) {
        if (!onMap.contains(row.incident.id) && isShown(row, filter))
            texts.offMap.push_back(maker.ofIncident(row.incident));
    }
    texts.sources = maker.takeSources();
    return texts;
}

} // namespace dateline
