#include "ui/replacementmodel.h"

#include "domain/worddiff.h"
#include "sources/readsources.h"
#include "ui/replacementtexts.h"

#include <QPointer>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr int mostUses = 3; ///< Incidents that are named on a card.

} // namespace

ReplacementModel::ReplacementModel(CaseStore *store, Places *places, Selection *selection, Veil *veil, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_places(places)
    , m_selection(selection)
    , m_veil(veil)
{
    connect(store, &CaseStore::opened, this, [this] {
        cancel();
        readOpen();
    });
    connect(store, &CaseStore::changed, this, &ReplacementModel::readOpen);
    connect(selection, &Selection::changed, this, &ReplacementModel::readOpen);
    connect(veil, &Veil::changed, this, &ReplacementModel::changed);
}

int ReplacementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows();
}

QVariant ReplacementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const ReplacedQuote &quote = m_quotes[row.quote];
    const bool lost = quote.refound.outcome == Refound::Outcome::Lost;
    switch (role) {
    case Qt::DisplayRole: return quote.quote.exact;
    case WasRole: return QVariant::fromValue(row.was);
    case IsRole: return QVariant::fromValue(row.is);
    case HowRole: return lost ? tr("Gone") : quote.refound.ambiguous ? tr("Uncertain place") : tr("Other words");
    case NoteRole:
        if (lost)
            return tr("Nothing like these words is in the new capture; the quote stays on the older one.");
        if (quote.refound.ambiguous)
            return tr("These words stand here too, but what is around them does not prove that it is the same place.");
        return quote.refound.likeness < 1 ? QString()
                                          : tr("Only spacing, quotation marks, dashes or hidden characters differ.");
    case UsesRole: return row.uses;
    case TakenRole: return quote.follows;
    case DecidableRole: return needsDecision(quote);
    default: return {};
    }
}

QHash<int, QByteArray> ReplacementModel::roleNames() const
{
    return {{WasRole, "was"},
            {IsRole, "is"},
            {HowRole, "how"},
            {NoteRole, "note"},
            {UsesRole, "uses"},
            {TakenRole, "taken"},
            {DecidableRole, "decidable"}};
}

void ReplacementModel::ask()
{
    if (canReplace())
        Q_EMIT fileWanted();
}

void ReplacementModel::takeFile(const QUrl &file)
{
    const QString path = file.toLocalFile();
    start([path] { return readDocument(path); });
}

void ReplacementModel::compare()
{
    if (!canCompare())
        return;
    Result<Document> newer = m_store->current()->document(m_open.replacedBy);
    if (!newer)
        return m_store->tell(newer.error());
    start([newer = std::move(*newer)] { return Result<Document>(newer); });
}

void ReplacementModel::start(std::function<Result<Document>()> read)
{
    if (!m_store->current() || m_open.id == DocumentId{})
        return;
    Result<OlderCapture> older = olderCapture(*m_store->current(), m_open.id);
    if (!older)
        return m_store->tell(older.error());
    m_older = std::move(*older);
    m_graphic = m_store->valueOr(m_store->current()->isGraphic(m_open.id));
    m_state = Reading;
    Q_EMIT changed();
    m_places->start(
        [guard = QPointer(this), target = m_places, turn = ++m_turn, read = std::move(read), older = m_older] {
            const Result<Document> newer = read();
            Result<Found> found = newer ? Result<Found>(find(older, *newer)) : std::unexpected(newer.error());
            QMetaObject::invokeMethod(target, [guard, turn, found = std::move(found)]() mutable {
                if (guard && turn == guard->m_turn && guard->m_state == Reading)
                    guard->settle(std::move(found));
            });
        });
}

ReplacementModel::Found ReplacementModel::find(const OlderCapture &older, Document newer)
{
    if (newer.id == DocumentId{})
        newer = newerCapture(std::move(newer), older.document);
    Found found{std::move(newer), {}, {}};
    found.quotes = planReplacement(older.quotes, found.newer.text);
    for (std::size_t i = 0; i < found.quotes.size(); ++i) {
        const ReplacedQuote &quote = found.quotes[i];
        const bool lost = quote.refound.outcome == Refound::Outcome::Lost;
        if (!lost && !needsDecision(quote))
            continue;
        const QStringView text = older.document.text;
        const QStringView words = lost ? QStringView() : quote.refound.span.in(found.newer.text);
        const WordDiff diff = lost ? WordDiff() : diffWords(quote.quote.exact, words);
        const std::optional<TextSpan> there = spanOf(quote.quote, text);
        const QStringView was = there ? text : QStringView(quote.quote.exact);
        found.rows.push_back({i,
                              excerptFrom(was, there.value_or(TextSpan{0, was.size()}), diff.removed),
                              lost ? Excerpt() : excerptFrom(found.newer.text, quote.refound.span, diff.added),
                              {}});
    }
    return found;
}

