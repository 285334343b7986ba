#include "ui/readermodel.h"

#include "ui/wording.h"

#include <QTextCharFormat>

#include <algorithm>

namespace dateline
{

namespace
{

// A text without line ends must not become one giant item.
constexpr qsizetype longestParagraph = 4000;

qsizetype breakBefore(QStringView text, qsizetype begin, qsizetype end)
{
    if (end - begin <= longestParagraph)
        return end;
    const qsizetype limit = begin + longestParagraph;
    const qsizetype space = text.sliced(begin, longestParagraph).lastIndexOf(QLatin1Char(' '));
    if (space > longestParagraph / 2)
        return begin + space + 1;
    return text[limit].isLowSurrogate() ? limit - 1 : limit;
}

} // namespace

ReaderModel::ReaderModel(CaseStore *store, Selection *selection, Veil *veil, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_selection(selection)
    , m_veil(veil)
{
    connect(selection, &Selection::changed, this, &ReaderModel::load);
    connect(store, &CaseStore::changed, this, &ReaderModel::follow);
    connect(veil, &Veil::changed, this, &ReaderModel::veil);
    connect(store, &CaseStore::opened, this, [this] { setDocument({}, {}); });
}

void ReaderModel::load()
{
    const Selection::Stop &stop = m_selection->stop();
    if (stop.document == DocumentId{} || !m_store->current())
        return;
    const std::vector<Quote> quotes = m_store->valueOr(m_store->current()->quotesIn(stop.document));
    if (stop.document != m_document.id) {
        Result<Document> document = m_store->current()->document(stop.document);
        if (!document)
            return m_store->tell(document.error());
        setDocument(std::move(*document), quotes);
    } else {
        setQuotes(quotes);
    }
    std::optional<TextSpan> selected = stop.span;
    m_lost = false;
    const auto quote = std::ranges::find(quotes, stop.quote, &Quote::id);
    if (stop.quote != QuoteId{} && quote != quotes.end()) {
        selected = spanOf(*quote, m_document.text);
        m_lost = !selected;
    }
    m_proposed.clear();
    setSelected(selected);
}

void ReaderModel::setQuotes(const std::vector<Quote> &quotes)
{
    m_quotes.clear();
    for (const Quote &quote : quotes) {
        if (const auto span = spanOf(quote, m_document.text))
            m_quotes.push_back(*span);
    }
}

void ReaderModel::follow(const Changed &changed)
{
    if (m_document.id == DocumentId{})
        return;
    if (!changed.quotes.empty() || std::ranges::contains(changed.documents, m_document.id)) {
        setQuotes(m_store->valueOr(m_store->current()->quotesIn(m_document.id)));
        Q_EMIT marksChanged();
    }
    if (std::ranges::contains(changed.documents, m_document.id)) {
        // Its text never changes; what is said of it does. It may also have been removed, which is no error here.
        if (Result<Document> document = m_store->current()->document(m_document.id)) {
            m_document = std::move(*document);
            Q_EMIT documentChanged();
        }
    }
    veil();
}

void ReaderModel::veil()
{
    const bool graphic = m_document.id != DocumentId{} && m_store->current()
        && m_store->valueOr(m_store->current()->isGraphic(m_document.id));
    const bool hidden = m_veil->hides(m_document.id, graphic);
    if (hidden == m_hidden)
        return;
    beginResetModel();
    m_hidden = hidden;
    endResetModel();
    Q_EMIT documentChanged();
    Q_EMIT marksChanged();
    Q_EMIT showAsked();
}

void ReaderModel::setDocument(Document document, const std::vector<Quote> &quotes)
{
    beginResetModel();
    m_document = std::move(document);
    m_selected.reset();
    m_proposed.clear();
    setQuotes(quotes);
    split();
    m_hidden = false;
    endResetModel();
    veil();
    Q_EMIT documentChanged();
    Q_EMIT marksChanged();
}

void ReaderModel::split()
{
    m_paragraphs.clear();
    m_pageEnds.clear();
    const QStringView text = m_document.text;
    for (qsizetype at = text.indexOf(u'\f'); at >= 0; at = text.indexOf(u'\f', at + 1))
        m_pageEnds.push_back(at);
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf(QLatin1Char('\n'), begin);
        const bool last = end < 0;
        end = last ? text.size() : end;
        for (qsizetype from = begin; from < end;) {
            const qsizetype to = breakBefore(text, from, end);
            if (text[from] == u'\f')
                ++from;
            if (!text.sliced(from, to - from).trimmed().isEmpty())
                m_paragraphs.push_back({from, to});
            from = to;
        }
        begin = end + 1;
    }
}

void ReaderModel::setSelected(std::optional<TextSpan> span)
{
    m_selected = span;
    Q_EMIT marksChanged();
    Q_EMIT showAsked();
}

void ReaderModel::setProposed(std::vector<TextSpan> spans)
{
    if (spans == m_proposed)
        return;
    // What was set off for the proposal before goes with it; words that a person asked for stay.
    if (!m_proposed.empty() && m_selected == m_proposed.front())
        m_selected.reset();
    m_proposed = std::move(spans);
    if (!m_proposed.empty())
        m_selected = m_proposed.front();
    Q_EMIT marksChanged();
    if (!m_proposed.empty())
        Q_EMIT showAsked();
}

int ReaderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_hidden ? 0 : static_cast<int>(m_paragraphs.size());
}

