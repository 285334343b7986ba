#include "ui/notedesk.h"

#include "figure/noteimage.h"
#include "figure/noteplane.h"
#include "figure/notestold.h"
#include "figure/symbols.h"
#include "ui/figuredesk.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double leastStep = 0.002; ///< Between points of a freehand line, in parts of the page.

/// Whether a note of @p kind is pulled from one point to another, rather than clicked point by point.
bool isPulled(NoteKind kind)
{
    return kind == NoteKind::Line || kind == NoteKind::Arrow || kind == NoteKind::Ellipse || kind == NoteKind::Freehand;
}

template<typename Value>
Value kept(int value, Value last)
{
    return static_cast<Value>(std::clamp(value, 0, static_cast<int>(last)));
}

} // namespace

NoteDesk::NoteDesk(FigureMaker *maker)
    : QObject(maker)
    , m_maker(maker)
{
    connect(maker->desk(), &FigureDesk::selectedChanged, this, &NoteDesk::currentChanged);
    connect(maker->settings(), &FigureSettings::changed, this, &NoteDesk::currentChanged);
}

QStringList NoteDesk::toolNames() const
{
    QStringList names;
    for (int kind = 0; kind <= static_cast<int>(NoteKind::Hatched); ++kind) {
        const NoteKind tool = static_cast<NoteKind>(kind);
        names.append(tool == NoteKind::Image ? nameOf(tool) + QChar(0x2026) : nameOf(tool)); // It asks for a file.
    }
    return names;
}

QString NoteDesk::hint() const
{
    if (m_tool < 0)
        return {};
    const NoteKind kind = static_cast<NoteKind>(m_tool);
    if (isPulled(kind))
        return tr("Drag it on the page; Esc gives up");
    if (kind == NoteKind::Text || kind == NoteKind::Symbol)
        return tr("Click where it should stand; Esc gives up");
    return tr("Click each point; Enter or a double click ends it, Esc gives up");
}

QVariantList NoteDesk::drawn() const
{
    QVariantList points;
    for (const QPointF point : m_points)
        points.append(point);
    return points;
}

void NoteDesk::start(int tool)
{
    m_tool = tool;
    m_points.clear();
    m_isPulled = false;
    m_maker->desk()->select(-1);
    Q_EMIT drawingChanged();
}

void NoteDesk::press(QPointF at)
{
    if (m_tool < 0)
        return;
    const NoteKind kind = static_cast<NoteKind>(m_tool);
    m_isPulled = isPulled(kind);
    m_points.push_back(at);
    Q_EMIT drawingChanged();
    if (kind == NoteKind::Text || kind == NoteKind::Symbol)
        finish();
}

void NoteDesk::drag(QPointF at)
{
    if (!m_isPulled || m_points.empty())
        return;
    if (static_cast<NoteKind>(m_tool) != NoteKind::Freehand)
        m_points.resize(1);
    const QPointF step = at - m_points.back();
    if (std::hypot(step.x(), step.y()) < leastStep)
        return;
    m_points.push_back(at);
    Q_EMIT drawingChanged();
}

void NoteDesk::release(QPointF at)
{
    if (!m_isPulled)
        return;
    drag(at);
    m_isPulled = false;
    if (m_points.size() > 1)
        finish();
    else
        m_points.clear(); // A click alone draws nothing.
}

void NoteDesk::takeBack()
{
    if (m_points.empty())
        return;
    m_points.pop_back();
    Q_EMIT drawingChanged();
}

void NoteDesk::cancel()
{
    m_tool = -1;
    m_points.clear();
    Q_EMIT drawingChanged();
}

std::vector<QPointF> NoteDesk::usualPoints(NoteKind kind) const
{
    const FigureReport &report = m_maker->report();
    const QSizeF page(m_maker->preview().size());
    const QPointF middle(report.map.center().x() / page.width(), report.map.center().y() / page.height());
    switch (pointsOf(kind).least) {
    case 1: return {middle};
    case 2: return {middle - QPointF(0.06, 0.04), middle + QPointF(0.06, 0.04)};
    default: return {middle - QPointF(0.06, 0.04), middle + QPointF(0.06, -0.04), middle + QPointF(0, 0.06)};
    }
}

void NoteDesk::finish()
{
    if (m_tool < 0)
        return;
    const NoteKind kind = static_cast<NoteKind>(m_tool);
    // A double click puts its last point twice.
    const auto twice = std::ranges::unique(m_points);
    m_points.erase(twice.begin(), twice.end());
    const std::vector<QPointF> points = m_points.size() < pointsOf(kind).least ? usualPoints(kind) : m_points;
    FigureNote note = freshNote(kind);
    note.on = NoteOn::Page;
    for (const QPointF point : points)
        note.points.push_back({point.x(), point.y()});
    if (kind == NoteKind::Text)
        note.text = tr("Text");
    if (kind == NoteKind::Symbol)
        note.symbol = NoteSymbol::Explosion;
    cancel();
    add(std::move(note));
}

void NoteDesk::add(FigureNote note)
{
    const FigureReport &report = m_maker->report();
    const QSizeF page(m_maker->preview().size());
    const bool isOnMap = std::ranges::all_of(note.points, [&](NotePoint point) {
        return report.map.contains(QPointF(point.x * page.width(), point.y * page.height()));
    });
    FigureSpec spec = m_maker->settings()->spec();
    if (isOnMap && note.kind != NoteKind::Image)
        note = NotePlane(spec, report).keptTo(note, NoteOn::Ground);
    spec.notes.push_back(std::move(note));
    m_maker->desk()->selectNoteWhenDrawn(spec.notes.size() - 1);
    m_maker->settings()->change(spec);
}

