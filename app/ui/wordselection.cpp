#include "ui/wordselection.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace dateline
{

namespace
{

// The next boundary of @p type in @p text from @p at on; none if that is an end of the text already.
std::optional<qsizetype> boundaryFrom(QTextBoundaryFinder::BoundaryType type, QStringView text, qsizetype at,
                                      int direction)
{
    QTextBoundaryFinder finder(type, text.data(), text.size());
    finder.setPosition(at);
    for (;;) {
        const qsizetype next = direction > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
        if (next < 0)
            return std::nullopt;
        // A word is passed whole, with what stands before it.
        const bool isStop = type != QTextBoundaryFinder::Word
            || finder.boundaryReasons().testFlag(direction > 0 ? QTextBoundaryFinder::EndOfItem
                                                               : QTextBoundaryFinder::StartOfItem)
            || next == 0 || next == text.size();
        if (isStop)
            return next;
    }
}

} // namespace

WordSelection::WordSelection(ReaderModel *reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    connect(reader, &ReaderModel::documentChanged, this, [this] {
        if (m_reader->document().id != m_document)
            clear();
    });
    connect(reader, &ReaderModel::modelReset, this, &WordSelection::clear);
}

int WordSelection::caretRow() const
{
    return m_caret < 0 || m_reader->rowCount() == 0 ? -1 : std::max(0, m_reader->rowAt(m_caret));
}

TextSpan WordSelection::span() const
{
    const QStringView text = m_reader->document().text;
    TextSpan span{std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)};
    if (span.begin < 0 || span.end > text.size())
        return {};
    while (span.begin < span.end && text[span.begin].isSpace())
        ++span.begin;
    while (span.end > span.begin && text[span.end - 1].isSpace())
        --span.end;
    return span;
}

QString WordSelection::words() const
{
    return span().in(m_reader->document().text).toString();
}

void WordSelection::set(qsizetype anchor, qsizetype caret)
{
    if (anchor == m_anchor && caret == m_caret)
        return;
    m_document = m_reader->document().id;
    m_anchor = anchor;
    m_caret = caret;
    Q_EMIT changed();
}

qsizetype WordSelection::positionOf(int row, int position) const
{
    if (row < 0 || row >= m_reader->rowCount())
        return -1;
    const TextSpan paragraph = m_reader->paragraph(row);
    qsizetype at = paragraph.begin + std::clamp<qsizetype>(position, 0, paragraph.size());
    const QStringView text = m_reader->document().text;
    if (at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate())
        --at;
    return at;
}

void WordSelection::begin(int row, int position)
{
    const qsizetype at = positionOf(row, position);
    set(at, at);
}

void WordSelection::extend(int row, int position)
{
    const qsizetype at = positionOf(row, position);
    if (at >= 0)
        set(m_anchor < 0 ? at : m_anchor, at);
}

void WordSelection::takeWord(int row, int position)
{
    if (row < 0 || row >= m_reader->rowCount())
        return;
    const TextSpan paragraph = m_reader->paragraph(row);
    const QStringView text = paragraph.in(m_reader->document().text);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text.data(), text.size());
    finder.setPosition(std::clamp<qsizetype>(position, 0, text.size()));
    const qsizetype begin =
        finder.isAtBoundary() ? finder.position() : std::max<qsizetype>(0, finder.toPreviousBoundary());
    const qsizetype end = finder.toNextBoundary();
    if (end > begin)
        set(paragraph.begin + begin, paragraph.begin + end);
}

void WordSelection::clear()
{
    set(-1, -1);
}

void WordSelection::move(Step step, int direction, bool select)
{
    if (m_caret < 0 || m_reader->rowCount() == 0)
        return;
    const int row = caretRow();
    const TextSpan paragraph = m_reader->paragraph(row);
    const QStringView text = paragraph.in(m_reader->document().text);
    const qsizetype at = std::clamp<qsizetype>(m_caret - paragraph.begin, 0, text.size());
    std::optional<qsizetype> next;
    switch (step) {
    case Letter: next = boundaryFrom(QTextBoundaryFinder::Grapheme, text, at, direction); break;
    case Word: next = boundaryFrom(QTextBoundaryFinder::Word, text, at, direction); break;
    case Sentence: next = boundaryFrom(QTextBoundaryFinder::Sentence, text, at, direction); break;
    case Paragraph:
        if (direction > 0 ? at < text.size() : at > 0)
            next = direction > 0 ? text.size() : 0;
        break;
    }
    qsizetype caret = next ? paragraph.begin + *next : m_caret;
    // At its end, on to the next paragraph.
    if (!next && direction > 0 && row + 1 < m_reader->rowCount())
        caret = m_reader->paragraph(row + 1).begin;
    if (!next && direction < 0 && row > 0)
        caret = m_reader->paragraph(row - 1).end;
    set(select ? m_anchor : caret, caret);
}

TextSpan WordSelection::partIn(int row) const
{
    if (m_caret < 0 || row < 0 || row >= m_reader->rowCount())
        return {};
    const TextSpan paragraph = m_reader->paragraph(row);
    const qsizetype begin = std::clamp(std::min(m_anchor, m_caret), paragraph.begin, paragraph.end);
    const qsizetype end = std::clamp(std::max(m_anchor, m_caret), paragraph.begin, paragraph.end);
    return {begin - paragraph.begin, end - paragraph.begin};
}

int WordSelection::beginIn(int row) const
{
    return static_cast<int>(partIn(row).begin);
}

int WordSelection::endIn(int row) const
{
    return static_cast<int>(partIn(row).end);
}

int WordSelection::caretIn(int row) const
{
    return row >= 0 && row == caretRow() ? static_cast<int>(m_caret - m_reader->paragraph(row).begin) : -1;
}

} // namespace dateline
