#include "map/curvedname.h"

#include <QFontMetricsF>
#include <QTextBoundaryFinder>
#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <ranges>

namespace dateline
{

namespace
{

constexpr double mostOfLine = 0.92; ///< Share of the line that a name may fill.
constexpr double widely = 0.6; ///< Share up to which letters are moved apart.
constexpr double mostApart = 0.7; ///< Added between two letters, in the type’s size: further, and a name falls apart.
constexpr double mostBend = 14; ///< Degrees between two neighbours.
constexpr double mostTurn = 75; ///< Degrees between the first letter and the last.
constexpr double mostLean = 100; ///< Degrees from level: a name that runs upward may lean back a little.

/// A line by the length along it.
class Track
{
public:
    explicit Track(std::span<const QPointF> line)
        : m_line(line.begin(), line.end())
    {
        const QPointF way = m_line.back() - m_line.front();
        // Read from the left or, where it stands nearly upright, from below.
        const bool upright = std::abs(way.x()) < 0.05 * std::abs(way.y());
        if (upright ? way.y() > 0 : way.x() < 0)
            std::ranges::reverse(m_line);
        for (std::size_t i = 1; i < m_line.size(); ++i) {
            const QPointF step = m_line[i] - m_line[i - 1];
            m_lengths.push_back(m_lengths.back() + std::hypot(step.x(), step.y()));
        }
    }

    [[nodiscard]] double length() const { return m_lengths.back(); }

    [[nodiscard]] QPointF at(double along) const
    {
        const auto next = std::ranges::upper_bound(m_lengths, along) - m_lengths.begin();
        const auto i = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 1, std::ssize(m_line) - 1));
        const double step = m_lengths[i] - m_lengths[i - 1];
        const double part = step > 0 ? (along - m_lengths[i - 1]) / step : 0;
        return m_line[i - 1] + (m_line[i] - m_line[i - 1]) * part;
    }

private:
    std::vector<QPointF> m_line;
    std::vector<double> m_lengths{0};
};

struct Piece
{
    QString text;
    double begin;
    double end;
};

/// The letters of @p text with where they stand on a level line.
std::vector<Piece> piecesOf(const QString &text, const QFontMetricsF &metrics)
{
    std::vector<Piece> pieces;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    double begin = 0;
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > from; from = to, to = finder.toNextBoundary()) {
        // By what stands before, so that pairs keep their kerning.
        const double end = metrics.horizontalAdvance(text, static_cast<int>(to));
        pieces.push_back({text.mid(from, to - from), begin, end});
        begin = end;
    }
    return pieces;
}

bool isGentle(const std::vector<CurvedLetter> &letters)
{
    const auto angleOf = [](const CurvedLetter &letter) { return letter.run.angle; };
    const auto [least, most] = std::ranges::minmax(letters | std::views::transform(angleOf));
    if (most - least > mostTurn || std::max(-least, most) > mostLean)
        return false;
    const auto bends = [](double a, double b) { return std::abs(a - b) > mostBend; };
    return std::ranges::adjacent_find(letters, bends, angleOf) == letters.end();
}

} // namespace

bool canBeCurved(const QString &text)
{
    constexpr std::array scripts{QChar::Script_Common,   QChar::Script_Inherited, QChar::Script_Latin,
                                 QChar::Script_Cyrillic, QChar::Script_Greek,     QChar::Script_Armenian,
                                 QChar::Script_Georgian, QChar::Script_Han,       QChar::Script_Hangul,
                                 QChar::Script_Hiragana, QChar::Script_Katakana};
    return std::ranges::all_of(
        text.toUcs4(), [&scripts](uint letter) { return std::ranges::contains(scripts, QChar::script(letter)); });
}

std::optional<std::vector<CurvedLetter>> lettersAlong(std::span<const QPointF> line, const QString &text,
                                                      const QFont &font, double middle)
{
    if (line.size() < 2 || !canBeCurved(text))
        return std::nullopt;
    const Track track(line);
    const QFontMetricsF metrics(font);
    const std::vector<Piece> pieces = piecesOf(text, metrics);
    if (pieces.size() < 2 || !std::isfinite(track.length()) || pieces.back().end > mostOfLine * track.length())
        return std::nullopt;
    const double room = widely * track.length() - pieces.back().end;
    const double apart = std::clamp(room / static_cast<double>(pieces.size() - 1), 0.0, mostApart * metrics.ascent());
    const double whole = pieces.back().end + apart * static_cast<double>(pieces.size() - 1);
    const double begin = middle * track.length() - whole / 2;
    const double least = (1 - mostOfLine) / 2 * track.length();
    if (begin < least - 1e-6 || begin + whole > track.length() - least + 1e-6)
        return std::nullopt;
    // Letters, not the whole line of type, have their middle on the curve.
    const double below = metrics.capHeight() / 2;

    std::vector<CurvedLetter> letters;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].text.trimmed().isEmpty())
            continue;
        const double half = (pieces[i].end - pieces[i].begin) / 2;
        const double here = begin + pieces[i].begin + half + apart * static_cast<double>(i);
        // Over more than its own width, so that a corner of the line does not show.
        const double reach = half + metrics.ascent() / 2;
        const QPointF way = track.at(std::min(track.length(), here + reach)) - track.at(std::max(0.0, here - reach));
        const double angle = std::atan2(way.y(), way.x()) * 180 / std::numbers::pi;
        QTransform turned = QTransform::fromTranslate(track.at(here).x(), track.at(here).y());
        turned.rotate(angle);
        letters.push_back({{pieces[i].text, turned.map(QPointF(-half, below)), angle},
                           turned.mapRect(QRectF(-half, -below - 1, 2 * half, 2 * below + 2))});
    }
    if (letters.empty() || !isGentle(letters))
        return std::nullopt;
    return letters;
}

} // namespace dateline
