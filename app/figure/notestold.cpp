#include "figure/notestold.h"

#include "figure/captions.h"
#include "figure/figuretext.h"
#include "figure/notes.h"

namespace dateline
{

namespace
{

/// “Advance”, in quotation marks; empty if the note says nothing.
QString saidBy(const FigureNote &note)
{
    return note.text.isEmpty() ? QString() : u'“' + QString(note.text).replace(u'\n', u' ') + u'”';
}

} // namespace

QString nameOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Text: return FigureText::tr("Text");
    case NoteKind::Line: return FigureText::tr("Line");
    case NoteKind::Arrow: return FigureText::tr("Arrow");
    case NoteKind::Ellipse: return FigureText::tr("Ellipse");
    case NoteKind::Polygon: return FigureText::tr("Polygon");
    case NoteKind::Freehand: return FigureText::tr("Freehand line");
    case NoteKind::Image: return FigureText::tr("Image");
    case NoteKind::Symbol: return FigureText::tr("Symbol");
    case NoteKind::Movement: return FigureText::tr("Movement");
    case NoteKind::FrontLine: return FigureText::tr("Front line");
    case NoteKind::Hatched: return FigureText::tr("Hatched area");
    }
    return {};
}

QString noteLine(const FigureNote &note)
{
    QStringList parts{saidBy(note), measureOf(note)};
    parts.removeAll(QString());
    return parts.isEmpty() ? nameOf(note.kind)
                           : FigureText::tr("%1: %2").arg(nameOf(note.kind), parts.join(QStringLiteral(", ")));
}

QString handDrawnSentence(std::span<const FigureNote> notes)
{
    if (notes.empty())
        return {};
    return notes.size() == 1 ? FigureText::tr("1 note is drawn by hand and stands for no report.")
                             : FigureText::tr("%1 notes are drawn by hand and stand for no report.")
                                   .arg(countText(static_cast<qsizetype>(notes.size())));
}

QString notesInWords(std::span<const FigureNote> notes)
{
    QStringList said;
    for (const FigureNote &note : notes) {
        QStringList parts{saidBy(note), measureOf(note)};
        parts.removeAll(QString());
        if (!parts.isEmpty())
            said.append(parts.join(QStringLiteral(", ")));
    }
    said.removeDuplicates();
    const QString sentence = handDrawnSentence(notes);
    return said.isEmpty() ? sentence
                          : FigureText::tr("%1 They say: %2.").arg(sentence, said.join(QStringLiteral(", ")));
}

} // namespace dateline