void ReplacementModel::settle(Result<Found> found)
{
    if (!found) {
        cancel();
        return m_store->tell(found.error());
    }
    beginResetModel();
    m_newer = std::move(found->newer);
    m_quotes = std::move(found->quotes);
    m_rows = std::move(found->rows);
    for (Row &row : m_rows)
        row.uses = usesOf(m_quotes[row.quote].quote);
    m_state = Ready;
    endResetModel();
    Q_EMIT changed();
}

QString ReplacementModel::usesOf(const Quote &quote)
{
    const std::vector<Claim> claims = m_store->valueOr(m_store->current()->claimsOn(quote.id));
    QStringList titles;
    for (const Claim &claim : std::span(claims).first(std::min(claims.size(), std::size_t{mostUses})))
        titles.append(tr("“%1”").arg(m_store->valueOr(m_store->current()->incident(claim.incident)).title));
    if (claims.empty())
        return tr("No incident rests on it");
    QString uses = titles.join(tr(", "));
    if (claims.size() > mostUses)
        uses = tr("%1 and %2 more").arg(uses, QString::number(claims.size() - mostUses));
    return tr("Rests on it: %1").arg(uses);
}

void ReplacementModel::decide(int row, bool take)
{
    if (row < 0 || row >= rows())
        return;
    ReplacedQuote &quote = m_quotes[m_rows[static_cast<std::size_t>(row)].quote];
    if (!needsDecision(quote) || quote.follows == take)
        return;
    quote.follows = take;
    Q_EMIT dataChanged(index(row), index(row), {TakenRole});
    Q_EMIT changed();
}

QString ReplacementModel::measure() const
{
    return m_state == Ready ? capturesText(m_older.document, m_newer) : QString();
}

QString ReplacementModel::summary() const
{
    return m_state == Ready ? standingText(countsOf(m_quotes)) : QString();
}

bool ReplacementModel::canConfirm() const
{
    return m_state == Ready && (!isStored() || countsOf(m_quotes).following > 0);
}

bool ReplacementModel::isHidden() const
{
    return m_veil->hides(m_older.document.id, m_graphic);
}

void ReplacementModel::showWords()
{
    m_veil->showDocument(numberOf(m_older.document.id));
}

void ReplacementModel::confirm()
{
    if (!canConfirm() || !m_store->current())
        return;
    const DocumentId older = m_older.document.id;
    if (!m_store->apply(replaceChange(older, m_newer, m_quotes, m_older.decided)))
        return;
    cancel();
    const std::optional<DocumentId> newer = m_store->valueOr(newerCaptureOf(*m_store->current(), older));
    if (newer)
        m_selection->openDocument(numberOf(*newer));
}

void ReplacementModel::cancel()
{
    if (m_state == Closed)
        return;
    ++m_turn;
    beginResetModel();
    m_rows.clear();
    m_quotes.clear();
    m_newer = {};
    m_older = {};
    m_state = Closed;
    endResetModel();
    Q_EMIT changed();
}

void ReplacementModel::readOpen()
{
    const DocumentId open = m_selection->stop().document;
    m_open = {};
    m_openQuotes = m_store->current() ? m_store->valueOr(m_store->current()->quoteCount(open)) : 0;
    if (open != DocumentId{} && m_store->current()) {
        const std::vector<DocumentSummary> documents = m_store->valueOr(m_store->current()->documents());
        const auto found = std::ranges::find(documents, open, &DocumentSummary::id);
        if (found != documents.end())
            m_open = *found;
    }
    Q_EMIT openChanged();
}

bool ReplacementModel::canReplace() const
{
    return m_open.id != DocumentId{} && !isOlder() && !m_store->current()->isReadOnly();
}

bool ReplacementModel::canCompare() const
{
    return isOlder() && m_openQuotes > 0 && !m_store->current()->isReadOnly();
}

void ReplacementModel::openNewer()
{
    if (isOlder())
        m_selection->openDocument(numberOf(m_open.replacedBy));
}

} // namespace dateline
