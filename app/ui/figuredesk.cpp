#include "ui/figuredesk.h"

#include "domain/figurearrangementjson.h"
#include "figure/captions.h"
#include "figure/noteplane.h"
#include "figure/notestold.h"
#include "figure/pagelayout.h"
#include "ui/snapping.h"

#include <QTransform>

#include <algorithm>
#include <ranges>

namespace dateline
{

namespace
{

constexpr double panelPadding = 12; ///< Layout pixels that a part gains around it where it comes to stand on the map.

} // namespace

FigureDesk::FigureDesk(FigureMaker *maker)
    : QAbstractListModel(maker)
    , m_maker(maker)
{
    connect(maker, &FigureMaker::previewChanged, this, &FigureDesk::follow);
}

int FigureDesk::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> FigureDesk::roleNames() const
{
    return {{NameRole, "name"}, {BoxRole, "box"}, {PlacedRole, "placed"}, {SelectedRole, "isSelected"}};
}

QVariant FigureDesk::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case NameRole: return row.name;
    case BoxRole: return row.box;
    case PlacedRole: return isPlaced(row);
    case SelectedRole: return row.isSelected;
    default: return {};
    }
}

QSizeF FigureDesk::page() const
{
    const FigureSpec &spec = m_maker->settings()->spec();
    return QSizeF(spec.widthPx, spec.heightPx);
}

QSizeF FigureDesk::painted() const
{
    return m_maker->preview().isNull() ? page() : QSizeF(m_maker->preview().size());
}

bool FigureDesk::holds(int row, QPointF at, double reach) const
{
    const Row &held = m_rows[static_cast<std::size_t>(row)];
    const auto *note = std::get_if<NoteIndex>(&held.key);
    if (note == nullptr)
        return held.box.contains(at);
    const QSizeF size = painted();
    const std::vector<NoteTrace> &traces = m_maker->report().noteTraces;
    return note->index < traces.size()
        && hitNote(traces[note->index], {at.x() * size.width(), at.y() * size.height()}, reach * size.width());
}

void FigureDesk::follow()
{
    const FigureReport &report = m_maker->report();
    const QSizeF size = painted();
    const auto share = [size](const QRectF &box) {
        return QRectF(box.x() / size.width(), box.y() / size.height(), box.width() / size.width(),
                      box.height() / size.height());
    };
    std::vector<Row> rows;
    const auto add = [&](const Key &key, const QString &name, const QRectF &box) {
        const auto before = std::ranges::find(m_rows, key, &Row::key);
        rows.push_back({key, name, share(box), before != m_rows.end() && before->isSelected});
    };
    // What is drawn first lies under the others.
    if (const auto map = report.parts.find(FigurePart::Map); map != report.parts.end())
        add(FigurePart::Map, nameOf(FigurePart::Map), map->second);
    const std::vector<FigureNote> &notes = m_maker->settings()->spec().notes;
    for (std::size_t i = 0; i < std::min(notes.size(), report.noteBoxes.size()); ++i) {
        if (!report.noteBoxes[i].isNull())
            add(NoteIndex{i}, nameOf(notes[i].kind), report.noteBoxes[i]);
    }
    for (const FigureReport::Callout &callout : report.callouts)
        add(callout.incidents.front(), tr("Callout %1").arg(callout.number), callout.box);
    for (const auto &[part, box] : report.parts) {
        if (part != FigurePart::Map)
            add(part, nameOf(part), box);
    }
    if (m_awaited) {
        const auto drawn = std::ranges::find(rows, Key(NoteIndex{*m_awaited}), &Row::key);
        for (Row &row : rows)
            row.isSelected = drawn != rows.end() ? &row == &*drawn : row.isSelected;
        if (drawn != rows.end())
            m_awaited.reset();
    }
    const bool areSame = std::ranges::equal(rows, m_rows, {}, &Row::key, &Row::key);
    if (!areSame)
        beginResetModel();
    m_rows = std::move(rows);
    if (!areSame)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT partsChanged();
    Q_EMIT selectedChanged();
}

std::vector<const FigureDesk::Row *> FigureDesk::selectedRows() const
{
    std::vector<const Row *> rows;
    for (const Row &row : m_rows) {
        if (row.isSelected)
            rows.push_back(&row);
    }
    return rows;
}

QList<int> FigureDesk::selected() const
{
    QList<int> rows;
    for (int i = 0; i < rowCount(); ++i) {
        if (m_rows[static_cast<std::size_t>(i)].isSelected)
            rows.append(i);
    }
    return rows;
}

