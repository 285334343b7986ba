#pragma once

#include "figure/figure.h"

#include <QDate>

#include <optional>
#include <span>

namespace dateline
{

/// A mark with its number, as figure and text name it.
struct NumberedMark
{
    int number = 0;
    SceneMark mark;
    std::vector<const SceneIncident *> incidents; ///< Of the mark, by time.
    Stance stance = Stance::Reports; ///< What the speaker whose map it stands on does for all of them.
};

/// How the figure tells times: what all times share is said once, in the subtitle.
struct TimeStyle
{
    QString year; ///< “ 2022”, if all lie in it; else empty.
    QString zone; ///< “ UTC+4”, if all are told in it; else empty.
};

/// The marks of @p scene numbered by time, then from north to south; undated ones last.
[[nodiscard]] std::vector<NumberedMark> numberedMarks(const Scene &scene, std::span<const SceneIncident> incidents);

[[nodiscard]] TimeStyle timeStyleFor(std::span<const NumberedMark> marks);

/// “13 Sep, 00:05” in @p style, or “no time stated”.
[[nodiscard]] QString timeTextOf(const Incident &incident, const TimeStyle &style = {});

/// What to call the place of @p mark: the places named, or the first title.
[[nodiscard]] QString placeTextOf(const NumberedMark &mark);

/// “Reported incidents: Sotk, Jermuk and Goris”; the days of the incidents where places are many.
[[nodiscard]] QString titleFor(std::span<const NumberedMark> marks);
/// @param blurred incidents whose areas stand for no region, but for a place that is kept back.
[[nodiscard]] QString subtitleFor(std::span<const NumberedMark> marks, const Scene &scene, const TimeStyle &style,
                                  const std::map<IncidentId, double> &blurred = {});

/// “Sotk, Jermuk and Goris”.
[[nodiscard]] QString joined(const QStringList &words);

/// “12–14 September 2022”.
[[nodiscard]] QString dayRange(QDate first, QDate last);

/// “12,345”.
[[nodiscard]] QString countText(qsizetype count);

/// “12–14 September 2022”: the days of the incidents in their own zones; empty if none has a time.
[[nodiscard]] QString daysOf(std::span<const NumberedMark> marks);

/// “4 of 6 incidents shown: 1 has no place, 1 is left out by the filter. Of those shown, 3 are …”
[[nodiscard]] QString countSentence(const SceneCount &count);

/// What a person calls @p part.
[[nodiscard]] QString nameOf(FigurePart part);

/// A source in one line: publisher, title, date, address, and the beginning of its hash.
[[nodiscard]] QString sourceText(const FigureSource &source);

} // namespace dateline
