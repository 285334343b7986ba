#include "ui/figuresettings.h"

#include "figure/instants.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace dateline
{

namespace
{

constexpr std::array<double, 6> blurRadii{0, 2'000, 5'000, 10'000, 20'000, 50'000}; // metres
constexpr std::array<QSize, 10> sizes{QSize(1600, 1000), QSize(1600, 900), QSize(1200, 1200), QSize(1080, 1350),
                                      QSize(1123, 794),  QSize(794, 1123), QSize(1587, 1123), QSize(1123, 1587),
                                      QSize(1056, 816),  QSize(692, 520)};

constexpr int leastSide = 400; // page pixels
constexpr int mostSide = 10'000;
constexpr std::array<AtlasPlan, 8> plans{{{.by = GroupBy::Incident},
                                          {.by = GroupBy::Day},
                                          {.by = GroupBy::Week},
                                          {.by = GroupBy::Kind},
                                          {.by = GroupBy::Province},
                                          {.by = GroupBy::Party},
                                          {.by = GroupBy::Day, .animated = true},
                                          {.by = GroupBy::Week, .animated = true}}};

/// @p index kept among @p count.
std::size_t among(std::size_t count, int index)
{
    return static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(count) - 1));
}

} // namespace

FigureSettings::FigureSettings(QObject *parent)
    : QObject(parent)
{
    connect(this, &FigureSettings::changed, this, &FigureSettings::note);
}

template<typename Value>
void FigureSettings::set(Value &value, const Value &wanted)
{
    if (value == wanted)
        return;
    value = wanted;
    Q_EMIT changed();
}

void FigureSettings::setBoxes(const LonLatBox &seen, const LonLatBox &whole)
{
    m_seen = seen;
    m_whole = whole;
    if (m_spec.box && m_spec.id == FigureId{}) // A kept figure keeps its part of the earth as well.
        m_spec.box = seen;
    m_noted = m_spec; // Nobody's change.
    Q_EMIT changed();
}

void FigureSettings::setSpec(const FigureSpec &spec)
{
    m_done.clear();
    m_undone.clear();
    m_noted = spec;
    take(spec, true);
    Q_EMIT stepsChanged();
}

void FigureSettings::change(const FigureSpec &spec)
{
    take(spec, false);
}

void FigureSettings::setKept(FigureId id)
{
    m_spec.id = id;
    m_noted.id = id;
    Q_EMIT changed();
}

void FigureSettings::note()
{
    if (m_spec == m_noted)
        return;
    m_done.push_back(std::exchange(m_noted, m_spec));
    m_undone.clear();
    Q_EMIT stepsChanged();
}

void FigureSettings::step(std::vector<FigureSpec> &from, std::vector<FigureSpec> &to)
{
    if (from.empty())
        return;
    to.push_back(m_spec);
    m_noted = from.back();
    m_noted.id = m_spec.id; // That it is kept in the case is undone there.
    from.pop_back();
    take(m_noted, false);
    Q_EMIT stepsChanged();
}

void FigureSettings::undo()
{
    step(m_done, m_undone);
}

void FigureSettings::redo()
{
    step(m_undone, m_done);
}

void FigureSettings::take(const FigureSpec &spec, bool isAnother)
{
    const bool isOfOthers =
        isAnother || spec.filter != m_spec.filter || spec.marks != m_spec.marks || spec.only != m_spec.only;
    m_spec = spec;
    const auto found = std::ranges::find(sizes, QSize(spec.widthPx, spec.heightPx));
    m_size = static_cast<int>(found - sizes.begin()); // The one after the last is any other.
    if (isOfOthers)
        Q_EMIT marksChanged();
    Q_EMIT changed();
}

void FigureSettings::setTitle(const QString &title)
{
    set(m_spec.title, title);
}

void FigureSettings::setSubtitle(const QString &subtitle)
{
    set(m_spec.subtitle, subtitle);
}

void FigureSettings::setCredit(const QString &credit)
{
    set(m_spec.credit, credit);
}

void FigureSettings::setAlternativeText(const QString &text)
{
    set(m_spec.alternativeText, text);
}

void FigureSettings::setSize(int size)
{
    m_size = static_cast<int>(among(sizes.size() + 1, size));
    if (!isOwnSize()) {
        m_spec.widthPx = sizes.at(static_cast<std::size_t>(m_size)).width();
        m_spec.heightPx = sizes.at(static_cast<std::size_t>(m_size)).height();
    }
    Q_EMIT changed();
}

bool FigureSettings::isOwnSize() const
{
    return m_size == static_cast<int>(sizes.size());
}

void FigureSettings::setPageWidth(int width)
{
    set(m_spec.widthPx, std::clamp(width, leastSide, mostSide));
}

void FigureSettings::setPageHeight(int height)
{
    set(m_spec.heightPx, std::clamp(height, leastSide, mostSide));
}

void FigureSettings::setMargin(int margin)
{
    set(m_spec.arrangement.margin, margin < 0 ? std::nullopt : std::optional(std::clamp(margin, 0, mostMargin)));
}

void FigureSettings::setPages(int pages)
{
    set(m_pages, static_cast<int>(among(plans.size() + 1, pages)));
}

