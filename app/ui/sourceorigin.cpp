#include "ui/sourceorigin.h"

#include "ui/wording.h"

namespace dateline
{

SourceOrigin::SourceOrigin(CaseStore *store, SourceListModel *sources, ReaderModel *reader, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_sources(sources)
    , m_reader(reader)
{
    connect(reader, &ReaderModel::documentChanged, this, &SourceOrigin::changed);
    connect(sources, &SourceListModel::countChanged, this, [this] {
        // What it was chosen for may be gone, or the case another one.
        if (isChoosing() && !m_sources->find(m_document))
            close();
        else if (isChoosing())
            list();
        Q_EMIT changed();
    });
    connect(store, &CaseStore::opened, this, &SourceOrigin::close);
}

int SourceOrigin::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SourceOrigin::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceListModel::Row *row = m_sources->find(m_choices[static_cast<std::size_t>(index.row())]);
    if (!row)
        return {};
    switch (role) {
    case DocumentRole: return qint64{numberOf(row->document.id)};
    case Qt::DisplayRole:
    case NameRole: return row->document.name;
    case DetailRole: {
        QStringList parts;
        for (const QString &part : {row->document.publisher, publishedText(row->document.published)}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        return parts.isEmpty() ? tr("Publisher and date not stated") : parts.join(tr(", "));
    }
    default: return {};
    }
}

QHash<int, QByteArray> SourceOrigin::roleNames() const
{
    return {{DocumentRole, "document"}, {NameRole, "name"}, {DetailRole, "detail"}};
}

QString SourceOrigin::text() const
{
    const SourceListModel::Row *row = m_sources->find(m_reader->document().id);
    if (!row)
        return {};
    const QString text = m_sources->originText(*row);
    return text.isEmpty() ? tr("No other source in this case tells its story") : text;
}

QString SourceOrigin::nameOf(DocumentId document) const
{
    const SourceListModel::Row *row = m_sources->find(document);
    return row ? row->document.name : QString();
}

QString SourceOrigin::choosingFor() const
{
    return nameOf(m_document);
}

bool SourceOrigin::isDecided(qint64 document) const
{
    const SourceListModel::Row *row = m_sources->find(DocumentId{document});
    return row && (row->member.why == OriginMember::Why::Alone || row->member.why == OriginMember::Why::Decision);
}

bool SourceOrigin::isOwn(qint64 document) const
{
    const SourceListModel::Row *row = m_sources->find(DocumentId{document});
    return row && row->member.why == OriginMember::Why::Alone;
}

qint64 SourceOrigin::otherOf(qint64 document) const
{
    const SourceListModel::Row *row = m_sources->find(DocumentId{document});
    return row ? numberOf(row->member.other) : 0;
}

void SourceOrigin::decide(qint64 document, DocumentId origin, const QString &label)
{
    if (!m_store->current())
        return;
    Result<Document> stored = m_store->current()->document(DocumentId{document});
    if (!stored)
        return m_store->tell(stored.error());
    if (stored->origin == origin)
        return;
    stored->origin = origin;
    m_store->apply({label, {std::move(*stored)}});
}

void SourceOrigin::countAsOwn(qint64 document)
{
    decide(document, DocumentId{document}, tr("Count “%1” as its own origin").arg(nameOf(DocumentId{document})));
}

void SourceOrigin::asTheTextsTell(qint64 document)
{
    decide(document, {}, tr("Count “%1” as the texts tell").arg(nameOf(DocumentId{document})));
}

void SourceOrigin::choose(qint64 document)
{
    m_document = DocumentId{document};
    m_looked.clear();
    list();
}

void SourceOrigin::take(int row)
{
    if (row < 0 || row >= count())
        return;
    const DocumentId document = m_document;
    const DocumentId origin = m_choices[static_cast<std::size_t>(row)];
    close();
    decide(numberOf(document), origin, tr("Count “%1” with “%2”").arg(nameOf(document), nameOf(origin)));
}

void SourceOrigin::close()
{
    m_document = {};
    list();
}

void SourceOrigin::lookFor(const QString &words)
{
    if (words == m_looked)
        return;
    m_looked = words;
    list();
}

void SourceOrigin::list()
{
    beginResetModel();
    m_choices.clear();
    const QString words = m_looked.simplified();
    for (const SourceListModel::Row &row : m_sources->rows()) {
        const DocumentSummary &document = row.document;
        if (isChoosing() && document.id != m_document
            && (document.name.contains(words, Qt::CaseInsensitive)
                || document.publisher.contains(words, Qt::CaseInsensitive)))
            m_choices.push_back(document.id);
    }
    endResetModel();
    Q_EMIT choosingChanged();
}

} // namespace dateline
