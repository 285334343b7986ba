#include "ui/excerpt.h"

#include <QTextCharFormat>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qsizetype neighbours = 64; // Units on each side.
constexpr qsizetype longestStretch = 480; // Of words that are the same on both sides.
constexpr qsizetype longestMark = 4000;
constexpr auto gap = u" … ";

/// @p at or the unit before it, so that no pair is cut.
qsizetype whole(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() ? at - 1 : at;
}

class Builder
{
public:
    /// Adds @p part with white space made one space; of more than @p longest units only the two ends.
    TextSpan add(QStringView part, qsizetype longest)
    {
        const qsizetype begin = m_excerpt.text.size();
        if (part.size() <= longest) {
            addWhole(part);
        } else {
            addWhole(part.first(whole(part, longest / 2)));
            addWhole(gap);
            addWhole(part.sliced(whole(part, part.size() - longest / 2)));
        }
        return {begin, m_excerpt.text.size()};
    }

    Excerpt m_excerpt;

private:
    void addWhole(QStringView part)
    {
        QString &text = m_excerpt.text;
        for (const QChar c : part) {
            if (!c.isSpace())
                text.append(c);
            else if (!text.isEmpty() && text.back() != u' ')
                text.append(u' ');
        }
    }
};

QString before(QStringView text, qsizetype words)
{
    qsizetype begin = whole(text, std::max(qsizetype{0}, words - neighbours));
    if (begin == 0)
        return text.first(words).toString();
    // Not from the middle of a word.
    const qsizetype space = text.sliced(begin, words - begin).indexOf(u' ');
    begin = space < 0 ? begin : begin + space + 1;
    return u'…' + text.sliced(begin, words - begin).toString();
}

QString after(QStringView text, qsizetype words)
{
    const qsizetype end = whole(text, std::min(text.size(), words + neighbours));
    if (end == text.size())
        return text.sliced(words).toString();
    const qsizetype space = text.sliced(words, end - words).lastIndexOf(u' ');
    return text.sliced(words, space < 0 ? end - words : space).toString() + u'…';
}

} // namespace

Excerpt excerptFrom(QStringView text, TextSpan words, const std::vector<TextSpan> &marks)
{
    const QStringView quoted = words.in(text);
    Builder builder;
    builder.add(before(text, words.begin), neighbours * 2);
    const qsizetype begin = builder.m_excerpt.text.size();
    qsizetype at = 0;
    for (const TextSpan mark : marks) {
        builder.add(quoted.sliced(at, mark.begin - at), longestStretch);
        builder.m_excerpt.marks.push_back(builder.add(mark.in(quoted), longestMark));
        at = mark.end;
    }
    builder.add(quoted.sliced(at), longestStretch);
    builder.m_excerpt.words = {begin, builder.m_excerpt.text.size()};
    builder.add(after(text, words.end), neighbours * 2);
    return std::move(builder.m_excerpt);
}

ExcerptMarks::ExcerptMarks(QObject *parent)
    : QSyntaxHighlighter(parent)
{
}

void ExcerptMarks::setTarget(QQuickTextDocument *target)
{
    m_target = target;
    setDocument(target ? target->textDocument() : nullptr);
    Q_EMIT targetChanged();
}

void ExcerptMarks::setExcerpt(const Excerpt &excerpt)
{
    m_excerpt = excerpt;
    rehighlight();
    Q_EMIT targetChanged();
}

void ExcerptMarks::setLook(Look *look)
{
    m_look = look;
    if (look)
        connect(look, &Look::changed, this, &QSyntaxHighlighter::rehighlight);
    rehighlight();
    Q_EMIT targetChanged();
}

void ExcerptMarks::highlightBlock(const QString &text)
{
    if (!m_look)
        return;
    const Theme &theme = m_look->theme();
    QTextCharFormat format;
    format.setForeground(theme.mutedInk);
    setFormat(0, static_cast<int>(text.size()), format);
    format.setForeground(theme.ink);
    setFormat(static_cast<int>(m_excerpt.words.begin), static_cast<int>(m_excerpt.words.size()), format);
    format.setBackground(theme.quoteMark);
    // Not by colour alone.
    format.setFontUnderline(true);
    for (const TextSpan mark : m_excerpt.marks)
        setFormat(static_cast<int>(mark.begin), static_cast<int>(mark.size()), format);
}

} // namespace dateline