QStringList FigureSettings::pagesNames() const
{
    return {tr("One figure"),
            tr("Atlas: a page for each incident"),
            tr("Atlas: a page for each day"),
            tr("Atlas: a page for each week"),
            tr("Atlas: a page for each kind"),
            tr("Atlas: a page for each province"),
            tr("Atlas: a page for each party named"),
            tr("Animation, day after day"),
            tr("Animation, week after week")};
}

std::optional<AtlasPlan> FigureSettings::plan() const
{
    return m_pages > 0 ? std::optional(plans.at(static_cast<std::size_t>(m_pages) - 1)) : std::nullopt;
}

QStringList FigureSettings::sizeNames() const
{
    return {tr("Wide, 1600 × 1000"),   tr("Slide, 1600 × 900"),
            tr("Square, 1200 × 1200"), tr("Tall, 1080 × 1350"),
            tr("A4 landscape"),        tr("A4 portrait"),
            tr("A3 landscape"),        tr("A3 portrait"),
            tr("Letter landscape"),    tr("Two columns, 183 mm wide"),
            tr("Another size")};
}

void FigureSettings::setDpi(int dpi)
{
    set(m_spec.dpi, std::clamp(dpi, 72, 600));
}

void FigureSettings::setAsSeen(bool asSeen)
{
    set(m_spec.box, asSeen ? std::optional(m_seen) : std::nullopt);
}

void FigureSettings::setMarks(int marks)
{
    m_spec.marks = static_cast<FigureMarks>(std::clamp(marks, 0, static_cast<int>(FigureMarks::Squares)));
    Q_EMIT marksChanged();
    Q_EMIT changed();
}

QStringList FigureSettings::marksNames() const
{
    return {tr("Each, or squares where too many"), tr("Each for itself"), tr("Counted in squares")};
}

void FigureSettings::setPanels(int panels)
{
    constexpr int last = static_cast<int>(GroupBy::Known);
    m_spec.panels = panels > 0 ? std::optional(static_cast<GroupBy>(std::min(panels - 1, last))) : std::nullopt;
    if (!isByInstants())
        m_spec.instants.clear();
    Q_EMIT marksChanged();
    Q_EMIT changed();
}

bool FigureSettings::isByInstants() const
{
    return m_spec.panels == GroupBy::Split || m_spec.panels == GroupBy::Known;
}

QString FigureSettings::instants() const
{
    return textFromInstants(m_spec.instants);
}

void FigureSettings::setInstants(const QString &text)
{
    const DayAs day = m_spec.panels == GroupBy::Known ? DayAs::End : DayAs::Begin;
    if (const auto wanted = instantsFromText(text, day); wanted && *wanted != m_spec.instants) {
        m_spec.instants = *wanted;
        Q_EMIT marksChanged();
    }
    Q_EMIT changed();
}

QStringList FigureSettings::panelsNames() const
{
    return {tr("One"),
            tr("One for each incident"),
            tr("One for each day"),
            tr("One for each week"),
            tr("One for each kind"),
            tr("One for each province"),
            tr("One for each party named"),
            tr("What each speaker says"),
            tr("Before and after instants"),
            tr("As known at instants")};
}

void FigureSettings::setProjection(const QString &projection)
{
    set(m_spec.projection, projection.trimmed());
}

std::vector<CommonProjection> FigureSettings::common() const
{
    return commonProjections(m_spec.box.value_or(m_whole));
}

int FigureSettings::commonProjection() const
{
    // Which one it is, whatever its numbers are.
    const auto kind = [](const QString &text) { return text.section(u' ', 0, 0); };
    const std::vector<CommonProjection> known = common();
    const auto found = std::ranges::find(known, kind(m_spec.projection),
                                         [&](const CommonProjection &projection) { return kind(projection.text); });
    return found == known.end() ? -1 : static_cast<int>(found - known.begin());
}

void FigureSettings::setCommonProjection(int index)
{
    const std::vector<CommonProjection> known = common();
    setProjection(known.at(among(known.size(), index)).text);
}

QStringList FigureSettings::projectionNames() const
{
    QStringList names;
    for (const CommonProjection &projection : common())
        names.append(projection.name);
    return names;
}

void FigureSettings::setGraticule(bool graticule)
{
    set(m_spec.graticule, graticule);
}

void FigureSettings::setNorthArrow(bool northArrow)
{
    set(m_spec.northArrow, northArrow);
}

void FigureSettings::setColours(int colours)
{
    set(m_spec.colours, static_cast<FigureColours>(std::clamp(colours, 0, static_cast<int>(FigureColours::Grey))));
}

int FigureSettings::blur() const
{
    const auto found = std::ranges::find(blurRadii, m_spec.blurMetres);
    return static_cast<int>(found - blurRadii.begin());
}

void FigureSettings::setBlur(int blur)
{
    set(m_spec.blurMetres, blurRadii.at(among(blurRadii.size(), blur)));
}

QStringList FigureSettings::blurNames() const
{
    QStringList names{tr("Show as they are")};
    for (const double metres : std::span(blurRadii).subspan(1))
        names.append(tr("Blur to %1 km").arg(metres / 1000));
    return names;
}

void FigureSettings::setGraphicWords(bool graphicWords)
{
    set(m_spec.graphicWords, graphicWords);
}

} // namespace dateline