QVariant ReaderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TextSpan part = paragraph(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TextRole: return part.in(m_document.text).toString();
    case PageRole: return pageText(part.begin);
    default: return {};
    }
}

QHash<int, QByteArray> ReaderModel::roleNames() const
{
    return {{TextRole, "paragraph"}, {PageRole, "page"}};
}

QString ReaderModel::pageText(qsizetype position) const
{
    if (m_pageEnds.empty())
        return {};
    return tr("Page %1").arg(std::ranges::upper_bound(m_pageEnds, position) - m_pageEnds.begin() + 1);
}

TextSpan ReaderModel::paragraph(int row) const
{
    return m_paragraphs[static_cast<std::size_t>(row)];
}

int ReaderModel::rowAt(qsizetype position) const
{
    const auto at = std::ranges::upper_bound(m_paragraphs, position, {}, &TextSpan::begin);
    return static_cast<int>(at - m_paragraphs.begin()) - 1;
}

int ReaderModel::markedRow() const
{
    return m_selected && !m_hidden ? std::max(0, rowAt(m_selected->begin)) : -1;
}

QString ReaderModel::markedWords() const
{
    return m_selected && !m_hidden ? m_selected->in(m_document.text).toString() : QString();
}

std::vector<ReaderModel::Mark> ReaderModel::marksIn(int row) const
{
    std::vector<Mark> marks;
    if (row < 0 || row >= rowCount())
        return marks;
    const TextSpan whole = paragraph(row);
    const auto add = [&](TextSpan span, bool selected) {
        const TextSpan cut{std::max(span.begin, whole.begin) - whole.begin,
                           std::min(span.end, whole.end) - whole.begin};
        if (cut.begin < cut.end)
            marks.push_back({cut, selected});
    };
    for (const std::vector<TextSpan> *spans : {&m_quotes, &m_proposed}) {
        for (const TextSpan &quote : *spans)
            add(quote, false);
    }
    if (m_selected)
        add(*m_selected, true);
    return marks;
}

TextSpan ReaderModel::documentSpan(int row, int begin, int end) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return {paragraph(row).begin + begin, paragraph(row).begin + end};
}

QString ReaderModel::origin() const
{
    const QString modified = publishedText(m_document.modified);
    const QString line = inOneLine({m_document.publisher, m_document.author, publishedText(m_document.published),
                                    modified.isEmpty() ? QString() : tr("updated %1").arg(modified)});
    return line.isEmpty() ? tr("Publisher and date not stated") : line;
}

QString ReaderModel::fingerprint() const
{
    return tr("SHA-256 %1").arg(QString::fromLatin1(m_document.bytesSha256.toHex()));
}

ParagraphMarks::ParagraphMarks(QObject *parent)
    : QSyntaxHighlighter(parent)
{
}

void ParagraphMarks::setTarget(QQuickTextDocument *target)
{
    m_target = target;
    setDocument(target ? target->textDocument() : nullptr);
    Q_EMIT targetChanged();
}

void ParagraphMarks::setReader(ReaderModel *reader)
{
    m_reader = reader;
    if (reader)
        connect(reader, &ReaderModel::marksChanged, this, &QSyntaxHighlighter::rehighlight);
    rehighlight();
    Q_EMIT targetChanged();
}

void ParagraphMarks::setLook(Look *look)
{
    m_look = look;
    if (look)
        connect(look, &Look::changed, this, &QSyntaxHighlighter::rehighlight);
    rehighlight();
    Q_EMIT targetChanged();
}

void ParagraphMarks::setRow(int row)
{
    m_row = row;
    rehighlight();
    Q_EMIT targetChanged();
}

void ParagraphMarks::highlightBlock(const QString &)
{
    if (!m_reader || !m_look)
        return;
    const Theme &theme = m_look->theme();
    for (const ReaderModel::Mark &mark : m_reader->marksIn(m_row)) {
        QTextCharFormat format;
        format.setForeground(theme.ink);
        if (mark.selected) {
            format.setBackground(theme.quoteMark);
        } else {
            QColor faint = theme.quoteMark;
            faint.setAlphaF(0.3F);
            format.setBackground(faint);
        }
        setFormat(static_cast<int>(mark.span.begin), static_cast<int>(mark.span.size()), format);
    }
}

} // namespace dateline
