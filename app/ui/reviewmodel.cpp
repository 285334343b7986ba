#include "ui/reviewmodel.h"

#include "domain/arranging.h"
#include "ui/wording.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

namespace dateline
{

ReviewModel::ReviewModel(CaseStore *store, Places *places, Veil *veil, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_places(places)
    , m_veil(veil)
    , m_reading(store, places)
{
    connect(&m_reading, &ReadingQueue::busyChanged, this, &ReviewModel::busyChanged);
    connect(&m_reading, &ReadingQueue::finished, this, [this](qint64 id, const std::vector<Proposal> &proposals) {
        m_desk.read(DocumentId{id}, proposals);
        offer(DocumentId{id});
    });
    connect(veil, &Veil::changed, this, &ReviewModel::currentChanged);
    connect(store, &CaseStore::opened, this, &ReviewModel::readAll);
    connect(store, &CaseStore::changed, this, &ReviewModel::update);
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Proposal &proposal = row.proposal;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return proposal.incident.title;
    case KindRole: return static_cast<int>(proposal.incident.kind);
    case WordsRole: return proposal.claims.empty() || hides(row) ? QString() : proposal.claims.front().quote.exact;
    case PlaceRole: return proposal.incident.where ? isolated(proposal.incident.where->place) : tr("No place stated");
    case WhenRole:
        return proposal.incident.when ? textFromSpan(proposal.incident.when->span) : shortWhenText(std::nullopt);
    case CertainRole: return proposal.certain;
    case SourceRole: {
        const auto name = m_names.find(row.document);
        return name == m_names.end() ? QString() : name->second;
    }
    default: return {};
    }
}

QHash<int, QByteArray> ReviewModel::roleNames() const
{
    return {{TitleRole, "title"},   {KindRole, "kind"},       {WordsRole, "words"},  {PlaceRole, "place"},
            {WhenRole, "whenText"}, {CertainRole, "certain"}, {SourceRole, "source"}};
}

void ReviewModel::setRows(const std::vector<Row> &rows)
{
    m_desk.clear();
    std::map<DocumentId, std::vector<Proposal>> read;
    for (const Row &row : rows)
        read[row.document].push_back(row.proposal);
    for (const auto &[document, proposals] : read) {
        m_desk.read(document, proposals);
        m_offered.insert(document);
    }
    m_current = -1;
    showRows(rows, {});
}

void ReviewModel::showRows(std::vector<Row> rows, const QString &currentKey)
{
    const QString keyBefore = m_keyShown;
    beginResetModel();
    m_rows = std::move(rows);
    const auto at = std::ranges::find(m_rows, currentKey, [](const Row &row) { return row.proposal.key; });
    if (at != m_rows.end())
        m_current = static_cast<int>(at - m_rows.begin());
    else
        m_current = m_rows.empty() ? -1 : std::clamp(m_current, 0, count() - 1);
    endResetModel();
    m_picking = false;
    m_keyShown = shown().key;
    Q_EMIT countChanged();
    Q_EMIT currentChanged();
    if (m_keyShown != keyBefore && m_current >= 0)
        Q_EMIT moved();
}

void ReviewModel::readAll()
{
    m_desk.clear();
    m_offered.clear();
    m_wanted = {};
    m_current = -1;
    showRows({}, {});
    m_reading.start();
    noteReplaced();
    Q_EMIT countChanged();
}

// What an older capture proposes, the newer one proposes too.
void ReviewModel::noteReplaced()
{
    std::set<DocumentId> replaced;
    m_names.clear();
    for (const DocumentSummary &document : m_store->valueOr(m_store->current()->documents())) {
        if (!document.ofRows)
            m_names.emplace(document.id, document.name);
        if (document.replacedBy != DocumentId{})
            replaced.insert(document.id);
    }
    std::vector<DocumentId> differing;
    std::ranges::set_symmetric_difference(m_replaced, replaced, std::back_inserter(differing));
    m_replaced = std::move(replaced);
    for (const DocumentId id : differing) {
        if (m_desk.knows(id))
            offer(id);
    }
}

std::set<QString> ReviewModel::decidedKeys(DocumentId document) const
{
    std::set<QString> decided;
    if (!m_store->current())
        return decided;
    for (const Decision &decision : m_store->valueOr(m_store->current()->decisions(document)))
        decided.insert(decision.proposalKey);
    return decided;
}

// Rows stand by document, in order of each text.
void ReviewModel::offer(DocumentId document, QString currentKey)
{
    std::vector<Row> fresh;
    if (!m_replaced.contains(document))
        fresh = m_desk.waiting(document, decidedKeys(document));
    if (currentKey.isEmpty())
        currentKey = keyToShow(document, fresh);
    std::vector<Row> rows;
    for (Row &row : m_rows) {
        if (row.document != document)
            rows.push_back(std::move(row));
    }
    const auto at = std::ranges::lower_bound(rows, document, {}, &Row::document);
    rows.insert(at, fresh.begin(), fresh.end());
    m_offered.insert(document);
    showRows(std::move(rows), currentKey);
}

// What was asked for, or what an undo brings back, is what a person wants to see; else what they see now.
QString ReviewModel::keyToShow(DocumentId document, const std::vector<Row> &fresh)
{
    if (document == m_wanted && !fresh.empty()) {
        m_wanted = {};
        return fresh.front().proposal.key;
    }
    if (m_offered.contains(document)) {
        std::set<QStringView> shownNow;
        for (const Row &row : m_rows) {
            if (row.document == document)
                shownNow.insert(row.proposal.key);
        }
        const auto isNew = [&shownNow](const Row &row) { return !shownNow.contains(row.proposal.key); };
        if (const auto back = std::ranges::find_if(fresh, isNew); back != fresh.end())
            return back->proposal.key;
    }
    return m_current >= 0 ? shown().key : QString();
}

void ReviewModel::update(const Changed &changed)
{
    if (!changed.documents.empty())
        noteReplaced();
    for (const DocumentId id : changed.documents)
        m_reading.forget(id);
    for (const DocumentId id : changed.documents) {
        if (m_names.contains(id)) {
            m_reading.read(id);
        } else if (m_desk.knows(id)) {
            m_desk.forget(id);
            offer(id);
        }
    }
    for (const DocumentId id : std::set(changed.decided.begin(), changed.decided.end())) {
        if (m_desk.knows(id))
            offer(id);
    }
}

int ReviewModel::certainCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [](const Row &row) { return row.proposal.certain; }));
}

