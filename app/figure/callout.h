#pragma once

#include "figure/captions.h"
#include "figure/textblock.h"
#include "map/theme.h"

#include <QPointF>
#include <QSizeF>

#include <span>
#include <vector>

class QPainter;

namespace dateline
{

/// Words in a callout, with who says them and where.
struct CalloutEntry
{
    QString lead; ///< Before the words where a callout tells of several things: a time, “denied”; may be empty.
    QString words; ///< As the source has them, whole.
    QString focus; ///< What an excerpt should hold, such as the place's name.
    QString by; ///< Who says it; may be empty.
    QString letter; ///< Of the source.
    int sameAs = 0; ///< The number whose callout prints the same words; 0 if these are new.
    Hidden hidden = Hidden::No; ///< Why the words are not printed.
    Stance stance = Stance::Reports;

    friend bool operator==(const CalloutEntry &, const CalloutEntry &) = default;
};

/// What a callout has to say.
struct CalloutText
{
    int number = 0;
    Kind kind{};
    bool isArea = false;
    QString place;
    QString time;
    std::vector<CalloutEntry> entries; ///< The most telling first.
    QString side; ///< Whose words alone these are; empty: anybody's.
};

/// How much of it is printed.
struct CalloutLevel
{
    double width = 0; ///< Of the box at most; pixels.
    int lines = 0; ///< Of each entry's words at most; 0: place and time alone.
    std::size_t entries = 0;
    bool time = true;
};

/// A callout's text set for one level: measures itself, then paints.
class Callout
{
public:
    Callout(const CalloutText &text, const CalloutLevel &level, const Theme &theme);

    [[nodiscard]] QSizeF size() const { return m_size; }
    void paint(QPainter &painter, QPointF topLeft, const Theme &theme) const;

private:
    void addEntry(const CalloutEntry &entry, int lines, double width, const Theme &theme);

    std::vector<std::pair<double, TextBlock>> m_blocks; ///< With their tops.
    QSizeF m_size;
    QColor m_edge;
};

/// The callouts' texts of @p marks; source letters count the sources in the order in which they are first named.
struct CalloutTexts
{
    std::vector<CalloutText> callouts;
    std::vector<CalloutText> offMap; ///< Incidents that the filter shows and the map does not: title, time and words.
    std::vector<int> sources; ///< Indices into FigureContent::sources, letter a first.
};
[[nodiscard]] CalloutTexts calloutTexts(std::span<const NumberedMark> marks, const FigureContent &content,
                                        const IncidentFilter &filter, const TimeStyle &style);

/// Who says something, with what the map of it shows.
struct Side
{
    QString name;
    bool isUnknown = false; ///< Nobody is named.
    std::span<const IncidentId> incidents; ///< Ascending.
    std::span<const NumberedMark> marks;
};

/// The same of what each of @p sides says alone, in their order.
[[nodiscard]] CalloutTexts calloutTexts(std::span<const Side> sides, const FigureContent &content,
                                        const IncidentFilter &filter, const TimeStyle &style);

/// “(words hidden: graphic)”: what stands for words that are not printed.
[[nodiscard]] QString hiddenText(Hidden hidden);

/// The colour of a callout's edge and leader: the kind's, or that of areas.
[[nodiscard]] QColor edgeColourOf(Kind kind, bool isArea, const Theme &theme);

} // namespace dateline
