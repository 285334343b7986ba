#include "ui/sourcelistmodel.h"

#include "ui/replacementtexts.h"
#include "ui/wording.h"

#include <QLocale>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace dateline
{

namespace
{

std::vector<DocumentSummary> olderBelowNewer(std::vector<DocumentSummary> documents)
{
    std::map<DocumentId, DocumentId> replacedBy;
    for (const DocumentSummary &document : documents) {
        if (document.replacedBy != DocumentId{})
            replacedBy.emplace(document.id, document.replacedBy);
    }
    const auto placeOf = [&replacedBy](const DocumentSummary &document) {
        DocumentId newest = document.id;
        std::size_t steps = 0;
        // What another program wrote may run in a circle.
        for (auto newer = replacedBy.find(newest); newer != replacedBy.end() && steps < replacedBy.size(); ++steps) {
            newest = newer->second;
            newer = replacedBy.find(newest);
        }
        return std::pair(newest, steps);
    };
    if (!replacedBy.empty())
        std::ranges::stable_sort(documents, {}, placeOf);
    return documents;
}

} // namespace

SourceListModel::SourceListModel(CaseStore *store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
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
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const DocumentSummary &document = row.document;
    const auto quoteCount = [&] { return m_store->valueOr(m_store->current()->quoteCount(document.id)); };
    switch (role) {
    case IdRole: return qint64{numberOf(document.id)};
    case Qt::DisplayRole:
    case NameRole: return document.name;
    case PublisherRole: return document.publisher.isEmpty() ? tr("Publisher not stated") : isolated(document.publisher);
    case PublishedRole: return document.published ? publishedText(document.published) : tr("date not stated");
    case QuotesRole: {
        const int count = quoteCount();
        const QString quotes = count == 1 ? tr("1 quote") : tr("%1 quotes").arg(QLocale().toString(count));
        return document.grade == 0 ? quotes : tr("%1 · %2").arg(quotes, gradeName(document.grade));
    }
    case CaptureRole: return document.replacedBy == DocumentId{} ? QString() : captureText(document, quoteCount());
    case RepeatsRole: return row.repeats;
    case OriginRole: return originText(row);
    default: return {};
    }
}

QHash<int, QByteArray> SourceListModel::roleNames() const
{
    return {{IdRole, "document"},         {NameRole, "name"},        {PublisherRole, "publisher"},
            {PublishedRole, "published"}, {QuotesRole, "quotes"},    {CaptureRole, "olderCapture"},
            {RepeatsRole, "repeats"},     {OriginRole, "originText"}};
}

void SourceListModel::setDocuments(std::vector<DocumentSummary> documents, const std::vector<Origin> &origins)
{
    beginResetModel();
    m_rows.clear();
    for (DocumentSummary &document : olderBelowNewer(std::move(documents)))
        m_rows.push_back({.document = std::move(document), .position = m_rows.size()});
    group(origins);
    endResetModel();
    Q_EMIT countChanged();
}

void SourceListModel::setOrigins(const std::vector<Origin> &origins)
{
    beginResetModel();
    std::ranges::sort(m_rows, {}, &Row::position);
    group(origins);
    endResetModel();
    Q_EMIT countChanged();
}

void SourceListModel::group(const std::vector<Origin> &origins)
{
    struct Seat
    {
        const OriginMember *member;
        const Origin *origin;
    };
    std::unordered_map<DocumentId, Seat> places;
    m_all = {};
    for (const Origin &origin : origins) {
        for (const OriginMember &member : origin.members)
            places.emplace(member.document, Seat{&member, &origin});
        m_all.documents += origin.articles;
        ++m_all.origins;
    }
    // An origin stands where the first of its documents would.
    std::unordered_map<DocumentId, std::size_t> order;
    for (Row &row : m_rows) {
        DocumentId first = row.document.id;
        row.member = {.document = first, .article = first};
        row.others = 0;
        row.repeats = false;
        if (const auto place = places.find(first); place != places.end()) {
            const Origin &origin = *place->second.origin;
            first = origin.document();
            row.member = *place->second.member;
            row.others = origin.articles - 1;
            row.repeats = row.member.article != origin.members.front().article;
        }
        row.order = {order.emplace(first, row.position).first->second, row.repeats};
    }
    std::ranges::stable_sort(m_rows, {}, &Row::order);
}

void SourceListModel::countQuotes()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {QuotesRole, CaptureRole});
}

QString SourceListModel::summary() const
{
    return m_all.origins < m_all.documents ? supportText(m_all) : QString();
}

const SourceListModel::Row *SourceListModel::find(DocumentId id) const
{
    const auto found = std::ranges::find(m_rows, id, [](const Row &row) { return row.document.id; });
    return found == m_rows.end() ? nullptr : &*found;
}

QString SourceListModel::originText(const Row &row) const
{
    const Row *other = find(row.member.other);
    QString reason = reasonFor(row.member, other ? other->document.name : QString());
    if (row.repeats || row.others == 0)
        return reason;
    const QString others = row.others == 1 ? tr("One other article tells its story")
                                           : tr("%1 other articles tell its story").arg(row.others);
    return reason.isEmpty() ? others : tr("%1. %2").arg(reason, others);
}

} // namespace dateline
