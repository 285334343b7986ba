#include "ui/sourcelistmodel.h"

#include "ui/wording.h"

namespace dateline
{

SourceListModel::SourceListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int SourceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SourceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DocumentSummary &document = m_documents[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole: return qint64{numberOf(document.id)};
    case Qt::DisplayRole:
    case NameRole: return document.name;
    case PublisherRole: return document.publisher.isEmpty() ? tr("Publisher not stated") : document.publisher;
    case PublishedRole: return document.published ? publishedText(document.published) : tr("date not stated");
    case QuotesRole: return document.quotes == 1 ? tr("1 quote") : tr("%1 quotes").arg(document.quotes);
    default: return {};
    }
}

QHash<int, QByteArray> SourceListModel::roleNames() const
{
    return {{IdRole, "document"},
            {NameRole, "name"},
            {PublisherRole, "publisher"},
            {PublishedRole, "published"},
            {QuotesRole, "quotes"}};
}

void SourceListModel::setDocuments(std::vector<DocumentSummary> documents)
{
    beginResetModel();
    m_documents = std::move(documents);
    endResetModel();
    Q_EMIT countChanged();
}

} // namespace dateline
