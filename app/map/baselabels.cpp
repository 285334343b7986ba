#include "map/baselabels.h"

#include "map/boxgrid.h"
#include "map/scenelabels.h"

#include <QFontMetricsF>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double dotRadiusPx = 2.6;
// Country names help to find one's way from afar; close by they would lie over towns.
constexpr double lastCountryZoom = 7.5;
constexpr double widestPerReach = 2.5;
// Of the type's size; from a tenth on, readers of PDF take each letter for a word of its own.
constexpr double letterSpacing = 0.095;
// So much broader than a narrow country may a level name be: what is beyond its borders is still seen to be its own.
constexpr double mostOverhang = 1.65;
// In a thinner country a name along it would hide both its borders.
constexpr double leastBreadthPerLetter = 1.3;
// About one name for each square of this side, so that the map stays calm.
constexpr double squarePx = 105;

double zoomForTown(int rank, double people, int names)
{
    if (rank == 0)
        return people >= 3e6 ? 3.2 : 4.2;
    if (people >= 3e6)
        return 4.2;
    if (people >= 1e6)
        return 5;
    if (people >= 3e5)
        return 5.8;
    if (people >= 1e5)
        return rank == 1 ? 6.2 : 6.8;
    if (people >= 3e4)
        return rank == 1 ? 6.6 : 7.5;
    if (rank == 1)
        return 7;
    // Where no population is known a place of many names is a town and not a village.
    if (people >= 3e3 || (people == 0 && names >= 5))
        return 8;
    return rank == 2 ? 8.6 : 9.5;
}

double zoomForCountry(double squareKm)
{
    if (squareKm >= 5e6)
        return 1;
    if (squareKm >= 1e6)
        return 2;
    if (squareKm >= 3e5)
        return 3;
    if (squareKm >= 6e4)
        return 4;
    return squareKm >= 1e4 ? 5 : 5.6;
}

QRectF around(QPointF middle, QSizeF size)
{
    return {middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()};
}

} // namespace

QFont baseLabelFont(const BaseLabel &label)
{
    QFont font = interfaceFont(label.sizePx);
    if (label.country)
        font.setLetterSpacing(QFont::AbsoluteSpacing, letterSpacing * label.sizePx);
    return font;
}

BaseLabels::BaseLabels(const BaseStore &store)
    : m_names(std::async(std::launch::async, [&store] { return read(store); }))
{
}

BaseLabels::~BaseLabels()
{
    m_names.wait();
}

BaseLabels::Name BaseLabels::placeName(const Feature &row)
{
    const int rank = row.attributes[2].isEmpty() ? 2 : row.attributes[2].toInt();
    const double people = row.attributes[1].toDouble();
    const int names = row.attributes[3].toInt();
    Name name{
        row.attributes[0], {}, zoomForTown(rank, people, names), std::max<double>(people, names), 11, false, {}, 0};
    if (rank == 0)
        name.sizePx = 14;
    else if (people >= 1e6)
        name.sizePx = 13;
    else if (people >= 1e5 || rank == 1)
        name.sizePx = 12;
    return name;
}

BaseLabels::Name BaseLabels::countryName(const Feature &row)
{
    const double squareKm = row.attributes[1].toDouble();
    return {
        row.attributes[0].toUpper(), {}, zoomForCountry(squareKm), squareKm, squareKm >= 1e6 ? 13 : 11, true, {}, 0};
}

std::vector<BaseLabels::Name> BaseLabels::read(const BaseStore &store)
{
    std::vector<Name> names;
    const BaseStore::Lease lent = store.lease();
    if (!lent.dataset())
        return names;
    const auto taker = [&names](Name (*made)(const Feature &)) {
        return [&names, made](Feature &&row) {
            if (row.geometry.parts.empty() || row.geometry.parts.front().empty() || row.attributes.front().isEmpty())
                return;
            names.push_back(made(row));
            names.back().at = row.geometry.parts.front().front();
        };
    };
    const QStringList placeColumns{QStringLiteral("name"), QStringLiteral("population"), QStringLiteral("rank"),
                                   QStringLiteral("names")};
    const QStringList countryColumns{QStringLiteral("name"), QStringLiteral("area_km2")};
    for (const Result<void> &done :
         {lent.dataset()->forEach(QStringLiteral("country_label"), {}, countryColumns, taker(countryName)),
          lent.dataset()->forEach(QStringLiteral("place"), {}, placeColumns, taker(placeName))}) {
        if (!done)
            qWarning("%s", qUtf8Printable(done.error().message));
    }
    readSpines(*lent.dataset(), names);
    std::ranges::sort(names, [](const Name &a, const Name &b) {
        return std::tuple(a.minZoom, -a.weight, a.text) < std::tuple(b.minZoom, -b.weight, b.text);
    });
    return names;
}

