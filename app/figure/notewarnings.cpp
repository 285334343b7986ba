#include "figure/notewarnings.h"

#include "figure/figuretext.h"
#include "figure/notes.h"

#include <algorithm>

namespace dateline
{

namespace
{

/// “Advance” or “note 3”.
QString nameOf(const FigureNote &note, std::size_t index)
{
    constexpr qsizetype most = 30;
    const QString text = note.text.simplified();
    if (text.isEmpty())
        return FigureText::tr("note %1").arg(index + 1);
    return u'“' + (text.size() > most ? text.first(most - 1).trimmed() + QChar(0x2026) : text) + u'”';
}

bool hasStroke(const FigureNote &note)
{
    return note.kind != NoteKind::Text && note.kind != NoteKind::Image
        && (note.kind != NoteKind::Symbol || note.frame == NoteFrame::None);
}

/// Whether @p note is hard to see or to read (WCAG 2: 3 for what is drawn, 4.5 for words).
bool isFaint(const FigureNote &note, const Theme &theme)
{
    const bool hasWords = note.kind != NoteKind::Image && !note.inKey && (!note.text.isEmpty() || note.measured);
    const NoteInk ink = inkOf(note, theme);
    const QColor ground = note.on == NoteOn::Ground ? theme.land : theme.page;
    return (hasWords && contrast(ink.words, ink.behind) < 4.5)
        || (hasStroke(note) && contrast(colourOf(note.colour, theme), ground) < 3);
}

} // namespace

QStringList noteWarnings(const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
{
    QStringList warnings;
    if (!spec.notes.empty() && !content.blurred.empty())
        warnings.append(FigureText::tr(
            "Notes drawn by hand are not blurred: check that none points at a place that is kept back."));
    const QRectF page(0, 0, spec.widthPx, spec.heightPx);
    for (std::size_t i = 0; i < spec.notes.size(); ++i) {
        const FigureNote &note = spec.notes[i];
        const QString name = nameOf(note, i);
        const QRectF &box = report.noteBoxes.at(i);
        const bool onGround = note.on == NoteOn::Ground;
        const QRectF &room = onGround ? report.map : page;
        if (onGround && !report.metres)
            continue;
        if (!box.intersects(room))
            warnings.append(onGround ? FigureText::tr("Of the notes, %1 lies outside the map.").arg(name)
                                     : FigureText::tr("Of the notes, %1 lies outside the page.").arg(name));
        else if (!room.contains(box))
            warnings.append(onGround ? FigureText::tr("Of the notes, %1 reaches beyond the map.").arg(name)
                                     : FigureText::tr("Of the notes, %1 reaches beyond the page.").arg(name));
        if (isFaint(note, themeOf(spec)))
            warnings.append(FigureText::tr("Of the notes, %1 stands out little: choose another colour.").arg(name));
        if (note.inKey && note.text.isEmpty())
            warnings.append(FigureText::tr("Of the notes, %1 has no text for the key to say.").arg(name));
        if (note.measured && measureOf(note).isEmpty())
            warnings.append(
                FigureText::tr("Of the notes, %1 cannot be measured: only lines and areas on the ground can.")
                    .arg(name));
        const auto isCovered = [&box](const QRectF &mark) { return box.intersects(mark); };
        const bool isRead =
            note.kind == NoteKind::Text || note.kind == NoteKind::Symbol || note.kind == NoteKind::Image;
        if (isRead && std::ranges::any_of(report.marks, isCovered))
            warnings.append(FigureText::tr("Of the notes, %1 and a mark lie on each other.").arg(name));
    }
    return warnings;
}

} // namespace dateline