void NoteDesk::addImage(const QUrl &file)
{
    QFile source(file.toLocalFile());
    const Result<QByteArray> image = source.open(QIODevice::ReadOnly)
        ? noteImageFrom(source.read(mostImageBytes * 16))
        : Result<QByteArray>(failure(Error::Kind::Unreadable,
                                     tr("“%1” cannot be read: %2").arg(source.fileName(), source.errorString())));
    if (!image) {
        m_maker->tellProblem(image.error().message);
        return;
    }
    FigureNote note = freshNote(NoteKind::Image);
    note.on = NoteOn::Page;
    const QPointF middle = usualPoints(NoteKind::Image).front();
    note.points = {{middle.x(), middle.y()}};
    constexpr double usualHeight = 80; // points
    note.heightPt = usualHeight;
    note.image = *image;
    add(std::move(note));
}

void NoteDesk::removeCurrent()
{
    if (current() < 0)
        return;
    FigureSpec spec = m_maker->settings()->spec();
    spec.notes.erase(spec.notes.begin() + current());
    m_maker->desk()->select(-1);
    m_maker->settings()->change(spec);
}

int NoteDesk::current() const
{
    const int index = m_maker->desk()->selectedNote();
    return index < static_cast<int>(m_maker->settings()->spec().notes.size()) ? index : -1;
}

const FigureNote &NoteDesk::note() const
{
    static const FigureNote none;
    return current() < 0 ? none : m_maker->settings()->spec().notes[static_cast<std::size_t>(current())];
}

QString NoteDesk::name() const
{
    return m_maker->desk()->selectedText();
}

template<typename Value>
void NoteDesk::set(Value FigureNote::*member, Value value)
{
    if (current() < 0 || note().*member == value)
        return;
    FigureSpec spec = m_maker->settings()->spec();
    spec.notes[static_cast<std::size_t>(current())].*member = std::move(value);
    m_maker->settings()->change(spec);
}

void NoteDesk::setText(const QString &text)
{
    set(&FigureNote::text, text);
}

void NoteDesk::setColour(int colour)
{
    set(&FigureNote::colour, kept(colour, NoteColour::Purple));
}

void NoteDesk::setDash(int dash)
{
    set(&FigureNote::dash, kept(dash, NoteDash::Dotted));
}

void NoteDesk::setFill(int fill)
{
    set(&FigureNote::fill, kept(fill, NoteFill::Dots));
}

void NoteDesk::setSymbol(int symbol)
{
    set(&FigureNote::symbol, kept(symbol, NoteSymbol::Aviation));
}

void NoteDesk::setFrame(int frame)
{
    set(&FigureNote::frame, kept(frame, NoteFrame::Clover));
}

void NoteDesk::setUnitSize(int size)
{
    set(&FigureNote::size, kept(size, NoteSize::ArmyGroup));
}

void NoteDesk::setStrokeWidth(double width)
{
    set(&FigureNote::widthPt, std::clamp(width, 0.25, 24.0));
}

void NoteDesk::setTextSize(double size)
{
    set(&FigureNote::textPt, std::clamp(size, leastNoteText, 72.0));
}

void NoteDesk::setRotation(double degrees)
{
    set(&FigureNote::rotation, std::remainder(degrees, 360.0));
}

void NoteDesk::setMeasured(bool measured)
{
    set(&FigureNote::measured, measured);
}

void NoteDesk::setInKey(bool inKey)
{
    set(&FigureNote::inKey, inKey);
}

bool NoteDesk::hasLine() const
{
    const NoteKind kind = note().kind;
    return current() >= 0 && kind != NoteKind::Text && kind != NoteKind::Image && kind != NoteKind::Symbol;
}

bool NoteDesk::hasFill() const
{
    const NoteKind kind = note().kind;
    return current() >= 0
        && (isArea(kind) || kind == NoteKind::Text || kind == NoteKind::Movement || kind == NoteKind::FrontLine);
}

bool NoteDesk::canTurn() const
{
    const NoteKind kind = note().kind;
    return current() >= 0
        && (kind == NoteKind::Text || kind == NoteKind::Image || kind == NoteKind::Ellipse || kind == NoteKind::Symbol);
}

bool NoteDesk::canMeasure() const
{
    return hasLine() && note().on == NoteOn::Ground;
}

QStringList NoteDesk::colourNames() const
{
    return {tr("Ink"), tr("Grey"), tr("Red"), tr("Orange"), tr("Yellow"), tr("Green"), tr("Blue"), tr("Purple")};
}

QStringList NoteDesk::dashNames() const
{
    return {tr("Solid"), tr("Dashed"), tr("Dotted")};
}

QStringList NoteDesk::fillNames() const
{
    return {tr("Empty"), tr("Tinted"), tr("Filled"), tr("Hatched"), tr("Cross-hatched"), tr("Dotted")};
}

QStringList NoteDesk::symbolNames() const
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(NoteSymbol::Aviation); ++i)
        names.append(nameOf(static_cast<NoteSymbol>(i)));
    return names;
}

QStringList NoteDesk::frameNames() const
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(NoteFrame::Clover); ++i)
        names.append(nameOf(static_cast<NoteFrame>(i)));
    return names;
}

QStringList NoteDesk::sizeNames() const
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(NoteSize::ArmyGroup); ++i)
        names.append(nameOf(static_cast<NoteSize>(i)));
    return names;
}

} // namespace dateline