void BaseLabels::readSpines(const Dataset &dataset, std::vector<Name> &names)
{
    QHash<QString, Name *> countries;
    for (Name &name : names) {
        if (name.country)
            countries.insert(name.text, &name);
    }
    const QStringList columns{QStringLiteral("name"), QStringLiteral("breadth_km")};
    const Result<void> done =
        dataset.forEach(QStringLiteral("country_spine"), {}, columns, [&countries](Feature &&row) {
            Name *name = countries.value(row.attributes[0].toUpper());
            if (name == nullptr || row.geometry.parts.empty())
                return;
            name->spine = std::move(row.geometry.parts.front());
            name->breadthKm = row.attributes[1].toDouble();
        });
    if (!done)
        qWarning("%s", qUtf8Printable(done.error().message));
}

std::vector<BaseLabel> BaseLabels::placed(const Viewport &viewport, const std::vector<QRectF> &taken) const
{
    const QRectF view(QPointF(), viewport.sizePx());
    const LonLatBox box = viewport.box();
    BoxGrid held(view);
    for (const QRectF &rect : taken)
        held.add(rect);
    const auto most = static_cast<std::size_t>(std::max(4.0, view.width() * view.height() / (squarePx * squarePx)));
    std::vector<BaseLabel> labels;
    for (const Name &name : m_names.get()) {
        if (name.minZoom > viewport.zoom() || labels.size() >= most)
            break;
        if (name.country && viewport.zoom() > lastCountryZoom)
            continue;
        if (!box.contains(name.at) && !box.contains({name.at.lon + 360, name.at.lat}))
            continue;
        const std::optional<QPointF> at = viewport.pixelFromLonLat(name.at);
        if (!at || !view.contains(*at))
            continue;
        if (!name.spine.empty() && placeCurved(name, viewport, held, labels))
            continue;
        // A name much wider than its country would name its neighbours.
        const double reachPx = name.country ? std::sqrt(name.weight) * 1000 / viewport.metresPerPixelAt(*at) : 1e9;
        place(name, *at, reachPx, view, held, labels);
    }
    return labels;
}

/// Along the middle of a long country whose breadth has no room for a level name; false where it is to be level.
bool BaseLabels::placeCurved(const Name &name, const Viewport &viewport, BoxGrid &taken, std::vector<BaseLabel> &labels)
{
    std::vector<QPointF> line(name.spine.size());
    std::ranges::transform(name.spine, line.begin(), [&viewport](LonLat position) {
        return viewport.pixelFromLonLat(position).value_or(QPointF(qQNaN(), qQNaN()));
    });
    const QPointF way = line.back() - line.front();
    const double length = std::hypot(way.x(), way.y());
    const QRectF view = QRectF(QPointF(), viewport.sizePx()).adjusted(3, 3, -3, -3);
    if (!(length > 0) || !view.contains(line[line.size() / 2]))
        return false;
    BaseLabel label{name.text, line[line.size() / 2], {}, false, name.sizePx, true, {}};
    const QFont font = baseLabelFont(label);
    const QFontMetricsF metrics(font);
    const double breadth = name.breadthKm * 1000 / viewport.metresPerPixelAt(label.at);
    const double across =
        (metrics.horizontalAdvance(name.text) * std::abs(way.y()) + metrics.capHeight() * std::abs(way.x())) / length;
    if (across < mostOverhang * breadth || breadth < leastBreadthPerLetter * metrics.capHeight())
        return false;
    constexpr double air = 4;
    const auto isFree = [&](const CurvedLetter &letter) {
        return view.contains(letter.box) && !taken.meets(letter.box.adjusted(-air, -air, air, air));
    };
    // From its middle a name gives way to what stands there.
    for (const double middle : {0.5, 0.42, 0.58, 0.34, 0.66}) {
        std::optional<std::vector<CurvedLetter>> letters = lettersAlong(line, name.text, font, middle);
        if (!letters || !std::ranges::all_of(*letters, isFree))
            continue;
        label.letters = std::move(*letters);
        for (const QRectF &box : label.boxes()) {
            label.box |= box;
            taken.add(box);
        }
        labels.push_back(std::move(label));
        return true;
    }
    return false;
}

void BaseLabels::place(const Name &name, QPointF at, double reachPx, const QRectF &view, BoxGrid &taken,
                       std::vector<BaseLabel> &labels)
{
    BaseLabel label{name.text, at, {}, !name.country, name.sizePx, name.country, {}};
    const QRectF dot = around(at, {2 * dotRadiusPx + 2, 2 * dotRadiusPx + 2});
    if (label.dot && taken.meets(dot))
        return;
    const QFontMetricsF metrics(baseLabelFont(label));
    const QSizeF size(metrics.horizontalAdvance(name.text), metrics.height());
    if (size.width() > widestPerReach * reachPx)
        return;
    const std::vector<QRectF> boxes =
        name.country ? std::vector{around(at, size)} : placesBeside(at, dotRadiusPx + 1, size);
    // Some air around each name, more beside it than above.
    const double airX = name.country ? 8 : 6;
    const double airY = name.country ? 4 : 2;
    for (const QRectF &box : boxes) {
        if (!view.adjusted(3, 3, -3, -3).contains(box) || taken.meets(box.adjusted(-airX, -airY, airX, airY)))
            continue;
        label.box = box;
        taken.add(box);
        if (label.dot)
            taken.add(dot);
        labels.push_back(label);
        return;
    }
}

} // namespace dateline
