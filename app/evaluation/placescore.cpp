#include "evaluation/placescore.h"

#include "evaluation/evaluationtext.h"
#include "evaluation/spans.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double near161 = 161; ///< 100 miles: what the literature calls right.

const PlaceMatch *mostOverlapping(const LabelledPlace &gold, std::span<const PlaceMatch> found)
{
    const PlaceMatch *best = nullptr;
    for (const PlaceMatch &match : found) {
        if (overlap(match.span, gold.span)
            && (!best || overlapOf(match.span, gold.span) > overlapOf(best->span, gold.span)))
            best = &match;
    }
    return best;
}

QString nameOf(const PlaceMatch &match)
{
    const Place &place = match.candidates.front().place;
    QStringList parts{place.name, place.kind, place.province, place.country};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// The mean of ln(km+1) as a share of the furthest that two places can be apart: 0 is best.
double aucOf(const std::vector<double> &kilometres)
{
    constexpr double halfRoundTheEarth = 20039;
    double sum = 0;
    for (const double km : kilometres)
        sum += std::log(km + 1) / std::log(halfRoundTheEarth);
    return kilometres.empty() ? 0 : sum / static_cast<double>(kilometres.size());
}

} // namespace

double kilometresBetween(LonLat a, LonLat b)
{
    constexpr double radius = 6371;
    constexpr double radians = std::numbers::pi / 180;
    const double latitude = std::sin((b.lat - a.lat) * radians / 2);
    const double longitude = std::sin((b.lon - a.lon) * radians / 2);
    const double h =
        latitude * latitude + std::cos(a.lat * radians) * std::cos(b.lat * radians) * longitude * longitude;
    return 2 * radius * std::asin(std::min(1.0, std::sqrt(h)));
}

void PlaceScore::add(const LabelledText &text, std::span<const PlaceMatch> found, std::vector<Miss> &misses)
{
    if (!text.places)
        return;
    addSpans(text, found, misses);
    for (const LabelledPlace &gold : *text.places) {
        if (gold.counted)
            addPosition(text, gold, mostOverlapping(gold, found), misses);
    }
}

void PlaceScore::addSpans(const LabelledText &text, std::span<const PlaceMatch> found, std::vector<Miss> &misses)
{
    const QStringView content = text.document.text;
    for (const LabelledPlace &gold : *text.places) {
        if (!gold.counted)
            continue;
        const PlaceMatch *match = mostOverlapping(gold, found);
        const bool same = match && trimmed(content, match->span) == trimmed(content, gold.span);
        m_strict.recall.add(same);
        m_relaxed.recall.add(match != nullptr);
        if (!same) {
            misses.push_back({FoundLayer::Places, match ? EvaluationText::tr("span") : EvaluationText::tr("missed"),
                              text.name, wordsAt(content, gold.span), match ? wordsAt(content, match->span) : QString(),
                              contextOf(content, gold.span)});
        }
    }
    for (const PlaceMatch &match : found) {
        bool same = false;
        bool touched = false;
        bool ignored = false;
        for (const LabelledPlace &gold : *text.places) {
            const bool touches = overlap(match.span, gold.span);
            touched = touched || (touches && gold.counted);
            ignored = ignored || (touches && !gold.counted);
            same = same || (gold.counted && trimmed(content, match.span) == trimmed(content, gold.span));
        }
        if (ignored && !touched)
            continue;
        m_strict.precision.add(same);
        m_relaxed.precision.add(touched);
        if (!touched) {
            misses.push_back({FoundLayer::Places,
                              EvaluationText::tr("not labelled"),
                              text.name,
                              {},
                              nameOf(match),
                              contextOf(content, match.span)});
        }
    }
}

void PlaceScore::addPosition(const LabelledText &text, const LabelledPlace &gold, const PlaceMatch *found,
                             std::vector<Miss> &misses)
{
    if (!gold.at)
        return;
    ++m_all.labelled;
    m_withoutCountries.labelled += gold.country ? 0 : 1;
    if (!found)
        return;
    const double km = kilometresBetween(*gold.at, found->candidates.front().place.position);
    m_all.kilometres.push_back(km);
    if (!gold.country)
        m_withoutCountries.kilometres.push_back(km);
    if (km > near161) {
        misses.push_back({FoundLayer::Places, EvaluationText::tr("far"), text.name,
                          QStringLiteral("%1, %2").arg(gold.at->lat, 0, 'f', 2).arg(gold.at->lon, 0, 'f', 2),
                          EvaluationText::tr("%1 km off: %2").arg(QString::number(km, 'f', 0), nameOf(*found)),
                          contextOf(text.document.text, gold.span)});
    }
}

void PlaceScore::addMeasures(Measures &measures, const QString &key, const QString &label, const Distances &distances)
{
    const auto hits =
        static_cast<qsizetype>(std::ranges::count_if(distances.kilometres, [](double km) { return km <= near161; }));
    const auto found = static_cast<qsizetype>(distances.kilometres.size());
    measures.count(QStringLiteral("positions") + key, EvaluationText::tr("with a position") + label,
                   distances.labelled);
    measures.share(QStringLiteral("within161OfAll") + key, EvaluationText::tr("within 161 km, of all") + label,
                   Tally{hits, distances.labelled}.share());
    measures.share(QStringLiteral("within161OfFound") + key, EvaluationText::tr("within 161 km, of found") + label,
                   Tally{hits, found}.share());
    measures.kilometres(QStringLiteral("medianKm") + key, EvaluationText::tr("median km") + label,
                        medianOf(distances.kilometres));
    measures.share(QStringLiteral("auc") + key, EvaluationText::tr("AUC (0 is best)") + label,
                   aucOf(distances.kilometres));
}

std::vector<Measure> PlaceScore::measures() const
{
    Measures measures(FoundLayer::Places);
    measures.count(QStringLiteral("labelled"), EvaluationText::tr("labelled"), m_strict.recall.of);
    measures.count(QStringLiteral("found"), EvaluationText::tr("found"), m_strict.precision.of);
    measures.agreement(QStringLiteral("strict"), EvaluationText::tr("strict"), m_strict);
    measures.agreement(QStringLiteral("relaxed"), EvaluationText::tr("relaxed"), m_relaxed);
    addMeasures(measures, {}, {}, m_all);
    addMeasures(measures, QStringLiteral("WithoutCountries"), EvaluationText::tr(", no countries"), m_withoutCountries);
    return measures.take();
}

} // namespace dateline