QString FigureDesk::selectedText() const
{
    const std::vector<const Row *> rows = selectedRows();
    if (rows.empty())
        return {};
    return rows.size() == 1 ? rows.front()->name : tr("%1 parts").arg(rows.size());
}

const PlacedCallout *FigureDesk::placedCallout(IncidentId incident) const
{
    const std::vector<PlacedCallout> &callouts = m_maker->settings()->spec().arrangement.callouts;
    const auto found = std::ranges::find(callouts, incident, &PlacedCallout::incident);
    return found == callouts.end() ? nullptr : &*found;
}

bool FigureDesk::isPlaced(const Row &row) const
{
    if (const auto *part = std::get_if<FigurePart>(&row.key))
        return m_maker->settings()->spec().arrangement.parts.contains(*part);
    const auto *incident = std::get_if<IncidentId>(&row.key);
    return incident != nullptr && placedCallout(*incident) != nullptr;
}

bool FigureDesk::isSelectedPlaced() const
{
    return std::ranges::any_of(selectedRows(), [this](const Row *row) { return isPlaced(*row); });
}

int FigureDesk::selectedNote() const
{
    const std::vector<const Row *> rows = selectedRows();
    const auto *note = rows.size() == 1 ? std::get_if<NoteIndex>(&rows.front()->key) : nullptr;
    return note != nullptr ? static_cast<int>(note->index) : -1;
}

void FigureDesk::selectNoteWhenDrawn(std::size_t note)
{
    m_awaited = note;
}

bool FigureDesk::areSelectedCallouts() const
{
    const std::vector<const Row *> rows = selectedRows();
    return !rows.empty()
        && std::ranges::all_of(rows, [](const Row *row) { return std::holds_alternative<IncidentId>(row->key); });
}

bool FigureDesk::isArranged() const
{
    const FigureArrangement &arrangement = m_maker->settings()->spec().arrangement;
    return !arrangement.parts.empty() || !arrangement.callouts.empty();
}

void FigureDesk::select(int row, bool besides)
{
    for (int i = 0; i < rowCount(); ++i) {
        Row &each = m_rows[static_cast<std::size_t>(i)];
        if (besides)
            each.isSelected = i == row ? !each.isSelected : each.isSelected;
        else
            each.isSelected = i == row;
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {SelectedRole});
    Q_EMIT selectedChanged();
}

QRectF FigureDesk::snapped(int row, const QRectF &box, int sides, QSizeF reach)
{
    const double scale = layoutScaleFor(page());
    const double margin = m_maker->settings()->margin() >= 0 ? m_maker->settings()->margin() : usualMargin * scale;
    const double x = margin / page().width();
    const double y = margin / page().height();
    SnapLines lines{{0, x, 0.5, 1 - x, 1}, {0, y, 0.5, 1 - y, 1}};
    for (int i = 0; i < rowCount(); ++i) {
        const Row &other = m_rows[static_cast<std::size_t>(i)];
        if (i == row || (sides == Whole && other.isSelected))
            continue;
        const QRectF &at = other.box;
        lines.across.insert(lines.across.end(), {at.left(), at.center().x(), at.right()});
        lines.down.insert(lines.down.end(), {at.top(), at.center().y(), at.bottom()});
    }
    const Snapped snap = dateline::snapped(
        box, {(sides & Left) != 0, (sides & Top) != 0, (sides & Right) != 0, (sides & Bottom) != 0}, lines, reach);
    m_guides.clear();
    if (snap.across)
        m_guides.append(QRectF(*snap.across, 0, 0, 1));
    if (snap.down)
        m_guides.append(QRectF(0, *snap.down, 1, 0));
    Q_EMIT guidesChanged();
    return onPage(snap.box);
}

void FigureDesk::set(const FigureSpec &spec)
{
    m_guides.clear();
    Q_EMIT guidesChanged();
    m_maker->settings()->change(spec);
}

void FigureDesk::putCallout(FigureArrangement &arrangement, const PlacedCallout &callout) const
{
    std::vector<PlacedCallout> &callouts = arrangement.callouts;
    const auto at = std::ranges::lower_bound(callouts, callout.incident, {}, &PlacedCallout::incident);
    if (at != callouts.end() && at->incident == callout.incident)
        *at = callout;
    else
        callouts.insert(at, callout);
}