QString ReviewModel::busyText() const
{
    if (!isBusy())
        return {};
    // Below that it is done before the words are read.
    constexpr qsizetype longText = 1'000'000;
    QString text = m_reading.name().isEmpty() ? tr("Reading") : tr("Reading “%1”").arg(m_reading.name());
    if (m_reading.size() >= longText)
        text += tr(", %1 million characters").arg(QLocale::c().toString(double(m_reading.size()) / 1e6, 'f', 0));
    if (m_reading.waiting() > 0)
        text += tr("; %1 more after it").arg(m_reading.waiting());
    return text;
}

void ReviewModel::stopReading()
{
    m_reading.cancel();
}

void ReviewModel::setCurrent(int row)
{
    if (row == m_current || row < -1 || row >= count())
        return;
    m_current = row;
    m_picking = false;
    m_keyShown = shown().key;
    Q_EMIT currentChanged();
    Q_EMIT moved();
}

void ReviewModel::showDocument(qint64 document)
{
    const DocumentId id{document};
    m_wanted = {};
    if (m_current >= 0 && m_rows[static_cast<std::size_t>(m_current)].document == id)
        return;
    const auto first = std::ranges::find(m_rows, id, &Row::document);
    if (first != m_rows.end())
        setCurrent(static_cast<int>(first - m_rows.begin()));
    else if (!m_desk.knows(id))
        m_wanted = id;
}

std::optional<ReviewModel::Row> ReviewModel::currentRow() const
{
    return m_current >= 0 ? std::optional(m_rows[static_cast<std::size_t>(m_current)]) : std::nullopt;
}

void ReviewModel::next()
{
    setCurrent(m_current + 1);
}

void ReviewModel::previous()
{
    if (m_current > 0)
        setCurrent(m_current - 1);
}

Change ReviewModel::accepting(const Row &row, const Incident *known) const
{
    Change change =
        known ? acceptIntoChange(row.document, row.proposal, *known) : acceptChange(row.document, row.proposal);
    std::erase_if(change.edits, [](const Edit &edit) { return std::holds_alternative<Decision>(edit); });
    std::ranges::copy(m_desk.decisions(row, decidedKeys(row.document), true), std::back_inserter(change.edits));
    return change;
}

void ReviewModel::accept()
{
    if (const std::optional<Row> row = currentRow())
        m_store->apply(accepting(*row));
}

void ReviewModel::reject()
{
    const std::optional<Row> row = currentRow();
    if (!row)
        return;
    Change change = rejectChange(row->document, row->proposal);
    change.edits.clear();
    std::ranges::copy(m_desk.decisions(*row, decidedKeys(row->document), false), std::back_inserter(change.edits));
    m_store->apply(change);
}

void ReviewModel::arrange(const Row &row, const std::vector<Row> &more)
{
    m_desk.replace(row, more);
    offer(row.document, row.proposal.key);
}

void ReviewModel::restore()
{
    const std::optional<Row> row = currentRow();
    if (!row)
        return;
    m_desk.restore(*row);
    offer(row->document, readKeys(*row).front());
}

bool ReviewModel::isArranged() const
{
    const std::optional<Row> row = currentRow();
    return row && m_desk.isArranged(*row);
}

} // namespace dateline