void FigureDesk::put(FigureSpec &spec, const Row &row, const QRectF &box, bool isResized) const
{
    if (const auto *note = std::get_if<NoteIndex>(&row.key)) {
        const QTransform toPage = QTransform::fromScale(page().width(), page().height());
        const NotePlane plane(m_maker->settings()->spec(), m_maker->report());
        FigureNote &drawn = spec.notes[note->index];
        drawn = isResized ? plane.pulled(drawn, toPage.mapRect(row.box), toPage.mapRect(box))
                          : plane.moved(drawn, toPage.map(box.center()) - toPage.map(row.box.center()));
        return;
    }
    FigureArrangement &arrangement = spec.arrangement;
    const QRectF map = m_rows.front().box; // The map's row is the first.
    if (const auto *part = std::get_if<FigurePart>(&row.key)) {
        QRectF wanted = box;
        if (*part != FigurePart::Map && !isPlaced(row) && !isResized && box.intersects(map)) {
            const double padding = panelPadding * layoutScaleFor(page());
            const double x = padding / page().width();
            const double y = padding / page().height();
            wanted.adjust(-x, -y, x, y);
        }
        arrangement.parts[*part] = onPage(wanted);
        return;
    }
    const IncidentId incident = std::get<IncidentId>(row.key);
    const PlacedCallout *before = placedCallout(incident);
    const double width = isResized ? box.width() / map.width() : before != nullptr ? before->width : 0;
    putCallout(arrangement,
               {.incident = incident,
                .x = std::clamp((box.left() - map.left()) / map.width(), 0.0, 1.0),
                .y = std::clamp((box.top() - map.top()) / map.height(), 0.0, 1.0),
                .width = std::clamp(width, 0.0, 1.0)});
}

void FigureDesk::place(int row, const QRectF &box, int sides)
{
    const Row &moved = m_rows[static_cast<std::size_t>(row)];
    FigureSpec spec = m_maker->settings()->spec();
    const QPointF by = box.topLeft() - moved.box.topLeft();
    put(spec, moved, box, sides != Whole);
    if (sides == Whole && moved.isSelected) {
        for (const Row *other : selectedRows()) {
            if (other != &moved)
                put(spec, *other, other->box.translated(by), false);
        }
    }
    set(spec);
}

void FigureDesk::moveSelected(int rightPx, int downPx)
{
    FigureSpec spec = m_maker->settings()->spec();
    for (const Row *row : selectedRows())
        put(spec, *row, row->box.translated(rightPx / page().width(), downPx / page().height()), false);
    set(spec);
}

void FigureDesk::alignSelected(Alignment alignment)
{
    const std::vector<const Row *> rows = selectedRows();
    if (rows.size() < 2)
        return;
    QRectF all;
    for (const Row *row : rows)
        all = all.united(row->box);
    FigureSpec spec = m_maker->settings()->spec();
    for (const Row *row : rows) {
        QRectF box = row->box;
        switch (alignment) {
        case AlignLeft: box.moveLeft(all.left()); break;
        case AlignCentre: box.moveLeft(all.center().x() - box.width() / 2); break;
        case AlignRight: box.moveRight(all.right()); break;
        case AlignTop: box.moveTop(all.top()); break;
        case AlignMiddle: box.moveTop(all.center().y() - box.height() / 2); break;
        case AlignBottom: box.moveBottom(all.bottom()); break;
        }
        put(spec, *row, box, false);
    }
    set(spec);
}

void FigureDesk::freeSelected()
{
    FigureSpec spec = m_maker->settings()->spec();
    // The last notes first, so that the others keep their places.
    for (const Row *row : selectedRows() | std::views::reverse) {
        if (const auto *part = std::get_if<FigurePart>(&row->key))
            spec.arrangement.parts.erase(*part);
        else if (const auto *incident = std::get_if<IncidentId>(&row->key))
            std::erase_if(spec.arrangement.callouts,
                          [&](const PlacedCallout &callout) { return callout.incident == *incident; });
        else
            spec.notes.erase(spec.notes.begin() + static_cast<std::ptrdiff_t>(std::get<NoteIndex>(row->key).index));
    }
    if (spec.notes.size() != m_maker->settings()->spec().notes.size())
        select(-1); // The others' indices are no longer theirs.
    set(spec);
}

void FigureDesk::noteSelected()
{
    FigureSpec spec = m_maker->settings()->spec();
    for (const Row *row : selectedRows()) {
        if (const auto *incident = std::get_if<IncidentId>(&row->key))
            putCallout(spec.arrangement, {.incident = *incident, .asNote = true});
    }
    set(spec);
}

void FigureDesk::freeAll()
{
    FigureSpec spec = m_maker->settings()->spec();
    spec.arrangement.parts.clear();
    spec.arrangement.callouts.clear();
    set(spec);
}

} // namespace dateline
